import Mustache
import Notices

extension PageRenderer {
  /// The values of `PageSchema.frame`.
  func frameValues(_ kind: PageKind, _ output: PlannedOutput, _ page: PageValues, _ links: LinkBuilder)
    -> [String: PageValue]
  {
    let site = configuration.name.isEmpty ? configuration.title : configuration.name
    let titles = [page.title, page.section, site].compactMap { $0 }.filter { !$0.isEmpty }
    let frame = frames.frame(links, column: page.column, page: translatedFolder(output))
    let home = [(name: strings(.home), address: "")]
    let crumbs = output.recipe == .home ? [] : home + page.breadcrumb
    return [
      "lang": .text(configuration.language),
      "content_lang": .optional(contentLanguage),
      "translations": .list(translations(output, links)),
      "root": .text(links.root),
      "full_title": .text(unique(titles).joined(separator: " · ")),
      "kind": .text(kind.rawValue),
      "canonical": .optional(kind == .notFound ? nil : absolute(address(output))),
      "meta": .list(tags(page).map { ["name": .text($0.name), "content": .text($0.content)] }),
      "properties": .list(
        openGraph(page, output).map { ["name": .text($0.name), "content": .text($0.content)] }),
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
  func address(_ output: PlannedOutput) -> String { SitePlan.address(output.path) }

  /// The folder of a page that exists in every interface language, as it is in the site's own; else `nil`.
  private func translatedFolder(_ output: PlannedOutput) -> String? {
    var address = address(output)
    if let language = output.language { address.removeFirst(language.utf8.count + 1) }
    return plan.translated.contains(address) ? address : nil
  }

  /// The same page in every language, itself included, for `rel=alternate`.
  private func translations(_ output: PlannedOutput, _ links: LinkBuilder) -> [[String: PageValue]] {
    guard let folder = translatedFolder(output) else { return [] }
    return plan.languages.enumerated().map { index, language in
      let path = index == 0 ? folder : "\(language)/\(folder)"
      return ["lang": .text(language), "href": .text(absolute(path) ?? links.exactly(path))]
    }
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

  /// Pages that are not documents are of type `website`.
  private func openGraph(_ page: PageValues, _ output: PlannedOutput) -> [(name: String, content: String)] {
    guard page.properties.isEmpty, output.recipe != .notFound else { return page.properties }
    var properties = [("og:type", "website"), ("og:title", page.title)]
    if !configuration.name.isEmpty { properties.append(("og:site_name", configuration.name)) }
    if let url = absolute(address(output)) { properties.append(("og:url", url)) }
    return properties
  }

  private func unique(_ values: [String]) -> [String] {
    var seen = Set<String>()
    return values.filter { seen.insert($0).inserted }
  }
}
