/// Finds the clause of a document that answers best, and compares the text with what was typed.
struct HitFinder {
  let reader: IndexReader
  let lookup: Lookup
  let scorer: Scorer
  let query: Query
  let groups: [[ResolvedPattern]]
  /// Patterns that may not be there, and the documents in which they may.
  let excluded: [ResolvedPattern]

  /// So many blocks are looked at for a pattern that the lists do not prove, or do not place.
  static let mostBlocks = 64
  static let mostUnplacedBlocks = 4

  struct Located {
    var card: [String]
    var clause: TextBlock.Content.Clause
    var anchor: String
    /// False when some block was not looked at.
    var proved: Bool
  }

  /// The best clause; `nil` when the text does not have what the lists promised. A partial answer is not compared.
  func locate(_ document: Int32, partial: Bool) throws -> Located? {
    let best = bestClauses(document)
    var seen: [Int: TextBlock.Content] = [:]
    let shift = reader.manifest.blockShift
    try look(Int(best.first ?? 0) >> shift, document, &seen)
    var proved = true
    if !partial {
      for (group, patterns) in zip(query.groups, groups)
      where !patterns.contains(where: { $0.pattern.symbols.isEmpty }) {
        switch try find(group, patterns, document, best, &seen) {
        case .found, .unplaced: break
        case .absent: return nil
        case .unknown: proved = false
        }
      }
      for pattern in excluded where Scorer.contains(pattern.documents, document) {
        let group = QueryGroup(typed: "", patterns: [pattern.pattern])
        let found = try find(group, [pattern], document, best, &seen)
        if found == .found { return nil }
      }
    }
    return choose(seen, document, proved: proved)
  }

  private func look(_ block: Int, _ document: Int32, _ seen: inout [Int: TextBlock.Content]) throws {
    if seen[block] == nil { seen[block] = try reader.block(document, block) }
  }

  private enum Found { case found, absent, unknown, unplaced }

  private func find(
    _ group: QueryGroup, _ patterns: [ResolvedPattern], _ document: Int32, _ best: [Int32],
    _ seen: inout [Int: TextBlock.Content]
  ) throws -> Found {
    let matching = patterns.filter { Scorer.contains($0.documents, document) }
    if group.titleOnly {
      try look(0, document, &seen)
      let found = seen[0]?.clauses.first.map { title in
        matching.contains { $0.pattern.matches(title.normal) }
      }
      return found == true ? .found : .absent
    }
    if seen.values.contains(where: { has(matching, $0.clauses) }) { return .found }
    let proved = matching.contains { !$0.unproved }
    let placed = matching.allSatisfy { lookup.isPlaced($0) }
    if proved && placed { return .unplaced }
    let shift = reader.manifest.blockShift
    var blocks: [Int] = []
    for pattern in matching {
      let clauses = lookup.clauses(of: pattern, in: document)
      for clause in best where clauses.contains(clause) { blocks.append(Int(clause) >> shift) }
      // Terms of what may not be there are no evidence: their clauses are not among the best.
      for clause in clauses where !best.contains(clause) { blocks.append(Int(clause) >> shift) }
    }
    if !placed, let content = seen.values.first {
      // What is looked at below ends sooner, however many clauses a damaged file claims.
      let last = min((content.documentClauses - 1) >> shift, seen.count + Self.mostBlocks)
      blocks += Array(0...last)
    }
    var left = proved ? Self.mostUnplacedBlocks : Self.mostBlocks
    for block in blocks where seen[block] == nil {
      if left == 0 { return proved ? .unplaced : .unknown }
      left -= 1
      try look(block, document, &seen)
      if let content = seen[block], has(matching, content.clauses) { return .found }
    }
    return proved ? .unplaced : .absent
  }

  private func has(_ patterns: [ResolvedPattern], _ clauses: [TextBlock.Content.Clause]) -> Bool {
    clauses.contains { clause in patterns.contains { $0.pattern.matches(clause.normal) } }
  }

  /// Clauses with evidence: body clauses by score and number, then the title; the title first when it is better than all.
  private func bestClauses(_ document: Int32) -> [Int32] {
    let scores = scorer.clauseScores(document)
    let title = scores.first.map { $0.clause == 0 ? $0.score : 0 } ?? 0
    let body = scores.filter { $0.clause > 0 }.sorted {
      $0.score == $1.score ? $0.clause < $1.clause : $0.score > $1.score
    }
    let clauses = body.map(\.clause)
    if title == 0 { return clauses }
    return (body.first?.score ?? 0) >= title ? clauses + [0] : [0] + clauses
  }

  /// Of the clauses at hand, the one with the most of what was typed, then of the most evidence.
  private func choose(_ seen: [Int: TextBlock.Content], _ document: Int32, proved: Bool) -> Located? {
    let scores = Dictionary(uniqueKeysWithValues: scorer.clauseScores(document).map { ($0.clause, $0.score) })
    var bestRank = (-1, -1, -1)
    var found: TextBlock.Content.Clause?
    for block in seen.keys.sorted() {
      guard let content = seen[block] else { continue }
      for clause in content.clauses {
        let literal = query.groups.count { $0.patterns.contains { $0.matches(clause.normal) } }
        let rank = (literal, clause.number > 0 ? 1 : 0, scores[Int32(clause.number)] ?? 0)
        if found == nil || rank > bestRank {
          bestRank = rank
          found = clause
        }
      }
    }
    guard var found, let card = seen.values.first?.card else { return nil }
    let anchor = found.anchor
    // A title is shown anyway; under it the text's beginning says more than the title again.
    if found.number == 0, let content = seen[0], content.clauses.count > 1 {
      found = content.clauses[1]
    }
    return Located(card: card, clause: found, anchor: anchor, proved: proved)
  }
}
