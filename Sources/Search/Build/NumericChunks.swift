/// Packs terms of numeric keys into chunks, row by row: a key is `row · A + column`, A being the size of the alphabet. A row is
/// all characters, or the pairs with one first symbol. A small row goes on in the chunk of the row before; a large one
/// is dealt out to chunks of its own, column modulo their number. A manifest then says of a row one small number, while first
/// keys of chunks would be half of it.
struct NumericChunks {
  /// For each row, how many chunks begin with it.
  private(set) var counts: [Int]
  private let width: Int
  private let target: Int
  private let emit: (Int, [UInt8]) throws -> Void
  private var row = 0
  private var terms: [(column: Int, term: ChunkTerm)] = []
  private var last: ChunkFile?
  /// Number of the next chunk.
  private(set) var next = 0

  /// For an alphabet of `symbols`. Chunks are numbered from 0 on and handed to `emit` when they are full.
  init(symbols: Int, target: Int, emit: @escaping (Int, [UInt8]) throws -> Void) {
    width = max(1, symbols)
    counts = [Int](repeating: 0, count: Self.rows(symbols: symbols))
    self.target = target
    self.emit = emit
  }

  /// The characters, the pairs of Han, the other pairs.
  static func rows(symbols: Int) -> Int { 1 + 2 * symbols }

  /// Adds a term; keys come in their order.
  mutating func add(key: Int, _ term: ChunkTerm) throws {
    if key / width != row { try closeRow() }
    row = key / width
    terms.append((key % width, term))
  }

  mutating func finish() throws {
    try closeRow()
    if let last { try emit(next - 1, last.bytes) }
    last = nil
  }

  private mutating func closeRow() throws {
    defer { terms.removeAll(keepingCapacity: true) }
    let size = terms.reduce(0) { $0 + $1.term.size }
    if terms.isEmpty { return }
    if var open = last, open.size + size <= target {
      for (column, term) in terms { open.add(row * width + column, term) }
      last = open
      return
    }
    if let last { try emit(next - 1, last.bytes) }
    let count = Self.count(terms.map { ($0.column, $0.term.size) }, size, target: target - ChunkFile.frame)
    var files = (0..<count).map { ChunkFile(.numeric, number: next + $0) }
    for (column, term) in terms { files[column % count].add(row * width + column, term) }
    for i in 0..<count - 1 { try emit(next + i, files[i].bytes) }
    counts[row] = count
    next += count
    last = files[count - 1]
  }

  /// The number of chunks for a row: the least with which none has more than `target` bytes, single terms aside; when that
  /// takes half as many again as there would be with all full, the one with the smallest largest chunk.
  private static func count(_ terms: [(column: Int, size: Int)], _ size: Int, target: Int) -> Int {
    let least = max(1, (size + target - 1) / target)
    var best = (largest: Int.max, count: least)
    for count in least...least * 3 / 2 + 1 {
      var sizes = [Int](repeating: 0, count: count)
      var members = [Int](repeating: 0, count: count)
      for (column, size) in terms {
        sizes[column % count] += size
        members[column % count] += 1
      }
      let largest = sizes.indices.reduce(0) { members[$1] > 1 ? max($0, sizes[$1]) : $0 }
      if largest < best.largest { best = (largest, count) }
      if largest <= target { break }
    }
    return best.count
  }
}
