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

  /// Renders the parts that many pages share, once.
  public init(catalog: Catalog, plan: SitePlan, theme: Theme, configuration: SiteConfiguration) {
    self.catalog = catalog
    self.plan = plan
    self.theme = theme
    self.configuration = configuration
    strings = theme.strings(configuration.language)
    frames = FrameCache(catalog: catalog, plan: plan, theme: theme, configuration: configuration)
    facetLinks = FacetLinks(catalog: catalog, strings: theme.strings(configuration.language))
  }

  /// One output. `notice` is the document of `output.notice`; copies (`output.copy`) are not made here.
  public func render(_ output: PlannedOutput, notice: Notice? = nil) -> RenderedOutput {
    switch output.recipe {
    case .home: return page(.home, output, homeValues(output))
    case .document(let index): return document(catalog.entries[index], .document, output, notice)
    case .page(let index): return document(catalog.pages[index], .page, output, notice)
    case .withdrawn(let index):
      return page(.withdrawn, output, withdrawnValues(catalog.withdrawn[index], output))
    case .documentData(let index): return data(catalog.entries[index], notice)
    case .pageData(let index): return data(catalog.pages[index], notice)
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
    case .dutiesCSV: return RenderedOutput(bytes: OpenData(self).dutiesCSV())
    case .dcat: return RenderedOutput(bytes: OpenData(self).dcat())
    case .numbers: return page(.numbers, output, numbersValues(output))
    case .search: return page(.search, output, searchValues(output))
    case .notFound: return page(.notFound, output, notFoundValues(output))
    case .redirect(let target): return page(.redirect, output, redirectValues(target, output))
    case .asset(let name): return RenderedOutput(bytes: theme.asset(name)?.bytes ?? [])
    case .atomFeed(let source): return RenderedOutput(bytes: AtomFeed(self, source).bytes())
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
      ? LinkBuilder(absolute: rootPath) : LinkBuilder(from: output.path, configuration: configuration)
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

  private func internalLinks(_ addresses: [String], _ output: PlannedOutput) -> [PageLink] {
    var seen = Set<PageLink>()
    let base = rootPath
    return addresses.compactMap { LinkScan.link($0, on: output.path, base: base) }
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
