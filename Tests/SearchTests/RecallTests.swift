import Builds
import TestSupport
import Testing

@testable import Search

@Suite struct RecallTests {
  /// Documents, their normal texts, and an engine over them.
  struct Corpus {
    let documents: [SearchDocument]
    let texts: [[NormalText]]
    let engine: SearchEngine

    init(_ documents: [SearchDocument], options: SearchOptions = SearchOptions()) throws {
      self.documents = documents
      texts = documents.map { $0.indexedClauses.map { NormalText($0.text) } }
      let third = max(1, documents.count / 3)
      let shards = try stride(from: 0, to: documents.count, by: third).map {
        try IndexShard(documents: Array(documents[$0..<min($0 + third, documents.count)]), options: options)
      }
      engine = try SearchEngine(source: MemoryIndex(SearchIndex.files(shards: shards, options: options)))
    }

    func scan(_ runs: [[UInt32]]) -> Set<String> {
      Set(
        documents.indices.filter { i in
          runs.allSatisfy { run in texts[i].contains { $0.contains(run) } }
        }.map { documents[$0].id })
    }

    /// What the engine finds, every page of it.
    func found(_ query: String) throws -> (ids: Set<String>, results: SearchResults) {
      let results = try engine.search(SearchRequest(query, limit: documents.count))
      return (results.partial ? [] : Set(results.hits.map(\.id)), results)
    }
  }

  static let corpus = Result { try Corpus(InventedDocuments.make(60, seed: 1)) }

  /// Substrings of the text as typed, without the signs that the query language gives a meaning.
  private func substrings(_ count: Int, lengths: ClosedRange<Int>, seed: UInt64, _ corpus: Corpus) -> [String]
  {
    var random = Random(seed)
    var out: [String] = []
    while out.count < count {
      let clause = random.pick(random.pick(corpus.documents).clauses)
      let text = Array(clause.text.unicodeScalars)
      let length = lengths.lowerBound + random.next(lengths.count)
      guard text.count >= length else { continue }
      let start = random.next(text.count - length + 1)
      let piece = String(String.UnicodeScalarView(text[start..<start + length]))
      let special = piece.unicodeScalars.contains { "\"“”:：-－ \n　＂".unicodeScalars.contains($0) }
      if !special && !NormalText(piece).symbols.isEmpty { out.append(piece) }
    }
    return out
  }

  @Test func `any typed substring finds exactly the documents that contain it`() throws {
    let corpus = try Self.corpus.get()
    for query in substrings(400, lengths: 1...12, seed: 2, corpus) {
      let runs = NormalText(query).runs
      let truth = corpus.scan(runs)
      let (ids, results) = try corpus.found(query)
      #expect(ids == truth, "query \(query.debugDescription)")
      #expect(results.exact && results.total == truth.count, "query \(query.debugDescription)")
    }
  }

  @Test func `a document number finds its document in any brackets`() throws {
    let corpus = try Self.corpus.get()
    for (i, document) in corpus.documents.enumerated() {
      let year = document.date!.prefix(4)
      for typed in [
        "示府〔\(year)〕\(i + 1)号", "示府[\(year)]\(i + 1)号", "示府（\(year)）\(i + 1)号", "示府\(year) \(i + 1)",
        "示府【\(year)】第\(i + 1)号", "示府\(year)\(i + 1)号", "示府 \(year) \(i + 1) 号", "示府〔\(year)〕\(i + 1)",
      ] {
        let results = try corpus.engine.search(typed, limit: 3)
        #expect(results.hits.first?.id == document.id, "typed \(typed)")
      }
    }
  }

  /// Real notices, when the shared corpus is at hand: clauses are groups of lines.
  @Test(.enabled(if: Repository.corpus != nil, "GONGKAI_CORPUS is not set: real notices are not searched"))
  func `any typed substring of real notices finds exactly the notices that contain it`() throws {
    let folder = try #require(Repository.corpus) + "/notices"
    let disk = Disk()
    let names = try disk.list(folder).sorted()
    let documents = try names.enumerated().map { i, name in
      var clauses = [SearchClause(anchor: "", text: name)]
      var current = ""
      let content = String(decoding: try disk.read(folder + "/" + name), as: UTF8.self)
      for line in content.split(whereSeparator: \.isNewline) {
        current += line + "\n"
        guard current.utf8.count > 900 else { continue }
        clauses.append(SearchClause(anchor: "\(clauses.count)", text: current))
        current = ""
      }
      clauses.append(SearchClause(anchor: "\(clauses.count)", text: current))
      return SearchDocument(
        id: "n\(i)", source: name, url: "d/n\(i)/", title: name, clauses: clauses)
    }
    #expect(documents.count >= 300)
    let corpus = try Corpus(documents)
    for query in substrings(40, lengths: 1...12, seed: 3, corpus) {
      let truth = corpus.scan(NormalText(query).runs)
      let (ids, _) = try corpus.found(query)
      #expect(ids == truth, "query \(query.debugDescription)")
    }
  }
}
