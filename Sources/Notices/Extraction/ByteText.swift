/// A stretch of UTF-8 as scalars, and where each of them stood.
struct ByteText {
  let text: ScalarText
  private let bytes: [UInt8]
  private let start: Int
  private let end: Int
  /// The place that was asked for last: places are mostly asked for in order.
  private var scalar = 0
  private var byte: Int

  /// A byte that is not UTF-8 becomes U+FFFD.
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    text = PackedScalars.text(bytes, range)
    self.bytes = bytes
    start = range.lowerBound
    end = range.upperBound
    byte = start
  }

  /// The bytes a scalar range stood at.
  mutating func bytes(_ range: Range<Int>) -> Range<Int> {
    let start = place(of: range.lowerBound)
    return start..<place(of: range.upperBound)
  }

  private mutating func place(of scalar: Int) -> Int {
    if scalar < self.scalar { (self.scalar, byte) = (0, start) }
    while self.scalar < scalar, byte < end {
      byte += PackedScalars.length(bytes, at: byte, end: end)
      self.scalar += 1
    }
    return byte
  }
}
