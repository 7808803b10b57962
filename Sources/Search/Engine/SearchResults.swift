/// What to look for, and how much of it.
public struct SearchRequest: Sendable, Equatable {
  public var query: String
  /// At most this many hits.
  public var limit: Int
  /// The place in the order of all matches to begin at: 0, or `next` of earlier results.
  public var offset: Int
  /// Facet name and values; a document has to have one of the values of every facet.
  public var filters: [(name: String, values: [String])]
  public var sort: SearchSort
  /// Count the values of all facets over the matches; loads the facet files.
  public var facets: Bool

  public init(
    _ query: String, limit: Int = 10, offset: Int = 0, filters: [(name: String, values: [String])] = [],
    sort: SearchSort = .relevance, facets: Bool = false
  ) {
    self.query = query
    self.limit = max(0, limit)
    self.offset = max(0, offset)
    self.filters = filters
    self.sort = sort
    self.facets = facets
  }

  public static func == (a: SearchRequest, b: SearchRequest) -> Bool {
    a.query == b.query && a.limit == b.limit && a.offset == b.offset && a.sort == b.sort
      && a.facets == b.facets
      && a.filters.elementsEqual(b.filters) { $0 == $1 }
  }
}

public enum SearchSort: String, Sendable, CaseIterable {
  case relevance
  /// Newest first.
  case date
}

/// The answer to a request.
public struct SearchResults: Sendable {
  /// Documents that match, exact or about.
  public var total: Int
  /// False when `total` counts documents whose text was not compared.
  public var exact: Bool
  /// True when no document has everything that was typed: the hits have the most of it.
  public var partial: Bool
  public var hits: [SearchHit]
  /// Words as typed that the hits of a partial answer lack, or that no document has.
  public var missing: [String]
  /// The offset of the hits after these; `nil` at the end.
  public var next: Int?
  /// Values with their numbers of matches, most frequent first, when asked for.
  public var facets: [(name: String, values: [(value: String, count: Int)])]
  /// True when the query was longer than what is looked at.
  public var truncated: Bool
  /// Files and bytes read for this answer, opening the index included.
  public var requests: Int
  public var bytes: Int
}

/// One document of an answer, with the clause that answers best.
public struct SearchHit: Sendable {
  public var id: String
  public var source: String
  /// Site-relative, without the anchor.
  public var url: String
  /// The id of the clause on the page; empty for the title.
  public var anchor: String
  public var title: String
  /// The title in pieces, with what was typed marked.
  public var markedTitle: [MarkedText]
  public var documentNumber: String?
  public var date: String?
  public var organ: String?
  public var validity: String
  /// Whole units of 1/1024 bit of evidence; higher is better, comparable within one answer.
  public var score: Int
  public var snippet: [MarkedText]
  public var path: [String]
  /// Words as typed that this document lacks.
  public var missing: [String]
  public var explanation: ScoreExplanation
}

/// A piece of text; `marked` when it is what was typed.
public struct MarkedText: Sendable, Equatable {
  public var text: String
  public var marked: Bool
  public init(_ text: String, marked: Bool = false) {
    self.text = text
    self.marked = marked
  }
}

/// The summands of a score (docs/search-format.md, "Scores").
public struct ScoreExplanation: Sendable, Equatable {
  /// 3 the document bears the typed number, 2 it has everything, 1 all terms but not together, 0 some terms.
  public var tier: Int
  public var body: Int
  public var title: Int
  public var clause: Int
  public var phrase: Int
  /// True when the score was halved because the document is no longer in force.
  public var sunk: Bool
  public var terms: [Term]

  public struct Term: Sendable, Equatable {
    public var text: String
    /// Documents of the index that have the term.
    public var documents: Int
    /// Rarity: 1024 log2((2N+2)/(2 documents+1)).
    public var idf: Int
    /// 1 to 16; 0 when this document lacks the term.
    public var impact: Int
    public var inTitle: Bool
  }
}
