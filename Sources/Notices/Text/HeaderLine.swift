/// A label and its value in a header line.
struct HeaderPair {
  var label: HeaderLabel
  var labelRange: Range<Int>
  /// Trimmed; empty when nothing is printed.
  var value: Range<Int>
  /// The label stands in brackets or a table cell.
  var bracketed: Bool
}

/// Cuts a line of header fields at its labels, not at its colons: two pairs on a line, labels without colon, pairs in
/// table cells (`| 索引号: | X |`) and in brackets (`【发文日期】 2020-01-30`) are all read.
enum HeaderLine {
  /// The pairs of the line, or `nil` when the line does not begin with a label.
  static func pairs(_ bytes: [UInt8], _ range: Range<Int>) -> [HeaderPair]? {
    var found: [(label: HeaderLabel, range: Range<Int>, valueStart: Int, bracketed: Bool)] = []
    var cursor = Cursor(bytes, range)
    skipFrame(&cursor)
    guard let first = label(&cursor, atLineStart: true) else { return nil }
    found.append(first)
    while !cursor.isAtEnd {
      // A further label stands behind a space, a bar or a bracket.
      let scalar = cursor.next()
      guard Scalars.isLayout(scalar) || isFrame(scalar) else { continue }
      skipFrame(&cursor)
      var probe = cursor
      if let next = label(&probe, atLineStart: false) {
        found.append(next)
        cursor = probe
      }
    }
    return found.indices.map { i in
      let end = i + 1 < found.count ? found[i + 1].range.lowerBound : range.upperBound
      return HeaderPair(
        label: found[i].label, labelRange: found[i].range, value: unframed(bytes, found[i].valueStart..<end),
        bracketed: found[i].bracketed)
    }
  }

  /// A label and its mark: colon, closing bracket, bar, space or the end of the line.
  private static func label(
    _ cursor: inout Cursor, atLineStart: Bool
  ) -> (label: HeaderLabel, range: Range<Int>, valueStart: Int, bracketed: Bool)? {
    let start = cursor.at
    guard let label = HeaderLabels.match(&cursor) else { return nil }
    let end = cursor.at
    let spaces = cursor.skipLayout()
    let scalar = cursor.scalar
    if Scalars.isColon(scalar) {
      _ = cursor.next()
      return (label, start..<end, cursor.at, false)
    }
    if scalar == 0x3011 || scalar == 0x5D || scalar == 0x3015 || scalar == 0x7C || scalar == 0xFF5C {
      _ = cursor.next()
      cursor.skipLayout()
      _ = cursor.take(where: Scalars.isColon)
      return (label, start..<end, cursor.at, true)
    }
    guard !label.needsColon, spaces > 0 || cursor.isAtEnd else { return nil }
    return (label, start..<end, cursor.at, false)
  }

  private static func isFrame(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x7C, 0xFF5C, 0x3010, 0x5B, 0x3014, 0x2022, 0xB7, 0x25CF, 0x25A0, 0x25C6: true
    default: false
    }
  }

  private static func skipFrame(_ cursor: inout Cursor) {
    cursor.skip { Scalars.isLayout($0) || isFrame($0) }
  }

  /// Without bars and the bracket that opens the next label.
  private static func unframed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var range = FlowText.trimmed(bytes, range)
    while let (scalar, start) = UTF8Scan.decodeBefore(bytes, range.upperBound, from: range.lowerBound),
      scalar == 0x7C || scalar == 0xFF5C || scalar == 0x3010 || scalar == 0x5B || scalar == 0x3014
    {
      range = FlowText.trimmed(bytes, range.lowerBound..<start)
    }
    while !range.isEmpty, let first = Optional(FlowText.first(bytes, range)), first == 0x7C || first == 0xFF5C
    {
      range = FlowText.trimmed(
        bytes,
        UTF8Scan.decode(bytes, range.lowerBound, range.upperBound).width + range.lowerBound..<range.upperBound
      )
    }
    return range
  }
}
