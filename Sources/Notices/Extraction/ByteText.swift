/// A stretch of UTF-8 as scalars, and where each of them stood.
struct ByteText {
  let text: ScalarText
  /// Byte offset of each scalar and of the end.
  private let offsets: [Int]

  /// A byte that is not UTF-8 becomes U+FFFD.
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    var offsets: [Int] = []
    text = ScalarText(PackedScalars(bytes, range, offsets: &offsets), 0)
    self.offsets = offsets
  }

  /// The bytes a scalar range stood at.
  func bytes(_ range: Range<Int>) -> Range<Int> { offsets[range.lowerBound]..<offsets[range.upperBound] }
}
