import Notices

extension PageRenderer {
  /// Documents on the home page.
  private static let newestCount = 10
  /// Classes of the catalogue on the home page.
  private static let catalogCount = 24

  func homeValues(_ output: PlannedOutput) -> PageValues {
    let links = links(for: output)
    var page = PageValues(title: configuration.title)
    page.description = configuration.description
    page.alternates = feeds(of: "")
    page.structuredData = StructuredData.site(self)
    let catalogLinks = catalog.facet(.catalog).values.prefix(Self.catalogCount).map {
      facetLinks.link(.catalog, $0, links)
    }
    page.own = [
      "title": .text(configuration.title), "total": .number(catalog.entries.count),
      "facets": facetLinks.groups(links, without: .catalog),
    ]
    let newest = catalog.entries.prefix(Self.newestCount).map { row($0, links) }
    page.own["newest"] = .items(Array(newest))
    page.own["catalog"] = .items(catalogLinks)
    return page
  }

  /// The feeds in a folder, for the head of a page.
  private func feeds(of folder: String) -> [(address: String, type: String, title: String)] {
    [
      (folder + SiteAddress.atom, "application/atom+xml", "Atom"),
      (folder + SiteAddress.jsonFeed, "application/feed+json", "JSON Feed"),
    ]
  }

  /// One document as `PageSchema.row`.
  func row(_ entry: CatalogEntry, _ links: LinkBuilder) -> [String: PageValue] {
    [
      "id": .text(entry.id), "title": .text(entry.title), "title_html": .html(TitleBreaks.html(entry.title)),
      "href": .text(links.href(entry.address)),
      "lang": .text(entry.record.language == configuration.language ? "" : entry.record.language),
      "number": .optional(entry.record.documentNumber?.text), "organ": .optional(entry.organ),
      "date": .optional(entry.date?.iso), "summary": .optional(entry.record.summary),
      "index_number": .optional(entry.record.indexNumber),
      "issued": .optional(entry.record.dates.issued?.iso), "badges": badges(entry),
      "sample": .flag(entry.record.directives.sample),
    ]
  }

  func badges(_ entry: CatalogEntry) -> PageValue {
    .list(
      StatusWords(strings).badges(entry.validity).map {
        ["text": .text($0.text), "status": .text($0.status)]
      })
  }

  func listValues(_ recipe: ListRecipe, _ output: PlannedOutput) -> PageValues {
    let links = links(for: output)
    let list = DocumentList(recipe.source, self)
    let pages = max(1, (list.entries.count + configuration.perPage - 1) / configuration.perPage)
    let start = (recipe.page - 1) * configuration.perPage
    let shown = list.entries.dropFirst(start).prefix(configuration.perPage)
    var page = PageValues(
      title: recipe.page == 1 ? list.name : list.name + " " + strings(.pageNumber, String(recipe.page)))
    page.section = list.axis ?? configuration.title
    page.column = column(of: list.address)
    page.breadcrumb = list.breadcrumb
    page.alternates = feeds(of: list.feedFolder)
    if recipe.page > 1 { page.previous = SiteAddress.page(list.address, recipe.page - 1) }
    if recipe.page < pages { page.next = SiteAddress.page(list.address, recipe.page + 1) }
    page.own = [
      "title": .text(list.name), "facet": .optional(list.axis), "total": .number(list.entries.count),
      "start": .number(start + 1), "feed": .text(links.href(list.feedFolder + SiteAddress.atom)),
      "facets": facetLinks.groups(links, current: list.current),
    ]
    page.own["rows"] = .items(shown.map { row(catalog.entries[$0], links) })
    page.own["table"] = .flag(list.current?.0 == .catalog)
    if pages > 1 { page.own["pagination"] = pagination(list.address, recipe.page, pages, links) }
    return page
  }

  /// Current, neighbours, first and last; gaps between.
  func pagination(_ address: String, _ current: Int, _ pages: Int, _ links: LinkBuilder) -> PageValue {
    var numbers = Set([1, pages])
    for page in (current - 2)...(current + 2) where (1...pages).contains(page) { numbers.insert(page) }
    var items: [[String: PageValue]] = []
    var previous = 0
    for page in numbers.sorted() {
      if page > previous + 1 { items.append(["gap": .flag(true)]) }
      items.append([
        "number": .number(page), "href": .text(links.href(SiteAddress.page(address, page))),
        "current": .flag(page == current),
      ])
      previous = page
    }
    var values: [String: PageValue] = [
      "page": .number(current), "pages": .number(pages), "items": .list(items),
    ]
    if current > 1 { values["previous"] = .text(links.href(SiteAddress.page(address, current - 1))) }
    if current < pages { values["next"] = .text(links.href(SiteAddress.page(address, current + 1))) }
    return .object(values)
  }

  /// The column that leads to this address, or to the facet it belongs to.
  func column(of address: String) -> Int? {
    plan.columns.firstIndex { $0.address == address }
      ?? plan.columns.firstIndex { !$0.address.isEmpty && address.hasPrefix($0.address) }
  }

  func axisValues(_ facet: FacetName, _ output: PlannedOutput) -> PageValues {
    let links = links(for: output)
    let values = catalog.facet(facet).values
    var page = PageValues(title: axisTitle(facet))
    page.section = configuration.title
    page.column = column(of: SiteAddress.axis(facet))
    page.own = [
      "title": .text(axisTitle(facet)), "key": .text(facet.rawValue), "total": .number(values.count),
    ]
    page.own["values"] = .items(ungrouped(facet).map { facetLinks.link(facet, $0, links) })
    page.own["groups"] = facet == .topic ? .items(topicGroups(links)) : nil
    return page
  }

  /// The values that stand in no group of topics: all of them on other axes.
  private func ungrouped(_ facet: FacetName) -> [FacetValue] {
    let values = catalog.facet(facet).values
    guard facet == .topic else { return values }
    return values.filter { value in
      !value.value.contains(TopicGroup.separator) && !TopicGroup.all.contains { $0.name == value.value }
    }
  }

  /// The groups that have documents, in the order of the scheme, with their topics.
  private func topicGroups(_ links: LinkBuilder) -> [[String: PageValue]] {
    let values = catalog.facet(.topic).values
    return TopicGroup.all.compactMap { group in
      guard let index = catalog.index(of: group.name, in: .topic) else { return nil }
      let prefix = group.name + TopicGroup.separator
      let topics = values.filter { $0.value.hasPrefix(prefix) }.map { value in
        var link = facetLinks.link(.topic, value, links)
        link["name"] = .text(String(value.value.dropFirst(prefix.count)))
        return link
      }
      var link = facetLinks.link(.topic, values[index], links)
      link["current"] = nil
      link["lang"] = nil
      link["topics"] = .items(topics)
      return link
    }
  }

  /// The catalogue is called what its column is called.
  func axisTitle(_ facet: FacetName) -> String {
    column(of: SiteAddress.axis(facet)).map { plan.columns[$0].column.name } ?? facetLinks.name(facet)
  }

  func numbersValues(_ output: PlannedOutput) -> PageValues {
    let links = links(for: output)
    var page = PageValues(title: strings(.numbers), section: configuration.title)
    let index = NumberIndex(catalog)
    var groups: [[String: PageValue]] = []
    for (at, group) in index.groups.enumerated() {
      groups.append([
        "name": .text(group.code ?? strings(.otherNumbers)), "id": .text("n\(at + 1)"),
        "count": .number(group.items.count),
        "items": .list(
          group.items.map {
            [
              "number": .text($0.number), "title": .text(catalog.entries[$0.entry].title),
              "href": .text(links.href(catalog.entries[$0.entry].address)),
            ]
          }),
      ])
    }
    page.own = [
      "title": .text(strings(.numbers)), "total": .number(index.groups.reduce(0) { $0 + $1.items.count }),
      "groups": .list(groups),
    ]
    return page
  }

  func searchValues(_ output: PlannedOutput) -> PageValues {
    var page = PageValues(title: strings(.search), section: configuration.title)
    page.own = [
      "title": .text(strings(.search)), "total": .number(catalog.entries.count),
      "facets": facetLinks.groups(links(for: output)),
    ]
    return page
  }

  func notFoundValues(_ output: PlannedOutput) -> PageValues {
    var page = PageValues(title: strings(.notFound))
    page.own = ["title": .text(strings(.notFound)), "facets": facetLinks.groups(links(for: output))]
    return page
  }

  func redirectValues(_ target: String, _ output: PlannedOutput) -> PageValues {
    let entry = catalog.entry(id: SitePath.fileName(target))
    var page = PageValues(title: entry?.title ?? target)
    page.own = ["title": .text(entry?.title ?? target), "href": .text(links(for: output).href(target))]
    return page
  }

  func withdrawnValues(_ entry: CatalogEntry, _ output: PlannedOutput) -> PageValues {
    var page = PageValues(title: entry.title, section: configuration.title)
    page.own = [
      "title": .text(entry.title), "number": .optional(entry.record.documentNumber?.text),
      "reason": .optional(entry.record.directives.withdrawn),
    ]
    if let index = entry.replacedBy {
      let other = catalog.entries[index]
      page.own["replacement"] = .object([
        "title": .text(other.title), "href": .text(links(for: output).href(other.address)),
      ])
    }
    return page
  }
}

/// A list of documents: what it is called, where it stands, which documents it has.
struct DocumentList {
  let name: String
  let axis: String?
  let address: String
  let entries: [Int]
  let breadcrumb: [(name: String, address: String)]
  let current: (FacetName, Int)?

  /// Where its feeds lie; those of all documents are the site's own.
  var feedFolder: String { current == nil ? "" : address }

  init(_ source: ListRecipe.Source, _ renderer: PageRenderer) {
    switch source {
    case .documents:
      name = renderer.strings(.documents)
      axis = nil
      address = SiteAddress.documents
      entries = Array(renderer.catalog.entries.indices)
      breadcrumb = []
      current = nil
    case .facet(let facet, let index):
      let value = renderer.catalog.facet(facet).values[index]
      name = renderer.facetLinks.name(facet, value.value)
      axis = renderer.facetLinks.name(facet)
      address = SiteAddress.value(facet, value)
      entries = value.entries
      breadcrumb = [(renderer.axisTitle(facet), SiteAddress.axis(facet))]
      current = (facet, index)
    }
  }
}

/// Every 文号 of the site by 代字, newest year first.
struct NumberIndex {
  struct Group {
    var code: String?
    var items: [(number: String, entry: Int, year: Int, serial: Int)]
  }
  let groups: [Group]

  init(_ catalog: Catalog) {
    var byCode: [String: Group] = [:]
    for (index, entry) in catalog.entries.enumerated() {
      guard let number = entry.record.documentNumber else { continue }
      byCode[number.code ?? "", default: Group(code: number.code, items: [])].items.append(
        (number.text, index, number.year ?? 0, number.serial ?? 0))
    }
    groups = byCode.sorted { a, b in
      if a.key.isEmpty != b.key.isEmpty { return b.key.isEmpty }
      return a.value.items.count == b.value.items.count
        ? a.key < b.key : a.value.items.count > b.value.items.count
    }.map { group in
      var sorted = group.value
      sorted.items.sort { a, b in
        if a.year != b.year { return a.year > b.year }
        if a.serial != b.serial { return a.serial > b.serial }
        return (a.number, a.entry) < (b.number, b.entry)
      }
      return sorted
    }
  }
}
