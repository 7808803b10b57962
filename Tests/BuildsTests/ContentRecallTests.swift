import Diagnostics
import Notices
import Search
import TestSupport
import Testing

@testable import Builds

@Suite struct ContentRecallTests {
  /// Han characters that follow one another in a clause, and the file they stand in.
  private struct Run {
    var source: String
    var characters: [Unicode.Scalar]
  }

  @Test func `any two to eight Han characters of a sample find the sample`() async throws {
    let site = try Site()
    let disk = Disk()
    var runs: [Run] = []
    for file in try FolderScan.files(in: Repository.root + "/content", shownAs: "content", disk: disk).value {
      let bytes = try disk.read(file.location)
      try site.write(file.path, bytes)
      guard ContentScan.documentExtensions.contains(file.fileExtension) else { continue }
      let notice = NoticeReader().read(SourceFile(path: file.path, bytes: bytes))
      guard !notice.directives.draft, notice.directives.withdrawn == nil else { continue }
      for clause in notice.clauses {
        runs += Self.han(clause.text).map { Run(source: file.relativePath, characters: $0) }
      }
    }
    #expect(runs.count > 1000)
    #expect(await site.build().status == .built)

    let engine = try SearchEngine(source: FolderIndex(folder: site.folder / "site", disk: disk))
    var state: UInt64 = 1
    for _ in 0..<2000 {
      let run = runs[Self.next(&state, below: runs.count)]
      let length = min(2 + Self.next(&state, below: 7), run.characters.count)
      let start = Self.next(&state, below: run.characters.count - length + 1)
      let query = String(String.UnicodeScalarView(run.characters[start..<start + length]))
      let sources = try engine.search(query, limit: 100).hits.map(\.source)
      #expect(sources.contains(run.source), "\(query)")
    }
  }

  private static func han(_ text: String) -> [[Unicode.Scalar]] {
    text.unicodeScalars.split { !(0x4E00...0x9FFF).contains($0.value) }.map(Array.init).filter {
      $0.count > 1
    }
  }

  /// The same numbers every time (a linear congruential generator, high bits).
  private static func next(_ state: inout UInt64, below bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }
}
