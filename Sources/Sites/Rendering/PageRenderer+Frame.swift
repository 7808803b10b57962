import Mustache
import Notices

extension PageRenderer {
  /// The values of `PageSchema.frame`.
  func frameValues(_ kind: PageKind, _ output: PlannedOutput, _ page: PageValues, _ links: LinkBuilder)
    -> [String: PageValue]
  {
    let site = configuration.name.isEmpty ? configuration.title : configuration.name
    let titles = [page.title, page.section, site].compactMap { $0 }.filter { !$0.isEmpty }
    let frame = frames.frame(links, column: page.column)
    let home = [(name: strings(.home), address: "")]
    let crumbs = output.recipe == .home ? [] : home + page.breadcrumb
    return [
      "lang": .text(configuration.language),
      "root": .text(links.root),
      "full_title": .text(unique(titles).joined(separator: " · ")),
      "kind": .text(kind.rawValue),
      "canonical": .optional(kind == .notFound ? nil : absolute(address(output))),
      "meta": .list(tags(page).map { ["name": .text($0.name), "content": .text($0.content)] }),
      "properties": .list(page.properties.map { ["name": .text($0.name), "content": .text($0.content)] }),
      "alternates": .list(
        page.alternates.map {
          ["href": .text(links.href($0.address)), "type": .text($0.type), "title": .text($0.title)]
        }),
      "previous_page": .optional(page.previous.map { links.href($0) }),
      "next_page": .optional(page.next.map { links.href($0) }),
      "json_ld": .html(page.structuredData),
      "header": .html(frame.header), "footer": .html(frame.footer),
      "breadcrumb": .list(
        crumbs.map { ["name": .text($0.name), "href": .text(links.href($0.address))] }),
      "site": .object(frames.site(links)),
    ]
  }

  /// Site path as readers see it: folders without `index.html`.
  func address(_ output: PlannedOutput) -> String {
    output.path.hasSuffix("index.html") ? String(output.path.dropLast("index.html".count)) : output.path
  }

  /// 国办发〔2017〕47号: site tags on every page, column tags on pages of a column, then the page's own.
  /// What is not known is absent.
  private func tags(_ page: PageValues) -> [(name: String, content: String)] {
    var tags: [(String, String)] = []
    func add(_ name: String, _ content: String?) {
      if let content, !content.isEmpty { tags.append((name, content)) }
    }
    add("SiteName", configuration.name)
    add("SiteDomain", configuration.domain)
    add("SiteIDCode", configuration.identifier)
    if let index = page.column, plan.columns.indices.contains(index) {
      let column = plan.columns[index].column
      add("ColumnName", column.name)
      add("ColumnDescription", column.description)
      add("ColumnKeywords", column.keywords.joined(separator: ","))
      add("ColumnType", column.type ?? column.name)
    }
    for tag in page.tags { add(tag.name, tag.content) }
    if !page.tags.contains(where: { $0.name == "Description" }) {
      add("description", page.description)
    }
    return tags
  }

  private func unique(_ values: [String]) -> [String] {
    var seen = Set<String>()
    return values.filter { seen.insert($0).inserted }
  }
}

/// Header, footer and the shared dictionaries, rendered once for every folder depth and column.
struct FrameCache: Sendable {
  struct Frame: Sendable {
    var header: HTML
    var footer: HTML
  }

  private struct Key: Hashable {
    var root: String
    var column: Int?
  }

  /// The strings and assets in the form the engine takes. The dictionaries hold strings and objects of strings only
  /// and are never changed, so that they may be read from any task.
  struct Shared: @unchecked Sendable {
    var strings: [String: Any]
    var assets: [String: Any]
  }

  private var frames: [Key: Frame] = [:]
  private var sharedByRoot: [String: Shared] = [:]
  private let configuration: SiteConfiguration
  private let hasDuties: Bool

  init(catalog: Catalog, plan: SitePlan, theme: Theme, configuration: SiteConfiguration) {
    self.configuration = configuration
    hasDuties = catalog.duties.count > 0
    let strings = theme.strings(configuration.language)
    let updated = catalog.entries.lazy.compactMap(\.record.dates.published).max()
    var roots: [String: LinkBuilder] = [:]
    for output in plan.outputs where output.path.hasSuffix(".html") {
      let links =
        output.recipe == .notFound
        ? LinkBuilder(absolute: Self.rootPath(configuration))
        : LinkBuilder(from: output.path, configuration: configuration)
      roots[links.root] = links
    }
    for links in roots.values {
      let shared = Self.shared(theme, strings, links, configuration)
      sharedByRoot[links.root] = shared
      let footer = Self.render(
        theme, PageSchema.footer, footerValues(links, updated), shared)
      for column in [nil] + plan.columns.indices.map(Optional.some) {
        let header = Self.render(theme, PageSchema.header, headerValues(links, plan, column), shared)
        frames[Key(root: links.root, column: column)] = Frame(header: header, footer: footer)
      }
    }
  }

  func frame(_ links: LinkBuilder, column: Int?) -> Frame {
    frames[Key(root: links.root, column: column)] ?? Frame(header: HTML(), footer: HTML())
  }

  func shared(_ links: LinkBuilder) -> Shared {
    sharedByRoot[links.root] ?? Shared(strings: [:], assets: [:])
  }

  /// The `site` object.
  func site(_ links: LinkBuilder) -> [String: PageValue] {
    [
      "name": .text(configuration.name), "title": .text(configuration.title),
      "description": .optional(configuration.description), "language": .text(configuration.language),
      "domain": .optional(configuration.domain), "identifier": .optional(configuration.identifier),
      "home": .text(links.href("")), "documents": .text(links.href(SiteAddress.documents)),
      "numbers": .text(links.href(SiteAddress.numbers)), "search": .text(links.href(SiteAddress.search)),
      "index": .text(links.root + SiteAddress.search),
      "statistics": .text(links.href(SiteAddress.statistics)), "data": .text(links.href(SiteAddress.data)),
      "duties": .optional(hasDuties ? links.href(SiteAddress.duties) : nil),
      "atom": .text(links.href(SiteAddress.atom)),
      "json_feed": .text(links.href(SiteAddress.jsonFeed)),
      "open_search": .optional(configuration.base == nil ? nil : links.href(SiteAddress.openSearch)),
    ]
  }

  private func headerValues(_ links: LinkBuilder, _ plan: SitePlan, _ current: Int?) -> [String: PageValue] {
    [
      "root": .text(links.root), "lang": .text(configuration.language), "site": .object(site(links)),
      "columns": .list(
        plan.columns.enumerated().map { index, column in
          [
            "name": .text(column.column.name), "href": .text(links.href(column.address)),
            "current": .flag(index == current),
          ]
        }),
    ]
  }

  private func footerValues(_ links: LinkBuilder, _ updated: CivilDate?) -> [String: PageValue] {
    let footer = configuration.footer
    var values: [String: PageValue] = [
      "root": .text(links.root), "lang": .text(configuration.language), "site": .object(site(links)),
      "sponsor": .optional(footer.sponsor), "operator": .optional(footer.operatedBy),
      "phone": .optional(footer.phone), "email": .optional(footer.email),
      "address": .optional(footer.address), "postcode": .optional(footer.postcode),
      "hours": .optional(footer.hours), "icp": .optional(footer.icp), "police": .optional(footer.police),
      "report_errors": .optional(footer.reportErrors), "updated": .optional(updated?.iso),
      "licence": .optional(configuration.licence), "licence_address": .optional(configuration.licenceAddress),
    ]
    if let number = footer.phone.map({ String($0.filter { "+0123456789-".contains($0) }) }), !number.isEmpty {
      values["phone_link"] = .object(["href": .text("tel:" + number)])
    }
    return values
  }

  private static func render(
    _ theme: Theme, _ schema: PageSchema, _ values: [String: PageValue], _ shared: Shared
  ) -> HTML {
    var context = PageSchema.context(schema.fields, values)
    context["strings"] = shared.strings
    context["assets"] = shared.assets
    return HTML.rendered(theme.library.render(context, withTemplate: schema.template) ?? "")
  }

  private static func shared(
    _ theme: Theme, _ strings: Strings, _ links: LinkBuilder, _ configuration: SiteConfiguration
  ) -> Shared {
    var texts: [String: Any] = [:]
    for key in strings.keys { texts[key] = HTML(text: strings.text(key) ?? "").string }
    var assets: [String: Any] = [:]
    for asset in theme.assets {
      // A copy read from a disk has no origin that an integrity check could compare with.
      let integrity: Any = configuration.linksNameFiles ? Absent() : asset.integrity
      assets[asset.key] =
        ["href": HTML(text: links.href(asset.address)).string, "integrity": integrity] as [String: Any]
    }
    return Shared(strings: texts, assets: assets)
  }

  static func rootPath(_ configuration: SiteConfiguration) -> String {
    guard let base = configuration.base else { return "/" }
    let parts = base.split(separator: "/", omittingEmptySubsequences: true).dropFirst(2)
    return parts.isEmpty ? "/" : "/" + parts.joined(separator: "/") + "/"
  }
}
