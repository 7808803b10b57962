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

  /// Where a law numbers its articles without a gap, the reader finds as many as its last number says.
  @Test func `laws without a gap in print have none as read`() throws {
    guard let corpus = Repository.corpus else {
      print("GONGKAI_CORPUS is not set: the corpus is not read")
      return
    }
    var complete = 0
    var gaps: [String] = []
    for path in try CorpusFiles.paths(corpus + "/laws") where path.hasSuffix(".md") || path.hasSuffix(".txt")
    {
      let notice = NoticeReader().read(SourceFile(path: path, bytes: try CorpusFiles.bytes(path)))
      let articles = TextReading.sections(notice).filter { $0.family == .article && $0.suffix == 0 }
      guard articles.count > 1 else { continue }
      var next = 1
      var hasGap = false
      for article in articles {
        if article.ordinal != 1, article.ordinal != next { hasGap = true }
        next = (article.ordinal ?? 0) + 1
      }
      if hasGap { gaps.append(path) } else { complete += 1 }
    }
    // Books of a code that begin in the middle, amendments, and two files that lack an article in print.
    #expect(gaps.count <= 16, "\(gaps)")
    #expect(complete > 1400)
  }
}
