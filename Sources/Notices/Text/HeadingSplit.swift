/// Tells the heading of a numbered line from its text.
///
/// A heading is the whole line when nothing follows (`（一）依法全面履行政府职能`), and the first sentence when more
/// follows (`1. 深化行政审批制度改革。加快…`). An article is text unless it is short and has no full stop.
struct HeadingSplit {
  var heading: Range<Int>?
  /// The punctuation that closes the heading.
  var end: Range<Int>?
  var rest: Range<Int>?
  var runIn = false

  /// Longest run-in heading below the top level, in scalars; a longer first sentence is text.
  private static let longestRunIn = 60
  /// Longest heading that is a full sentence of its own, below the top level.
  private static let longestSentence = 45

  static func split(
    _ bytes: [UInt8], _ content: Range<Int>, shape: NumberMark.Shape?, level: Int
  ) -> HeadingSplit {
    let content = FlowText.trimmed(bytes, content)
    guard !content.isEmpty else { return HeadingSplit() }
    guard let shape else { return HeadingSplit(heading: content) }
    if shape == .article { return article(bytes, content) }
    if shape.isStatutory { return whole(bytes, content) }
    guard let stop = firstSentenceEnd(bytes, content) else {
      let last = FlowText.last(bytes, content)
      let length = UTF8Scan.count(bytes, content)
      if level > 1, Scalars.isSemicolon(last) || Scalars.isComma(last) || length > longestRunIn {
        return HeadingSplit(rest: content)
      }
      return whole(bytes, content)
    }
    let sentence = content.lowerBound..<stop.lowerBound
    let length = UTF8Scan.count(bytes, sentence)
    let rest = FlowText.trimmed(bytes, stop.upperBound..<content.upperBound)
    if rest.isEmpty {
      if level > 1, length > longestSentence { return HeadingSplit(rest: content) }
      return HeadingSplit(heading: sentence, end: stop, runIn: length > longestSentence)
    }
    if level > 1, length > longestRunIn { return HeadingSplit(rest: content) }
    return HeadingSplit(heading: sentence, end: stop, rest: rest, runIn: true)
  }

  private static func article(_ bytes: [UInt8], _ content: Range<Int>) -> HeadingSplit {
    // 第一条【立法目的】为了…
    let open = FlowText.first(bytes, content)
    if open == 0x3010 || open == 0x3014 {
      var cursor = Cursor(bytes, content)
      cursor.skip { $0 != 0x3011 && $0 != 0x3015 }
      if !cursor.isAtEnd {
        _ = cursor.next()
        let heading = content.lowerBound..<cursor.at
        let rest = FlowText.trimmed(bytes, cursor.at..<content.upperBound)
        return HeadingSplit(heading: heading, rest: rest.isEmpty ? nil : rest, runIn: !rest.isEmpty)
      }
    }
    let last = FlowText.last(bytes, content)
    let isText =
      firstSentenceEnd(bytes, content) != nil || Scalars.isSemicolon(last) || Scalars.isColon(last)
      || Scalars.isComma(last) || UTF8Scan.count(bytes, content) > 30
    return isText ? HeadingSplit(rest: content) : HeadingSplit(heading: content)
  }

  /// The whole line is the heading; closing punctuation apart.
  private static func whole(_ bytes: [UInt8], _ content: Range<Int>) -> HeadingSplit {
    guard let (last, start) = UTF8Scan.decodeBefore(bytes, content.upperBound, from: content.lowerBound),
      start > content.lowerBound,
      Scalars.isColon(last) || Scalars.isSemicolon(last) || Scalars.isComma(last)
        || Scalars.isSentenceEnd(last) || last == 0xFF0E || last == 0x2E
    else { return HeadingSplit(heading: content) }
    return HeadingSplit(heading: content.lowerBound..<start, end: start..<content.upperBound)
  }

  /// The first full stop, exclamation or question mark outside quotation marks and brackets.
  static func firstSentenceEnd(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    var cursor = Cursor(bytes, range)
    var depth = 0
    while !cursor.isAtEnd {
      // ASCII letters and most Han cannot end a sentence; look at the lead byte first.
      let byte = bytes[cursor.at]
      if byte >= 0xE4, byte <= 0xED {
        cursor.at += 3
        continue
      }
      let at = cursor.at
      let scalar = cursor.next()
      switch scalar {
      case 0x201C, 0x300A, 0x28, 0xFF08, 0x300C: depth += 1
      case 0x201D, 0x300B, 0x29, 0xFF09, 0x300D: depth = max(0, depth - 1)
      case 0x3002, 0xFF01, 0xFF1F, 0xFF61:
        if depth == 0 { return at..<min(cursor.at, range.upperBound) }
      default: break
      }
    }
    return nil
  }

  /// `总　　则` is 总则.
  static func compactHeading(_ flow: Flow, _ range: Range<Int>) -> String { flow.compact(range) }
}
