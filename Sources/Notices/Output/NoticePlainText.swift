/// A notice as plain text in UTF-8: what a reader of the page reads, without page furniture and without markup. Numbers
/// stand as printed; cells of a table are separated by tabs.
public struct NoticePlainText: Sendable {
  private let notice: Notice

  public init(_ notice: Notice) { self.notice = notice }

  /// Paragraphs are lines; parts are separated by an empty line. Linear in the size of the notice.
  public func bytes() -> [UInt8] {
    var lines: [String] = []
    let parts = notice.parts
    if let title = notice.title, parts.first?.title != title { lines.append(title) }
    if let number = notice.documentNumber, !parts.contains(where: { $0.documentNumber == number }) {
      lines.append(number.text)
    }
    for part in parts {
      if !lines.isEmpty { lines.append("") }
      lines += [part.label, part.title, part.documentNumber?.text].compactMap { $0 }
      if let addressee = part.addressee { lines.append(addressee + "：") }
      append(part.body, indent: "", to: &lines)
      if let signature = part.signature {
        lines += signature.organs + signature.signers
        if let date = signature.dateText ?? signature.date?.iso { lines.append(date) }
      }
      lines += part.notes
    }
    let named = notice.attachments.map { [$0.label, $0.name].compactMap { $0 }.joined(separator: " ") }
    if !named.isEmpty { lines += [""] + named }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  private func append(_ blocks: [Block], indent: String, to lines: inout [String]) {
    for block in blocks {
      switch block {
      case .section(let section): append(section, indent: indent, to: &lines)
      case .paragraph(let paragraph):
        lines.append(indent + (paragraph.label.map { $0 + "：" } ?? "") + paragraph.text.string)
      case .list(let list):
        for (index, item) in list.items.enumerated() {
          let mark = list.ordered ? "\(list.start + index). " : "• "
          var inner: [String] = []
          append(item, indent: "", to: &inner)
          lines += inner.enumerated().map { indent + ($0.offset == 0 ? mark : "  ") + $0.element }
        }
      case .table(let table):
        if let caption = table.caption { lines.append(indent + caption) }
        for row in [table.head] + table.rows where !row.isEmpty {
          lines.append(indent + row.map { $0.string.replacing("\n", with: " ") }.joined(separator: "\t"))
        }
      case .quote(let container): append(container.children, indent: indent + "  ", to: &lines)
      case .preformatted(let text): lines.append(text.text)
      case .image(let image): lines.append(indent + "［\(image.alternative)］")
      case .rule: lines.append("")
      }
    }
  }

  /// The number, the heading and, where it runs in, the first paragraph on one line.
  private func append(_ section: Section, indent: String, to lines: inout [String]) {
    let heading = section.heading.map { $0.string + (section.headingEnd ?? "") } ?? ""
    let start = (section.number ?? "") + heading
    var inner: [String] = []
    append(section.children, indent: "", to: &inner)
    let joins = section.heading == nil || section.runIn
    if joins, let first = inner.first {
      lines.append(indent + start + first)
      inner.removeFirst()
    } else {
      lines.append(indent + start)
    }
    lines += inner.map { indent + $0 }
  }
}
