import Bytes
import Diagnostics
import Notices

/// Permanent ids: what one may look like, and how the first one is chosen.
enum Identifiers {
  static let maximumLength = 80

  /// Lower-case letters, digits and inner single dashes.
  static func isValid(_ id: String) -> Bool {
    guard (1...maximumLength).contains(id.utf8.count), !id.hasPrefix("-"), !id.hasSuffix("-"),
      !id.contains("--")
    else { return false }
    return id.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
  }

  /// The nearest valid id to a text: ASCII letters lowered, everything else a dash. `nil` when nothing is left.
  static func slug(_ text: String) -> String? {
    var out: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 0x61...0x7A, 0x30...0x39: out.append(byte)
      case 0x41...0x5A: out.append(byte + 0x20)
      default: if let last = out.last, last != 0x2D { out.append(0x2D) }
      }
      if out.count == maximumLength - 6 { break }
    }
    while out.last == 0x2D { out.removeLast() }
    return out.isEmpty ? nil : String(decoding: out, as: UTF8.self)
  }

  /// The id a new document would like: from its number, else its ASCII file name, else date and digest.
  /// A function of the record alone.
  static func candidate(for record: NoticeRecord) -> String {
    if let number = record.documentNumber, let id = fromNumber(number) { return id }
    let stem = SitePath.stem(record.source.path)
    if stem.utf8.allSatisfy({ $0 < 0x80 }), stem.utf8.count >= 3, let slug = slug(stem),
      slug.utf8.contains(where: { (0x61...0x7A).contains($0) })
    {
      return slug
    }
    let digest = String(record.source.sha256.prefix(8))
    return (record.sortDate?.iso ?? "undated") + "-" + (digest.isEmpty ? "0" : digest)
  }

  private static func fromNumber(_ number: DocumentNumber) -> String? {
    guard let code = number.code, let year = number.year, let serial = number.serial,
      let reading = Romanisation.syllables(code)
    else { return nil }
    let id = (reading + [String(year), String(serial)]).joined(separator: "-")
    return isValid(id) ? id : nil
  }

  /// 16 hex digits of number and folded title; empty when there is neither.
  static func identity(of record: NoticeRecord) -> String {
    let number = record.documentNumber?.text ?? ""
    let title = record.title.map(TitleFold.fold) ?? ""
    guard !number.isEmpty || !title.isEmpty else { return "" }
    return String(SHA256.hex(Array("\(number)\n\(title)".utf8)).prefix(16))
  }
}

/// What an id assignment needs of the whole set: every record's id, and the new lock.
struct IdentityAssignment {
  /// By index of the record; `nil` for a record that must not be published.
  var ids: [String?]
  /// Ids a document had in an earlier lock, by record: they stay addresses of it.
  var former: [[String]]
  var lock: IdentityLock
  var diagnostics: [Diagnostic]

  /// Gives every record its id. Independent of the order of `records`: the steps go by path, and a new id by the
  /// record's own content. Near-linear.
  static func make(records: [NoticeRecord], lock: IdentityLock) -> IdentityAssignment {
    var state = IdentityAssignment(
      ids: Array(repeating: nil, count: records.count), former: Array(repeating: [], count: records.count),
      lock: lock, diagnostics: [])
    let order = records.indices.sorted { records[$0].path < records[$1].path }
    var owner: [String: Int] = [:]
    var refused = Set<Int>()
    state.takeDeclared(records, order, &owner, &refused)
    state.takeLocked(records, order, &owner, refused)
    state.takeMoved(records, order, &owner, refused)
    state.choose(records, order, &owner, refused)
    for index in order {
      guard let id = state.ids[index] else { continue }
      state.lock.set(
        id,
        .init(
          path: records[index].path, content: String(records[index].source.sha256.prefix(16)),
          identity: Identifiers.identity(of: records[index])))
    }
    return state
  }

  private mutating func takeDeclared(
    _ records: [NoticeRecord], _ order: [Int], _ owner: inout [String: Int], _ refused: inout Set<Int>
  ) {
    for index in order {
      guard let id = records[index].directives.id else { continue }
      guard Identifiers.isValid(id) else {
        diagnostics.append(Diagnostic(.idInvalid, id, file: records[index].source.path))
        continue
      }
      if let first = owner[id] {
        diagnostics.append(
          Diagnostic(
            .idDuplicate, id, records[first].source.path, records[index].source.path,
            file: records[index].source.path))
        refused.insert(index)
      } else {
        owner[id] = index
        ids[index] = id
      }
    }
  }

  private mutating func takeLocked(
    _ records: [NoticeRecord], _ order: [Int], _ owner: inout [String: Int], _ refused: Set<Int>
  ) {
    var byPath: [String: [String]] = [:]
    for (id, record) in lock.records { byPath[record.path, default: []].append(id) }
    for index in order where !refused.contains(index) {
      for id in (byPath[records[index].path] ?? []).sorted() where owner[id] == nil {
        if ids[index] == nil {
          ids[index] = id
          owner[id] = index
        } else {
          former[index].append(id)
        }
      }
    }
  }

  /// Files that are new by path but not by content.
  private mutating func takeMoved(
    _ records: [NoticeRecord], _ order: [Int], _ owner: inout [String: Int], _ refused: Set<Int>
  ) {
    let paths = Set(records.map(\.path))
    var byContent: [String: [String]] = [:]
    var byIdentity: [String: [String]] = [:]
    for (id, record) in lock.records where owner[id] == nil && !paths.contains(record.path) {
      if !record.content.isEmpty { byContent[record.content, default: []].append(id) }
      if !record.identity.isEmpty { byIdentity[record.identity, default: []].append(id) }
    }
    guard !byContent.isEmpty || !byIdentity.isEmpty else { return }
    func take(_ key: (NoticeRecord) -> String, _ table: [String: [String]]) {
      var claims: [String: [Int]] = [:]
      for index in order where ids[index] == nil && !refused.contains(index) {
        claims[key(records[index]), default: []].append(index)
      }
      for (key, indices) in claims {
        let free = (table[key] ?? []).filter { owner[$0] == nil }
        guard indices.count == 1, free.count == 1 else { continue }
        ids[indices[0]] = free[0]
        owner[free[0]] = indices[0]
      }
    }
    take({ String($0.source.sha256.prefix(16)) }, byContent)
    take({ Identifiers.identity(of: $0) }, byIdentity)
  }

  private mutating func choose(
    _ records: [NoticeRecord], _ order: [Int], _ owner: inout [String: Int], _ refused: Set<Int>
  ) {
    for index in order where ids[index] == nil && !refused.contains(index) {
      let wanted = Identifiers.candidate(for: records[index])
      var id = wanted
      var suffix = 2
      while owner[id] != nil || lock.records[id] != nil {
        id = "\(wanted)-\(suffix)"
        suffix += 1
      }
      ids[index] = id
      owner[id] = index
    }
  }
}
