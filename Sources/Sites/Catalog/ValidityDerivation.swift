import Notices

/// Derives, for one day, what the texts say about each document's life. What an office declares is not touched.
enum ValidityDerivation {
  static func derive(_ entries: inout [CatalogEntry], now: CivilDate) {
    let foreign = foreignEffects(entries)
    for at in entries.indices {
      let record = entries[at].record
      var validity = Validity(declared: record.declaredValidity)
      validity.derived = derivation(record, foreign[at] ?? [], now)
      validity.pendingFrom = firstDay(record).flatMap { $0 > now ? $0 : nil }
      validity.status =
        record.declaredValidity.flatMap(status(declared:)) ?? validity.derived?.status ?? .unknown
      entries[at].validity = validity
    }
  }

  private struct ForeignEffect {
    var entry: Int
    var effect: Effect
    /// The stated day, else the day the other document takes effect or was made.
    var on: CivilDate?
  }

  /// Repeals and amendments by other documents, by the index of the document they are about.
  private static func foreignEffects(_ entries: [CatalogEntry]) -> [Int: [ForeignEffect]] {
    var result: [Int: [ForeignEffect]] = [:]
    for (at, entry) in entries.enumerated() {
      for effect in entry.record.effects {
        guard effect.kind == .repeals || effect.kind == .amends, let citation = effect.citation,
          entry.citationTargets.indices.contains(citation), let target = entry.citationTargets[citation]
        else { continue }
        let on =
          effect.on ?? firstDay(entry.record) ?? entry.record.dates.issued ?? entry.record.dates.published
        result[target, default: []].append(ForeignEffect(entry: at, effect: effect, on: on))
      }
    }
    return result
  }

  /// The first day in force that header or text state.
  static func firstDay(_ record: NoticeRecord) -> CivilDate? {
    record.dates.effective
      ?? record.effects.lazy.filter { $0.kind == .commences && $0.citation == nil }.compactMap(\.on).first
  }

  /// The strongest of what has happened by `now`: repealed, then expired, then amended; effective only while a
  /// stated term runs, because silence of the texts proves nothing.
  private static func derivation(_ record: NoticeRecord, _ foreign: [ForeignEffect], _ now: CivilDate)
    -> Validity.Derivation?
  {
    let past = foreign.filter { ($0.on ?? now) <= now }
    if let found = otherDocument(past, .repeals, .repealed) { return found }
    if let found = statement(record, .repealed, .repealed, now) { return found }
    if let found = ended(record, now) { return found }
    if let found = otherDocument(past, .amends, .amended) { return found }
    if let found = statement(record, .amended, .amended, now) { return found }
    return running(record, now)
  }

  private static func otherDocument(
    _ effects: [ForeignEffect], _ kind: Effect.Kind, _ status: Validity.Status
  )
    -> Validity.Derivation?
  {
    let matching = effects.filter { $0.effect.kind == kind }
    guard !matching.isEmpty else { return nil }
    let dates = matching.compactMap(\.on)
    return Validity.Derivation(
      status: status, on: kind == .repeals ? dates.min() : dates.max(), reason: .otherDocument,
      evidence: matching.map {
        .init(entry: $0.entry, anchor: $0.effect.anchor, text: $0.effect.evidence)
      })
  }

  private static func statement(
    _ record: NoticeRecord, _ kind: Effect.Kind, _ status: Validity.Status, _ now: CivilDate
  ) -> Validity.Derivation? {
    let matching = record.effects.filter { $0.kind == kind && ($0.on ?? now) <= now }
    guard !matching.isEmpty else { return nil }
    return Validity.Derivation(
      status: status, on: matching.compactMap(\.on).min(), reason: .statement,
      evidence: matching.map { .init(entry: nil, anchor: $0.anchor, text: $0.evidence) })
  }

  private static func ended(_ record: NoticeRecord, _ now: CivilDate) -> Validity.Derivation? {
    let terms = record.effects.filter { $0.kind == .expires && $0.citation == nil }
    if let last = record.dates.expires ?? terms.compactMap(\.on).max() {
      guard last < now else { return nil }
      let evidence = terms.filter { $0.on == last }
      return Validity.Derivation(
        status: .expired, on: last, reason: .term,
        evidence: evidence.map { .init(entry: nil, anchor: $0.anchor, text: $0.evidence) })
    }
    let horizons = record.effects.filter { $0.kind == .horizon && $0.citation == nil }
    guard let last = horizons.compactMap(\.on).max(), last < now else { return nil }
    return Validity.Derivation(
      status: .expired, on: last, reason: .horizon,
      evidence: horizons.filter { $0.on == last }.prefix(1).map {
        .init(entry: nil, anchor: $0.anchor, text: $0.evidence)
      })
  }

  private static func running(_ record: NoticeRecord, _ now: CivilDate) -> Validity.Derivation? {
    let terms = record.effects.filter { $0.kind == .expires && $0.citation == nil }
    guard let last = record.dates.expires ?? terms.compactMap(\.on).max(), last >= now,
      firstDay(record).map({ $0 <= now }) ?? true
    else { return nil }
    return Validity.Derivation(
      status: .effective, on: last, reason: .term,
      evidence: terms.filter { $0.on == last }.map { .init(entry: nil, anchor: $0.anchor, text: $0.evidence) }
    )
  }

  /// The status that a declared word means; `nil` for a word that is not understood.
  static func status(declared: String) -> Validity.Status? {
    let word = TitleFold.fold(declared)
    if word.isEmpty { return nil }
    for (part, status) in words where word.contains(part) { return status }
    return nil
  }

  /// In the order of the test: 失效 before 有效 would not matter, 已修改且有效 must stay amended.
  private static let words: [(String, Validity.Status)] = [
    ("废止", .repealed), ("撤销", .repealed), ("失效", .expired), ("无效", .expired), ("过期", .expired),
    ("届满", .expired),
    ("修改", .amended), ("修订", .amended), ("修正", .amended), ("有效", .effective), ("现行", .effective),
    ("生效", .effective), ("repealed", .repealed), ("expired", .expired), ("amended", .amended),
    ("effective", .effective), ("inforce", .effective),
  ]
}
