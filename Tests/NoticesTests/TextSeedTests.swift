import Diagnostics
import TestSupport
import Testing

@testable import Notices

@Suite("The seed document") struct TextSeedTests {
  private let notice: Notice
  private let file: SourceFile

  init() throws {
    let path = "content/2017/法治政府建设实施方案.txt"
    file = SourceFile(path: path, bytes: Array(try Repository.text(path).utf8))
    notice = NoticeReader().read(file)
  }

  @Test func `the header belongs to the page, the signature to the text`() {
    #expect(notice.indexNumber == "GNps-04-2017-0346")
    #expect(notice.publisher == "排沙镇")
    #expect(notice.documentNumber == DocumentNumber(text: "宁发〔2017〕10号", code: "宁发", year: 2017, serial: 10))
    #expect(notice.issuers == ["中共广宁县委", "广宁县人民政府"])
    #expect(notice.dates.issued?.iso == "2017-07-07")
    #expect(notice.dates.published?.iso == "2017-09-28")
    #expect(notice.declaredValidity == "有效")
    #expect(notice.disclosure == "主动公开")
    #expect(notice.catalog == ["规范性文件"])
    #expect(notice.keywords.isEmpty)
    #expect(notice.summary == nil)
    #expect(notice.provenance == "转载于广宁县委、县人民政府公开发文资料")
  }

  @Test func `the wrapper, the inner notice and the plan are told apart`() {
    #expect(notice.title == "关于转发《广宁县法治政府建设实施方案(2016-2020年)的通知》的通知")
    #expect(notice.parts.map(\.role) == [.main, .issued])
    #expect(notice.parts[0].title == "中共广宁县委 广宁县人民政府关于印发《广宁县法治政府建设实施方案(2016—2020年)》的通知")
    #expect(notice.parts[1].title == "广宁县法治政府建设实施方案(2016—2020年)")
    #expect(notice.parts[0].addressee == "各镇党委、人民政府,县直副科以上单位党组织")
  }

  @Test func `forty-eight items run through all sections`() {
    let sections = TextReading.sections(notice)
    #expect(sections.filter { $0.family == .digit }.compactMap(\.ordinal) == Array(1...48))
    #expect(sections.count { $0.family == .han } == 3)
    #expect(sections.count { $0.family == .hanParenthesised } == 9)
    #expect(sections.count { $0.family == .digitParenthesised } == 11)
    #expect(TextReading.anchors(notice).contains("2.5.35"))
    #expect(Set(TextReading.anchors(notice)).count == sections.count)
  }

  @Test func `fifty-three clauses give work to organs`() { #expect(notice.duties.count == 53) }

  @Test func `controls and the banner stand in furniture and nowhere else`() {
    #expect(notice.furniture.map(\.line) == [1, 10])
    #expect(notice.furniture.last?.text == "【字体:\u{A0}】【关闭窗口")
    let text = notice.clauses.map(\.text).joined()
    #expect(!text.contains("关闭窗口"))
  }

  @Test func `nothing is lost`() { #expect(LosslessCheck.check(file) == []) }
}
