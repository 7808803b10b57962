/// Classes of scalars that the reader tells apart.
package enum Scalars {
  /// White space of any width, zero-width and control characters: layout, never text.
  @inline(__always)
  package static func isLayout(_ scalar: UInt32) -> Bool {
    if scalar <= 0x20 { return true }
    if scalar < 0x7F { return false }
    switch scalar {
    case 0x7F...0xA0, 0xAD, 0x1680, 0x180E, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x2064, 0x3000,
      0xFEFF:
      return true
    default: return false
    }
  }

  /// Layout that has no width at all: dropped from every text.
  package static func isInvisible(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0...0x08, 0x0B...0x0C, 0x0E...0x1F, 0x7F...0x84, 0x86...0x9F, 0xAD, 0x180E, 0x200B...0x200F,
      0x202A...0x202E, 0x2060...0x2064, 0xFEFF:
      return true
    default: return false
    }
  }

  @inline(__always)
  package static func isHan(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x3007, 0xF900...0xFAFF, 0x20000...0x3FFFF: return true
    default: return false
    }
  }

  /// 0–9 in ASCII or full width.
  @inline(__always)
  package static func digit(_ scalar: UInt32) -> Int? {
    if scalar >= 0x30, scalar <= 0x39 { return Int(scalar - 0x30) }
    if scalar >= 0xFF10, scalar <= 0xFF19 { return Int(scalar - 0xFF10) }
    return nil
  }

  package static func isDigit(_ scalar: UInt32) -> Bool { digit(scalar) != nil }

  package static func isLatin(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x41...0x5A, 0x61...0x7A, 0xFF21...0xFF3A, 0xFF41...0xFF5A: return true
    default: return false
    }
  }

  /// East Asian wide: Han, kana, full-width forms and punctuation. No space belongs between two of these.
  package static func isWide(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFE30...0xFE4F,
      0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFF, 0x2018...0x201D, 0x2014, 0x2026:
      return true
    default: return false
    }
  }

  /// 。！？ and their half-width forms: a sentence ends here.
  package static func isSentenceEnd(_ scalar: UInt32) -> Bool {
    scalar == 0x3002 || scalar == 0xFF01 || scalar == 0xFF1F || scalar == 0x21 || scalar == 0x3F
      || scalar == 0xFF61
  }

  package static func isSemicolon(_ scalar: UInt32) -> Bool { scalar == 0xFF1B || scalar == 0x3B }
  package static func isColon(_ scalar: UInt32) -> Bool {
    scalar == 0xFF1A || scalar == 0x3A || scalar == 0xFE55 || scalar == 0x2236
  }
  package static func isComma(_ scalar: UInt32) -> Bool {
    scalar == 0xFF0C || scalar == 0x2C || scalar == 0x3001
  }
  package static func isOpenParenthesis(_ scalar: UInt32) -> Bool {
    scalar == 0x28 || scalar == 0xFF08 || scalar == 0xFE59
  }
  package static func isCloseParenthesis(_ scalar: UInt32) -> Bool {
    scalar == 0x29 || scalar == 0xFF09 || scalar == 0xFE5A
  }

  /// Full-width ASCII, brackets, dashes and quotation marks in one form each, for comparing only.
  package static func folded(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0xFF01...0xFF5E: return folded(scalar - 0xFEE0)
    case 0x3014, 0x3010, 0x3016, 0x5B: return 0x5B
    case 0x3015, 0x3011, 0x3017, 0x5D: return 0x5D
    case 0x300A, 0x3008, 0x2329, 0x276E: return 0x3C
    case 0x300B, 0x3009, 0x232A, 0x276F: return 0x3E
    case 0x2012...0x2015, 0x2500, 0xFE58, 0xFE63, 0x2D, 0x7E, 0x301C, 0x2010, 0x2011: return 0x2D
    case 0x201C...0x201F, 0x22, 0x300C...0x300F: return 0x22
    case 0x2018...0x201B, 0x27: return 0x27
    case 0xFE52, 0xFF61: return 0x2E
    case 0x41...0x5A: return scalar + 0x20
    default: return scalar
    }
  }
}

/// Text made comparable: no layout, one width, one shape of bracket, dash and quotation mark.
package enum Folded {
  package static func key(_ bytes: [UInt8], _ range: Range<Int>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(range.count)
    var cursor = Cursor(bytes, range)
    while !cursor.isAtEnd {
      let scalar = cursor.next()
      if Scalars.isLayout(scalar) { continue }
      append(Scalars.folded(scalar), to: &result)
    }
    return result
  }

  /// The first scalar of the key, 0 when it is empty.
  static func first(_ bytes: [UInt8], _ range: Range<Int>) -> UInt32 {
    var cursor = Cursor(bytes, range)
    cursor.skipLayout()
    return Scalars.folded(cursor.scalar)
  }

  static func first(_ text: String) -> UInt32 {
    text.unicodeScalars.first { !Scalars.isLayout($0.value) }.map { Scalars.folded($0.value) } ?? 0
  }

  package static func key(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    return key(bytes, 0..<bytes.count)
  }

  package static func append(_ scalar: UInt32, to result: inout [UInt8]) {
    switch scalar {
    case 0..<0x80: result.append(UInt8(scalar))
    case 0x80..<0x800:
      result.append(UInt8(0xC0 | scalar >> 6))
      result.append(UInt8(0x80 | scalar & 0x3F))
    case 0x800..<0x10000:
      result.append(UInt8(0xE0 | scalar >> 12))
      result.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      result.append(UInt8(0x80 | scalar & 0x3F))
    default:
      result.append(UInt8(0xF0 | scalar >> 18 & 0x07))
      result.append(UInt8(0x80 | scalar >> 12 & 0x3F))
      result.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      result.append(UInt8(0x80 | scalar & 0x3F))
    }
  }
}
