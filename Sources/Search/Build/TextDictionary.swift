/// What is often said in the texts of an index, put together once, so that each block need only point at it: blocks are small
/// and are deflated one by one, and a sixth of what they hold is of this kind.
///
/// The texts are cut into as many parts as there are pieces to choose; of each part the window is taken that has the most
/// of what several documents have. What one piece has does not count for the next.
enum TextDictionary {
  /// Bytes: more cost a first query more than they save it.
  static let most = 1536
  /// Bytes of a piece.
  private static let window = 32
  /// Bytes that are looked up together.
  private static let gram = 6
  /// Of a document no more is looked at.
  private static let mostOfDocument = 1 << 14
  /// A small site has a small dictionary: what it saves in few blocks has to pay for it.
  private static let share = 64

  static func make(of documents: [[UInt8]]) -> [UInt8] {
    let texts = documents.map { Array($0.prefix(mostOfDocument)) }
    let whole = texts.flatMap { $0 }
    let pieces = min(most, whole.count / share) / window
    guard pieces > 0 else { return [] }
    var counts = GramCounts(texts, gram: gram)
    let part = whole.count / pieces
    var chosen: [(score: Int, piece: ArraySlice<UInt8>)] = []
    for i in 0..<pieces {
      guard let (score, range) = best(whole[i * part..<(i + 1) * part], counts) else { continue }
      chosen.append((score, whole[range]))
      counts.clear(whole[range])
    }
    // The nearest costs the fewest bits to point at.
    return chosen.enumerated().sorted { ($0.element.score, $0.offset) < ($1.element.score, $1.offset) }
      .flatMap { $0.element.piece }
  }

  /// The window with the most documents of its grams, added up; `nil` when every gram is of one document.
  private static func best(_ part: ArraySlice<UInt8>, _ counts: GramCounts) -> (Int, Range<Int>)? {
    let span = window - gram + 1
    guard part.count >= window else { return nil }
    let values = (part.startIndex...part.endIndex - gram).map { counts.value(part, at: $0) }
    var sum = values[..<span].reduce(0, +)
    var best = (score: sum, start: 0)
    for start in 1..<max(1, values.count - span + 1) {
      sum += values[start + span - 1] - values[start - 1]
      if sum > best.score { best = (sum, start) }
    }
    let start = part.startIndex + best.start
    return best.score > 0 ? (best.score, start..<start + window) : nil
  }
}

/// In how many documents each sequence of some bytes is, by a hash: that two share a count now and then does no harm.
private struct GramCounts {
  private static let bits: UInt64 = 20
  private let gram: Int
  private var counts = [UInt16](repeating: 0, count: 1 << Int(bits))

  init(_ texts: [[UInt8]], gram: Int) {
    self.gram = gram
    var seen = [UInt16](repeating: 0, count: counts.count)
    for (i, text) in texts.enumerated() {
      let number = UInt16(truncatingIfNeeded: i + 1)
      for at in stride(from: 0, through: text.count - gram, by: 1) {
        let place = place(text[...], at)
        if seen[place] != number && counts[place] < UInt16.max {
          counts[place] += 1
          seen[place] = number
        }
      }
    }
  }

  /// The documents that have what begins at `at`; 0 for one alone, and when it repeats the bytes before.
  func value(_ text: ArraySlice<UInt8>, at: Int) -> Int {
    let count = Int(counts[place(text, at)])
    let repeats = at > text.startIndex && text[at - 1..<at + gram - 1] == text[at..<at + gram]
    return count > 1 && !repeats ? count : 0
  }

  mutating func clear(_ piece: ArraySlice<UInt8>) {
    for at in stride(from: piece.startIndex, through: piece.endIndex - gram, by: 1) {
      counts[place(piece, at)] = 0
    }
  }

  private func place(_ text: ArraySlice<UInt8>, _ at: Int) -> Int {
    var hash: UInt64 = 0
    for i in at..<at + gram { hash = (hash ^ UInt64(text[i])) &* 0x100_0000_01B3 }
    return Int((hash &* 0x9E37_79B9_7F4A_7C15) >> (64 - Self.bits))
  }
}
