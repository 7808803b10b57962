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
    values["attachments"] = .items(entry.attachments.map(attachment))
    values["duties"] = .items(page.notice.duties.map(duty))
    values["cites"] = .items(citations(entry))
    values["cited_by"] = .items(entry.citedBy.filter { $0.kind != .interprets }.map(backlink))
    values["interpreted_by"] = .items(
      entry.interpretedBy.map { renderer.row(renderer.catalog.entries[$0], links) })
    values["interprets"] = .items(entry.interprets.map { renderer.row(renderer.catalog.entries[$0], links) })
  }

  private func attachment(_ attachment: ResolvedAttachment) -> [String: PageValue] {
    var row: [String: PageValue] = ["label": .optional(attachment.label), "name": .text(attachment.name)]
    if let address = attachment.address, let file = attachment.file {
      row["href"] = .text(links.href(address))
      row["type"] = .text(SitePath.fileExtension(address).uppercased())
      row["size"] = .text(FileSize.text(file.size, strings))
    }
    return row
  }

  private func duty(_ duty: Duty) -> [String: PageValue] {
    [
      "task": .text(duty.task), "clause": .optional(duty.clause),
      "href": .text(links.fragment(duty.anchor)), "open": .flag(duty.open),
      "organs": .list(
        duty.organs.map {
          ["name": .text($0.name), "role": .text(role($0.role)), "role_key": .text($0.role.rawValue)]
        }),
      "deadlines": .list(
        duty.deadlines.map {
          ["text": .text($0.text), "date": .optional($0.on?.iso), "kind": .optional(deadlineKind($0.kind))]
        }),
      "targets": .list(duty.targets.map { ["text": .text($0)] }),
    ]
  }

  private func role(_ role: Duty.Organ.Role) -> String {
    switch role {
    case .lead: strings(.dutyLead)
    case .responsible: strings(.dutyResponsible)
    case .support: strings(.dutySupport)
    }
  }

  private func deadlineKind(_ kind: Deadline.Kind) -> String? {
    switch kind {
    case .point: nil
    case .year: strings(.deadlineYear)
    case .recurring: strings(.deadlineRecurring)
    case .start: strings(.deadlineStart)
    case .default: strings(.deadlineDefault)
    }
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
