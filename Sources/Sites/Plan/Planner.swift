import Diagnostics
import Notices

/// Lists the outputs of a site in a fixed order.
struct Planner {
  let catalog: Catalog
  let configuration: SiteConfiguration
  var outputs: [PlannedOutput] = []
  var columns: [SitePlan.PlannedColumn] = []
  var diagnostics: [Diagnostic] = []
  /// Folders that exist once more in every further language.
  private(set) var translated = Set<String>()
  /// Further interface languages that the theme has.
  private(set) var languages: [String] = []
  /// By path without regard to case: some servers and disks do not distinguish.
  private var owners: [String: String] = [:]

  init(catalog: Catalog, configuration: SiteConfiguration) {
    self.catalog = catalog
    self.configuration = configuration
  }

  mutating func plan(_ theme: Theme) {
    frame("", .home)
    for index in catalog.entries.indices {
      document(catalog.entries[index], .document(index), .documentData(index), .documentText(index))
      for page in 1...max(1, AttachmentList.pages(of: catalog.entries[index]))
      where AttachmentList.hasOwnPages(catalog.entries[index]) {
        add(
          SiteAddress.page(AttachmentList.address(of: catalog.entries[index]), page),
          .attachments(index, page: page))
      }
    }
    for index in catalog.pages.indices {
      document(catalog.pages[index], .page(index), .pageData(index), .pageText(index))
    }
    for index in catalog.withdrawn.indices {
      add(catalog.withdrawn[index].address, .withdrawn(index))
    }
    list(SiteAddress.documents, .documents, catalog.entries.count)
    for facet in catalog.facets where !facet.values.isEmpty {
      frame(SiteAddress.axis(facet.name), facet.name == .catalog ? .catalogue : .axis(facet.name))
      for (index, value) in facet.values.enumerated() {
        let address = SiteAddress.value(facet.name, value)
        list(address, .facet(facet.name, index), value.entries.count)
        feeds(address, .facet(facet.name, index))
      }
    }
    frame(SiteAddress.numbers, .numbers)
    frame(SiteAddress.search, .search)
    frame(SiteAddress.statistics, .statistics)
    duties()
    frame(SiteAddress.data, .data)
    frame(SiteAddress.accessibility, .accessibility)
    add(SiteAddress.documentsJSONL, .documentsJSONL)
    add(SiteAddress.documentsCSV, .documentsCSV)
    add(SiteAddress.schema, .schema)
    add(SiteAddress.dcat, .dcat)
    add("404.html", .notFound)
    add("robots.txt", .robots)
    feeds("", .documents)
    if configuration.base != nil { add(SiteAddress.openSearch, .openSearch) }
    for asset in theme.assets { add(asset.address, .asset(asset.name)) }
    translations(theme)
    redirects()
    numberAddresses()
    sitemaps()
    planColumns()
    reportEmptyClasses()
  }

  private mutating func document(_ entry: CatalogEntry, _ page: Recipe, _ data: Recipe, _ text: Recipe) {
    let source = entry.record.source.path
    add(entry.address, page, notice: source)
    add(entry.address + "index.json", data, notice: source)
    add(entry.textAddress, text, notice: source)
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

  /// A page that helps to find documents: it exists in every interface language.
  private mutating func frame(_ address: String, _ recipe: Recipe) {
    add(address, recipe)
    translated.insert(address)
  }

  /// The frame pages once more below `en/` and the like. Their number does not depend on the number of documents.
  private mutating func translations(_ theme: Theme) {
    for language in configuration.furtherLanguages {
      guard theme.hasStrings(language) else {
        diagnostics.append(
          Diagnostic(.languageNotInTheme, language, theme.name, file: ContentPath.root + "site.yml"))
        continue
      }
      languages.append(language)
      let pages = outputs.filter { $0.language == nil && translated.contains(SitePlan.address($0.path)) }
      for page in pages { add("\(language)/\(page.path)", page.recipe, language: language) }
    }
    if languages.isEmpty { translated = [] }
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
      add("\(SiteAddress.numbersByName)\(number)/", .redirect(to: catalog.entries[entries[0]].address))
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
    frame(SiteAddress.duties, .duties)
    add(SiteAddress.dutiesJSONL, .dutiesJSONL)
    add(SiteAddress.dutiesCSV, .dutiesCSV)
    if catalog.duties.hasDueDays { add(SiteAddress.dutiesICS, .dutiesCalendar(organ: nil)) }
    for (index, organ) in catalog.duties.organs.enumerated() {
      let pages = max(1, (organ.items.count + configuration.perPage - 1) / configuration.perPage)
      for page in 1...pages {
        add(
          SiteAddress.page("\(SiteAddress.duties)\(organ.segment)/", page), .organDuties(index, page: page))
      }
      if organ.hasDueDays {
        add("\(SiteAddress.duties)\(organ.segment)/\(SiteAddress.calendar)", .dutiesCalendar(organ: index))
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

  /// Classes of the law that nothing has been published in.
  private mutating func reportEmptyClasses() {
    guard !catalog.entries.isEmpty else { return }
    let empty = DisclosureTree(catalog, configuration).classes.filter {
      $0.values.isEmpty && !$0.name.isEmpty
    }
    guard !empty.isEmpty else { return }
    diagnostics.append(
      Diagnostic(
        .classesEmpty, String(empty.count), empty.map(\.name).joined(separator: "；"),
        file: ContentPath.root + "site.yml"))
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

  private mutating func add(
    _ address: String, _ recipe: Recipe, notice: String? = nil, language: String? = nil
  ) {
    let path = SitePlan.file(address)
    let key = path.lowercased()
    let label = notice ?? describe(recipe)
    if let owner = owners[key] {
      diagnostics.append(Diagnostic(.pathCollision, path, owner, label, file: notice))
      return
    }
    owners[key] = label
    outputs.append(PlannedOutput(path: path, recipe: recipe, notice: notice, language: language))
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
