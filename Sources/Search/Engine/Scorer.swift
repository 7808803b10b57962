/// Scores documents of an answer. All numbers are whole and below 2^53, so that a browser computes the same
/// (docs/search-format.md, "Scores").
struct Scorer {
  /// What each tier is worth: more than all evidence together.
  static let tier = 1_000_000_000
  /// So many candidates are scored with their clauses; the others follow by body and title.
  static let mostScored = 400

  let terms: [QueryTerm]
  /// Sum of the rarities of what was typed.
  let sum: Int
  /// Of these, what can stand in one clause as far as clauses were read.
  private let placedSum: Int
  /// For each group, its patterns with documents and rarity.
  private let groups: [[(documents: [Int32], idf: Int)]]
  private let sunk: [Int32]

  /// A candidate and what its lists say.
  struct Candidate {
    var document: Int32
    var tier = 0
    var body = 0
    var titleSum = 0
    var titleCovered = 0
    var covered = 0
    /// Tier, body and title; what the choice of the best is made by.
    var preliminary = 0
  }

  init(_ lookup: Lookup, groups: [[ResolvedPattern]], scored: [Int], sunk: [Int32]) {
    let terms = lookup.terms
    self.terms = terms
    self.sunk = sunk
    self.scored = scored
    var primary = Set<Int>()
    for group in groups { for place in group[0].scored { primary.insert(place) } }
    sum = primary.reduce(0) { $0 + terms[$1].idf }
    placedSum = primary.reduce(0) {
      let list = terms[$1].list
      return $0 + (list.isFull && !list.isPlaced ? 0 : terms[$1].idf)
    }
    self.groups = groups.map { patterns in
      patterns.map { ($0.documents, Set($0.scored).reduce(0) { $0 + terms[$1].idf }) }
    }
  }

  /// The terms that count, each once.
  let scored: [Int]

  /// Body and title evidence of `documents`, ascending; `tier` says how completely each matches.
  func candidates(_ documents: [Int32], tier: (Int32) -> Int) -> [Candidate] {
    var out = documents.map { Candidate(document: $0, tier: tier($0)) }
    for place in scored {
      let term = terms[place]
      var j = 0
      let list = term.list
      for i in out.indices {
        while j < list.documents.count && list.documents[j] < out[i].document { j += 1 }
        guard j < list.documents.count else { break }
        guard list.documents[j] == out[i].document else { continue }
        out[i].covered += term.idf
        out[i].body += term.idf * list.impact(at: j)
        if list.isFull && list.inTitle[j] {
          out[i].titleSum += term.titleIdf
          out[i].titleCovered += term.idf
        }
      }
    }
    for i in out.indices {
      let explanation = explain(out[i], clause: 0, phrase: 0)
      out[i].preliminary = total(explanation)
    }
    return out
  }

  /// The score with all evidence.
  func explanation(_ candidate: Candidate, terms withTerms: Bool = false) -> ScoreExplanation {
    let best = min(clauseScores(candidate.document).map(\.score).max() ?? 0, sum)
    let clause = sum == 0 ? 0 : 2 * best * best / sum + together(candidate.document, best) * sum
    var phrase = 0
    for group in groups {
      if let match = group.first(where: { Self.contains($0.documents, candidate.document) }) {
        phrase += 3 * match.idf
      }
    }
    var out = explain(candidate, clause: clause, phrase: phrase)
    if withTerms { out.terms = scored.map { term($0, candidate.document) } }
    return out
  }

  func total(_ e: ScoreExplanation) -> Int {
    let evidence = e.body + e.title + e.clause + e.phrase
    return e.tier * Self.tier + (e.sunk ? evidence * 3 / 4 : evidence)
  }

  /// Evidence of each clause of a document that has any, ascending by clause.
  func clauseScores(_ document: Int32) -> [(clause: Int32, score: Int)] {
    var sums: [Int32: Int] = [:]
    for place in scored where terms[place].list.isPlaced {
      let list = terms[place].list
      let i = list.documents.partition { $0 < document }
      guard i < list.documents.count, list.documents[i] == document else { continue }
      for clause in list.clauses(at: i) { sums[clause, default: 0] += terms[place].idf }
    }
    return sums.map { ($0.key, $0.value) }.sorted { $0.clause < $1.clause }
  }

  /// What it is worth that everything stands in one clause, or in few that follow each other, as those of a long article.
  private func together(_ document: Int32, _ best: Int) -> Int {
    if best == 0 { return 0 }
    return best >= placedSum ? 16 : max(0, 10 - span(document))
  }

  /// The fewest clauses that follow each other and have everything together; more than any document has when none have.
  private func span(_ document: Int32) -> Int {
    var found: [(clause: Int32, place: Int)] = []
    for place in scored where terms[place].list.isPlaced {
      let list = terms[place].list
      let i = list.documents.partition { $0 < document }
      guard i < list.documents.count, list.documents[i] == document else { continue }
      for clause in list.clauses(at: i) { found.append((clause, place)) }
    }
    found.sort { $0.clause < $1.clause }
    var fewest = Int.max
    var counts = [Int](repeating: 0, count: terms.count)
    var sum = 0
    var first = 0
    for (clause, place) in found {
      counts[place] += 1
      if counts[place] == 1 { sum += terms[place].idf }
      while sum >= placedSum {
        let left = found[first]
        fewest = min(fewest, Int(clause - left.clause) + 1)
        counts[left.place] -= 1
        if counts[left.place] == 0 { sum -= terms[left.place].idf }
        first += 1
      }
    }
    return fewest
  }

  static func contains(_ list: [Int32], _ document: Int32) -> Bool {
    let i = list.partition { $0 < document }
    return i < list.count && list[i] == document
  }

  private func explain(_ candidate: Candidate, clause: Int, phrase: Int) -> ScoreExplanation {
    let covered = min(candidate.titleCovered, sum)
    let title = sum == 0 ? 0 : 3 * candidate.titleSum * covered / sum
    // A document that is no longer in force sinks, unless its title or number is what was typed.
    let named = candidate.tier == 3 || sum > 0 && covered == sum
    return ScoreExplanation(
      tier: candidate.tier, body: candidate.body * 11 / 80, title: title, clause: clause, phrase: phrase,
      sunk: !named && Self.contains(sunk, candidate.document), terms: [])
  }

  private func term(_ place: Int, _ document: Int32) -> ScoreExplanation.Term {
    let term = terms[place]
    let i = term.list.documents.partition { $0 < document }
    let has = i < term.list.documents.count && term.list.documents[i] == document
    let full = term.list.isFull
    return ScoreExplanation.Term(
      text: term.text, documents: term.list.documents.count, idf: term.idf,
      impact: has ? term.list.impact(at: i) : 0,
      inTitle: has && full && term.list.inTitle[i])
  }
}
