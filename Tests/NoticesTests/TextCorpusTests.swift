import Diagnostics
import TestSupport
import Testing

@testable import Notices

@Suite("The corpus") struct TextCorpusTests {
  /// Anchors are unique, sections have them, clauses cover the headings: whatever the file.
  @Test func `every file reads into a sound notice`() throws {
    guard let corpus = Repository.corpus else {
      print("GONGKAI_CORPUS is not set: the corpus is not read")
      return
    }
    var unsound: [String] = []
    for path in try CorpusFiles.paths(corpus + "/notices") {
      let notice = NoticeReader().read(SourceFile(path: path, bytes: try CorpusFiles.bytes(path)))
      let anchors = TextReading.anchors(notice)
      if Set(anchors).count != anchors.count || anchors.contains("") || notice.parts.isEmpty {
        unsound.append(path)
      }
    }
    #expect(unsound == [])
  }

  /// A law has as many articles as its own numbering promises: one more each time, 之一 counted, or a gap that a person has
  /// looked at in print and that the reader reports.
  @Test func `laws have the articles that their numbers promise`() throws {
    guard let corpus = Repository.corpus else {
      print("GONGKAI_CORPUS is not set: the corpus is not read")
      return
    }
    var complete = 0
    var unexplained: [String] = []
    var unreported: [String] = []
    var met: Set<String> = []
    for path in try CorpusFiles.paths(corpus + "/laws") where path.hasSuffix(".md") || path.hasSuffix(".txt")
    {
      let notice = NoticeReader().read(SourceFile(path: path, bytes: try CorpusFiles.bytes(path)))
      let gaps = notice.parts.flatMap { Self.gaps(TextReading.sections($0.body)) }
      if TextReading.sections(notice).contains(where: { $0.family == .article }), gaps.isEmpty {
        complete += 1
      }
      let name = path.split(separator: "/").last.map(String.init) ?? path
      for gap in gaps {
        if Self.confirmed[name]?.gaps.contains(gap) == true {
          met.insert(name)
        } else {
          unexplained.append("\(name): \(gap)")
        }
        if !notice.diagnostics.contains(where: {
          $0.id == "number-skipped" && $0.range?.start.line == gap.line
        }) {
          unreported.append("\(name): \(gap)")
        }
      }
    }
    #expect(unexplained == [])
    #expect(unreported == [])
    #expect(met == Set(Self.confirmed.keys))
    #expect(complete > 1450)
  }

  struct Gap: Hashable, CustomStringConvertible {
    var before: Int
    var after: Int
    /// Where the article behind the gap stands; not part of what a gap is.
    var line = 0
    var description: String { "\(before) → \(after)" }

    init(_ before: Int, _ after: Int, line: Int = 0) {
      self.before = before
      self.after = after
      self.line = line
    }

    static func == (a: Gap, b: Gap) -> Bool { a.before == b.before && a.after == b.after }
    func hash(into hasher: inout Hasher) {
      hasher.combine(before)
      hasher.combine(after)
    }
  }

  /// Where the numbers of articles do not go on by one; 第一条 begins anew.
  private static func gaps(_ sections: [Section]) -> [Gap] {
    var result: [Gap] = []
    var ordinal = 0
    var suffix = 0
    for section in sections where section.family == .article {
      guard let next = section.ordinal else { continue }
      let goesOn =
        section.suffix == 0
        ? next == ordinal + 1 || next == 1 : next == ordinal && section.suffix == suffix + 1
      if !goesOn { result.append(Gap(ordinal, next, line: section.line)) }
      ordinal = next
      suffix = section.suffix
    }
    return result
  }

  /// Looked up in print, file by file.
  private static let confirmed: [String: (gaps: [Gap], reason: String)] = [
    "宪法修正案（1993年）.md": ([Gap(0, 3)], "numbers go on from the amendment before"),
    "宪法修正案（1999年）.md": ([Gap(0, 12)], "numbers go on from the amendment before"),
    "宪法修正案（2004年）.md": ([Gap(0, 18)], "numbers go on from the amendment before"),
    "宪法修正案（2018年）.md": (
      [Gap(0, 32), Gap(52, 123)],
      "numbers go on from the amendment before; articles 123–127 of the constitution are quoted"
    ),
    "物权编.md": ([Gap(0, 205)], "a book of a code"),
    "合同编.md": ([Gap(0, 463)], "a book of a code"),
    "人格权编.md": ([Gap(0, 989)], "a book of a code"),
    "婚姻家庭编.md": ([Gap(0, 1040)], "a book of a code"),
    "继承编.md": ([Gap(0, 1119)], "a book of a code"),
    "侵权责任编.md": ([Gap(0, 1164)], "a book of a code"),
    "附则.md": ([Gap(0, 1259)], "a book of a code"),
    "2020_广州市文明行为促进条例.txt": ([Gap(0, 2)], "the number of the first article is not printed"),
  ]
}
