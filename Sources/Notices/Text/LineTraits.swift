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

  /// Looks at a line of well-formed UTF-8 from `start` to its line end: LF, CR, U+2028 or U+2029. Linear.
  init(_ text: [UInt8], from start: Int, upTo limit: Int) {
    let (span, raw) = (text.span, text.span.bytes)
    precondition(start >= 0 && limit <= span.count)
    var state = State(at: start)
    var latin = 0
    var at = start
    scan: while at < limit {
      let begin = at
      at = Self.wideEnd(raw, at, limit, &state.traits)
      if at > begin {
        if state.run > 0 { state.closeLayout(begin) }
        state.columns &+= (at &- begin) / 3 &* 2
        state.last = at
        latin = 0
        continue
      }
      let byte = span[at]
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

  /// The end of the run of wide characters of three bytes at `at`: Han, and the common punctuation.
  @inline(__always)
  private static func wideEnd(_ text: RawSpan, _ start: Int, _ limit: Int, _ traits: inout LineTraits) -> Int
  {
    var at = start
    // 日 and 第 are looked for.
    let (day, ordinal): (UInt64, UInt64) = (0xA597E6, 0xACACE7)
    while at &+ 4 <= limit {
      while at &+ 8 <= limit {
        let word = ByteSearch.word(text, at)
        guard ByteSearch.beginTwo(word, lead: 0xE5, count: 5) else { break }
        let (one, two) = (word & 0xFFFFFF, word &>> 24 & 0xFFFFFF)
        if one == day || two == day { traits.insert(.day) }
        if one == ordinal || two == ordinal { traits.insert(.ordinal) }
        at &+= 6
      }
      guard at &+ 4 <= limit else { break }
      let three = ByteSearch.half(text, at) & 0xFFFFFF
      if three & 0xFF &- 0xE5 <= 4 {
        if UInt64(three) == day { traits.insert(.day) }
        if UInt64(three) == ordinal { traits.insert(.ordinal) }
      } else {
        // U+3001–U+303E, U+FF01–U+FF3F, U+4E00–U+4FFF, and “ ” — … of the general punctuation.
        let (pair, third) = (three & 0xFFFF, three &>> 16)
        guard
          pair == 0x80E3 && third &- 0x81 < 0x3E || pair == 0xBCEF && third > 0x80
            || three & 0xFF == 0xE4 && pair >= 0xB8E4
            || pair == 0x80E2 && (third &- 0x98 < 6 || third == 0x94 || third == 0xA6)
        else { break }
      }
      at &+= 3
    }
    return at
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
