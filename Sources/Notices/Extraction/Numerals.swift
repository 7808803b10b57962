/// Numbers as Chinese documents print them.
enum Numerals {
  /// The value of one digit glyph, Arabic or Chinese; `nil` for anything else.
  ///
  /// Zero has many glyphs in copied dates: 〇 ○ ◯ Ｏ O o О(Cyrillic) 零 ０.
  static func digit(_ scalar: UInt32) -> Int? {
    switch scalar {
    case 0x30...0x39: Int(scalar - 0x30)
    case 0x3007, 0x25CB, 0x25EF, 0x4F, 0x6F, 0x41E, 0x43E, 0x39F, 0x96F6, 0x3EF, 0xD8, 0x2218, 0x26AA: 0
    case 0x4E00, 0x58F9: 1
    case 0x4E8C, 0x8D30, 0x8CB3: 2
    case 0x4E09, 0x53C1: 3
    case 0x56DB, 0x8086: 4
    case 0x4E94, 0x4F0D: 5
    case 0x516D, 0x9646: 6
    case 0x4E03, 0x67D2: 7
    case 0x516B, 0x634C: 8
    case 0x4E5D, 0x7396: 9
    default: nil
    }
  }

  /// Every scalar that `digit` or `isChinese` knows.
  static let glyphs: [UInt32] = [UInt32](0x30...0x39) + rare
  private static let rare: [UInt32] = [
    0x3007, 0x25CB, 0x25EF, 0x4F, 0x6F, 0x41E, 0x43E, 0x39F, 0x96F6, 0x3EF, 0xD8, 0x2218, 0x26AA, 0x4E00,
    0x58F9,
    0x4E8C, 0x8D30, 0x8CB3, 0x4E09, 0x53C1, 0x56DB, 0x8086, 0x4E94, 0x4F0D, 0x516D, 0x9646, 0x4E03, 0x67D2,
    0x516B, 0x634C, 0x4E5D, 0x7396, 0x5341, 0x62FE, 0x767E, 0x5343, 0x5EFF, 0x5345, 0x4E24, 0x5169,
  ]

  /// Whether a scalar can stand in a Chinese numeral: digits, 十百千廿卅两.
  static func isChinese(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x5341, 0x62FE, 0x767E, 0x5343, 0x5EFF, 0x5345, 0x4E24, 0x5169: true
    case 0x30...0x39, 0x4F, 0x6F, 0x41E, 0x43E, 0x39F, 0x3EF, 0xD8: false
    default: digit(scalar) != nil
    }
  }

  /// A run of Arabic digits at `index`: its value and its end. At most nine digits count, a longer run is no number here.
  static func arabic(_ text: ScalarText, at index: Int) -> (value: Int, end: Int)? {
    var (value, at) = (0, index)
    while Glyph.isDigit(text[at]) {
      guard at - index < 9 else { return nil }
      value = value * 10 + Int(text[at] - 0x30)
      at += 1
    }
    return at > index ? (value, at) : nil
  }

  /// `二十五`, `一百零三`, `二〇`, `廿一`, `十` up to 9999 at `index`.
  static func chinese(_ text: ScalarText, at index: Int) -> (value: Int, end: Int)? {
    var (total, current, at) = (0, 0, index)
    var (positional, units) = (0, false)
    while at - index < 9 {
      let scalar = text[at]
      if let value = digit(scalar), !Glyph.isDigit(scalar) {
        positional = positional * 10 + value
        current = value
      } else if let unit = unit(scalar) {
        units = true
        total += (current == 0 ? 1 : current) * unit
        current = 0
      } else if scalar == 0x5EFF || scalar == 0x5345 {
        units = true
        total += scalar == 0x5EFF ? 20 : 30
        current = 0
      } else if scalar == 0x4E24 || scalar == 0x5169 {
        current = 2
        positional = positional * 10 + 2
      } else {
        break
      }
      at += 1
    }
    guard at > index, !isNumeral(text[at]) else { return nil }
    return (units ? total + current : positional, at)
  }

  /// Arabic or Chinese, whichever stands at `index`.
  static func any(_ text: ScalarText, at index: Int) -> (value: Int, end: Int)? {
    Glyph.isDigit(text[index]) ? arabic(text, at: index) : chinese(text, at: index)
  }

  private static func isNumeral(_ scalar: UInt32) -> Bool {
    isChinese(scalar)
  }

  private static func unit(_ scalar: UInt32) -> Int? {
    switch scalar {
    case 0x5341, 0x62FE: 10
    case 0x767E: 100
    case 0x5343: 1000
    default: nil
    }
  }
}
