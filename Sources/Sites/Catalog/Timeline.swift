import Notices

/// The life of a document by date: when it was made and came into force, what amended and repealed it, what it amends or
/// takes the place of. Only what the texts and headers say; without a date an event stands at the end.
struct Timeline: Equatable {
  enum Kind: Equatable {
    case issued, published, effective, amended, repealed, expires
    /// The document that this one amends, or takes the place of.
    case earlier
  }

  struct Event: Equatable {
    var kind: Kind
    var on: CivilDate?
    /// Index of the other document; `nil`: this one.
    var entry: Int?
    /// The clause that says so.
    var anchor: String?
    /// After the day of the build.
    var isFuture = false
  }

  /// By date. Empty when no other document and no amendment is known: dates alone stand in 文件信息.
  private(set) var events: [Event] = []

  /// More events are a list of repeals, which the pages of the repealed documents show one by one.
  static let limit = 40

  /// Linear in what the document cites and what cites it.
  init(_ entry: CatalogEntry, at index: Int?, _ catalog: Catalog) {
    var found = own(entry)
    let dated = found.count
    if let index { found += later(index, entry, catalog) }
    found += earlier(index, entry, catalog)
    let hasAmendments = found.contains { $0.kind == .amended || $0.kind == .repealed }
    guard found.count > dated || hasAmendments, found.count <= Self.limit else { return }
    for at in found.indices { found[at].isFuture = found[at].on.map { $0 > catalog.now } ?? false }
    events = found.enumerated().sorted { a, b in
      switch (a.element.on, b.element.on) {
      case (let x?, let y?) where x != y: x < y
      case (_?, nil): true
      case (nil, _?): false
      default: a.offset < b.offset
      }
    }.map(\.element)
  }

  private func own(_ entry: CatalogEntry) -> [Event] {
    let record = entry.record
    var events: [Event] = []
    if let day = record.dates.issued {
      events.append(Event(kind: .issued, on: day))
    } else if let day = record.dates.published {
      events.append(Event(kind: .published, on: day))
    }
    if let day = ValidityDerivation.firstDay(record), day != events.first?.on {
      events.append(Event(kind: .effective, on: day))
    }
    for effect in record.effects where effect.citation == nil {
      switch effect.kind {
      case .amended: events.append(Event(kind: .amended, on: effect.on, anchor: effect.anchor))
      case .repealed: events.append(Event(kind: .repealed, on: effect.on, anchor: effect.anchor))
      default: break
      }
    }
    let terms = record.effects.filter { $0.kind == .expires && $0.citation == nil }
    if let day = record.dates.expires ?? terms.compactMap(\.on).max() {
      events.append(Event(kind: .expires, on: day))
    }
    return events
  }

  /// What other documents did to the document at `index`.
  private func later(_ index: Int, _ entry: CatalogEntry, _ catalog: Catalog) -> [Event] {
    entry.citedBy.compactMap { relation in
      guard relation.kind == .amends || relation.kind == .repeals else { return nil }
      return Event(
        kind: relation.kind == .amends ? .amended : .repealed,
        on: day(of: relation.entry, about: index, catalog),
        entry: relation.entry, anchor: relation.anchor)
    }
  }

  /// What this document amends or takes the place of, and what else happened to what it amends.
  private func earlier(_ index: Int?, _ entry: CatalogEntry, _ catalog: Catalog) -> [Event] {
    var events: [Event] = []
    var seen = Set<Int>()
    for (citation, target) in zip(entry.record.citations, entry.citationTargets) {
      guard let target, citation.kind == .amends || citation.kind == .repeals, seen.insert(target).inserted
      else {
        continue
      }
      let other = catalog.entries[target]
      events.append(
        Event(kind: .earlier, on: other.record.dates.issued ?? other.record.dates.published, entry: target))
      guard citation.kind == .amends else { continue }
      events += later(target, other, catalog).filter { $0.entry != index }
    }
    return events
  }

  /// When the document at `index` does something to the one at `target`: the day its text states, else its first day.
  private func day(of index: Int, about target: Int, _ catalog: Catalog) -> CivilDate? {
    let entry = catalog.entries[index]
    let stated = entry.record.effects.first { effect in
      guard effect.kind == .amends || effect.kind == .repeals, let citation = effect.citation else {
        return false
      }
      return entry.citationTargets.indices.contains(citation) && entry.citationTargets[citation] == target
    }?.on
    return stated ?? ValidityDerivation.firstDay(entry.record) ?? entry.record.dates.issued
      ?? entry.record.dates.published
  }
}
