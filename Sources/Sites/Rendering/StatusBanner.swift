import Notices

/// The banner before the title: the state of the text as a sentence, with the day, the reason and the words that
/// say so. Absent for a document in force whose declared and derived states agree.
struct StatusBanner {
  private let renderer: PageRenderer
  private let links: LinkBuilder
  private var strings: Strings { renderer.strings }

  init(_ renderer: PageRenderer, _ links: LinkBuilder) {
    self.renderer = renderer
    self.links = links
  }

  func value(_ entry: CatalogEntry) -> PageValue? {
    let validity = entry.validity
    if let derived = validity.derived, derived.status != .effective {
      return derivedBanner(entry, derived)
    }
    switch validity.status {
    case .repealed, .expired, .amended:
      return banner(validity.status.rawValue, heading(validity.status), declared(validity))
    case .effective, .unknown:
      guard let day = validity.pendingFrom else { return nil }
      return banner("pending", strings(.bannerPending), strings(.bannerPendingFrom, day.iso))
    }
  }

  private func derivedBanner(_ entry: CatalogEntry, _ derived: Validity.Derivation) -> PageValue {
    let validity = entry.validity
    var detail: [String] = []
    if let day = derived.on?.iso {
      switch derived.reason {
      case .otherDocument:
        if let other = derived.evidence.lazy.compactMap(\.entry).first {
          let title = QuotedTitle.inner(renderer.catalog.entries[other].title)
          detail.append(
            derived.status == .repealed
              ? strings(.bannerRepealedBy, day, title) : strings(.bannerAmendedBy, day, title))
        }
      case .term: detail.append(strings(.bannerTerm, day))
      case .horizon: detail.append(strings(.bannerHorizonEnd, day))
      case .statement: break
      }
    }
    if validity.status != derived.status, let words = declared(validity) { detail.append(words) }
    let heading =
      derived.reason == .horizon ? strings(.bannerHorizon) : heading(derived.status)
    return banner(
      StatusWords(strings).key(derived), heading, detail.joined(), derived.evidence.prefix(3).map(evidence),
      current(entry, derived))
  }

  private func heading(_ status: Validity.Status) -> String {
    switch status {
    case .repealed: strings(.bannerRepealed)
    case .expired: strings(.bannerExpired)
    default: strings(.bannerAmended)
    }
  }

  private func declared(_ validity: Validity) -> String? {
    validity.declared.map { strings(.bannerDeclared, $0) + "。" }
  }

  private func evidence(_ evidence: Validity.Evidence) -> [String: PageValue] {
    guard let other = evidence.entry else {
      let anchor = evidence.anchor ?? ""
      return ["text": .text(evidence.text), "href": .text(anchor.isEmpty ? "#main" : links.fragment(anchor))]
    }
    let entry = renderer.catalog.entries[other]
    return [
      "text": .text(evidence.text), "source": .text(entry.title),
      "href": .text(links.href(entry.address, evidence.anchor)),
    ]
  }

  /// A repealing document that is itself in force is what a reader wants next.
  private func current(_ entry: CatalogEntry, _ derived: Validity.Derivation) -> PageValue? {
    guard derived.status == .repealed, let other = derived.evidence.lazy.compactMap(\.entry).first else {
      return nil
    }
    let successor = renderer.catalog.entries[other]
    guard StatusWords(strings).ended(successor.validity) == nil, successor.record.kind == entry.record.kind
    else { return nil }
    return .object(["title": .text(successor.title), "href": .text(links.href(successor.address))])
  }

  private func banner(
    _ status: String, _ heading: String, _ detail: String?, _ evidence: [[String: PageValue]] = [],
    _ current: PageValue? = nil
  ) -> PageValue {
    var values: [String: PageValue] = [
      "status": .text(status), "heading": .text(heading), "detail": .optional(detail),
      "evidence": .list(evidence),
    ]
    values["current"] = current
    return .object(values)
  }
}
