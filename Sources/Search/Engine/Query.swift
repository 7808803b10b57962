/// What was typed, read. The language is in docs/search-format.md, "Queries".
struct Query: Sendable {
  /// Every document has to match all of these.
  var groups: [QueryGroup] = []
  /// No document may match one of these.
  var excluded: [QueryGroup] = []
  /// Facet and folded text that one of its values has to contain.
  var facets: [(name: String, value: [UInt32], typed: String)] = []
  /// Beginnings of document numbers after `文号:`.
  var numbers: [[UInt8]] = []
  /// The whole query as the key of a document number.
  var numberKey: [UInt8]?
  /// The only pattern is a document number, read from what was typed.
  var isNumber = false
  var truncated = false

  static let longestRun = 64
  static let mostSymbols = 256
  static let mostGroups = 32
  static let mostExcluded = 8
}

/// A word, run or phrase of a query, and what may stand for it.
struct QueryGroup: Sendable {
  /// As it was typed, without quotes and operators.
  var typed: String
  /// The first is what was typed; the others are synonyms.
  var patterns: [Pattern]
  /// Only titles count.
  var titleOnly = false
}

/// A sequence of symbols to be found in one clause; zeros where separators stand.
struct Pattern: Sendable, Equatable {
  var symbols: [UInt32]
  /// No digit may follow: `10` is not the beginning of `100`.
  var endsNumber = false

  init(_ symbols: [UInt32], endsNumber: Bool = false) {
    self.symbols = symbols
    self.endsNumber = endsNumber
  }

  /// True when `text` has the pattern.
  func matches(_ text: NormalText) -> Bool {
    endsNumber ? !ranges(in: text).isEmpty : text.contains(symbols)
  }

  /// Where `text` has the pattern.
  func ranges(in text: NormalText) -> [Range<Int>] {
    let found = text.ranges(of: symbols)
    guard endsNumber else { return found }
    return found.filter {
      $0.upperBound == text.symbols.count || !Symbol.isDigit(text.symbols[$0.upperBound])
    }
  }
}

/// What has to be looked up for a pattern.
struct PatternTerms: Sendable, Equatable {
  var characters: [UInt32] = []
  var pairs: [SymbolPair] = []
  var mixed: [SymbolPair] = []
  /// Words with both ends known.
  var words: [[UInt32]] = []
  /// Words at the ends of the pattern, which may be parts of longer ones.
  var open: [OpenWord] = []

  struct SymbolPair: Sendable, Equatable {
    var first: UInt32
    var second: UInt32
  }

  struct OpenWord: Sendable, Equatable {
    var symbols: [UInt32]
    /// It may begin, or end, inside a word.
    var left: Bool
    var right: Bool
    /// Nothing else stands in its run.
    var alone: Bool
  }

  init(_ pattern: Pattern) {
    let symbols = pattern.symbols
    for run in symbols.indices.split(whereSeparator: { symbols[$0] == 0 }) {
      add(symbols[run.first!...run.last!], of: symbols)
    }
  }

  private mutating func add(_ run: ArraySlice<UInt32>, of symbols: [UInt32]) {
    if run.count == 1, let only = run.first, Symbol.isHan(only) { return characters.append(only) }
    var i = run.startIndex
    while i < run.endIndex {
      if i > run.startIndex { addPair(symbols[i - 1], symbols[i]) }
      guard !Symbol.isHan(symbols[i]) else {
        i += 1
        continue
      }
      let start = i
      while i < run.endIndex && !Symbol.isHan(symbols[i]) { i += 1 }
      let word = Array(symbols[start..<i])
      let (left, right) = (start == 0, i == symbols.count)
      if !left && !right && word.count <= LabelClass.longestWord {
        if !words.contains(word) { words.append(word) }
      } else {
        open.append(
          OpenWord(
            symbols: word, left: left, right: right, alone: start == run.startIndex && i == run.endIndex))
      }
    }
  }

  private mutating func addPair(_ a: UInt32, _ b: UInt32) {
    let pair = SymbolPair(first: a, second: b)
    if Symbol.isHan(a) && Symbol.isHan(b) {
      if !pairs.contains(pair) { pairs.append(pair) }
    } else if !mixed.contains(pair) {
      mixed.append(pair)
    }
  }
}
