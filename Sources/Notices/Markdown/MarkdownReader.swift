import Diagnostics

/// Markdown → the same flow of lines that plain text gives, so that numbers, titles and signatures are found by the same
/// rules. Headings, lists with numbers and paragraphs become lines; tables, bullets, quotes, code and images blocks.
struct MarkdownReader {
  /// What a file gives before its numbers are read.
  struct Reading {
    var flow: Flow
    var furniture: [Furniture]
    var diagnostics: [Diagnostic]
  }

  /// Reads decoded text without front matter, whose marks may be known. Linear in its size. `parse` finds the blocks.
  static func read(
    _ source: [UInt8], _ marks: TextMarks? = nil, path: String,
    parse: (PreparedText) -> [PlainParagraphs.Piece] = PlainParagraphs.parse
  ) -> Reading {
    let preparation = MarkdownPreparation(source, path: path)
    var reader = MarkdownReader(source, preparation)
    reader.flow.setMarks(marks)
    for piece in parse(preparation.text) {
      switch piece {
      case .node(let node): reader.emit([node])
      case .plain(let lines): reader.emitPlain(lines)
      }
    }
    reader.emitFootnotes()
    return Reading(
      flow: reader.flow, furniture: preparation.furniture, diagnostics: preparation.diagnostics)
  }

  private let preparation: MarkdownPreparation
  /// Label → anchor.
  private let footnotes: [String: String]
  private var flow: Flow

  private init(_ source: [UInt8], _ preparation: MarkdownPreparation) {
    self.preparation = preparation
    flow = Flow(over: source)
    var anchors: [String: String] = [:]
    for (index, footnote) in preparation.footnotes.enumerated() where anchors[footnote.label] == nil {
      anchors[footnote.label] = "fn\(index + 1)"
    }
    footnotes = anchors
  }

  // MARK: - The flow

  private mutating func emit(_ nodes: [MarkdownNode], prefix: [UInt8] = []) {
    var prefix = prefix
    for node in nodes {
      switch node.kind {
      case .paragraph:
        emitParagraph(node, prefix: prefix)
      case .heading(let level):
        emitHeading(node, level: level, prefix: prefix)
      case .orderedList:
        for item in node.children { emit(item.children, prefix: prefix + marker(of: item)) }
      case .bulletList where isNumbered(node):
        for item in node.children { emit(item.children, prefix: prefix) }
      default:
        if !prefix.isEmpty { emit(InlineText.Line(line: node.firstLine), prefix: prefix, isFirst: true) }
        for block in blocks([node]) { flow.append(block: block) }
      }
      prefix = []
    }
  }

  /// Plain paragraphs and headings, with empty lines between them.
  private mutating func emitPlain(_ lines: Range<Int>) {
    let text = preparation.text
    var index = lines.lowerBound
    while index < lines.upperBound {
      let first = index
      index += 1
      switch text.lines[first].kind {
      case .plain:
        while index < lines.upperBound, text.lines[index].kind == .plain { index += 1 }
        emitLines(plainLines(first..<index), prefix: [])
      case .heading(let level, _):
        emit(LineBreaks.joined(plainLines(first..<index)), prefix: [], isFirst: true, level: level)
      case .blank, .other:
        break
      }
    }
  }

  private mutating func emitParagraph(_ node: MarkdownNode, prefix: [UInt8]) {
    if let table = pipeTable(node) {
      emitTextBefore(table, of: node)
      flow.append(block: .table(self.table(table)))
      return
    }
    if prefix.isEmpty, let image = image(node) {
      flow.append(block: .image(image))
      return
    }
    emitLines(lines(node), prefix: prefix)
  }

  private mutating func emitLines(_ lines: [InlineText.Line], prefix: [UInt8]) {
    for (index, line) in LineBreaks.paragraphs(lines).enumerated() {
      emit(line, prefix: index == 0 ? prefix : [], isFirst: index == 0)
    }
  }

  private mutating func emitTextBefore(_ table: PipeTable, of node: MarkdownNode) {
    guard table.textLines > 0 else { return }
    let end = node.firstLine + table.textLines
    emitLines(lines(node).filter { $0.line < end }, prefix: [])
  }

  private mutating func emitHeading(_ node: MarkdownNode, level: Int, prefix: [UInt8]) {
    let lines = lines(node)
    if isUnderlined(node), !isTitleLike(lines) {
      // A line of dashes under a paragraph: a rule, not the mark of a heading.
      emitLines(lines, prefix: prefix)
      flow.append(block: .rule(line: node.lastLine))
      return
    }
    emit(LineBreaks.joined(lines), prefix: prefix, isFirst: true, level: level)
  }

  private func isUnderlined(_ node: MarkdownNode) -> Bool {
    guard let line = preparedLine(node.firstLine), node.lastLine > node.firstLine else { return false }
    return preparation.text.bytes[line].drop { $0 == 0x20 || $0 == 0x3E }.first != 0x23
  }

  private func isTitleLike(_ lines: [InlineText.Line]) -> Bool {
    guard lines.count == 1, let line = lines.first else { return false }
    return line.scalars <= 60 && !FlowText.endsSentence(line.text, 0..<line.text.count)
  }

  /// Appends one line: a stretch of the source when it reads exactly so there, else a text of its own.
  private mutating func emit(
    _ line: InlineText.Line, prefix: [UInt8], isFirst: Bool, level: Int = 0
  ) {
    var line = line
    if !prefix.isEmpty { line.prepend(prefix) }
    guard !line.text.isEmpty else { return }
    if let range = verbatim(line) {
      flow.lines.append(
        FlowLine(
          range: range, line: line.line, blankBefore: isFirst, headingLevel: level, spans: line.sortedSpans))
      return
    }
    flow.append(line.text, line: line.line)
    flow.lines[flow.lines.count - 1].blankBefore = isFirst
    flow.lines[flow.lines.count - 1].headingLevel = level
    flow.lines[flow.lines.count - 1].spans = line.sortedSpans
  }

  private func verbatim(_ line: InlineText.Line) -> Range<Int>? {
    guard line.line <= preparation.text.lines.count else { return nil }
    let range = FlowText.trimmed(flow.buffer, preparation.text.lines[line.line - 1].source)
    guard range.count == line.text.count,
      ByteSearch.areEqual(flow.buffer.span, range.lowerBound, line.text.span, 0, count: range.count)
    else { return nil }
    return range
  }

  // MARK: - Lists

  /// The number of an item as it is printed: `1. `, `12) `.
  private func marker(of item: MarkdownNode) -> [UInt8] {
    guard let range = preparedLine(item.firstLine) else { return [] }
    let line = preparation.text.bytes[range].dropFirst(item.column - 1).drop { $0 == 0x20 }
    let marker = line.prefix { (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x29 }
    return marker.isEmpty ? [] : Array(marker) + [0x20]
  }

  /// Bullets in front of numbers: the numbers are the document's, the bullets are not.
  private func isNumbered(_ list: MarkdownNode) -> Bool {
    guard let first = list.children.first?.children.first, case .paragraph = first.kind,
      let line = lines(first).first
    else { return false }
    return NumberScanner.scan(line.text, 0..<line.text.count) != nil
  }

  private func preparedLine(_ number: Int) -> Range<Int>? {
    number >= 1 && number <= preparation.text.lines.count ? preparation.text.lines[number - 1].text : nil
  }

  // MARK: - Blocks

  /// Nodes inside bullets and quotes. The depth is limited by `CommonMark.depthLimit`.
  private func blocks(_ nodes: [MarkdownNode]) -> [Block] {
    nodes.flatMap { node -> [Block] in
      switch node.kind {
      case .document, .item: blocks(node.children)
      case .paragraph: paragraphs(node)
      case .heading:
        [
          .paragraph(
            Paragraph(text: Self.strong(LineBreaks.joined(lines(node)).richText), line: node.firstLine))
        ]
      case .quote: [.quote(Container(children: blocks(node.children), line: node.firstLine))]
      case .bulletList: [.list(list(node, ordered: false, start: 1))]
      case .orderedList(let start): [.list(list(node, ordered: true, start: start))]
      case .code(let language): [.preformatted(preformatted(node, language))]
      case .html:
        [
          .paragraph(
            Paragraph(text: RichText(String(decoding: node.literal, as: UTF8.self)), line: node.firstLine))
        ]
      case .rule: [.rule(line: node.firstLine)]
      }
    }
  }

  private func paragraphs(_ node: MarkdownNode) -> [Block] {
    if let image = image(node) { return [.image(image)] }
    guard let table = pipeTable(node) else { return texts(lines(node)) }
    let before = lines(node).filter { $0.line < node.firstLine + table.textLines }
    return texts(table.textLines > 0 ? before : []) + [.table(self.table(table))]
  }

  private func texts(_ lines: [InlineText.Line]) -> [Block] {
    LineBreaks.paragraphs(lines).map { .paragraph(Paragraph(text: $0.richText, line: $0.line)) }
  }

  private func list(_ node: MarkdownNode, ordered: Bool, start: Int) -> List {
    List(
      ordered: ordered, start: start, items: node.children.map { blocks($0.children) }, line: node.firstLine)
  }

  private func preformatted(_ node: MarkdownNode, _ language: String?) -> Preformatted {
    var literal = Sentinel.removed(from: node.literal)
    if literal.last == 0x0A { literal.removeLast() }
    return Preformatted(
      language: language, text: String(decoding: literal, as: UTF8.self), line: node.firstLine)
  }

  /// A heading inside a quotation or a list is emphasis, not structure.
  private static func strong(_ text: RichText) -> RichText {
    var text = text
    let count = text.string.unicodeScalars.count
    if count > 0 { text.spans.insert(Span(.strong, start: 0, end: count), at: 0) }
    return text
  }

  /// A paragraph that is one image and nothing else.
  private func image(_ node: MarkdownNode) -> Image? {
    guard case .open(.image(let destination, let title)) = node.inlines.first,
      case .close = node.inlines.last,
      node.inlines.dropFirst().dropLast().allSatisfy({ if case .text = $0 { true } else { false } })
    else { return nil }
    let alternative = lines(
      MarkdownNode(
        kind: .paragraph, firstLine: node.firstLine, lastLine: node.lastLine, column: 1,
        inlines: Array(node.inlines.dropFirst().dropLast())))
    return Image(
      destination: destination, alternative: LineBreaks.joined(alternative).richText.string, title: title,
      line: node.firstLine)
  }

  // MARK: - Text and tables

  private func lines(_ node: MarkdownNode) -> [InlineText.Line] {
    InlineText.lines(
      of: node.inlines, line: node.firstLine, addresses: preparation.addresses, footnotes: footnotes)
  }

  private func plainLines(_ lines: Range<Int>) -> [InlineText.Line] {
    InlineText.lines(of: lines, in: preparation.text, addresses: preparation.addresses)
  }

  private func pipeTable(_ node: MarkdownNode) -> PipeTable? {
    let prepared = preparation.text
    guard node.lastLine > node.firstLine, node.lastLine <= prepared.lines.count else { return nil }
    let rows = prepared.lines[(node.firstLine - 1)..<node.lastLine].map { line in
      // The markers of quotes and items stand before the column of the paragraph.
      let line = prepared.bytes[line.text]
      let lead = line.prefix(node.column - 1)
      return lead.allSatisfy { [0x20, 0x09, 0x3E, 0x2D, 0x2A, 0x2B].contains($0) }
        ? line.dropFirst(lead.count) : line
    }
    return PipeTable(rows, firstLine: node.firstLine)
  }

  private func table(_ table: PipeTable) -> Table {
    table.table { inlines, line in
      let lines = InlineText.lines(
        of: inlines, line: line, addresses: preparation.addresses, footnotes: footnotes)
      guard var text = lines.first else { return "" }
      for next in lines.dropFirst() { text.joinAsBreak(next) }
      return text.richText
    }
  }

  // MARK: - Footnotes

  /// The notes stand at the end, each with its mark; the text links to their anchors.
  private mutating func emitFootnotes() {
    for (index, footnote) in preparation.footnotes.enumerated() {
      let prepared = MarkdownPreparation(footnote.text, path: "")
      var isFirst = true
      for node in CommonMark.parse(prepared.text.bytes).children {
        for block in blocks([node]) {
          guard case .paragraph(var paragraph) = block, isFirst else {
            flow.append(block: block)
            continue
          }
          paragraph.anchor = "fn\(index + 1)"
          paragraph.line = footnote.line
          paragraph.text = Self.marked(paragraph.text, with: footnote.label)
          flow.append(block: .paragraph(paragraph))
          isFirst = false
        }
      }
    }
  }

  private static func marked(_ text: RichText, with label: String) -> RichText {
    let mark = "[\(label)] "
    let shift = mark.unicodeScalars.count
    let spans = text.spans.map { Span($0.mark, start: $0.start + shift, end: $0.end + shift) }
    return RichText(mark + text.string, spans: spans)
  }
}

extension InlineText.Line {
  mutating func prepend(_ prefix: [UInt8]) {
    let shift = UTF8Scan.count(prefix, 0..<prefix.count)
    text = prefix + text
    scalars += shift
    for index in spans.indices {
      spans[index].start += shift
      spans[index].end += shift
    }
  }

  /// Appends the next line of a table cell; the break stays.
  mutating func joinAsBreak(_ next: InlineText.Line) {
    guard !next.text.isEmpty else { return }
    if text.isEmpty {
      self = next
      return
    }
    text.append(0x0A)
    scalars += 1
    let shift = scalars
    text += next.text
    scalars += next.scalars
    spans += next.spans.map { Span($0.mark, start: $0.start + shift, end: $0.end + shift) }
  }
}
