/// Gives the blocks that stand side by side their anchors: the path of printed ordinals, so that a link survives when text
/// around it changes.
///
/// `二、（一）15.` is `2.1.15`; paragraphs are `2.1.p1`; where two families meet under one parent each number gets the
/// letter of its family (`c2` 章, `a17-1` 第十七条之一). A number that is printed twice gets `_2`.
struct AnchorNames {
  /// The families of numbers that stand side by side, and whether units without a number are among them.
  struct Families {
    private var bits: UInt32 = 0

    mutating func insert(_ family: NumberFamily?) {
      // `1.1` and `1.1.1` share a letter, but are two.
      bits |= family == .decimalDeep ? 1 << 31 : 1 << UInt32(AnchorNames.letter(family) - 0x61)
    }
    /// There is more than one.
    var areSeveral: Bool { bits.nonzeroBitCount > 1 }
  }

  private struct Number: Hashable {
    var letter: UInt8
    var ordinal: Int
    var suffix: Int
  }

  private let prefix: String
  private let needsLetters: Bool
  private var used: [Number: Int] = [:]
  private var heading = 0
  private var paragraph = 0
  private var list = 0
  private var table = 0
  private var quote = 0
  private var preformatted = 0
  private var image = 0

  init(prefix: String, families: Families = Families()) {
    self.prefix = prefix
    needsLetters = families.areSeveral
  }

  /// The anchor of the next unit.
  mutating func name(ofSection family: NumberFamily?, _ ordinal: Int?, suffix: Int) -> String {
    var anchor = prefix
    var number = Number(letter: 0, ordinal: 0, suffix: suffix)
    if let ordinal {
      number.ordinal = ordinal
      if needsLetters || suffix > 0 { number.letter = Self.letter(family) }
    } else {
      heading += 1
      number.ordinal = heading
      number.letter = 0x68
    }
    if number.letter != 0 { anchor.unicodeScalars.append(Unicode.Scalar(number.letter)) }
    anchor += String(number.ordinal)
    if suffix > 0 { anchor += "-\(suffix)" }
    let repeated = used[number, default: 0] + 1
    used[number] = repeated
    return repeated > 1 ? anchor + "_\(repeated)" : anchor
  }

  /// The anchor of the next paragraph.
  mutating func nameOfParagraph() -> String {
    paragraph += 1
    return anchor("p", paragraph)
  }

  /// The block with its anchor, and with those of the blocks inside it. A footnote has its own.
  mutating func named(_ block: Block) -> Block {
    switch block {
    case .section, .rule: return block
    case .paragraph(var it):
      guard it.anchor.isEmpty else { return block }
      it.anchor = nameOfParagraph()
      return .paragraph(it)
    case .list(var it):
      list += 1
      it.anchor = anchor("l", list)
      for j in it.items.indices { it.items[j] = Self.named(it.items[j], prefix: "\(it.anchor).\(j + 1).") }
      return .list(it)
    case .table(var it):
      table += 1
      it.anchor = anchor("t", table)
      return .table(it)
    case .quote(var it):
      quote += 1
      it.anchor = anchor("q", quote)
      it.children = Self.named(it.children, prefix: it.anchor + ".")
      return .quote(it)
    case .preformatted(var it):
      preformatted += 1
      it.anchor = anchor("x", preformatted)
      return .preformatted(it)
    case .image(var it):
      image += 1
      it.anchor = anchor("i", image)
      return .image(it)
    }
  }

  private static func named(_ blocks: [Block], prefix: String) -> [Block] {
    var names = AnchorNames(prefix: prefix)
    return blocks.map { names.named($0) }
  }

  private func anchor(_ letter: Unicode.Scalar, _ number: Int) -> String {
    var anchor = prefix
    anchor.unicodeScalars.append(letter)
    anchor += String(number)
    return anchor
  }

  /// `p`, `t`, `l`, `q`, `x`, `i`, `h` are taken by blocks without a number.
  private static func letter(_ family: NumberFamily?) -> UInt8 {
    let letter: Unicode.Scalar =
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
    return UInt8(letter.value)
  }
}
