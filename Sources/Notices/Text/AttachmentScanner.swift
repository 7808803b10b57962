/// Reads 附件说明 and the heads of annexes.
enum AttachmentScanner {
  struct Head {
    /// `附件`, `附件1`, `附表二`
    var label: Range<Int>
    var ordinal: Int?
    var hasColon: Bool
    /// What follows on the line; empty when the head stands alone.
    var rest: Range<Int>
  }

  static func head(_ bytes: [UInt8], _ range: Range<Int>) -> Head? {
    var cursor = Cursor(bytes, range)
    let bracketed = cursor.take(where: { $0 == 0x3010 || $0 == 0xFF08 || $0 == 0x28 })
    let start = cursor.at
    guard cursor.take(0x9644) else { return nil }  // 附
    let afterFirst = cursor.at
    cursor.skipLayout()
    let isWord = cursor.take { $0 == 0x4EF6 || $0 == 0x8868 || $0 == 0x56FE || $0 == 0x5F55 }  // 件 表 图 录
    if !isWord { cursor.at = afterFirst }
    var end = cursor.at
    cursor.skipLayout()
    var ordinal: Int?
    let beforeNumber = cursor.at
    var value = 0
    var digits = 0
    while let digit = Scalars.digit(cursor.scalar), digits < 3, !cursor.isAtEnd {
      value = value * 10 + digit
      digits += 1
      _ = cursor.next()
    }
    if digits > 0 {
      ordinal = value
    } else if let number = HanNumeral.read(&cursor) {
      ordinal = number
    } else {
      cursor.at = beforeNumber
    }
    if ordinal != nil { end = cursor.at }
    cursor.skipLayout()
    if bracketed { _ = cursor.take { $0 == 0x3011 || $0 == 0xFF09 || $0 == 0x29 } }
    let afterLabel = cursor.at
    let hasColon = cursor.take(where: Scalars.isColon)
    if !hasColon, ordinal != nil { _ = cursor.take { $0 == 0x3001 || $0 == 0x2E || $0 == 0xFF0E } }
    let rest = FlowText.trimmed(bytes, cursor.at..<range.upperBound)
    // 附则 and 附近 are words; 附 needs its colon, 附件 its end, colon, number or space.
    if !hasColon, !rest.isEmpty {
      guard isWord, ordinal != nil || afterLabel > end else { return nil }
    }
    if !isWord, !hasColon { return nil }
    return Head(label: start..<end, ordinal: ordinal, hasColon: hasColon, rest: rest)
  }

  private static let extensions: [StaticString] = [
    ".doc", ".docx", ".pdf", ".xls", ".xlsx", ".wps", ".zip", ".rar", ".jpg", ".ofd", ".et", ".ppt", ".pptx",
    ".PDF",
    ".DOC", ".DOCX", ".tif", ".txt",
  ]

  /// Ends like a file's name.
  static func isFileName(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    extensions.contains { UTF8Scan.hasSuffix(bytes, range, $0) }
  }

  /// The name without its number and closing punctuation.
  static func name(_ bytes: [UInt8], _ range: Range<Int>) -> (
    number: Range<Int>?, ordinal: Int?, name: Range<Int>
  ) {
    var number: Range<Int>?
    var ordinal: Int?
    var name = range
    if let mark = NumberScanner.scan(bytes, range), !mark.shape.isStatutory, mark.components.isEmpty {
      number = mark.printed
      ordinal = mark.ordinal
      name = mark.content..<range.upperBound
    }
    name = FlowText.trimmed(bytes, name)
    // Nothing but a number is the name.
    if name.isEmpty { return (nil, ordinal, FlowText.trimmed(bytes, range)) }
    while let (last, start) = UTF8Scan.decodeBefore(bytes, name.upperBound, from: name.lowerBound),
      last == 0x3002 || Scalars.isSemicolon(last)
    {
      name = FlowText.trimmed(bytes, name.lowerBound..<start)
    }
    return (number, ordinal, name)
  }
}
