import Testing

@testable import Search

@Suite struct SizeClassTests {
  @Test func `bounds rise by quarters of octaves`() {
    let bounds = (0...16).map { SizeClass.bound($0) }
    #expect(bounds == [4, 5, 6, 7, 8, 10, 12, 14, 16, 20, 24, 28, 32, 40, 48, 56, 64])
    #expect(SizeClass.bound(SizeClass.last) == 1 << 26)
  }

  @Test func `a document is in the least class that has room for it`() {
    for clauses in 0...5000 {
      let size = SizeClass.of(clauses: clauses)
      #expect(SizeClass.bound(size) >= clauses)
      if size > 0 { #expect(SizeClass.bound(size - 1) < clauses) }
    }
    #expect(SizeClass.of(clauses: 1 << 26) == SizeClass.last)
  }

  /// The vectors of docs/search-format.md.
  @Test func `a term weighs more in shorter documents and where it stands more often`() {
    let scale = ImpactScale(sizes: [1, 1, 9, 24])
    #expect([1, 2, 3, 100].map { scale.impact($0, size: 1) } == [12, 14, 15, 16])
    #expect([1, 2, 3, 100].map { scale.impact($0, size: 24) } == [4, 6, 8, 16])
    #expect(ImpactScale(sizes: []).impact(1, size: 0) == 1)
    #expect(scale.impact(1 << 26, size: SizeClass.last) >= 1)
  }
}
