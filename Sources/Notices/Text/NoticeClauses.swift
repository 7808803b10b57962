extension Notice {
  /// The notice as linkable pieces of text, in reading order: clause 0 is the title; then one a numbered unit without its
  /// numbered children, plain paragraphs grouped up to 400 characters. Every word of the text is in some clause. What
  /// stands below a unit that has text and is no mere heading goes on with it.
  public var clauses: [Clause] {
    var list = ClauseList()
    list.add(anchor: "", path: [], text: ([title].compactMap(\.self) + altTitles).joined(separator: "\n"))
    for (i, part) in parts.enumerated() { list.add(part, isFirst: i == 0, documentTitle: title) }
    let names = attachments.map { [$0.label, $0.name].compactMap(\.self).joined(separator: "：") }
    list.add(anchor: "", path: [], text: names.joined(separator: "\n"))
    list.add(anchor: "", path: [], text: [provenance, summary].compactMap(\.self).joined(separator: "\n"))
    return list.clauses
  }
}

/// Collects clauses; the first is always there, later ones only when they hold text.
private struct ClauseList {
  private(set) var clauses: [Clause] = []
  /// Characters of plain paragraphs that make one clause, and of clauses that go on with each other.
  private static let mostTogether = 400
  /// Of the last clause and of those before it that it goes on with.
  private var length = 0

  mutating func add(anchor: String, path: [String], text: String, continues: Bool = false) {
    guard clauses.isEmpty || !text.isEmpty else { return }
    let added = text.unicodeScalars.count
    let fits = continues && length + added <= Self.mostTogether
    length = fits ? length + added : added
    clauses.append(Clause(anchor: anchor, path: path, text: text, continues: fits))
  }

  mutating func add(_ part: Part, isFirst: Bool, documentTitle: String?) {
    let path = [part.title].compactMap(\.self)
    var head: [String] = []
    if let title = part.title, title != documentTitle { head.append(title) }
    if let number = part.documentNumber { head.append(number.text) }
    if let addressee = part.addressee { head.append(addressee + "：") }
    add(anchor: firstAnchor(part.body) ?? "", path: path, text: head.joined(separator: "\n"))
    add(part.body, path)
    if let signature = part.signature {
      let lines =
        signature.organs + signature.signers + [signature.dateText ?? signature.date?.iso].compactMap(\.self)
      add(anchor: lastAnchor(part.body) ?? "", path: path, text: lines.joined(separator: "\n"))
    }
    add(anchor: lastAnchor(part.body) ?? "", path: path, text: part.notes.joined(separator: "\n"))
  }

  private mutating func add(_ blocks: [Block], _ path: [String]) {
    var group = Group()
    for block in blocks {
      if case .section(let section) = block {
        flush(&group, path)
        add(section, path)
        continue
      }
      let text = BlockText.text(of: block)
      if group.length + text.unicodeScalars.count > Self.mostTogether { flush(&group, path) }
      group.append(anchor: BlockText.anchor(of: block), text)
    }
    flush(&group, path)
  }

  /// - Parameter isItem: The section stands below text, not only below headings.
  private mutating func add(_ section: Section, _ path: [String], isItem: Bool = false) {
    let name = [section.number, section.heading?.string].compactMap(\.self).joined()
    var lines = [name + (section.headingEnd ?? "")]
    var group = Group()
    let inner = path + [String(name.unicodeScalars.prefix(60).map(Character.init))]
    var pending = true
    var hasText = isItem || section.headingEnd == "："
    for block in section.children {
      if case .section(let child) = block {
        if pending {
          add(anchor: section.anchor, path: path, text: lines.joined(separator: "\n"), continues: isItem)
          pending = false
        }
        flush(&group, inner, continues: hasText)
        add(child, inner, isItem: hasText)
      } else if pending {
        lines.append(BlockText.text(of: block))
        hasText = true
      } else {
        let text = BlockText.text(of: block)
        if group.length + text.unicodeScalars.count > Self.mostTogether {
          flush(&group, inner, continues: hasText)
        }
        group.append(anchor: BlockText.anchor(of: block), text)
      }
    }
    if pending {
      add(anchor: section.anchor, path: path, text: lines.joined(separator: "\n"), continues: isItem)
    }
    flush(&group, inner, continues: hasText)
  }

  private struct Group {
    var anchor: String?
    var lines: [String] = []
    var length = 0
    mutating func append(anchor: String?, _ text: String) {
      guard !text.isEmpty else { return }
      if self.anchor == nil { self.anchor = anchor }
      lines.append(text)
      length += text.unicodeScalars.count
    }
  }

  private mutating func flush(_ group: inout Group, _ path: [String], continues: Bool = false) {
    add(
      anchor: group.anchor ?? "", path: path, text: group.lines.joined(separator: "\n"), continues: continues)
    group = Group()
  }

  private func firstAnchor(_ blocks: [Block]) -> String? { blocks.first.flatMap(BlockText.anchor(of:)) }
  private func lastAnchor(_ blocks: [Block]) -> String? { blocks.last.flatMap(BlockText.anchor(of:)) }
}

/// The plain text of a block.
package enum BlockText {
  package static func anchor(of block: Block) -> String? {
    switch block {
    case .section(let it): it.anchor
    case .paragraph(let it): it.anchor
    case .list(let it): it.anchor
    case .table(let it): it.anchor
    case .quote(let it): it.anchor
    case .preformatted(let it): it.anchor
    case .image(let it): it.anchor
    case .rule: nil
    }
  }

  /// All of its text, inner blocks joined by `\n`, cells by a space.
  package static func text(of block: Block) -> String {
    switch block {
    case .section(let it):
      ([[it.number, it.heading?.string, it.headingEnd].compactMap(\.self).joined()]
        + it.children.map(text(of:)))
        .filter { !$0.isEmpty }.joined(separator: "\n")
    case .paragraph(let it): (it.label.map { $0 + "：" } ?? "") + it.text.string
    case .list(let it): it.items.map { $0.map(text(of:)).joined(separator: "\n") }.joined(separator: "\n")
    case .table(let it):
      ([it.caption].compactMap(\.self) + [it.head.map(\.string).joined(separator: " ")]
        + it.rows.map { $0.map(\.string).joined(separator: " ") })
        .filter { !$0.isEmpty }.joined(separator: "\n")
    case .quote(let it): it.children.map(text(of:)).joined(separator: "\n")
    case .preformatted(let it): it.text
    case .image(let it): it.alternative
    case .rule: ""
    }
  }
}
