import Notices

/// The duties of the whole site by organ: who has to do what, with the clause that says so.
public struct DutyIndex: Sendable, Equatable {
  public struct Item: Sendable, Hashable {
    /// Index into `Catalog.entries`.
    public var entry: Int
    /// Index into the record's `duties`.
    public var duty: Int
    public var role: Duty.Organ.Role
  }

  public struct Organ: Sendable, Equatable {
    /// As printed.
    public var name: String
    /// Folder below `duties/`, unique.
    public var segment: String
    /// By deadline, then newest document first, then in the order of the text; without a day last.
    public var items: [Item]
    /// Something is due on a day that the text names.
    public var hasDueDays: Bool
  }

  /// Most duties first, then by name.
  public let organs: [Organ]
  public let count: Int
  /// Something of some organ is due on a day that a text names.
  public var hasDueDays: Bool { organs.contains(where: \.hasDueDays) }
  private let segments: [String: String]

  init(_ entries: [CatalogEntry]) {
    var byName: [String: [Item]] = [:]
    var count = 0
    for (at, entry) in entries.enumerated() {
      for (number, duty) in entry.record.duties.enumerated() {
        count += 1
        var seen = Set<String>()
        for organ in duty.organs where seen.insert(organ.name).inserted {
          byName[organ.name, default: []].append(Item(entry: at, duty: number, role: organ.role))
        }
      }
    }
    self.count = count
    let groups = byName.sorted { a, b in
      a.value.count == b.value.count ? a.key < b.key : a.value.count > b.value.count
    }
    let folders = Facet.withSegments(groups.map { ($0.key, []) })
    organs = zip(groups, folders).map { group, folder in
      Organ(
        name: group.key, segment: folder.segment, items: Self.sorted(group.value, entries),
        hasDueDays: group.value.contains {
          entries[$0.entry].record.duties[$0.duty].deadlines.contains(where: DutyCalendar.isDue)
        })
    }
    segments = Dictionary(
      folders.map { ($0.value, $0.segment) }, uniquingKeysWith: { first, _ in first })
  }

  /// Site path of an organ's page.
  func address(of organ: String) -> String? { segments[organ].map { "\(SiteAddress.duties)\($0)/" } }

  private static func sorted(_ items: [Item], _ entries: [CatalogEntry]) -> [Item] {
    items.map { item in
      (item, entries[item.entry].record.duties[item.duty].deadlines.lazy.compactMap(\.on).min())
    }.sorted { a, b in
      switch (a.1, b.1) {
      case (let x?, let y?) where x != y: return x > y
      case (_?, nil): return true
      case (nil, _?): return false
      default: return (a.0.entry, a.0.duty) < (b.0.entry, b.0.duty)
      }
    }.map(\.0)
  }
}
