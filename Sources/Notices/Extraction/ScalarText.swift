/// A text as Unicode scalars with random access, for parsers that look back and forth.
///
/// Reading folds width: `ＡＢ（１）` reads as `AB(1)`, every space (NBSP, U+3000 …) as U+0020. One scalar stays one scalar,
/// so offsets are those of `Span`. What is printed comes from `string(_:)` and is never folded. Linear in memory: four
/// bytes a scalar.
struct ScalarText: Sendable {
  private let raw: [UInt32]
  private let folded: [UInt32]
  /// Byte offset of each scalar and of the end; empty when the text was not made from bytes.
  private let offsets: [Int]

  init(_ string: String) {
    var raw: [UInt32] = []
    raw.reserveCapacity(string.utf8.count / 2)
    for scalar in string.unicodeScalars { raw.append(scalar.value) }
    self.raw = raw
    self.folded = raw.map(ScalarText.fold)
    self.offsets = []
  }

  /// Reads a stretch of UTF-8; a byte that is not UTF-8 becomes U+FFFD. Remembers where each scalar stood.
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    var raw: [UInt32] = []
    var offsets: [Int] = []
    raw.reserveCapacity(range.count / 2)
    offsets.reserveCapacity(range.count / 2)
    var at = range.lowerBound
    while at < range.upperBound {
      let (scalar, length) = ScalarText.decode(bytes, at, range.upperBound)
      raw.append(scalar)
      offsets.append(at)
      at += length
    }
    offsets.append(range.upperBound)
    self.raw = raw
    self.folded = raw.map(ScalarText.fold)
    self.offsets = offsets
  }

  var count: Int { raw.count }
  var all: Range<Int> { 0..<raw.count }

  /// The folded scalar; 0 outside the text.
  subscript(_ index: Int) -> UInt32 {
    index >= 0 && index < folded.count ? folded[index] : 0
  }

  /// The text as printed.
  func string(_ range: Range<Int>) -> String {
    ScalarText.string(raw[range.clamped(to: all)])
  }

  /// The text with width folded.
  func foldedString(_ range: Range<Int>) -> String {
    ScalarText.string(folded[range.clamped(to: all)])
  }

  /// The bytes a scalar range stood at. Only for texts made from bytes.
  func bytes(_ range: Range<Int>) -> Range<Int> {
    offsets.isEmpty ? range : offsets[range.lowerBound]..<offsets[range.upperBound]
  }

  /// Whether `word` stands at `index`.
  func has(_ word: Word, at index: Int) -> Bool {
    let scalars = word.scalars
    guard index >= 0, index + scalars.count <= folded.count else { return false }
    for offset in scalars.indices where folded[index + offset] != scalars[offset] { return false }
    return true
  }

  /// Whether `count` scalars of a table, from `start` on, stand at `index`.
  @inline(__always)
  func has(_ scalars: [UInt32], _ start: Int, _ count: Int, at index: Int) -> Bool {
    guard index >= 0, index + count <= folded.count else { return false }
    var offset = 0
    while offset < count {
      if folded[index + offset] != scalars[start + offset] { return false }
      offset += 1
    }
    return true
  }

  /// Whether `word` ends right before `index`.
  func has(_ word: Word, before index: Int) -> Bool {
    has(word, at: index - word.scalars.count)
  }

  /// The first place of `word` in `range`.
  func find(_ word: Word, in range: Range<Int>) -> Int? {
    let last = range.upperBound - word.scalars.count
    var at = range.lowerBound
    while at <= last {
      if folded[at] == word.scalars[0], has(word, at: at) { return at }
      at += 1
    }
    return nil
  }

  /// The last place of `word` in `range`.
  func findLast(_ word: Word, in range: Range<Int>) -> Int? {
    var at = range.upperBound - word.scalars.count
    while at >= range.lowerBound {
      if folded[at] == word.scalars[0], has(word, at: at) { return at }
      at -= 1
    }
    return nil
  }

  func contains(_ word: Word, in range: Range<Int>) -> Bool { find(word, in: range) != nil }

  /// `range` without the spaces at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high, Glyph.isSpace(self[low]) { low += 1 }
    while high > low, Glyph.isSpace(self[high - 1]) { high -= 1 }
    return low..<high
  }

  func skipSpaces(_ index: Int) -> Int {
    var at = index
    while Glyph.isSpace(self[at]) { at += 1 }
    return at
  }

  func skipSpaces(before index: Int) -> Int {
    var at = index
    while at > 0, Glyph.isSpace(self[at - 1]) { at -= 1 }
    return at
  }

  private static func string(_ scalars: ArraySlice<UInt32>) -> String {
    var result = String.UnicodeScalarView()
    for value in scalars { result.append(Unicode.Scalar(value) ?? "\u{FFFD}") }
    return String(result)
  }

  /// Full-width ASCII to ASCII, every layout space to U+0020.
  @inline(__always) static func fold(_ scalar: UInt32) -> UInt32 {
    if scalar < 0xA0 { return scalar == 0x09 ? 0x20 : scalar }
    if scalar >= 0xFF01 { return scalar <= 0xFF5E ? scalar - 0xFEE0 : scalar }
    if scalar == 0xA0 || scalar == 0x3000 || (0x2000...0x200A).contains(scalar) || scalar == 0x202F {
      return 0x20
    }
    return scalar
  }

  @inline(__always)
  private static func decode(_ bytes: [UInt8], _ at: Int, _ end: Int) -> (scalar: UInt32, length: Int) {
    let first = UInt32(bytes[at])
    if first < 0x80 { return (first, 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1
    guard length > 1, at + length <= end else { return (0xFFFD, 1) }
    var scalar = first & (0xFF >> UInt32(length + 1))
    for offset in 1..<length {
      let byte = UInt32(bytes[at + offset])
      guard byte & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      scalar = scalar << 6 | byte & 0x3F
    }
    return (scalar, length)
  }
}

/// A fixed word to look for, as folded scalars. Never empty.
struct Word: ExpressibleByStringLiteral, Sendable {
  let scalars: [UInt32]
  init(_ text: String) { scalars = text.unicodeScalars.map { ScalarText.fold($0.value) } }
  init(stringLiteral text: String) { self.init(text) }
  var count: Int { scalars.count }
}

/// A set of fixed words; finds the longest that stands at, or ends at, a place.
///
/// Words lie flat in one array, bucketed by the low byte of their first (or last) scalar: no hashing, and most places
/// are passed over after one look.
struct WordSet: ExpressibleByArrayLiteral, Sendable {
  private struct Table: Sendable {
    /// Scalars of all words, one after another.
    var scalars: [UInt32] = []
    /// Start and length of each word in `scalars`, longest first in a bucket.
    var words: [(start: Int, count: Int)] = []
    /// The words of bucket `b` are `bounds[b]..<bounds[b + 1]`.
    var bounds: [Int] = []

    init(_ words: [Word], by key: (Word) -> UInt32) {
      var buckets: [[Word]] = Array(repeating: [], count: 256)
      for word in words { buckets[Int(key(word) & 0xFF)].append(word) }
      for bucket in buckets {
        bounds.append(self.words.count)
        for word in bucket.sorted(by: { $0.count > $1.count }) {
          self.words.append((scalars.count, word.count))
          scalars += word.scalars
        }
      }
      bounds.append(self.words.count)
    }
  }

  private let byFirst: Table
  private let byLast: Table

  init(_ words: [String]) {
    let words = words.map { Word($0) }.filter { $0.count > 0 }
    byFirst = Table(words) { $0.scalars[0] }
    byLast = Table(words) { $0.scalars[$0.count - 1] }
  }

  init(arrayLiteral words: String...) { self.init(words) }

  /// How many scalars the longest word at `index` has; 0 when none stands there.
  func length(in text: ScalarText, at index: Int) -> Int {
    let bucket = Int(text[index] & 0xFF)
    var next = byFirst.bounds[bucket]
    let end = byFirst.bounds[bucket + 1]
    while next < end {
      let word = byFirst.words[next]
      if text.has(byFirst.scalars, word.start, word.count, at: index) { return word.count }
      next += 1
    }
    return 0
  }

  /// How many scalars the longest word that ends right before `index` has.
  func length(in text: ScalarText, before index: Int) -> Int {
    guard index > 0 else { return 0 }
    let bucket = Int(text[index - 1] & 0xFF)
    var next = byLast.bounds[bucket]
    let end = byLast.bounds[bucket + 1]
    while next < end {
      let word = byLast.words[next]
      if text.has(byLast.scalars, word.start, word.count, at: index - word.count) { return word.count }
      next += 1
    }
    return 0
  }

  /// The first of the words in `range`, the longest where several begin.
  func first(in text: ScalarText, _ range: Range<Int>) -> Range<Int>? {
    var at = range.lowerBound
    while at < range.upperBound {
      let length = length(in: text, at: at)
      if length > 0, at + length <= range.upperBound { return at..<at + length }
      at += 1
    }
    return nil
  }

  func contains(in text: ScalarText, _ range: Range<Int>) -> Bool { first(in: text, range) != nil }
}
