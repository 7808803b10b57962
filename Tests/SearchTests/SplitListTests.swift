import Testing

@testable import Search

@Suite struct SplitListTests {
  /// The vectors of docs/search-format.md.
  private let full: [UInt8] = [0x5D, 0xF5, 0xBC, 0x7A]
  private let split: [UInt8] = [0x8D, 0x5D, 0xF6, 0x00]
  private let back: [UInt8] = [
    0x47, 0x4B, 0x42, 0x01, 0x00, 0x04, 0x5B, 0xC7, 0xA0, 0x49, 0xA7, 0x23, 0x8D,
  ]

  private func manifest() throws -> Manifest {
    var bytes: [UInt8] = ManifestWriter.magic
    for value in [16, 16, 4] { bytes.appendVarint(value) }
    // Sixteen documents of up to five clauses; then no symbol, no chunk, nothing out of force, no dictionary.
    return try Manifest(bytes + [UInt8](repeating: 1, count: 16) + [0, 0, 0, 0, 0, 0, 0, 0])
  }

  @Test func `a list says the same whole and split`() throws {
    let manifest = try manifest()
    let whole = try #require(TermList(full, 0..<full.count, documents: 4, .full, manifest))
    #expect(whole.documents == [3, 8, 9, 11] && whole.impacts == [10, 8, 8, 12])
    #expect(whole.inTitle == [true, false, true, false])
    #expect((0..<4).map { Array(whole.clauses(at: $0)) } == [[0, 4], [2], [0], [1, 2, 3]])
    var parted = try #require(TermList(split, 0..<split.count, documents: 4, .split, manifest))
    #expect(parted.clauseFile?.number == 0 && parted.clauseFile?.size == back.count && !parted.isPlaced)
    #expect(parted.documents == whole.documents && parted.inTitle == whole.inTitle)
    #expect((0..<4).map { parted.impact(at: $0) } == [8, 8, 8, 8])
    try parted.place(file: back, manifest)
    #expect(
      parted.clauses == whole.clauses && parted.starts == whole.starts && parted.impacts == whole.impacts)
  }

  @Test func `a list that claims more clauses than there are is refused before it takes memory`() throws {
    let manifest = try manifest()
    var writer = BitWriter()
    writer.interpolative([3, 8, 9, 11], 0, 15)
    for count in [2, 1, 6, 3] { writer.gamma(count) }
    let more = writer.finish() + [0, 0, 0, 0]
    #expect(TermList(more, 0..<more.count, documents: 4, .full, manifest) == nil)
    // All documents take no bits, but each says how many clauses it has.
    #expect(TermList([0xFF], 0..<1, documents: 16, .full, manifest) == nil)
  }

  @Test func `a damaged clause file is refused`() throws {
    let manifest = try manifest()
    for i in back.indices {
      var list = try #require(TermList(split, 0..<split.count, documents: 4, .split, manifest))
      var bytes = back
      bytes[i] ^= 0x10
      #expect(throws: ByteCursor.Truncated.self) { try list.place(file: bytes, manifest) }
      #expect(throws: ByteCursor.Truncated.self) { try list.place(file: Array(back[..<i]), manifest) }
    }
  }
}
