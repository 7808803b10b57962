import Testing

@testable import Search

@Suite struct SplitListTests {
  /// The vectors of docs/search-format.md.
  private let full: [UInt8] = [0x5D, 0xF4, 0x5F, 0x08, 0xB9, 0x92, 0x84, 0x70]
  private let split: [UInt8] = [0x8E, 0x5D, 0xF4, 0xF0, 0x16, 0x00]
  private let back: [UInt8] = [
    0x47, 0x4B, 0x42, 0x01, 0x00, 0x04, 0x5B, 0x99, 0x28, 0x47, 0xD4, 0xF0, 0x4F, 0xA0,
  ]

  private func manifest() throws -> Manifest {
    var bytes: [UInt8] = ManifestWriter.magic
    for value in [16, 5, 16, 4] { bytes.appendVarint(value) }
    return try Manifest(bytes + [0, 0, 0, 0, 0, 0])
  }

  @Test func `a list says the same whole and split`() throws {
    let manifest = try manifest()
    let whole = try #require(TermList(full, 0..<full.count, documents: 4, .full, manifest))
    #expect(whole.documents == [3, 8, 9, 11] && whole.impacts == [5, 16, 1, 2])
    #expect(whole.inTitle == [true, false, true, false])
    #expect((0..<4).map { Array(whole.clauses(at: $0)) } == [[0, 4], [2], [0], [1, 2, 3]])
    var parted = try #require(TermList(split, 0..<split.count, documents: 4, .split, manifest))
    #expect(parted.clauseFile?.number == 0 && parted.clauseFile?.size == back.count && !parted.isPlaced)
    #expect(parted.documents == whole.documents && parted.impacts == whole.impacts)
    #expect(parted.inTitle == whole.inTitle)
    try parted.place(file: back, manifest)
    #expect(parted.clauses == whole.clauses && parted.starts == whole.starts)
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
