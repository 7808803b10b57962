/// The known name that was probably meant.
package enum NearMiss {
  /// Among `(name, folded form)`, the one with the smallest edit distance to `typed`; one slip in a name of up to four
  /// characters, two in a longer one. The first of equals wins.
  package static func nearest(to typed: String, among known: [(name: String, folded: String)]) -> String? {
    let letters = Array(typed.unicodeScalars.prefix(64))
    guard letters.count > 1 else { return nil }
    var best: (name: String, distance: Int)?
    for (name, folded) in known {
      let count = folded.unicodeScalars.count
      let limit = min(letters.count, count) <= 4 ? 1 : 2
      // Every letter that the other name has not is a slip at least.
      guard abs(letters.count - count) <= limit,
        letters.count(where: { !folded.unicodeScalars.contains($0) }) <= limit
      else { continue }
      let distance = distance(letters, Array(folded.unicodeScalars))
      if distance <= limit, distance < best?.distance ?? .max { best = (name, distance) }
    }
    return best?.name
  }

  /// Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment).
  static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var before: [Int] = []
    var previous = Array(0...b.count)
    for i in 0..<a.count {
      var row = [i + 1]
      for j in 0..<b.count {
        var cost = min(previous[j + 1] + 1, row[j] + 1, previous[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
        row.append(cost)
      }
      (before, previous) = (previous, row)
    }
    return previous[b.count]
  }
}
