import Foundation
import Search

/// Builds an index, says what it costs, and answers queries from it.
///
///     benchmarks search CORPUS [--output FOLDER] [--texts TEXTS.jsonl] [--queries QUERIES.jsonl --answers ANSWERS.jsonl]
///                       [--chunk-bytes N] [--split-bytes N] [--split-above N]
///     benchmarks search FOLDER --built --queries QUERIES.jsonl --answers ANSWERS.jsonl
///
/// The second form answers from the index that FOLDER holds.
/// CORPUS is a folder of notices, or lines of JSON: a document is `{"id", "title", "clauses": [{"anchor", "text"}]}`, a query `{"query", "limit"}`, an answer `{"ids", "scores", "normal", "partial", "total",
/// "exact", "requests", "bytes"}`. `Benchmarks/search/run.py` makes the inputs and judges the answers.
enum SearchBenchmark {
  private struct Query: Decodable {
    var query: String
    var limit: Int?
  }
  private struct Text: Encodable {
    var id: String
    var numbers: [String]
    var clauses: [String]
  }
  private struct Answer: Encodable {
    var ids: [String]
    var scores: [Int]
    var normal: String
    var partial: Bool
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
    let built = arguments.contains("--built")
    let folder =
      built ? input : option("--output") ?? NSTemporaryDirectory() + "gongkai-search-\(getpid())"
    defer {
      if !built && option("--output") == nil { try? FileManager.default.removeItem(atPath: folder) }
    }
    if !built {
      var options = SearchOptions()
      options.chunkBytes = option("--chunk-bytes").flatMap { Int($0) }
      if let it = option("--split-bytes").flatMap({ Int($0) }) { options.splitBytes = it }
      if let it = option("--split-above").flatMap({ Int($0) }) { options.splitAbove = it }
      try build(input, folder, texts: option("--texts"), options)
    }
    guard let queries = option("--queries"), let answers = option("--answers") else { return }
    try answer(queries, answers, FolderIndex(folder: folder))
  }

  /// As a build does: text blocks go out as they are made, chunks as they are full.
  private static func build(_ input: String, _ folder: String, texts: String?, _ given: SearchOptions) throws
  {
    let output = OutputFolder(folder)
    try output.clear()
    var options = given
    var clauses: [Int] = []
    var characters = 0
    var texts = try texts.map { path in
      FileManager.default.createFile(atPath: path, contents: nil)
      return try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    }
    defer { try? texts?.close() }
    // A first look at some says how long clauses are and which characters they have; a build knows the lengths of all.
    let sample = try SearchCorpus.sample(of: input)
    for document in sample {
      clauses.append(document.clauseCount)
      characters += document.clauses.reduce(0) { $0 + $1.text.utf8.count / 3 }
    }
    let sampling = Resources.processorSeconds
    options.textCode = TextCode(sample: sample)
    var making = Resources.processorSeconds - sampling
    options.blockShift = SearchOptions.blockShift(
      clauses: clauses, characters: characters, mostFiles: nil)
    var shards: [IndexShard] = []
    var documents = 0
    characters = 0
    try SearchCorpus.slices(of: input) { slice in
      for document in slice {
        for clause in document.clauses { characters += clause.text.unicodeScalars.count }
        guard let handle = texts else { continue }
        let line = try JSONEncoder().encode(
          Text(id: document.id, numbers: document.numbers, clauses: document.normalizedClauses))
        try handle.write(contentsOf: line + [0x0A])
      }
      let before = Resources.processorSeconds
      shards.append(try IndexShard(documents: slice, options: options, first: documents, emit: output.write))
      making += Resources.processorSeconds - before
      documents += slice.count
    }
    let before = Resources.processorSeconds
    try SearchIndex.write(shards: shards, options: options, emit: output.write, rename: output.rename)
    let seconds = Resources.processorSeconds - before + making
    print("documents            \(documents)")
    print("characters           \(characters)")
    print("seconds of one core  \(rounded(seconds)) (shards \(rounded(making)))")
    print("M characters/s/core  \(rounded(Double(characters) / 1e6 / seconds))")
    print("peak memory, MB      \(Resources.peakMegabytes)")
    print("files                \(output.files)")
    print("bytes                \(output.bytes)")
    print("bytes/character      \(rounded(Double(output.bytes) / Double(characters)))")
    texts = nil
  }

  private static func answer(_ queries: String, _ answers: String, _ index: FolderIndex) throws {
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
          ids: results.hits.map(\.id), scores: results.hits.map(\.score),
          normal: SearchText.normalized(query.query), partial: results.partial, total: results.total,
          exact: results.exact, requests: results.requests,
          bytes: results.bytes))
      out.append(0x0A)
      count += 1
    }
    print(
      "ms a query, Swift    \(rounded((Resources.processorSeconds - before) * 1000 / Double(max(count, 1))))")
    try out.write(to: URL(fileURLWithPath: answers))
  }

  private static func lines(_ path: String) throws -> [Data] {
    try Data(contentsOf: URL(fileURLWithPath: path)).split(separator: 0x0A).map { Data($0) }
  }

  private static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}

/// An index on the disk.
private struct FolderIndex: IndexSource {
  let folder: String
  func read(_ path: String) throws -> [UInt8]? {
    FileManager.default.contents(atPath: folder + "/" + path).map { [UInt8]($0) }
  }
}

/// Writes files and counts them.
private final class OutputFolder {
  private let folder: String
  private var made = Set<String>()
  private(set) var files = 0
  private(set) var bytes = 0

  init(_ folder: String) { self.folder = folder }

  func clear() throws {
    if FileManager.default.fileExists(atPath: folder + "/search") {
      try FileManager.default.removeItem(atPath: folder + "/search")
    }
  }

  func write(_ file: IndexFile) throws {
    let path = folder + "/" + file.path
    let parent = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
    if made.insert(parent).inserted {
      try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
    }
    files += 1
    bytes += file.bytes.count
    try Data(file.bytes).write(to: URL(fileURLWithPath: path))
  }

  func rename(_ old: String, _ new: String) throws {
    try FileManager.default.moveItem(atPath: folder + "/" + old, toPath: folder + "/" + new)
  }
}
