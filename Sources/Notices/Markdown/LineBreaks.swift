/// Which line breaks inside a Markdown paragraph are breaks of the document.
///
/// To Markdown a single line break is a space. Notices are pasted line by line: a line that begins with a number, a short
/// line, a line that ends a sentence is a paragraph of its own; a line that was broken at the margin goes on.
enum LineBreaks {
  /// Narrower lines, in columns (a Han character has two), were not broken at a margin.
  private static let narrow = 36
  /// Lines broken at a margin differ by less, in columns.
  private static let ragged = 6

  /// The paragraphs that the lines make. Linear.
  static func paragraphs(_ lines: [InlineText.Line]) -> [InlineText.Line] {
    guard lines.count > 1 else { return lines.filter { !$0.text.isEmpty } }
    let isWrapped = isWrapped(lines)
    var result: [InlineText.Line] = []
    var goesOn = false
    for line in lines where !line.text.isEmpty {
      if goesOn, !startsUnit(line.text) {
        result[result.count - 1].join(line)
      } else {
        result.append(line)
      }
      goesOn = !line.endsHard && continues(line, isWrapped: isWrapped)
    }
    return result
  }

  /// All lines on one line.
  static func joined(_ lines: [InlineText.Line]) -> InlineText.Line {
    var result = lines.first ?? InlineText.Line(line: 1)
    for line in lines.dropFirst() { result.join(line) }
    return result
  }

  private static func startsUnit(_ text: [UInt8]) -> Bool {
    NumberScanner.scan(text, 0..<text.count) != nil
  }

  private static func continues(_ line: InlineText.Line, isWrapped: Bool) -> Bool {
    if isWrapped || isLatin(line.text) { return true }
    return !endsSentence(line.text) && columns(line) >= narrow
  }

  /// Three or more lines of one width, the last at most as wide: broken at a margin.
  private static func isWrapped(_ lines: [InlineText.Line]) -> Bool {
    guard lines.count > 2, let last = lines.last else { return false }
    var widest = columns(last)
    var narrowest = Int.max
    for line in lines.dropLast() {
      let width = columns(line)
      widest = max(widest, width)
      narrowest = min(narrowest, width)
      if narrowest + ragged < widest { return false }
    }
    return widest >= narrow
  }

  private static func endsSentence(_ text: [UInt8]) -> Bool {
    switch FlowText.last(text, 0..<text.count) {
    case 0x3002, 0xFF01, 0xFF1F, 0xFF1B, 0xFF1A, 0x3B, 0x3A: true
    default: false
    }
  }

  /// Words with spaces between them: the lines were broken between words.
  private static func isLatin(_ text: [UInt8]) -> Bool {
    !text.contains { $0 >= 0xE3 }
  }

  private static func columns(_ line: InlineText.Line) -> Int {
    line.scalars + ByteSearch.count(from: 0xE3, in: line.text.span)
  }
}
