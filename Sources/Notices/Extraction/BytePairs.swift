/// Asks eight bytes at once what stands in them, so that a parser whose signs are not there reads nothing.
///
/// The answers are bits: the high bit of each byte that is meant. A byte above one that is meant may be named too: none is
/// passed over, some are named for nothing.
enum BytePairs {
  /// Whether `finds` names a byte in any eight of a stretch. Stretches of eight overlap by one, so that two bytes that
  /// belong together are seen together; shorter ones may hold anything.
  @inline(__always)
  static func mayStand(
    in bytes: Swift.Span<UInt8>, _ range: Range<Int>, where finds: (_ word: UInt64) -> UInt64
  ) -> Bool {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
    guard range.count >= 8 else { return true }
    let raw = bytes.bytes
    let last = range.upperBound - 8
    var at = range.lowerBound
    while at < last {
      if finds(ByteSearch.word(raw, at)) != 0 { return true }
      at &+= 7
    }
    return finds(ByteSearch.word(raw, last)) != 0
  }

  /// The byte eight times.
  @inline(__always)
  static func all(_ byte: UInt64) -> UInt64 { byte &* 0x0101_0101_0101_0101 }

  /// The bytes below a limit of at most 128.
  @inline(__always)
  static func below(_ word: UInt64, _ limit: UInt64) -> UInt64 {
    (word &- all(limit)) & ~word & all(0x80)
  }

  /// The bytes that are this one.
  @inline(__always)
  static func bytes(_ byte: UInt64, _ word: UInt64) -> UInt64 { below(word ^ all(byte), 1) }

  /// The bytes behind this one.
  @inline(__always)
  static func after(_ byte: UInt64, _ word: UInt64) -> UInt64 { bytes(byte, word) &<< 8 }
}
