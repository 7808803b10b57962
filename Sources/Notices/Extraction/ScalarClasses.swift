/// What a scalar is to `PackedScalars`, by one look: nothing special, or how it is packed and what it signals.
struct ScalarClasses: Sendable {
  struct Class: Hashable, Sendable {
    /// Added to a scalar, gives it packed: folded, with its printing above.
    var packing: UInt32
    var signals: UInt64
  }
  /// The class of every scalar below U+10000. Class 0 is nothing special, and so are all scalars above.
  let byScalar: [UInt8]
  let classes: [Class]

  static let table = ScalarClasses()

  private init() {
    var byScalar = [UInt8](repeating: 0, count: 0x10000)
    var classes = [Class(packing: 0, signals: 0)]
    var known = [classes[0]: UInt8(0)]
    for scalar in PackedScalars.spaces + Array(0xFF01...0xFF5E) + Signals.scalars where scalar < 0x10000 {
      let folded = ScalarText.fold(scalar)
      let signals = Signals.of(folded)
      let mark = signals.isDisjoint(with: .marks) ? 0 : PackedScalars.mark
      let life = signals.contains(.life) ? PackedScalars.life : 0
      let kind = Class(
        packing: folded &- scalar &+ PackedScalars.printing(of: scalar) << PackedScalars.printingShift
          &+ mark &+ life,
        signals: signals.rawValue)
      guard kind != classes[0] else { continue }
      if known[kind] == nil {
        known[kind] = UInt8(classes.count)
        classes.append(kind)
      }
      byScalar[Int(scalar)] = known[kind] ?? 0
    }
    self.byScalar = byScalar
    self.classes = classes
  }
}
