/// A fixed word to look for, as folded scalars. Never empty. Making one costs memory: keep it in a `static let`.
struct Word: ExpressibleByStringLiteral, Sendable {
  let scalars: [UInt32]
  /// What a text holds in which it stands.
  let signals: Signals

  init(_ text: String) {
    scalars = text.unicodeScalars.map { ScalarText.fold($0.value) }
    signals = scalars.reduce(into: []) { $0.formUnion(Signals.of($1)) }
  }

  init(stringLiteral text: String) { self.init(text) }
  var count: Int { scalars.count }
}
