/// An axis by which documents are found.
public enum FacetName: String, Sendable, CaseIterable, Hashable {
  case organ, catalog, kind, topic, year, validity
}

/// One axis with its values.
public struct Facet: Sendable, Equatable {
  public var name: FacetName
  /// Years newest first, validity in the order of a document's life, the rest by count, then by code point.
  public var values: [FacetValue]
}

/// A value of a facet and the documents that have it.
public struct FacetValue: Sendable, Equatable {
  /// As shown and as in the data: `规范性文件`, `2017`, `effective`.
  public var value: String
  /// The folder of its list, unique in its facet.
  public var segment: String
  /// Indices into `Catalog.entries`, ascending: newest first.
  public var entries: [Int]
}

extension CatalogEntry {
  /// The values this document has on an axis, each once, in the order of the document.
  func values(of facet: FacetName) -> [String] {
    switch facet {
    case .organ:
      return unique(record.issuers + [record.publisher].compactMap { $0 })
    case .catalog: return unique(record.catalog)
    case .kind: return [record.kind].compactMap { $0 }.filter { !$0.isEmpty }.map(GenreName.canonical)
    case .topic:
      return unique(
        TopicGroup.values(of: record.classifications.filter { $0.name == "主题分类" }.flatMap(\.values)))
    case .year: return [date.map { String($0.year) }].compactMap { $0 }
    case .validity: return unique(validity.statuses.map(\.rawValue))
    }
  }

  private func unique(_ values: [String]) -> [String] {
    var seen = Set<String>()
    return values.filter { !$0.isEmpty && seen.insert($0).inserted }
  }
}

extension Facet {
  /// Groups the entries; near-linear.
  static func make(_ name: FacetName, entries: [CatalogEntry]) -> Facet {
    var groups: [String: [Int]] = [:]
    for (index, entry) in entries.enumerated() {
      for value in entry.values(of: name) { groups[value, default: []].append(index) }
    }
    let order = Validity.Status.allCases.map(\.rawValue)
    let sorted = groups.sorted { a, b in
      switch name {
      case .year: return a.key > b.key
      case .validity: return (order.firstIndex(of: a.key) ?? 9) < (order.firstIndex(of: b.key) ?? 9)
      default:
        return a.value.count == b.value.count ? a.key < b.key : a.value.count > b.value.count
      }
    }
    return Facet(name: name, values: withSegments(sorted.map { ($0.key, $0.value) }))
  }

  /// Segments are unique without regard to case; a clash is settled in code point order of the values.
  static func withSegments(_ groups: [(value: String, entries: [Int])]) -> [FacetValue] {
    var taken = Set<String>(["page"])
    var segments: [String: String] = [:]
    for value in groups.map(\.value).sorted() {
      let wanted = SitePath.segment(value)
      var segment = wanted
      var suffix = 2
      while !taken.insert(segment.lowercased()).inserted {
        segment = "\(wanted)-\(suffix)"
        suffix += 1
      }
      segments[value] = segment
    }
    return groups.map { FacetValue(value: $0.value, segment: segments[$0.value] ?? "x", entries: $0.entries) }
  }
}
