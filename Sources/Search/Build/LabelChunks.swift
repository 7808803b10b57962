/// Packs terms of labels into chunks, in the order of their keys.
struct LabelChunks {
  /// Where the chunks begin, as the manifest says it: front coded.
  private(set) var starts: [UInt8] = []
  private(set) var count = 0
  private let first: Int
  private let target: Int
  private let emit: (Int, [UInt8]) throws -> Void
  private var chunk: ChunkFile
  private var lastKey: [UInt8] = []
  private var lastStart: [UInt8] = []

  /// Chunks are numbered from `first` on and handed to `emit` when they are full.
  init(first: Int, target: Int, emit: @escaping (Int, [UInt8]) throws -> Void) {
    self.first = first
    self.target = target
    self.emit = emit
    chunk = ChunkFile(.labels, number: first)
  }

  mutating func add(key: [UInt8], _ term: ChunkTerm) throws {
    if chunk.count > 0 && chunk.size + term.size + key.count > target { try finish() }
    if chunk.count == 0 { begin(with: key) }
    chunk.add(key, term)
    lastKey = key
  }

  mutating func finish() throws {
    guard chunk.count > 0 else { return }
    try emit(first + count, chunk.bytes)
    count += 1
    chunk = ChunkFile(.labels, number: first + count)
  }

  /// A chunk begins at the shortest beginning of its first key that is greater than the key before.
  private mutating func begin(with key: [UInt8]) {
    let start = Array(key.prefix(key.sharedPrefix(with: lastKey) + 1))
    starts.appendFrontCoded(start, after: lastStart)
    lastStart = start
  }
}
