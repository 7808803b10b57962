import Diagnostics

/// Checks that every link inside the site leads to a file of the plan and every fragment to an id: those of pages and
/// those of feeds, site maps and data.
/// Pages are added in the order of the plan; memory: eight bytes an id, and the links with fragments.
public struct LinkCheck: Sendable {
  private let plan: SitePlan
  private let catalog: Catalog
  private var ids: [String: Set<UInt64>] = [:]
  private var pending: [(link: PageLink, page: PlannedOutput)] = []
  private var found: [Diagnostic] = []
  private var files: Set<String>

  /// - Parameter others: site paths of files that are not in the plan, such as the search index.
  public init(plan: SitePlan, catalog: Catalog, others: [String] = []) {
    self.plan = plan
    self.catalog = catalog
    files = Set(others)
  }

  /// The links of a page that are not known to be good as long as the other pages are not: of a whole site most need not
  /// be kept.
  public static func open(_ output: PlannedOutput, _ rendered: RenderedOutput, _ plan: SitePlan) -> [PageLink]
  {
    let own = Set(rendered.ids)
    return rendered.links.filter { link in
      guard plan.has(link.path) else { return true }
      guard let fragment = link.target else { return false }
      return SitePlan.file(link.path) != output.path || !own.contains(fragment)
    }
  }

  /// Takes what one page refers to and offers.
  public mutating func add(_ output: PlannedOutput, _ rendered: RenderedOutput) {
    if output.path.hasSuffix(".html") { ids[output.path] = Set(rendered.ids.map(Self.hash)) }
    for link in rendered.links {
      guard plan.has(link.path) || files.contains(link.path) else {
        found.append(diagnostic(.pageLinkBroken, link.path, link, output))
        continue
      }
      if link.target != nil { pending.append((link, output)) }
    }
  }

  /// Everything that is broken, in the order of the pages.
  public func diagnostics() -> [Diagnostic] {
    let broken = pending.filter { item in
      guard let fragment = item.link.fragment else { return false }
      return ids[SitePlan.file(item.link.path)]?.contains(Self.hash(fragment)) == false
    }
    return found
      + broken.map {
        diagnostic(.pageAnchorBroken, "\($0.link.path)#\($0.link.fragment ?? "")", $0.link, $0.page)
      }
  }

  /// About the document that has the link, with the line where it is written; about the page when the theme made it.
  private func diagnostic(_ kind: DiagnosticKind, _ name: String, _ link: PageLink, _ page: PlannedOutput)
    -> Diagnostic
  {
    guard let source = page.notice else { return Diagnostic(kind, name, file: page.path) }
    let line = catalog.entry(source: source)?.record.references.first { reference in
      guard let fragment = link.fragment else { return false }
      let written = reference.destination.split(separator: "#", maxSplits: 1).last ?? ""
      return reference.destination.contains("#") && SitePath.percentDecoded(written) == fragment
    }?.line
    return Diagnostic(kind, name, file: source, range: line.map { SourceRange(line: $0) })
  }

  /// FNV-1a, 64 bits.
  private static func hash(_ text: String) -> UInt64 {
    text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}
