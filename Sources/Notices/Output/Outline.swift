import Diagnostics

/// Lines of bounded width for a terminal: a note at the right margin, names in a column, colour where it is wanted.
///
/// Widths are columns as terminals draw them, so that full-width characters stand under each other.
struct Outline {
  /// SGR parameters (ECMA-48).
  enum Style: String {
    case bold = "1"
    case dim = "2"
    case warning = "33"
    case error = "31"
    case number = "36"
  }

  private(set) var text = ""
  let width: Int
  let coloured: Bool

  init(width: Int, coloured: Bool) {
    self.width = width
    self.coloured = coloured
  }

  mutating func blank() { text += "\n" }

  mutating func heading(_ name: String, _ style: Style = .bold) {
    blank()
    text += paint("── " + Self.plain(name), style) + "\n"
  }

  /// A text that is never cut: broken into lines at the width, the later ones indented.
  mutating func wrapped(_ content: String, indent: Int = 0, _ style: Style? = nil) {
    var rest = Substring(Self.plain(content))
    var isFirst = true
    while !rest.isEmpty {
      let room = width - (isFirst ? 0 : indent)
      var used = 0
      var end = rest.unicodeScalars.startIndex
      while end < rest.unicodeScalars.endIndex {
        let columns = DisplayWidth.of(rest.unicodeScalars[end])
        if used + columns > room { break }
        used += columns
        end = rest.unicodeScalars.index(after: end)
      }
      if end == rest.unicodeScalars.startIndex { end = rest.unicodeScalars.index(after: end) }
      let line = String(rest[..<end])
      text +=
        (isFirst ? "" : String(repeating: " ", count: indent)) + (style.map { paint(line, $0) } ?? line)
        + "\n"
      rest = rest[end...]
      isFirst = false
    }
  }

  /// Names in one column as wide as the widest, values behind it.
  mutating func fields(_ fields: [(name: String, value: String)], indent: String = "  ") {
    let column = min(fields.map { DisplayWidth.of($0.name) }.max() ?? 0, 24)
    for field in fields {
      let gap = String(repeating: " ", count: max(0, column - DisplayWidth.of(field.name)) + 2)
      let (value, _) = Self.cut(field.value, to: max(8, width - DisplayWidth.of(indent) - column - 2))
      text += indent + paint(Self.plain(field.name), .dim) + gap + value + "\n"
    }
  }

  /// One line, cut with `…`; the note stands at the right margin.
  mutating func line(_ content: String, lead: String = "", note: String = "", _ style: Style? = nil) {
    let lead = Self.plain(lead)
    let note = Self.plain(note)
    // On a narrow terminal the text comes first.
    let bare = width - DisplayWidth.of(lead)
    let isNoted = !note.isEmpty && bare - DisplayWidth.of(note) - 2 >= 16
    let (cut, columns) = Self.cut(content, to: max(2, isNoted ? bare - DisplayWidth.of(note) - 2 : bare))
    text += paint(lead, .dim) + (style.map { paint(cut, $0) } ?? cut)
    if isNoted {
      let used = DisplayWidth.of(lead) + columns
      text += String(repeating: " ", count: max(2, width - used - DisplayWidth.of(note))) + paint(note, .dim)
    }
    text += "\n"
  }

  func paint(_ text: String, _ style: Style) -> String {
    coloured && !text.isEmpty ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }

  /// Control characters of the document never reach the terminal.
  private static func plain(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !Scalars.isInvisible(scalar.value) || scalar.value < 0x20 {
      result.append(scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) ? " " : scalar)
    }
    return String(result)
  }

  /// At most `limit` columns; the text and its width.
  private static func cut(_ text: String, to limit: Int) -> (String, Int) {
    var result = String.UnicodeScalarView()
    var used = 0
    for scalar in plain(text).unicodeScalars {
      let columns = DisplayWidth.of(scalar)
      if used + columns > limit - 1 {
        result.append("…")
        return (String(result), used + 1)
      }
      result.append(scalar)
      used += columns
    }
    return (String(result), used)
  }
}
