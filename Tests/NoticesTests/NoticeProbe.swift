import Diagnostics

@testable import Notices

/// Short ways to ask a notice what a test wants to know.
extension Notice {
  /// All text of the bodies, one block a line, numbers included.
  var bodyText: String { parts.flatMap { lines($0.body) }.joined(separator: "\n") }

  /// Every numbered unit in reading order: number and heading.
  var outline: [String] { sections.map { ($0.number ?? "") + ($0.heading?.string ?? "") } }

  var sections: [Section] { parts.flatMap { sections($0.body) } }

  var paragraphs: [Paragraph] { parts.flatMap { paragraphs($0.body) } }

  var tables: [Table] {
    func all(_ blocks: [Block]) -> [Table] {
      blocks.flatMap { block -> [Table] in
        switch block {
        case .table(let table): [table]
        case .section(let section): all(section.children)
        default: []
        }
      }
    }
    return parts.flatMap { all($0.body) }
  }

  /// Ids of the diagnostics.
  var findings: Set<String> { Set(diagnostics.map(\.id)) }

  /// The extra header field of a name.
  func extra(_ name: String) -> String? { extra.first { $0.name == name }?.value }

  func classification(_ name: String) -> [String]? { classifications.first { $0.name == name }?.values }

  private func sections(_ blocks: [Block]) -> [Section] {
    blocks.flatMap { block -> [Section] in
      guard case .section(let section) = block else { return [] }
      return [section] + sections(section.children)
    }
  }

  private func paragraphs(_ blocks: [Block]) -> [Paragraph] {
    blocks.flatMap { block -> [Paragraph] in
      switch block {
      case .paragraph(let paragraph): [paragraph]
      case .section(let section): paragraphs(section.children)
      case .list(let list): list.items.flatMap { paragraphs($0) }
      case .quote(let quote): paragraphs(quote.children)
      default: []
      }
    }
  }

  private func lines(_ blocks: [Block]) -> [String] {
    blocks.flatMap { block -> [String] in
      switch block {
      case .section(let section):
        [(section.number ?? "") + (section.heading?.string ?? "")] + lines(section.children)
      case .paragraph(let paragraph): [(paragraph.label.map { $0 + "：" } ?? "") + paragraph.text.string]
      case .list(let list): list.items.flatMap { lines($0) }
      case .quote(let quote): lines(quote.children)
      case .table(let table): ([table.head] + table.rows).map { $0.map(\.string).joined(separator: " ") }
      case .preformatted(let text): [text.text]
      case .image, .rule: []
      }
    }
  }
}
