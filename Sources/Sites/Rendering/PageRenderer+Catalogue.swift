import Notices

extension PageRenderer {
  /// 法定主动公开内容: the classes of the law that have documents, with the site's catalogues below them.
  func catalogValues(_ output: PlannedOutput) -> PageValues {
    let links = links(for: output)
    var page = PageValues(title: axisTitle(.catalog), section: configuration.title)
    page.column = column(of: SiteAddress.axis(.catalog))
    let values = catalog.facet(.catalog).values
    let classes = DisclosureTree(catalog, configuration).classes.filter { !$0.values.isEmpty }
    page.own = [
      "title": .text(page.title), "total": .number(catalog.entries.count),
      "updated": .optional(catalog.entries.lazy.compactMap(\.record.dates.published).max()?.iso),
      "classes": .list(
        classes.map { item in
          [
            "name": .text(item.name.isEmpty ? strings(.otherCatalogues) : item.name),
            "count": .number(item.count),
            "values": .list(item.values.map { facetLinks.link(.catalog, values[$0], links) }),
          ]
        }),
    ]
    return page
  }

  /// Who has to do what: the organs with their number of duties.
  func dutiesValues(_ output: PlannedOutput) -> PageValues {
    let links = links(for: output)
    var page = PageValues(title: strings(.accountability), section: configuration.title)
    let documents = catalog.entries.count { !$0.record.duties.isEmpty }
    page.own = [
      "title": .text(page.title), "total": .number(catalog.duties.count), "documents": .number(documents),
      "csv": .text(links.href(SiteAddress.dutiesCSV)), "jsonl": .text(links.href(SiteAddress.dutiesJSONL)),
      "ics": .optional(catalog.duties.hasDueDays ? links.href(SiteAddress.dutiesICS) : nil),
      "organs": .list(
        catalog.duties.organs.map {
          [
            "name": .text($0.name), "href": .text(links.href("\(SiteAddress.duties)\($0.segment)/")),
            "count": .number($0.items.count), "current": .flag(false), "lang": .optional(contentLanguage),
          ]
        }),
    ]
    return page
  }

  /// The duties of one organ, by deadline.
  func organDutiesValues(_ organ: Int, _ number: Int, _ output: PlannedOutput) -> PageValues {
    let links = links(for: output)
    let organ = catalog.duties.organs[organ]
    let address = "\(SiteAddress.duties)\(organ.segment)/"
    let pages = max(1, (organ.items.count + configuration.perPage - 1) / configuration.perPage)
    let start = (number - 1) * configuration.perPage
    var page = PageValues(
      title: number == 1 ? organ.name : organ.name + " " + strings(.pageNumber, String(number)),
      section: strings(.accountability))
    page.breadcrumb = [(strings(.accountability), SiteAddress.duties)]
    if number > 1 { page.previous = SiteAddress.page(address, number - 1) }
    if number < pages { page.next = SiteAddress.page(address, number + 1) }
    page.own = [
      "title": .text(organ.name), "total": .number(organ.items.count), "start": .number(start + 1),
      "ics": .optional(organ.hasDueDays ? links.href(address + SiteAddress.calendar) : nil),
      "items": .list(
        organ.items.dropFirst(start).prefix(configuration.perPage).map { dutyRow($0, links) }),
    ]
    if pages > 1 { page.own["pagination"] = pagination(address, number, pages, links) }
    return page
  }

  private func dutyRow(_ item: DutyIndex.Item, _ links: LinkBuilder) -> [String: PageValue] {
    let entry = catalog.entries[item.entry]
    let duty = entry.record.duties[item.duty]
    var row = DutyWords(strings).row(duty, href: links.href(entry.address, duty.anchor))
    row["role"] = .text(DutyWords(strings).role(item.role))
    row["document"] = .text(entry.title)
    row["document_href"] = .text(links.href(entry.address))
    row["number"] = .optional(entry.record.documentNumber?.text)
    return row
  }
}

/// Duties in words, for the document's page and the pages of organs.
struct DutyWords {
  private let strings: Strings
  init(_ strings: Strings) { self.strings = strings }

  /// The names of `PageSchema.dutyRow`.
  func row(_ duty: Duty, href: String) -> [String: PageValue] {
    [
      "task": .text(duty.task), "clause": .optional(duty.clause), "href": .text(href),
      "open": .flag(duty.open),
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

  func role(_ role: Duty.Organ.Role) -> String {
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
}
