import Diagnostics

/// Looks whether the printed numbers go up by one: articles and running items through a part, other numbers among
/// their neighbours. The numbers stay as they are; a person should look.
enum NumberingCheck {
  static func diagnostics(_ clauses: [ClauseInfo], file: String) -> [Diagnostic] {
    var check = Check(file: file)
    check.siblings.reserveCapacity(clauses.count + 8)
    for index in clauses.indices where clauses[index].ordinal != nil { check.read(clauses[index]) }
    return Array(check.result.prefix(50))
  }

  private struct Check {
    let file: String
    var result: [Diagnostic] = []
    /// The last ordinal of a family in reading order, in this part.
    var running = Ordinals()
    var part = 0
    /// The last ordinal of a family among the units of each list of blocks.
    var siblings: [Ordinals] = []

    mutating func read(_ clause: ClauseInfo) {
      guard let list = clause.siblings, let family = clause.family, let ordinal = clause.ordinal,
        family != .decimal
      else { return }
      if clause.part != part { (running, part) = (Ordinals(), clause.part) }
      while siblings.count <= list { siblings.append(Ordinals()) }
      if let number = clause.number, number.utf8.first == 0xE7, number.unicodeScalars.first == "\u{7B2B}" {
        result.append(
          Diagnostic(.numberMisprinted, number, file: file, range: SourceRange(line: clause.line)))
      }
      compare(clause, family, ordinal, siblings[list][family])
      siblings[list][family] = ordinal
      running[family] = ordinal
    }

    private mutating func compare(
      _ clause: ClauseInfo, _ family: NumberFamily, _ ordinal: Int, _ sibling: Int?
    ) {
      let runs = family == .article || sibling == nil
      guard let before = runs ? running[family] : sibling else {
        if ordinal > 1, family == .article { report(.numberSkipped, clause, ordinal, 0) }
        return
      }
      // A new unit may count from one again.
      if ordinal == 1, sibling == nil { return }
      if ordinal == before + 1 { return }
      if sibling == nil, ordinal != before + 1, family != .article, ordinal > 1 {
        report(.numberSkipped, clause, ordinal, before)
      } else if ordinal == before {
        report(.numberRepeated, clause, ordinal, before)
      } else if ordinal > 1 || sibling != nil {
        report(.numberSkipped, clause, ordinal, before)
      }
    }

    private mutating func report(_ kind: DiagnosticKind, _ clause: ClauseInfo, _ ordinal: Int, _ before: Int)
    {
      let number = clause.number ?? "\(ordinal)"
      // 第十七条之一 repeats its number.
      if number.unicodeScalars.contains("之") { return }
      result.append(
        Diagnostic(kind, number, "\(before)", file: file, range: SourceRange(line: clause.line)))
    }
  }
  /// The last ordinal of each family.
  private struct Ordinals {
    /// Below zero: none yet.
    private var byFamily = SIMD16<Int>(repeating: -1)

    subscript(family: NumberFamily) -> Int? {
      get {
        let ordinal = byFamily[Ordinals.index(family)]
        return ordinal < 0 ? nil : ordinal
      }
      set { byFamily[Ordinals.index(family)] = newValue ?? -1 }
    }

    private static func index(_ family: NumberFamily) -> Int {
      switch family {
      case .volume: 0
      case .subvolume: 1
      case .chapter: 2
      case .division: 3
      case .article: 4
      case .clause: 5
      case .item: 6
      case .subitem: 7
      case .han: 8
      case .hanParenthesised: 9
      case .digit: 10
      case .digitParenthesised: 11
      case .circled: 12
      case .decimal: 13
      case .decimalDeep: 14
      }
    }
  }
}
