import Diagnostics

/// Checks that every link inside the site leads to a file of the plan and every fragment to an id.
/// Pages are added in the order of the plan; memory: eight bytes an id, and the links with fragments.
public struct LinkCheck: Sendable {
  private let plan: SitePlan
  private var ids: [String: Set<UInt64>] = [:]
  private var pending: [(link: PageLink, page: PlannedOutput)] = []
  private var found: [Diagnostic] = []
  private var files: Set<String>

  /// - Parameter others: site paths of files that are not in the plan, such as the search index.
  public init(plan: SitePlan, others: [String] = []) {
    self.plan = plan
    files = Set(others)
  }

  /// Takes what one page refers to and offers.
  public mutating func add(_ output: PlannedOutput, _ rendered: RenderedOutput) {
    guard output.path.hasSuffix(".html") else { return }
    ids[output.path] = Set(rendered.ids.map(Self.hash))
    for link in rendered.links {
      guard plan.has(link.path) || files.contains(link.path) else {
        found.append(Diagnostic(.pageLinkBroken, link.path, file: output.notice ?? output.path))
        continue
      }
      if let fragment = link.fragment, !fragment.isEmpty, fragment != "top" { pending.append((link, output)) }
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
        Diagnostic(
          .pageAnchorBroken, "\($0.link.path)#\($0.link.fragment ?? "")", file: $0.page.notice ?? $0.page.path
        )
      }
  }

  /// FNV-1a, 64 bits.
  private static func hash(_ text: String) -> UInt64 {
    text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}
