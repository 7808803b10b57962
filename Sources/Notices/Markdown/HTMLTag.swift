/// One HTML tag in text.
struct HTMLTag {
  /// What a tag of the safe list stands for. Attributes never reach a page, but for the address of a link.
  enum Role {
    case mark(open: Sentinel, close: Sentinel)
    case lineBreak
    case link
    /// Layout without meaning.
    case nothing
  }

  let name: HTMLName
  let isClosing: Bool
  /// Offset behind `>`.
  let end: Int
  private let attributes: Range<Int>

  /// A longer tag is text.
  static let longest = 4096

  static func beginsTag(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || byte == 0x2F || byte == 0x21 || byte == 0x3F
  }

  /// Reads the tag that begins at the start of the range; `nil` when none is complete within it.
  init?(_ source: [UInt8], _ range: Range<Int>) {
    var at = range.lowerBound + 1
    guard at < range.upperBound else { return nil }
    isClosing = source[at] == 0x2F
    if isClosing { at += 1 }
    let nameStart = at
    // A name may have the prefix of an office program: `<o:p>`.
    while at < range.upperBound, Self.isNameByte(source[at]) || (source[at] == 0x3A && at > nameStart) {
      at += 1
    }
    guard at > nameStart, (0x61...0x7A).contains(source[nameStart] | 0x20) else { return nil }
    name = HTMLName(source, nameStart..<at)
    guard let close = Self.close(source, at..<range.upperBound) else { return nil }
    guard close == at || source[at] <= 0x20 || source[at] == 0x2F else { return nil }
    attributes = at..<close
    end = close + 1
  }

  /// The `>` that ends a tag, outside quotes.
  private static func close(_ source: [UInt8], _ range: Range<Int>) -> Int? {
    let span = source.span
    precondition(range.lowerBound >= 0 && range.upperBound <= span.count)
    var at = range.lowerBound
    while at < range.upperBound {
      let byte = span[at]
      if byte == 0x3E { return at }
      if byte == 0x3C { return nil }
      if byte == 0x22 || byte == 0x27 {
        guard let quote = ByteSearch.first(byte, in: span, at + 1..<range.upperBound) else { return nil }
        at = quote
      }
      at &+= 1
    }
    return nil
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
  }

  var role: Role? { Self.roles[name] }

  private static let roles = HTMLNameTable<Role>([
    (["b", "strong"], .mark(open: .strongOpen, close: .strongClose)),
    (["i", "em"], .mark(open: .emphasisOpen, close: .emphasisClose)),
    (["s", "del"], .mark(open: .strikeOpen, close: .strikeClose)),
    (["sup"], .mark(open: .superscriptOpen, close: .superscriptClose)),
    (["sub"], .mark(open: .subscriptOpen, close: .subscriptClose)),
    (["br", "p", "div", "center"], .lineBreak),
    (["a"], .link),
    (["span", "font", "u", "o", "wbr", "o:p"], .nothing),
  ])

  /// The value of an attribute, entities as typed; `nil` when it is absent.
  func attribute(_ wanted: String, in source: [UInt8]) -> String? {
    var at = attributes.lowerBound
    while at < attributes.upperBound {
      while at < attributes.upperBound, source[at] <= 0x20 || source[at] == 0x2F { at += 1 }
      let start = at
      while at < attributes.upperBound, source[at] > 0x20, source[at] != 0x3D { at += 1 }
      let name = source[start..<at]
      while at < attributes.upperBound, source[at] <= 0x20 { at += 1 }
      var value = at..<at
      if at < attributes.upperBound, source[at] == 0x3D {
        at += 1
        while at < attributes.upperBound, source[at] <= 0x20 { at += 1 }
        value = valueRange(source, from: &at)
      }
      if name.lazy.map({ $0 | 0x20 }).elementsEqual(wanted.utf8) {
        return String(decoding: source[value], as: UTF8.self)
      }
      if at == start { at += 1 }
    }
    return nil
  }

  private func valueRange(_ source: [UInt8], from at: inout Int) -> Range<Int> {
    guard at < attributes.upperBound else { return at..<at }
    let quote = source[at]
    if quote == 0x22 || quote == 0x27 {
      let start = at + 1
      at = source[start..<attributes.upperBound].firstIndex(of: quote) ?? attributes.upperBound
      let range = start..<at
      if at < attributes.upperBound { at += 1 }
      return range
    }
    let start = at
    while at < attributes.upperBound, source[at] > 0x20 { at += 1 }
    return start..<at
  }
}
