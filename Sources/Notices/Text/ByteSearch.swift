/// Looks at bytes eight at a time.
enum ByteSearch {
  /// Where the byte first stands in the range, which must lie in the span. Linear, about one instruction a byte.
  static func first(_ wanted: UInt8, in bytes: Swift.Span<UInt8>, _ range: Range<Int>) -> Int? {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
    let raw = bytes.bytes
    var at = range.lowerBound
    while at &+ 8 <= range.upperBound {
      let found = BytePairs.bytes(UInt64(wanted), word(raw, at))
      if found != 0 { return at &+ found.trailingZeroBitCount / 8 }
      at &+= 8
    }
    while at < range.upperBound {
      if bytes[at] == wanted { return at }
      at &+= 1
    }
    return nil
  }

  /// The first byte of ASCII at an offset or behind it, at most `end`, which must lie in the span; near the end what is not
  /// ASCII may be given too. Linear, about an instruction a byte.
  @inline(__always)
  static func nextASCII(in bytes: Swift.Span<UInt8>, from start: Int, upTo end: Int) -> Int {
    precondition(start >= 0 && end <= bytes.count)
    var at = start
    while at &+ 8 <= end {
      let ascii = ~word(bytes.bytes, at) & 0x8080_8080_8080_8080
      if ascii != 0 { return at &+ ascii.trailingZeroBitCount / 8 }
      at &+= 8
    }
    return at
  }

  /// Eight bytes, the first one lowest. That they lie in the span is not checked: whoever scans checks once that the end of
  /// the stretch lies in it.
  @inline(__always)
  static func word(_ bytes: RawSpan, _ at: Int) -> UInt64 {
    UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: at, as: UInt64.self))
  }

  /// Four bytes, the first one lowest. Not checked either.
  @inline(__always)
  static func half(_ bytes: RawSpan, _ at: Int) -> UInt32 {
    UInt32(littleEndian: bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: at, as: UInt32.self))
  }
}

/// Steps over ASCII.
enum ASCIIRun {
  /// The end of the run at `at` of ASCII from the space on, the opening bracket left out; a little earlier. Linear, about
  /// two instructions a byte.
  @inline(__always)
  static func end(_ text: RawSpan, _ start: Int, _ limit: Int) -> Int {
    precondition(start >= 0 && limit <= text.byteCount)
    var at = start
    while at &+ 8 <= limit {
      let word = ByteSearch.word(text, at)
      // A high bit, a byte below the space, an opening bracket or a delete.
      let others =
        word & BytePairs.all(0x80) | BytePairs.below(word, 0x20) | BytePairs.bytes(0x28, word)
        | BytePairs.bytes(0x7F, word)
      guard others == 0 else { return at }
      at &+= 8
    }
    return at
  }
}
