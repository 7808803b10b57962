/// Writes spans back into the blocks of a notice, in the order of `UnitTree.units`.
struct SpanWriter {
  private let spans: UnitLists<Span>
  private let blocks: [BlockExtent]
  /// The units that have spans, and which of them is next.
  private let marked: [Int]
  private var nextMarked = 0
  private var nextUnit = 0
  private var nextBlock = 0

  init(_ spans: UnitLists<Span>, _ tree: UnitTree) {
    self.spans = spans
    blocks = tree.blocks
    marked = spans.filled
  }

  mutating func write(into notice: inout Notice) {
    guard !marked.isEmpty else { return }
    for index in notice.parts.indices { write(into: &notice.parts[index].body, depth: 0) }
  }

  private mutating func write(into text: inout RichText) {
    defer { nextUnit += 1 }
    guard !spans.isEmpty(nextUnit) else { return }
    text.spans = SpanMerge.merged(text.spans, adding: spans[nextUnit])
  }

  /// Passes over a block without spans; most are.
  private mutating func skips(_ extent: BlockExtent) -> Bool {
    while nextMarked < marked.count, marked[nextMarked] < nextUnit { nextMarked += 1 }
    if nextMarked < marked.count, marked[nextMarked] < extent.nextUnit { return false }
    nextUnit = extent.nextUnit
    nextBlock = extent.nextBlock
    return true
  }

  private mutating func write(into blocks: inout [Block], depth: Int) {
    guard depth < UnitTree.deepest else { return }
    for index in blocks.indices {
      let extent = self.blocks[nextBlock]
      if skips(extent) { continue }
      nextBlock += 1
      let block = blocks[index]
      // Held once, so that changing the children does not copy them.
      blocks[index] = .rule(line: 0)
      blocks[index] = written(block, depth: depth)
    }
  }

  private mutating func written(_ block: Block, depth: Int) -> Block {
    switch block {
    case .section(var section):
      if var heading = section.heading {
        write(into: &heading)
        section.heading = heading
      }
      write(into: &section.children, depth: depth + 1)
      return .section(section)
    case .paragraph(var paragraph):
      write(into: &paragraph.text)
      return .paragraph(paragraph)
    case .list(var list):
      for index in list.items.indices { write(into: &list.items[index], depth: depth + 1) }
      return .list(list)
    case .table(var table):
      for column in table.head.indices { write(into: &table.head[column]) }
      for row in table.rows.indices {
        for column in table.rows[row].indices { write(into: &table.rows[row][column]) }
      }
      return .table(table)
    case .quote(var quote):
      write(into: &quote.children, depth: depth + 1)
      return .quote(quote)
    case .preformatted, .image, .rule:
      return block
    }
  }
}
