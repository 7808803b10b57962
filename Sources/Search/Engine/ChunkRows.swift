/// Which chunks hold the terms of each row of numeric keys (`NumericChunks`).
struct ChunkRows: Sendable {
  /// The chunks of all rows together.
  private(set) var chunks = 0
  /// For each row the chunks that its terms are dealt out to; none before the first chunk.
  private var rows: [Range<Int>] = []
  private let width: Int

  /// Chunks that one row may have.
  private static let most = 1 << 24

  init(_ cursor: inout ByteCursor, symbols: Int) throws {
    width = max(1, symbols)
    for _ in 0..<NumericChunks.rows(symbols: symbols) {
      let count = try cursor.count(limit: Self.most)
      // A row without chunks of its own goes on in the last one.
      rows.append(count > 0 ? chunks..<chunks + count : max(0, chunks - 1)..<chunks)
      chunks += count
    }
  }

  /// The chunk that may hold a term, by its column; `nil` when none may.
  func chunk(of key: Int) -> Int? {
    let (row, column) = key.quotientAndRemainder(dividingBy: width)
    guard rows.indices.contains(row), let first = rows[row].first else { return nil }
    return first + column % rows[row].count
  }
}
