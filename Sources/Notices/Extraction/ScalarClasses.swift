/// What a scalar is to `PackedScalars`, by one look: nothing special, or how it is packed and what it signals.
///
/// All of it lies in one table, so that the loop that looks at every scalar needs one address.
struct ScalarClasses: Sendable {
  /// The signals of 256 classes, the packings of as many, then the class of every scalar below U+10000.
  let table: [UInt64]

  private struct Class: Hashable {
    /// Added to a scalar, gives it packed: folded, with its printing above.
    var packing: UInt32
    var signals: UInt64
  }

  private static let packingsStart = 256 * 8
  private static let classesStart = packingsStart + 256 * 4

  static let all = ScalarClasses()

  private init() {
    var table = [UInt64](repeating: 0, count: (Self.classesStart + 0x10000) / 8)
    // Class 0 is nothing special.
    var known = [Class(packing: 0, signals: 0): UInt8(0)]
    table.withUnsafeMutableBytes { table in
      for scalar in PackedScalars.spaces + Array(0xFF01...0xFF5E) + Signals.scalars where scalar < 0x10000 {
        let kind = Self.kind(scalar)
        let number = known[kind] ?? UInt8(known.count)
        known[kind] = number
        table.storeBytes(of: kind.signals, toByteOffset: Int(number) * 8, as: UInt64.self)
        table.storeBytes(
          of: kind.packing, toByteOffset: Self.packingsStart + Int(number) * 4, as: UInt32.self)
        table[Self.classesStart + Int(scalar)] = number
      }
    }
    self.table = table
  }

  private static func kind(_ scalar: UInt32) -> Class {
    let folded = ScalarText.fold(scalar)
    let signals = Signals.of(folded)
    let mark = signals.isDisjoint(with: .marks) ? 0 : PackedScalars.mark
    let life = signals.contains(.life) ? PackedScalars.life : 0
    let date = signals.isDisjoint(with: .dates) ? 0 : PackedScalars.date
    let printing = PackedScalars.printing(of: scalar) << PackedScalars.printingShift
    return Class(packing: folded &- scalar &+ printing &+ mark &+ life &+ date, signals: signals.rawValue)
  }

  /// A scalar below U+10000 packed, and what it signals. `table` is the bytes of `table`.
  @inline(__always)
  static func look(_ table: UnsafeRawBufferPointer, _ scalar: UInt) -> (word: UInt32, signals: UInt64) {
    let kind = Int(table[classesStart &+ Int(scalar)])
    let packing = table.load(fromByteOffset: packingsStart &+ kind &* 4, as: UInt32.self)
    return (
      UInt32(truncatingIfNeeded: scalar) &+ packing, table.load(fromByteOffset: kind &* 8, as: UInt64.self)
    )
  }
}
