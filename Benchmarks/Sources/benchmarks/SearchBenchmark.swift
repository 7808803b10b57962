import Foundation
import Search

/// Builds an index, says what it costs, and answers queries from it.
///
///     benchmarks search DOCUMENTS.jsonl [--output FOLDER] [--queries QUERIES.jsonl --answers ANSWERS.jsonl]
///
/// A document is `{"id", "title", "clauses": [{"anchor", "text"}]}`, a query `{"query", "limit"}`, an answer `{"ids", "total",
/// "exact", "requests", "bytes"}`. `Benchmarks/search/run.py` makes the inputs and judges the answers.
enum SearchBenchmark {
  private struct Document: Decodable {
    struct Clause: Decodable {
      var anchor: String
      var text: String
    }
    var id: String
    var title: String
    var clauses: [Clause]
  }
  private struct Query: Decodable {
    var query: String
    var limit: Int?
  }
  private struct Answer: Encodable {
    var ids: [String]
    var total: Int
    var exact: Bool
    var requests: Int
    var bytes: Int
  }

  static func run(_ arguments: [String]) throws {
    guard let input = arguments.first, !input.hasPrefix("-") else {
      print("search: python3 Benchmarks/search/run.py makes its inputs and calls it")
      return
    }
    func option(_ name: String) -> String? {
      guard let i = arguments.firstIndex(of: name), i + 1 < arguments.count else { return nil }
      return arguments[i + 1]
    }
    let documents = try lines(input).map { line -> SearchDocument in
      let it = try JSONDecoder().decode(Document.self, from: line)
      return SearchDocument(
        id: it.id, source: it.id, url: "d/\(it.id)/", title: it.title,
        clauses: it.clauses.map { SearchClause(anchor: $0.anchor, text: $0.text) })
    }
    let files = try build(documents)
    if let folder = option("--output") { try write(files, to: folder) }
    guard let queries = option("--queries"), let answers = option("--answers") else { return }
    try answer(queries, answers, MemoryIndex(files))
  }

  private static func build(_ documents: [SearchDocument]) throws -> [IndexFile] {
    let characters = documents.reduce(0) { sum, document in
      sum + document.clauses.reduce(0) { $0 + $1.text.unicodeScalars.count }
    }
    let before = Resources.processorSeconds
    var shards: [IndexShard] = []
    for start in stride(from: 0, to: documents.count, by: 256) {
      shards.append(try IndexShard(documents: Array(documents[start..<min(start + 256, documents.count)])))
    }
    let middle = Resources.processorSeconds
    let files = try SearchIndex.files(shards: shards)
    let seconds = Resources.processorSeconds - before
    let bytes = files.reduce(0) { $0 + $1.bytes.count }
    print("documents            \(documents.count)")
    print("characters           \(characters)")
    print("seconds of one core  \(rounded(seconds)) (shards \(rounded(middle - before)))")
    print("M characters/s/core  \(rounded(Double(characters) / 1e6 / seconds))")
    print("peak memory, MB      \(Resources.peakMegabytes)")
    print("files                \(files.count)")
    print("bytes                \(bytes)")
    print("bytes/character      \(rounded(Double(bytes) / Double(characters)))")
    return files
  }

  private static func answer(_ queries: String, _ answers: String, _ index: MemoryIndex) throws {
    let engine = try SearchEngine(source: index)
    var out = Data()
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let before = Resources.processorSeconds
    var count = 0
    for line in try lines(queries) {
      let query = try JSONDecoder().decode(Query.self, from: line)
      let results = try engine.search(query.query, limit: query.limit ?? 10)
      out += try encoder.encode(
        Answer(
          ids: results.hits.map(\.id), total: results.total, exact: results.exact, requests: results.requests,
          bytes: results.bytes))
      out.append(0x0A)
      count += 1
    }
    print(
      "ms a query, Swift    \(rounded((Resources.processorSeconds - before) * 1000 / Double(max(count, 1))))")
    try out.write(to: URL(fileURLWithPath: answers))
  }

  private static func write(_ files: [IndexFile], to folder: String) throws {
    let manager = FileManager.default
    if manager.fileExists(atPath: folder + "/search") { try manager.removeItem(atPath: folder + "/search") }
    var made = Set<String>()
    for file in files {
      let path = folder + "/" + file.path
      let parent = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
      if made.insert(parent).inserted {
        try manager.createDirectory(atPath: parent, withIntermediateDirectories: true)
      }
      try Data(file.bytes).write(to: URL(fileURLWithPath: path))
    }
  }

  private static func lines(_ path: String) throws -> [Data] {
    try Data(contentsOf: URL(fileURLWithPath: path)).split(separator: 0x0A).map { Data($0) }
  }

  private static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
