import Notices

/// 文件信息: what the page says about the document, as key and values. The four columns of the catalogue always stand,
/// other fields only when they have a value.
struct DocumentFacts {
  /// Rows that are open without a click.
  static let shownFirst = 6

  private(set) var rows: [[String: PageValue]] = []
  private let links: LinkBuilder

  init(_ page: DocumentPage) {
    links = page.renderer.links(for: page.output)
    let record = page.entry.record
    let strings = page.renderer.strings
    add(strings(.factIndexNumber), [record.indexNumber])
    add(strings(.factNumber), [record.documentNumber?.text])
    addLinked(strings(.factIssuers), record.issuers, .organ, page.renderer.catalog)
    addLinked(strings(.factPublisher), [record.publisher].compactMap { $0 }, .organ, page.renderer.catalog)
    add(strings(.factIssued), [record.dates.issued?.iso])
    add(
      strings(.factPublished),
      [record.dates.published.map { $0.iso + (record.dates.publishedTime.map { " " + $0 } ?? "") }])
    add(strings(.factEffective), [record.dates.effective?.iso])
    add(strings(.factExpires), [record.dates.expires?.iso])
    add(strings(.factValidity), [record.declaredValidity])
    addLinked(
      strings(.factKind), [record.kind].compactMap { $0 }, .kind, page.renderer.catalog,
      listed: GenreName.canonical)
    addLinked(strings(.factCatalog), record.catalog, .catalog, page.renderer.catalog)
    for axis in record.classifications {
      // A topic leads to the list of its group when its words are those of a list.
      if axis.name == "主题分类" {
        addLinked(axis.name, axis.values, .topic, page.renderer.catalog) { value in
          TopicGroup.values(of: [value]).last ?? value
        }
      } else {
        add(axis.name, axis.values)
      }
    }
    add(strings(.factDisclosure), [page.notice.disclosure])
    add(strings(.factOtherNumbers), record.otherNumbers)
    add(strings(.factKeywords), page.notice.keywords)
    add(strings(.factSummary), [record.summary])
    add(strings(.factProvenance), [page.notice.provenance])
    for field in page.notice.extra { add(field.name, [field.value]) }
  }

  private mutating func add(_ name: String, _ values: [String?]) {
    let shown = values.compactMap { $0 }.filter { !$0.isEmpty }
    guard !shown.isEmpty else { return }
    rows.append(["name": .text(name), "values": .list(shown.map { ["text": .text($0)] })])
  }

  /// - Parameter listed: the value of the facet that a printed value is listed under.
  private mutating func addLinked(
    _ name: String, _ values: [String], _ facet: FacetName, _ catalog: Catalog,
    listed: (String) -> String = { $0 }
  ) {
    guard !values.isEmpty else { return }
    rows.append([
      "name": .text(name),
      "values": .list(
        values.map { value in
          var row: [String: PageValue] = ["text": .text(value)]
          if let index = catalog.index(of: listed(value), in: facet) {
            row["href"] = .text(links.href(SiteAddress.value(facet, catalog.facet(facet).values[index])))
          }
          return row
        }),
    ])
  }
}
