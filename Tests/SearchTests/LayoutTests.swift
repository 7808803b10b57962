import Testing

@testable import Search

/// How an index is laid out changes how it is read, never what it finds.
@Suite struct LayoutTests {
  private let documents = InventedDocuments.make(40, seed: 21)

  private func files(_ options: SearchOptions, _ documents: [SearchDocument]? = nil) throws -> [IndexFile] {
    let shard = try IndexShard(documents: documents ?? self.documents, options: options)
    return try SearchIndex.files(shards: [shard], options: options)
  }

  private func ids(_ engine: SearchEngine, _ query: String) throws -> Set<String> {
    let results = try engine.search(query, limit: documents.count)
    return results.partial ? [] : Set(results.hits.map(\.id))
  }

  @Test func `clauses of common terms in files of their own do not change what is found`() throws {
    let whole = try SearchEngine(source: MemoryIndex(files(SearchOptions())))
    let split = try files(SearchOptions(splitBytes: 30, splitAbove: 0))
    #expect(split.contains { $0.path.contains("/b/") })
    let engine = try SearchEngine(source: MemoryIndex(split))
    for query in GoldenVectors.queries(documents) {
      #expect(try ids(engine, query) == ids(whole, query), "query \(query.debugDescription)")
    }
  }

  @Test func `lists are split above a number of documents only`() throws {
    #expect(try !files(SearchOptions(splitBytes: 30, splitAbove: 40)).contains { $0.path.contains("/b/") })
  }

  @Test func `chunks grow with the number of documents`() {
    let options = SearchOptions()
    #expect(options.chunkTarget(documents: 20_000) == 3072)
    #expect(options.chunkTarget(documents: 20_001) == 6144)
    #expect(options.chunkTarget(documents: 200_000) == 6144)
    #expect(options.chunkTarget(documents: 200_001) == 12288)
  }

  @Test func `a limit of files makes blocks larger, then chunks, and finds the same`() throws {
    let free = try files(SearchOptions())
    let most = documents.count + 12
    #expect(free.count > most)
    let shift = SearchOptions.blockShift(
      clauses: documents.map { $0.indexedClauses.count }, characters: 1, mostFiles: most)
    let options = SearchOptions(blockShift: shift, mostFiles: most)
    let few = try files(options)
    #expect(few.count <= most)
    let (a, b) = (
      try SearchEngine(source: MemoryIndex(free)), try SearchEngine(source: MemoryIndex(few))
    )
    for query in GoldenVectors.queries(documents).prefix(120) { #expect(try ids(a, query) == ids(b, query)) }
  }

  @Test func `a limit that cannot be kept is an error that says how many files it takes`() throws {
    #expect {
      _ = try files(SearchOptions(blockShift: 20, mostFiles: 12))
    } throws: { error in
      guard case .tooManyFiles(let needed, 12)? = error as? SearchError else { return false }
      return needed > documents.count
    }
  }

  @Test func `blocks hold about as much text, whatever the length of clauses`() {
    func shift(_ characters: Int) -> Int {
      SearchOptions.blockShift(clauses: [100], characters: characters * 100, mostFiles: nil)
    }
    #expect(shift(120) == 4)
    #expect(shift(50) == 4)
    #expect(shift(49) == 5)
    #expect(shift(10) == 6)
  }

  @Test func `the same documents give the same bytes, also after one came and went`() throws {
    let before = try files(SearchOptions())
    #expect(try files(SearchOptions()) == before)
    let more = InventedDocuments.make(41, seed: 21)
    #expect(try files(SearchOptions(), more) != before)
    #expect(try files(SearchOptions()) == before)
  }

  @Test func `text blocks that were handed out are those that the shard would have kept`() throws {
    let options = SearchOptions(blockShift: 5)
    var out: [IndexFile] = []
    let shards = [
      try IndexShard(documents: Array(documents[..<15]), options: options, first: 0) { out.append($0) },
      try IndexShard(documents: Array(documents[15...]), options: options, first: 15) { out.append($0) },
    ]
    var name = ""
    try SearchIndex.write(shards: shards, options: options) {
      out.append($0)
    } rename: {
      #expect($0 == SearchIndex.unnamed)
      name = $1
    }
    let renamed = out.map {
      $0.path.hasPrefix("search/new/")
        ? IndexFile(path: name + $0.path.dropFirst("search/new".count), bytes: $0.bytes) : $0
    }
    let byPath = { (files: [IndexFile]) in files.sorted { $0.path < $1.path } }
    #expect(try byPath(renamed) == byPath(files(options)))
  }
}
