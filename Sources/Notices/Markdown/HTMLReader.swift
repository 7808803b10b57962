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
    var rows: [[InlineText.Line]] = []
    var line: Int
    var inCell = false
    var cell: [InlineText.Line] = []
  }

  private init(_ source: [UInt8]) {
    self.source = source
    flow = Flow(over: source)
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
    let end = ByteSearch.first(0x3C, in: source.span, at + 1..<source.count) ?? source.count
    if text.text.isEmpty { text.line = line }
    let known = text.text.count
    var index = at
    while index < end {
      let byte = source[index]
      if byte == 0x26, let (scalar, next) = HTMLEntity.read(source, at: index, end: end) {
        UTF8Sequence.append(scalar, to: &text.text)
        index = next
      } else if byte <= 0x20 {
        while index < end, source[index] <= 0x20 { index += 1 }
        appendSpace(before: index < end ? UTF8Sequence.scalar(at: index, of: source) : 0)
      } else {
        let run = index
        index = Self.wordEnd(source, index + 1..<end)
        text.text += source[run..<index]
      }
    }
    text.scalars += UTF8Scan.count(text.text, known..<text.text.count)
    advance(to: end)
  }

  /// Up to white space or `&`.
  private static func wordEnd(_ source: [UInt8], _ range: Range<Int>) -> Int {
    let span = source.span
    var at = range.lowerBound
    while true {
      at = ByteSearch.nextASCII(in: span, from: at, upTo: range.upperBound)
      guard at < range.upperBound else { return at }
      if span[at] <= 0x20 || span[at] == 0x26 { return at }
      at &+= 1
    }
  }

  private mutating func appendSpace(before next: UInt32) {
    guard let byte = text.text.last, byte != 0x20 else { return }
    let last = FlowText.last(text.text, 0..<text.text.count)
    if !(CJK.joins(last) && CJK.joins(next)) { text.text.append(0x20) }
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
    let element = Self.elements[tag.name]
    if case .hidden = element, !tag.isClosing {
      skipElement(tag)
      return
    }
    advance(to: tag.end)
    switch element {
    case .lineBreak:
      breakLine()
    case .heading(let level):
      endParagraph()
      heading = tag.isClosing ? 0 : level
    case .link:
      link(tag)
    case .table, .row, .cell:
      if let element { table(element, isClosing: tag.isClosing) }
    case .block:
      endParagraph()
    case .hidden, nil:
      break
    }
  }

  /// What elements mean; all others are marks on text without meaning here.
  private enum Element {
    /// No text of the page.
    case hidden
    case lineBreak
    case heading(Int)
    case link
    case table, row, cell
    /// Ends a paragraph.
    case block
  }

  private static let elements = HTMLNameTable<Element>([
    (
      [
        "script", "style", "head", "noscript", "template", "svg", "select", "textarea", "iframe", "object",
        "title",
      ], .hidden
    ),
    (["br"], .lineBreak), (["a"], .link), (["table"], .table), (["tr"], .row), (["td", "th"], .cell),
    (["h1"], .heading(1)), (["h2"], .heading(2)), (["h3"], .heading(3)), (["h4"], .heading(4)),
    (["h5"], .heading(5)), (["h6"], .heading(6)),
    (
      [
        "p", "div", "ul", "ol", "li", "dl", "dt", "dd", "section", "article", "header", "footer", "nav",
        "main", "aside", "form", "fieldset", "blockquote", "pre", "hr", "center", "body", "html", "tbody",
        "thead", "tfoot", "caption", "figure", "figcaption", "address", "button", "option", "label",
        "ucaptitle", "ucapcontent",
      ], .block
    ),
  ])

  /// Nothing of an element of this name is text of the page.
  static func hasNoText(_ name: HTMLName) -> Bool {
    if case .hidden = elements[name] { true } else { false }
  }

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
    let name = tag.name.bytes
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
      if let address = tag.attribute("href", in: source), links.count < 8 {
        links.append((address, text.scalars))
      }
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
    var finished = InlineText.Line(line: line)
    swap(&finished, &text)
    finished.trim()
    links = []
    guard !finished.text.isEmpty else { return }
    if let last = tables.indices.last, tables[last].inCell {
      tables[last].cell.append(finished)
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

  private mutating func table(_ element: Element, isClosing: Bool) {
    switch (element, isClosing) {
    case (.table, false):
      endParagraph()
      // A table inside a cell makes the outer one layout.
      while !tables.isEmpty { endTable(asLines: true) }
      tables.append(TableDraft(line: line))
    case (.table, true):
      endParagraph()
      endCell()
      endTable()
    case (.row, false):
      endCell()
      if let last = tables.indices.last { tables[last].rows.append([]) }
    case (.cell, false):
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
    tables[last].rows[tables[last].rows.count - 1].append(cell)
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
    let longest = draft.rows.lazy.joined().map { $0.text.count }.max() ?? 0
    let isData =
      !asLines && draft.rows.count > 1 && (2...PipeTable.columnLimit).contains(width) && longest < 3000
    let missing = draft.rows.reduce(0) { $0 + width - $1.count }
    guard isData, missing <= PipeTable.missingLimit, !isHeader(draft.rows), !isLayout(draft.rows) else {
      for cell in draft.rows.lazy.joined() {
        appendLines(of: cell.text, line: draft.line)
      }
      return
    }
    let rows = draft.rows.map { row in
      row.map(\.richText) + [RichText](repeating: "", count: width - row.count)
    }
    flow.append(block: .table(Table(rows: rows, line: draft.line)))
  }

  private mutating func appendLines(of text: [UInt8], line: Int) {
    var start = 0
    while start < text.count {
      let end = ByteSearch.first(0x0A, in: text.span, start..<text.count) ?? text.count
      if end > start { flow.append(text[start..<end], line: line) }
      start = end + 1
    }
  }

  /// A table of few rows of which one cell holds the document: several paragraphs, and most of all its text.
  private func isLayout(_ rows: [[InlineText.Line]]) -> Bool {
    guard rows.count <= 4 else { return false }
    let cells = rows.joined().map(\.text)
    guard let largest = cells.max(by: { $0.count < $1.count }), largest.contains(0x0A) else { return false }
    return largest.count > 180 && largest.count * 10 > cells.reduce(0) { $0 + $1.count } * 6
  }

  /// The fields above a document are labels and values, not a table of the document.
  private func isHeader(_ rows: [[InlineText.Line]]) -> Bool {
    guard let first = rows.first?.first else { return false }
    return HeaderLine.pairs(first.text, 0..<first.text.count) != nil
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
