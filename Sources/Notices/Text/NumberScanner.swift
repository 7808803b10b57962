/// Recognises the number at the beginning of a line, in every width and glyph.
///
/// A number needs its delimiter: `1.5万元`, `2018年12月底前` and `一是` are text. What only the sequence can tell
/// (a decimal that is no clause, a digit followed by a space) is decided later by `NumberValidation`.
package enum NumberScanner {
  package static func scan(_ bytes: [UInt8], _ range: Range<Int>) -> NumberMark? {
    guard let first = range.first else { return nil }
    // Cheap refusal: a number begins with an ASCII digit or bracket, or a three-byte scalar.
    let byte = bytes[first]
    guard (byte >= 0x30 && byte <= 0x39) || byte == 0x28 || byte >= 0xE2 else { return nil }
    var cursor = Cursor(bytes, range)
    let scalar = cursor.scalar
    switch scalar {
    case 0x7B2C, 0x7B2B: return statutory(&cursor, bracketed: false)  // 第, and 笫 that stands for it
    case 0x3010: return statutoryInBrackets(&cursor)  // 【
    case 0x28, 0xFF08, 0xFE59: return parenthesised(&cursor)
    case 0x3220...0x3229, 0x2460...0x249B, 0x3251...0x325F, 0x2776...0x277F, 0x2780...0x2789:
      return glyph(&cursor, scalar)
    case 0x30...0x39, 0xFF10...0xFF19: return digits(&cursor)
    default: return HanNumeral.isNumeral(scalar) ? han(&cursor) : nil
    }
  }

  // MARK: 第X章

  private static func statutory(_ cursor: inout Cursor, bracketed: Bool) -> NumberMark? {
    let start = cursor.at
    guard cursor.take(where: { $0 == 0x7B2C || $0 == 0x7B2B }) else { return nil }
    cursor.skipLayout()
    guard let ordinal = HanNumeral.read(&cursor) ?? number(&cursor, digits: 5) else { return nil }
    cursor.skipLayout()
    let shape: NumberMark.Shape
    switch cursor.next() {
    case 0x7F16, 0x7DE8: shape = .volume  // 编 編
    case 0x7BC7: shape = .subvolume  // 篇
    case 0x7AE0: shape = .chapter  // 章
    case 0x8282, 0x7BC0: shape = .division  // 节 節
    case 0x6761, 0x689D: shape = .article  // 条 條
    default: return nil
    }
    var suffix = 0
    let beforeSuffix = cursor.at
    if cursor.take(0x4E4B) {  // 之
      if let value = HanNumeral.read(&cursor) ?? number(&cursor, digits: 2) {
        suffix = value
      } else {
        cursor.at = beforeSuffix
      }
    }
    if !bracketed, isReference(cursor, shape) { return nil }
    _ = cursor.take { $0 == 0xFF0E || $0 == 0x2E || Scalars.isColon($0) }
    let printedEnd = cursor.at
    cursor.skipLayout()
    return NumberMark(
      shape: shape, ordinal: ordinal, suffix: suffix, printed: start..<printedEnd, content: cursor.at)
  }

  /// `第六条至第十六条…`, `第三条规定的…`, `第五条第二款…`: a sentence about an article, not an article.
  private static func isReference(_ cursor: Cursor, _ shape: NumberMark.Shape) -> Bool {
    var rest = cursor
    switch rest.next() {
    case 0x81F3, 0x3001, 0x548C, 0x4E0E, 0x53CA, 0x6216, 0x7684, 0x6240, 0x4E2D, 0xFF0C, 0x2C, 0x300B, 0x29,
      0xFF09,
      0x89C4 where shape != .chapter:  // 至 、 和 与 及 或 的 所 中 ， 》 ） 规
      return true
    case 0x7B2C:  // 第二款, 第（三）项
      return true
    default: return false
    }
  }

  /// `【第一篇】`
  private static func statutoryInBrackets(_ cursor: inout Cursor) -> NumberMark? {
    let start = cursor.at
    guard cursor.take(0x3010), var mark = statutory(&cursor, bracketed: true) else { return nil }
    var rest = Cursor(cursor.bytes, mark.printed.upperBound..<cursor.end)
    rest.skipLayout()
    guard rest.take(0x3011) else { return nil }
    mark.printed = start..<rest.at
    rest.skipLayout()
    mark.content = rest.at
    return mark
  }

  // MARK: （一） （1） ㈠ ① ⒈

  private static func parenthesised(_ cursor: inout Cursor) -> NumberMark? {
    let start = cursor.at
    _ = cursor.next()
    cursor.skipLayout()
    let shape: NumberMark.Shape
    let ordinal: Int
    if let value = HanNumeral.read(&cursor) {
      shape = .hanParenthesised
      ordinal = value
    } else if let value = number(&cursor, digits: 3) {
      shape = .digitParenthesised
      ordinal = value
    } else {
      return nil
    }
    cursor.skipLayout()
    guard ordinal > 0, cursor.take(where: Scalars.isCloseParenthesis) else { return nil }
    return finish(&cursor, shape, ordinal, start)
  }

  private static func glyph(_ cursor: inout Cursor, _ scalar: UInt32) -> NumberMark? {
    let start = cursor.at
    _ = cursor.next()
    switch scalar {
    case 0x3220...0x3229: return finish(&cursor, .hanParenthesised, Int(scalar - 0x321F), start)
    case 0x2460...0x2473: return finish(&cursor, .circled, Int(scalar - 0x245F), start)
    case 0x3251...0x325F: return finish(&cursor, .circled, Int(scalar - 0x3251) + 21, start)
    case 0x2776...0x277F: return finish(&cursor, .circled, Int(scalar - 0x2775), start)
    case 0x2780...0x2789: return finish(&cursor, .circled, Int(scalar - 0x277F), start)
    case 0x2474...0x2487: return finish(&cursor, .digitParenthesised, Int(scalar - 0x2473), start)
    default: return finish(&cursor, .digit, Int(scalar - 0x2487), start)
    }
  }

  /// Takes a delimiter that the number does not need (`（一）、`) and the spaces after it.
  private static func finish(
    _ cursor: inout Cursor, _ shape: NumberMark.Shape, _ ordinal: Int, _ start: Int
  ) -> NumberMark? {
    _ = cursor.take { $0 == 0x3001 || $0 == 0xFF0E || $0 == 0x2E }
    let printedEnd = cursor.at
    cursor.skipLayout()
    return NumberMark(shape: shape, ordinal: ordinal, printed: start..<printedEnd, content: cursor.at)
  }

  // MARK: 一、

  private static func han(_ cursor: inout Cursor) -> NumberMark? {
    let start = cursor.at
    guard let ordinal = HanNumeral.read(&cursor), ordinal > 0, ordinal < 200 else { return nil }
    let spaces = cursor.skipLayout()
    let shape: NumberMark.Shape
    switch cursor.next() {
    case 0x3001: shape = .han  // 、
    case 0xFF0E, 0x2E, 0xFE52:  // ．
      guard spaces == 0 else { return nil }
      shape = .han
    case 0x29, 0xFF09: shape = .hanHalf
    default: return nil
    }
    let printedEnd = cursor.at
    cursor.skipLayout()
    // 一、二、三等奖 is a list of numbers; 一．五 a decimal.
    var rest = cursor
    if shape == .han, HanNumeral.read(&rest) != nil, rest.take(where: { $0 == 0x3001 || Scalars.isComma($0) })
    {
      return nil
    }
    return NumberMark(shape: shape, ordinal: ordinal, printed: start..<printedEnd, content: cursor.at)
  }

  // MARK: 1. 1、 1） 1.1

  private static func digits(_ cursor: inout Cursor) -> NumberMark? {
    let start = cursor.at
    guard let first = number(&cursor, digits: 3) else { return nil }
    let afterNumber = cursor.at
    let spaces = cursor.skipLayout()
    switch cursor.scalar {
    case 0x3001 where first > 0:  // 、
      _ = cursor.next()
      if Scalars.isDigit(cursor.scalar) { return nil }
      return close(&cursor, .digitComma, first, start)
    case 0x29, 0xFF09:
      guard first > 0, spaces == 0 else { return nil }
      _ = cursor.next()
      return close(&cursor, .digitHalf, first, start)
    case 0x2E, 0xFF0E, 0xFE52, 0xB7:
      _ = cursor.next()
      if Scalars.isDigit(cursor.scalar) {
        guard spaces == 0, first > 0 else { return nil }
        return decimal(&cursor, first, start)
      }
      return first > 0 ? close(&cursor, .digit, first, start) : nil
    default:
      guard spaces > 0, first > 0, first < 100, Scalars.isHan(cursor.scalar) else { return nil }
      return NumberMark(
        shape: .digitBare, ordinal: first, printed: start..<afterNumber, content: cursor.at)
    }
  }

  private static func decimal(_ cursor: inout Cursor, _ first: Int, _ start: Int) -> NumberMark? {
    var components = NumberMark.Components([first])
    while components.count < 5, let value = number(&cursor, digits: 2) {
      components.append(value)
      let dot = cursor.at
      guard cursor.take(where: { $0 == 0x2E || $0 == 0xFF0E }) else { break }
      if !Scalars.isDigit(cursor.scalar) {
        // `1.1.` is closed by its dot.
        if components.count > 1 { break }
        cursor.at = dot
        break
      }
    }
    guard components.count > 1, first < 100, !Scalars.isDigit(cursor.scalar) else { return nil }
    _ = cursor.take(0x3001)
    let printedEnd = cursor.at
    cursor.skipLayout()
    switch cursor.scalar {
    // % - — ~ 倍 万 亿 元 /
    case 0x25, 0xFF05, 0x2D, 0x2014, 0x7E, 0xFF5E, 0x500D, 0x4E07, 0x4EBF, 0x5143, 0x2F, 0:
      return nil
    default: break
    }
    let shape: NumberMark.Shape =
      components.count == 2 ? .decimal2 : components.count == 3 ? .decimal3 : .decimal4
    return NumberMark(
      shape: shape, ordinal: components[components.count - 1], components: components,
      printed: start..<printedEnd, content: cursor.at)
  }

  private static func close(
    _ cursor: inout Cursor, _ shape: NumberMark.Shape, _ ordinal: Int, _ start: Int
  ) -> NumberMark {
    let printedEnd = cursor.at
    cursor.skipLayout()
    return NumberMark(shape: shape, ordinal: ordinal, printed: start..<printedEnd, content: cursor.at)
  }

  /// Up to `digits` digits of either width; `nil` when there are none or more.
  private static func number(_ cursor: inout Cursor, digits limit: Int) -> Int? {
    let start = cursor.at
    var value = 0
    var count = 0
    while let digit = Scalars.digit(cursor.scalar), !cursor.isAtEnd {
      value = value * 10 + digit
      count += 1
      guard count <= limit else {
        cursor.at = start
        return nil
      }
      _ = cursor.next()
    }
    return count > 0 ? value : nil
  }
}
