import Notices
import Search

extension SearchDocument {
  /// What the index gets of a published document: its clauses, and what results show of it.
  public init(notice: Notice, entry: CatalogEntry) {
    self.init(
      id: entry.id, source: entry.record.path, url: entry.address, title: entry.title,
      documentNumber: entry.record.documentNumber?.text, numbers: entry.record.numbers, organ: entry.organ,
      date: entry.date?.iso, validity: entry.validity.status.rawValue,
      facets: FacetName.allCases.map { ($0.rawValue, entry.values(of: $0)) },
      clauses: notice.clauses.map { SearchClause(anchor: $0.anchor, path: $0.path, text: $0.text) })
  }
}
