/// What searching promises is defined on normal text: a document contains a query when each run of the query stands in the
/// normal text of one of its clauses.
public enum SearchText {
  /// The symbols of `text`, with U+0000 where a run ends (docs/search-format.md, "Normal text"). Linear.
  public static func normalized(_ text: String) -> String {
    String(String.UnicodeScalarView(NormalText(text).symbols.compactMap(Unicode.Scalar.init)))
  }
}

extension SearchDocument {
  /// The normal texts of all clauses, as they are indexed.
  public var normalizedClauses: [String] { indexedClauses.map { SearchText.normalized($0.text) } }
}
