/// What the passes need to know about the place of a unit: of one stretch of running text of a notice.
struct UnitPlace: Sendable {
  enum Role: Equatable {
    case heading
    case paragraph
    /// A cell; row −1 is the head.
    case cell(table: Int, row: Int, column: Int)
  }
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

  var isCell: Bool {
    if case .cell = role { return true }
    return false
  }
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
  /// The units in reading order: what they say, and where.
  let texts: [ScalarText]
  let places: [UnitPlace]
  let clauses: [ClauseInfo]
  /// The blocks in reading order, each before the blocks in it.
  let blocks: [BlockExtent]

  /// Deeper text is left without marks; no document of people nests like that.
  static let deepest = 64

  init(_ notice: Notice) {
    var layout = UnitLayout()
    for (index, part) in notice.parts.enumerated() {
      for block in part.body { layout.add(block, part: index, anchor: "", clause: nil, depth: 0) }
    }
    let packed = PackedScalars(layout.strings)
    texts = layout.strings.indices.map { ScalarText(packed, $0) }
    places = layout.places
    clauses = layout.clauses
    blocks = layout.blocks
  }
}

/// How far a block reaches.
struct BlockExtent {
  /// Index of the first block behind it and all that is in it.
  var nextBlock: Int
  /// Index of the first unit behind it.
  var nextUnit: Int
}

/// Walks the blocks of a notice and lays their texts out.
private struct UnitLayout {
  private(set) var strings: [String] = []
  private(set) var places: [UnitPlace] = []
  private(set) var clauses: [ClauseInfo] = []
  private(set) var blocks: [BlockExtent] = []
  private var tables = 0

  init() {
    strings.reserveCapacity(64)
    places.reserveCapacity(64)
    blocks.reserveCapacity(64)
    clauses.reserveCapacity(32)
  }

  mutating func add(_ block: Block, part: Int, anchor: String, clause: Int?, depth: Int) {
    guard depth < UnitTree.deepest else { return }
    let index = blocks.count
    blocks.append(BlockExtent(nextBlock: 0, nextUnit: 0))
    lay(block, part: part, anchor: anchor, clause: clause, depth: depth)
    blocks[index] = BlockExtent(nextBlock: blocks.count, nextUnit: places.count)
  }

  private mutating func lay(_ block: Block, part: Int, anchor: String, clause: Int?, depth: Int) {
    func unit(_ text: RichText, _ role: UnitPlace.Role, _ own: String, _ line: Int, label: String? = nil) {
      let near = own.isEmpty ? anchor : own
      strings.append(text.string)
      places.append(
        UnitPlace(
          role: role, anchor: near, clauseAnchor: clause.map { clauses[$0].anchor } ?? near, clause: clause,
          label: label, part: part, line: line))
    }
    switch block {
    case .section(let section):
      add(section, part: part, anchor: anchor, clause: clause, depth: depth)
    case .paragraph(let paragraph):
      unit(paragraph.text, .paragraph, paragraph.anchor, paragraph.line, label: paragraph.label)
    case .list(let list):
      let own = list.anchor.isEmpty ? anchor : list.anchor
      for item in list.items {
        for child in item { add(child, part: part, anchor: own, clause: clause, depth: depth + 1) }
      }
    case .table(let table):
      let index = tables
      tables += 1
      for (column, cell) in table.head.enumerated() {
        unit(cell, .cell(table: index, row: -1, column: column), table.anchor, table.line)
      }
      for (row, cells) in table.rows.enumerated() {
        for (column, cell) in cells.enumerated() {
          unit(cell, .cell(table: index, row: row, column: column), table.anchor, table.line)
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
    let start = places.count
    clauses.append(
      ClauseInfo(
        parent: clause, anchor: section.anchor, family: section.family, number: section.number,
        ordinal: section.ordinal, heading: section.heading?.string, part: part, units: start..<start))
    if let heading = section.heading {
      strings.append(heading.string)
      places.append(
        UnitPlace(
          role: .heading, anchor: section.anchor, clauseAnchor: section.anchor, clause: index, part: part,
          line: section.line))
    }
    for child in section.children {
      add(child, part: part, anchor: section.anchor, clause: index, depth: depth + 1)
    }
    clauses[index].units = start..<places.count
  }
}
