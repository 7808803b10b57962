/// Numbers in Chinese characters: 一 to 九千九百九十九, and digit by digit (二〇一七).
package enum HanNumeral {
  package static func digit(_ scalar: UInt32) -> Int? {
    switch scalar {
    case 0x3007, 0x96F6, 0x25CB, 0x25EF: 0  // 〇 零 ○ ◯
    case 0x4E00, 0x58F9: 1  // 一 壹
    case 0x4E8C, 0x8D30, 0x4E24: 2  // 二 贰 两
    case 0x4E09, 0x53C1: 3  // 三 叁
    case 0x56DB, 0x8086: 4  // 四 肆
    case 0x4E94, 0x4F0D: 5  // 五 伍
    case 0x516D, 0x9646: 6  // 六 陆
    case 0x4E03, 0x67D2: 7  // 七 柒
    case 0x516B, 0x634C: 8  // 八 捌
    case 0x4E5D, 0x7396: 9  // 九 玖
    default: nil
    }
  }

  private static func unit(_ scalar: UInt32) -> Int? {
    switch scalar {
    case 0x5341, 0x62FE: 10  // 十 拾
    case 0x767E, 0x4F70: 100  // 百 佰
    case 0x5343, 0x4EDF: 1000  // 千 仟
    default: nil
    }
  }

  package static func isNumeral(_ scalar: UInt32) -> Bool { digit(scalar) != nil || unit(scalar) != nil }

  /// Reads a numeral at the cursor; `nil` leaves the cursor where it was.
  package static func read(_ cursor: inout Cursor) -> Int? {
    let start = cursor.at
    var total = 0
    var pending: Int? = nil
    var plain = 0
    var digits = 0
    var sawUnit = false
    var length = 0
    while !cursor.isAtEnd, length < 12 {
      let scalar = cursor.scalar
      if let value = digit(scalar) {
        _ = cursor.next()
        pending = value
        plain = min(plain * 10 + value, 99_999)
        digits += 1
      } else if let value = unit(scalar) {
        _ = cursor.next()
        total += (pending ?? 1) * value
        pending = nil
        sawUnit = true
      } else if scalar == 0x5EFF || scalar == 0x5345 {  // 廿 卅
        _ = cursor.next()
        total += scalar == 0x5EFF ? 20 : 30
        sawUnit = true
      } else {
        break
      }
      length += 1
    }
    guard length > 0 else {
      cursor.at = start
      return nil
    }
    return sawUnit ? total + (pending ?? 0) : (digits == 1 ? plain : plain)
  }
}
