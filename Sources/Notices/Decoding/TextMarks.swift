/// Where a text holds anything but common Han characters: punctuation, digits, letters, layout. They are a sixth of a
/// notice; who looks for a sign steps from one to the next instead of over every character.
///
/// A place is the offset of a character's first byte, in ascending order. A run of ASCII from the space on has one place,
/// at its beginning. 日 and 第 have places as well, because they end dates and begin units; so may the last character of
/// a text. Between two places there are only Han characters of U+4E00–U+9FFF, of three bytes each, behind the character or
/// the run of the first.
struct TextMarks: Sendable, Equatable {
  private(set) var places: [UInt32] = []

  mutating func reserve(_ bytes: Int) { places.reserveCapacity(bytes / 16 + 16) }

  @inline(__always)
  mutating func append(_ place: Int) { places.append(UInt32(truncatingIfNeeded: place)) }

  /// The index of the first place at an offset or behind it. Logarithmic.
  func index(from offset: Int) -> Int {
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low &+ high) / 2
      if Int(places[middle]) < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The first place behind an offset, at most `end`; `index` is that of a place not behind it, and moves on.
  @inline(__always)
  func next(after offset: Int, upTo end: Int, _ index: inout Int) -> Int {
    let span = places.span
    while index < span.count {
      let place = Int(span[index])
      if place > offset { return min(place, end) }
      index &+= 1
    }
    return end
  }
}
