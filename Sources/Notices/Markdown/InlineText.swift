/// Running text of Markdown as lines with marks: sentinels read back, footnote marks found.
struct InlineText {
  /// What stands between two line breaks.
  struct Line {
    var text: [UInt8] = []
    var scalars = 0
    var spans: [Span] = []
    /// Where it begins in the source, 1-based.
    var line: Int
    /// The break behind it was asked for: two spaces, a backslash, `<br>`.
    var endsHard = false
  }

  private struct Open {
    var mark: Span.Mark
    var start: Int
    /// What closes it: libcmark's own end, or a sentinel.
    var closer: Sentinel?
  }

  private let addresses: [String]
  private let footnotes: [String: String]
  private var lines: [Line] = []
  private var current: Line
  private var open: [Open] = []

  /// `footnotes`: label → anchor.
  init(line: Int, addresses: [String] = [], footnotes: [String: String] = [:]) {
    self.addresses = addresses
    self.footnotes = footnotes
    current = Line(line: line)
  }

  /// The lines of a paragraph; marks that pass over a break are on both sides of it. Linear.
  static func lines(
    of inlines: [MarkdownInline], line: Int, addresses: [String], footnotes: [String: String]
  ) -> [Line] {
    var reader = InlineText(line: line, addresses: addresses, footnotes: footnotes)
    for inline in inlines { reader.read(inline) }
    reader.endLine(hard: false, newSourceLine: false)
    return reader.lines
  }

  /// The lines of a plain paragraph, read without libcmark. Linear.
  static func lines(
    of plain: Range<Int>, in text: PreparedText, addresses: [String]
  ) -> [Line] {
    var reader = InlineText(line: plain.lowerBound + 1, addresses: addresses)
    for index in plain {
      if index > plain.lowerBound { reader.endLine(hard: false, newSourceLine: true) }
      reader.read(text.lines[index], text)
    }
    reader.endLine(hard: false, newSourceLine: false)
    return reader.lines
  }

  private mutating func read(_ line: PreparedLine, _ text: PreparedText) {
    var copied = line.start
    for index in line.marks {
      let mark = text.marks[index]
      appendPlain(text.bytes, copied..<mark.at, of: line)
      copied = mark.at
      switch mark.kind {
      case .sentinel(let sentinel):
        copied += 3
        obey(sentinel, text.bytes, &copied)
      case .emSpace:
        // At the beginning of a line it is layout.
        if current.scalars > 0 {
          UTF8Sequence.append(0x2003, to: &current.text)
          current.scalars += 1
        }
        copied += 6
      case .strongOpen:
        open.append(Open(mark: .strong, start: current.scalars, closer: nil))
        copied += 2
      case .strongClose:
        read(.close)
        copied += 2
      }
    }
    appendPlain(text.bytes, copied..<line.text.upperBound, of: line)
  }

  private mutating func appendPlain(_ bytes: [UInt8], _ range: Range<Int>, of line: PreparedLine) {
    guard !range.isEmpty else { return }
    if current.text.isEmpty { current.text.reserveCapacity(line.text.upperBound - range.lowerBound) }
    appendPlain(bytes, range)
  }

  private mutating func read(_ inline: MarkdownInline) {
    switch inline {
    case .text(let bytes), .html(let bytes):
      append(bytes)
    case .code(let bytes):
      let start = current.scalars
      appendPlain(Sentinel.removed(from: bytes))
      mark(.code, from: start)
    case .softBreak:
      endLine(hard: false, newSourceLine: true)
    case .hardBreak:
      endLine(hard: true, newSourceLine: true)
    case .open(let mark):
      open.append(Open(mark: Self.mark(mark), start: current.scalars, closer: nil))
    case .close:
      if let index = open.lastIndex(where: { $0.closer == nil }) { close(index) }
    }
  }

  private static func mark(_ mark: MarkdownInline.Mark) -> Span.Mark {
    switch mark {
    case .emphasis: .emphasis
    case .strong: .strong
    case .link(let destination, let title): .link(destination: destination, title: title)
    case .image(let destination, let title): .image(destination: destination, title: title)
    }
  }

  // MARK: - Text

  private mutating func appendPlain(_ bytes: [UInt8]) { appendPlain(bytes, 0..<bytes.count) }

  private mutating func appendPlain(_ bytes: [UInt8], _ range: Range<Int>) {
    current.text += bytes[range]
    current.scalars += UTF8Scan.count(bytes, range)
  }

  private mutating func append(_ bytes: [UInt8]) {
    var copied = 0
    var index = 0
    let (span, hasFootnotes) = (bytes.span, !footnotes.isEmpty)
    while index < bytes.count {
      let byte = span[index]
      guard byte == Sentinel.lead.0 || byte == 0x5B && hasFootnotes else {
        index &+= 1
        continue
      }
      if byte == Sentinel.lead.0, let sentinel = Sentinel.read(bytes, at: index) {
        appendPlain(bytes, copied..<index)
        index += 3
        obey(sentinel, bytes, &index)
        copied = index
      } else if byte == 0x5B, !footnotes.isEmpty, let (label, end) = footnoteMark(bytes, at: index) {
        appendPlain(bytes, copied..<index)
        let start = current.scalars
        appendPlain(Array("[\(label)]".utf8))
        mark(.footnote(footnotes[label] ?? ""), from: start)
        index = end
        copied = end
      } else {
        index += 1
      }
    }
    appendPlain(bytes, copied..<bytes.count)
  }

  private func footnoteMark(_ bytes: [UInt8], at index: Int) -> (label: String, end: Int)? {
    guard index + 2 < bytes.count, bytes[index + 1] == 0x5E,
      let close = bytes[index...].prefix(64).firstIndex(of: 0x5D)
    else { return nil }
    let label = String(decoding: bytes[index + 2..<close], as: UTF8.self)
    return footnotes[label] == nil ? nil : (label, close + 1)
  }

  private mutating func obey(_ sentinel: Sentinel, _ bytes: [UInt8], _ index: inout Int) {
    switch sentinel {
    case .joint, .linkIndexEnd, .plain: break
    case .lineBreak: endLine(hard: true, newSourceLine: false)
    case .strongOpen: begin(.strong, until: .strongClose)
    case .emphasisOpen: begin(.emphasis, until: .emphasisClose)
    case .strikeOpen: begin(.strikethrough, until: .strikeClose)
    case .superscriptOpen: begin(.superscript, until: .superscriptClose)
    case .subscriptOpen: begin(.subscript, until: .subscriptClose)
    case .linkOpen:
      var number = 0
      while index < bytes.count, (0x30...0x39).contains(bytes[index]), number < addresses.count {
        number = number * 10 + Int(bytes[index] - 0x30)
        index += 1
      }
      guard number < addresses.count else { return }
      begin(.link(destination: addresses[number], title: nil), until: .linkClose)
    case .strongClose, .emphasisClose, .strikeClose, .superscriptClose, .subscriptClose, .linkClose:
      if let found = open.lastIndex(where: { $0.closer == sentinel }) { close(found) }
    }
  }

  // MARK: - Marks

  /// More open marks than this are not kept: no text has them.
  private static let openLimit = 32

  private mutating func begin(_ mark: Span.Mark, until closer: Sentinel) {
    guard open.count < Self.openLimit else { return }
    open.append(Open(mark: mark, start: current.scalars, closer: closer))
  }

  /// Closes one mark; those inside it that are still open go on behind it, so that marks never cross.
  private mutating func close(_ index: Int) {
    for inner in index..<open.count { mark(open[inner].mark, from: open[inner].start) }
    for inner in index..<open.count { open[inner].start = current.scalars }
    open.remove(at: index)
  }

  private mutating func mark(_ mark: Span.Mark, from start: Int) {
    if case .image(let destination, _) = mark, start == current.scalars {
      // Nothing describes the image: its file name stands for it.
      let name = destination.split(separator: "/").last.map(String.init) ?? destination
      appendPlain(Array(name.utf8))
    }
    if current.scalars > start { current.spans.append(Span(mark, start: start, end: current.scalars)) }
  }

  private mutating func endLine(hard: Bool, newSourceLine: Bool) {
    for mark in open where current.scalars > mark.start {
      current.spans.append(Span(mark.mark, start: mark.start, end: current.scalars))
    }
    for index in open.indices { open[index].start = 0 }
    var ended = Line(line: current.line + (newSourceLine ? 1 : 0))
    swap(&ended, &current)
    ended.endsHard = hard
    ended.trim()
    lines.append(ended)
  }
}

extension InlineText.Line {
  /// Takes off the layout at either end.
  mutating func trim() {
    let all = 0..<text.count
    let kept = FlowText.trimmed(text, all)
    guard kept != all else { return }
    let before = UTF8Scan.count(text, 0..<kept.lowerBound)
    text.removeSubrange(kept.upperBound...)
    text.removeSubrange(..<kept.lowerBound)
    scalars = UTF8Scan.count(text, 0..<text.count)
    guard !spans.isEmpty else { return }
    spans = spans.compactMap { span in
      let start = max(0, span.start - before)
      let end = min(scalars, span.end - before)
      return start < end ? Span(span.mark, start: start, end: end) : nil
    }
  }

  /// Appends the next line of the same paragraph: without a space beside CJK text, with one between words.
  mutating func join(_ next: InlineText.Line) {
    guard !next.text.isEmpty else { return }
    guard !text.isEmpty else {
      let hard = next.endsHard
      (text, scalars, spans, endsHard) = (next.text, next.scalars, next.spans, hard)
      return
    }
    let before = FlowText.last(text, 0..<text.count)
    let after = FlowText.first(next.text, 0..<next.text.count)
    let seam = scalars
    var shift = scalars
    if !CJK.joins(before) && !CJK.joins(after) {
      text.append(0x20)
      shift += 1
    }
    text += next.text
    scalars = shift + next.scalars
    for var span in next.spans {
      span.start += shift
      span.end += shift
      // A mark that the line break had cut in two.
      if span.start == shift, let other = spans.firstIndex(where: { $0.end == seam && $0.mark == span.mark })
      {
        spans[other].end = span.end
      } else {
        spans.append(span)
      }
    }
    endsHard = next.endsHard
  }

  /// As the model has it: marks sorted by start, then longer first.
  var richText: RichText {
    RichText(String(decoding: text, as: UTF8.self), spans: sortedSpans)
  }

  var sortedSpans: [Span] {
    guard spans.count > 1 else { return spans }
    return spans.enumerated()
      .sorted {
        ($0.element.start, -$0.element.end, -$0.offset) < ($1.element.start, -$1.element.end, -$1.offset)
      }
      .map(\.element)
  }
}
