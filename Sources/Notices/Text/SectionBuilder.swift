/// Makes the tree of numbered sections out of the lines of one part.
///
/// The level of a unit comes from the shape of its number and the order of shapes that the text itself shows;
/// indentation means nothing in copied notices. Linear in the length of the text.
struct SectionBuilder {
  private let flow: Flow
  private let lines: [FlowLine]
  private var nodes: [Node] = [Node(mark: nil, headingLevel: 0)]
  /// What each line is: the node that it opens, or text of the node it stands in.
  private var entries: [Entry] = []
  /// Where text runs into a heading without a mark, by line.
  private var glued: [Int: Int] = [:]

  private struct Node {
    var mark: NumberMark?
    var headingLevel: Int
    /// The families of the numbered units right below.
    var families = AnchorNames.Families()
  }

  private struct Entry {
    /// How many nodes it stands in, the root included.
    var depth: Int
    /// `nil` for text.
    var node: Int?
  }

  /// Finds the units of the given lines.
  init(_ flow: Flow, _ lines: [FlowLine]) {
    self.flow = flow
    self.lines = lines
    read()
  }

  /// A line opens a unit.
  var hasSections: Bool { nodes.count > 1 }

  /// The blocks of the lines; every anchor begins with the prefix.
  func blocks(prefix: String) -> [Block] {
    var at = 0
    var blocks: [Block] = []
    var names = AnchorNames(prefix: prefix, families: nodes[0].families)
    append(to: &blocks, depth: 1, &names, &at)
    return blocks
  }

  private mutating func read() {
    var marks: [NumberMark?] = lines.map {
      $0.block == nil ? NumberScanner.scan(flow.buffer, $0.range) : nil
    }
    NumberValidation.validate(&marks)
    glued = GluedHeadings.cuts(flow.buffer, lines, marks)
    let order = FamilyOrder.learn(marks.lazy.compactMap(\.self))
    entries.reserveCapacity(lines.count)
    var stack = [0]
    for i in lines.indices {
      let level = lines[i].headingLevel
      if let mark = marks[i] {
        pop(&stack, toRank: order.rank(mark.shape), order, headingLevel: level)
        open(mark, level, &stack)
      } else if level > 0 {
        while stack.count > 1, !isOuterHeading(stack[stack.count - 1], level) { stack.removeLast() }
        open(nil, level, &stack)
      } else {
        entries.append(Entry(depth: stack.count, node: nil))
      }
    }
  }

  private mutating func open(_ mark: NumberMark?, _ headingLevel: Int, _ stack: inout [Int]) {
    entries.append(Entry(depth: stack.count, node: nodes.count))
    nodes[stack[stack.count - 1]].families.insert(mark?.shape.family)
    stack.append(nodes.count)
    nodes.append(Node(mark: mark, headingLevel: headingLevel))
  }

  private func pop(_ stack: inout [Int], toRank rank: Int, _ order: FamilyOrder, headingLevel: Int) {
    while stack.count > 1 {
      let top = stack[stack.count - 1]
      if let shape = nodes[top].mark?.shape {
        guard order.rank(shape) >= rank else { return }
      } else {
        // An unnumbered heading holds the numbers below it, unless the number is a heading as high.
        guard headingLevel > 0, nodes[top].headingLevel >= headingLevel else { return }
      }
      stack.removeLast()
    }
  }

  private func isOuterHeading(_ node: Int, _ level: Int) -> Bool {
    nodes[node].headingLevel > 0 && nodes[node].headingLevel < level
  }

  // MARK: Nodes to blocks

  /// Appends the blocks from the line `at` on that stand at least as deep.
  private func append(to blocks: inout [Block], depth: Int, _ names: inout AnchorNames, _ at: inout Int) {
    while at < entries.count, entries[at].depth >= depth {
      if let inner = entries[at].node {
        blocks.append(section(inner, depth: depth, &names, &at))
      } else {
        blocks.append(block(lines[at], &names))
        at += 1
      }
    }
  }

  private func block(_ line: FlowLine, _ names: inout AnchorNames) -> Block {
    if let block = line.block { return names.named(block) }
    let anchor = names.nameOfParagraph()
    if let label = ParagraphLabel.find(flow.buffer, line.range) {
      return .paragraph(
        Paragraph(
          anchor: anchor, label: flow.compact(label.label), text: text(label.rest, line), line: line.line))
    }
    return .paragraph(Paragraph(anchor: anchor, text: text(line.range, line), line: line.line))
  }

  /// The unit that the line `at` opens, with everything that stands in it.
  private func section(_ node: Int, depth: Int, _ names: inout AnchorNames, _ at: inout Int) -> Block {
    let line = lines[at]
    let mark = nodes[node].mark
    let anchor = names.name(ofSection: mark?.shape.family, mark?.ordinal, suffix: mark?.suffix ?? 0)
    let split = split(at, mark, depth: depth)
    at += 1
    var inner = AnchorNames(prefix: anchor + ".", families: nodes[node].families)
    var children: [Block] = []
    if let rest = split.rest, !rest.isEmpty {
      children.append(
        .paragraph(Paragraph(anchor: inner.nameOfParagraph(), text: text(rest, line), line: line.line)))
    }
    append(to: &children, depth: depth + 1, &inner, &at)
    var section = Section(
      anchor: anchor, level: depth, family: mark?.shape.family, number: mark.map { flow.compact($0.printed) },
      ordinal: mark?.ordinal, heading: split.heading.map { text($0, line, compact: true) },
      headingEnd: split.end.map { flow.compact($0) }, runIn: split.runIn, children: children, line: line.line)
    section.suffix = mark?.suffix ?? 0
    return .section(section)
  }

  /// The heading of the unit that the line `at` opens, and the text behind it.
  private func split(_ at: Int, _ mark: NumberMark?, depth: Int) -> HeadingSplit {
    let line = lines[at]
    let content = (mark?.content ?? line.range.lowerBound)..<line.range.upperBound
    if !glued.isEmpty, let cut = glued[at] {
      return HeadingSplit(
        heading: content.lowerBound..<cut, rest: cut..<content.upperBound, runIn: true)
    }
    return HeadingSplit.split(flow.buffer, content, shape: mark?.shape, level: depth)
  }

  /// A stretch of a line with the marks that lie on it.
  private func text(_ range: Range<Int>, _ line: FlowLine, compact: Bool = false) -> RichText {
    let range = FlowText.trimmed(flow.buffer, range)
    guard !line.spans.isEmpty else {
      return RichText(compact ? HeadingSplit.compactHeading(flow, range) : flow.string(range))
    }
    let offset = UTF8Scan.count(flow.buffer, line.range.lowerBound..<range.lowerBound)
    let string = flow.wellFormed(range)
    let count = UTF8Scan.count(flow.buffer, range)
    let spans = line.spans.compactMap { span -> Span? in
      let start = max(span.start - offset, 0)
      let end = min(span.end - offset, count)
      return start < end ? Span(span.mark, start: start, end: end) : nil
    }
    return RichText(string, spans: spans)
  }
}
