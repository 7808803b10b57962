import Diagnostics
import Testing

@testable import Notices

struct FrontMatterTests {
  private func read(_ text: String, path: String = "content/a.md") -> Notice {
    NoticeReader().read(SourceFile(path: path, bytes: Array(text.utf8)))
  }
  private func ids(_ notice: Notice) -> [String] { notice.diagnostics.map(\.id) }
  private func first(_ id: String, in notice: Notice) -> Diagnostic? {
    notice.diagnostics.first { $0.id == id }
  }
  private let body = "\n# 示例县人民政府关于开展检查的通知\n\n各镇人民政府：\n\n现就有关事项通知如下。\n"

  @Test func `reads every key under its Chinese name`() {
    let notice = read(
      """
      ---
      标题: 关于开展检查的通知
      编号: shi-fu-2024-3
      文号: 示府〔2024〕3号
      统一编号: SLGS-2024-001
      索引号: 010/2024-1
      发布机构: 示例县人民政府办公室
      发文机关: 示例县人民政府、示例县财政局
      成文日期: 2024年1月30日
      发布日期: 2024-02-02 10:15
      施行日期: 2024/3/1
      有效期至: 20290301
      有效性: 有效
      公开方式: 主动公开
      公开目录: [规划计划, 财政信息]
      主题分类: 财政、金融、审计
      关键词: 检查、财政
      内容概述: 开展检查。
      文种: 通知
      语言: zh-Hans
      解读对象: shi-fu-2024-2
      类型: 公文
      栏目: 通知公告
      草稿: 否
      示例: 是
      旧地址: [/old/1.html]
      来源: 转载
      ---
      """ + body)
    #expect(notice.title == "关于开展检查的通知")
    #expect(notice.directives.id == "shi-fu-2024-3")
    #expect(notice.documentNumber == DocumentNumber(text: "示府〔2024〕3号", code: "示府", year: 2024, serial: 3))
    #expect(notice.otherNumbers == ["SLGS-2024-001"])
    #expect(notice.indexNumber == "010/2024-1")
    #expect(notice.publisher == "示例县人民政府办公室")
    #expect(notice.issuers == ["示例县人民政府", "示例县财政局"])
    #expect(notice.dates.issued == CivilDate(iso: "2024-01-30"))
    #expect(notice.dates.published == CivilDate(iso: "2024-02-02"))
    #expect(notice.dates.publishedTime == "10:15")
    #expect(notice.dates.effective == CivilDate(iso: "2024-03-01"))
    #expect(notice.dates.expires == CivilDate(iso: "2029-03-01"))
    #expect(notice.declaredValidity == "有效")
    #expect(notice.disclosure == "主动公开")
    #expect(notice.catalog == ["规划计划", "财政信息"])
    #expect(notice.classifications == [NamedValues(name: "主题分类", values: ["财政、金融、审计"])])
    #expect(notice.keywords == ["检查", "财政"])
    #expect(notice.summary == "开展检查。")
    #expect(notice.kind == "通知")
    #expect(notice.language == "zh-Hans")
    #expect(notice.provenance == "转载")
    #expect(notice.directives.interprets == ["shi-fu-2024-2"])
    #expect(notice.directives.type == "notice")
    #expect(notice.directives.column == "通知公告")
    #expect(notice.directives.aliases == ["/old/1.html"])
    #expect(notice.directives.sample)
    #expect(!notice.directives.draft)
    #expect(
      !notice.diagnostics.contains { $0.id.hasPrefix("front-matter") && $0.id != "front-matter-disagrees" })
  }

  @Test func `reads the English names in any case`() {
    let notice = read("---\nTitle: Notice\ndocumentnumber: 示府〔2024〕3号\nPublisher: 甲办\n---\n" + body)
    #expect(notice.title == "Notice")
    #expect(notice.documentNumber?.text == "示府〔2024〕3号")
    #expect(notice.publisher == "甲办")
  }

  @Test func `keeps scalars as they are typed`() {
    let notice = read("---\nid: 010\n索引号: 12:30\nsummary: no\n---\n" + body)
    #expect(notice.directives.id == "010")
    #expect(notice.indexNumber == "12:30")
    #expect(notice.summary == "no")
  }

  @Test func `reads front matter of a plain text file`() {
    let notice = read("---\n文号: 示府〔2024〕3号\n---\n示例县人民政府关于开展检查的通知\n\n各镇：\n检查。\n", path: "content/a.txt")
    #expect(notice.documentNumber?.text == "示府〔2024〕3号")
    #expect(notice.title == "示例县人民政府关于开展检查的通知")
  }

  @Test func `takes a file without front matter as it is`() {
    let split = FrontMatterSplit(Array("通知\n---\n正文\n".utf8), path: "a")
    #expect(split.yaml == nil)
    #expect(split.body == Array("通知\n---\n正文\n".utf8))
    #expect(split.diagnostics.isEmpty)
  }

  @Test func `keeps the line numbers of the text below front matter`() {
    let notice = read("---\nid: a\n草稿: 是\n---\n# 关于检查的通知\n\n一、总则\n")
    guard case .section(let section) = notice.parts[0].body.first else {
      Issue.record("no section")
      return
    }
    #expect(section.line == 7)
  }

  @Test func `a bare date says not which date it is: it is kept, taken for none, and asked about`() {
    let notice = read("---\ndate: 2024-05-06\n---\n# 关于检查的通知\n\n检查。\n")
    #expect(notice.dates == NoticeDates())
    #expect(notice.extra("date") == "2024-05-06")
    #expect(first("front-matter-date-unclear", in: notice)?.severity == .note)
  }

  @Test func `a bare date with a time of day is when the page was published`() {
    let notice = read("---\ndate: 2024-05-06 10:15\n---\n# 关于检查的通知\n\n检查。\n")
    #expect(notice.dates.published == CivilDate(iso: "2024-05-06"))
    #expect(notice.dates.publishedTime == "10:15")
    #expect(first("front-matter-date-unclear", in: notice) == nil)
  }

  @Test func `a bare date that the text states is not asked about`() {
    let notice = read("---\ndate: 2024-05-06\n---\n# 示例县检查办法\n\n第一条 为了检查。\n\n第二条 本办法自2024年5月6日起施行。\n")
    #expect(notice.dates.published == nil)
    #expect(first("front-matter-date-unclear", in: notice) == nil)
  }

  @Test func `lets the published date win over a bare date`() {
    let notice = read("---\ndate: 2024-05-06\npublished: 2024-05-07\n---\n" + body)
    #expect(notice.dates.published == CivilDate(iso: "2024-05-07"))
  }

  @Test func `reads front matter that never closes as text and says where it began`() {
    let notice = read("---\n文号: 示府〔2024〕3号\n\n# 关于检查的通知\n\n检查。\n")
    let diagnostic = first("front-matter-unclosed", in: notice)
    #expect(diagnostic?.severity == .error)
    #expect(diagnostic?.range?.start.line == 1)
    let text = notice.clauses.map(\.text).joined()
    #expect(text.contains("检查"))
  }

  @Test func `takes two rules at the top for text when there is no key between them`() {
    let notice = read("---\n这是一段正文，不是文件头。\n---\n\n后文。\n")
    #expect(ids(notice).contains("front-matter-not-mapping"))
    #expect(notice.clauses.map(\.text).joined().contains("这是一段正文"))
  }

  @Test func `suggests the known key for one with a slip, and keeps the value`() {
    let notice = read("---\npubliser: 甲办\n公开目绿: 规划\n---\n" + body)
    let found = notice.diagnostics.filter { $0.id == "front-matter-key-misspelt" }
    #expect(found.map(\.arguments) == [["publiser", "publisher"], ["公开目绿", "公开目录"]])
    #expect(found[1].range?.start == SourcePosition(line: 3, column: 1))
    #expect(notice.extra.contains(NamedValue(name: "publiser", value: "甲办")))
  }

  @Test func `keeps unknown keys under their own names with a note`() {
    let notice = read("---\n批准文书: [甲, 乙]\nicon: article\n---\n" + body)
    #expect(
      notice.extra == [
        NamedValue(name: "批准文书", value: "甲、乙"), NamedValue(name: "icon", value: "article"),
      ])
    #expect(first("front-matter-key-unknown", in: notice)?.severity == .note)
  }

  @Test(arguments: [
    ("成文日期: 去年", "front-matter-wants-date", 7), ("成文日期: 2024-02-30", "front-matter-wants-date", 7),
    ("草稿: 也许", "front-matter-wants-flag", 5), ("语言: 火星文", "front-matter-wants-language", 5),
    ("类型: 视频", "front-matter-wants-page-type", 5), ("标题: [甲, 乙]", "front-matter-wants-text", 5),
    ("关键词: {甲: 乙}", "front-matter-wants-texts", 6), ("附件: [[甲]]", "front-matter-wants-attachments", 5),
  ])
  func `says line and column of a value of the wrong type`(line: String, id: String, column: Int) {
    let notice = read("---\nid: a\n\(line)\n---\n" + body)
    let diagnostic = first(id, in: notice)
    #expect(diagnostic?.severity == .error)
    #expect(diagnostic?.range?.start == SourcePosition(line: 3, column: column))
  }

  @Test func `says where YAML is broken and still uses the lines that make sense`() {
    let notice = read("---\n文号: 示府〔2024〕3号\n标题: 关于: 检查的通知\n---\n" + body)
    #expect(first("front-matter-invalid", in: notice)?.range?.start.line == 3)
    #expect(notice.documentNumber?.text == "示府〔2024〕3号")
    #expect(notice.title == "关于: 检查的通知")
  }

  @Test func `reads a full-width colon behind a known key`() {
    let notice = read("---\n文号：示府〔2024〕3号\n---\n" + body)
    #expect(notice.documentNumber?.text == "示府〔2024〕3号")
    #expect(ids(notice).contains("front-matter-full-width-colon"))
  }

  @Test func `warns when YAML drops text behind a number sign`() {
    let notice = read("---\n内容概述: 关于 #3楼的事\n---\n" + body)
    #expect(first("front-matter-comment", in: notice)?.arguments == ["#3楼的事"])
    #expect(!ids(read("---\nid: a # 注释\n---\n" + body)).contains("front-matter-comment"))
  }

  @Test func `reports a key that stands twice under two names`() {
    let notice = read("---\n标题: 关于检查的通知\ntitle: 关于别的通知\n---\n" + body)
    #expect(first("front-matter-key-twice", in: notice)?.range?.start.line == 3)
    #expect(notice.title == "关于检查的通知")
  }

  @Test func `refuses a bomb of anchors and aliases at once`() {
    var yaml = "a: &a [x,x,x,x,x,x,x,x,x]\n"
    for (name, before) in zip("bcdefghij", "abcdefghi") {
      let copies = Array(repeating: "*\(before)", count: 9).joined(separator: ",")
      yaml += "\(name): &\(name) [\(copies)]\n"
    }
    let notice = read("---\n\(yaml)---\n" + body)
    #expect(first("front-matter-alias", in: notice)?.severity == .error)
    #expect(notice.parts[0].addressee == "各镇人民政府")
  }

  @Test(arguments: [
    String(repeating: "[", count: 30_000), String(repeating: "- ", count: 30_000),
    "a: " + String(repeating: "{b: ", count: 5_000), String(repeating: "? ", count: 30_000),
  ])
  func `refuses nesting without end`(yaml: String) {
    #expect(ids(read("---\n\(yaml)\n---\n" + body)).contains("front-matter-too-deep"))
  }

  @Test func `refuses front matter that is larger than any metadata`() {
    let yaml = "内容概述: " + String(repeating: "长", count: 30_000)
    let notice = read("---\n\(yaml)\n---\n" + body)
    #expect(ids(notice).contains("front-matter-too-large"))
  }

  @Test func `says both when the text and the front matter disagree, and uses the front matter`() {
    let notice = read(
      "---\n成文日期: 2024-01-30\n---\n# 示例县人民政府关于开展检查的通知\n\n各镇人民政府：\n\n请检查。\n\n示例县人民政府\n\n2024年1月31日\n")
    #expect(notice.dates.issued == CivilDate(iso: "2024-01-30"))
    let diagnostic = first("front-matter-disagrees", in: notice)
    #expect(diagnostic?.arguments == ["issued", "2024-01-30", "2024-01-31"])
    #expect(diagnostic?.severity == .warning)
    #expect(diagnostic?.range?.start.line == 2)
  }

  @Test func `takes a title with and without its issuer for the same`() {
    let notice = read("---\n标题: 关于开展检查的通知\n---\n" + body)
    #expect(!ids(notice).contains("front-matter-disagrees"))
    #expect(notice.altTitles == ["示例县人民政府关于开展检查的通知"])
  }

  @Test func `does not count brackets and spaces as disagreement`() {
    let notice = read("---\n文号: 示府[2024]3号\n---\n示府〔2024〕 3号\n\n# 示例县人民政府关于开展检查的通知\n\n检查。\n")
    #expect(!ids(notice).contains("front-matter-disagrees"))
  }

  @Test func `reads attachments as names and as labelled files`() {
    let notice = read("---\n附件:\n  - 表/申请表.docx\n  - 标签: 附件2\n    名称: 发放标准\n    文件: 标准.csv\n---\n" + body)
    #expect(
      notice.attachments == [
        Attachment(name: "申请表", file: "表/申请表.docx", line: 3),
        Attachment(label: "附件2", name: "发放标准", file: "标准.csv", line: 4),
      ])
  }

  @Test func `binds a declared file to the attachment that the text names`() {
    let notice = read(
      "---\n附件: [申请表.docx]\n---\n# 示例县人民政府关于开展检查的通知\n\n各镇人民政府：\n\n请检查。\n\n附件：1. 申请表\n\n示例县人民政府\n\n2024年1月31日\n"
    )
    #expect(notice.attachments == [Attachment(label: "附件1", name: "申请表", file: "申请表.docx", line: 2)])
  }

  @Test func `takes withdrawn with and without a reason`() {
    #expect(read("---\n撤下: 内容有误\n替代文件: b\n---\n" + body).directives.withdrawn == "内容有误")
    #expect(read("---\nwithdrawn: true\n---\n" + body).directives.withdrawn == "")
    #expect(read("---\nwithdrawn: false\n---\n" + body).directives.withdrawn == nil)
  }

  @Test func `says that a file of nothing but front matter holds no text`() {
    #expect(ids(read("---\nid: a\n---\n")).contains("file-empty"))
    #expect(!ids(read("---\nid: a\nwithdrawn: 误发\n---\n")).contains("file-empty"))
  }

  @Test func `uses the author of a web system only for want of an issuer`() {
    #expect(read("---\nauthor: 原环境保护部\n---\n# 监测办法\n\n第一条 监测。\n").issuers == ["原环境保护部"])
    #expect(read("---\nauthor: admin\n发文机关: 甲局\n---\n# 监测办法\n\n第一条 监测。\n").issuers == ["甲局"])
  }

  @Test(arguments: [
    ("2017-7-7", "2017-07-07"), ("２０１７年７月７日", "2017-07-07"), ("2017.07.07", "2017-07-07"),
    ("2017年7月7日 09时30分", "2017-07-07"), ("2017-07-07T10:00:00+08:00", "2017-07-07"),
  ])
  func `reads dates as editors type them`(typed: String, iso: String) {
    #expect(TypedDate.read(typed)?.0.iso == iso)
  }

  @Test(arguments: ["2017", "2017-07", "7月7日", "2017-13-01", "明天", "2017-07-07 起", ""])
  func `takes nothing else for a date`(typed: String) {
    #expect(TypedDate.read(typed) == nil)
  }
}
