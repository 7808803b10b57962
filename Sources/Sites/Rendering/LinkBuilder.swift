/// Makes the addresses that stand in a page from site paths: relative, so that the site works in any folder.
struct LinkBuilder: Sendable {
  /// `../../` for a page two folders deep; `/…` on the 404 page, which is shown at any address.
  let root: String
  /// Links name `index.html`, for reading without a server.
  let namesFiles: Bool
  /// On a page of a further interface language: where the other pages of that language are.
  let translation: Translation?

  /// Pages that exist in one further interface language.
  struct Translation: Sendable {
    /// `en/`
    var prefix: String
    /// Site paths of the folders that exist below it.
    var folders: Set<String>
  }

  /// - Parameter path: site path of the page that the links stand on.
  init(from path: String, configuration: SiteConfiguration, translation: Translation? = nil) {
    root = String(repeating: "../", count: path.utf8.count { $0 == 0x2F })
    namesFiles = configuration.linksNameFiles
    self.translation = translation
  }

  init(absolute base: String) {
    root = base
    namesFiles = false
    translation = nil
  }

  /// The address of a site path (`d/x/`, `search/`, empty for home), with a fragment; in the page's language when there
  /// is such a page.
  func href(_ path: String, _ fragment: String? = nil) -> String {
    if let translation, translation.folders.contains(path) {
      return exactly(translation.prefix + path, fragment)
    }
    return exactly(path, fragment)
  }

  /// The address of exactly this site path.
  func exactly(_ path: String, _ fragment: String? = nil) -> String {
    let file = namesFiles && (path.isEmpty || path.hasSuffix("/")) ? path + "index.html" : path
    var address = root + SitePath.percentEncoded(file)
    if address.isEmpty { address = "./" }
    if let fragment, !fragment.isEmpty { address += "#" + SitePath.percentEncoded(fragment) }
    return address
  }

  /// A place on the same page.
  func fragment(_ anchor: String) -> String { "#" + SitePath.percentEncoded(anchor) }
}
