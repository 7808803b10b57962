import Diagnostics
import TestSupport
import Testing

@testable import Notices

@Suite("Nothing is lost") struct TextLosslessTests {
  private let text = """
    政府信息公开系统
    索引号: SL-1 公开责任部门 示例镇
    公开日期 2021-09-28 关键词
    【字体: 】【关闭窗口
    示例县人民政府关于印发《示例县方案》的通知
    各镇人民政府:
    现将《示例县方案》印发给你们。
    附件：1. 甲表
    2. 乙表
    示例县人民政府
    2021年7月7日
    （此件公开发布）
    附件1
    示例县方案
    为做好工作,制定本方案。
    一、总则
    (一)目标。到2022年建成。
    工作目标:牢固树立发展理念，切实转变职能，提高服务水平。
    来源:示例县人民政府
    """

  @Test func `every scalar of a notice with all its organs is accounted for`() {
    #expect(TextReading.losses(text) == [])
  }

  @Test func `holds for odd texts`() {
    for odd in [
      "", "\n\n", "甲", "第一条", "附件", "附件1\n附件2", "：：：", "《《《", "（（一）", "1.1.1.1.1.1", "\u{200B}\u{3000}", "文号",
      "文号：\n文号：",
    ] {
      #expect(TextReading.losses(odd) == [], "\(odd)")
    }
  }

  /// The check must see what is taken away, wherever it stood.
  @Test func `a scalar that is missing from any field is a loss`() {
    let file = SourceFile(path: "a.txt", bytes: Array(text.utf8))
    let (notice, source, trace) = NoticeReader().trace(file)
    func losses(_ change: (inout Notice) -> Void) -> Int {
      var changed = notice
      change(&changed)
      return TracedLosslessCheck(changed, source, trace).losses().count
    }
    #expect(losses { _ in } == 0)
    #expect(losses { $0.indexNumber = "SL-" } > 0)
    #expect(losses { $0.publisher = nil } > 0)
    #expect(losses { $0.dates.published = nil } > 0)
    #expect(losses { $0.provenance = "示例县" } > 0)
    #expect(losses { $0.furniture.removeLast() } > 0)
    #expect(losses { $0.attachments[1].name = "乙" } > 0)
    #expect(losses { $0.parts[0].title = "示例县人民政府关于印发《示例县方案》" } > 0)
    #expect(losses { $0.parts[0].addressee = "各镇" } > 0)
    #expect(losses { $0.parts[0].signature?.organs = [] } > 0)
    #expect(losses { $0.parts[0].signature?.dateText = "2021年7月" } > 0)
    #expect(losses { $0.parts[0].notes = [] } > 0)
    #expect(losses { $0.parts[1].label = nil } > 0)
    #expect(losses { $0.parts[1].body.removeLast() } > 0)
    #expect(losses { $0.parts[1].body.swapAt(0, 1) } > 0)
    #expect(losses { $0.parts[0].body.append(.paragraph(Paragraph(text: "多出", line: 1))) } > 0)
  }

  @Test func `a stretch that no field claims is a loss, with its place`() {
    let file = SourceFile(path: "a.txt", bytes: Array("示例县公告\n现予公告。".utf8))
    let (notice, source, _) = NoticeReader().trace(file)
    let losses = TracedLosslessCheck(notice, source, ReadingTrace(isEnabled: true)).losses()
    #expect(losses.first?.line == 1)
    #expect(losses.first?.field == nil)
  }

  @Test func `clauses hold every word of the text`() {
    let notice = TextReading.read(text)
    let all = Solid.text(notice.clauses.map(\.text).joined())
    let words = [
      "示例县人民政府关于印发", "现将《示例县方案》印发给你们", "甲表", "乙表", "此件公开发布", "为做好工作", "一、总则", "(一)目标", "到2022年建成", "牢固树立",
      "工作目标", "示例县人民政府",
    ]
    for word in words {
      let wanted = Solid.text(word)
      #expect(
        String(decoding: all, as: UTF8.self).contains(String(decoding: wanted, as: UTF8.self)), "\(word)")
    }
    #expect(notice.clauses.first?.anchor == "")
  }

  @Test func `holds for every plain text of the corpus`() throws {
    guard let corpus = Repository.corpus else {
      print("GONGKAI_CORPUS is not set: the corpus is not read")
      return
    }
    var lossy: [String] = []
    for folder in ["notices", "laws"] {
      for path in try CorpusFiles.paths(corpus + "/" + folder) where path.hasSuffix(".txt") {
        let file = SourceFile(path: path, bytes: try CorpusFiles.bytes(path))
        if !LosslessCheck.check(file).isEmpty { lossy.append(path) }
      }
    }
    #expect(lossy == [])
  }
}
