import Notices

/// What follows the text: attachments, duties, documents it cites and that cite it, interpretations.
struct DocumentRelations {
  private(set) var values: [String: PageValue] = [:]
  private let page: DocumentPage
  private let renderer: PageRenderer
  private let links: LinkBuilder
  private var strings: Strings { renderer.strings }

  init(_ page: DocumentPage) {
    self.page = page
    renderer = page.renderer
    links = page.renderer.links(for: page.output)
    let entry = page.entry
    let attachments =
      page.kind == .document ? entry.attachments.prefix(AttachmentList.shownFirst) : entry.attachments[...]
    var more: [String: PageValue] = [:]
    if attachments.count < entry.attachments.count {
      more["all"] = .object([
        "count": .number(entry.attachments.count),
        "href": .text(links.href(AttachmentList.address(of: entry))),
      ])
    }
    values["attachments"] = .items(attachments.map { page.renderer.attachmentRow($0, links) }, more)
    values["duties"] = .items(
      page.notice.duties.map(duty), dutyOrgans.map { ["all_organs": $0] } ?? [:])
    values["cites"] = .items(citations(entry))
    values["cited_by"] = .items(entry.citedBy.filter { $0.kind != .interprets }.map(backlink))
    values["interpreted_by"] = .items(
      entry.interpretedBy.map { renderer.row(renderer.catalog.entries[$0], links) })
    values["interprets"] = .items(entry.interprets.map { renderer.row(renderer.catalog.entries[$0], links) })
  }

  private func duty(_ duty: Duty) -> [String: PageValue] {
    DutyWords(strings).row(duty, href: links.fragment(duty.anchor))
  }

  /// Every organ once, with its page: a link at each of its mentions would double the page.
  private var dutyOrgans: PageValue? {
    var seen = Set<String>()
    let names = page.notice.duties.flatMap(\.organs).map(\.name).filter { seen.insert($0).inserted }
    return .items(
      names.compactMap { name in
        renderer.catalog.duties.address(of: name).map {
          ["name": .text(name), "href": .text(links.href($0))]
        }
      })
  }

  /// Each document once: its strongest relation, in the order of the text.
  private func citations(_ entry: CatalogEntry) -> [[String: PageValue]] {
    var rows: [[String: PageValue]] = []
    var seen = Set<String>()
    for (index, citation) in page.notice.citations.enumerated() {
      let target = entry.citationTargets.indices.contains(index) ? entry.citationTargets[index] : nil
      let key = target.map { "=\($0)" } ?? citation.number ?? TitleFold.fold(citation.title ?? citation.text)
      guard seen.insert(key + citation.kind.rawValue).inserted else { continue }
      var row: [String: PageValue] = ["text": .text(citation.text), "kind": .text(relation(citation.kind))]
      if let target {
        let other = renderer.catalog.entries[target]
        row["href"] = .text(links.href(other.address))
        row["note"] = .optional(StatusWords(strings).ended(other.validity))
      } else {
        row["note"] = .text(strings(.notInSite))
      }
      rows.append(row)
    }
    return rows
  }

  private func backlink(_ relation: Relation) -> [String: PageValue] {
    let other = renderer.catalog.entries[relation.entry]
    return [
      "title": .text(other.title), "href": .text(links.href(other.address, relation.anchor)),
      "kind": .text(inverse(relation.kind)), "number": .optional(other.record.documentNumber?.text),
      "date": .optional(other.date?.iso),
    ]
  }

  private func relation(_ kind: Citation.Kind) -> String {
    switch kind {
    case .cites: strings(.relationCites)
    case .forwards: strings(.relationForwards)
    case .implements: strings(.relationImplements)
    case .amends: strings(.relationAmends)
    case .repeals: strings(.relationRepeals)
    case .interprets: strings(.relationInterprets)
    }
  }

  private func inverse(_ kind: Citation.Kind) -> String {
    switch kind {
    case .cites: strings(.relationCitedBy)
    case .forwards: strings(.relationForwardedBy)
    case .implements: strings(.relationImplementedBy)
    case .amends: strings(.relationAmendedBy)
    case .repeals: strings(.relationRepealedBy)
    case .interprets: strings(.relationInterpretedBy)
    }
  }
}
