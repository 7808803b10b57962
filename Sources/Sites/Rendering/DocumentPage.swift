import Diagnostics
import Notices

/// The values of a document's page.
struct DocumentPage {
  let renderer: PageRenderer
  let entry: CatalogEntry
  let notice: Notice
  let kind: PageKind
  let output: PlannedOutput
  private(set) var diagnostics: [Diagnostic] = []

  init(renderer: PageRenderer, entry: CatalogEntry, notice: Notice, kind: PageKind, output: PlannedOutput) {
    self.renderer = renderer
    self.entry = entry
    self.notice = notice
    self.kind = kind
    self.output = output
  }

  private var strings: Strings { renderer.strings }
  private var links: LinkBuilder { renderer.links(for: output) }
  private var record: NoticeRecord { entry.record }

  mutating func values() -> PageValues {
    var page = PageValues(title: entry.title, section: sectionName)
    page.description = record.summary
    place(&page)
    page.tags = contentTags
    page.properties = openGraph
    page.alternates = [(entry.address + "index.json", "application/json", "JSON")]
    if kind == .document {
      page.structuredData =
        StructuredData.isService(record)
        ? StructuredData.service(entry, renderer) : StructuredData.legislation(entry, renderer)
    }
    page.own = head
    page.own.merge(actions) { $1 }
    page.own.merge(text()) { $1 }
    page.own.merge(DocumentRelations(self).values) { $1 }
    return page
  }

  // MARK: Where it stands

  private var sectionName: String? { record.catalog.first ?? renderer.configuration.title }

  private func place(_ page: inout PageValues) {
    if kind == .page {
      page.column = renderer.plan.columns.firstIndex { $0.address == entry.address }
      return
    }
    page.column = renderer.column(of: SiteAddress.axis(.catalog))
    guard let name = record.catalog.first, let index = renderer.catalog.index(of: name, in: .catalog)
    else { return }
    let value = renderer.catalog.facet(.catalog).values[index]
    let address = SiteAddress.value(.catalog, value)
    page.column = renderer.column(of: address) ?? page.column
    page.breadcrumb = [(renderer.axisTitle(.catalog), SiteAddress.axis(.catalog)), (name, address)]
  }

  /// 国办发〔2017〕47号, content pages. A midnight that the source does not print is not invented.
  private var contentTags: [(name: String, content: String)] {
    var tags: [(String, String)] = [("ArticleTitle", entry.title)]
    if let published = record.dates.published {
      tags.append(("PubDate", published.iso + (record.dates.publishedTime.map { " " + $0 } ?? "")))
    }
    if let source = notice.provenance ?? record.publisher ?? record.issuers.first {
      tags.append(("ContentSource", source))
    }
    if !notice.keywords.isEmpty { tags.append(("Keywords", notice.keywords.joined(separator: ","))) }
    if let summary = record.summary { tags.append(("Description", summary)) }
    if let url = renderer.absolute(entry.address) { tags.append(("Url", url)) }
    return tags
  }

  private var openGraph: [(name: String, content: String)] {
    var properties = [("og:type", "article"), ("og:title", entry.title)]
    if !renderer.configuration.name.isEmpty {
      properties.append(("og:site_name", renderer.configuration.name))
    }
    if let url = renderer.absolute(entry.address) { properties.append(("og:url", url)) }
    return properties
  }

  // MARK: Head

  private var head: [String: PageValue] {
    var values: [String: PageValue] = [
      "id": .text(entry.id), "title": .text(entry.title), "title_html": .html(TitleBreaks.html(entry.title)),
      "document_lang": .text(record.language), "number": .optional(record.documentNumber?.text),
      "organ": .optional(entry.organ), "date": .optional(entry.date?.iso),
      "sample": .flag(record.directives.sample), "badges": renderer.badges(entry),
    ]
    values["banner"] = StatusBanner(renderer, links).value(entry)
    let facts = DocumentFacts(self).rows
    values["facts"] = .items(Array(facts.prefix(DocumentFacts.shownFirst)))
    values["more_facts"] = .items(Array(facts.dropFirst(DocumentFacts.shownFirst)))
    values["chain"] = chain
    values["timeline"] = timeline
    return values
  }

  /// The documents that one page carries, and those of which it has no text.
  private var chain: PageValue? {
    let parts = notice.parts
    let wrapper = wrapperRow
    guard
      shownParts.count > 1 || wrapper != nil
        || parts.contains(where: { $0.role == .forwarded && $0.body.isEmpty })
    else { return nil }
    var rows = [wrapper].compactMap { $0 }
    for (index, part) in notice.parts.enumerated() {
      let outline = record.parts.indices.contains(index) ? record.parts[index] : nil
      var row: [String: PageValue] = [
        "ordinal": .number(rows.count + 1), "role": .text(roleName(part.role)),
        "title": .text(part.title ?? entry.title), "number": .optional(part.documentNumber?.text),
        "date": .optional(outline?.date?.iso),
      ]
      if part.body.isEmpty {
        row["note"] = .text(strings(.partWithoutText))
      } else {
        row["href"] = .text(links.fragment(anchor(of: index)))
      }
      rows.append(row)
    }
    return .items(rows)
  }

  /// The document that the page's record names when none of the texts bears its title: a forwarding notice of which
  /// only the registration is here.
  private var wrapperRow: [String: PageValue]? {
    guard kind == .document, let title = record.title, let first = record.parts.first?.title else {
      return nil
    }
    let own = TitleFold.fold(title)
    guard !record.parts.contains(where: { $0.title.map(TitleFold.fold) == own }),
      !own.contains(TitleFold.fold(first)), !TitleFold.fold(first).contains(own), title.contains("转发")
    else { return nil }
    return [
      "ordinal": .number(1), "role": .text(record.publisher ?? ""), "title": .text(title),
      "date": .optional(record.dates.published?.iso), "note": .text(strings(.partWithoutText)),
    ]
  }

  // MARK: Actions

  private var actions: [String: PageValue] {
    let source = record.source
    return [
      "downloads": .object([
        "source": .text(links.href(entry.sourceAddress)),
        "source_type": .text(SitePath.fileExtension(entry.sourceAddress).uppercased()),
        "source_size": .text(FileSize.text(source.bytes, strings)),
        "text": .text(links.href(entry.textAddress)),
        "json": .text(links.href(entry.address + "index.json")),
        "sha256": .text(source.sha256), "encoding": .text(source.encoding),
      ]),
      "human_citation": .text(citation), "digest": .text(String(source.sha256.prefix(16))),
      "address": .optional(renderer.absolute(entry.address)), "provenance": .optional(notice.provenance),
      "report_errors": .optional(renderer.configuration.footer.reportErrors),
      "disclosure": .optional(notice.disclosure), "index_number": .optional(record.indexNumber),
      "publisher": .optional(record.publisher), "published": .optional(record.dates.published?.iso),
      "declared_validity": .optional(record.declaredValidity),
    ]
  }

  /// `《…》（宁发〔2017〕10号）`
  private var citation: String {
    QuotedTitle.quoted(entry.title) + (record.documentNumber.map { "（\($0.text)）" } ?? "")
  }

  // MARK: Text

  /// Parts that are printed as sections: all that have something to show.
  private var shownParts: [(offset: Int, element: Part)] {
    Array(notice.parts.enumerated()).filter { _, part in
      !part.body.isEmpty || part.signature != nil || part.addressee != nil || !part.notes.isEmpty
    }
  }

  private func anchor(of part: Int) -> String { "part-\(part + 1)" }

  private mutating func text() -> [String: PageValue] {
    let parts = shownParts
    let several = parts.count > 1
    let context = TextContext(
      notice: notice, entry: entry, catalog: renderer.catalog, strings: strings, links: links)
    var rows: [[String: PageValue]] = []
    for (index, part) in parts {
      var blocks = BlockRenderer(context, base: several ? 3 : 2)
      blocks.render(body: part.body)
      diagnostics += blocks.diagnostics
      rows.append(row(part, index, several: several, blocks.html))
    }
    var values: [String: PageValue] = ["parts": .list(rows)]
    let contents = ContentsList.make(
      parts.map { (anchor(of: $0.offset), $0.element.title ?? roleName($0.element.role), $0.element.body) },
      links: links)
    if contents.count >= ContentsList.minimum {
      values["contents"] = .object([
        "count": .number(contents.count), "label": .text(strings(.contentsLabel, String(contents.count))),
        "list": .html(contents.html),
      ])
    } else {
      values["short"] = .flag(true)
    }
    return values
  }

  private func row(_ part: Part, _ index: Int, several: Bool, _ html: HTML) -> [String: PageValue] {
    var row: [String: PageValue] = [
      "role": .text(part.role.rawValue), "role_name": .text(roleName(part.role)),
      "title": .optional(part.title), "number": .optional(part.documentNumber?.text),
      "addressee": .optional(part.addressee), "text": .html(html),
      "notes": .list(part.notes.map { ["text": .text($0)] }),
    ]
    if several {
      row["anchor"] = .text(anchor(of: index))
      row["heading"] = .html(TitleBreaks.html(part.title ?? roleName(part.role)))
    }
    if part.documentNumber?.text == record.documentNumber?.text { row["number"] = nil }
    if let signature = part.signature {
      let names = signature.organs + signature.signers
      let date = signature.dateText ?? signature.date?.iso
      row["signature"] = .object([
        "items": .list(names.map { ["text": .text($0)] }), "count": .number(names.count),
        "date": .optional(date), "date_iso": .optional(signature.date?.iso),
      ])
    }
    return row
  }

  func roleName(_ role: Part.Role) -> String {
    switch role {
    case .main: strings(.roleMain)
    case .forwarded: strings(.roleForwarded)
    case .issued: strings(.roleIssued)
    case .annex: strings(.roleAnnex)
    case .interpretation: strings(.roleInterpretation)
    }
  }
}

/// Sizes of files in words: `44 KB`.
enum FileSize {
  static func text(_ bytes: Int, _ strings: Strings) -> String {
    if bytes < 1000 { return strings(.sizeBytes, String(bytes)) }
    let units = ["KB", "MB", "GB", "TB"]
    var tenths = bytes / 100
    var unit = 0
    while tenths >= 10_000, unit + 1 < units.count {
      tenths /= 1000
      unit += 1
    }
    if tenths >= 100 || tenths % 10 == 0 { return "\((tenths + 5) / 10) \(units[unit])" }
    return "\(tenths / 10).\(tenths % 10) \(units[unit])"
  }
}
