import Testing

@testable import Notices

@Suite("Text that ran together") struct TextGluedTests {
  @Test func `cuts a heading from the sentence that ran into it when every heading of the text is glued`() {
    let notice = TextReading.read(
      """
      示例县财政局关于规范采购工作的通知
      各单位：
      现通知如下：
      一、全面清理妨碍竞争的做法各地区、各部门应当依法平等对待供应商。重点清理下列问题。
      二、加强采购执行管理优化采购活动程序。能够在线查询的材料，不得要求提供。
      三、进一步提升采购透明度加强信息公开平台建设。平台应当免费检索。
      """)
    #expect(
      TextReading.outline(notice) == ["一、全面清理妨碍竞争的做法", "二、加强采购执行管理", "三、进一步提升采购透明度"])
    #expect(notice.bodyText.contains("各地区、各部门应当依法平等对待供应商。重点清理下列问题。"))
  }

  @Test func `leaves a heading of two verbs alone when the others are whole`() {
    let notice = TextReading.read(
      """
      示例县方案
      一、强化组织领导落实工作责任。各镇要成立专班。
      二、加大宣传力度。利用广播宣传。
      三、严格督促检查。每月通报。
      """)
    #expect(TextReading.outline(notice).first == "一、强化组织领导落实工作责任")
  }

  @Test func `cuts the first item from the heading that it ran into`() {
    let notice = TextReading.read(
      """
      示例县数字化工作要点
      一、强化统筹协调，保障持续发展1.加强工作谋划。建立台账。
      2.健全工作机制。定期会商。
      二、加大引资力度，促进快速发展3.狠抓招商。跟踪服务。
      4.推进项目。限时开工。
      """)
    #expect(
      TextReading.outline(notice) == [
        "一、强化统筹协调，保障持续发展", "1.加强工作谋划", "2.健全工作机制", "二、加大引资力度，促进快速发展", "3.狠抓招商", "4.推进项目",
      ])
  }

  @Test func `cuts a title from the first sentence that ran into it`() {
    let notice = TextReading.read(
      "示例县智慧航运发展指导意见为认真贯彻上级关于建设交通强县的战略部署，深入落实有关要求，制定本指导意见。\n\n一、总体要求\n坚持创新。")
    #expect(notice.title == "示例县智慧航运发展指导意见")
    #expect(notice.bodyText.hasPrefix("为认真贯彻上级"))
  }

  @Test func `does not take the subject of a sentence for a title`() {
    let notice = TextReading.read(
      "各项扶持政策措施，为加快全县产业发展、促进企业转型升级、增强市场主体活力提供了有力支撑，成效明显，应当继续坚持。\n一、目标\n坚持创新。")
    #expect(notice.title == nil)
  }

  @Test func `finds the first item behind a colon when the second begins the next line`() {
    let notice = TextReading.read(
      """
      示例县专家管理办法
      第一条 为了规范管理，制定本办法。
      第二条 有下列关系之一的，应当回避:(一)三年内存在劳动关系，或者担任过供应商的董事；
      (二)有近姻亲关系。
      """)
    #expect(
      notice.sections.map(\.number) == ["第一条", "第二条", "(一)", "(二)"])
  }

  @Test func `an enumeration inside one line stays a sentence`() {
    let notice = TextReading.read(
      "示例县方案\n一、目标\n主要做好以下工作：(一)抓宣传；(二)抓落实；(三)抓督查，确保取得实效，全面完成年度各项目标任务。\n二、措施\n落实责任。")
    #expect(notice.sections.count == 2)
  }

  @Test func `a sentence about an article of the announcement is no title`() {
    let sentence = "本公告第一条、第二条所称重点物资生产企业名单，由县级以上发展改革部门、工业和信息化部门确定，并及时向社会公布。"
    let notice = TextReading.read("示例县税务局公告\n现公告如下：\n一、免税\n\(sentence)\n二、期限\n另行公告。")
    #expect(notice.bodyText.contains(sentence))
  }

  @Test func `joins a passage that was broken at a fixed width inside a text of whole paragraphs`() {
    let wrapped = """
      近年来全县各有关单位认真贯彻落实上级决策部署加快新技术
      与传统产业融合发展涌现出一大批技术先进管理科学运行可靠
      的示范企业为推动行业技术进步装备提升管理创新做出了贡献
      为充分发挥典型引领带动作用推动智能化建设迈向更高的水平
      从全县范围内征集遴选了一批智能化生产建设的典型案例编印
      成册。
      """
    let whole = (1...9).map { "第\($0)个案例介绍了企业如何改进生产流程，取得了良好的经济效益和社会效益，值得各地学习借鉴推广。" }
    let notice = TextReading.read(([wrapped] + whole).joined(separator: "\n"))
    #expect(notice.bodyText.contains("加快新技术与传统产业融合发展"))
    #expect(notice.bodyText.contains("编印成册。\n第1个案例"))
  }

  @Test func `lines of a form that are equally wide stay apart`() {
    let line = "法定代表人或其委托代理人：               （签字）"
    let notice = TextReading.read("示例县联合体协议\n" + Array(repeating: line, count: 8).joined(separator: "\n"))
    #expect(notice.paragraphs.count == 8)
  }

  @Test func `reads 笫 that recognition put for 第 and says so`() {
    let notice = TextReading.read("示例县办法\n第一条 为了管理。\n笫二条 县农业局负责实施工作。\n第三条 本办法自印发之日起施行。")
    #expect(notice.sections.map(\.ordinal) == [1, 2, 3])
    #expect(notice.findings.contains("number-misprinted"))
    #expect(!notice.findings.contains("number-skipped"))
  }

  @Test func `an unlikely year is recorded as printed and asked about`() {
    let notice = TextReading.read("示例县办法\n第一条 为了管理。\n第二条 本办法自1913年4月3日起施行。")
    #expect(notice.dates.effective?.iso == "1913-04-03")
    #expect(notice.findings.contains("date-implausible"))
  }

  @Test func `a number of the whole document in front of 附件1 is not part of the annex's title`() {
    let notice = TextReading.read(
      """
      示例县住建局关于加强复工管理的通知
      示建发〔2020〕19号
      各单位：
      请认真执行。
      示例县住建局
      2020年2月9日
      示建发〔2020〕19号附件1
      建设项目复工指引
      为做好复工工作，制定本指引。
      一、组织领导
      落实责任。
      """)
    #expect(notice.parts.last?.label == "附件1")
    #expect(notice.parts.last?.title == "建设项目复工指引")
    #expect(notice.otherNumbers == [])
  }

  @Test func `a document number that is printed twice is one number`() {
    let notice = TextReading.read(
      "文号：示府〔2020〕1号\n发布机构：示例县人民政府\n示例县人民政府关于检查的通知\n示府〔2020〕1号\n各镇人民政府：\n请检查。\n示例县人民政府\n2020年1月2日")
    #expect(notice.documentNumber?.text == "示府〔2020〕1号")
    #expect(notice.otherNumbers == [])
  }

  @Test func `in a flattened text contacts with telephone numbers are items of their own`() {
    let text =
      "示例县基金会关于接受捐赠的公告 各有关单位： 现将有关事项公告如下，请各单位认真做好捐赠物资的接收登记和分配使用工作，确保物资及时送达。 一、目标 做好物资接收工作，保障一线需要，及时公开接收和使用情况，自觉接受社会监督，定期报告工作进展，做好台账。 二、联系方式 1.示例县基金会 张三 电话：86100001 2.示例县基金会 李四 电话：86100002 3.示例县医学会 王五 电话：86100003 Account Name: Example Foundation 示例县基金会 示例县医学会 2020年1月26日"
    let notice = TextReading.read(text)
    #expect(notice.sections.filter { $0.family == .digit }.map(\.ordinal) == [1, 2, 3])
    #expect(notice.issuers == ["示例县基金会", "示例县医学会"])
  }

  @Test func `in a flattened text a sentence that a space tore apart is joined`() {
    let text =
      "示例县住建局关于做好防控工作的通知 各单位： 根据上级关于统筹做好防控和发展工作的部署，现就有关要求通知如下，请认真贯彻执行并及时报告情况。 一、加强管理。 各项目要严格落实实名制管理制度，最大限度减少人员流动，重点登记有无外出、有无接触、有无在家 “自行隔离”。发现情况及时报告。 二、落实责任。 强化督促检查，确保各项措施落实到位，对落实不力的严肃追究责任。 示例县住建局 2020年1月28日"
    #expect(TextReading.read(text).bodyText.contains("有无在家“自行隔离”。"))
  }

  @Test func `headings with a wide gap between them are lines of their own`() {
    let notice = TextReading.read(
      """
      示例县发展规划纲要根据《示例省发展规划建议》编制，主要阐明战略意图。
           第一篇  发展目标     第一章  面临的形势     过去五年是不平凡的五年，综合实力增强。
      面对复杂形势，各项工作取得成效。
           第二章     主要目标     经济平稳增长，民生改善。
      """)
    #expect(notice.title == "示例县发展规划纲要")
    #expect(TextReading.outline(notice) == ["第一篇发展目标", "第一章面临的形势", "第二章主要目标"])
    #expect(notice.bodyText.contains("过去五年是不平凡的五年"))
  }

  @Test func `buttons for the size of letters, one a line, are furniture`() {
    let notice = TextReading.read(
      """
      发表时间：
      2026-02-09 09:45:30
      来源：
      示例日报客户端
      阅读量：
      【字体：
      小
      中
      大
      】
      政府工作报告
      ——2026年2月3日在示例县第十届人民代表大会第四次会议上
      县长 张三丰
      各位代表：
      现在，我代表县人民政府，向大会报告工作。
      一、工作总结
      成效明显。
      """)
    #expect(notice.title == "政府工作报告")
    #expect(notice.provenance == "示例日报客户端")
    #expect(notice.issuers == ["县人民政府"])
    #expect(notice.parts[0].signature?.signers == ["县长 张三丰"])
  }

  @Test func `a saved page that lays its text out in a table is text, in the language that it shows`() {
    let page = """
      <table summary="layout"><tr><td style="width:10%"><span lang="EN-US">財政部令</span></td><td>中華民國98年7月20日</td></tr>
      <tr><td colspan="2"><p>一、機關編列預算者，其所屬機構訂定之契約，應依規定貼用印花稅票，並於期限內辦理申報，不得逾期。<o:p> </o:p></p>
      <p>二、本部前函自本令發布日起廢止，惟本令發布前已書立之契約，仍依原規定辦理，不再補徵應納之稅款。</p></td></tr></table>
      """
    let notice = TextReading.read(page, path: "content/令.html")
    #expect(notice.language == "zh-Hant")
    #expect(notice.sections.map(\.ordinal) == [1, 2])
    #expect(!notice.bodyText.contains("o:p"))
    #expect(TextReading.losses(page, path: "content/令.html") == [])
  }
}
