import Diagnostics

@testable import Notices

/// Reads small invented texts.
enum TextReading {
  static func read(_ text: String, path: String = "content/样例.txt") -> Notice {
    NoticeReader().read(SourceFile(path: path, bytes: Array(text.utf8)))
  }

  static func losses(_ text: String, path: String = "content/样例.txt") -> [LosslessCheck.Loss] {
    LosslessCheck.check(SourceFile(path: path, bytes: Array(text.utf8)))
  }

  /// All sections in reading order.
  static func sections(_ notice: Notice) -> [Section] { notice.parts.flatMap { sections($0.body) } }

  static func sections(_ blocks: [Block]) -> [Section] {
    blocks.flatMap { block -> [Section] in
      guard case .section(let section) = block else { return [] }
      return [section] + sections(section.children)
    }
  }

  static func anchors(_ notice: Notice) -> [String] { sections(notice).map(\.anchor) }

  /// Number and heading of every section: `一、总体要求`.
  static func outline(_ notice: Notice) -> [String] {
    sections(notice).map { ($0.number ?? "") + ($0.heading?.string ?? "") }
  }

  static func paragraphs(_ blocks: [Block]) -> [String] {
    blocks.compactMap { block -> String? in
      if case .paragraph(let paragraph) = block { return paragraph.text.string }
      return nil
    }
  }
}
