import Diagnostics
import Testing

@testable import Notices

/// What `bin/fuzz` found, as small as it goes. Each was a fault once.
@Suite("Finds of the fuzzer") struct FuzzFindTests {
  private func losses(_ bytes: [UInt8]) -> [LosslessCheck.Loss] {
    LosslessCheck.check(SourceFile(path: "content/a.txt", bytes: bytes))
  }

  @Test func `an attachment that is nothing but a number keeps it as its name`() {
    let notice = TextReading.read("通知如下。\n附：第一章")
    #expect(notice.attachments.map(\.name) == ["第一章"])
    #expect(TextReading.losses("9\n附：第一章") == [])
  }

  @Test func `a second title above an enclosed text is a paragraph of it`() {
    let text = "甲\n2021年3月4日\n方案\n要求"
    #expect(TextReading.losses(text) == [])
    let enclosed = TextReading.read(text).parts.last
    #expect(enclosed?.title == "要求")
    #expect(enclosed.map { TextReading.paragraphs($0.body) } == ["方案"])
  }

  @Test func `a date below the title and a date of signature are both there`() {
    #expect(
      losses(
        [0xE5, 0xBA, 0x9C, 0x85, 0xAC] + Array("室\n2023年8月5日\n".utf8) + [0xA4] + Array("\n2023年8月5日".utf8))
        == [])
    let notice = TextReading.read("示例县会议纪要\n2020年1月2日\n同意。\n示例县人民政府\n2020年2月3日\n")
    #expect(notice.parts.first?.notes == ["2020年1月2日"])
    #expect(notice.parts.first?.signature?.dateText == "2020年2月3日")
  }

  @Test func `an annex that bears the number of the whole and one of its own keeps both`() {
    let text = """
      示例县住建局关于加强复工管理的通知
      示建发〔2019〕19号
      各单位：
      请认真执行。
      示例县住建局
      2020年2月9日
      示建发〔2020〕20号附件1
      建设项目复工通知
      示建发〔2019〕21号
      各单位：
      请认真执行。
      """
    #expect(TextReading.losses(text) == [])
    let notice = TextReading.read(text)
    #expect(notice.parts.last?.documentNumber?.text == "示建发〔2019〕21号")
    #expect(notice.otherNumbers == ["示建发〔2020〕20号"])
  }

  @Test func `a header that says a thing twice keeps both`() {
    let text = """
      索引号：SL-1/2017
      信息索引号：SL-1/2017
      发布机构：示例县人民政府
      公开责任部门：示例县人民政府
      发文机关：示例县人民政府
      发文单位：示例县财政局
      成文日期：2017-09-28；另行通知
      发布日期：2017-09-29 10:11

      示例县人民政府关于印发示例办法的通知
      各镇人民政府：
      请遵照执行。

      """
    #expect(TextReading.losses(text) == [])
    let notice = TextReading.read(text)
    #expect(notice.indexNumber == "SL-1/2017")
    #expect(notice.issuers == ["示例县人民政府"])
    #expect(notice.extra("发文单位") == "示例县财政局")
    #expect(notice.dates.issued?.iso == "2017-09-28")
    #expect(notice.extra("成文日期") == "2017-09-28；另行通知")
    #expect(notice.dates.publishedTime != nil)
  }

  @Test(.timeLimit(.minutes(1))) func `a title that comes again without being one is text, and reading ends`()
  {
    let text = "发布日期\n主动公开\n\n服务对象[\n发布日期\n主动公开\n"
    #expect(TextReading.read(text).bodyText == "服务对象[\n主动公开")
    #expect(TextReading.losses(text) == [])
  }

  @Test func `titles that come again and others between them are all kept`() {
    let title = "示例县人民政府关于印发管理办法的通知\n"
    let text = title + title + title + "服务对象\u{200B}：2017-09-28 10:11\n" + title + title + "名称："
    #expect(TextReading.losses(text) == [])
  }

  @Test func `a value that runs over two lines of the file is one value`() {
    let title = "示例县人民政府关于印发管理办法的通知"
    let text = "\(title)\n\(title)\n索引号:-索取号:——\(title)\n（此件公开发布）\n失效日期】二〇一七年九月二十八日 \(title)\n信息名称】\n"
    #expect(TextReading.losses(text) == [])
  }

  @Test func `header fields of one width are not joined to a paragraph`() {
    let fields = """
      公开日期 2023-04-14 关键词 防汛
      公开目录 应急管理 文号 示府办〔2023〕8号
      信息有效性 有效 公开形式 主动公开
      内容概述 转发市政府部门 示例县人民政府甲0公室

      """
    let text =
      "索引号: SL-1/2023 公开责任部门 示例县人民政府办公室\n" + fields + fields + fields
      + "\n示例县人民政府办公室转发样例市人民政府通知\n"
    #expect(TextReading.losses(text) == [])
    #expect(TextReading.read(text).documentNumber?.text == "示府办〔2023〕8号")
  }

  @Test func `a title of two lines with a header field between them is kept`() {
    #expect(TextReading.losses("作甲\n标题:知\n通知\n通知\n文号\n") == [])
  }

  @Test func `keywords of several fields of one line are all there, in whatever order`() {
    let text =
      "是否有效\n\n有效状态\n10号\t文件号】主动公开示例县人民政府\n2017年7月7日\n颁布机关\r（代章）\r各镇人民政府：\n【字体：大 中 小】"
      + "\n信息名称\r|关键词\u{200B}：主动公开  关键词] 10号\u{2028}关键词] 10号|关键词\u{200B}：2017-09-28 10:11\n"
    #expect(TextReading.losses(text) == [])
  }

  @Test func `a note that begins as two others together do is not taken for them`() {
    let text =
      "服务对象：2017-09-28 10:11\n\n阅读次数 | 10号\n\n2017年7月7日\n文件名称\n示府〔2017〕10号；文件名称｜示府〔2017〕10号"
      + "\n\n文件名称\t示府〔2017〕10号\u{2028}文件名称 示例县人民政府关于印发管理办法的通知\n\n文件名称\u{3000}示府〔2017〕10号"
      + "\n\n责任部门 | 主动公开\t2017年7月7日\n关于\n公 告\n示例县人民政府关于印发管理办法的通知\n示府〔2017〕10号\n"
    #expect(TextReading.losses(text) == [])
  }

  @Test func `what front matter overrules is told, however often the text says it`() {
    let body = "示例县人民政府关于开展检查的通知\n各单位：\n请照办。\n"
    let header = "文号: 示府〔2024〕3号\n主题分类: 财政、金融、审计\n发布日期: 2024-02-02 10:15\n"
    let text = "---\n文号: 示府〔2024〕7号\n主题分类: 工业\n发布日期: 2020-08-20\n---\n" + header + header + body
    let told = TextReading.read(text).diagnostics.filter { $0.kind == .frontMatterDisagrees }
    #expect(told.map(\.arguments.last).contains("财政、金融、审计"))
    #expect(told.count == 3)
    #expect(TextReading.losses(text) == [])
  }

  @Test func `the red head of a second document is kept`() {
    let text =
      "示例县商务局关于做好服务工作的通告。 附件：“示例”系统操作使用说明 示例县疫情防控工作指挥部 "
      + "2020年2月17日 （此件主动公开） "
      + "相关链接:关于开展示例行动的通告，统筹兼顾，积极做好各项工作，现就有关事项通知如下： 样例市商务局文件 "
      + "样商外资〔2020〕1号`样例市商务局关于做好企业复工复产服务 和多举措加强招商引资工作的通知 "
      + "各区商务主管部门和外资招商部门： "
      + "为贯彻落实决策部署和工作要求，根据有关通知精神，在抓好防控工作的前提下，指导企业用好用足各类扶持政策，采取“一企一策”，会同相关部门实施精准帮扶，增强企业发展信心。 "
      + "四、创新招商方法，持续做好各项工作。"
    #expect(TextReading.losses(text) == [])
    #expect(TextReading.read(text).extra.contains(NamedValue(name: "发文机关标志", value: "样例市商务局文件")))
  }

  @Test func `the number that closes a second title is kept`() {
    let notice = TextReading.read("示例市防控指挥部通告（第4号）\n示例市防疫指挥部通告（第7号）\n\n现将有关规定公告如下：\n一、排查。\n")
    #expect(notice.documentNumber?.text == "示例市防控指挥部通告第4号")
    #expect(notice.otherNumbers == ["示例市防疫指挥部通告第7号"])
  }

  @Test func `two numbers of a header, the second over two lines, are both there`() {
    let text = "9\n发文机关：示例县甲氺甲政府办公室\n发文字号：示府办〔开目023〕19号\n9\n发文机关：示例县甲氺甲政府办公室\n发文号：日\n。甲"
    #expect(TextReading.losses(text) == [])
  }

  @Test func `what front matter overrules is said in a diagnostic`() {
    #expect(TextReading.losses("---\n来源: 号\n---\n来源:转") == [])
  }

  @Test func `a chapter named in the list of attachments keeps its number`() {
    #expect(TextReading.read("通知如下。\n附：第一章总则。").attachments.map(\.name) == ["第一章总则"])
  }
}
