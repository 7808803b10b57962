import Diagnostics
import Mustache
import Notices

/// Makes outputs: a page is a function of its recipe, the notice it shows, and what never changes during a build.
/// Values of this type may be used from many tasks at once.
public struct PageRenderer: Sendable {
  let catalog: Catalog
  let plan: SitePlan
  let theme: Theme
  let configuration: SiteConfiguration
  let strings: Strings
  let frames: FrameCache
  let facetLinks: FacetLinks
  let digests: DigestCache
  /// The language of names that come from the configuration and the documents, when the interface has another.
  let contentLanguage: String?
  private let translation: LinkBuilder.Translation?
  /// For the pages of the further interface languages.
  private var others: [String: PageRenderer] = [:]

  /// Renders the parts that many pages share, once a language.
  public init(catalog: Catalog, plan: SitePlan, theme: Theme, configuration: SiteConfiguration) {
    let digests = DigestCache()
    self.init(catalog, plan, theme, configuration, further: nil, digests)
    for language in plan.languages.dropFirst() {
      others[language] = PageRenderer(catalog, plan, theme, configuration, further: language, digests)
    }
  }

  private init(
    _ catalog: Catalog, _ plan: SitePlan, _ theme: Theme, _ configuration: SiteConfiguration,
    further language: String?, _ digests: DigestCache
  ) {
    var own = configuration
    own.language = language ?? configuration.language
    self.catalog = catalog
    self.plan = plan
    self.theme = theme
    self.configuration = own
    self.digests = digests
    contentLanguage = language == nil ? nil : configuration.language
    translation = language.map { LinkBuilder.Translation(prefix: $0 + "/", folders: plan.translated) }
    strings = theme.strings(own.language)
    facetLinks = FacetLinks(catalog: catalog, strings: strings, contentLanguage: contentLanguage)
    frames = FrameCache(
      catalog: catalog, plan: plan, theme: theme, configuration: own, contentLanguage: contentLanguage,
      translation: translation)
  }

  /// One output. `notice` is the document of `output.notice`; copies (`output.copy`) are not made here.
  public func render(_ output: PlannedOutput, notice: Notice? = nil) -> RenderedOutput {
    if let language = output.language, let other = others[language] {
      return other.render(output, notice: notice)
    }
    var rendered = make(output, notice)
    if let pieces = rendered.pieces {
      // Addresses that begin with the base are looked for, no others.
      guard configuration.base != nil else { return rendered }
      var seen = Set<PageLink>()
      for piece in pieces() {
        rendered.links += addresses(in: piece, of: output).filter { seen.insert($0).inserted }
      }
    } else if rendered.links.isEmpty {
      rendered.links = addresses(in: rendered.bytes, of: output)
    }
    return rendered
  }

  /// An output without the links of data.
  func make(_ output: PlannedOutput, _ notice: Notice? = nil) -> RenderedOutput {
    switch output.recipe {
    case .home: return page(.home, output, homeValues(output))
    case .document(let index): return document(catalog.entries[index], .document, output, notice)
    case .page(let index): return document(catalog.pages[index], .page, output, notice)
    case .attachments(let index, let number):
      return page(.attachments, output, attachmentsValues(catalog.entries[index], number, output))
    case .withdrawn(let index):
      return page(.withdrawn, output, withdrawnValues(catalog.withdrawn[index], output))
    case .documentData(let index): return data(catalog.entries[index], notice)
    case .pageData(let index): return data(catalog.pages[index], notice)
    case .documentText, .pageText:
      return RenderedOutput(bytes: notice.map { NoticePlainText($0).bytes() } ?? [])
    case .list(let recipe): return page(.list, output, listValues(recipe, output))
    case .axis(let facet): return page(.axis, output, axisValues(facet, output))
    case .catalogue: return page(.catalog, output, catalogValues(output))
    case .statistics: return page(.statistics, output, statisticsValues(output))
    case .duties: return page(.duties, output, dutiesValues(output))
    case .organDuties(let organ, let number):
      return page(.organDuties, output, organDutiesValues(organ, number, output))
    case .data: return page(.data, output, dataValues(output))
    case .documentsJSONL: return RenderedOutput(bytes: OpenData(self).documentsJSONL())
    case .documentsCSV: return RenderedOutput(bytes: OpenData(self).documentsCSV())
    case .dutiesJSONL: return RenderedOutput { DutyData(self).jsonl() }
    case .dutiesCSV: return RenderedOutput { DutyData(self).csv() }
    case .dutiesCalendar(let organ): return RenderedOutput(bytes: DutyCalendar(self).bytes(organ: organ))
    case .schema:
      return RenderedOutput(bytes: NoticeSchema.jsonSchema(id: absolute(SiteAddress.schema)))
    case .dcat: return RenderedOutput(bytes: DataCatalogue(self).dcat())
    case .numbers: return page(.numbers, output, numbersValues(output))
    case .search: return page(.search, output, searchValues(output))
    case .accessibility: return page(.accessibility, output, accessibilityValues(output))
    case .notFound: return page(.notFound, output, notFoundValues(output))
    case .redirect(let target): return page(.redirect, output, redirectValues(target, output))
    case .asset(let name): return RenderedOutput(bytes: theme.asset(name)?.bytes ?? [])
    case .atomFeed(let source): return RenderedOutput(bytes: AtomFeed(self, source, output).bytes())
    case .jsonFeed(let source): return RenderedOutput(bytes: JSONFeed(self, source).bytes())
    case .openSearch: return RenderedOutput(bytes: OpenSearch(self).bytes())
    case .sitemap(let part): return RenderedOutput(bytes: Sitemap(self).bytes(part: part))
    case .redirectList: return RenderedOutput(bytes: RedirectLists(self).list())
    case .redirectMap: return RenderedOutput(bytes: RedirectLists(self).nginxMap())
    case .robots: return RenderedOutput(bytes: Sitemap(self).robots())
    case .copy: return RenderedOutput(bytes: [])
    }
  }

  /// Links of pages are relative; those of the 404 page, which appears at any address, start at the root.
  func links(for output: PlannedOutput) -> LinkBuilder {
    output.recipe == .notFound
      ? LinkBuilder(absolute: rootPath)
      : LinkBuilder(from: output.path, configuration: configuration, translation: translation)
  }

  /// The path of the site on its server: `/`, or `/zwgk/` when the base address says so.
  var rootPath: String { FrameCache.rootPath(configuration) }

  /// The absolute address of a site path; `nil` without a configured base.
  func absolute(_ path: String) -> String? { configuration.base.map { $0 + SitePath.percentEncoded(path) } }

  // MARK: Pages

  private func document(
    _ entry: CatalogEntry, _ kind: PageKind, _ output: PlannedOutput, _ notice: Notice?
  ) -> RenderedOutput {
    guard let notice else { return RenderedOutput(bytes: []) }
    var builder = DocumentPage(renderer: self, entry: entry, notice: notice, kind: kind, output: output)
    let values = builder.values()
    var rendered = page(kind, output, values)
    rendered.diagnostics += builder.diagnostics
    return rendered
  }

  private func data(_ entry: CatalogEntry, _ notice: Notice?) -> RenderedOutput {
    guard let notice else { return RenderedOutput(bytes: []) }
    return RenderedOutput(bytes: DocumentJSON.bytes(notice: notice, entry: entry, catalog: catalog))
  }

  private func page(_ kind: PageKind, _ output: PlannedOutput, _ values: PageValues) -> RenderedOutput {
    let schema = PageSchema.of(kind)
    let links = links(for: output)
    var all = frameValues(kind, output, values, links)
    all.merge(values.own) { $1 }
    var context = PageSchema.context(schema.fields, all)
    let shared = frames.shared(links)
    context["strings"] = shared.strings
    context["assets"] = shared.assets
    let text = theme.library.render(context, withTemplate: schema.template) ?? ""
    let bytes = Array(text.utf8)
    let scan = LinkScan.scan(bytes)
    return RenderedOutput(bytes: bytes, links: internalLinks(scan.addresses, output), ids: scan.ids)
  }

  /// What feeds, site maps and data say of the site: every address that begins with the base address of the site. The
  /// pages' own links are known already.
  private func addresses(in bytes: [UInt8], of output: PlannedOutput) -> [PageLink] {
    switch output.recipe {
    case .atomFeed:
      return internalLinks(
        LinkScan.scan(bytes).addresses + LinkScan.addresses(bytes, from: configuration.base), output)
    case .jsonFeed, .openSearch, .sitemap, .robots, .dcat, .schema, .documentsJSONL, .dutiesJSONL, .dutiesCSV,
      .documentsCSV:
      return internalLinks(LinkScan.addresses(bytes, from: configuration.base), output)
    default: return []
    }
  }

  private func internalLinks(_ addresses: [String], _ output: PlannedOutput) -> [PageLink] {
    var seen = Set<PageLink>()
    let base = rootPath
    return addresses.compactMap { LinkScan.link($0, on: output.path, base: base, origin: configuration.base) }
      .filter { seen.insert($0).inserted }
  }
}

/// What one page gives besides the frame that all pages share.
struct PageValues {
  /// The page's name, first part of the title element.
  var title: String
  /// The middle part: the column or list it belongs to.
  var section: String?
  var description: String?
  /// Index into `SitePlan.columns` of the column it stands in.
  var column: Int?
  var breadcrumb: [(name: String, address: String)] = []
  var tags: [(name: String, content: String)] = []
  var properties: [(name: String, content: String)] = []
  var alternates: [(address: String, type: String, title: String)] = []
  var previous: String?
  var next: String?
  /// Bytes of a JSON-LD object.
  var structuredData: HTML = HTML()
  /// The values of the page's own names.
  var own: [String: PageValue] = [:]
}
