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
    return blocks(of: 0, depth: 1, prefix: prefix, lead: nil, &at)
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

  /// The blocks from the line `at` on that stand in a node; `lead` is the text behind its heading.
  private func blocks(of node: Int, depth: Int, prefix: String, lead: Paragraph?, _ at: inout Int) -> [Block]
  {
    var names = AnchorNames(prefix: prefix, families: nodes[node].families)
    var result: [Block] = []
    if var lead {
      lead.anchor = names.nameOfParagraph()
      result.append(.paragraph(lead))
    }
    while at < entries.count, entries[at].depth >= depth {
      if let inner = entries[at].node {
        result.append(.section(section(inner, depth: depth, &names, &at)))
      } else {
        result.append(block(lines[at], &names))
        at += 1
      }
    }
    return result
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
  private func section(_ node: Int, depth: Int, _ names: inout AnchorNames, _ at: inout Int) -> Section {
    let line = lines[at]
    let hasChildren = at + 1 < entries.count && entries[at + 1].depth > depth
    var section = Section(level: depth, runIn: false, line: line.line)
    var content = line.range
    var shape: NumberMark.Shape?
    if let mark = nodes[node].mark {
      shape = mark.shape
      section.family = mark.shape.family
      section.number = flow.compact(mark.printed)
      section.ordinal = mark.ordinal
      section.suffix = mark.suffix
      content = mark.content..<line.range.upperBound
    }
    section.anchor = names.name(ofSection: section.family, section.ordinal, suffix: section.suffix)
    var split = HeadingSplit.split(
      flow.buffer, content, shape: shape, level: depth, hasChildren: hasChildren)
    if !glued.isEmpty, let cut = glued[at] {
      split = HeadingSplit(
        heading: content.lowerBound..<cut, rest: cut..<content.upperBound, runIn: true)
    }
    if let heading = split.heading { section.heading = text(heading, line, compact: true) }
    section.headingEnd = split.end.map { flow.compact($0) }
    section.runIn = split.runIn
    var lead: Paragraph?
    if let rest = split.rest, !rest.isEmpty { lead = Paragraph(text: text(rest, line), line: line.line) }
    at += 1
    if lead != nil || hasChildren {
      section.children = blocks(
        of: node, depth: depth + 1, prefix: section.anchor + ".", lead: lead, &at)
    }
    return section
  }

  /// A stretch of a line with the marks that lie on it.
  private func text(_ range: Range<Int>, _ line: FlowLine, compact: Bool = false) -> RichText {
    let range = FlowText.trimmed(flow.buffer, range)
    guard !line.spans.isEmpty else {
      return RichText(compact ? HeadingSplit.compactHeading(flow, range) : flow.string(range))
    }
    let offset = UTF8Scan.count(flow.buffer, line.range.lowerBound..<range.lowerBound)
    let string = WellFormedText.string(flow.buffer, range)
    let count = UTF8Scan.count(flow.buffer, range)
    let spans = line.spans.compactMap { span -> Span? in
      let start = max(span.start - offset, 0)
      let end = min(span.end - offset, count)
      return start < end ? Span(span.mark, start: start, end: end) : nil
    }
    return RichText(string, spans: spans)
  }
}
