import Diagnostics
import Notices

/// All documents of the site and how they hang together. Immutable once made.
public struct Catalog: Sendable, Equatable {
  /// Sorted: newest first, then by id. Drafts are not in it.
  public let entries: [CatalogEntry]
  /// `type: page`: 公开指南 and the like, outside the catalogue; sorted by id.
  public let pages: [CatalogEntry]
  /// Withdrawn documents: their pages say so and show no text; they stand on no list. Sorted by id.
  public let withdrawn: [CatalogEntry]
  /// In the order of `FacetName.allCases`; a facet without values has none.
  public let facets: [Facet]
  /// Who has to do what.
  public let duties: DutyIndex
  /// The lock to write back.
  public let lock: IdentityLock
  /// The day for which validity was derived.
  public let now: CivilDate
  private let byID: [String: Int]
  private let bySource: [String: Int]
  private let valueIndex: [FacetName: [String: Int]]

  init(
    entries: [CatalogEntry], pages: [CatalogEntry], withdrawn: [CatalogEntry], lock: IdentityLock,
    now: CivilDate
  ) {
    self.entries = entries
    self.pages = pages
    self.withdrawn = withdrawn
    self.lock = lock
    self.now = now
    facets = FacetName.allCases.map { Facet.make($0, entries: entries) }
    duties = DutyIndex(entries)
    valueIndex = Dictionary(
      facets.map { facet in
        (
          facet.name,
          Dictionary(
            facet.values.enumerated().map { ($1.value, $0) }, uniquingKeysWith: { first, _ in first })
        )
      }, uniquingKeysWith: { first, _ in first })
    byID = Dictionary(entries.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    bySource = Dictionary(
      entries.enumerated().map { ($1.record.source.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  public func facet(_ name: FacetName) -> Facet {
    facets.first { $0.name == name } ?? Facet(name: name, values: [])
  }

  /// The index of a value in `facet(name).values`.
  public func index(of value: String, in name: FacetName) -> Int? { valueIndex[name]?[value] }

  /// The index of a document in `entries`; `nil` for a page.
  func index(of entry: CatalogEntry) -> Int? { byID[entry.id] }

  /// The document or page with this id.
  public func entry(id: String) -> CatalogEntry? {
    byID[id].map { entries[$0] } ?? pages.first { $0.id == id } ?? withdrawn.first { $0.id == id }
  }

  /// The document or page read from this source (`content/…`).
  public func entry(source: String) -> CatalogEntry? {
    bySource[source].map { entries[$0] } ?? pages.first { $0.record.source.path == source }
      ?? withdrawn.first { $0.record.source.path == source }
  }

  /// Makes the catalogue; pure, and independent of the order of `records` and `files`.
  /// - Parameters:
  ///   - files: everything in `content/`, for attachments and images.
  ///   - now: the day that validity is derived for.
  public static func collect(
    records: [NoticeRecord], configuration: SiteConfiguration, lock: IdentityLock, files: [ContentFile],
    now: CivilDate
  ) -> Diagnosed<Catalog> {
    let published = records.filter { !$0.directives.draft }
    let identities = IdentityAssignment.make(records: published, lock: lock)
    var diagnostics = identities.diagnostics
    var entries: [CatalogEntry] = []
    var pages: [CatalogEntry] = []
    var withdrawn: [CatalogEntry] = []
    for (index, record) in published.enumerated() {
      guard let id = identities.ids[index] else { continue }
      var entry = CatalogEntry(id: id, record: record)
      entry.formerIDs = identities.former[index]
      if record.directives.withdrawn != nil {
        withdrawn.append(entry)
        continue
      }
      diagnostics += RecordCheck.check(record)
      if record.isPage { pages.append(entry) } else { entries.append(entry) }
    }
    entries.sort(by: newestFirst)
    pages.sort { $0.id < $1.id }
    withdrawn.sort { $0.id < $1.id }
    let resolver = FileResolver(files: files, entries: entries + pages)
    for index in entries.indices { diagnostics += resolver.resolve(&entries[index]) }
    for index in pages.indices { diagnostics += resolver.resolve(&pages[index]) }
    diagnostics += CitationResolver.resolve(&entries, withdrawn: &withdrawn)
    ValidityDerivation.derive(&entries, now: now)
    diagnostics += RecordCheck.summaries(entries)
    return Diagnosed(
      Catalog(entries: entries, pages: pages, withdrawn: withdrawn, lock: identities.lock, now: now),
      diagnostics)
  }

  /// The total order of documents.
  static func newestFirst(_ a: CatalogEntry, _ b: CatalogEntry) -> Bool {
    switch (a.date, b.date) {
    case (let x?, let y?) where x != y: return x > y
    case (_?, nil): return true
    case (nil, _?): return false
    default: return a.id < b.id
    }
  }
}

/// What the catalogue needs of every document (条例 art. 12).
enum RecordCheck {
  /// One note for all documents of the catalogue without 内容概述: the dash that the table shows is not silent.
  static func summaries(_ entries: [CatalogEntry]) -> [Diagnostic] {
    let bare = entries.filter { !$0.record.catalog.isEmpty && ($0.record.summary ?? "").isEmpty }
    guard let first = bare.map(\.record.source.path).min() else { return [] }
    return [Diagnostic(.summariesMissing, String(bare.count), first, file: first)]
  }

  static func check(_ record: NoticeRecord) -> [Diagnostic] {
    guard !record.isPage else { return [] }
    var diagnostics: [Diagnostic] = []
    if record.title == nil {
      diagnostics.append(Diagnostic(.titleMissing, record.displayTitle, file: record.source.path))
    }
    if record.sortDate == nil { diagnostics.append(Diagnostic(.dateMissing, file: record.source.path)) }
    return diagnostics
  }
}
