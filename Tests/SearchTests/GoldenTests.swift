import TestSupport
import Testing

@testable import Search

/// The same file is played back to the engine in a browser by Tests/Pages/test_search_engine.py.
@Test func `answers are those of the golden file that the browser is held to`() throws {
  #expect(try Recorded.matches("Tests/SearchTests/Golden/answers.json", GoldenVectors.json()))
}

@Test func `an index does not depend on how its documents are cut into shards`() throws {
  let documents = InventedDocuments.make(30, seed: 3)
  func files(_ size: Int) throws -> [IndexFile] {
    let shards = try stride(from: 0, to: documents.count, by: size).map {
      try IndexShard(documents: Array(documents[$0..<min($0 + size, documents.count)]))
    }
    return try SearchIndex.files(shards: shards)
  }
  let one = try files(30)
  #expect(try one == files(30))
  #expect(try one == files(7))
  #expect(try one == files(1))
}

@Test func `a changed document gives the segment another name, and taking the change back the old one`()
  throws
{
  var documents = InventedDocuments.make(5, seed: 4)
  func name() throws -> String? {
    let files = try SearchIndex.files(shards: [IndexShard(documents: documents)])
    return files.first { $0.path.hasSuffix("/m.bin") }?.path
  }
  let before = try name()
  let kept = documents[3]
  documents[3].clauses[0].text += "。"
  #expect(try name() != before)
  documents[3] = kept
  #expect(try name() == before)
}

@Test func `an index of nothing answers nothing`() throws {
  let files = try SearchIndex.files(shards: [])
  let engine = try SearchEngine(source: MemoryIndex(files))
  let results = try engine.search("通知")
  #expect(results.total == 0 && results.hits.isEmpty && results.exact)
}
