/// Whether lines stand inside a list item: what an indentation means.
struct ListContext {
  /// Nested quotes and lists on one line beyond this are text.
  static let depthLimit = 32
  /// Indentation beyond this many columns says nothing more.
  static let indentLimit = 64

  /// Columns up to the text of the innermost item; 0 outside lists.
  private var content = 0
  private var afterBlank = false

  mutating func blankLine() { afterBlank = true }

  /// How many spaces to put before a line. In a copied notice four spaces are an indent, not code: a line that holds Han
  /// text is never indented so far.
  mutating func indent(of source: [UInt8], _ line: Range<Int>, columns: Int) -> Int {
    var columns = min(columns, Self.indentLimit)
    if columns < content, afterBlank { content = 0 }
    afterBlank = false
    if columns >= content + 4, Self.hasHan(source, line) { columns = content }
    if let marker = Self.listMarker(source, line), columns < content + 4 { content = columns + marker }
    return columns
  }

  /// Where the nesting of markers at the beginning of a line passes the limit.
  func depthOverflow(_ source: [UInt8], _ line: Range<Int>) -> Int? {
    var at = line.lowerBound
    var depth = 0
    while at < line.upperBound {
      if source[at] == 0x20 || source[at] == 0x09 {
        at += 1
        continue
      }
      let width = source[at] == 0x3E ? 1 : Self.listMarker(source, at..<line.upperBound) ?? 0
      guard width > 0 else { return nil }
      depth += 1
      if depth > Self.depthLimit { return at }
      at += width
    }
    return nil
  }

  /// The width of `- ` or `12. ` with its spaces; `nil` when no item begins here.
  private static func listMarker(_ source: [UInt8], _ line: Range<Int>) -> Int? {
    guard let first = line.first else { return nil }
    var at = first
    switch source[first] {
    case 0x2D, 0x2A, 0x2B:
      at += 1
    case 0x30...0x39:
      while at < line.upperBound, at < first + 10, (0x30...0x39).contains(source[at]) { at += 1 }
      guard at < line.upperBound, source[at] == 0x2E || source[at] == 0x29 else { return nil }
      at += 1
    default:
      return nil
    }
    guard at < line.upperBound, source[at] == 0x20 || source[at] == 0x09 else { return nil }
    let marker = at - first
    while at < line.upperBound, at < first + marker + 4, source[at] == 0x20 { at += 1 }
    return max(marker + 1, at - first)
  }

  private static func hasHan(_ source: [UInt8], _ line: Range<Int>) -> Bool {
    line.contains { (0xE3...0xE9).contains(source[$0]) || source[$0] == 0xEF }
  }

  static func columns(_ source: [UInt8], _ indent: Range<Int>) -> Int {
    indent.reduce(0) { $0 + (source[$1] == 0x09 ? 4 - $0 % 4 : 1) }
  }
}
