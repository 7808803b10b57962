import Diagnostics
import Notices

/// Every file of the site, each path once. What is staged is exactly this, and the search index.
public struct SitePlan: Sendable {
  /// The outputs of one document follow one another; otherwise by kind. Deterministic.
  public let outputs: [PlannedOutput]
  /// The navigation, without columns that would be empty.
  public let columns: [PlannedColumn]
  private let paths: Set<String>
  /// Site paths of the folders that exist in every interface language.
  let translated: Set<String>
  /// The interface languages, the site's own first.
  let languages: [String]

  /// A column of the navigation and where it leads.
  public struct PlannedColumn: Sendable, Equatable {
    public var column: SiteConfiguration.Column
    /// Site path of a folder.
    public var address: String
  }

  /// Plans every output; pure. A path that two outputs want goes to the first, and the second is reported.
  public static func make(catalog: Catalog, theme: Theme, configuration: SiteConfiguration) -> Diagnosed<
    SitePlan
  > {
    var planner = Planner(catalog: catalog, configuration: configuration)
    planner.plan(theme)
    let plan = SitePlan(
      outputs: planner.outputs, columns: planner.columns, paths: Set(planner.outputs.map(\.path)),
      translated: planner.translated, languages: [configuration.language] + planner.languages)
    return Diagnosed(plan, planner.diagnostics)
  }

  /// Whether the site will have this file; an address that ends in `/` means its `index.html`.
  public func has(_ address: String) -> Bool { paths.contains(Self.file(address)) }

  /// `d/x/` → `d/x/index.html`.
  static func file(_ address: String) -> String {
    address.isEmpty || address.hasSuffix("/") ? address + "index.html" : address
  }

  /// `d/x/index.html` → `d/x/`: as readers see it.
  static func address(_ path: String) -> String {
    path == "index.html" || path.hasSuffix("/index.html") ? String(path.dropLast("index.html".count)) : path
  }
}
