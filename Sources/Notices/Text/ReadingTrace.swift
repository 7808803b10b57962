/// Which field of the notice each stretch of the source went to: the evidence for the lossless check.
package struct ReadingTrace: Sendable {
  package enum Field: Hashable, Sendable {
    case title, altTitle, documentNumber, otherNumber, letterhead
    case headerLabel, indexNumber, publisher, issuer, dates, validity, disclosure, catalog, classification
    case keywords, summary, provenance, extra
    case partTitle(Int)
    case partNumber(Int)
    case addressee(Int)
    case body(Int)
    case note(Int)
    case organ(Int)
    case signer(Int)
    case signatureDate(Int)
    /// `附件1` above an annex.
    case annexLabel(Int)
    case attachment, furniture
  }
  package struct Claim: Sendable {
    package var source: Range<Int>
    package var field: Field
  }

  package private(set) var claims: [Claim] = []
  private let isEnabled: Bool

  package init(isEnabled: Bool) { self.isEnabled = isEnabled }

  mutating func claim(_ flow: Flow, _ range: Range<Int>, _ field: Field) {
    guard isEnabled, !range.isEmpty else { return }
    for piece in flow.sources(of: range) where !piece.buffer.isEmpty {
      claims.append(Claim(source: piece.source..<piece.source + piece.buffer.count, field: field))
    }
  }

  mutating func reclaim(_ old: Field, as new: Field) {
    for i in claims.indices where claims[i].field == old { claims[i].field = new }
  }

  /// Takes back what was claimed last for a range: the line turned out to be something else.
  mutating func unclaim(_ flow: Flow, _ range: Range<Int>) {
    guard isEnabled else { return }
    for piece in flow.sources(of: range) {
      let source = piece.source..<piece.source + piece.buffer.count
      if let i = claims.lastIndex(where: { $0.source == source }) { claims.remove(at: i) }
    }
  }
}
