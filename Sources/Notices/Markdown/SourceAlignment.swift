/// Finds where the text that Markdown leaves of a stretch of source stands in it: the text is the source without its
/// markup, so both are walked side by side.
enum SourceAlignment {
  /// Stretches of `text` (as offsets) and where they stand in `source`. Linear. What comes from entities has no place.
  static func stretches(
    of text: [UInt8], in source: [UInt8], _ range: Range<Int>
  ) -> [(text: Range<Int>, source: Int)] {
    var result: [(text: Range<Int>, source: Int)] = []
    var at = range.lowerBound
    var index = 0
    while index < text.count, at < range.upperBound {
      if text[index] == source[at] {
        let start = index
        let place = at
        while index < text.count, at < range.upperBound, text[index] == source[at] {
          index += 1
          at += 1
        }
        result.append((start..<index, place))
      } else if source[at] == 0x26, let end = entityEnd(source, at, range.upperBound) {
        at = end
        index += scalarLength(text, index)
      } else if text[index] == 0x20, source[at] != 0x3C {
        // A space that joined two words over a line break.
        if source[at] == 0x0A { at += 1 }
        index += 1
      } else {
        at = markupEnd(source, at, range.upperBound)
      }
    }
    return result
  }

  private static func scalarLength(_ text: [UInt8], _ index: Int) -> Int {
    var end = index + 1
    while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
    return end - index
  }

  private static func entityEnd(_ source: [UInt8], _ at: Int, _ end: Int) -> Int? {
    source[at..<min(end, at + 34)].firstIndex(of: 0x3B).map { $0 + 1 }
  }

  /// Behind the markup that begins here: a tag, the address of a link, or one character.
  private static func markupEnd(_ source: [UInt8], _ at: Int, _ end: Int) -> Int {
    let close: UInt8
    if source[at] == 0x3C {
      close = 0x3E
    } else if source[at] == 0x5D, at + 1 < end, source[at + 1] == 0x28 {
      close = 0x29
    } else {
      return at + 1
    }
    return source[at..<min(end, at + HTMLTag.longest)].firstIndex(of: close).map { $0 + 1 } ?? at + 1
  }
}
