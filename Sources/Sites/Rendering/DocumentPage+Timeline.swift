extension DocumentPage {
  /// The rows of the timeline; `nil` when there is nothing but the document's own dates.
  var timeline: PageValue? {
    guard kind == .document else { return nil }
    let catalog = renderer.catalog
    let events = Timeline(entry, at: catalog.index(of: entry), catalog).events
    let first = events.firstIndex { $0.entry == nil }
    return .items(
      events.enumerated().map { index, event in
        var row: [String: PageValue] = [
          "date": .optional(event.on?.iso), "event": .text(word(event.kind)),
          "current": .flag(index == first),
          "future": .flag(event.isFuture),
        ]
        if let other = event.entry.map({ catalog.entries[$0] }) {
          row["title"] = .text(other.title)
          row["number"] = .optional(other.record.documentNumber?.text)
          row["href"] = .text(renderer.links(for: output).href(other.address, event.anchor))
        }
        return row
      })
  }

  private func word(_ kind: Timeline.Kind) -> String {
    let strings = renderer.strings
    return switch kind {
    case .issued: strings(.eventIssued)
    case .published: strings(.eventPublished)
    case .effective: strings(.eventEffective)
    case .amended: strings(.eventAmended)
    case .repealed: strings(.eventRepealed)
    case .expires: strings(.eventExpires)
    case .earlier: strings(.eventEarlier)
    }
  }
}
