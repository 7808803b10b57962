import Diagnostics
import Notices

/// Ties documents together: mentions to the documents they mean, by number, then by folded title. Where more than one
/// document fits, none is chosen.
enum CitationResolver {
  static func resolve(_ entries: inout [CatalogEntry], withdrawn: inout [CatalogEntry]) -> [Diagnostic] {
    let index = DocumentIndex(entries)
    var diagnostics: [Diagnostic] = []
    for at in entries.indices {
      let citations = entries[at].record.citations
      entries[at].citationTargets = citations.map { index.target($0, from: at) }
      for name in entries[at].record.directives.interprets {
        if let target = index.named(name, from: at) {
          if !entries[at].interprets.contains(target) { entries[at].interprets.append(target) }
        } else {
          diagnostics.append(
            Diagnostic(.interpretedMissing, name, file: entries[at].record.source.path))
        }
      }
      for (citation, target) in zip(citations, entries[at].citationTargets)
      where citation.kind == .interprets {
        if let target, !entries[at].interprets.contains(target) { entries[at].interprets.append(target) }
      }
    }
    for at in withdrawn.indices {
      guard let name = withdrawn[at].record.directives.replacedBy else { continue }
      withdrawn[at].replacedBy = index.named(name, from: -1)
      if withdrawn[at].replacedBy == nil {
        diagnostics.append(Diagnostic(.replacementMissing, name, file: withdrawn[at].record.source.path))
      }
    }
    addBacklinks(&entries)
    return diagnostics
  }

  private static func addBacklinks(_ entries: inout [CatalogEntry]) {
    for at in entries.indices {
      var seen = Set<Int>()
      for (citation, target) in zip(entries[at].record.citations, entries[at].citationTargets) {
        guard let target, seen.insert(target).inserted else { continue }
        let strongest = strongestKind(entries[at], target) ?? citation.kind
        entries[target].citedBy.append(Relation(entry: at, kind: strongest, anchor: citation.anchor))
      }
      for target in entries[at].interprets { entries[target].interpretedBy.append(at) }
    }
  }

  /// A document that is cited twice and repealed once is repealed.
  private static func strongestKind(_ entry: CatalogEntry, _ target: Int) -> Citation.Kind? {
    let kinds = zip(entry.record.citations, entry.citationTargets).filter { $1 == target }.map(\.0.kind)
    return [.repeals, .amends, .interprets, .forwards, .implements, .cites].first(where: kinds.contains)
  }
}

/// Looks documents up by number, title and id.
struct DocumentIndex {
  private var byNumber: [String: [Int]] = [:]
  private var byCarriedNumber: [String: [Int]] = [:]
  private var byTitle: [String: [Int]] = [:]
  private var byPartTitle: [String: [Int]] = [:]
  private var byID: [String: Int] = [:]

  init(_ entries: [CatalogEntry]) {
    for (at, entry) in entries.enumerated() {
      byID[entry.id] = at
      if let number = entry.record.documentNumber?.text { byNumber[number, default: []].append(at) }
      for number in entry.record.numbers where number != entry.record.documentNumber?.text {
        byCarriedNumber[number, default: []].append(at)
      }
      let titles = Set(([entry.record.title].compactMap { $0 } + entry.record.altTitles).map(TitleFold.fold))
      for title in titles { byTitle[title, default: []].append(at) }
      let parts = Set(entry.record.parts.compactMap(\.title).map(TitleFold.fold)).subtracting(titles)
      for title in parts { byPartTitle[title, default: []].append(at) }
    }
  }

  /// The document that a mention means; never the document it stands in.
  func target(_ citation: Citation, from own: Int) -> Int? {
    if let number = citation.number, let found = byNumber(number, own) { return found }
    if let title = citation.title { return byTitle(title, own) }
    return nil
  }

  /// By id, number or title, as an editor writes it.
  func named(_ name: String, from own: Int) -> Int? {
    if let at = byID[name] { return at == own ? nil : at }
    return byNumber(name, own) ?? byTitle(name, own)
  }

  private func byNumber(_ number: String, _ own: Int) -> Int? {
    single(byNumber[number], own) ?? (byNumber[number] == nil ? single(byCarriedNumber[number], own) : nil)
  }

  private func byTitle(_ title: String, _ own: Int) -> Int? {
    let folded = TitleFold.fold(title)
    guard !folded.isEmpty else { return nil }
    return single(byTitle[folded], own) ?? (byTitle[folded] == nil ? single(byPartTitle[folded], own) : nil)
  }

  private func single(_ candidates: [Int]?, _ own: Int) -> Int? {
    guard let others = candidates?.filter({ $0 != own }), others.count == 1 else { return nil }
    return others[0]
  }
}
