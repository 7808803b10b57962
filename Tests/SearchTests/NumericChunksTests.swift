import Testing

@testable import Search

@Suite struct NumericChunksTests {
  /// Chunks of an alphabet of ten: the keys that each holds, and how many begin with each row.
  private func chunks(_ terms: [(key: Int, bytes: Int)], target: Int) throws -> ([[Int]], [Int]) {
    var files: [Int: [UInt8]] = [:]
    var writer = NumericChunks(symbols: 10, target: target) { files[$0] = $1 }
    for (key, bytes) in terms {
      try writer.add(key: key, ChunkTerm(documents: 1, set: [UInt8](repeating: 0, count: bytes)))
    }
    try writer.finish()
    #expect(files.keys.sorted() == Array(0..<writer.next))
    return (try (0..<writer.next).map { try keys(#require(files[$0]), number: $0) }, writer.counts)
  }

  private func keys(_ bytes: [UInt8], number: Int) throws -> [Int] {
    #expect(bytes.hasChecksum)
    var cursor = ByteCursor(bytes, at: 4)
    #expect(try cursor.byte() == 0)
    #expect(try cursor.varint() == number)
    let count = try cursor.varint()
    _ = try cursor.varint()
    var key = 0
    return try (0..<count).map { _ in
      key += try cursor.varint()
      _ = try cursor.varint()
      _ = try cursor.varint()
      return key
    }
  }

  private func rows(_ counts: [Int]) throws -> ChunkRows {
    var bytes: [UInt8] = []
    for count in counts { bytes.appendVarint(count) }
    var cursor = ByteCursor(bytes)
    return try ChunkRows(&cursor, symbols: 10)
  }

  @Test func `small rows share a chunk`() throws {
    let (chunks, counts) = try chunks([(3, 10), (12, 10), (15, 10), (209, 10)], target: 100)
    #expect(chunks == [[3, 12, 15, 209]])
    #expect(counts == [1] + [Int](repeating: 0, count: 20))
  }

  @Test func `a large row is dealt out by column, and the next one goes on in its last chunk`() throws {
    let row = (0..<10).map { (key: 20 + $0, bytes: 20) }
    let (chunks, counts) = try chunks([(1, 60)] + row + [(30, 10)], target: 112)
    #expect(chunks == [[1], [20, 23, 26, 29], [21, 24, 27], [22, 25, 28, 30]])
    #expect(counts == [1, 0, 3] + [Int](repeating: 0, count: 18))
  }

  @Test func `a term larger than a chunk has one of its own where the columns allow`() throws {
    let (chunks, _) = try chunks([(20, 500), (21, 10), (23, 10)], target: 100)
    #expect(chunks.contains([20]))
    #expect(chunks.flatMap { $0 }.sorted() == [20, 21, 23])
  }

  @Test func `every term is where a reader looks for it`() throws {
    var random = Random(5)
    let terms = (0..<210).filter { _ in random.next(3) > 0 }.map { (key: $0, bytes: 1 + random.next(60)) }
    let (chunks, counts) = try chunks(terms, target: 150)
    let rows = try rows(counts)
    #expect(rows.chunks == chunks.count)
    for (key, _) in terms {
      let number = try #require(rows.chunk(of: key))
      #expect(chunks[number].contains(key))
    }
  }

  /// The vector of docs/search-format.md.
  @Test func `a row is dealt out by column, and one without chunks goes on in the last one`() throws {
    let rows = try rows([1, 0, 3] + [Int](repeating: 0, count: 18))
    #expect([0, 19, 20, 27, 30, 209].map { rows.chunk(of: $0) } == [0, 0, 1, 2, 3, 3])
  }

  @Test func `keys before the first chunk and behind the last row are in none`() throws {
    let rows = try rows([0, 1] + [Int](repeating: 0, count: 19))
    #expect(rows.chunk(of: 9) == nil)
    #expect(rows.chunk(of: 10) == 0)
    #expect(rows.chunk(of: 209) == 0)
    #expect(rows.chunk(of: 210) == nil)
  }
}
