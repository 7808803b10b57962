/// Cuts letters into syllables as they could be pinyin, longest first. A rule, not a table: the index decides what exists.
enum PinyinSyllables {
  private static let finals = [
    "iang", "iong", "uang", "ang", "eng", "ian", "iao", "ing", "ong", "uai", "uan", "ai", "an", "ao", "ei",
    "en", "er",
    "ia", "ie", "in", "iu", "ou", "ua", "ue", "ui", "un", "uo", "ve", "a", "e", "i", "o", "u", "v",
  ].map { Array($0.utf8) }

  /// The syllables; `nil` when the letters are none.
  static func cut(_ letters: [UInt8]) -> [[UInt8]]? {
    // best[i]: length of the syllable that begins at i in the cut with the fewest syllables.
    var best = [Int](repeating: 0, count: letters.count)
    var cost = [Int](repeating: Int.max, count: letters.count + 1)
    cost[letters.count] = 0
    for i in letters.indices.reversed() {
      for length in lengths(letters[i...]) where cost[i + length] != Int.max && cost[i + length] + 1 < cost[i]
      {
        cost[i] = cost[i + length] + 1
        best[i] = length
      }
    }
    guard !letters.isEmpty, cost[0] != Int.max else { return nil }
    var out: [[UInt8]] = []
    var i = 0
    while i < letters.count {
      out.append(Array(letters[i..<i + best[i]]))
      i += best[i]
    }
    return out
  }

  /// Lengths of the syllables at the front, longest first.
  private static func lengths(_ letters: ArraySlice<UInt8>) -> [Int] {
    let initial = initialLength(letters)
    let rest = letters.dropFirst(initial)
    return finals.filter { final in
      let bare = initial == 0 && [0x69, 0x75, 0x76].contains(final[0])
      return !bare && rest.starts(with: final)
    }.map { initial + $0.count }
  }

  private static func initialLength(_ letters: ArraySlice<UInt8>) -> Int {
    guard let first = letters.first else { return 0 }
    if "zcs".utf8.contains(first) && letters.dropFirst().first == UInt8(ascii: "h") { return 2 }
    return "bpmfdtnlgkhjqxrzcsyw".utf8.contains(first) ? 1 : 0
  }
}
