/// Decides by the sequence which numbers at line beginnings are numbers of clauses.
///
/// `2.5` in front of a unit of measurement, a year with a stray dot or a table cell look like numbers; what tells
/// them apart is that no neighbour continues them.
enum NumberValidation {
  /// Removes the marks that are text. Linear in the number of marks.
  static func validate(_ marks: inout [NumberMark?]) {
    var positions: [Int] = []
    for i in marks.indices where marks[i] != nil { positions.append(i) }
    validateDecimals(&marks, positions)
    validateDigits(&marks, positions)
  }

  private static func validateDecimals(_ marks: inout [NumberMark?], _ positions: [Int]) {
    let decimals = positions.filter { !(marks[$0]?.components.isEmpty ?? true) }
    guard !decimals.isEmpty else { return }
    var order: [Int: Int] = [:]
    for (i, position) in decimals.enumerated() { order[position] = i }
    var plain = 0  // ordinal of the last `1.` or `1 `
    var two: [Int] = []
    var three: [Int] = []
    for position in positions {
      guard let mark = marks[position] else { continue }
      if mark.components.isEmpty {
        if mark.shape.family == .digit { plain = mark.ordinal }
        continue
      }
      let next = order[position].flatMap {
        $0 + 1 < decimals.count ? marks[decimals[$0 + 1]].map { Array($0.components) } : nil
      }
      let c = Array(mark.components)
      let parent = Array(c.dropLast())
      let isFirst = c[c.count - 1] == 1
      let known: Bool
      switch c.count {
      case 2:
        let continues = two.count == 2 && two[0] == c[0] && c[1] > two[1] && c[1] <= two[1] + 3
        let opens =
          isFirst && (plain == c[0] || next == [c[0], 2] || next == c + [1] || (two.first ?? 0) + 1 == c[0])
        known = continues || opens
      case 3:
        let continues =
          three.count == 3 && Array(three.dropLast()) == parent && c[2] > three[2] && c[2] <= three[2] + 3
        known = continues || (isFirst && (two == parent || next == parent + [2]))
      default:
        known = isFirst || three == parent || true
      }
      guard known else {
        marks[position] = nil
        continue
      }
      if c.count == 2 {
        two = c
        three = []
      } else if c.count == 3 {
        three = c
      }
    }
  }

  private static func validateDigits(_ marks: inout [NumberMark?], _ positions: [Int]) {
    // `1 总则` counts only in a text with decimals: its own `1.1` must follow.
    var nextDecimal: NumberMark.Components?
    for position in positions.reversed() {
      guard let mark = marks[position] else { continue }
      if !mark.components.isEmpty {
        nextDecimal = mark.components
      } else if mark.shape == .digitBare, nextDecimal?.first != mark.ordinal {
        marks[position] = nil
      }
    }
    var last = [Int](repeating: 0, count: NumberMark.Shape.allCases.count)
    let live = positions.filter { marks[$0] != nil }
    for (i, position) in live.enumerated() {
      guard let mark = marks[position] else { continue }
      switch mark.shape {
      case .digit, .digitComma, .digitHalf, .digitParenthesised:
        let previous = last[mark.shape.rawValue]
        let follows = mark.ordinal == 1 || (mark.ordinal > previous && mark.ordinal <= previous + 5)
        if !follows {
          var next: NumberMark?
          for j in live[(i + 1)...].prefix(24) {
            guard let candidate = marks[j], candidate.shape == mark.shape else { continue }
            next = candidate
            break
          }
          guard next?.ordinal == mark.ordinal + 1 || mark.ordinal == previous else {
            marks[position] = nil
            continue
          }
        }
        last[mark.shape.rawValue] = mark.ordinal
      default: break
      }
    }
  }
}
