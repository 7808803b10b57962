/// Bytes into bits, most significant first. Reading past the end gives zeros and sets `overrun`; nothing traps.
struct BitReader {
  private let bytes: [UInt8]
  private var next: Int
  private let end: Int
  private var pending: UInt64 = 0
  private var width = 0
  /// True when more was asked for than there is, or a code was impossible.
  private(set) var overrun = false

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    self.next = range.lowerBound
    self.end = min(range.upperBound, bytes.count)
  }

  /// Bits that are left, at most those of a byte too many.
  var left: Int { max(0, (end - next) * 8 + width) }

  /// The next `count` bits; `count` is at most 32.
  mutating func bits(_ count: Int) -> Int {
    while width < count {
      if next < end {
        pending = pending << 8 | UInt64(bytes[next])
      } else {
        pending <<= 8
        if next >= end + 8 { overrun = true }
      }
      next += 1
      width += 8
    }
    width -= count
    if next - width / 8 > end { overrun = true }
    return Int(truncatingIfNeeded: pending >> UInt64(width) & (1 << UInt64(count) - 1))
  }

  /// Elias gamma; at most 31 bits.
  mutating func gamma() -> Int {
    var k = 0
    while bits(1) == 0 {
      k += 1
      if k > 30 || overrun {
        overrun = true
        return 1
      }
    }
    return k == 0 ? 1 : 1 << k | bits(k)
  }

  /// `count` strictly rising values in `low...high` into `out` from `at`. The caller has checked that they fit.
  mutating func interpolative(_ out: inout [Int32], _ at: Int, _ count: Int, _ low: Int, _ high: Int) {
    guard count > 0, !overrun else { return }
    guard high - low + 1 >= count else {
      overrun = true
      return
    }
    if high - low + 1 == count {
      for i in 0..<count { out[at + i] = Int32(truncatingIfNeeded: low + i) }
      return
    }
    let m = count >> 1
    let least = low + m
    let value = least + minimal(high - (count - 1 - m) - least)
    out[at + m] = Int32(truncatingIfNeeded: value)
    interpolative(&out, at, m, low, value - 1)
    interpolative(&out, at + m + 1, count - 1 - m, value + 1, high)
  }

  private mutating func minimal(_ range: Int) -> Int {
    if range == 0 { return 0 }
    let n = range + 1
    let k = n.highBit
    if n & (n - 1) == 0 { return bits(k) }
    let short = 1 << (k + 1) - n
    var y = bits(k)
    if y >= short { y = y << 1 + bits(1) - short }
    y += (n - short) >> 1
    return y < n ? y : y - n
  }
}
