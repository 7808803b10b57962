import Notices

/// Names of facets and their values as people read them, and the links that list pages offer.
struct FacetLinks: Sendable {
  /// Values shown for a facet before the link to all of them.
  static let shown = 12

  private let catalog: Catalog
  private let strings: Strings

  init(catalog: Catalog, strings: Strings) {
    self.catalog = catalog
    self.strings = strings
  }

  func name(_ facet: FacetName) -> String {
    switch facet {
    case .organ: strings(.facetOrgan)
    case .catalog: strings(.facetCatalog)
    case .kind: strings(.facetKind)
    case .topic: strings(.facetTopic)
    case .year: strings(.facetYear)
    case .validity: strings(.facetValidity)
    }
  }

  /// `2017 年`, `现行有效`; other values are as in the documents.
  func name(_ facet: FacetName, _ value: String) -> String {
    switch facet {
    case .year: strings(.yearName, value)
    case .validity: Validity.Status(rawValue: value).map { StatusWords(strings).word($0) } ?? value
    default: value
    }
  }

  /// The `facets` block of `PageSchema.facetGroups`: every facet with its largest values.
  func groups(_ links: LinkBuilder, current: (FacetName, Int)? = nil) -> PageValue {
    .list(
      catalog.facets.filter { !$0.values.isEmpty }.map { facet in
        var values: [[String: PageValue]] = []
        for (index, value) in facet.values.enumerated() {
          let isCurrent = current.map { $0.0 == facet.name && $0.1 == index } ?? false
          guard index < Self.shown || isCurrent else { continue }
          values.append(link(facet.name, value, links, current: isCurrent))
        }
        var group: [String: PageValue] = [
          "name": .text(name(facet.name)), "key": .text(facet.name.rawValue), "values": .list(values),
        ]
        if facet.values.count > Self.shown {
          group["more"] = .object([
            "count": .number(facet.values.count), "href": .text(links.href(SiteAddress.axis(facet.name))),
          ])
        }
        return group
      })
  }

  /// One value as `PageSchema.link`.
  func link(_ facet: FacetName, _ value: FacetValue, _ links: LinkBuilder, current: Bool = false)
    -> [String: PageValue]
  {
    [
      "name": .text(name(facet, value.value)), "href": .text(links.href(SiteAddress.value(facet, value))),
      "count": .number(value.entries.count), "current": .flag(current),
    ]
  }
}
