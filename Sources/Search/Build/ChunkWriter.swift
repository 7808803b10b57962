/// Packs terms in key order into chunk files: a lexicon, then the bit streams, then a checksum.
struct ChunkWriter {
  static let magic: [UInt8] = [0x47, 0x4B, 0x43, 1]

  /// A finished chunk and the first key in it, in the form of the manifest.
  struct Chunk {
    var first: [UInt8]
    var bytes: [UInt8]
  }

  private let target: Int
  private let kind: UInt8
  private(set) var chunks: [Chunk] = []
  private let firstNumber: Int
  private var count = 0
  private var lexicon: [UInt8] = []
  private var streams: [UInt8] = []
  private var lastNumber = 0
  private var lastBytes: [UInt8] = []
  private var chunkFirst: [UInt8] = []
  /// First key of the chunk before, for the manifest's deltas.
  private var boundaryNumber = 0
  private var boundaryBytes: [UInt8] = []

  /// Chunks are numbered from `firstNumber` on. `kind` is 0 for numeric keys and 1 for strings.
  init(kind: UInt8, firstNumber: Int, target: Int) {
    self.kind = kind
    self.firstNumber = firstNumber
    self.target = target
  }

  mutating func add(key: Int, documents: Int, stream: [UInt8]) {
    breakIfFull(stream.count)
    if count == 0 {
      chunkFirst.appendVarint(key - boundaryNumber)
      boundaryNumber = key
      lastNumber = 0
    }
    lexicon.appendVarint(key - lastNumber)
    lastNumber = key
    append(documents, stream)
  }

  mutating func add(key: [UInt8], documents: Int, stream: [UInt8]) {
    breakIfFull(stream.count + key.count)
    if count == 0 {
      Self.frontCode(key, after: boundaryBytes, into: &chunkFirst)
      boundaryBytes = key
      lastBytes = []
    }
    Self.frontCode(key, after: lastBytes, into: &lexicon)
    lastBytes = key
    append(documents, stream)
  }

  mutating func finish() -> [Chunk] {
    if count > 0 { close() }
    return chunks
  }

  private mutating func append(_ documents: Int, _ stream: [UInt8]) {
    lexicon.appendVarint(documents)
    lexicon.appendVarint(stream.count)
    streams += stream
    count += 1
  }

  private mutating func breakIfFull(_ next: Int) {
    if count > 0 && lexicon.count + streams.count + next + 8 > target { close() }
  }

  private mutating func close() {
    var bytes = Self.magic + [kind]
    bytes.appendVarint(firstNumber + chunks.count)
    bytes.appendVarint(count)
    bytes.appendVarint(lexicon.count)
    bytes += lexicon
    bytes += streams
    let sum = Zlib.crc32(bytes[...])
    for shift: UInt32 in [0, 8, 16, 24] { bytes.append(UInt8(truncatingIfNeeded: sum >> shift)) }
    chunks.append(Chunk(first: chunkFirst, bytes: bytes))
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
