import Notices

/// How a person cites a clause: `第二部分（一）第15项`, `第六条第二款`.
enum ClauseName {
  /// The step that one numbered unit adds to a citation; `nil` for a heading without a number.
  static func step(_ section: Section) -> String? {
    guard let family = section.family, let number = section.number else { return nil }
    let bare = bare(number)
    switch family {
    case .volume, .subvolume, .chapter, .division, .article, .clause, .item, .subitem: return bare
    case .han: return "第\(bare)部分"
    case .digit: return "第\(bare)项"
    case .digitParenthesised: return "第\(bare)目"
    case .hanParenthesised: return "（\(bare)）"
    case .circled: return number
    case .decimal, .decimalDeep: return bare
    }
  }

  /// The whole citation inside a document. An article stands alone: its number is unique in the text.
  static func full(_ path: [Section]) -> String {
    let start = path.lastIndex { $0.family == .article } ?? path.startIndex
    return path[start...].compactMap(step).joined()
  }

  /// The number without the marks around it: `（一）` → `一`, `1.` → `1`.
  private static func bare(_ number: String) -> String {
    String(number.filter { !"（）()．.、，,：:  \u{3000}\t".contains($0) || $0 == "." && number.last != "." })
  }
}
