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
    var answer = try Answer(reader, query, request)
    return try answer.results()
  }
}
