/// Which number shapes stand inside which: learned from one text, with the usual order as the tie-break.
struct FamilyOrder {
  /// Smaller is further out. Shapes of one rank are siblings.
  private var ranks: [Int]

  func rank(_ shape: NumberMark.Shape) -> Int { ranks[shape.rawValue] }

  /// The order that most documents keep.
  private static func usual(_ shape: NumberMark.Shape) -> Int {
    switch shape {
    case .volume: 0
    case .subvolume: 1
    case .chapter: 2
    case .division: 3
    case .article: 4
    case .han: 5
    case .hanParenthesised, .hanHalf: 6
    case .digit, .digitComma, .digitBare: 7
    case .decimal2: 8
    case .decimal3: 9
    case .decimal4: 10
    case .digitParenthesised, .digitHalf: 11
    case .circled: 12
    }
  }

  /// Shape G stands inside shape F when G begins at 1 right behind an F and the next F continues F's own numbers:
  /// `1. （一）（二） 2. （一）` puts `（一）` inside `1.`, whatever is usual. Numbering that runs on across
  /// parents gives no such evidence and does not disturb. Linear in the number of marks.
  static func learn(_ marks: some Sequence<NumberMark>) -> FamilyOrder {
    let shapes = NumberMark.Shape.allCases
    var votes = [[Int]](repeating: [Int](repeating: 0, count: shapes.count), count: shapes.count)
    var pending = [Int](repeating: 0, count: shapes.count)
    var last = [Int](repeating: 0, count: shapes.count)
    var present = 0
    var previous: NumberMark.Shape?
    for mark in marks {
      let shape = mark.shape.rawValue
      present |= 1 << shape
      if mark.ordinal == last[shape] + 1 {
        for inner in shapes.indices where pending[shape] & (1 << inner) != 0 { votes[shape][inner] += 1 }
      }
      pending[shape] = 0
      last[shape] = mark.ordinal
      if mark.ordinal == 1, let previous, previous != mark.shape {
        pending[previous.rawValue] |= 1 << shape
      }
      previous = mark.shape
    }
    return FamilyOrder(ranks: resolve(votes, present))
  }

  private static func resolve(_ votes: [[Int]], _ present: Int) -> [Int] {
    var order = NumberMark.Shape.allCases.filter { present & (1 << $0.rawValue) != 0 }
    order.sort { (usual($0), $0.rawValue) < (usual($1), $1.rawValue) }
    func isInside(_ inner: NumberMark.Shape, _ outer: NumberMark.Shape) -> Bool {
      if inner.isStatutory, outer.isStatutory { return false }
      let yes = votes[outer.rawValue][inner.rawValue]
      let no = votes[inner.rawValue][outer.rawValue]
      return yes > 0 && (no == 0 || yes >= 2 * no + 1)
    }
    // Move a shape in front of the ones that stand inside it; few shapes, so a plain insertion does.
    var i = 0
    var moves = 0
    while i < order.count {
      let shape = order[i]
      if moves < 64, let target = order[..<i].firstIndex(where: { isInside($0, shape) }) {
        order.remove(at: i)
        order.insert(shape, at: target)
        moves += 1
        i = target
      }
      i += 1
    }
    var ranks = [Int](repeating: 0, count: NumberMark.Shape.allCases.count)
    var rank = 0
    for (i, shape) in order.enumerated() {
      if i > 0 {
        let before = order[i - 1]
        let siblings = usual(before) == usual(shape) && !isInside(shape, before)
        if !siblings { rank += 1 }
      }
      ranks[shape.rawValue] = rank
    }
    return ranks
  }
}
