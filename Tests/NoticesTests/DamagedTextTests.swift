import Diagnostics
import Testing

@testable import Notices

/// Text that was cut off, scanned or decoded wrongly: always a document, with every word in it, and a word about what is wrong.
@Suite("Damaged text") struct DamagedTextTests {
  private static let whole = """
    索引号：SL-1/2017
    发文机关：示例县人民政府

    示例县人民政府关于加强防汛工作的通知
    示府〔2017〕10号

    各镇人民政府：
    为做好《示例县防汛条例》的贯彻，现通知如下。
    一、总体要求
    （一）明确责任。各镇要在2017年12月底前完成。（责任单位：县水利局、各镇人民政府）
    （二）加强督查。
    附件：1. 分工表

    示例县人民政府
    2017年7月7日
    """

  @Test func `a text that is cut off anywhere is a document without a loss`() {
    let bytes = Array(Self.whole.utf8)
    for end in stride(from: 1, through: bytes.count, by: 7) {
      let file = SourceFile(path: "content/a.txt", bytes: Array(bytes[..<end]))
      #expect(LosslessCheck.check(file) == [], "cut off at byte \(end)")
    }
  }

  @Test func `a character that was cut in two is reported with its place`() {
    let file = SourceFile(path: "content/a.txt", bytes: Array("示例县通知\n请检查。".utf8.dropLast()))
    let notice = NoticeReader().read(file)
    #expect(notice.diagnostics.contains { $0.range?.start == SourcePosition(line: 2, column: 4) })
    #expect(LosslessCheck.check(file) == [])
  }

  @Test func `a scan with wrong digits and torn lines keeps every word`() {
    let scan = """
      示例县人民政府关于加强防汛工作的通知
      示府〔2O17〕l0号
      各镇人民政府:
      为做好防汛工
      作 ， 现 通 知 如 下 。
      — 3 —
      一 、总体要求
      (—)明确责任。各镇要在2O17年l2月底前完成。
      示例县人民政府
      二O一七年七月七日
      """
    #expect(TextReading.losses(scan) == [])
    let notice = TextReading.read(scan)
    #expect(notice.title == "示例县人民政府关于加强防汛工作的通知")
    #expect(notice.dates.issued?.iso == "2017-07-07")
  }

  @Test func `text that was decoded wrongly before it was saved is reported`() {
    let notice = TextReading.read("绀轰緥鍘夸汉姘戞斂搴滃叧浜庡姞寮洪槻姹涘伐浣滅殑閫氱煡銆傝妫€鏌ャ€傝妫€鏌ャ€傦紝锛岋紱锛屾槸銆�")
    #expect(notice.diagnostics.contains { $0.id == "text-mojibake" || $0.id == "replacement-characters" })
  }

  @Test func `a header that contradicts the text is reported with both, and the text is used`() {
    let text = """
      索引号：SL-1/2017
      文号：示府〔2017〕11号
      成文日期：2017年7月8日

      \(Self.whole.split(separator: "\n").dropFirst(2).joined(separator: "\n"))
      """
    let notice = TextReading.read(text)
    #expect(notice.documentNumber?.text == "示府〔2017〕10号")
    #expect(notice.dates.issued?.iso == "2017-07-07")
    let found = notice.diagnostics.filter { $0.id == "header-disagrees" }
    #expect(
      found.map(\.arguments) == [
        ["文号", "示府〔2017〕11号", "示府〔2017〕10号"], ["成文日期", "2017-07-08", "2017-07-07"],
      ])
    #expect(found.first?.range?.start.line == 5)
    #expect(notice.otherNumbers == ["示府〔2017〕11号"])
    #expect(TextReading.losses(text) == [])
  }

  @Test func `a header that prints the number another way contradicts nothing`() {
    let text = "文号：示府[2017]10号\n发文机关：示例县人民政府\n\n" + Self.whole
    #expect(!TextReading.read(text).diagnostics.contains { $0.id == "header-disagrees" })
  }

  @Test
  func `ten thousand clauses, a clause of a megabyte and marks opened ten thousand times are documents`() {
    let clauses = (1...10_000).map { "第\($0)条 各镇应当检查第\($0)条河流。" }.joined(separator: "\n")
    #expect(TextReading.sections(TextReading.read(clauses)).count == 10_000)
    let long = "第一条 " + String(repeating: "各镇应当检查河流，", count: 40_000) + "。"
    #expect(TextReading.losses(long) == [])
    let deep =
      "关于" + String(repeating: "《", count: 10_000) + "办法" + String(repeating: "》", count: 10_000) + "的通知"
    #expect(TextReading.losses("示例县通知\n" + deep) == [])
  }
}
