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
  var line: Int
  /// Which list of blocks it stands in; `nil` inside a list without document numbers, where numbers follow no order.
  var siblings: Int?
  /// Its text units: from its heading to the last of its descendants.
  var units: Range<Int>
}

/// All text of a notice laid out flat: the passes read it, then spans are written back in the same order.
struct UnitTree {
  /// The units in reading order: what they say, and where.
  let texts: PackedScalars
  let places: [UnitPlace]
  let clauses: [ClauseInfo]
  /// The blocks in reading order, each before the blocks in it.
  let blocks: [BlockExtent]
  /// The first unit of each part; of a part without text, what follows it.
  let partStarts: [Int]

  /// Deeper text is left without marks; no document of people nests like that.
  static let deepest = 64

  init(_ notice: borrowing Notice) {
    var layout = UnitLayout()
    var partStarts: [Int] = []
    for (index, part) in notice.parts.enumerated() {
      partStarts.append(layout.places.count)
      layout.add(part.body, UnitLayout.Surroundings(part: index))
    }
    texts = PackedScalars(layout.strings)
    places = layout.places
    clauses = layout.clauses
    blocks = layout.blocks
    self.partStarts = partStarts
  }

  // Whoever walks over all units asks for what it needs of a place: a whole one is long.

  func clause(of unit: Int) -> Int? { places.span[unit].clause }

  func hasLabel(_ unit: Int) -> Bool { places.span[unit].label != nil }

  func isCell(_ unit: Int) -> Bool {
    if case .cell = places.span[unit].role { return true }
    return false
  }

  /// The anchor of the numbered unit that a unit belongs to, else its own.
  func clauseAnchor(_ unit: Int) -> String {
    places[unit].clause.map { clauses[$0].anchor } ?? places[unit].anchor
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
  private var blockLists = 0

  /// What blocks stand in.
  struct Surroundings {
    var part: Int
    var anchor = ""
    var clause: Int?
    var depth = 0
    /// Whether the blocks follow each other as numbered units do.
    var isOrdered = true

    func deeper(anchor own: String) -> Surroundings {
      var result = self
      result.depth += 1
      if !own.isEmpty { result.anchor = own }
      return result
    }
  }

  init() {
    strings.reserveCapacity(256)
    places.reserveCapacity(256)
    blocks.reserveCapacity(256)
    clauses.reserveCapacity(64)
  }

  mutating func add(_ list: [Block], _ around: Surroundings) {
    guard around.depth < UnitTree.deepest else { return }
    let siblings = around.isOrdered ? blockLists : nil
    blockLists += 1
    for block in list {
      let index = blocks.count
      blocks.append(BlockExtent(nextBlock: 0, nextUnit: 0))
      lay(block, around, siblings)
      blocks[index] = BlockExtent(nextBlock: blocks.count, nextUnit: places.count)
    }
  }

  private mutating func lay(_ block: Block, _ around: Surroundings, _ siblings: Int?) {
    switch block {
    case .section(let section):
      add(section, around, siblings)
    case .paragraph(let paragraph):
      add(paragraph.text, .paragraph, paragraph.anchor, paragraph.line, around, label: paragraph.label)
    case .list(let list):
      var inside = around.deeper(anchor: list.anchor)
      inside.isOrdered = false
      for item in list.items { add(item, inside) }
    case .table(let table):
      add(table, around)
    case .quote(let quote):
      add(quote.children, around.deeper(anchor: quote.anchor))
    case .preformatted, .image, .rule:
      break
    }
  }

  private mutating func add(
    _ text: RichText, _ role: UnitPlace.Role, _ own: String, _ line: Int, _ around: Surroundings,
    label: String? = nil
  ) {
    strings.append(text.string)
    places.append(
      UnitPlace(
        role: role, anchor: own.isEmpty ? around.anchor : own, clause: around.clause, label: label,
        part: around.part, line: line))
  }

  private mutating func add(_ table: Table, _ around: Surroundings) {
    let index = tables
    tables += 1
    for (column, cell) in table.head.enumerated() {
      add(cell, .cell(table: index, row: -1, column: column), table.anchor, table.line, around)
    }
    for (row, cells) in table.rows.enumerated() {
      for (column, cell) in cells.enumerated() {
        add(cell, .cell(table: index, row: row, column: column), table.anchor, table.line, around)
      }
    }
  }

  private mutating func add(_ section: Section, _ around: Surroundings, _ siblings: Int?) {
    let index = clauses.count
    let start = places.count
    clauses.append(
      ClauseInfo(
        parent: around.clause, anchor: section.anchor, family: section.family, number: section.number,
        ordinal: section.ordinal, heading: section.heading?.string, part: around.part, line: section.line,
        siblings: siblings, units: start..<start))
    var inside = around
    (inside.anchor, inside.clause, inside.depth) = (section.anchor, index, around.depth + 1)
    if let heading = section.heading {
      add(heading, .heading, section.anchor, section.line, inside)
    }
    add(section.children, inside)
    clauses[index].units = start..<places.count
  }
}
