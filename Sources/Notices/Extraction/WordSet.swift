/// A set of fixed words; finds the longest that stands at, or ends at, a place.
///
/// Words lie flat in one array, bucketed by the low byte of their first (or last) scalar: no hashing, most places are
/// passed over after one look, and so is a text that lacks the scalars that every word needs.
struct WordSet: ExpressibleByArrayLiteral, Sendable {
  private let byFirst: Table
  private let byLast: Table
  /// A text holds a word only if it signals all of one of these.
  private let needs: [Signals]

  init(_ words: [String]) { self.init(words.map { Word($0) }.filter { $0.count > 0 }) }

  init(_ words: [Word]) {
    byFirst = Table(words) { $0.scalars[0] }
    byLast = Table(words) { $0.scalars[$0.count - 1] }
    needs = words.reduce(into: []) { needs, word in
      if needs.contains(where: { $0.isSubset(of: word.signals) }) { return }
      needs.removeAll { word.signals.isSubset(of: $0) }
      needs.append(word.signals)
    }
  }

  init(arrayLiteral words: String...) { self.init(words) }

  /// How many scalars the longest word at `index` has; 0 when none stands there.
  func length(in text: ScalarText, at index: Int) -> Int {
    byFirst.longest(text[index]) { text.has(byFirst.scalars, $0, $1, at: index) }
  }

  /// How many scalars the longest word that ends right before `index` has.
  func length(in text: ScalarText, before index: Int) -> Int {
    guard index > 0 else { return 0 }
    return byLast.longest(text[index - 1]) { text.has(byLast.scalars, $0, $1, at: index - $1) }
  }

  /// The last scalar of each word.
  var lastScalars: [UInt32] { byLast.lastScalars }

  /// Whether a word may begin with this scalar.
  @inline(__always)
  func mayBegin(_ scalar: UInt32) -> Bool { byFirst.mayHold(scalar) }

  /// The first of the words in `range`, the longest where several begin.
  func first(in text: ScalarText, _ range: Range<Int>) -> Range<Int>? {
    guard mayStand(in: text) else { return nil }
    var rest = range
    while let at = text.firstIndex(in: rest, where: byFirst.mayHold) {
      let length = length(in: text, at: at)
      if length > 0, at + length <= range.upperBound { return at..<at + length }
      rest = at + 1..<range.upperBound
    }
    return nil
  }

  func contains(in text: ScalarText, _ range: Range<Int>) -> Bool { first(in: text, range) != nil }

  /// Whether the text signals what a word of the set needs.
  func mayStand(in text: ScalarText) -> Bool { mayStand(text.signals) }

  /// Whether a text with these signals may hold a word of the set.
  func mayStand(_ signals: Signals) -> Bool {
    for need in needs where need.isSubset(of: signals) { return true }
    return false
  }
}

extension WordSet {
  /// The words by one of their scalars.
  private struct Table: Sendable {
    /// Scalars of all words, one after another.
    private(set) var scalars: [UInt32] = []
    /// Start and length of each word in `scalars`, longest first in a bucket.
    private var words: [(start: Int, count: Int)] = []
    /// The words of bucket `b` are `bounds[b]..<bounds[b + 1]`.
    private var bounds: [Int]
    /// By low byte, a bit for each higher byte (modulo 64) that a key has.
    private var keys = [UInt64](repeating: 0, count: 256)

    init(_ words: [Word], by key: (Word) -> UInt32) {
      let keyed = words.map { (bucket: Int(key($0) & 0xFF), word: $0) }
      bounds = [Int](repeating: 0, count: 257)
      for (bucket, _) in keyed { bounds[bucket + 1] += 1 }
      for bucket in 0..<256 { bounds[bucket + 1] += bounds[bucket] }
      for (bucket, word) in keyed.sorted(by: { ($0.bucket, $1.word.count) < ($1.bucket, $0.word.count) }) {
        self.words.append((scalars.count, word.count))
        scalars += word.scalars
        keys[bucket] |= 1 << UInt64(key(word) >> 8 & 63)
      }
    }

    var lastScalars: [UInt32] { words.map { scalars[$0.start + $0.count - 1] } }

    /// Whether a word may have this scalar as its key.
    @inline(__always)
    func mayHold(_ scalar: UInt32) -> Bool {
      // There are 256 keys.
      keys.span[unchecked: Int(scalar & 0xFF)] &>> UInt64(scalar &>> 8) & 1 != 0
    }

    /// The length of the longest word with this key that stands where it should.
    @inline(__always)
    func longest(_ key: UInt32, where stands: (_ start: Int, _ count: Int) -> Bool) -> Int {
      guard mayHold(key) else { return 0 }
      let bucket = Int(key & 0xFF)
      var next = bounds[bucket]
      while next < bounds[bucket + 1] {
        let word = words[next]
        if stands(word.start, word.count) { return word.count }
        next += 1
      }
      return 0
    }
  }
}
