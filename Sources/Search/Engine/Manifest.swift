import FoundationEssentials

/// `search/root.json`.
struct IndexRoot: Sendable, Decodable {
  var format: String
  var fold: String
  var segments: [SegmentName]
  var facets: [String]
  var synonyms: [[String]]

  struct SegmentName: Sendable, Decodable {
    var id: String
    var documents: Int
  }
}

/// `m.bin`: what must be known of a segment before anything can be looked up.
struct Manifest: Sendable {
  let documents: Int
  /// The size class of each document.
  let sizes: [UInt8]
  let impacts: ImpactScale
  let clauses: Int
  let blockShift: Int
  let alphabet: [UInt32]
  private let rows: ChunkRows
  /// Where each chunk of labels begins.
  private(set) var labelStarts: [[UInt8]] = []
  let textDecoding: TextDecoding
  /// The beginning of the stream that a text block goes on with, and how many bytes of what it holds are not the block's.
  let textLead: [UInt8]
  let textDictionary: Int
  let sunk: [Int32]

  init(_ bytes: [UInt8]) throws {
    var cursor = ByteCursor(bytes)
    guard try Array(cursor.take(4)) == ManifestWriter.magic else { throw ByteCursor.Truncated() }
    documents = try cursor.count(limit: 1 << 24)
    clauses = try cursor.count(limit: 1 << 40)
    blockShift = try cursor.count(limit: 30)
    sizes = Array(try cursor.take(documents))
    guard sizes.allSatisfy({ $0 <= SizeClass.last }) else { throw ByteCursor.Truncated() }
    impacts = ImpactScale(sizes: sizes)
    alphabet = try Self.alphabet(&cursor)
    rows = try ChunkRows(&cursor, symbols: alphabet.count)
    var spread = Self.mostSpread
    for _ in 0..<(try cursor.count()) {
      labelStarts.append(try Self.frontCoded(&cursor, after: labelStarts.last ?? [], &spread))
    }
    textDecoding = try Self.textDecoding(&cursor, alphabet)
    try Self.skipVariants(&cursor)
    let count = try cursor.count(limit: documents)
    let length = try cursor.count()
    let start = cursor.at
    _ = try cursor.take(length)
    var reader = BitReader(bytes, start..<start + length)
    var sunk = [Int32](repeating: 0, count: count)
    reader.interpolative(&sunk, 0, count, 0, documents - 1)
    self.sunk = sunk
    let dictionary = Array(try cursor.take(cursor.count(limit: 1 << 15)))
    textLead = Zlib.lead(dictionary)
    textDictionary = dictionary.count
    guard !reader.overrun, cursor.left == 0 else { throw ByteCursor.Truncated() }
  }

  private static func alphabet(_ cursor: inout ByteCursor) throws -> [UInt32] {
    var symbol = 0
    return try (0..<(try cursor.count())).map { _ in
      symbol += try cursor.varint()
      guard symbol < FoldTable.limit else { throw ByteCursor.Truncated() }
      return UInt32(symbol)
    }
  }

  /// Bytes that the keys of one file may have together: a damaged file could let each repeat all of the one before.
  static let mostSpread = 1 << 26

  /// A key; `spread` is what is left of `mostSpread`.
  static func frontCoded(_ cursor: inout ByteCursor, after last: [UInt8], _ spread: inout Int) throws
    -> [UInt8]
  {
    let shared = try cursor.count(limit: last.count)
    let key = Array(last[..<shared]) + (try cursor.take(cursor.count()))
    spread -= key.count
    guard spread >= 0 else { throw ByteCursor.Truncated() }
    return key
  }

  /// The next numeric key. Keys end where a browser's numbers do.
  static func sum(_ key: Int, _ delta: Int) throws -> Int {
    let next = key + delta
    guard next < 1 << 53 else { throw ByteCursor.Truncated() }
    return next
  }

  private static func textDecoding(_ cursor: inout ByteCursor, _ alphabet: [UInt32]) throws -> TextDecoding {
    var groups = [[UInt16]](repeating: [], count: TextCode.none)
    func add(_ unit: UInt32, _ group: Int) throws {
      guard group < TextCode.none else { return }
      guard 0 < unit, unit <= 0xFFFF else { throw ByteCursor.Truncated() }
      groups[group].append(UInt16(unit))
    }
    for symbol in alphabet { try add(symbol, cursor.byte()) }
    var unit = 0
    for _ in 0..<(try cursor.count()) {
      unit += try cursor.varint()
      guard unit <= 0xFFFF else { throw ByteCursor.Truncated() }
      try add(UInt32(unit), cursor.byte())
    }
    for i in groups.indices { groups[i].sort() }
    guard let decoding = TextDecoding(groups: groups) else { throw ByteCursor.Truncated() }
    return decoding
  }

  /// The texts' variants serve readers that have no folding table; this one has.
  private static func skipVariants(_ cursor: inout ByteCursor) throws {
    for _ in 0..<(try cursor.count()) {
      _ = try cursor.varint()
      for _ in 0..<(try cursor.byte()) { _ = try cursor.varint() }
    }
  }

  /// The number of a symbol in numeric keys; `nil` when no text has it.
  func place(_ symbol: UInt32) -> Int? {
    let i = alphabet.partition { $0 < symbol }
    return i < alphabet.count && alphabet[i] == symbol ? i : nil
  }

  func characterKey(_ symbol: UInt32) -> Int? { place(symbol) }

  func pairKey(_ a: UInt32, _ b: UInt32) -> Int? {
    guard let first = place(a), let second = place(b) else { return nil }
    let size = alphabet.count
    let key = size + first * size + second
    return Symbol.isHan(a) && Symbol.isHan(b) ? key : key + size * size
  }

  /// Terms of pairs carry impacts and clauses.
  func isFull(numeric key: Int) -> Bool {
    key >= alphabet.count && key < alphabet.count + alphabet.count * alphabet.count
  }

  /// Chunks of numeric keys; those of labels follow.
  var numericChunks: Int { rows.chunks }

  /// The chunk that may hold a numeric key.
  func chunk(numeric key: Int) -> Int? { rows.chunk(of: key) }

  /// The chunk that may hold a string key.
  func chunk(label key: [UInt8]) -> Int? {
    let i = labelStarts.partition { !key.lexicographicallyPrecedes($0) }
    return i > 0 ? numericChunks + i - 1 : nil
  }

  /// The chunks that may hold keys beginning with `prefix`.
  func chunks(prefix: [UInt8]) -> Range<Int> {
    let from = max(0, labelStarts.partition { !prefix.lexicographicallyPrecedes($0) } - 1)
    let to = labelStarts.partition { $0.lexicographicallyPrecedes(prefix) || $0.starts(with: prefix) }
    return numericChunks + min(from, to)..<numericChunks + to
  }
}

extension Array {
  /// How many elements at the front satisfy `test`, when all that do stand before all that do not.
  func partition(_ test: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if test(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
