/// One line of running text on its way to libcmark: emphasis beside full-width punctuation, HTML, `5*8小时`, `~~`.
///
/// Emphasis: for a run of `*` with a CJK character on either side, a sentinel goes between the run and the punctuation
/// before it (if a letter follows) or behind it (if a letter precedes), so that the run can open and close as it does
/// beside letters. Code spans and escapes are left alone. Linear: no scan for a closer is repeated.
struct InlinePreparation {
  private(set) var addresses: [String] = []
  private(set) var unknownTags = 0
  private(set) var firstUnknownTag: Int?
  /// Everything in the line that means something to Markdown is marked: libcmark is not needed to read it.
  private(set) var isPlain = true
  /// Where a sentinel keeps a line from being the definition of a link.
  var noDefinitionAt: Int?

  private let source: [UInt8]
  private let end: Int
  private let start: Int
  private let firstAddress: Int
  private var at: Int
  /// What stands before has been copied.
  private var copied: Int
  private var strikeIsOpen = false
  /// An odd number of `**` came by.
  private var isStrong = false
  /// Lengths of backtick runs without a closer on this line, as bits.
  private var missingClosers: UInt64 = 0
  /// The last `>` of the line; looked for when the first `<` is met.
  private var lastTagEnd: Int?

  init(_ source: [UInt8], _ range: Range<Int>, addresses: Int) {
    self.source = source
    start = range.lowerBound
    end = range.upperBound
    at = range.lowerBound
    copied = range.lowerBound
    firstAddress = addresses
  }

  /// What a byte asks for.
  private enum Care: UInt8 {
    case none
    /// The line is for libcmark.
    case parsing
    /// `` ` ``, `\`, `<`, `*`, `~`, `&`
    case copying
  }

  private static let cares: [Care] = (0...255).map { byte in
    switch byte {
    case 0x60, 0x5C, 0x3C, 0x2A, 0x7E, 0x26: .copying
    case 0..<0x20, 0x5B, 0x5D, 0x5F, 0x7F: .parsing
    default: .none
    }
  }

  mutating func copy(to text: inout PreparedText) {
    if let split = noDefinitionAt {
      // A label holds no marks that need care.
      isPlain = false
      at = split
      insert(.joint, &text)
    }
    while let next = Self.nextSign(source, at..<end, &isPlain) {
      at = next
      switch source[at] {
      case 0x60: passCode()
      case 0x5C: passEscape()
      case 0x3C: copyTag(&text)
      case 0x2A: copyStars(&text)
      case 0x26: passReference(&text)
      default: copyTildes(&text)
      }
    }
    at = end
    flush(&text)
    if isStrong { isPlain = false }
  }

  /// Copies what was passed.
  private mutating func flush(_ text: inout PreparedText) {
    text.append(source[copied..<at])
    copied = at
  }

  private mutating func insert(_ sentinel: Sentinel, _ text: inout PreparedText) {
    flush(&text)
    text.append(sentinel)
  }

  /// Leaves out what stands up to an offset.
  private mutating func skip(to next: Int) {
    at = next
    copied = next
  }

  /// Where the next byte stands that has to be copied with care.
  private static func nextSign(_ source: [UInt8], _ range: Range<Int>, _ isPlain: inout Bool) -> Int? {
    let (span, cares) = (source.span, cares.span)
    var index = range.lowerBound
    while true {
      index = ByteSearch.nextASCII(in: span, from: index, upTo: range.upperBound)
      guard index < range.upperBound else { return nil }
      switch cares[Int(span[index])] {
      case .none: break
      case .parsing: isPlain = false
      case .copying: return index
      }
      index &+= 1
    }
  }

  private func run(of byte: UInt8, from index: Int) -> Int {
    var index = index
    while index < end, source[index] == byte { index += 1 }
    return index
  }

  // MARK: - Code and escapes

  private mutating func passCode() {
    isPlain = false
    let open = run(of: 0x60, from: at)
    let length = open - at
    let bit: UInt64 = length < 64 ? 1 << UInt64(length) : 0
    at = open
    guard bit != 0, missingClosers & bit == 0 else { return }
    var index = open
    while index < end {
      guard source[index] == 0x60 else {
        index += 1
        continue
      }
      let close = run(of: 0x60, from: index)
      if close - index == length {
        at = close
        return
      }
      index = close
    }
    missingClosers |= bit
  }

  private mutating func passEscape() {
    isPlain = false
    let next = at + 1
    at = next < end && source[next] < 0x80 ? next + 1 : next
  }

  // MARK: - Emphasis

  private mutating func copyStars(_ text: inout PreparedText) {
    let close = run(of: 0x2A, from: at)
    let before = scalarBefore(at)
    let after = scalar(at: close)
    if close - at == 1, Self.isDigit(before), Self.isDigit(after) {
      // 5*8小时
      isPlain = false
      flush(&text)
      text.append([0x5C, 0x2A])
      return skip(to: close)
    }
    let besideCJK = CJK.joins(before) || CJK.joins(after)
    if besideCJK, Self.isPunctuation(before), Self.isLetter(after) { insert(.joint, &text) }
    noteStrong(close - at, before, after, &text)
    at = close
    if besideCJK, Self.isPunctuation(after), Self.isLetter(before) { insert(.joint, &text) }
  }

  /// `**重点**`: two stars that can open before a letter, then two that can close behind one. Anything else needs the
  /// rules of libcmark.
  private mutating func noteStrong(
    _ length: Int, _ before: UInt32, _ after: UInt32, _ text: inout PreparedText
  ) {
    guard length == 2, Self.isCommonLetter(isStrong ? before : after) else {
      isPlain = false
      return
    }
    text.mark(isStrong ? .strongClose : .strongOpen, behind: at - copied)
    isStrong.toggle()
  }

  /// Neither space nor punctuation in any version of Unicode.
  private static func isCommonLetter(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x4E00...0x9FA5: true
    default: false
    }
  }

  private func scalar(at index: Int) -> UInt32 {
    index < end ? UTF8Sequence.scalar(at: index, of: source) : 0x20
  }

  private func scalarBefore(_ index: Int) -> UInt32 {
    guard index > start else { return 0x20 }
    var begin = index - 1
    while begin > start, source[begin] & 0xC0 == 0x80 { begin -= 1 }
    return UTF8Sequence.scalar(at: begin, of: source)
  }

  private static func isDigit(_ scalar: UInt32) -> Bool { (0x30...0x39).contains(scalar) }

  private static func isLetter(_ scalar: UInt32) -> Bool {
    !isPunctuation(scalar) && scalar > 0x20 && scalar != 0xA0 && scalar != 0x3000
      && !(0x2000...0x200A).contains(scalar)
  }

  private static func isPunctuation(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E, 0xA1, 0xA7, 0xAB, 0xB6, 0xB7, 0xBB, 0xBF,
      0x2010...0x2027, 0x2030...0x205E, 0x3001...0x3003, 0x3008...0x3011, 0x3014...0x301F, 0x3030, 0x30FB,
      0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF65:
      true
    default:
      false
    }
  }

  // MARK: - Character references

  private mutating func passReference(_ text: inout PreparedText) {
    let emSpace: StaticString = "&emsp;"
    guard UTF8Scan.hasPrefix(source, at, end, emSpace) else {
      isPlain = false
      at += 1
      return
    }
    text.mark(.emSpace, behind: at - copied)
    at += emSpace.utf8CodeUnitCount
  }

  // MARK: - Strikethrough

  private mutating func copyTildes(_ text: inout PreparedText) {
    let close = run(of: 0x7E, from: at)
    guard close - at == 2, strikeIsOpen || hasClosingTildes(from: close) else {
      at = close
      return
    }
    insert(strikeIsOpen ? .strikeClose : .strikeOpen, &text)
    strikeIsOpen.toggle()
    skip(to: close)
  }

  private func hasClosingTildes(from index: Int) -> Bool {
    var index = index
    while index < end {
      if source[index] == 0x7E {
        let close = run(of: 0x7E, from: index)
        if close - index == 2 { return true }
        index = close
      } else {
        index += 1
      }
    }
    return false
  }

  // MARK: - HTML

  private mutating func copyTag(_ text: inout PreparedText) {
    guard at + 1 < end, HTMLTag.beginsTag(source[at + 1]) else {
      // `<5%` is text to libcmark too.
      isPlain = false
      at += 1
      return
    }
    let lastEnd = lastTagEnd ?? source[at..<end].lastIndex(of: 0x3E) ?? start
    lastTagEnd = lastEnd
    guard at < lastEnd else { return refuseTag(&text) }
    if let close = autolinkEnd() {
      isPlain = false
      at = close
      return
    }
    guard let tag = HTMLTag(source, at..<min(end, at + HTMLTag.longest)), let role = tag.role else {
      return refuseTag(&text)
    }
    switch role {
    case .mark(let open, let close): insert(tag.isClosing ? close : open, &text)
    case .lineBreak: insert(.lineBreak, &text)
    case .nothing: flush(&text)
    case .link: copyLink(tag, &text)
    }
    skip(to: tag.end)
  }

  /// What looks like HTML and is not on the list stays as it was typed.
  private mutating func refuseTag(_ text: inout PreparedText) {
    if firstUnknownTag == nil { firstUnknownTag = at }
    unknownTags += 1
    isPlain = false
    at += 1
    insert(.joint, &text)
  }

  private mutating func copyLink(_ tag: HTMLTag, _ text: inout PreparedText) {
    flush(&text)
    if tag.isClosing {
      text.append(.linkClose)
    } else if let address = tag.attribute("href", in: source) {
      text.append(.linkOpen)
      text.append(Array(String(firstAddress + addresses.count).utf8)[...])
      text.append(.linkIndexEnd)
      addresses.append(address)
    }
  }

  /// `<https://…>`: a scheme and a colon, no space before `>`.
  private func autolinkEnd() -> Int? {
    var index = at + 1
    while index < end, index < at + 34, Self.isSchemeByte(source[index]) { index += 1 }
    guard index < end, index > at + 2, source[index] == 0x3A || source[index] == 0x40 else { return nil }
    while index < end, index < at + 2048 {
      if source[index] == 0x3E { return index + 1 }
      if source[index] <= 0x20 || source[index] == 0x3C { return nil }
      index += 1
    }
    return nil
  }

  private static func isSchemeByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x2B || byte == 0x2D
      || byte == 0x2E
  }
}
