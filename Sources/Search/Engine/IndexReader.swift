import FoundationEssentials

/// Reads the files of one segment, each at most once, and counts what it costs.
final class IndexReader {
  private let source: any IndexSource
  let root: IndexRoot
  let manifest: Manifest
  private(set) var requests: Int
  private(set) var bytes: Int
  private var files: [String: [UInt8]] = [:]
  private var chunks: [Int: Chunk] = [:]
  private var blocks: [BlockKey: TextBlock.Content] = [:]

  private struct BlockKey: Hashable {
    var document: Int32
    var block: Int
  }

  /// Opens the index: two files.
  static func open(_ source: some IndexSource) throws -> OpenIndex {
    let path = "search/root.json"
    guard let bytes = try source.read(path) else { throw SearchError.missing(path: path) }
    let root: IndexRoot
    do { root = try JSONDecoder().decode(IndexRoot.self, from: Data(bytes)) } catch {
      throw SearchError.damaged(path: path, reason: "not the JSON that was written")
    }
    guard root.format == SearchIndex.format, root.segments.count == 1 else {
      throw SearchError.unsupported(format: root.format)
    }
    let id = root.segments[0].id
    guard !id.isEmpty, id.utf8.allSatisfy({ 0x30...0x39 ~= $0 || 0x61...0x66 ~= $0 }) else {
      throw SearchError.damaged(path: path, reason: "segment name")
    }
    let manifestPath = "search/\(id)/m.bin"
    guard let packed = try source.read(manifestPath) else { throw SearchError.missing(path: manifestPath) }
    guard let plain = Zlib.decompress(packed, limit: 1 << 28) else {
      throw SearchError.damaged(path: manifestPath, reason: "not a whole zlib stream")
    }
    do {
      let manifest = try Manifest(plain)
      return OpenIndex(root: root, manifest: manifest, bytes: bytes.count + packed.count)
    } catch is ByteCursor.Truncated {
      throw SearchError.damaged(path: manifestPath, reason: "impossible values")
    }
  }

  init(_ source: any IndexSource, _ index: OpenIndex) {
    self.source = source
    root = index.root
    manifest = index.manifest
    requests = 2
    bytes = index.bytes
  }

  /// A full list or a set by its numeric key; `nil` when no document has the term.
  func list(numeric key: Int?) throws -> TermList? {
    guard let key, let number = manifest.chunk(numeric: key) else { return nil }
    let chunk = try chunk(number)
    let index = chunk.numericKeys.partition { $0 < key }
    guard index < chunk.numericKeys.count, chunk.numericKeys[index] == key else { return nil }
    return try list(chunk, index, isFull: manifest.isFull(numeric: key))
  }

  func list(label key: [UInt8]) throws -> TermList? {
    guard let number = manifest.chunk(label: key) else { return nil }
    let chunk = try chunk(number)
    let index = chunk.labelKeys.partition { $0.lexicographicallyPrecedes(key) }
    guard index < chunk.labelKeys.count, chunk.labelKeys[index] == key else { return nil }
    return try list(chunk, index, isFull: LabelClass.isFull(key))
  }

  /// The documents of every term whose key begins with `prefix`; `nil` when that needs more than `limit` files.
  func documents(prefix: [UInt8], limit: Int) throws -> [[Int32]]? {
    let range = manifest.chunks(prefix: prefix)
    guard range.count <= limit else { return nil }
    var out: [[Int32]] = []
    for number in range {
      let chunk = try chunk(number)
      for (i, key) in chunk.labelKeys.enumerated() where key.starts(with: prefix) {
        out.append(try list(chunk, i, isFull: LabelClass.isFull(key)).documents)
      }
    }
    return out
  }

  func facet(_ name: String) throws -> [(value: String, documents: [Int32])]? {
    guard let index = root.facets.firstIndex(of: name) else { return nil }
    let path = path(Segment.facetPath(index))
    guard let plain = Zlib.decompress(try file(path), limit: 1 << 28) else {
      throw SearchError.damaged(path: path, reason: "not a whole zlib stream")
    }
    return try checked(path) {
      var cursor = ByteCursor(plain)
      guard try Array(cursor.take(4)) == FacetFiles.magic else { throw ByteCursor.Truncated() }
      return try (0..<(try cursor.count())).map { _ in
        let value = String(decoding: try cursor.take(cursor.count()), as: UTF8.self)
        let count = try cursor.count(limit: manifest.documents)
        let length = try cursor.count()
        let start = cursor.at
        _ = try cursor.take(length)
        guard
          let list = TermList(plain, start..<start + length, documents: count, .set, manifest)
        else { throw ByteCursor.Truncated() }
        return (value, list.documents)
      }
    }
  }

  func block(_ document: Int32, _ block: Int) throws -> TextBlock.Content {
    let key = BlockKey(document: document, block: block)
    if let known = blocks[key] { return known }
    let path = path(TextBlock.path(document: Int(document), block: block))
    let content = try checked(path) {
      try TextBlock.Content(
        try file(path), document: Int(document), block: block, manifest)
    }
    blocks[key] = content
    return content
  }

  /// Reads the clauses of a term that has them in a file of its own.
  func place(_ list: inout TermList) throws {
    guard let file = list.clauseFile, !list.isPlaced else { return }
    let path = path(ClauseFile.path(file.number))
    try checked(path) { try list.place(file: try self.file(path), manifest) }
  }

  private func list(_ chunk: Chunk, _ index: Int, isFull: Bool) throws -> TermList {
    let kind: TermList.Kind = !isFull ? .set : chunk.isSplit[index] ? .split : .full
    guard
      let list = TermList(chunk.bytes, chunk.streams[index], documents: chunk.counts[index], kind, manifest)
    else { throw SearchError.damaged(path: chunk.path, reason: "impossible list") }
    return list
  }

  private func chunk(_ number: Int) throws -> Chunk {
    if let known = chunks[number] { return known }
    let path = path(ChunkFile.path(number))
    let chunk = try checked(path) { try Chunk(try file(path), path: path, number: number, manifest) }
    chunks[number] = chunk
    return chunk
  }

  private func path(_ name: String) -> String { "search/\(root.segments[0].id)/\(name)" }

  private func file(_ path: String) throws -> [UInt8] {
    if let known = files[path] { return known }
    guard let read = try source.read(path) else { throw SearchError.missing(path: path) }
    requests += 1
    bytes += read.count
    files[path] = read
    return read
  }

  private func checked<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
    do { return try body() } catch is ByteCursor.Truncated {
      throw SearchError.damaged(path: path, reason: "cut short or not a file of this index")
    }
  }
}

/// What opening an index gives.
struct OpenIndex: Sendable {
  let root: IndexRoot
  let manifest: Manifest
  let bytes: Int
}

/// A chunk file, checked, its lexicon spread out.
struct Chunk {
  let path: String
  let bytes: [UInt8]
  private(set) var numericKeys: [Int] = []
  private(set) var labelKeys: [[UInt8]] = []
  private(set) var counts: [Int] = []
  private(set) var streams: [Range<Int>] = []
  /// For full lists: their clauses are elsewhere.
  private(set) var isSplit: [Bool] = []

  init(_ bytes: [UInt8], path: String, number: Int, _ manifest: Manifest) throws {
    self.path = path
    self.bytes = bytes
    guard bytes.count >= 12, Array(bytes[..<4]) == ChunkFile.magic else { throw ByteCursor.Truncated() }
    let end = bytes.count - 4
    guard bytes.hasChecksum else { throw ByteCursor.Truncated() }
    var cursor = ByteCursor(bytes, at: 4, end: end)
    let numeric = number < manifest.numericChunks
    guard try cursor.byte() == (numeric ? 0 : 1), try cursor.varint() == number else {
      throw ByteCursor.Truncated()
    }
    let count = try cursor.count()
    let lexicon = try cursor.count()
    var at = cursor.at + lexicon
    var key = 0
    var spread = Manifest.mostSpread
    for _ in 0..<count {
      var full = false
      if numeric {
        key = try Manifest.sum(key, cursor.varint())
        numericKeys.append(key)
        full = manifest.isFull(numeric: key)
      } else {
        labelKeys.append(try Manifest.frontCoded(&cursor, after: labelKeys.last ?? [], &spread))
        full = LabelClass.isFull(labelKeys[labelKeys.count - 1])
      }
      counts.append(try cursor.varint())
      let said = try cursor.varint()
      isSplit.append(full && said & 1 == 1)
      let length = full ? said >> 1 : said
      guard length <= end - at else { throw ByteCursor.Truncated() }
      streams.append(at..<at + length)
      at += length
    }
    guard at == end else { throw ByteCursor.Truncated() }
  }
}
