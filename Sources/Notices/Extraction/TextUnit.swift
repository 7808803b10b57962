import Diagnostics

/// One stretch of running text of a notice, in reading order, with what the passes need to know about its place.
struct TextUnit {
  enum Role: Equatable {
    case heading
    case paragraph
    /// A cell; row −1 is the head.
    case cell(table: Int, row: Int, column: Int)
  }
  var text: ScalarText
  var role: Role
  /// The nearest anchor: of the paragraph, else of the clause it stands in.
  var anchor: String
  /// The anchor of the numbered unit that it belongs to.
  var clauseAnchor: String
  /// Index into `UnitTree.clauses`; `nil` outside numbered units.
  var clause: Int?
  /// `责任单位` of `责任单位：…`.
  var label: String?
  var part: Int
  var line: Int
}

/// A numbered unit (or heading) as the passes see it.
struct ClauseInfo {
  var parent: Int?
  var anchor: String
  var family: NumberFamily?
  var number: String?
  var ordinal: Int?
  var heading: String?
  var part: Int
  /// Its text units: from its heading to the last of its descendants.
  var units: Range<Int>
}

/// All text of a notice laid out flat: the passes read it, then spans are written back in the same order.
struct UnitTree {
  private(set) var units: [TextUnit] = []
  private(set) var clauses: [ClauseInfo] = []
  private var tables = 0

  /// Deeper text is left without marks; no document of people nests like that.
  static let deepest = 64

  init(_ notice: Notice) {
    for (index, part) in notice.parts.enumerated() {
      for block in part.body { add(block, part: index, anchor: "", clause: nil, depth: 0) }
    }
  }

  private mutating func add(_ block: Block, part: Int, anchor: String, clause: Int?, depth: Int) {
    guard depth < UnitTree.deepest else { return }
    func unit(_ text: RichText, _ role: TextUnit.Role, _ own: String, _ line: Int, label: String? = nil)
      -> TextUnit
    {
      TextUnit(
        text: ScalarText(text.string), role: role, anchor: own.isEmpty ? anchor : own,
        clauseAnchor: clause.map { clauses[$0].anchor } ?? (own.isEmpty ? anchor : own), clause: clause,
        label: label,
        part: part, line: line)
    }
    switch block {
    case .section(let section):
      add(section, part: part, anchor: anchor, clause: clause, depth: depth)
    case .paragraph(let paragraph):
      units.append(unit(paragraph.text, .paragraph, paragraph.anchor, paragraph.line, label: paragraph.label))
    case .list(let list):
      let own = list.anchor.isEmpty ? anchor : list.anchor
      for item in list.items {
        for child in item { add(child, part: part, anchor: own, clause: clause, depth: depth + 1) }
      }
    case .table(let table):
      let index = tables
      tables += 1
      for (column, cell) in table.head.enumerated() {
        units.append(unit(cell, .cell(table: index, row: -1, column: column), table.anchor, table.line))
      }
      for (row, cells) in table.rows.enumerated() {
        for (column, cell) in cells.enumerated() {
          units.append(unit(cell, .cell(table: index, row: row, column: column), table.anchor, table.line))
        }
      }
    case .quote(let quote):
      let own = quote.anchor.isEmpty ? anchor : quote.anchor
      for child in quote.children { add(child, part: part, anchor: own, clause: clause, depth: depth + 1) }
    case .preformatted, .image, .rule:
      break
    }
  }

  private mutating func add(_ section: Section, part: Int, anchor: String, clause: Int?, depth: Int) {
    let index = clauses.count
    let start = units.count
    clauses.append(
      ClauseInfo(
        parent: clause, anchor: section.anchor, family: section.family, number: section.number,
        ordinal: section.ordinal, heading: section.heading?.string, part: part, units: start..<start))
    if let heading = section.heading {
      units.append(
        TextUnit(
          text: ScalarText(heading.string), role: .heading, anchor: section.anchor,
          clauseAnchor: section.anchor,
          clause: index, label: nil, part: part, line: section.line))
    }
    for child in section.children {
      add(child, part: part, anchor: section.anchor, clause: index, depth: depth + 1)
    }
    clauses[index].units = start..<units.count
  }
}

/// Writes spans back into the blocks of a notice, in the order of `UnitTree.units`.
struct SpanWriter {
  private let spans: [[Span]]
  private var next = 0

  init(_ spans: [[Span]]) { self.spans = spans }

  mutating func write(into notice: inout Notice) {
    for index in notice.parts.indices { write(into: &notice.parts[index].body, depth: 0) }
  }

  private mutating func write(into text: inout RichText) {
    defer { next += 1 }
    guard next < spans.count, !spans[next].isEmpty else { return }
    text.spans = SpanMerge.merged(text.spans, adding: spans[next])
  }

  private mutating func write(into blocks: inout [Block], depth: Int) {
    guard depth < UnitTree.deepest else { return }
    for index in blocks.indices {
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

/// Joins marks of the source (emphasis, links) and marks of the passes so that they nest and never cross.
enum SpanMerge {
  /// `old` stays as it is; a new span that would cross another, or lie in a link, is left out.
  static func merged(_ old: [Span], adding new: [Span]) -> [Span] {
    let all =
      old.map { (span: $0, isOld: true) } + new.filter { $0.start < $0.end }.map { (span: $0, isOld: false) }
    let order = all.indices.sorted { a, b in
      let (x, y) = (all[a].span, all[b].span)
      return (x.start, -x.end, a) < (y.start, -y.end, b)
    }
    var dropped = Set<Int>()
    var open: [Int] = []
    for index in order {
      let span = all[index].span
      while let top = open.last, all[top].span.end <= span.start { open.removeLast() }
      var crosses = false
      for top in open.reversed() where !dropped.contains(top) && all[top].span.end < span.end {
        if all[index].isOld, !all[top].isOld { dropped.insert(top) } else { crosses = true }
      }
      let inLink = open.contains { isLink(all[$0].span) && !dropped.contains($0) }
      if !all[index].isOld, crosses || (inLink && !isDeadline(span)) {
        dropped.insert(index)
      } else {
        open.append(index)
      }
    }
    return order.filter { !dropped.contains($0) }.map { all[$0].span }
  }

  private static func isLink(_ span: Span) -> Bool {
    if case .link = span.mark { return true }
    return false
  }

  private static func isDeadline(_ span: Span) -> Bool {
    if case .deadline = span.mark { return true }
    return false
  }
}
