/// Answers queries from an index. The same answers, to the score, as `gongkai-search.js` gives in a browser.
public struct SearchEngine: Sendable {
  private let source: any IndexSource
  private let index: OpenIndex
  private let synonyms: [[[UInt32]]]

  /// Opens the index that `source` holds; reads two files.
  public init(source: some IndexSource) throws {
    self.source = source
    index = try IndexReader.open(source)
    synonyms = index.root.synonyms.map { $0.map { $0.unicodeScalars.map(\.value) } }
  }

  /// Documents in the index.
  public var documents: Int { index.manifest.documents }

  /// The best hits for `query`.
  public func search(_ query: String, limit: Int = 10) throws -> SearchResults {
    try search(SearchRequest(query, limit: limit))
  }

  /// Answers a request. Throws only when a file of the index is missing or damaged.
  public func search(_ request: SearchRequest) throws -> SearchResults {
    let reader = IndexReader(source, index)
    let query = QueryParser.parse(request.query, synonyms: synonyms)
    let results = try answer(query, request, reader)
    if !query.isNumber { return results }
    // What reads as a number that no document has is words: it may be cut off in the middle.
    var first = results
    if request.offset > 0 || request.limit == 0 {
      var probe = request
      (probe.offset, probe.limit, probe.facets) = (0, 1, false)
      first = try answer(query, probe, reader)
    }
    if !first.partial && first.total > 0 { return results }
    return try answer(
      QueryParser.parse(request.query, synonyms: synonyms, asNumber: false), request, reader)
  }

  private func answer(_ query: Query, _ request: SearchRequest, _ reader: IndexReader) throws -> SearchResults
  {
    var answer = try Answer(reader, query, request)
    return try answer.results()
  }
}
