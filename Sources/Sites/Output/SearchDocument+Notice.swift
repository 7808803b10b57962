import Notices
import Search

extension SearchDocument {
  /// What the index gets of a published document: its clauses, and what results show of it.
  ///
  /// - Parameter namesFiles: addresses end in `index.html`, as `SiteConfiguration.linksNameFiles` says.
  public init(notice: Notice, entry: CatalogEntry, namesFiles: Bool = false) {
    self.init(
      id: entry.id, source: entry.record.path,
      url: namesFiles && entry.address.hasSuffix("/") ? entry.address + "index.html" : entry.address,
      title: entry.title,
      documentNumber: entry.record.documentNumber?.text, numbers: entry.record.numbers, organ: entry.organ,
      date: entry.date?.iso, validity: entry.validity.shownInResults,
      facets: FacetName.allCases.map { ($0.rawValue, entry.values(of: $0)) },
      clauses: notice.clauses.map {
        SearchClause(anchor: $0.anchor, path: $0.path, text: $0.text, continues: $0.continues)
      })
  }
}

extension CatalogEntry {
  /// A withdrawn document is not to be found.
  public var isSearchable: Bool { record.directives.withdrawn == nil }
}

extension Validity {
  /// The one word that a result has room for: what the text shows goes before what was declared, so that a plan whose
  /// years are over is never listed as in force. `horizon` beside the words of `Status`.
  var shownInResults: String {
    guard let derived, status != .repealed else { return status.rawValue }
    if derived.reason == .horizon { return Reason.horizon.rawValue }
    return (status == .expired ? status : derived.status).rawValue
  }
}
