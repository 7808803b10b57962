import Diagnostics

/// The passes over a finished notice: what its text cites, orders, repeals, and from when it holds.
///
/// Runs after structure is known. Fills `citations`, `duties`, `effects`, the days of effect that the text states in
/// full, and the spans of headings, paragraphs and cells. Changes no text. Linear in the length of the notice.
package enum Extraction {
  package static func fill(_ notice: inout Notice) {
    let tree = UnitTree(notice)
    Promulgation.fill(&notice, tree)
    var citations = CitationPass(notice, tree)
    let effects = EffectPass(notice, tree, &citations)
    citations.readTitle(of: notice)
    let duties = DutyPass(notice, tree)
    notice.citations = citations.citations
    notice.effects = effects.effects
    notice.duties = duties.duties
    notice.dates.effective = notice.dates.effective ?? effects.effective
    notice.dates.expires = notice.dates.expires ?? effects.expires
    notice.diagnostics += diagnostics(notice, tree, citations, duties)

    var spans = duties.spans
    for unit in citations.mentions.filled {
      for mention in citations.mentions[unit] {
        guard let citation = mention.citation else { continue }
        spans.append(
          Span(.citation(citation), start: mention.range.lowerBound, end: mention.range.upperBound), to: unit)
      }
    }
    var writer = SpanWriter(spans, tree)
    writer.write(into: &notice)
  }

  private static func diagnostics(
    _ notice: Notice, _ tree: UnitTree, _ citations: CitationPass, _ duties: DutyPass
  ) -> [Diagnostic] {
    let file = notice.source.path
    func range(_ unit: Int) -> SourceRange { SourceRange(line: tree.places[unit].line) }
    var result: [Diagnostic] = []
    for (unit, at) in citations.unpaired.prefix(limit) {
      let text = tree.texts[unit]
      let words = text.string(max(0, at - 4)..<min(text.count, at + 16))
      result.append(Diagnostic(.titleMarkUnpaired, words, file: file, range: range(unit)))
    }
    for (unit, number) in citations.damaged.prefix(limit) {
      let printed = tree.texts[unit].string(number.range)
      result.append(Diagnostic(.numberDamaged, printed, number.number.text, file: file, range: range(unit)))
    }
    for (unit, title, numbers) in citations.disagreements.prefix(limit) {
      result.append(
        Diagnostic(
          .citationNumbersDisagree, title, numbers.joined(separator: "、"), file: file, range: range(unit)))
    }
    for (unit, place) in duties.empty.prefix(limit) {
      result.append(
        Diagnostic(.dutyWithoutOrgan, tree.texts[unit].string(place), file: file, range: range(unit)))
    }
    return result + unlikelyDates(notice) + NumberingCheck.diagnostics(tree.clauses, file: file)
  }

  /// Days that no document of the People's Republic can bear; traditional texts may be older.
  private static func unlikelyDates(_ notice: Notice) -> [Diagnostic] {
    guard notice.language != "zh-Hant" else { return [] }
    let dates = notice.dates
    let named = [
      ("成文日期", dates.issued), ("发布日期", dates.published), ("施行日期", dates.effective), ("失效日期", dates.expires),
    ]
    return named.compactMap { name, date in
      guard let date, !(1949...2100).contains(date.year) else { return nil }
      return Diagnostic(.dateImplausible, name, date.iso, file: notice.source.path)
    }
  }

  /// More of a kind in one file would only repeat themselves.
  private static let limit = 20
}
