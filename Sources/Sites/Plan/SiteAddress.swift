/// Addresses of pages that are not documents.
enum SiteAddress {
  static let documents = "documents/"
  static let numbers = "numbers/"
  /// `wh/宁发〔2017〕10号/`
  static let numbersByName = "wh/"
  static let search = "search/"
  static let statistics = "statistics/"
  static let duties = "duties/"
  static let data = "data/"
  static let documentsJSONL = "data/documents.jsonl"
  static let documentsCSV = "data/documents.csv"
  static let dutiesJSONL = "data/duties.jsonl"
  static let dutiesCSV = "data/duties.csv"
  static let dutiesICS = "data/duties.ics"
  /// Beside the page of an organ.
  static let calendar = "deadlines.ics"
  static let schema = "data/document.schema.json"
  static let accessibility = "accessibility/"
  static let dcat = "data/catalog.jsonld"
  static let atom = "feed.atom"
  static let jsonFeed = "feed.json"
  static let openSearch = "opensearch.xml"

  static func axis(_ facet: FacetName) -> String { "\(facet.rawValue)/" }
  static func value(_ facet: FacetName, _ value: FacetValue) -> String {
    "\(facet.rawValue)/\(value.segment)/"
  }

  /// Page 1 is the list's own address.
  static func page(_ list: String, _ page: Int) -> String { page == 1 ? list : "\(list)page/\(page)/" }
}
