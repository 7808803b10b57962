/// Pairs of round, square and lenticular brackets.
enum Brackets {
  /// The bracket that opens at `index`, both marks included; `nil` when none opens there or it does not close in `limit`.
  static func range(_ text: ScalarText, openAt index: Int, limit: Int) -> Range<Int>? {
    let close = Glyph.closing(text[index])
    guard close != 0 else { return nil }
    let open = text[index]
    var (depth, at) = (0, index)
    while at < text.count, at - index <= limit {
      if text[at] == open { depth += 1 }
      if text[at] == close {
        depth -= 1
        if depth == 0 { return index..<at + 1 }
      }
      at += 1
    }
    return nil
  }

  /// The bracket whose last scalar stands before `end`.
  static func range(_ text: ScalarText, closedAt end: Int) -> Range<Int>? {
    let close = text[end - 1]
    var (depth, at) = (0, end - 1)
    guard [0x29, 0x5D, 0x3015, 0x3011].contains(close) else { return nil }
    while at >= 0, end - at <= 160 {
      if text[at] == close { depth += 1 }
      if Glyph.closing(text[at]) == close {
        depth -= 1
        if depth == 0 { return at..<end }
      }
      at -= 1
    }
    return nil
  }

  /// What a text with a bracket holds.
  static let signals: Signals = [.bracketOpen, .bracketClose]

  /// Every outermost bracket, in order. A bracket may close with another kind's mark (`〔…）`); what never closes is
  /// passed over. Linear.
  static func all(_ text: ScalarText) -> [Range<Int>] {
    var open: [Int] = []
    var result: [Range<Int>] = []
    guard text.signals.isSuperset(of: signals) else { return result }
    var rest = text.all
    while let at = text.first(PackedScalars.mark, in: rest) {
      rest = at + 1..<text.count
      let scalar = text[at]
      if Glyph.closing(scalar) != 0 {
        open.append(at)
      } else if isClosing(scalar) {
        guard let index = partner(text, open, scalar) else { continue }
        let start = open[index]
        open.removeSubrange(index...)
        while let last = result.last, last.lowerBound > start { result.removeLast() }
        result.append(start..<at + 1)
      }
    }
    return result
  }

  /// The nearest open mark of the same kind within a few levels, else the nearest of any kind.
  private static func partner(_ text: ScalarText, _ open: [Int], _ close: UInt32) -> Int? {
    guard !open.isEmpty else { return nil }
    for index in open.indices.suffix(4).reversed() where Glyph.closing(text[open[index]]) == close {
      return index
    }
    return open.count - 1
  }

  private static func isClosing(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x29, 0x5D, 0x7D, 0x3015, 0x3011, 0x3017, 0xFE5E: true
    default: false
    }
  }
}
