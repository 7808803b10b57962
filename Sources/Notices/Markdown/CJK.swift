/// Which characters belong to Chinese running text.
enum CJK {
  /// Whether a line break beside this character stands for nothing: Han, kana, full-width forms, CJK punctuation.
  /// Hangul is not among them: Korean has spaces.
  static func joins(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2E80...0x303E, 0x3041...0x30FF, 0x3105...0x312F, 0x31A0...0x31EF, 0x3200...0x33FF, 0x3400...0x4DBF,
      0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFF:
      true
    default:
      false
    }
  }

  /// A Han character.
  static func isHan(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
    default: false
    }
  }
}
