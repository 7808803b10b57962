import Mustache
import Notices

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
  private let plan: SitePlan
  private let theme: Theme
  private let contentLanguage: String?

  init(
    catalog: Catalog, plan: SitePlan, theme: Theme, configuration: SiteConfiguration,
    contentLanguage: String?,
    translation: LinkBuilder.Translation?
  ) {
    self.configuration = configuration
    self.plan = plan
    self.theme = theme
    self.contentLanguage = contentLanguage
    hasDuties = catalog.duties.count > 0
    let strings = theme.strings(configuration.language)
    let updated = catalog.entries.lazy.compactMap(\.record.dates.published).max()
    var roots: [String: LinkBuilder] = [:]
    let language = contentLanguage == nil ? nil : configuration.language
    for output in plan.outputs where output.path.hasSuffix(".html") && output.language == language {
      let links =
        output.recipe == .notFound
        ? LinkBuilder(absolute: Self.rootPath(configuration))
        : LinkBuilder(from: output.path, configuration: configuration, translation: translation)
      roots[links.root] = links
    }
    for links in roots.values {
      let shared = Self.shared(theme, strings, links, configuration)
      sharedByRoot[links.root] = shared
      let footer = Self.render(
        theme, PageSchema.footer, footerValues(links, updated), shared)
      for column in [nil] + plan.columns.indices.map(Optional.some) {
        let header = Self.render(theme, PageSchema.header, headerValues(links, column, nil), shared)
        frames[Key(root: links.root, column: column)] = Frame(header: header, footer: footer)
      }
    }
  }

  /// - Parameter page: folder of a page that exists in every language: its header leads to that page, so it is its own.
  ///   There are few of these pages, however many documents there are.
  func frame(_ links: LinkBuilder, column: Int?, page: String?) -> Frame {
    var frame = frames[Key(root: links.root, column: column)] ?? Frame(header: HTML(), footer: HTML())
    if let page, plan.languages.count > 1 {
      frame.header = Self.render(theme, PageSchema.header, headerValues(links, column, page), shared(links))
    }
    return frame
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
      "accessibility": .text(links.href(SiteAddress.accessibility)),
      "open_search": .optional(configuration.base == nil ? nil : links.href(SiteAddress.openSearch)),
    ]
  }

  private func headerValues(_ links: LinkBuilder, _ current: Int?, _ page: String?) -> [String: PageValue] {
    var values: [String: PageValue] = [
      "root": .text(links.root), "lang": .text(configuration.language),
      "content_lang": .optional(contentLanguage), "site": .object(site(links)),
      "columns": .list(
        plan.columns.enumerated().map { index, column in
          [
            "name": .text(column.column.name), "href": .text(links.href(column.address)),
            "current": .flag(index == current),
          ]
        }),
    ]
    values["languages"] = .items(languages(links, page))
    return values
  }

  /// The languages by the names they have in themselves, each with this page or, where it does not exist, home.
  private func languages(_ links: LinkBuilder, _ page: String?) -> [[String: PageValue]] {
    guard plan.languages.count > 1 else { return [] }
    return plan.languages.enumerated().map { index, language in
      let name = theme.strings(language)(.languageName)
      return [
        "name": .text(name), "code": .text(language),
        "href": .text(links.exactly((index == 0 ? "" : "\(language)/") + (page ?? ""))),
        "current": .flag(language == configuration.language), "home": .flag(page == nil),
      ]
    }
  }

  private func footerValues(_ links: LinkBuilder, _ updated: CivilDate?) -> [String: PageValue] {
    let footer = configuration.footer
    var values: [String: PageValue] = [
      "root": .text(links.root), "lang": .text(configuration.language),
      "content_lang": .optional(contentLanguage), "site": .object(site(links)),
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
