/// The text of a document as a sequence of logical lines: what the anatomy, the parts and the tree are made from,
/// whatever format the file had.
///
/// Lines are ranges of `buffer`. The buffer begins with the decoded source; lines that had to be put together from
/// several source lines are appended behind it, so every line is contiguous.
package struct Flow: Sendable {
  package var buffer: [UInt8]
  package var lines: [FlowLine]
  /// Bytes of `buffer` that are the source itself.
  package let sourceEnd: Int
  /// The marks of the source of a text, and of what was appended to any source.
  var marks = TextMarks()
  /// From here on the buffer is known to be well-formed.
  var wellFormedStart: Int
  /// False when no line of the source holds characters that no text keeps.
  var holdsInvisible = true
  /// Where the joined text behind the source came from, in order.
  private(set) var pieces: [Piece] = []

  /// A stretch of the source that was copied behind it.
  struct Piece: Sendable {
    var buffer: Range<Int>
    var source: Int
  }

  package init(buffer: [UInt8], lines: [FlowLine] = []) {
    self.buffer = buffer
    self.lines = lines
    sourceEnd = buffer.count
    wellFormedStart = buffer.count
  }

  /// A flow without lines, with room for texts that are no stretches of the source.
  init(over source: [UInt8]) {
    var buffer: [UInt8] = []
    buffer.reserveCapacity(source.count * 2)
    buffer += source
    self.init(buffer: buffer)
  }

  /// Appends a paragraph that is not a range of the source (Markdown inlines, joined lines).
  package mutating func append(text: String, spans: [Span] = [], line: Int, headingLevel: Int = 0) {
    let start = buffer.count
    buffer.append(contentsOf: text.utf8)
    add(FlowLine(range: start..<buffer.count, line: line, headingLevel: headingLevel, spans: spans))
  }

  /// Appends a line that is what Markdown or HTML leaves of its source.
  mutating func append(_ text: some Collection<UInt8>, line: Int) {
    let start = buffer.count
    buffer.append(contentsOf: text)
    add(FlowLine(range: start..<buffer.count, line: line))
  }

  private mutating func add(_ line: FlowLine) {
    var mark = marks.places.count
    survey(from: line.range.lowerBound)
    lines.append(line)
    lines[lines.count - 1].look(at: buffer, marks, &mark)
  }

  /// Sets the marks of the source, whose text is well-formed when they are known; finds them when they are not. Before
  /// anything is appended.
  mutating func setMarks(_ known: TextMarks?) {
    wellFormedStart = 0
    if let known { marks = known } else { survey(from: 0) }
  }

  /// Finds the marks of what was appended.
  private mutating func survey(from start: Int) {
    if !TextTraits(buffer, from: start, marks: &marks).isValid { wellFormedStart = .max }
  }

  /// Copies stretches of the buffer behind it, one after the other; the range of the copy.
  mutating func join(_ ranges: [Range<Int>], spaced: Bool = false) -> Range<Int> {
    let start = buffer.count
    for range in ranges {
      if buffer.count > start {
        let before = FlowText.last(buffer, start..<buffer.count)
        if spaced || (!Scalars.isWide(before) && !Scalars.isWide(FlowText.first(buffer, range))) {
          buffer.append(0x20)
        }
      }
      let at = buffer.count
      buffer.append(contentsOf: Array(buffer[range]))
      for source in sources(of: range) {
        let offset = at + source.buffer.lowerBound - range.lowerBound
        pieces.append(Piece(buffer: offset..<offset + source.buffer.count, source: source.source))
      }
    }
    survey(from: start)
    return start..<buffer.count
  }

  /// The stretches of the source that a range of the buffer shows.
  func sources(of range: Range<Int>) -> [Piece] {
    if range.upperBound <= sourceEnd { return [Piece(buffer: range, source: range.lowerBound)] }
    var low = 0
    var high = pieces.count
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].buffer.upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    var result: [Piece] = []
    while low < pieces.count, pieces[low].buffer.lowerBound < range.upperBound {
      let piece = pieces[low]
      let part = piece.buffer.clamped(to: range)
      result.append(Piece(buffer: part, source: piece.source + part.lowerBound - piece.buffer.lowerBound))
      low += 1
    }
    return result
  }

  /// Appends a block that is complete as it is: a table, a list, a quotation.
  package mutating func append(block: Block) {
    let end = buffer.count
    lines.append(FlowLine(range: end..<end, line: block.line, block: block))
  }
}

/// One paragraph, heading or finished block.
package struct FlowLine: Sendable {
  /// In the buffer, without layout at either end. Empty for a block.
  package var range: Range<Int>
  /// 1-based line of the source where it begins.
  package var line: Int
  /// An empty line stands before it.
  package var blankBefore = false
  /// 1–6 for a Markdown or HTML heading.
  package var headingLevel = 0
  /// What few lines have: kept apart, so that a line of plain text is copied without counting references.
  private var rarity: Rarity?
  /// What the text may hold.
  var traits: LineTraits
  /// The width of the text in columns; -1 when it is not known.
  private(set) var knownColumns: Int32 = -1

  package init(
    range: Range<Int>, line: Int, blankBefore: Bool = false, headingLevel: Int = 0, spans: [Span] = [],
    block: Block? = nil
  ) {
    self.range = range
    self.line = line
    self.blankBefore = blankBefore
    self.headingLevel = headingLevel
    if !spans.isEmpty || block != nil { rarity = Rarity(spans: spans, block: block) }
    traits = .all
  }

  private final class Rarity: Sendable {
    let spans: [Span]
    let block: Block?

    init(spans: [Span], block: Block?) {
      self.spans = spans
      self.block = block
    }
  }

  /// Marks on the text, offsets from the start of the range.
  package var spans: [Span] {
    get { rarity?.spans ?? [] }
    set { rarity = newValue.isEmpty && block == nil ? nil : Rarity(spans: newValue, block: block) }
  }

  /// A block that is complete as it is.
  package var block: Block? { rarity?.block }

  /// A line of plain text.
  init(_ look: LineLook, line: Int, blankBefore: Bool) {
    range = look.range
    self.line = line
    self.blankBefore = blankBefore
    traits = look.traits
    knownColumns = Int32(clamping: look.columns)
  }

  /// Finds the traits of a line that was put together.
  fileprivate mutating func look(at buffer: [UInt8], _ marks: TextMarks, _ mark: inout Int) {
    let look = LineLook(buffer, marks, &mark, from: range.lowerBound, upTo: range.upperBound)
    // A line that holds line ends is looked at no further.
    if look.end == range.upperBound { traits = look.traits }
  }

  /// The line with another range: a part of its text.
  mutating func narrow(to part: Range<Int>) {
    range = part
    knownColumns = -1
  }

  /// The line with the joined text of several.
  mutating func become(_ joined: Range<Int>, of lines: some Sequence<FlowLine>) {
    range = joined
    knownColumns = -1
    // A space may have come between two of them.
    traits = lines.reduce(traits.union(.layout)) { $0.union($1.traits) }
  }
}

extension Flow {
  /// The text of a range: layout at the ends and invisible scalars dropped, the rest as printed.
  package func string(_ range: Range<Int>) -> String {
    let range = FlowText.trimmed(buffer, range)
    guard holdsInvisible, FlowText.hasOddities(buffer, range) else {
      return wellFormed(range)
    }
    var result: [UInt8] = []
    result.reserveCapacity(range.count)
    var cursor = Cursor(buffer, range)
    while !cursor.isAtEnd {
      let at = cursor.at
      let scalar = cursor.next()
      if Scalars.isInvisible(scalar) { continue }
      result.append(contentsOf: buffer[at..<cursor.at])
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The text of a range on one line: layout is dropped between wide characters and one space elsewhere.
  package func compact(_ range: Range<Int>) -> String {
    FlowText.compact(buffer, range, isWellFormed: range.lowerBound >= wellFormedStart)
  }

  /// The text of a range as it is.
  func wellFormed(_ range: Range<Int>) -> String {
    WellFormedText.string(buffer, range, isKnown: range.lowerBound >= wellFormedStart)
  }
}

/// Helpers on stretches of text.
package enum FlowText {
  /// The range without layout at its ends.
  package static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end {
      let (scalar, width) = UTF8Scan.decode(bytes, start, end)
      guard Scalars.isLayout(scalar) else { break }
      start += width
    }
    while let (scalar, begin) = UTF8Scan.decodeBefore(bytes, end, from: start), Scalars.isLayout(scalar) {
      end = begin
    }
    return start..<end
  }

  /// May hold invisible scalars: control characters or anything in U+0080–U+00BF, U+1800–U+18FF, U+2000–U+206F, U+FEFF.
  static func hasOddities(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var at = range.lowerBound
    let end = range.upperBound
    while at < end {
      let byte = bytes[at]
      if byte < 0x80 {
        if byte < 0x20 || byte == 0x7F { return true }
        at += 1
      } else if byte >= 0xE0 {
        if byte == 0xE2, at + 2 < end, bytes[at + 1] == 0x80 || bytes[at + 1] == 0x81 {
          let last = bytes[at + 2]
          if bytes[at + 1] == 0x81 || last >= 0xA8 || (last >= 0x8B && last <= 0x8F) { return true }
        }
        if byte == 0xEF, at + 1 < end, bytes[at + 1] == 0xBB { return true }
        if byte == 0xE1, at + 1 < end, bytes[at + 1] == 0xA0 { return true }
        at += 3
      } else {
        if byte == 0xC2 { return true }
        at += 1
      }
    }
    return false
  }

  /// No layout stands in the range. Linear.
  private static func isSolid(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var at = range.lowerBound
    let end = range.upperBound
    while at < end {
      let byte = bytes[at]
      if byte > 0x20, byte < 0x7F {
        at += 1
      } else if byte >= 0xE4, byte <= 0xED {
        at += 3
      } else {
        let (scalar, width) = UTF8Scan.decode(bytes, at, end)
        if Scalars.isLayout(scalar) { return false }
        at += width
      }
    }
    return true
  }

  package static func compact(_ bytes: [UInt8], _ range: Range<Int>, isWellFormed: Bool = false) -> String {
    let range = trimmed(bytes, range)
    if isSolid(bytes, range) { return WellFormedText.string(bytes, range, isKnown: isWellFormed) }
    var result: [UInt8] = []
    result.reserveCapacity(range.count)
    var cursor = Cursor(bytes, range)
    var before: UInt32 = 0
    var pendingSpace = false
    while !cursor.isAtEnd {
      let at = cursor.at
      let scalar = cursor.next()
      if Scalars.isLayout(scalar) {
        pendingSpace = pendingSpace || !Scalars.isInvisible(scalar)
        continue
      }
      if pendingSpace, !Scalars.isWide(before), !Scalars.isWide(scalar) { result.append(0x20) }
      pendingSpace = false
      result.append(contentsOf: bytes[at..<cursor.at])
      before = scalar
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The last scalar of the range, 0 when it is empty.
  package static func last(_ bytes: [UInt8], _ range: Range<Int>) -> UInt32 {
    UTF8Scan.decodeBefore(bytes, range.upperBound, from: range.lowerBound)?.scalar ?? 0
  }

  package static func first(_ bytes: [UInt8], _ range: Range<Int>) -> UInt32 {
    range.isEmpty ? 0 : UTF8Scan.decode(bytes, range.lowerBound, range.upperBound).scalar
  }

  /// Ends like a sentence or a clause, closing quotation marks and brackets aside.
  package static func endsSentence(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var end = range.upperBound
    var steps = 0
    while let (scalar, begin) = UTF8Scan.decodeBefore(bytes, end, from: range.lowerBound), steps < 4 {
      if Scalars.isSentenceEnd(scalar) || Scalars.isSemicolon(scalar) || Scalars.isColon(scalar) {
        return true
      }
      switch scalar {
      case 0x201D, 0x2019, 0x300D, 0x300F, 0x29, 0xFF09, 0x22: end = begin
      default: return false
      }
      steps += 1
    }
    return false
  }
}
