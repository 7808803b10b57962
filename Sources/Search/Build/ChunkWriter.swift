/// Packs terms in key order into chunk files: a lexicon, then the bit streams, then a checksum.
struct ChunkWriter {
  static let magic: [UInt8] = [0x47, 0x4B, 0x43, 1]

  private let target: Int
  private let kind: UInt8
  /// The first key of each finished chunk, in the form of the manifest.
  private(set) var firsts: [[UInt8]] = []
  private let firstNumber: Int
  private let emit: (Int, [UInt8]) throws -> Void
  private var count = 0
  private var lexicon: [UInt8] = []
  private var streams: [UInt8] = []
  private var lastNumber = 0
  private var lastBytes: [UInt8] = []
  private var chunkFirst: [UInt8] = []
  /// First key of the chunk before, for the manifest's deltas.
  private var boundaryNumber = 0
  private var boundaryBytes: [UInt8] = []

  /// Chunks are numbered from `firstNumber` on and handed to `emit` when they are full. `kind` is 0 for numeric keys and
  /// 1 for strings.
  init(kind: UInt8, firstNumber: Int, target: Int, emit: @escaping (Int, [UInt8]) throws -> Void) {
    self.kind = kind
    self.firstNumber = firstNumber
    self.target = target
    self.emit = emit
  }

  mutating func add(key: Int, documents: Int, stream: TermStream) throws {
    try breakIfFull(stream.bytes.count)
    if count == 0 {
      chunkFirst.appendVarint(key - boundaryNumber)
      boundaryNumber = key
      lastNumber = 0
    }
    lexicon.appendVarint(key - lastNumber)
    lastNumber = key
    append(documents, stream)
  }

  mutating func add(key: [UInt8], documents: Int, stream: TermStream) throws {
    try breakIfFull(stream.bytes.count + key.count)
    if count == 0 {
      Self.frontCode(key, after: boundaryBytes, into: &chunkFirst)
      boundaryBytes = key
      lastBytes = []
    }
    Self.frontCode(key, after: lastBytes, into: &lexicon)
    lastBytes = key
    append(documents, stream)
  }

  mutating func finish() throws {
    if count > 0 { try close() }
  }

  private mutating func append(_ documents: Int, _ stream: TermStream) {
    lexicon.appendVarint(documents)
    lexicon.appendVarint(stream.lexiconLength)
    streams += stream.bytes
    count += 1
  }

  private mutating func breakIfFull(_ next: Int) throws {
    if count > 0 && lexicon.count + streams.count + next + 8 > target { try close() }
  }

  private mutating func close() throws {
    var bytes = Self.magic + [kind]
    bytes.appendVarint(firstNumber + firsts.count)
    bytes.appendVarint(count)
    bytes.appendVarint(lexicon.count)
    bytes += lexicon
    bytes += streams
    bytes.appendChecksum()
    try emit(firstNumber + firsts.count, bytes)
    firsts.append(chunkFirst)
    count = 0
    lexicon.removeAll(keepingCapacity: true)
    streams.removeAll(keepingCapacity: true)
    chunkFirst = []
  }

  private static func frontCode(_ key: [UInt8], after last: [UInt8], into out: inout [UInt8]) {
    var shared = 0
    while shared < min(key.count, last.count) && key[shared] == last[shared] { shared += 1 }
    out.appendVarint(shared)
    out.appendVarint(key.count - shared)
    out += key[shared...]
  }
}

/// The bits of a term as they stand in a chunk.
struct TermStream {
  var bytes: [UInt8]
  /// What the lexicon says: the length, and for lists that may be split also whether this one is.
  var lexiconLength: Int

  /// Documents only.
  init(set bytes: [UInt8]) {
    self.bytes = bytes
    lexiconLength = bytes.count
  }

  /// A list with clauses, here or in a file of its own.
  init(full bytes: [UInt8], isSplit: Bool) {
    self.bytes = bytes
    lexiconLength = bytes.count << 1 | (isSplit ? 1 : 0)
  }
}

extension [UInt8] {
  /// CRC-32 of everything before, lowest byte first.
  mutating func appendChecksum() {
    let sum = Zlib.crc32(self[...])
    for shift: UInt32 in [0, 8, 16, 24] { append(UInt8(truncatingIfNeeded: sum >> shift)) }
  }
}
