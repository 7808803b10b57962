/// Bits into bytes, most significant first.
struct BitWriter {
  private(set) var bytes: [UInt8] = []
  private var pending: UInt64 = 0
  private var width = 0

  /// How many bits were written.
  var count: Int { bytes.count * 8 + width }

  /// Appends the low `count` bits of `value`; `count` is at most 32.
  mutating func write(_ value: Int, _ count: Int) {
    pending = pending << UInt64(count) | (UInt64(truncatingIfNeeded: value) & (1 << UInt64(count) - 1))
    width += count
    if width >= 32 { flush() }
  }

  /// Hands on whole bytes, several at a time.
  private mutating func flush() {
    while width >= 8 {
      width -= 8
      bytes.append(UInt8(truncatingIfNeeded: pending >> UInt64(width)))
    }
  }

  /// Elias gamma: `value` from 1.
  mutating func gamma(_ value: Int) {
    let k = value.highBit
    write(0, k)
    write(value, k + 1)
  }

  /// Binary interpolative code of the strictly rising `values`, all in `low...high`.
  mutating func interpolative(_ values: ArraySlice<Int32>, _ low: Int, _ high: Int) {
    guard !values.isEmpty, high - low + 1 != values.count else { return }
    let m = values.count >> 1
    let value = Int(values[values.startIndex + m])
    let least = low + m
    minimal(value - least, high - (values.count - 1 - m) - least)
    interpolative(values[values.startIndex..<values.startIndex + m], low, value - 1)
    interpolative(values[(values.startIndex + m + 1)...], value + 1, high)
  }

  /// Fills the last byte with zero bits and returns everything.
  mutating func finish() -> [UInt8] {
    flush()
    if width > 0 {
      bytes.append(UInt8(truncatingIfNeeded: pending << UInt64(8 - width)))
      width = 0
    }
    return bytes
  }

  mutating func reset() {
    bytes.removeAll(keepingCapacity: true)
    pending = 0
    width = 0
  }

  /// Centred minimal binary code of `value` in `0...range`: the short codes stand in the middle.
  private mutating func minimal(_ value: Int, _ range: Int) {
    let n = range + 1
    let k = n.highBit
    if n & (n - 1) == 0 { return write(value, k) }
    let short = 1 << (k + 1) - n
    var y = value - (n - short) >> 1
    if y < 0 { y += n }
    if y < short { write(y, k) } else { write(y + short, k + 1) }
  }
}

extension Int {
  /// Position of the highest set bit; the value is at least 1.
  var highBit: Int { Int.bitWidth - 1 - leadingZeroBitCount }
}
