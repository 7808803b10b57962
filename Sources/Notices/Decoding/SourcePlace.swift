import Diagnostics

extension SourcePosition {
  /// The place of a byte in UTF-8 text. Linear in `offset`: for the few places that are reported.
  package init(atByte offset: Int, of text: [UInt8]) {
    var line = 1
    var lineStart = 0
    let end = min(offset, text.count)
    for index in 0..<end where text[index] == 0x0A {
      line += 1
      lineStart = index + 1
    }
    self.init(line: line, column: 1 + UTF8Scan.count(text, lineStart..<end))
  }
}

extension SourceRange {
  /// `count` scalars from a byte on.
  package init(atByte offset: Int, of text: [UInt8], count: Int = 1) {
    let start = SourcePosition(atByte: offset, of: text)
    self.init(start, SourcePosition(line: start.line, column: start.column + count))
  }
}
