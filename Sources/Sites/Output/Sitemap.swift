/// sitemap.xml and robots.txt.
struct Sitemap {
  private let renderer: PageRenderer

  init(_ renderer: PageRenderer) { self.renderer = renderer }

  /// Every page that is meant to be found, with absolute addresses; documents with the date they were published.
  func bytes() -> [UInt8] {
    var xml = HTML()
    xml.markup("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
    xml.markup("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    for output in renderer.plan.outputs where output.path.hasSuffix("index.html") {
      guard let url = renderer.absolute(renderer.address(output)) else { continue }
      var modified: String?
      switch output.recipe {
      case .redirect, .search: continue
      case .document(let index): modified = renderer.catalog.entries[index].record.dates.published?.iso
      default: break
      }
      xml.markup("<url><loc>")
      xml.text(url)
      xml.markup("</loc>")
      if let modified {
        xml.markup("<lastmod>")
        xml.text(modified)
        xml.markup("</lastmod>")
      }
      xml.markup("</url>\n")
    }
    xml.markup("</urlset>\n")
    return xml.bytes
  }

  func robots() -> [UInt8] {
    var text = "User-agent: *\nAllow: /\n"
    if let address = renderer.absolute("sitemap.xml") { text += "\nSitemap: \(address)\n" }
    return Array(text.utf8)
  }
}
