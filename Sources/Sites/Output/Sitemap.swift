/// sitemap.xml, in parts when it must be, and robots.txt.
struct Sitemap {
  /// Addresses in one file. sitemaps.org allows 50,000 and 50 MB; the longest address that a path can give, Han
  /// characters percent-encoded, takes 2.3 KB.
  static let limit = 20_000

  private let renderer: PageRenderer

  init(_ renderer: PageRenderer) { self.renderer = renderer }

  /// The outputs that are meant to be found.
  static func pages(_ outputs: [PlannedOutput]) -> [PlannedOutput] {
    outputs.filter { output in
      switch output.recipe {
      case .redirect, .search: false
      default: output.path.hasSuffix("index.html")
      }
    }
  }

  /// Absolute addresses; documents with the date they were published. Part 0 is the index of the parts.
  func bytes(part: Int) -> [UInt8] {
    var xml = HTML()
    xml.markup("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
    let pages = Self.pages(renderer.plan.outputs)
    if part == 0 {
      xml.markup("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
      for number in 1...max(1, (pages.count + Self.limit - 1) / Self.limit) {
        guard let url = renderer.absolute("sitemap-\(number).xml") else { continue }
        xml.markup("<sitemap><loc>")
        xml.text(url)
        xml.markup("</loc></sitemap>\n")
      }
      xml.markup("</sitemapindex>\n")
      return xml.bytes
    }
    xml.markup("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    for output in pages.dropFirst((part - 1) * Self.limit).prefix(Self.limit) { append(output, &xml) }
    xml.markup("</urlset>\n")
    return xml.bytes
  }

  private func append(_ output: PlannedOutput, _ xml: inout HTML) {
    guard let url = renderer.absolute(renderer.address(output)) else { return }
    xml.markup("<url><loc>")
    xml.text(url)
    xml.markup("</loc>")
    if case .document(let index) = output.recipe,
      let day = renderer.catalog.entries[index].record.dates.published
    {
      xml.markup("<lastmod>")
      xml.text(day.iso)
      xml.markup("</lastmod>")
    }
    xml.markup("</url>\n")
  }

  func robots() -> [UInt8] {
    var text = "User-agent: *\nAllow: /\n"
    if let address = renderer.absolute("sitemap.xml") { text += "\nSitemap: \(address)\n" }
    return Array(text.utf8)
  }
}

/// OpenSearch description: lets a browser search the site from its address bar.
struct OpenSearch {
  private let renderer: PageRenderer

  init(_ renderer: PageRenderer) { self.renderer = renderer }

  func bytes() -> [UInt8] {
    let configuration = renderer.configuration
    var xml = HTML()
    xml.markup("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
    xml.markup("<OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n<ShortName>")
    xml.text(configuration.title.prefix(16))
    xml.markup("</ShortName>\n<Description>")
    xml.text((configuration.description ?? FeedIdentity.title(configuration)).prefix(1024))
    xml.markup("</Description>\n<InputEncoding>UTF-8</InputEncoding>\n<Url type=\"text/html\"")
    xml.attribute(
      "template", (renderer.absolute(SiteAddress.search) ?? SiteAddress.search) + "?q={searchTerms}")
    xml.markup("/>\n</OpenSearchDescription>\n")
    return xml.bytes
  }
}

/// Former addresses in the forms that web servers take; the pages that redirect exist as well.
struct RedirectLists {
  private let renderer: PageRenderer

  init(_ renderer: PageRenderer) { self.renderer = renderer }

  /// How the brackets of a 文号 are damaged on the way: typed, converted, set in another font.
  static let brackets: [(open: String, close: String)] = [
    ("[", "]"), ("(", ")"), ("（", "）"), ("［", "］"), ("【", "】"), ("﹝", "﹞"),
  ]

  private var pairs: [(from: String, to: String)] {
    let root = renderer.rootPath
    return renderer.plan.outputs.flatMap { output -> [(from: String, to: String)] in
      guard case .redirect(let target) = output.recipe else { return [] }
      let address = renderer.address(output)
      let to = root + SitePath.percentEncoded(target)
      return ([address] + Self.damaged(address)).map { (root + SitePath.percentEncoded($0), to) }
    }
  }

  /// The other ways in which people write the address of a number.
  static func damaged(_ address: String) -> [String] {
    guard address.hasPrefix(SiteAddress.numbersByName), address.contains("〔") else { return [] }
    return brackets.map { address.replacing("〔", with: $0.open).replacing("〕", with: $0.close) }
  }

  /// `/old /new 301`, one a line.
  func list() -> [UInt8] { Array(pairs.map { "\($0.from) \($0.to) 301\n" }.joined().utf8) }

  /// For `map $request_uri $gongkai_redirect { include redirects.nginx.conf; }`. Percent-encoding leaves no character
  /// that ends a word in nginx's syntax.
  func nginxMap() -> [UInt8] { Array(pairs.map { "\($0.from) \($0.to);\n" }.joined().utf8) }
}
