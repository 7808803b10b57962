/// A table drawn with `|` in the source lines of a paragraph.
///
/// libcmark knows no tables: the paragraph's own lines are read, and all cells go through libcmark once more, each as a
/// heading, so that whatever a cell begins with stays inline.
struct PipeTable {
  /// Lines of the paragraph before the head row: text.
  let textLines: Int
  let alignments: [Table.Alignment]
  private let head: [[UInt8]]
  private let rows: [(cells: [[UInt8]], line: Int)]
  private let firstLine: Int

  /// More columns than this are no table.
  static let columnLimit = 200
  /// Nor are rows that lack more cells in all: a few bytes would stand for a huge table.
  static let missingLimit = 100_000

  /// `lines`: the prepared source lines of the paragraph without the markers of its containers.
  init?(_ lines: [ArraySlice<UInt8>], firstLine: Int) {
    guard lines.count >= 2 else { return nil }
    guard
      let delimiter = lines.indices.dropFirst().first(where: { index in
        guard let columns = Self.alignments(lines[index]) else { return false }
        return Self.cells(lines[index - 1]).count == columns.count && lines[index - 1].contains(0x7C)
      }), let alignments = Self.alignments(lines[delimiter])
    else { return nil }
    self.alignments = alignments
    self.firstLine = firstLine + delimiter - 1
    textLines = delimiter - 1
    head = Self.cells(lines[delimiter - 1])
    rows = lines[(delimiter + 1)...].enumerated().map { (Self.cells($1), firstLine + delimiter + 1 + $0) }
    let missing = rows.reduce(0) { $0 + max(0, alignments.count - $1.cells.count) }
    guard missing <= Self.missingLimit else { return nil }
  }

  /// `| --- | :-: |`: one alignment a column; `nil` when the line is no delimiter row.
  private static func alignments(_ line: ArraySlice<UInt8>) -> [Table.Alignment]? {
    guard line.contains(0x7C), line.contains(0x2D),
      line.allSatisfy({ [0x7C, 0x2D, 0x3A, 0x20, 0x09].contains($0) })
    else { return nil }
    var result: [Table.Alignment] = []
    for cell in cells(line) {
      let dashes = cell.drop { $0 == 0x3A }.reversed().drop { $0 == 0x3A }
      guard !dashes.isEmpty, dashes.allSatisfy({ $0 == 0x2D }), result.count < columnLimit else { return nil }
      switch (cell.first == 0x3A, cell.last == 0x3A) {
      case (true, true): result.append(.center)
      case (true, false): result.append(.left)
      case (false, true): result.append(.right)
      case (false, false): result.append(.none)
      }
    }
    return result
  }

  /// The cells of a row: split at `|` outside code spans, `\|` is a bar.
  private static func cells(_ line: ArraySlice<UInt8>) -> [[UInt8]] {
    var result: [[UInt8]] = []
    var cell: [UInt8] = []
    var inCode = false
    var row = trimmed(line)
    if row.first == 0x7C { row = row.dropFirst() }
    if row.last == 0x7C, row.dropLast().last != 0x5C { row = row.dropLast() }
    var index = row.startIndex
    while index < row.endIndex {
      switch row[index] {
      case 0x5C where index + 1 < row.endIndex && row[index + 1] == 0x7C:
        cell.append(0x7C)
        index += 1
      case 0x60:
        inCode = inCode ? false : row[(index + 1)...].contains(0x60)
        cell.append(0x60)
      case 0x7C where !inCode:
        result.append(Array(trimmed(cell[...])))
        cell = []
      default:
        cell.append(row[index])
      }
      index += 1
    }
    result.append(Array(trimmed(cell[...])))
    return result
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bytes = bytes.drop { $0 == 0x20 || $0 == 0x09 }
    while let last = bytes.last, last == 0x20 || last == 0x09 { bytes = bytes.dropLast() }
    return bytes
  }

  /// The finished table. `definitions` are the link definitions of the document.
  func table(inline: (_ inlines: [MarkdownInline], _ line: Int) -> RichText) -> Table {
    let all = [(cells: head, line: firstLine)] + rows
    var markdown: [UInt8] = []
    for row in all {
      for cell in padded(row.cells) {
        markdown += "# ".utf8
        // A space keeps a closing run of `#` from being taken for the end mark.
        markdown += cell
        markdown += " #\n".utf8
      }
    }
    var parsed = CommonMark.parse(markdown).children.makeIterator()
    var texts = all.map { row in
      padded(row.cells).map { _ in parsed.next().map { inline($0.inlines, row.line) } ?? "" }
    }
    let first = texts.removeFirst()
    let isHeadless = first.allSatisfy(\.isEmpty)
    return Table(alignments: alignments, head: isHeadless ? [] : first, rows: texts, line: firstLine)
  }

  /// Missing cells are empty; cells too many are kept in the last column, so that no text is lost.
  private func padded(_ cells: [[UInt8]]) -> [[UInt8]] {
    let width = alignments.count
    if cells.count < width { return cells + [[UInt8]](repeating: [], count: width - cells.count) }
    guard cells.count > width else { return cells }
    let rest = cells[(width - 1)...].joined(separator: Array(" | ".utf8))
    return Array(cells[..<(width - 1)]) + [Array(rest)]
  }
}
