/// One line of running text on its way to libcmark: emphasis beside full-width punctuation, HTML, `5*8小时`, `~~`.
///
/// Emphasis: for a run of `*` with a CJK character on either side, a sentinel goes between the run and the punctuation
/// before it (if a letter follows) or behind it (if a letter precedes), so that the run can open and close as it does
/// beside letters. Code spans and escapes are left alone. Linear: no scan for a closer is repeated.
struct InlinePreparation {
  private(set) var addresses: [String] = []
  private(set) var unknownTags = 0
  private(set) var firstUnknownTag: Int?
  /// Where a sentinel keeps a line from being the definition of a link.
  var noDefinitionAt: Int?

  private let source: [UInt8]
  private let end: Int
  private let start: Int
  private let firstAddress: Int
  private var at: Int
  private var strikeIsOpen = false
  /// Lengths of backtick runs without a closer on this line, as bits.
  private var missingClosers: UInt64 = 0
  /// The last `>` of the line; looked for when the first `<` is met.
  private var lastTagEnd: Int?

  init(_ source: [UInt8], _ range: Range<Int>, addresses: Int) {
    self.source = source
    start = range.lowerBound
    end = range.upperBound
    at = range.lowerBound
    firstAddress = addresses
  }

  private static let special: [Bool] = (0...255).map { [0x60, 0x5C, 0x3C, 0x2A, 0x7E].contains($0) }

  mutating func copy(to text: inout [UInt8]) {
    let special = Self.special
    if let split = noDefinitionAt {
      // A label holds no marks that need care.
      take(split, &text)
      Sentinel.joint.append(to: &text)
    }
    var copied = at
    precondition(at >= 0 && end <= source.count)
    while at < end {
      while at &+ 8 <= end,
        ByteSearch.word(source.span.bytes, at) & 0x8080_8080_8080_8080 == 0x8080_8080_8080_8080
      {
        at &+= 8
      }
      guard at < end else { break }
      guard special[Int(source[at])] else {
        at += 1
        continue
      }
      text += source[copied..<at]
      switch source[at] {
      case 0x60: copyCode(&text)
      case 0x5C: copyEscape(&text)
      case 0x3C: copyTag(&text)
      case 0x2A: copyStars(&text)
      default: copyTildes(&text)
      }
      copied = at
    }
    text += source[copied..<end]
  }

  private func run(of byte: UInt8, from index: Int) -> Int {
    var index = index
    while index < end, source[index] == byte { index += 1 }
    return index
  }

  private mutating func take(_ upTo: Int, _ text: inout [UInt8]) {
    text += source[at..<upTo]
    at = upTo
  }

  // MARK: - Code and escapes

  private mutating func copyCode(_ text: inout [UInt8]) {
    let open = run(of: 0x60, from: at)
    let length = open - at
    let bit: UInt64 = length < 64 ? 1 << UInt64(length) : 0
    guard bit != 0, missingClosers & bit == 0 else { return take(open, &text) }
    var index = open
    while index < end {
      guard source[index] == 0x60 else {
        index += 1
        continue
      }
      let close = run(of: 0x60, from: index)
      if close - index == length { return take(close, &text) }
      index = close
    }
    missingClosers |= bit
    take(open, &text)
  }

  private mutating func copyEscape(_ text: inout [UInt8]) {
    let next = at + 1
    take(next < end && source[next] < 0x80 ? next + 1 : next, &text)
  }

  // MARK: - Emphasis

  private mutating func copyStars(_ text: inout [UInt8]) {
    let close = run(of: 0x2A, from: at)
    let before = scalarBefore(at)
    let after = scalar(at: close)
    if close - at == 1, Self.isDigit(before), Self.isDigit(after) {
      // 5*8小时
      text += [0x5C, 0x2A]
      at = close
      return
    }
    let besideCJK = CJK.joins(before) || CJK.joins(after)
    if besideCJK, Self.isPunctuation(before), Self.isLetter(after) { Sentinel.joint.append(to: &text) }
    take(close, &text)
    if besideCJK, Self.isPunctuation(after), Self.isLetter(before) { Sentinel.joint.append(to: &text) }
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

  // MARK: - Strikethrough

  private mutating func copyTildes(_ text: inout [UInt8]) {
    let close = run(of: 0x7E, from: at)
    guard close - at == 2 else { return take(close, &text) }
    if strikeIsOpen {
      Sentinel.strikeClose.append(to: &text)
      strikeIsOpen = false
    } else if hasClosingTildes(from: close) {
      Sentinel.strikeOpen.append(to: &text)
      strikeIsOpen = true
    } else {
      return take(close, &text)
    }
    at = close
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

  private mutating func copyTag(_ text: inout [UInt8]) {
    guard at + 1 < end else { return take(at + 1, &text) }
    let next = source[at + 1]
    guard HTMLTag.beginsTag(next) else {
      // `<5%` is text to libcmark too.
      return take(at + 1, &text)
    }
    let lastEnd = lastTagEnd ?? source[at..<end].lastIndex(of: 0x3E) ?? start
    lastTagEnd = lastEnd
    guard at < lastEnd else { return refuseTag(&text) }
    if let close = autolinkEnd() { return take(close, &text) }
    guard let tag = HTMLTag(source, at..<min(end, at + HTMLTag.longest)) else { return refuseTag(&text) }
    guard let role = tag.role else { return refuseTag(&text) }
    switch role {
    case .mark(let open, let close): (tag.isClosing ? close : open).append(to: &text)
    case .lineBreak: Sentinel.lineBreak.append(to: &text)
    case .nothing: break
    case .link: copyLink(tag, &text)
    }
    at = tag.end
  }

  /// What looks like HTML and is not on the list stays as it was typed.
  private mutating func refuseTag(_ text: inout [UInt8]) {
    if firstUnknownTag == nil { firstUnknownTag = at }
    unknownTags += 1
    take(at + 1, &text)
    Sentinel.joint.append(to: &text)
  }

  private mutating func copyLink(_ tag: HTMLTag, _ text: inout [UInt8]) {
    if tag.isClosing {
      Sentinel.linkClose.append(to: &text)
    } else if let address = tag.attribute("href") {
      Sentinel.linkOpen.append(to: &text)
      text += String(firstAddress + addresses.count).utf8
      Sentinel.linkIndexEnd.append(to: &text)
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
