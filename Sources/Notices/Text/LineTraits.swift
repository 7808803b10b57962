/// What one look over a line finds. A pass that needs what a line does not hold leaves it alone.
///
/// A line that was cut keeps the traits of the whole: a trait says that a line *may* hold something, its absence that
/// it does not.
struct LineTraits: OptionSet, Sendable {
  let rawValue: UInt8

  /// White space of any width or zero-width characters inside the line.
  static let layout = LineTraits(rawValue: 1)
  /// Three of them in a row: a form to fill in, or columns.
  static let gap = LineTraits(rawValue: 2)
  /// Six Latin letters in a row.
  static let latinWord = LineTraits(rawValue: 4)
  /// 日
  static let day = LineTraits(rawValue: 8)
  /// 第
  static let ordinal = LineTraits(rawValue: 16)
  /// Characters that no text keeps (`Scalars.isInvisible`).
  static let invisible = LineTraits(rawValue: 32)
  static let all = LineTraits(rawValue: 63)
}

/// Finds the end of a line, its text without layout at either end, its traits and its width, in one pass.
struct LineLook {
  /// The text without layout at its ends; empty for a line of layout.
  let range: Range<Int>
  let traits: LineTraits
  /// The width of the text in columns, wide characters counting two.
  let columns: Int
  /// Where the line ends: at its line end, or at the end of the text.
  let end: Int

  /// Looks at a line of well-formed UTF-8 from `start` to its line end: LF, CR, U+2028 or U+2029. `mark` is the index of a
  /// mark that is not behind `start`, and moves on. Linear in the marks and the ASCII of the line.
  init(_ text: [UInt8], _ marks: TextMarks, _ mark: inout Int, from start: Int, upTo limit: Int) {
    let span = text.span
    precondition(start >= 0 && limit <= span.count)
    var state = State(at: start)
    var latin = 0
    var at = start
    scan: while at < limit {
      let byte = span[at]
      if byte &- 0xE4 <= 5 {
        let begin = at
        at = marks.next(after: at, upTo: limit, &mark)
        state.addHan(begin, at, span)
        latin = 0
        continue
      }
      if byte < 0x80 {
        if byte > 0x20, byte < 0x7F {
          if state.run > 0 { state.closeLayout(at) }
          at &+= 1
          latin = (byte | 0x20) &- 0x61 < 26 ? latin &+ 1 : 0
          if latin == 6 { state.traits.insert(.latinWord) }
          state.columns &+= 1
          state.last = at
          continue
        }
        if byte == 0x0A || byte == 0x0D { break }
      } else if Self.isWidePunctuation(span, at, limit) {
        state.addHan(at, at &+ 3, span)
        at &+= 3
        latin = 0
        continue
      }
      let (scalar, width) = UTF8Scan.decode(text, at, limit)
      if scalar == 0x2028 || scalar == 0x2029 { break scan }
      state.add(scalar, at, at &+ width)
      at &+= width
      latin = 0
    }
    range = state.first..<state.last
    traits = state.traits
    columns = state.columns
    end = at
  }

  /// U+3001–U+303E and U+FF01–U+FF3F.
  @inline(__always)
  private static func isWidePunctuation(_ text: Swift.Span<UInt8>, _ at: Int, _ limit: Int) -> Bool {
    guard at &+ 3 <= limit else { return false }
    let (first, second, third) = (text[at], text[at &+ 1], text[at &+ 2])
    return first == 0xE3 && second == 0x80 && third &- 0x81 < 0x3E
      || first == 0xEF && second == 0xBC && third > 0x80
  }

  /// What is known of the line so far.
  private struct State {
    var traits: LineTraits = []
    var columns = 0
    /// The text without layout at its ends.
    var first: Int
    var last: Int
    /// Layout characters right before, and their columns.
    var run = 0
    var runColumns = 0

    init(at start: Int) {
      first = start
      last = start
    }

    /// A wide character of three bytes and the common Han that follow it.
    @inline(__always)
    mutating func addHan(_ at: Int, _ after: Int, _ text: Swift.Span<UInt8>) {
      if run > 0 { closeLayout(at) }
      last = after
      guard after &- at >= 3 else { return }
      switch (text[at], text[at &+ 1], text[at &+ 2]) {
      case (0xE6, 0x97, 0xA5): traits.insert(.day)
      case (0xE7, 0xAC, 0xAC): traits.insert(.ordinal)
      // The hexagrams are narrow.
      case (0xE4, 0xB7, _): columns &-= 1
      default: break
      }
      columns &+= (after &- at) / 3 &* 2
    }

    /// A character of any kind.
    mutating func add(_ scalar: UInt32, _ at: Int, _ after: Int) {
      if Scalars.isLayout(scalar) {
        run += 1
        runColumns += Scalars.isWide(scalar) ? 2 : 1
        if Scalars.isInvisible(scalar) { traits.insert(.invisible) }
        return
      }
      if run > 0 { closeLayout(at) }
      if scalar == 0x65E5 { traits.insert(.day) }
      if scalar == 0x7B2C { traits.insert(.ordinal) }
      columns += Scalars.isWide(scalar) ? 2 : 1
      last = after
    }

    /// Text follows the layout: it stands inside the line, or in front of it.
    mutating func closeLayout(_ at: Int) {
      if last == first {
        first = at
        last = at
      } else {
        traits.insert(.layout)
        if run >= 3 { traits.insert(.gap) }
        columns += runColumns
      }
      run = 0
      runColumns = 0
    }
  }
}
