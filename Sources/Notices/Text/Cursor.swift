/// A position in UTF-8 text that moves one scalar at a time and never past its end.
///
/// Reading a scalar takes constant time; ill-formed bytes read as U+FFFD, one byte each.
package struct Cursor {
  package let bytes: [UInt8]
  package var at: Int
  package let end: Int

  package init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    at = range.lowerBound
    end = range.upperBound
  }

  package var isAtEnd: Bool { at >= end }

  /// The scalar at the position, 0 at the end.
  package var scalar: UInt32 { at < end ? UTF8Scan.decode(bytes, at, end).scalar : 0 }

  /// Reads the scalar at the position and steps over it; 0 at the end.
  package mutating func next() -> UInt32 {
    guard at < end else { return 0 }
    let (scalar, width) = UTF8Scan.decode(bytes, at, end)
    at += width
    return scalar
  }

  /// Steps over the scalar when it passes the test.
  package mutating func take(where test: (UInt32) -> Bool) -> Bool {
    guard at < end else { return false }
    let (scalar, width) = UTF8Scan.decode(bytes, at, end)
    guard test(scalar) else { return false }
    at += width
    return true
  }

  /// Steps over one character of U+5000–U+9FFF, all of them Han, without decoding it: most of a text is such.
  @inline(__always)
  mutating func takeCommonHan() -> Bool {
    guard at < end, (0xE5...0xE9).contains(bytes[at]), at + 3 <= end else { return false }
    at += 3
    return true
  }

  package mutating func take(_ wanted: UInt32) -> Bool { take { $0 == wanted } }

  /// Steps over a whole word or not at all.
  package mutating func take(_ word: StaticString) -> Bool {
    guard UTF8Scan.hasPrefix(bytes, at, end, word) else { return false }
    at += word.utf8CodeUnitCount
    return true
  }

  /// Steps over scalars while they pass the test; the number passed.
  @discardableResult
  package mutating func skip(where test: (UInt32) -> Bool) -> Int {
    var count = 0
    while take(where: test) { count += 1 }
    return count
  }

  @discardableResult
  package mutating func skipLayout() -> Int { skip(where: Scalars.isLayout) }
}

/// Decoding and comparing of UTF-8 in place.
package enum UTF8Scan {
  @inline(__always)
  package static func decode(_ bytes: [UInt8], _ at: Int, _ end: Int) -> (scalar: UInt32, width: Int) {
    let first = bytes[at]
    if first < 0x80 { return (UInt32(first), 1) }
    if first >= 0xE0, first < 0xF0, at + 2 < end {
      return (
        UInt32(first & 0x0F) << 12 | UInt32(bytes[at + 1] & 0x3F) << 6 | UInt32(bytes[at + 2] & 0x3F), 3
      )
    }
    if first >= 0xC2, first < 0xE0, at + 1 < end {
      return (UInt32(first & 0x1F) << 6 | UInt32(bytes[at + 1] & 0x3F), 2)
    }
    if first >= 0xF0, first < 0xF5, at + 3 < end {
      let high = UInt32(first & 0x07) << 18 | UInt32(bytes[at + 1] & 0x3F) << 12
      return (high | UInt32(bytes[at + 2] & 0x3F) << 6 | UInt32(bytes[at + 3] & 0x3F), 4)
    }
    return (0xFFFD, 1)
  }

  /// The scalar that ends right before `at`, and where it begins.
  package static func decodeBefore(_ bytes: [UInt8], _ at: Int, from start: Int) -> (
    scalar: UInt32, start: Int
  )? {
    guard at > start else { return nil }
    if at - start >= 3, bytes[at - 3] & 0xF0 == 0xE0, bytes[at - 2] & 0xC0 == 0x80,
      bytes[at - 1] & 0xC0 == 0x80
    {
      return (decode(bytes, at - 3, at).scalar, at - 3)
    }
    var begin = at - 1
    while begin > start, bytes[begin] & 0xC0 == 0x80, at - begin < 4 { begin -= 1 }
    return (decode(bytes, begin, at).scalar, begin)
  }

  package static func hasPrefix(_ bytes: [UInt8], _ at: Int, _ end: Int, _ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard at >= 0, at + count <= end else { return false }
    return word.withUTF8Buffer { text in
      for i in 0..<count where bytes[at + i] != text[i] { return false }
      return true
    }
  }

  package static func hasPrefix(_ bytes: [UInt8], _ range: Range<Int>, _ word: StaticString) -> Bool {
    hasPrefix(bytes, range.lowerBound, range.upperBound, word)
  }

  package static func hasSuffix(_ bytes: [UInt8], _ range: Range<Int>, _ word: StaticString) -> Bool {
    let begin = range.upperBound - word.utf8CodeUnitCount
    return begin >= range.lowerBound && hasPrefix(bytes, begin, range.upperBound, word)
  }

  /// Where the word first occurs in the range; linear for the short words it is used with.
  package static func find(_ word: StaticString, in bytes: [UInt8], _ range: Range<Int>) -> Int? {
    let count = word.utf8CodeUnitCount
    guard count > 0, range.count >= count else { return nil }
    return word.withUTF8Buffer { text in
      // Han characters share their first bytes: the last byte of the first character tells most of them apart.
      let probe = min(count, text[0] >= 0xE0 ? 3 : 1) - 1
      let last = range.upperBound - count + probe
      var at = range.lowerBound + probe
      search: while let found = ByteSearch.first(text[probe], in: bytes.span, at..<last + 1) {
        at = found + 1
        for i in 0..<count where bytes[found - probe + i] != text[i] { continue search }
        return found - probe
      }
      return nil
    }
  }

  /// Scalars in the range.
  package static func count(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    let raw = bytes.span.bytes
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
    var count = range.count
    var at = range.lowerBound
    while at &+ 8 <= range.upperBound {
      // Bytes that continue a scalar have the high bit and not the one below it.
      let word = ByteSearch.word(raw, at)
      count &-= (word & ~(word &<< 1) & 0x8080_8080_8080_8080).nonzeroBitCount
      at &+= 8
    }
    while at < range.upperBound {
      if bytes[at] & 0xC0 == 0x80 { count &-= 1 }
      at &+= 1
    }
    return count
  }
}
