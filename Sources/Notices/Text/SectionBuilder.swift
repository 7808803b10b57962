/// Makes the tree of numbered sections out of the lines of one part.
///
/// The level of a unit comes from the shape of its number and the order of shapes that the text itself shows;
/// indentation means nothing in copied notices. Linear in the length of the text.
struct SectionBuilder {
  private let flow: Flow
  private var nodes: [Node] = []
  /// Where text runs into a heading without a mark, by line.
  private var glued: [Int: Int] = [:]

  private struct Node {
    /// Index into the lines; the root has none.
    var line: Int
    var mark: NumberMark?
    var headingLevel: Int
    var children: [Child] = []
  }
  private enum Child {
    case node(Int)
    case line(Int)
  }

  init(_ flow: Flow) { self.flow = flow }

  /// The blocks of the given lines, without anchors.
  static func build(_ flow: Flow, _ lines: some RandomAccessCollection<FlowLine>) -> [Block] {
    var builder = SectionBuilder(flow)
    return builder.build(Array(lines))
  }

  private mutating func build(_ lines: [FlowLine]) -> [Block] {
    var marks: [NumberMark?] = lines.map {
      $0.block == nil ? NumberScanner.scan(flow.buffer, $0.range) : nil
    }
    NumberValidation.validate(&marks)
    glued = GluedHeadings.cuts(flow.buffer, lines, marks)
    let order = FamilyOrder.learn(marks.lazy.compactMap(\.self))
    nodes = [Node(line: -1, mark: nil, headingLevel: 0)]
    var stack = [0]
    for i in lines.indices {
      if let mark = marks[i] {
        pop(&stack, toRank: order.rank(mark.shape), order, headingLevel: lines[i].headingLevel)
        open(i, mark, lines[i].headingLevel, &stack)
      } else if lines[i].headingLevel > 0 {
        while stack.count > 1, !isOuterHeading(stack[stack.count - 1], lines[i].headingLevel) {
          stack.removeLast()
        }
        open(i, nil, lines[i].headingLevel, &stack)
      } else {
        nodes[stack[stack.count - 1]].children.append(.line(i))
      }
    }
    return blocks(of: 0, level: 0, lines)
  }

  private mutating func open(_ line: Int, _ mark: NumberMark?, _ headingLevel: Int, _ stack: inout [Int]) {
    nodes.append(Node(line: line, mark: mark, headingLevel: headingLevel))
    nodes[stack[stack.count - 1]].children.append(.node(nodes.count - 1))
    stack.append(nodes.count - 1)
  }

  private func pop(_ stack: inout [Int], toRank rank: Int, _ order: FamilyOrder, headingLevel: Int) {
    while stack.count > 1 {
      let top = nodes[stack[stack.count - 1]]
      if let mark = top.mark {
        guard order.rank(mark.shape) >= rank else { return }
      } else {
        // An unnumbered heading holds the numbers below it, unless the number is a heading as high.
        guard headingLevel > 0, top.headingLevel >= headingLevel else { return }
      }
      stack.removeLast()
    }
  }

  private func isOuterHeading(_ node: Int, _ level: Int) -> Bool {
    nodes[node].headingLevel > 0 && nodes[node].headingLevel < level
  }

  // MARK: Nodes to blocks

  private func blocks(of node: Int, level: Int, _ lines: [FlowLine]) -> [Block] {
    var result: [Block] = []
    result.reserveCapacity(nodes[node].children.count)
    for child in nodes[node].children {
      switch child {
      case .line(let i): result.append(block(lines[i]))
      case .node(let inner): result.append(.section(section(inner, level: level + 1, lines)))
      }
    }
    return result
  }

  private func block(_ line: FlowLine) -> Block {
    if let block = line.block { return block }
    if let label = ParagraphLabel.find(flow.buffer, line.range) {
      return .paragraph(
        Paragraph(
          label: flow.compact(label.label), text: text(label.rest, line), line: line.line))
    }
    return .paragraph(Paragraph(text: text(line.range, line), line: line.line))
  }

  private func section(_ node: Int, level: Int, _ lines: [FlowLine]) -> Section {
    let line = lines[nodes[node].line]
    var section = Section(level: level, runIn: false, line: line.line)
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
    var split = HeadingSplit.split(
      flow.buffer, content, shape: shape, level: level, hasChildren: !nodes[node].children.isEmpty)
    if let cut = glued[nodes[node].line] {
      split = HeadingSplit(
        heading: content.lowerBound..<cut, rest: cut..<content.upperBound, runIn: true)
    }
    if let heading = split.heading { section.heading = text(heading, line, compact: true) }
    section.headingEnd = split.end.map { flow.compact($0) }
    section.runIn = split.runIn
    if let rest = split.rest, !rest.isEmpty {
      section.children.append(.paragraph(Paragraph(text: text(rest, line), line: line.line)))
    }
    section.children.append(contentsOf: blocks(of: node, level: level, lines))
    return section
  }

  /// A stretch of a line with the marks that lie on it.
  private func text(_ range: Range<Int>, _ line: FlowLine, compact: Bool = false) -> RichText {
    let range = FlowText.trimmed(flow.buffer, range)
    guard !line.spans.isEmpty else {
      return RichText(compact ? HeadingSplit.compactHeading(flow, range) : flow.string(range))
    }
    let offset = UTF8Scan.count(flow.buffer, line.range.lowerBound..<range.lowerBound)
    let string = String(decoding: flow.buffer[range], as: UTF8.self)
    let count = UTF8Scan.count(flow.buffer, range)
    let spans = line.spans.compactMap { span -> Span? in
      let start = max(span.start - offset, 0)
      let end = min(span.end - offset, count)
      return start < end ? Span(span.mark, start: start, end: end) : nil
    }
    return RichText(string, spans: spans)
  }
}
