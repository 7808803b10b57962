/// Gives every block its anchor: the path of printed ordinals, so that a link survives when text around it changes.
///
/// `二、（一）15.` is `2.1.15`; paragraphs are `2.1.p1`; where two families meet under one parent each number gets the
/// letter of its family (`c2` 章, `a17-1` 第十七条之一). A number that is printed twice gets `_2`.
enum AnchorAssignment {
  /// The first part that has sections keeps bare anchors, every other part is prefixed with `p<n>.`.
  static func assign(_ parts: inout [Part]) {
    let bare = parts.firstIndex { $0.body.contains { if case .section = $0 { true } else { false } } } ?? 0
    for i in parts.indices {
      var body = parts[i].body
      assign(&body, prefix: i == bare ? "" : "p\(i + 1).")
      parts[i].body = body
    }
  }

  private static func assign(_ blocks: inout [Block], prefix: String) {
    var families: Set<String> = []
    for case .section(let section) in blocks { families.insert(section.family?.rawValue ?? "") }
    let needsLetters = families.count > 1
    var counters = Counters()
    var used: [String: Int] = [:]
    for i in blocks.indices {
      switch blocks[i] {
      case .section(var section):
        var name = needsLetters || section.suffix > 0 ? letter(section.family) : ""
        if let ordinal = section.ordinal {
          name += String(ordinal)
        } else {
          counters.heading += 1
          name = "h\(counters.heading)"
        }
        if section.suffix > 0 { name += "-\(section.suffix)" }
        let repeated = used[name, default: 0] + 1
        used[name] = repeated
        section.anchor = prefix + name + (repeated > 1 ? "_\(repeated)" : "")
        assign(&section.children, prefix: section.anchor + ".")
        blocks[i] = .section(section)
      case .paragraph(let it) where !it.anchor.isEmpty: break  // a footnote
      case .paragraph(var it):
        counters.paragraph += 1
        it.anchor = "\(prefix)p\(counters.paragraph)"
        blocks[i] = .paragraph(it)
      case .list(var it):
        counters.list += 1
        it.anchor = "\(prefix)l\(counters.list)"
        for j in it.items.indices { assign(&it.items[j], prefix: "\(it.anchor).\(j + 1).") }
        blocks[i] = .list(it)
      case .table(var it):
        counters.table += 1
        it.anchor = "\(prefix)t\(counters.table)"
        blocks[i] = .table(it)
      case .quote(var it):
        counters.quote += 1
        it.anchor = "\(prefix)q\(counters.quote)"
        assign(&it.children, prefix: it.anchor + ".")
        blocks[i] = .quote(it)
      case .preformatted(var it):
        counters.preformatted += 1
        it.anchor = "\(prefix)x\(counters.preformatted)"
        blocks[i] = .preformatted(it)
      case .image(var it):
        counters.image += 1
        it.anchor = "\(prefix)i\(counters.image)"
        blocks[i] = .image(it)
      case .rule: break
      }
    }
  }

  private struct Counters {
    var heading = 0
    var paragraph = 0
    var list = 0
    var table = 0
    var quote = 0
    var preformatted = 0
    var image = 0
  }

  /// `p`, `t`, `l`, `q`, `x`, `i`, `h` are taken by blocks without a number.
  private static func letter(_ family: NumberFamily?) -> String {
    switch family {
    case .volume: "v"
    case .subvolume: "b"
    case .chapter: "c"
    case .division: "s"
    case .article: "a"
    case .clause: "k"
    case .item: "m"
    case .subitem: "u"
    case .han: "n"
    case .hanParenthesised: "y"
    case .digit: "d"
    case .digitParenthesised: "e"
    case .circled: "o"
    case .decimal, .decimalDeep: "f"
    case nil: "h"
    }
  }
}
