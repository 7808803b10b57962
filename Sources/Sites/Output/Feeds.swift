import Bytes
import Notices

/// Atom (RFC 4287): the newest documents. Entries have an id that never changes; times come from the documents.
struct AtomFeed {
  static let length = 50
  private let renderer: PageRenderer
  private let list: DocumentList
  /// Relative addresses, for a site that does not say where it will be.
  private let links: LinkBuilder

  init(_ renderer: PageRenderer, _ source: ListRecipe.Source, _ output: PlannedOutput) {
    self.renderer = renderer
    list = DocumentList(source, renderer)
    links = renderer.links(for: output)
  }

  func bytes() -> [UInt8] {
    let configuration = renderer.configuration
    let entries = list.entries.prefix(Self.length).map { renderer.catalog.entries[$0] }
    var xml = HTML()
    xml.markup("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\"")
    xml.attribute("xml:lang", configuration.language)
    xml.markup(">\n")
    element("id", FeedIdentity.list(list, configuration), &xml)
    element("title", FeedIdentity.title(list, configuration), &xml)
    element("updated", Self.time(entries.first?.date, nil), &xml)
    let address = list.feedFolder + SiteAddress.atom
    link("self", renderer.absolute(address) ?? links.href(address), &xml)
    link("alternate", renderer.absolute(list.feedFolder) ?? links.href(list.feedFolder), &xml)
    author(configuration.footer.sponsor ?? FeedIdentity.title(configuration), &xml)
    for entry in entries { append(entry, &xml) }
    xml.markup("</feed>\n")
    return xml.bytes
  }

  private func append(_ entry: CatalogEntry, _ xml: inout HTML) {
    let record = entry.record
    xml.markup("<entry>\n")
    element("id", FeedIdentity.entry(entry, renderer.configuration), &xml)
    element("title", entry.title, &xml)
    element("updated", Self.time(entry.date, record.dates.publishedTime), &xml)
    if let day = record.dates.published {
      element("published", Self.time(day, record.dates.publishedTime), &xml)
    }
    link("alternate", renderer.absolute(entry.address) ?? links.href(entry.address), &xml)
    if let organ = entry.organ { author(organ, &xml) }
    for value in record.catalog {
      xml.markup("<category")
      xml.attribute("term", value)
      xml.markup("/>\n")
    }
    element("summary", record.summary ?? record.documentNumber?.text ?? entry.title, &xml)
    xml.markup("</entry>\n")
  }

  private func author(_ name: String, _ xml: inout HTML) {
    xml.markup("<author>")
    element("name", name, &xml)
    xml.markup("</author>\n")
  }

  private func element(_ name: StaticString, _ text: String, _ xml: inout HTML) {
    xml.markup("<")
    xml.markup(name)
    xml.markup(">")
    xml.text(text)
    xml.markup("</")
    xml.markup(name)
    xml.markup(">\n")
  }

  private func link(_ relation: StaticString, _ href: String, _ xml: inout HTML) {
    xml.markup("<link rel=\"")
    xml.markup(relation)
    xml.markup("\"")
    xml.attribute("href", href)
    xml.markup("/>\n")
  }

  /// A day without a time is its beginning in China; feeds must have a time.
  static func time(_ day: CivilDate?, _ time: String?) -> String {
    let date = day?.iso ?? "1970-01-01"
    return "\(date)T\(time ?? "00:00"):00+08:00"
  }
}

/// Permanent ids for feeds.
enum FeedIdentity {
  /// A tag URI (RFC 4151) on the domain, else a name of our own: neither moves when the address of the site does.
  static func list(_ list: DocumentList, _ configuration: SiteConfiguration) -> String {
    name(list.feedFolder.isEmpty ? "site" : SitePath.percentEncoded(list.feedFolder), configuration)
  }

  static func entry(_ entry: CatalogEntry, _ configuration: SiteConfiguration) -> String {
    name(entry.id, configuration)
  }

  private static func name(_ specific: String, _ configuration: SiteConfiguration) -> String {
    if let domain = configuration.domain, !domain.isEmpty,
      domain.utf8.allSatisfy({ byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
          || byte == 0x2D || byte == 0x2E
      })
    {
      return "tag:\(domain),2000:\(specific)"
    }
    return "urn:gongkai:\(specific)"
  }

  static func title(_ configuration: SiteConfiguration) -> String {
    configuration.name.isEmpty ? configuration.title : "\(configuration.name) \(configuration.title)"
  }

  /// The site's title, with the list's name for a list that is not everything.
  static func title(_ list: DocumentList, _ configuration: SiteConfiguration) -> String {
    list.feedFolder.isEmpty ? title(configuration) : "\(list.name) · \(title(configuration))"
  }
}

/// JSON Feed 1.1 with the same documents.
struct JSONFeed {
  private let renderer: PageRenderer
  private let list: DocumentList

  init(_ renderer: PageRenderer, _ source: ListRecipe.Source) {
    self.renderer = renderer
    list = DocumentList(source, renderer)
  }

  func bytes() -> [UInt8] {
    let configuration = renderer.configuration
    var json = JSONWriter(pretty: true)
    json.object {
      $0.member("version", "https://jsonfeed.org/version/1.1")
      $0.member("title", FeedIdentity.title(list, configuration))
      if let home = renderer.absolute(list.feedFolder) { $0.member("home_page_url", home) }
      if let feed = renderer.absolute(list.feedFolder + SiteAddress.jsonFeed) { $0.member("feed_url", feed) }
      if let description = configuration.description { $0.member("description", description) }
      $0.member("language", configuration.language)
      $0.key("items")
      $0.array {
        for index in list.entries.prefix(AtomFeed.length) { append(renderer.catalog.entries[index], &$0) }
      }
    }
    json.endLine()
    return json.bytes
  }

  private func append(_ entry: CatalogEntry, _ json: inout JSONWriter) {
    let record = entry.record
    json.object {
      $0.member("id", FeedIdentity.entry(entry, renderer.configuration))
      if let url = renderer.absolute(entry.address) { $0.member("url", url) }
      $0.member("title", entry.title)
      $0.member("content_text", record.summary ?? record.documentNumber?.text ?? entry.title)
      if let day = entry.date {
        $0.member("date_published", AtomFeed.time(day, record.dates.publishedTime))
      }
      $0.member("language", record.language)
      if let organ = entry.organ {
        $0.key("authors")
        $0.array { $0.object { $0.member("name", organ) } }
      }
      if !record.catalog.isEmpty { $0.member("tags", record.catalog) }
    }
  }
}
