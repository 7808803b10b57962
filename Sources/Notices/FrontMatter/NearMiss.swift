/// The known name that was probably meant.
package enum NearMiss {
  /// A name that may be meant, made ready for comparing.
  package struct Known: Sendable {
    package let name: String
    fileprivate let letters: [Unicode.Scalar]
    fileprivate let kinds: UInt64

    package init(name: String, folded: String) {
      self.name = name
      letters = Array(folded.unicodeScalars)
      kinds = NearMiss.kinds(of: letters)
    }
  }

  /// Among known names, the one with the smallest edit distance to `typed`; one slip in a name of up to four characters,
  /// two in a longer one. The first of equals wins.
  package static func nearest(to typed: String, among known: [Known]) -> String? {
    let letters = Array(typed.unicodeScalars.prefix(64))
    guard letters.count > 1 else { return nil }
    let kinds = kinds(of: letters)
    var best: (name: String, distance: Int)?
    for other in known {
      let limit = min(letters.count, other.letters.count) <= 4 ? 1 : 2
      // Every letter that the other name has not is a slip at least.
      guard abs(letters.count - other.letters.count) <= limit,
        (kinds & ~other.kinds).nonzeroBitCount <= limit
      else { continue }
      let distance = distance(letters, other.letters)
      if distance <= limit, distance < best?.distance ?? .max { best = (other.name, distance) }
    }
    return best?.name
  }

  /// A bit for each letter; some letters share one.
  private static func kinds(of letters: [Unicode.Scalar]) -> UInt64 {
    letters.reduce(0) { $0 | 1 << UInt64($1.value % 64) }
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
