import Diagnostics

/// A saved web page → lines of text and tables. Nothing of its markup reaches a page: only text comes out of it.
///
/// Scripts, styles and the head are left out; block elements end lines; `h1`–`h6` are headings; a table with more than one
/// column is a table. Linear in the size of the file, whatever the nesting.
struct HTMLReader {
  static func read(_ source: [UInt8], path: String) -> MarkdownReader.Reading {
    var reader = HTMLReader(source)
    reader.scan()
    return MarkdownReader.Reading(
      flow: reader.flow, furniture: reader.furniture, diagnostics: [Diagnostic(.htmlConverted, file: path)])
  }

  private let source: [UInt8]
  private var flow: Flow
  private var furniture: [Furniture] = []
  private var at = 0
  private var line = 1
  /// The paragraph at hand.
  private var text = InlineText.Line(line: 1)
  private var heading = 0
  private var links: [(address: String, start: Int)] = []
  private var tables: [TableDraft] = []

  /// A table that is being read. Layout tables, whose cells hold whole pages, give lines instead.
  private struct TableDraft {
    var rows: [[RichText]] = []
    var line: Int
    var inCell = false
    var cell: [InlineText.Line] = []
    var size = 0
  }

  private init(_ source: [UInt8]) {
    self.source = source
    flow = Flow(buffer: source)
  }

  private mutating func scan() {
    while at < source.count {
      if source[at] == 0x3C, at + 1 < source.count, HTMLTag.beginsTag(source[at + 1]) {
        readTag()
      } else {
        readText()
      }
    }
    endParagraph()
    while !tables.isEmpty { endTable() }
  }

  private mutating func advance(to end: Int) {
    let limit = min(end, source.count)
    var index = at
    while index < limit, let found = ByteSearch.first(0x0A, in: source.span, index..<limit) {
      line += 1
      index = found + 1
    }
    at = max(at + 1, min(end, source.count))
  }

  // MARK: - Text

  /// Up to the next tag; white space is one space, as browsers show it, and none beside CJK text.
  private mutating func readText() {
    let start = at
    let end = ByteSearch.first(0x3C, in: source.span, at + 1..<source.count) ?? source.count
    if text.text.isEmpty { text.line = line }
    var bytes: [UInt8] = []
    var index = start
    while index < end {
      let byte = source[index]
      if byte == 0x26, let (scalar, next) = HTMLEntity.read(source, at: index, end: end) {
        UTF8Sequence.append(scalar, to: &bytes)
        index = next
      } else if byte <= 0x20 {
        while index < end, source[index] <= 0x20 { index += 1 }
        appendSpace(&bytes, before: index < end ? UTF8Sequence.scalar(at: index, of: source) : 0)
      } else {
        let run = index
        repeat { index += 1 } while index < end && source[index] > 0x20 && source[index] != 0x26
        bytes += source[run..<index]
      }
    }
    text.text += bytes
    text.scalars += UTF8Scan.count(bytes, 0..<bytes.count)
    advance(to: end)
  }

  private func appendSpace(_ bytes: inout [UInt8], before next: UInt32) {
    let known = bytes.isEmpty ? text.text : bytes
    guard !known.isEmpty, known.last != 0x20 else { return }
    let last = FlowText.last(known, 0..<known.count)
    if !(CJK.joins(last) && CJK.joins(next)) { bytes.append(0x20) }
  }

  // MARK: - Tags

  private mutating func readTag() {
    if source[at + 1] == 0x21 || source[at + 1] == 0x3F {
      skipDeclaration()
      return
    }
    guard let tag = HTMLTag(source, at..<min(source.count, at + HTMLTag.longest)) else {
      readText()
      return
    }
    let name = tag.name
    if !tag.isClosing, Self.withoutText.contains(name) {
      skipElement(tag)
      return
    }
    advance(to: tag.end)
    switch name {
    case "br":
      breakLine()
    case "h1", "h2", "h3", "h4", "h5", "h6":
      endParagraph()
      heading = tag.isClosing ? 0 : Int(name.utf8.last ?? 0x31) - 0x30
    case "a":
      link(tag)
    case "table", "tr", "td", "th":
      table(name, tag)
    default:
      if Self.blocks.contains(name) { endParagraph() }
    }
  }

  static let withoutText: Set<String> = [
    "script", "style", "head", "noscript", "template", "svg", "select", "textarea", "iframe", "object",
    "title",
  ]
  private static let blocks: Set<String> = [
    "p", "div", "ul", "ol", "li", "dl", "dt", "dd", "section", "article", "header", "footer", "nav", "main",
    "aside",
    "form", "fieldset", "blockquote", "pre", "hr", "center", "body", "html", "tbody", "thead", "tfoot",
    "caption",
    "figure", "figcaption", "address", "button", "option", "label", "ucaptitle", "ucapcontent",
  ]

  private mutating func skipDeclaration() {
    if source[at...].starts(with: "<!--".utf8) {
      var end = at + 4
      while end + 2 < source.count,
        !(source[end] == 0x2D && source[end + 1] == 0x2D && source[end + 2] == 0x3E)
      {
        end += 1
      }
      advance(to: end + 3)
    } else {
      let end = source[at...].firstIndex(of: 0x3E) ?? source.count - 1
      advance(to: end + 1)
    }
  }

  /// Skips an element with all that is in it, up to its end tag or the end of the file.
  private mutating func skipElement(_ tag: HTMLTag) {
    var end = tag.end
    let name = Array(tag.name.utf8)
    while let next = ByteSearch.first(0x3C, in: source.span, end..<source.count) {
      end = next
      if end + 1 + name.count < source.count, source[end + 1] == 0x2F,
        source[(end + 2)..<(end + 2 + name.count)].map({ $0 | 0x20 }) == name
      {
        let close = source[end...].firstIndex(of: 0x3E) ?? source.count - 1
        advance(to: close + 1)
        return
      }
      end += 1
    }
    advance(to: source.count)
  }

  private mutating func link(_ tag: HTMLTag) {
    if !tag.isClosing {
      if let address = tag.attribute("href"), links.count < 8 { links.append((address, text.scalars)) }
    } else if let open = links.popLast(), open.start < text.scalars {
      text.spans.append(
        Span(.link(destination: open.address, title: nil), start: open.start, end: text.scalars))
    }
  }

  // MARK: - Paragraphs

  private mutating func breakLine() {
    let level = heading
    endParagraph()
    heading = level
  }

  private mutating func endParagraph() {
    let finished = text.trimmed()
    links = []
    text = InlineText.Line(line: line)
    guard !finished.text.isEmpty else { return }
    if let last = tables.indices.last, tables[last].inCell {
      tables[last].cell.append(finished)
      tables[last].size += finished.text.count
      return
    }
    emit(finished, level: heading)
  }

  private mutating func emit(_ finished: InlineText.Line, level: Int) {
    flow.append(finished.text, line: finished.line)
    let last = flow.lines.count - 1
    flow.lines[last].headingLevel = level
    flow.lines[last].spans = finished.sortedSpans
    flow.lines[last].blankBefore = true
  }

  // MARK: - Tables

  private mutating func table(_ name: String, _ tag: HTMLTag) {
    switch (name, tag.isClosing) {
    case ("table", false):
      endParagraph()
      // A table inside a cell makes the outer one layout.
      while !tables.isEmpty { endTable(asLines: true) }
      tables.append(TableDraft(line: line))
    case ("table", true):
      endParagraph()
      endCell()
      endTable()
    case ("tr", false):
      endCell()
      if let last = tables.indices.last { tables[last].rows.append([]) }
    case ("td", false), ("th", false):
      endCell()
      guard let last = tables.indices.last else { return endParagraph() }
      if tables[last].rows.isEmpty { tables[last].rows.append([]) }
      tables[last].inCell = true
    default:
      endCell()
    }
  }

  private mutating func endCell() {
    endParagraph()
    guard let last = tables.indices.last, tables[last].inCell else { return }
    var cell = tables[last].cell.first ?? InlineText.Line(line: line)
    for next in tables[last].cell.dropFirst() { cell.joinAsBreak(next) }
    tables[last].rows[tables[last].rows.count - 1].append(cell.richText)
    tables[last].cell = []
    tables[last].inCell = false
  }

  /// Headers of pages and layout are tables too: a table is kept when it has rows of at least two cells and no cell holds
  /// a page.
  private mutating func endTable(asLines: Bool = false) {
    endCell()
    guard var draft = tables.popLast() else { return }
    draft.rows.removeAll { $0.isEmpty }
    let width = draft.rows.map(\.count).max() ?? 0
    let longest = draft.rows.lazy.joined().map { $0.string.utf8.count }.max() ?? 0
    let isData =
      !asLines && draft.rows.count > 1 && (2...PipeTable.columnLimit).contains(width) && longest < 3000
    let missing = draft.rows.reduce(0) { $0 + width - $1.count }
    guard isData, missing <= PipeTable.missingLimit, !isHeader(draft.rows), !isLayout(draft.rows) else {
      for cell in draft.rows.lazy.joined() {
        for part in Array(cell.string.utf8).split(separator: 0x0A) {
          flow.append(Array(part), line: draft.line)
        }
      }
      return
    }
    let rows = draft.rows.map { $0 + [RichText](repeating: "", count: width - $0.count) }
    flow.append(block: .table(Table(rows: rows, line: draft.line)))
  }

  /// A table of few rows of which one cell holds the document: several paragraphs, and most of all its text.
  private func isLayout(_ rows: [[RichText]]) -> Bool {
    guard rows.count <= 4 else { return false }
    let cells = rows.joined().map(\.string)
    guard let largest = cells.max(by: { $0.utf8.count < $1.utf8.count }), largest.utf8.contains(0x0A) else {
      return false
    }
    return largest.utf8.count > 180 && largest.utf8.count * 10 > cells.reduce(0) { $0 + $1.utf8.count } * 6
  }

  /// The fields above a document are labels and values, not a table of the document.
  private func isHeader(_ rows: [[RichText]]) -> Bool {
    guard let first = rows.first?.first else { return false }
    let bytes = Array(first.string.utf8)
    return HeaderLine.pairs(bytes, 0..<bytes.count) != nil
  }
}

/// Character references of HTML: numeric ones and the names that saved pages use.
enum HTMLEntity {
  /// The scalar of the reference that begins at an offset, and the offset behind it.
  static func read(_ source: [UInt8], at index: Int, end: Int) -> (UInt32, Int)? {
    let limit = min(end, index + 12)
    guard let close = source[index..<limit].firstIndex(of: 0x3B), close > index + 1 else { return nil }
    let name = source[(index + 1)..<close]
    if name.first == 0x23 {
      let digits = String(decoding: name.dropFirst(), as: UTF8.self)
      let isHexadecimal = digits.hasPrefix("x") || digits.hasPrefix("X")
      let value = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      guard let value, value >= 0x20, Unicode.Scalar(value) != nil, value & 0xFFFE != 0xFFFE,
        !(0xFDD0...0xFDEF).contains(value)
      else { return nil }
      return (value, close + 1)
    }
    guard let value = names[String(decoding: name, as: UTF8.self)] else { return nil }
    return (value, close + 1)
  }

  private static let names: [String: UInt32] = [
    "amp": 0x26, "lt": 0x3C, "gt": 0x3E, "quot": 0x22, "apos": 0x27, "nbsp": 0xA0, "emsp": 0x2003,
    "ensp": 0x2002,
    "thinsp": 0x2009, "middot": 0xB7, "ldquo": 0x201C, "rdquo": 0x201D, "lsquo": 0x2018, "rsquo": 0x2019,
    "mdash": 0x2014, "ndash": 0x2013, "hellip": 0x2026, "times": 0xD7, "copy": 0xA9, "raquo": 0xBB,
    "laquo": 0xAB,
    "deg": 0xB0, "plusmn": 0xB1, "sup2": 0xB2, "sup3": 0xB3, "permil": 0x2030, "bull": 0x2022, "sect": 0xA7,
  ]
}
