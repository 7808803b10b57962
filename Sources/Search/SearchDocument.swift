/// What the index knows of one document. Text is as printed; the index normalises.
public struct SearchDocument: Sendable, Equatable {
  /// The permanent id.
  public var id: String
  /// Path of the source file in `content/`.
  public var source: String
  /// Site-relative address, `d/ning-fa-2017-10/`.
  public var url: String
  public var title: String
  public var documentNumber: String?
  /// Every number the document bears, `documentNumber` included, for look-up by number.
  public var numbers: [String]
  /// Who issued it, else who published it.
  public var organ: String?
  /// `YYYY-MM-DD`, the date that lists sort by.
  public var date: String?
  /// `effective`, `amended`, `repealed`, `expired`, `horizon` (the years of the plan are over), `unknown`.
  public var validity: String
  /// Facet name → values: `organ`, `catalog`, `kind`, `topic`, `year`, `validity`.
  public var facets: [(name: String, values: [String])]
  /// Clause 0 is the title. Those that continue others are counted with them: see `clauseCount`.
  public var clauses: [SearchClause]

  public init(
    id: String, source: String, url: String, title: String, documentNumber: String? = nil,
    numbers: [String] = [],
    organ: String? = nil, date: String? = nil, validity: String = "unknown",
    facets: [(name: String, values: [String])] = [], clauses: [SearchClause]
  ) {
    self.id = id
    self.source = source
    self.url = url
    self.title = title
    self.documentNumber = documentNumber
    self.numbers = numbers
    self.organ = organ
    self.date = date
    self.validity = validity
    self.facets = facets
    self.clauses = clauses
  }

  public static func == (a: SearchDocument, b: SearchDocument) -> Bool {
    a.id == b.id && a.source == b.source && a.url == b.url && a.title == b.title
      && a.documentNumber == b.documentNumber && a.numbers == b.numbers && a.organ == b.organ
      && a.date == b.date
      && a.validity == b.validity && a.clauses == b.clauses
      && a.facets.map(\.name) == b.facets.map(\.name) && a.facets.map(\.values) == b.facets.map(\.values)
  }
}

extension SearchDocument {
  /// How many clauses lists tell apart: what continues a clause has its number. At least the title.
  public var clauseCount: Int { max(1, clauses.clauseCount) }
}

extension Array where Element == SearchClause {
  /// How many begin.
  var clauseCount: Int { count { !$0.continues } }
}

/// A linkable piece of text of a document.
public struct SearchClause: Sendable, Equatable {
  /// The id on the page, empty for the title.
  public var anchor: String
  /// Where it stands, in words, outermost first.
  public var path: [String]
  public var text: String
  /// Belongs to the clause before it, as an item of an article does: words in both stand together. That of the first is
  /// passed over.
  public var continues: Bool
  public init(anchor: String, path: [String] = [], text: String, continues: Bool = false) {
    self.anchor = anchor
    self.path = path
    self.text = text
    self.continues = continues
  }
}
