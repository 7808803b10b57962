/// How a clause is cited: `第35项`, `第二章第六条`, `二（三）`, `第26项（1）`.
enum ClauseName {
  static func name(of index: Int?, in clauses: [ClauseInfo]) -> String? {
    guard let index else { return nil }
    let clause = clauses[index]
    guard let own = own(clause) else { return name(of: clause.parent, in: clauses) }
    guard let family = clause.family else { return own }
    switch family {
    case .volume, .subvolume, .digit: return own
    case .chapter, .division, .article, .han, .decimal, .decimalDeep, .clause, .item, .subitem:
      return (family == .article ? enclosingChapter(clause, clauses) : "") + own
    case .hanParenthesised, .digitParenthesised, .circled:
      return (name(of: clause.parent, in: clauses) ?? "") + own
    }
  }

  /// Items run through a document, so their number alone names them; chapters are said with an article.
  private static func own(_ clause: ClauseInfo) -> String? {
    guard let family = clause.family, let printed = clause.number, !printed.isEmpty else { return nil }
    switch family {
    case .digit: return clause.ordinal.map { "第\($0)项" }
    case .hanParenthesised, .digitParenthesised: return "（" + inner(printed) + "）"
    case .han: return inner(printed)
    default: return inner(printed)
    }
  }

  private static func enclosingChapter(_ clause: ClauseInfo, _ clauses: [ClauseInfo]) -> String {
    var at = clause.parent
    while let index = at {
      if clauses[index].family == .chapter { return clauses[index].number.map(inner) ?? "" }
      at = clauses[index].parent
    }
    return ""
  }

  /// The number without brackets, 、 and full stops around it.
  private static func inner(_ printed: String) -> String {
    let text = ScalarText(printed)
    return text.string(text.all, folded: true) {
      switch text[$0] {
      case 0x28, 0x29, 0x3001, 0x20, 0x2C: false
      case 0x2E: Glyph.isDigit(text[$0 + 1])
      default: true
      }
    }
  }
}
