extension ByteSearch {
  /// Whether two stretches, which must lie in their spans, are the same. Linear.
  static func areEqual(
    _ a: Swift.Span<UInt8>, _ aStart: Int, _ b: Swift.Span<UInt8>, _ bStart: Int, count: Int
  ) -> Bool {
    precondition(aStart >= 0 && bStart >= 0 && count >= 0)
    precondition(aStart + count <= a.count && bStart + count <= b.count)
    var at = 0
    while at &+ 8 <= count {
      if word(a.bytes, aStart &+ at) != word(b.bytes, bStart &+ at) { return false }
      at &+= 8
    }
    while at < count {
      if a[aStart &+ at] != b[bStart &+ at] { return false }
      at &+= 1
    }
    return true
  }

  /// Bytes that are `lowest` or more, which must be 0x80 or more. Linear.
  static func count(from lowest: UInt8, in bytes: Swift.Span<UInt8>) -> Int {
    precondition(lowest >= 0x80)
    // Added to the lower seven bits, it carries into the highest where these suffice.
    let addend = UInt64(0 &- lowest) &* 0x0101_0101_0101_0101
    var count = 0
    var at = 0
    while at &+ 8 <= bytes.count {
      let word = word(bytes.bytes, at)
      let carries = (word & 0x7F7F_7F7F_7F7F_7F7F) &+ addend
      count &+= (carries & word & 0x8080_8080_8080_8080).nonzeroBitCount
      at &+= 8
    }
    while at < bytes.count {
      if bytes[at] >= lowest { count &+= 1 }
      at &+= 1
    }
    return count
  }
}
