import Diagnostics
import Notices

/// Every file of the site, each path once. What is staged is exactly this, and the search index.
public struct SitePlan: Sendable {
  /// The outputs of one document follow one another; otherwise by kind. Deterministic.
  public let outputs: [PlannedOutput]
  /// The navigation, without columns that would be empty.
  public let columns: [PlannedColumn]
  private let paths: Set<String>

  /// A column of the navigation and where it leads.
  public struct PlannedColumn: Sendable, Equatable {
    public var column: SiteConfiguration.Column
    /// Site path of a folder.
    public var address: String
  }

  /// Plans every output; pure. A path that two outputs want goes to the first, and the second is reported.
  public static func make(catalog: Catalog, theme: Theme, configuration: SiteConfiguration) -> Diagnosed<
    SitePlan
  > {
    var planner = Planner(catalog: catalog, configuration: configuration)
    planner.plan(theme)
    let plan = SitePlan(
      outputs: planner.outputs, columns: planner.columns, paths: Set(planner.outputs.map(\.path)))
    return Diagnosed(plan, planner.diagnostics)
  }

  /// Whether the site will have this file; an address that ends in `/` means its `index.html`.
  public func has(_ address: String) -> Bool { paths.contains(Self.file(address)) }

  /// `d/x/` → `d/x/index.html`.
  static func file(_ address: String) -> String {
    address.isEmpty || address.hasSuffix("/") ? address + "index.html" : address
  }
}

/// Addresses of pages that are not documents.
enum SiteAddress {
  static let documents = "documents/"
  static let numbers = "numbers/"
  static let search = "search/"
  static let statistics = "statistics/"
  static let duties = "duties/"
  static let data = "data/"
  static let documentsJSONL = "data/documents.jsonl"
  static let documentsCSV = "data/documents.csv"
  static let dutiesCSV = "data/duties.csv"
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

private struct Planner {
  let catalog: Catalog
  let configuration: SiteConfiguration
  var outputs: [PlannedOutput] = []
  var columns: [SitePlan.PlannedColumn] = []
  var diagnostics: [Diagnostic] = []
  /// By path without regard to case: some servers and disks do not distinguish.
  private var owners: [String: String] = [:]

  init(catalog: Catalog, configuration: SiteConfiguration) {
    self.catalog = catalog
    self.configuration = configuration
  }

  mutating func plan(_ theme: Theme) {
    add("", .home)
    for index in catalog.entries.indices {
      document(catalog.entries[index], .document(index), .documentData(index))
    }
    for index in catalog.pages.indices { document(catalog.pages[index], .page(index), .pageData(index)) }
    for index in catalog.withdrawn.indices {
      add(catalog.withdrawn[index].address, .withdrawn(index))
    }
    list(SiteAddress.documents, .documents, catalog.entries.count)
    for facet in catalog.facets where !facet.values.isEmpty {
      add(SiteAddress.axis(facet.name), facet.name == .catalog ? .catalogue : .axis(facet.name))
      for (index, value) in facet.values.enumerated() {
        let address = SiteAddress.value(facet.name, value)
        list(address, .facet(facet.name, index), value.entries.count)
        feeds(address, .facet(facet.name, index))
      }
    }
    add(SiteAddress.numbers, .numbers)
    add(SiteAddress.search, .search)
    add(SiteAddress.statistics, .statistics)
    duties()
    add(SiteAddress.data, .data)
    add(SiteAddress.documentsJSONL, .documentsJSONL)
    add(SiteAddress.documentsCSV, .documentsCSV)
    add(SiteAddress.dcat, .dcat)
    add("404.html", .notFound)
    add("robots.txt", .robots)
    feeds("", .documents)
    if configuration.base != nil { add(SiteAddress.openSearch, .openSearch) }
    for asset in theme.assets { add(asset.address, .asset(asset.name)) }
    redirects()
    numberAddresses()
    sitemaps()
    planColumns()
  }

  private mutating func document(_ entry: CatalogEntry, _ page: Recipe, _ data: Recipe) {
    let source = entry.record.source.path
    add(entry.address, page, notice: source)
    add(entry.address + "index.json", data, notice: source)
    add(entry.sourceAddress, .copy(source))
    var copied = Set<String>()
    for attachment in entry.attachments {
      guard let file = attachment.file, let address = attachment.address, copied.insert(address).inserted
      else { continue }
      add(address, .copy(file.path))
    }
    for (destination, reference) in entry.references.sorted(by: { $0.key < $1.key }) {
      guard case .file(let address) = reference, copied.insert(address).inserted,
        let file = SitePath.resolve(referencePath(destination), from: source)
      else { continue }
      add(address, .copy(file))
    }
  }

  private mutating func feeds(_ folder: String, _ source: ListRecipe.Source) {
    add(folder + SiteAddress.atom, .atomFeed(source))
    add(folder + SiteAddress.jsonFeed, .jsonFeed(source))
  }

  /// `/wh/宁发〔2017〕10号/` leads to the one document that bears the number.
  private mutating func numberAddresses() {
    var bearers: [String: [Int]] = [:]
    for (index, entry) in catalog.entries.enumerated() {
      if let number = entry.record.documentNumber?.text { bearers[number, default: []].append(index) }
    }
    for (number, entries) in bearers.sorted(by: { $0.key < $1.key })
    where entries.count == 1 && SitePath.segment(number) == number {
      add("wh/\(number)/", .redirect(to: catalog.entries[entries[0]].address))
    }
  }

  /// The protocol allows 50,000 addresses a file; addresses are absolute, so there is none without a base.
  private mutating func sitemaps() {
    let redirects = outputs.contains { if case .redirect = $0.recipe { true } else { false } }
    if redirects {
      add("_redirects", .redirectList)
      add("redirects.nginx.conf", .redirectMap)
    }
    guard configuration.base != nil else { return }
    let parts = (Sitemap.pages(outputs).count + Sitemap.limit - 1) / Sitemap.limit
    if parts <= 1 { return add("sitemap.xml", .sitemap(part: 1)) }
    add("sitemap.xml", .sitemap(part: 0))
    for part in 1...parts { add("sitemap-\(part).xml", .sitemap(part: part)) }
  }

  private mutating func duties() {
    guard catalog.duties.count > 0 else { return }
    add(SiteAddress.duties, .duties)
    add(SiteAddress.dutiesCSV, .dutiesCSV)
    for (index, organ) in catalog.duties.organs.enumerated() {
      let pages = max(1, (organ.items.count + configuration.perPage - 1) / configuration.perPage)
      for page in 1...pages {
        add(
          SiteAddress.page("\(SiteAddress.duties)\(organ.segment)/", page), .organDuties(index, page: page))
      }
    }
  }

  private func referencePath(_ destination: String) -> String {
    if case .relative(let path, _) = WebAddress.classify(destination) { path } else { destination }
  }

  private mutating func list(_ address: String, _ source: ListRecipe.Source, _ count: Int) {
    let pages = max(1, (count + configuration.perPage - 1) / configuration.perPage)
    for page in 1...pages {
      add(SiteAddress.page(address, page), .list(ListRecipe(source: source, page: page)))
    }
  }

  /// Former ids and aliases; an address that is taken stays with its owner.
  private mutating func redirects() {
    for entry in catalog.entries + catalog.pages + catalog.withdrawn {
      for id in entry.formerIDs { add("d/\(id)/", .redirect(to: entry.address)) }
      for alias in entry.record.directives.aliases {
        guard let path = aliasPath(alias) else {
          diagnostics.append(Diagnostic(.aliasInvalid, alias, file: entry.record.source.path))
          continue
        }
        add(path, .redirect(to: entry.address))
      }
    }
  }

  private func aliasPath(_ alias: String) -> String? {
    let relative = alias.hasPrefix("/") ? String(alias.dropFirst()) : alias
    guard case .relative(let path, nil) = WebAddress.classify(relative),
      let resolved = SitePath.resolve(path, from: ""), !resolved.isEmpty,
      resolved.split(separator: "/").allSatisfy({ SitePath.segment(String($0)) == $0 })
    else { return nil }
    let name = SitePath.fileName(resolved)
    if resolved.hasSuffix("/") { return resolved }
    return ["html", "htm"].contains(SitePath.fileExtension(name)) ? resolved : resolved + "/"
  }

  private mutating func planColumns() {
    for column in configuration.columns {
      if let address = address(column) {
        columns.append(SitePlan.PlannedColumn(column: column, address: address))
      } else {
        diagnostics.append(
          Diagnostic(
            .columnEmpty, column.name, file: column.line > 0 ? "content/site.yml" : nil,
            range: column.line > 0 ? SourceRange(line: column.line) : nil))
      }
    }
  }

  private func address(_ column: SiteConfiguration.Column) -> String? {
    switch column.target {
    case .page(let name):
      return page(name)?.address
    case .byName:
      return catalog.pages.first { $0.record.directives.column == column.name }?.address
        ?? catalog.facet(.catalog).values.first { $0.value == column.name }.map {
          SiteAddress.value(.catalog, $0)
        }
    case .catalog:
      return catalog.facet(.catalog).values.isEmpty ? nil : SiteAddress.axis(.catalog)
    case .documents:
      return catalog.entries.isEmpty ? nil : SiteAddress.documents
    case .facet(let name, let value):
      guard let facet = FacetName(rawValue: name),
        let found = catalog.facet(facet).values.first(where: { $0.value == value })
      else { return nil }
      return SiteAddress.value(facet, found)
    }
  }

  private func page(_ name: String) -> CatalogEntry? {
    catalog.entry(id: name) ?? catalog.entry(source: "content/" + name)
  }

  private mutating func add(_ address: String, _ recipe: Recipe, notice: String? = nil) {
    let path = SitePlan.file(address)
    let key = path.lowercased()
    let label = notice ?? describe(recipe)
    if let owner = owners[key] {
      diagnostics.append(Diagnostic(.pathCollision, path, owner, label, file: notice))
      return
    }
    owners[key] = label
    outputs.append(PlannedOutput(path: path, recipe: recipe, notice: notice))
  }

  private func describe(_ recipe: Recipe) -> String {
    switch recipe {
    case .copy(let source): source
    case .asset(let name): "assets/\(name)"
    case .redirect(let to): "→ \(to)"
    default: "\(recipe)"
    }
  }
}
