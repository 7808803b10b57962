/// Classes of folded scalars.
enum Glyph {
  @inline(__always) static func isDigit(_ scalar: UInt32) -> Bool { scalar >= 0x30 && scalar <= 0x39 }

  @inline(__always) static func isSpace(_ scalar: UInt32) -> Bool {
    scalar == 0x20 || scalar == 0x0A || scalar == 0x0D || scalar == 0x200B || scalar == 0xFEFF
  }

  /// Ideographs, with 〇.
  @inline(__always) static func isHan(_ scalar: UInt32) -> Bool {
    (scalar >= 0x4E00 && scalar <= 0x9FFF) || (scalar >= 0x3400 && scalar <= 0x4DBF) || scalar == 0x3007
      || (scalar >= 0x20000 && scalar <= 0x323AF) || (scalar >= 0xF900 && scalar <= 0xFAFF)
  }

  @inline(__always) static func isLatin(_ scalar: UInt32) -> Bool {
    (scalar >= 0x41 && scalar <= 0x5A) || (scalar >= 0x61 && scalar <= 0x7A)
  }

  /// Ends a sentence: `。！？；` and line ends; `.` only counts in text without Han and is not here.
  @inline(__always) static func endsSentence(_ scalar: UInt32) -> Bool {
    scalar == 0x3002 || scalar == 0x21 || scalar == 0x3F || scalar == 0x3B || scalar == 0x0A
  }

  /// What `closing` knows.
  static let openings: [UInt32] = [0x28, 0x5B, 0x7B, 0x3014, 0x3010, 0x3016, 0xFE5D]

  /// The closing bracket that belongs to an opening one among `()[]{}〔〕【】〖〗﹝﹞`, else 0.
  static func closing(_ open: UInt32) -> UInt32 {
    switch open {
    case 0x28: 0x29
    case 0x5B: 0x5D
    case 0x7B: 0x7D
    case 0x3014: 0x3015
    case 0x3010: 0x3011
    case 0x3016: 0x3017
    case 0xFE5D: 0xFE5E
    default: 0
    }
  }
}
