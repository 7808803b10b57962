import Diagnostics

/// Looks whether the printed numbers go up by one: articles and running items through a part, other numbers among
/// their neighbours. The numbers stay as they are; a person should look.
enum NumberingCheck {
  static func diagnostics(_ notice: Notice) -> [Diagnostic] {
    var check = Check(file: notice.source.path)
    for part in notice.parts {
      check.running = Ordinals()
      check.visit(part.body, depth: 0)
    }
    return Array(check.result.prefix(50))
  }

  private struct Check {
    let file: String
    var result: [Diagnostic] = []
    /// The last ordinal of a family in reading order.
    var running = Ordinals()

    mutating func visit(_ blocks: [Block], depth: Int) {
      guard depth < UnitTree.deepest else { return }
      var siblings = Ordinals()
      for block in blocks {
        switch block {
        case .section(let section):
          if let family = section.family, let ordinal = section.ordinal, family != .decimal {
            if let number = section.number, number.unicodeScalars.first == "\u{7B2B}" {
              result.append(
                Diagnostic(.numberMisprinted, number, file: file, range: SourceRange(line: section.line)))
            }
            compare(section, family, ordinal, siblings[family])
            siblings[family] = ordinal
            running[family] = ordinal
          }
          visit(section.children, depth: depth + 1)
        case .quote(let quote): visit(quote.children, depth: depth + 1)
        default: break
        }
      }
    }

    private mutating func compare(_ section: Section, _ family: NumberFamily, _ ordinal: Int, _ sibling: Int?)
    {
      let number = section.number ?? "\(ordinal)"
      // 第十七条之一 repeats its number.
      if number.unicodeScalars.contains("之") { return }
      let runs = family == .article || sibling == nil
      guard let before = runs ? running[family] : sibling else {
        if ordinal > 1, family == .article { report(.numberSkipped, section, number, 0) }
        return
      }
      // A new unit may count from one again.
      if ordinal == 1, sibling == nil { return }
      if ordinal == before + 1 { return }
      if sibling == nil, ordinal != before + 1, family != .article, ordinal > 1 {
        report(.numberSkipped, section, number, before)
      } else if ordinal == before {
        report(.numberRepeated, section, number, before)
      } else if ordinal > 1 || sibling != nil {
        report(.numberSkipped, section, number, before)
      }
    }

    private mutating func report(_ kind: DiagnosticKind, _ section: Section, _ number: String, _ before: Int)
    {
      result.append(
        Diagnostic(kind, number, "\(before)", file: file, range: SourceRange(line: section.line)))
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
