import Testing

@testable import Notices

@Suite("Titles, parts and signatures of plain text") struct TextPartsTests {
  private let plan = """
    中共示例县委 示例县人民政府关于印发《示例县绿化实施方案
    (2021—2025年)》的通知

    各镇党委、人民政府,县直各单位:
        现将《示例县绿化实施方案(2021—2025年)》印发给你们,请认真贯彻执行。
                                                中共示例县委
                                              示例县人民政府
                                                2021年3月4日

    示例县绿化实施方案
    (2021—2025年)
    为做好绿化工作,制定本方案。
    一、总体要求
    坚持因地制宜。
    """

  @Test func `joins a title broken over two lines and keeps the space between joint issuers`() {
    let notice = TextReading.read(plan)
    #expect(notice.title == "中共示例县委 示例县人民政府关于印发《示例县绿化实施方案(2021—2025年)》的通知")
    #expect(notice.kind == "通知")
  }

  @Test func `an enclosed plan is a part of its own, its title joined with the years below it`() {
    let parts = TextReading.read(plan).parts
    #expect(parts.map(\.role) == [.main, .issued])
    #expect(parts.last?.title == "示例县绿化实施方案(2021—2025年)")
    #expect(parts.first?.addressee == "各镇党委、人民政府,县直各单位")
  }

  @Test func `every line of a joint signature is an issuer`() {
    let notice = TextReading.read(plan)
    #expect(notice.issuers == ["中共示例县委", "示例县人民政府"])
    #expect(notice.dates.issued?.iso == "2021-03-04")
    #expect(notice.parts.first?.signature?.organs == ["中共示例县委", "示例县人民政府"])
  }

  @Test func `a forwarding title without a text of its own stays the title of the document`() {
    let notice = TextReading.read("关于转发《示例县绿化实施方案(2021-2025年)的通知》的通知\n\n" + plan)
    #expect(notice.title == "关于转发《示例县绿化实施方案(2021-2025年)的通知》的通知")
    #expect(notice.altTitles.contains("中共示例县委 示例县人民政府关于印发《示例县绿化实施方案(2021—2025年)》的通知"))
    #expect(notice.parts.count == 2)
  }

  @Test func `a forwarded notice keeps its number, addressee and signature apart`() {
    let notice = TextReading.read(
      """
      示财〔2021〕9号
      示例县财政局关于转发《关于规范票据管理的通知》的通知
      各镇财政所：
      现将《关于规范票据管理的通知》转发给你们，请遵照执行。
      示例县财政局
      2021年7月1日
      关于规范票据管理的通知
      样财〔2021〕3号
      各县财政局：
      为规范票据管理，现通知如下。
      一、统一领用。
      样例市财政局
      2021年6月1日
      """)
    #expect(notice.documentNumber?.text == "示财〔2021〕9号")
    #expect(notice.parts.map(\.role) == [.main, .forwarded])
    #expect(notice.parts.last?.documentNumber?.text == "样财〔2021〕3号")
    #expect(notice.parts.last?.addressee == "各县财政局")
    #expect(notice.parts.last?.signature?.date?.iso == "2021-06-01")
    #expect(notice.dates.issued?.iso == "2021-07-01")
  }

  @Test func `an order takes its number from the line below and its signer apart`() {
    let notice = TextReading.read(
      """
      示例市人民政府令

      2018 年 第 2 号

      《示例市供水规则》已经审议通过，现予发布，自2018年5月4日起施行。
      市　长　　王　示
      2018年4月4日

      示例市供水规则
      第一条　为了规范供水，制定本规则。
      第二条　本规则自2018年5月4日起施行。
      """)
    #expect(notice.documentNumber?.text == "示例市人民政府令2018年第2号")
    #expect(notice.parts.first?.signature?.signers == ["市长 王示"])
    #expect(notice.parts.last?.title == "示例市供水规则")
    #expect(notice.parts.last?.role == .issued)
  }

  @Test func `the items of an article go on with it, those of a heading are clauses of their own`() {
    let notice = TextReading.read(
      """
      示例市供水规则
      第一章 申请
      第一条 申请人应当报送下列材料：
      （一）申请书；
      （二）营业执照。
      第二条 材料不全的，不予受理。
      """)
    let starts = notice.clauses.map {
      ($0.continues ? "+ " : "") + $0.text.prefix(5).replacing("\n", with: " ")
    }
    #expect(starts == ["示例市供水", "第一章申请", "第一条 申", "+ （一） 申", "+ （二）营业", "第二条 材"])
    let plan = TextReading.read("示例市供水规则\n一、办理\n（一）加强领导。各单位要重视。\n（二）落实责任。各单位要负责。\n")
    #expect(plan.clauses.map(\.continues) == [false, false, false, false])
    let long = String(repeating: "申请书应当写明申请人的姓名，", count: 10)
    let articles = TextReading.read("示例市供水规则\n第一条 申请人应当报送下列材料：\n（一）\(long)\n（二）\(long)\n（三）\(long)\n")
    #expect(articles.clauses.map(\.continues) == [false, false, true, true, false])
  }

  @Test func `a list of attachments is not text and its numbers are no clauses`() {
    let notice = TextReading.read(
      """
      示例县教育局关于开展检查的通知
      各学校：
      请按要求报送材料。
      附件：1．检查表
      　　　2．汇总表.xls
      示例县教育局
      2021年9月1日
      （此件公开发布）
      附件：
      1．检查表.doc
      """)
    #expect(notice.attachments.map(\.name) == ["检查表", "汇总表.xls"])
    #expect(notice.attachments.map(\.label) == ["附件1", "附件2"])
    #expect(notice.attachments.first?.file == "检查表.doc")
    #expect(TextReading.sections(notice).isEmpty)
    #expect(notice.parts.first?.notes == ["（此件公开发布）"])
  }

  @Test func `an annex under its label is a part`() {
    let notice = TextReading.read(
      """
      示例县卫生局关于成立小组的通知
      各镇卫生院：
      经研究，决定成立小组。
      示例县卫生局
      2021年9月1日
      附件1
      小组成员名单
      组长：王示
      """)
    #expect(notice.parts.map(\.role) == [.main, .annex])
    #expect(notice.parts.last?.label == "附件1")
    #expect(notice.parts.last?.title == "小组成员名单")
  }

  @Test func `a number in brackets behind a title is not part of it`() {
    let notice = TextReading.read("示例县指挥部通告（第7号）\n为做好防控工作，现通告如下。\n一、减少外出。\n示例县指挥部\n2020年1月24日")
    #expect(notice.title == "示例县指挥部通告")
    #expect(notice.documentNumber?.text == "示例县指挥部通告第7号")
  }

  @Test func `a page title that is repeated above the text is dropped once`() {
    let notice = TextReading.read(
      "示例县关于防火的通告\n示例县关于防火的通告\n示府告〔2021〕2号\n为防火，现通告如下。\n一、禁止野外用火。\n示例县人民政府\n2021年2月1日")
    #expect(notice.altTitles.isEmpty)
    #expect(notice.furniture.map(\.text) == ["示例县关于防火的通告"])
    #expect(notice.documentNumber?.text == "示府告〔2021〕2号")
  }

  @Test func `a title may stand in brackets above the name of the organ`() {
    let notice = TextReading.read(
      "（关于捐赠物资办理手续的公告）\n示例海关公告\n为确保捐赠物资快速通关，现公告如下。\n一、设立专门窗口。\n示例海关\n2020年1月25日")
    #expect(notice.title == "关于捐赠物资办理手续的公告")
    #expect(notice.altTitles == ["示例海关公告"])
  }

  @Test func `a text without a title has none`() {
    let notice = TextReading.read("为落实规划，制定本方案。\n一、目标\n到2025年建成。")
    #expect(notice.title == nil)
    #expect(notice.kind == nil)
    #expect(notice.parts.first?.title == nil)
  }

  @Test func `the occasion of a speech gives its date and its speaker`() {
    let notice = TextReading.read(
      "政府工作报告\n——2021年1月26日在示例县第九届\n人民代表大会第五次会议上\n示例县县长 王示\n各位代表：\n现在，我代表县人民政府，向大会报告工作。\n一、去年工作\n成绩来之不易。")
    #expect(notice.dates.issued?.iso == "2021-01-26")
    #expect(notice.issuers == ["县人民政府"])
    #expect(notice.parts.first?.addressee == nil)
    #expect(notice.parts.first?.signature?.signers == ["示例县县长 王示"])
  }

  @Test func `organ and date on one line are a signature, a sentence with a date is not`() {
    let signed = TextReading.read("示例县公告\n现予公告。\n示例县民政局 二○二一年三月四日")
    #expect(signed.parts.first?.signature?.organs == ["示例县民政局"])
    #expect(signed.dates.issued?.iso == "2021-03-04")
    let sentence = TextReading.read("示例县规定\n第一条 本规定自公布之日起施行。财政部、示例县2003年11月17日发布的办法同时废止。")
    #expect(sentence.parts.first?.signature == nil)
  }
}
