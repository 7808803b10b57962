/// A text as Unicode scalars with random access, for parsers that look back and forth.
///
/// Reading folds width: `ＡＢ（１）` reads as `AB(1)`, every space (NBSP, U+3000 …) as U+0020. One scalar stays one scalar,
/// so offsets are those of `Span`. What is printed comes from `string(_:)` and is never folded. Linear in memory: four
/// bytes a scalar.
struct ScalarText: Sendable {
  /// Packed scalars, of this text from `start` on; texts that were read together share them. All `count` of them are
  /// there, which is checked once, so that looking at one within the text checks nothing else.
  private let words: [UInt32]
  private let start: Int
  let count: Int
  /// Which of the scalars that the passes look for it holds.
  let signals: Signals

  init(_ string: String) { self = PackedScalars.text(string) }

  /// A stretch of packed scalars.
  init(_ words: [UInt32], _ stretch: PackedScalars.Stretch) {
    self.words = words
    (start, count, signals) = (stretch.start, stretch.count, stretch.signals)
    precondition(start >= 0 && count >= 0 && start + count <= words.count)
  }

  var all: Range<Int> { 0..<count }

  /// The folded scalar; 0 outside the text.
  @inline(__always)
  subscript(_ index: Int) -> UInt32 {
    UInt(bitPattern: index) < UInt(bitPattern: count) ? word(index) & PackedScalars.folded : 0
  }

  /// The word of a scalar that lies in the text.
  @inline(__always)
  private func word(_ index: Int) -> UInt32 { words.span[unchecked: start &+ index] }

  /// The text as printed.
  func string(_ range: Range<Int>) -> String { string(range, folded: false) }

  /// The text with width folded.
  func foldedString(_ range: Range<Int>) -> String { string(range, folded: true) }

  private func string(_ range: Range<Int>, folded: Bool) -> String {
    let range = range.clamped(to: all)
    return PackedScalars.string(words[start + range.lowerBound..<start + range.upperBound], folded: folded)
  }

  /// The scalars of a stretch that `keeps` lets through, as printed or folded.
  func string(_ range: Range<Int>, folded: Bool, keeping keeps: (Int) -> Bool) -> String {
    var kept: [UInt32] = []
    for index in range.clamped(to: all) where keeps(index) { kept.append(words[start + index]) }
    return PackedScalars.string(kept[...], folded: folded)
  }

  /// The first place in a stretch whose scalar passes.
  @inline(__always)
  func firstIndex(in range: Range<Int>, where passes: (UInt32) -> Bool) -> Int? {
    var at = max(range.lowerBound, 0)
    let end = min(range.upperBound, count)
    while at < end {
      if passes(word(at) & PackedScalars.folded) { return at }
      at &+= 1
    }
    return nil
  }

  /// The first place in a stretch whose word has a flag of `PackedScalars`. About two instructions a scalar.
  func first(_ flag: UInt32, in range: Range<Int>) -> Int? {
    var at = max(range.lowerBound, 0)
    let end = min(range.upperBound, count)
    let (bytes, flags) = (words.span.bytes, UInt64(flag) << 32 | UInt64(flag))
    // Four words at once.
    while at &+ 4 <= end {
      let place = (start &+ at) &* 4
      let early = bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: place, as: UInt64.self)
      let late = bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: place &+ 8, as: UInt64.self)
      if (early | late) & flags != 0 { break }
      at &+= 4
    }
    while at < end {
      if word(at) & flag != 0 { return at }
      at &+= 1
    }
    return nil
  }

  /// Whether `word` stands at `index`.
  func has(_ word: Word, at index: Int) -> Bool {
    has(word.scalars, 0, word.count, at: index)
  }

  /// Whether `count` scalars of a table, from `first` on, stand at `index`.
  @inline(__always)
  func has(_ scalars: [UInt32], _ first: Int, _ count: Int, at index: Int) -> Bool {
    guard index >= 0, index + count <= self.count else { return false }
    var offset = 0
    while offset < count {
      if word(index &+ offset) & PackedScalars.folded != scalars[first + offset] { return false }
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
    guard word.signals.isSubset(of: signals) else { return nil }
    let first = word.scalars[0]
    let last = range.upperBound - word.scalars.count
    var at = range.lowerBound
    while at <= last {
      if self[at] == first, has(word, at: at) { return at }
      at += 1
    }
    return nil
  }

  /// The last place of `word` in `range`.
  func findLast(_ word: Word, in range: Range<Int>) -> Int? {
    guard word.signals.isSubset(of: signals) else { return nil }
    let first = word.scalars[0]
    var at = range.upperBound - word.scalars.count
    while at >= range.lowerBound {
      if self[at] == first, has(word, at: at) { return at }
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

  /// Full-width ASCII to ASCII, every layout space to U+0020.
  @inline(__always) static func fold(_ scalar: UInt32) -> UInt32 {
    if scalar < 0xA0 { return scalar == 0x09 ? 0x20 : scalar }
    if scalar >= 0xFF01 { return scalar <= 0xFF5E ? scalar - 0xFEE0 : scalar }
    if scalar == 0xA0 || scalar == 0x3000 || (0x2000...0x200A).contains(scalar) || scalar == 0x202F {
      return 0x20
    }
    return scalar
  }
}
