/// A file of the site and how it comes about.
public struct PlannedOutput: Sendable, Hashable {
  /// Relative to the site's root, `d/ning-fa-2017-10/index.html`.
  public let path: String
  public let recipe: Recipe
  /// The source (`content/…`) that must be read and handed to the renderer; `nil` for all others.
  public let notice: String?
  /// The interface language of a page that exists in several; `nil`: the site's.
  public let language: String?

  public init(path: String, recipe: Recipe, notice: String? = nil, language: String? = nil) {
    self.path = path
    self.recipe = recipe
    self.notice = notice
    self.language = language
  }

  /// The file of `content/` that is copied as it is.
  public var copy: String? {
    if case .copy(let source) = recipe { source } else { nil }
  }
}

/// How one output is made.
public enum Recipe: Sendable, Hashable {
  case home
  /// Index into `Catalog.entries`.
  case document(Int)
  case documentData(Int)
  /// The text without any markup.
  case documentText(Int)
  /// Attachments of a document that has more than its page shows; the page from 1.
  case attachments(Int, page: Int)
  /// Index into `Catalog.pages`.
  case page(Int)
  case pageData(Int)
  case pageText(Int)
  /// Index into `Catalog.withdrawn`.
  case withdrawn(Int)
  case list(ListRecipe)
  /// All values of a facet.
  case axis(FacetName)
  /// 法定主动公开内容: the classes of the law.
  case catalogue
  case numbers
  case statistics
  /// 责任分工 of the whole site, and of one organ: index into `Catalog.duties.organs`, and the page from 1.
  case duties
  case organDuties(Int, page: Int)
  case data
  case documentsJSONL
  case documentsCSV
  case dutiesJSONL
  case dutiesCSV
  /// Deadlines of all organs, or of one: index into `Catalog.duties.organs`.
  case dutiesCalendar(organ: Int?)
  /// The format of the documents' JSON.
  case schema
  case dcat
  case search
  /// 无障碍声明
  case accessibility
  case notFound
  /// A former address; site path of the folder it leads to.
  case redirect(to: String)
  /// The newest documents of a list.
  case atomFeed(ListRecipe.Source)
  case jsonFeed(ListRecipe.Source)
  case openSearch
  /// All addresses, or from 50,000 pages on one part of them, from 1; 0 is the index of the parts.
  case sitemap(part: Int)
  /// Former addresses for web servers: Netlify's `_redirects`, nginx's map.
  case redirectList
  case redirectMap
  case robots
  /// A theme file, by its name.
  case asset(String)
  /// A file of `content/`, relative to the project.
  case copy(String)
}

/// One page of a list of documents.
public struct ListRecipe: Sendable, Hashable {
  public enum Source: Sendable, Hashable {
    case documents
    /// A facet and the index of its value.
    case facet(FacetName, Int)
  }
  public var source: Source
  /// From 1.
  public var page: Int
}
