import Bytes

/// One immutable index: chunks, manifest and facets of all documents. Text blocks stay in the shards.
struct Segment {
  /// Path below the segment's folder, and bytes: chunks, facets, manifest.
  private(set) var files: [(path: String, bytes: [UInt8])] = []
  let documents: Int
  private(set) var facetNames: [String] = []
  /// The first 12 hex digits of the digest of everything in the segment.
  private(set) var name = ""

  init(shards: [IndexShard], options: SearchOptions) throws {
    guard shards.allSatisfy({ $0.options.blockShift == options.blockShift }) else {
      throw SearchError.mixedOptions
    }
    let entries = shards.flatMap(\.documents)
    documents = entries.count
    guard documents <= 1 << 24 else { throw SearchError.tooLarge(what: "documents") }
    let target = options.chunkTarget(documents: documents)
    var encoder = ListEncoder(lengths: entries.map(\.length))
    let alphabet = Alphabet(shards: shards)
    let numeric = Self.numericChunks(shards, alphabet, target, &encoder)
    let labels = Self.labelChunks(shards, first: numeric.count, target, &encoder)
    for (i, chunk) in (numeric + labels).enumerated() {
      files.append((Self.chunkPath(i), chunk.bytes))
    }
    let facets = FacetFiles(entries.map(\.facets), &encoder)
    facetNames = facets.names
    for (i, facet) in facets.contents.enumerated() {
      files.append((Self.facetPath(i), try Zlib.compress(facet)))
    }
    let manifest = ManifestWriter(
      documents: documents, maxClauses: entries.lazy.map(\.clauses).max() ?? 0,
      clauses: entries.lazy.map(\.clauses).reduce(0, +), blockShift: options.blockShift,
      numeric: numeric.map(\.first), labels: labels.map(\.first), alphabet: alphabet,
      sunk: encoder.sunk(entries))
    files.append(("m.bin", try Zlib.compress(manifest.bytes, level: 9)))
    name = digest(entries)
  }

  static func chunkPath(_ number: Int) -> String { "c/\(number >> 8)/\(number).bin" }
  static func facetPath(_ number: Int) -> String { "f/\(number).bin" }

  private func digest(_ entries: [ShardDocument]) -> String {
    var hash = SHA256()
    for (path, bytes) in files {
      hash.update(Array("\(path) \(bytes.count)\n".utf8))
      hash.update(bytes)
    }
    for entry in entries { hash.update(entry.digest) }
    return String(hexadecimal(hash.finalize()).prefix(12))
  }

  /// Merges the sorted terms of all shards; a heap of one cursor a shard.
  private static func numericChunks(
    _ shards: [IndexShard], _ alphabet: Alphabet, _ target: Int, _ encoder: inout ListEncoder
  ) -> [ChunkWriter.Chunk] {
    var writer = ChunkWriter(kind: 0, firstNumber: 0, target: target)
    var list = Postings()
    var merge = ShardMerge(shards.map { $0.symbols.keys })
    let bases = bases(of: shards)
    while let key = merge.next() {
      let full = key >> 36 == TermClass.pair.rawValue
      list.removeAll()
      for (shard, index) in merge.current {
        shards[shard].symbols.unpack(index, base: bases[shard], full: full, into: &list)
      }
      let stream = full ? encoder.full(list) : encoder.set(list.documents)
      writer.add(key: alphabet.key(key), documents: list.documents.count, stream: stream)
    }
    return writer.finish()
  }

  /// Words, their suffixes, numbers and pinyin, in order of their bytes.
  private static func labelChunks(
    _ shards: [IndexShard], first: Int, _ target: Int, _ encoder: inout ListEncoder
  ) -> [ChunkWriter.Chunk] {
    let bases = bases(of: shards)
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
        shards[s].wordTerms.unpack(i, base: bases[s], full: true, into: &list)
      }
      for suffix in suffixes(key.dropFirst()) {
        labels += list.documents.map { IndexShard.Label(key: suffix, document: $0) }
      }
    }
    labels.sort()
    labels.removeRepeats()

    var writer = ChunkWriter(kind: 1, firstNumber: first, target: target)
    var at = 0
    func writeLabels(below limit: [UInt8]?, _ encoder: inout ListEncoder, _ writer: inout ChunkWriter) {
      while at < labels.count {
        let key = labels[at].key
        if let limit, !key.lexicographicallyPrecedes(limit) { return }
        var documents: [Int32] = []
        while at < labels.count && labels[at].key == key {
          documents.append(labels[at].document)
          at += 1
        }
        writer.add(key: key, documents: documents.count, stream: encoder.set(documents))
      }
    }
    for key in words.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      writeLabels(below: key, &encoder, &writer)
      list.removeAll()
      for (s, i) in words[key] ?? [] {
        shards[s].wordTerms.unpack(i, base: bases[s], full: true, into: &list)
      }
      writer.add(key: key, documents: list.documents.count, stream: encoder.full(list))
    }
    writeLabels(below: nil, &encoder, &writer)
    return writer.finish()
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
