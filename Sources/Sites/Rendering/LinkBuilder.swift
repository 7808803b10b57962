/// Makes the addresses that stand in a page from site paths: relative, so that the site works in any folder.
struct LinkBuilder: Sendable {
  /// `../../` for a page two folders deep; `/…` on the 404 page, which is shown at any address.
  let root: String
  /// Links name `index.html`, for reading without a server.
  let namesFiles: Bool

  /// - Parameter path: site path of the page that the links stand on.
  init(from path: String, configuration: SiteConfiguration) {
    root = String(repeating: "../", count: path.utf8.count { $0 == 0x2F })
    namesFiles = configuration.linksNameFiles
  }

  init(absolute base: String) {
    root = base
    namesFiles = false
  }

  /// The address of a site path (`d/x/`, `search/`, empty for home), with a fragment.
  func href(_ path: String, _ fragment: String? = nil) -> String {
    let file = namesFiles && (path.isEmpty || path.hasSuffix("/")) ? path + "index.html" : path
    var address = root + SitePath.percentEncoded(file)
    if address.isEmpty { address = "./" }
    if let fragment, !fragment.isEmpty { address += "#" + SitePath.percentEncoded(fragment) }
    return address
  }

  /// A place on the same page.
  func fragment(_ anchor: String) -> String { "#" + SitePath.percentEncoded(anchor) }
}
