import Bytes

/// One immutable index: chunks, clause files, facets and manifest of all documents, handed out as they are made. Text
/// blocks are the shards' business.
struct Segment {
  let documents: Int
  private(set) var facetNames: [String] = []
  /// The first 12 hex digits of the digest of everything in the segment.
  private(set) var name = ""

  /// Makes the files of the segment; `emit` gets the path below the segment's folder, and bytes.
  init(
    shards: [IndexShard], options: SearchOptions, emit: @escaping (String, [UInt8]) throws -> Void
  ) throws {
    guard
      shards.allSatisfy({
        $0.options.blockShift == options.blockShift && $0.options.textCode == options.textCode
      })
    else {
      throw SearchError.mixedOptions
    }
    let entries = shards.flatMap(\.documents)
    documents = entries.count
    guard documents <= 1 << 24 else { throw SearchError.tooLarge(what: "documents") }
    var encoder = ListEncoder(sizes: entries.map { SizeClass.of(clauses: $0.clauses) })
    let alphabet = Alphabet(shards: shards)
    let facets = FacetFiles(entries.map(\.facets), &encoder)
    facetNames = facets.names
    let target = try Self.target(shards, alphabet, encoder, options, facets: facets.names.count)

    let digest = DigestingSink(emit: emit)
    let terms = try TermFiles(shards, alphabet, encoder, options, target: target, emit: digest.write)
    for (i, facet) in facets.contents.enumerated() {
      try digest.write(Self.facetPath(i), try Zlib.compress(facet))
    }
    let manifest = ManifestWriter(
      sizes: encoder.sizes, clauses: entries.lazy.map(\.clauses).reduce(0, +), options: options,
      terms: terms, alphabet: alphabet, sunk: encoder.sunk(entries))
    try digest.write("m.bin", try Zlib.compress(manifest.bytes, level: 9))
    name = digest.name(entries)
  }

  static func facetPath(_ number: Int) -> String { "f/\(number).bin" }

  /// The size of chunks with which the index has no more files than allowed: found by making them without keeping them.
  private static func target(
    _ shards: [IndexShard], _ alphabet: Alphabet, _ encoder: ListEncoder, _ options: SearchOptions,
    facets: Int
  ) throws -> Int {
    var target = options.chunkTarget(documents: encoder.documents)
    guard let most = options.mostFiles else { return target }
    // The manifest, the folding table, root.json.
    let others = shards.reduce(0) { $0 + $1.documents.reduce(0) { $0 + $1.blockCount } } + facets + 3
    while true {
      var count = 0
      _ = try TermFiles(shards, alphabet, encoder, options, target: target) { _, _ in count += 1 }
      if others + count <= most { return target }
      guard target < 1 << 26 else { throw SearchError.tooManyFiles(needed: others + count, most: most) }
      target *= 2
    }
  }
}

/// Digests what it passes on.
private final class DigestingSink {
  private var hash = SHA256()
  private let emit: (String, [UInt8]) throws -> Void

  init(emit: @escaping (String, [UInt8]) throws -> Void) { self.emit = emit }

  func write(_ path: String, _ bytes: [UInt8]) throws {
    hash.update(Array("\(path) \(bytes.count)\n".utf8))
    hash.update(bytes)
    try emit(path, bytes)
  }

  func name(_ entries: [ShardDocument]) -> String {
    for entry in entries { hash.update(entry.digest) }
    return String(hexadecimal(hash.finalize()).prefix(12))
  }
}

/// Makes the chunks of all terms, and the clause files of common ones.
struct TermFiles {
  /// How many chunks begin with each row of numeric keys.
  private(set) var rows: [Int] = []
  /// Where the chunks of labels begin, front coded, and how many there are.
  private(set) var labels: (count: Int, starts: [UInt8]) = (0, [])
  private var encoder: ListEncoder
  private let options: SearchOptions
  private let emit: (String, [UInt8]) throws -> Void
  private var clauseFiles = 0

  init(
    _ shards: [IndexShard], _ alphabet: Alphabet, _ encoder: ListEncoder, _ options: SearchOptions,
    target: Int, emit: @escaping (String, [UInt8]) throws -> Void
  ) throws {
    self.encoder = encoder
    self.options = options
    self.emit = emit
    let numeric = try numericChunks(shards, alphabet, target)
    rows = numeric.counts
    labels = try labelChunks(shards, first: numeric.next, target)
  }

  private func chunk(_ number: Int, _ bytes: [UInt8]) throws { try emit(ChunkFile.path(number), bytes) }

  private mutating func full(_ list: Postings) throws -> ChunkTerm {
    let count = list.documents.count
    guard list.clauses.count <= TermList.mostClauses else {
      throw SearchError.tooLarge(what: "clauses of a term")
    }
    let whole = encoder.full(list)
    guard encoder.documents > options.splitAbove, whole.bytes.count > options.splitBytes else {
      return ChunkTerm(documents: count, full: whole.bytes, isSplit: false)
    }
    let back = encoder.back(whole, documents: count, file: clauseFiles)
    try emit(ClauseFile.path(clauseFiles), back)
    defer { clauseFiles += 1 }
    let front = encoder.front(list, file: clauseFiles, size: back.count)
    return ChunkTerm(documents: count, full: front, isSplit: true)
  }

  /// Merges the sorted terms of all shards; a heap of one cursor a shard.
  private mutating func numericChunks(
    _ shards: [IndexShard], _ alphabet: Alphabet, _ target: Int
  ) throws -> NumericChunks {
    var writer = NumericChunks(symbols: alphabet.symbols.count, target: target, emit: chunk)
    var list = Postings()
    var merge = ShardMerge(shards.map(\.symbols))
    let bases = Self.bases(of: shards)
    while let key = merge.next() {
      let full = key >> 36 == TermClass.pair.rawValue
      list.removeAll()
      for (shard, range) in merge.current {
        shards[shard].symbols.unpack(range, base: bases[shard], full: full, into: &list)
      }
      let count = list.documents.count
      let term =
        full ? try self.full(list) : ChunkTerm(documents: count, set: encoder.set(list.documents))
      try writer.add(key: alphabet.key(key), term)
    }
    try writer.finish()
    return writer
  }

  /// Words, their suffixes, numbers and pinyin, in order of their bytes.
  private mutating func labelChunks(
    _ shards: [IndexShard], first: Int, _ target: Int
  ) throws -> (count: Int, starts: [UInt8]) {
    let bases = Self.bases(of: shards)
    var labels: [IndexShard.Label] = []
    for (shard, base) in zip(shards, bases) {
      labels += shard.labels.map { IndexShard.Label(key: $0.key, document: $0.document + base) }
    }
    var words: [[UInt8]: [(shard: Int, index: Int)]] = [:]
    for (s, shard) in shards.enumerated() {
      for (i, word) in shard.words.enumerated() {
        words[[LabelClass.word] + word, default: []].append((s, i))
      }
    }
    var list = Postings()
    for (key, places) in words {
      list.removeAll()
      for (s, i) in places {
        shards[s].wordTerms.unpack(term: i, base: bases[s], full: true, into: &list)
      }
      for suffix in Self.suffixes(key.dropFirst()) {
        labels += list.documents.map { IndexShard.Label(key: suffix, document: $0) }
      }
    }
    labels.sort()
    labels.removeRepeats()

    var writer = LabelChunks(first: first, target: target, emit: chunk)
    var at = 0
    func writeLabels(below limit: [UInt8]?, _ encoder: inout ListEncoder, _ writer: inout LabelChunks) throws
    {
      while at < labels.count {
        let key = labels[at].key
        if let limit, !key.lexicographicallyPrecedes(limit) { return }
        var documents: [Int32] = []
        while at < labels.count && labels[at].key == key {
          documents.append(labels[at].document)
          at += 1
        }
        try writer.add(
          key: key, ChunkTerm(documents: documents.count, set: encoder.set(documents)))
      }
    }
    for key in words.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      try writeLabels(below: key, &encoder, &writer)
      list.removeAll()
      for (s, i) in words[key] ?? [] {
        shards[s].wordTerms.unpack(term: i, base: bases[s], full: true, into: &list)
      }
      try writer.add(key: key, try full(list))
    }
    try writeLabels(below: nil, &encoder, &writer)
    try writer.finish()
    return (writer.count, writer.starts)
  }

  /// The keys of a word's proper suffixes, each cut at `longestSuffix` characters.
  private static func suffixes(_ word: ArraySlice<UInt8>) -> [[UInt8]] {
    let borders = word.indices.filter { word[$0] & 0xC0 != 0x80 } + [word.endIndex]
    return borders.indices.dropFirst().dropLast().map { i in
      let end = borders[Swift.min(i + LabelClass.longestSuffix, borders.count - 1)]
      return [LabelClass.suffix] + word[borders[i]..<end]
    }
  }

  private static func bases(of shards: [IndexShard]) -> [Int32] {
    var base: Int32 = 0
    return shards.map { shard in
      defer { base += Int32(shard.documents.count) }
      return base
    }
  }
}

extension ListEncoder {
  /// The documents that are no longer in force.
  mutating func sunk(_ entries: [ShardDocument]) -> (count: Int, stream: [UInt8]) {
    let list = entries.indices.filter { entries[$0].sunk }.map(Int32.init)
    return (list.count, set(list))
  }
}
