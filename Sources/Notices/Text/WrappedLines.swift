/// Joins paragraphs that were broken at a fixed width (text out of a PDF).
enum WrappedLines {
  private static let narrowest = 36
  private static let widest = 140

  static func join(_ flow: inout Flow) {
    guard let widths = widths(flow) else { return }
    var result: [FlowLine] = []
    result.reserveCapacity(flow.lines.count)
    var group: [FlowLine] = []
    var aside: [FlowLine] = []
    let lines = flow.lines
    func close(_ flow: inout Flow) {
      guard var first = group.first else { return }
      if group.count > 1 { first.become(flow.join(group.map(\.range)), of: group) }
      result.append(first)
      result.append(contentsOf: aside)
      group = []
      aside = []
    }
    var width = 0
    for (i, line) in lines.enumerated() {
      if line.block == nil, FurnitureScanner.isPageNumber(flow.buffer, line.range) {
        // A page number does not end the paragraph around it.
        if group.isEmpty { result.append(line) } else { aside.append(line) }
        continue
      }
      if let last = group.last, width > 0, continues(flow.buffer, last, line, width, group[0]) {
        group.append(line)
      } else {
        close(&flow)
        group = [line]
      }
      width = widths[i]
    }
    close(&flow)
    flow.lines = result
  }

  /// For every line the width at which the text around it was broken, 0 where it was not; `nil` when it was nowhere.
  private static func widths(_ flow: Flow) -> [Int]? {
    guard flow.lines.count >= 8, !flow.lines.contains(where: { $0.block != nil || !$0.spans.isEmpty }) else {
      return nil
    }
    let whole = wrapWidth(flow)
    guard var widths = runs(flow) else {
      return whole.map { [Int](repeating: $0, count: flow.lines.count) }
    }
    for i in widths.indices where widths[i] == 0 { widths[i] = whole ?? 0 }
    return widths
  }

  /// Lines of one width in a row, most of them ending in mid-sentence: a passage out of a PDF in a text of whole paragraphs.
  private static func runs(_ flow: Flow) -> [Int]? {
    var result = [Int](repeating: 0, count: flow.lines.count)
    var found = false
    var start = 0
    var low = 0
    var high = 0
    func close(_ end: Int) {
      guard end - start >= shortestRun, high >= narrowestRun, high <= widest else { return }
      let open = flow.lines[start..<end].count { isOpen(flow.buffer, $0) }
      guard open * 100 >= (end - start) * 70 else { return }
      for i in start..<end { result[i] = high }
      found = true
    }
    for i in flow.lines.indices {
      let line = flow.lines[i]
      let width =
        line.range.count <= widest * 3 && !hasGap(flow.buffer, line) ? columns(flow.buffer, line) : 0
      if i > start, width > 0, max(high, width) - min(low, width) <= 4 {
        low = min(low, width)
        high = max(high, width)
      } else {
        close(i)
        start = i
        low = width
        high = width
      }
    }
    close(flow.lines.count)
    return found ? result : nil
  }

  /// Ends in mid-sentence; a line of a form ends in a bracket or has gaps to fill in.
  private static func isOpen(_ bytes: [UInt8], _ line: FlowLine) -> Bool {
    !FlowText.endsSentence(bytes, line.range)
      && !Scalars.isCloseParenthesis(FlowText.last(bytes, line.range)) && !hasGap(bytes, line)
  }

  /// Three spaces in a row: a form to fill in, or columns.
  private static func hasGap(_ bytes: [UInt8], _ line: FlowLine) -> Bool {
    guard line.traits.contains(.gap) else { return false }
    var cursor = Cursor(bytes, line.range)
    var run = 0
    while !cursor.isAtEnd {
      run = !cursor.takeCommonHan() && Scalars.isLayout(cursor.next()) ? run + 1 : 0
      if run >= 3 { return true }
    }
    return false
  }

  private static let shortestRun = 5
  private static let narrowestRun = 44

  /// The width in columns at which the text was broken, when most of its lines are that wide and end in mid-sentence.
  private static func wrapWidth(_ flow: Flow) -> Int? {
    var counts = [Int](repeating: 0, count: widest + 2)
    var open = [Int](repeating: 0, count: widest + 2)
    var total = 0
    for line in flow.lines {
      if FurnitureScanner.isPageNumber(flow.buffer, line.range) { continue }
      total += 1
      guard line.range.count <= widest * 3 else { continue }
      let width = columns(flow.buffer, line)
      guard width <= widest else { continue }
      counts[width] += 1
      if isOpen(flow.buffer, line) { open[width] += 1 }
    }
    var best = 0
    var bestCount = 0
    for width in narrowest...widest {
      let count = (max(0, width - 5)...width).reduce(0) { $0 + counts[$1] }
      if count > bestCount {
        best = width
        bestCount = count
      }
    }
    guard bestCount > 0 else { return nil }
    let openCount = (max(0, best - 5)...best).reduce(0) { $0 + open[$1] }
    guard bestCount * 100 >= total * 35, openCount * 100 >= bestCount * 60 else { return nil }
    return best
  }

  private static func columns(_ bytes: [UInt8], _ line: FlowLine) -> Int {
    if line.knownColumns >= 0 { return Int(line.knownColumns) }
    var cursor = Cursor(bytes, line.range)
    var width = 0
    while !cursor.isAtEnd {
      width += cursor.takeCommonHan() || Scalars.isWide(cursor.next()) ? 2 : 1
    }
    return width
  }

  private static func continues(
    _ bytes: [UInt8], _ last: FlowLine, _ line: FlowLine, _ width: Int, _ first: FlowLine
  ) -> Bool {
    guard last.range.count <= widest * 3 else { return false }
    let columns = columns(bytes, last)
    guard columns >= width - 6, !line.blankBefore || columns >= width - 3 else { return false }
    // Header fields of one width are no paragraph.
    if HeaderLine.pairs(bytes, last.range) != nil, HeaderLine.pairs(bytes, line.range) != nil { return false }
    let ends = FlowText.endsSentence(bytes, last.range)
    if let mark = NumberScanner.scan(bytes, line.range) {
      // In the middle of a sentence a line may begin with a figure.
      let figure = mark.shape.family == .digit || !mark.components.isEmpty
      return figure && !ends && mark.ordinal != 1
    }
    if ends { return false }
    if TitleScanner.isContents(bytes, line.range) || AttachmentScanner.head(bytes, line.range) != nil {
      return false
    }
    if SignatureScanner.dateLine(bytes, line.range) != nil, OrganNames.split(bytes, last.range) != nil {
      return false
    }
    return FlowText.first(bytes, line.range) != 0x3010
  }
}
