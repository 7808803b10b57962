import Notices

/// Names of facets and their values as people read them, and the links that list pages offer.
struct FacetLinks: Sendable {
  /// Values shown for a facet before the link to all of them.
  static let shown = 12

  private let catalog: Catalog
  private let strings: Strings
  /// The language of names that come from documents, when the interface has another.
  private let contentLanguage: String?

  init(catalog: Catalog, strings: Strings, contentLanguage: String? = nil) {
    self.catalog = catalog
    self.strings = strings
    self.contentLanguage = contentLanguage
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

  /// The `facets` block of `PageSchema.facetGroups`: every facet with its first values; costs the same whatever the
  /// size of the site.
  func groups(_ links: LinkBuilder, current: (FacetName, Int)? = nil, without: FacetName? = nil) -> PageValue
  {
    .list(
      catalog.facets.filter { !$0.values.isEmpty && $0.name != without }.map { facet in
        // Of the topics only the groups: a topic is found on the page of all topics.
        var shown = Array(
          facet.values.indices.lazy.filter { !facet.values[$0].value.contains(TopicGroup.separator) }
            .prefix(Self.shown))
        let selected = current.flatMap { $0.0 == facet.name ? $0.1 : nil }
        if let selected, !shown.contains(selected) { shown.append(selected) }
        var group: [String: PageValue] = [
          "name": .text(name(facet.name)), "key": .text(facet.name.rawValue),
          "values": .list(
            shown.map { link(facet.name, facet.values[$0], links, current: $0 == selected) }),
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
    let isWord = facet == .year || facet == .validity
    return [
      "name": .text(name(facet, value.value)), "href": .text(links.href(SiteAddress.value(facet, value))),
      "count": .number(value.entries.count), "current": .flag(current),
      "lang": .optional(isWord ? nil : contentLanguage),
    ]
  }
}
