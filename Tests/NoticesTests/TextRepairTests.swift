import Testing

@testable import Notices

@Suite("Repair of copied text") struct TextRepairTests {
  private let flattened =
    "示例县商务局关于做好复工服务工作的通知 示商发〔2020〕1号 各镇人民政府、县直各单位： 为贯彻落实上级关于统筹推进复工复产工作的部署要求，切实做好企业复工复产服务保障工作，现就有关事项通知如下： 一、提高政治站位，压实工作责任 要充分认识做好复工服务工作的重要意义，进一步统一思想，加强组织领导，细化工作措施，明确责任分工，确保各项服务措施落到实处。 二、主动靠前服务，解决实际困难 根据企业复工复产的实际需要，协助企业做好各项准备工作，帮助企业协调解决用工、物流、原材料供应等方面遇到的困难。 示例县新型冠状病毒感染的肺炎 疫情防控工作指挥部 2020年2月12日 （此件主动公开）"

  @Test func `takes a document apart whose line ends became spaces`() {
    let notice = TextReading.read(flattened)
    #expect(notice.title == "示例县商务局关于做好复工服务工作的通知")
    #expect(notice.documentNumber?.text == "示商发〔2020〕1号")
    #expect(notice.parts.first?.addressee == "各镇人民政府、县直各单位")
    #expect(TextReading.outline(notice) == ["一、提高政治站位，压实工作责任", "二、主动靠前服务，解决实际困难"])
    #expect(notice.parts.first?.notes == ["（此件主动公开）"])
  }

  @Test func `puts a name together that was broken in front of the date`() {
    #expect(TextReading.read(flattened).issuers == ["示例县新型冠状病毒感染的肺炎疫情防控工作指挥部"])
  }

  @Test func `leaves letter-spaced text on its line`() {
    let spaced = String(repeating: "为 落 实 规 划 制 定 本 方 案 ， ", count: 30)
    let notice = TextReading.read(spaced + "\n一、目标")
    #expect(TextReading.paragraphs(notice.parts[0].body).count == 1)
  }

  @Test func `joins paragraphs that were broken at a fixed width, page numbers apart`() {
    let notice = TextReading.read(
      """
      一、医疗服务
      利用人工智能技术开展医学影像检查质量评价并进行分析提高
      质控效率在检查报告流程中利用多模态影像分析能力发挥模型
      — 3 —
      实时准确高效的特点开展全量化实时化智能化影像质量评价工
      作识别质量问题通过人机协同和交互协助技师提高检查质量。
      （一）应用场景
      依托医院信息系统建设影像数据库汇聚检查数据形成标准数据
      集开展模型训练验证提升诊断准确率缩短报告时间减轻医生负
      担改善患者就医体验推动优质资源下沉基层医疗机构同步受益
      并向社会公布成效。
      """)
    #expect(TextReading.outline(notice) == ["一、医疗服务", "（一）应用场景"])
    let sections = TextReading.sections(notice)
    #expect(TextReading.paragraphs(sections[0].children).count == 1)
    #expect(TextReading.paragraphs(sections[1].children).count == 1)
    #expect(notice.furniture.map(\.text) == ["— 3 —"])
  }

  @Test func `splits units that were run together, not an enumeration inside a sentence`() {
    let notice = TextReading.read(
      "第三条 有下列情形之一的，可以申请：\n（一）依法制定目录的；（二）达到公开招标数额标准、经批准采用其他方式的。\n第四条 包括：（1）甲；（2）乙；（3）丙。")
    #expect(TextReading.anchors(notice) == ["3", "3.1", "3.2", "4"])
  }

  @Test func `takes number, addressee and signature out of a paragraph they ran into`() {
    let notice = TextReading.read(
      "关于促进公平竞争的通知\n示财〔2019〕38号各镇财政所、县直各单位：为贯彻落实深化改革的要求，现就有关事项通知如下：\n一、全面清理\n本通知自2019年9月1日起施行。示例县财政局2019年7月26日"
    )
    #expect(notice.documentNumber?.text == "示财〔2019〕38号")
    #expect(notice.parts.first?.addressee == "各镇财政所、县直各单位")
    #expect(notice.issuers == ["示例县财政局"])
    #expect(notice.dates.issued?.iso == "2019-07-26")
  }

  @Test func `joins a line that begins with a full stop to the sentence it closes`() {
    let notice = TextReading.read("第五次会议关于工作报告的决议\n第五次会议听取和审议了县长所作的\n政府工作报告\n。会议同意这个报告。")
    #expect(TextReading.paragraphs(notice.parts[0].body) == ["第五次会议听取和审议了县长所作的政府工作报告。会议同意这个报告。"])
  }

  @Test func `reads LF, CR LF and lone CR alike`() {
    let lines = ["示例县公告", "现予公告。", "一、甲", "示例县民政局", "2021年3月4日"]
    let wanted = TextReading.read(lines.joined(separator: "\n")).parts
    #expect(TextReading.read(lines.joined(separator: "\r\n")).parts == wanted)
    #expect(TextReading.read(lines.joined(separator: "\r")).parts == wanted)
  }
}

@Suite("Page furniture") struct TextFurnitureTests {
  @Test(arguments: [
    "【字体: 】【关闭窗口", "【字体：大 中 小】", "字号：   大   中   小", "【打印】 【字体:", "扫一扫在手机打开当前页", "浏览次数：-", "上一篇：关于某事的通知",
    "视力保护色:", "当前位置：首页 > 政务公开 > 通知", "分享：", "— 12 —", "第 3 页 共 5 页", "相关链接：", "版权所有 示例县人民政府",
  ])
  func `is kept out of the text and listed`(_ line: String) {
    let notice = TextReading.read("\(line)\n示例县公告\n现予公告。\n示例县民政局\n2021年3月4日")
    #expect(notice.furniture.map(\.text) == [line])
    #expect(notice.title == "示例县公告")
    #expect(TextReading.paragraphs(notice.parts[0].body) == ["现予公告。"])
  }

  @Test(arguments: ["【基本案情】", "总则", "附则", "大中小企业融通发展", "关闭煤矿应当公告。", "打印机采购结果如下。"])
  func `content is not furniture`(_ line: String) {
    let notice = TextReading.read("示例县公告\n现予公告。\n\(line)\n现将结果公布。")
    #expect(notice.furniture.isEmpty)
  }
}
