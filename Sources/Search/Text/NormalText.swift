/// A text as the index sees it: letters, with one `0` wherever a run ends. What a query finds is defined here and nowhere
/// else: a document contains a query's run when the symbols of the run stand in the symbols of one of its clauses.
struct NormalText: Sendable, Equatable {
  /// Folded letters and single zeros, no zero first or last.
  private(set) var symbols: [UInt32] = []
  /// For each symbol, the number of the scalar of the text it came from.
  private(set) var origins: [Int32] = []

  init(_ text: some Sequence<UInt32>, table: FoldTable = .standard) {
    var normalizer = Normalizer(table: table)
    var index: Int32 = 0
    for scalar in text {
      normalizer.feed(scalar)
      while origins.count < normalizer.symbols.count { origins.append(index) }
      index += 1
    }
    symbols = normalizer.symbols
  }

  init(_ text: String, table: FoldTable = .standard) {
    self.init(text.unicodeScalars.lazy.map(\.value), table: table)
  }

  /// The runs between the zeros, in order.
  var runs: [[UInt32]] { symbols.split(separator: 0).map(Array.init) }

  /// Every range of the symbols that equals `needle`, from the left, not overlapping.
  func ranges(of needle: [UInt32]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    guard let first = needle.first, needle.count <= symbols.count else { return [] }
    var i = 0
    let last = symbols.count - needle.count
    while i <= last {
      if symbols[i] == first && symbols[i..<i + needle.count].elementsEqual(needle) {
        found.append(i..<i + needle.count)
        i += needle.count
      } else {
        i += 1
      }
    }
    return found
  }

  func contains(_ needle: [UInt32]) -> Bool {
    guard let first = needle.first, needle.count <= symbols.count else { return needle.isEmpty }
    for i in 0...(symbols.count - needle.count)
    where symbols[i] == first && symbols[i..<i + needle.count].elementsEqual(needle) { return true }
    return false
  }
}

/// The state machine that makes symbols of scalars; feeds one at a time, appends to `symbols`.
struct Normalizer {
  let table: FoldTable
  var symbols: [UInt32] = []
  /// What stands between the last letter and the next one.
  private var gap = Gap.none

  private enum Gap { case none, space, stop, end }

  init(table: FoldTable) { self.table = table }

  mutating func reset() {
    symbols.removeAll(keepingCapacity: true)
    gap = .none
  }

  @inline(__always)
  mutating func feed(_ scalar: UInt32) {
    table.fold(scalar) { symbol in
      if symbol >= Symbol.firstLetter { letter(symbol) } else { separate(symbol) }
    }
  }

  @inline(__always)
  private mutating func separate(_ symbol: UInt32) {
    switch symbol {
    case Symbol.dropped: break
    case Symbol.space: if gap == .none { gap = .space } else if gap == .stop { gap = .end }
    case Symbol.stop: gap = gap == .none ? .stop : .end
    default: gap = .end
    }
  }

  @inline(__always)
  private mutating func letter(_ symbol: UInt32) {
    if gap != .none, let last = symbols.last {
      switch gap {
      case .none: break
      case .space: if !Symbol.isHan(last) && !Symbol.isHan(symbol) { symbols.append(0) }
      case .stop: symbols.append(Symbol.isDigit(last) && Symbol.isDigit(symbol) ? Symbol.stop : 0)
      case .end: symbols.append(0)
      }
    }
    gap = .none
    symbols.append(symbol)
  }
}
