/// The source line of a diagnostic and the caret line below it, lined up by display width.
struct SourceExcerpt: Equatable {
  let line: String
  /// Spaces, then `^` and `~` under the range.
  let marks: String

  /// Columns of a terminal that a line may take; longer lines are shown around the range with `…` where they are cut.
  static let width = 100

  /// `nil` when the text has no such line.
  init?(of text: SourceLines, at range: SourceRange) {
    guard let bytes = text.line(range.start.line) else { return nil }
    // A file of one line of 50 MB is not decoded to show a hundred columns of it.
    let needed = min(
      bytes.count, max(range.start.column, 0).multipliedReportingOverflow(by: 4).partialValue &+ 2000)
    let scalars = Array(String(decoding: bytes.prefix(max(needed, 0)), as: UTF8.self).unicodeScalars)
    let first = min(max(range.start.column - 1, 0), scalars.count)
    let sameLine = range.end.line == range.start.line
    let last = sameLine ? min(max(range.end.column - 1, first), scalars.count) : scalars.count
    let window = Self.window(scalars, around: first)
    var shown = window.lowerBound > 0 ? "…" : ""
    var padding = window.lowerBound > 0 ? " " : ""
    var marked = ""
    for index in window {
      let cell = Self.cell(scalars[index])
      shown += cell
      let columns = DisplayWidth.of(cell)
      if index < first {
        padding += String(repeating: " ", count: columns)
      } else if index < last {
        marked += String(repeating: "~", count: columns)
      }
    }
    if window.upperBound < scalars.count { shown += "…" }
    line = shown
    marks = padding + "^" + marked.dropFirst()
  }

  /// How a scalar is drawn: a tab as one space, a control character spelled out.
  private static func cell(_ scalar: Unicode.Scalar) -> String {
    if scalar == "\t" { return " " }
    var text = ""
    Printable.append(scalar, to: &text)
    return text
  }

  /// The stretch of a line that fits: all of it, or from a third of the width before `column` on.
  private static func window(_ scalars: [Unicode.Scalar], around column: Int) -> Range<Int> {
    var lower = column
    var columns = 0
    while lower > 0, columns < width / 3 {
      lower -= 1
      columns += DisplayWidth.of(cell(scalars[lower]))
    }
    if lower > 0, scalars[..<lower].count <= 4, columns < width { lower = 0 }
    var upper = lower
    columns = 0
    while upper < scalars.count, columns < width {
      columns += DisplayWidth.of(cell(scalars[upper]))
      upper += 1
    }
    return lower..<upper
  }
}
