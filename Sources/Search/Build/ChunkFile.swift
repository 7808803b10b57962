/// A chunk file while it is filled: a lexicon, then the bit streams, then a checksum.
struct ChunkFile {
  static let magic: [UInt8] = [0x47, 0x4B, 0x43, 1]

  enum Kind: UInt8 { case numeric, labels }

  /// What a file has beside lexicon and streams, about.
  static let frame = 12

  private let kind: Kind
  private let number: Int
  private(set) var count = 0
  private var lexicon: [UInt8] = []
  private var streams: [UInt8] = []
  private var lastNumber = 0
  private var lastLabel: [UInt8] = []

  init(_ kind: Kind, number: Int) {
    self.kind = kind
    self.number = number
  }

  static func path(_ number: Int) -> String { "c/\(number >> 8)/\(number).bin" }

  /// Bytes of the file, about.
  var size: Int { Self.frame + lexicon.count + streams.count }

  mutating func add(_ key: Int, _ term: ChunkTerm) {
    lexicon.appendVarint(key - lastNumber)
    lastNumber = key
    append(term)
  }

  mutating func add(_ key: [UInt8], _ term: ChunkTerm) {
    lexicon.appendFrontCoded(key, after: lastLabel)
    lastLabel = key
    append(term)
  }

  private mutating func append(_ term: ChunkTerm) {
    lexicon.appendVarint(term.documents)
    lexicon.appendVarint(term.lexiconLength)
    streams += term.bytes
    count += 1
  }

  /// The whole file.
  var bytes: [UInt8] {
    var bytes = Self.magic + [kind.rawValue]
    bytes.appendVarint(number)
    bytes.appendVarint(count)
    bytes.appendVarint(lexicon.count)
    bytes += lexicon
    bytes += streams
    bytes.appendChecksum()
    return bytes
  }
}

/// A term as it stands in a chunk, its key apart.
struct ChunkTerm {
  var documents: Int
  /// The bits of the list.
  var bytes: [UInt8]
  /// What the lexicon says: the length, and for lists that may be split also whether this one is.
  var lexiconLength: Int

  /// Documents only.
  init(documents: Int, set bytes: [UInt8]) {
    self.documents = documents
    self.bytes = bytes
    lexiconLength = bytes.count
  }

  /// A list with clauses, here or in a file of its own.
  init(documents: Int, full bytes: [UInt8], isSplit: Bool) {
    self.documents = documents
    self.bytes = bytes
    lexiconLength = bytes.count << 1 | (isSplit ? 1 : 0)
  }

  /// Bytes in a chunk, about: the list, and four of the lexicon.
  var size: Int { bytes.count + 4 }
}

extension [UInt8] {
  /// CRC-32 of everything before, lowest byte first.
  mutating func appendChecksum() {
    let sum = Zlib.crc32(self[...])
    for shift: UInt32 in [0, 8, 16, 24] { append(UInt8(truncatingIfNeeded: sum >> shift)) }
  }

  /// `key` as what it shares with the key before, and the rest.
  mutating func appendFrontCoded(_ key: [UInt8], after last: [UInt8]) {
    let shared = key.sharedPrefix(with: last)
    appendVarint(shared)
    appendVarint(key.count - shared)
    self += key[shared...]
  }

  /// How many bytes at the front are the same.
  func sharedPrefix(with other: [UInt8]) -> Int {
    var shared = 0
    while shared < Swift.min(count, other.count) && self[shared] == other[shared] { shared += 1 }
    return shared
  }
}
