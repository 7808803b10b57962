/// Takes apart lines in which headings of a law or a plan stand behind one another, with a wide gap where the line ended:
/// `第一篇　总目标     第一章　形势     “十五”时期…`.
enum GappedLines {
  /// Layout characters that make a gap.
  private static let gap = 3

  static func split(_ flow: inout Flow) {
    guard flow.lines.contains(where: { $0.traits.contains(.gap) }) else { return }
    var result: [FlowLine] = []
    for line in flow.lines {
      let cuts =
        line.block == nil && line.traits.contains(.gap) ? cuts(flow.buffer, line.range) : []
      result.append(contentsOf: line.cut(at: cuts, flow.buffer))
    }
    flow.lines = result
  }

  /// Behind the gaps that have such a heading on either side; only a line that begins with one is looked at.
  private static func cuts(_ bytes: [UInt8], _ range: Range<Int>) -> [Int] {
    guard isHeading(bytes, range) else { return [] }
    var cuts: [Int] = []
    var start = range.lowerBound
    var cursor = Cursor(bytes, range)
    while !cursor.isAtEnd {
      guard Scalars.isLayout(cursor.scalar) else {
        _ = cursor.next()
        continue
      }
      let end = cursor.at
      guard cursor.skipLayout() >= gap, !cursor.isAtEnd else { continue }
      let rest = cursor.at..<range.upperBound
      // 第一章     总则: the gap behind the number is no end of a line.
      if let mark = NumberScanner.scan(bytes, start..<range.upperBound), mark.content >= cursor.at {
        continue
      }
      guard isHeading(bytes, start..<end) else { break }
      // 总      则: letters set apart.
      if isLetter(bytes, rest) || endsInLetter(bytes, start..<end) { continue }
      cuts.append(rest.lowerBound)
      start = rest.lowerBound
      if !isHeading(bytes, rest) { break }
    }
    return cuts
  }

  /// One character and then layout or the end.
  private static func isLetter(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var cursor = Cursor(bytes, range)
    _ = cursor.next()
    return cursor.isAtEnd || Scalars.isLayout(cursor.scalar)
  }

  /// One character behind layout.
  private static func endsInLetter(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard let (_, last) = UTF8Scan.decodeBefore(bytes, range.upperBound, from: range.lowerBound),
      let (before, _) = UTF8Scan.decodeBefore(bytes, last, from: range.lowerBound)
    else { return true }
    return Scalars.isLayout(before)
  }

  private static func isHeading(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard let mark = NumberScanner.scan(bytes, range) else { return false }
    return mark.shape.isStatutory && mark.shape != .article
  }
}
