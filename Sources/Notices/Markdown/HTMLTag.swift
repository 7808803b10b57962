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

  /// In lower case.
  let name: String
  let isClosing: Bool
  /// Offset behind `>`.
  let end: Int
  private let attributes: Range<Int>
  private let source: [UInt8]

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
    name = Self.lowercased(source, nameStart..<at)
    let attributesStart = at
    var quote: UInt8 = 0
    while at < range.upperBound {
      let byte = source[at]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
      } else if byte == 0x3E {
        break
      } else if byte == 0x3C {
        return nil
      }
      at += 1
    }
    guard at < range.upperBound else { return nil }
    let first = source[attributesStart]
    guard at == attributesStart || first <= 0x20 || first == 0x2F else { return nil }
    attributes = attributesStart..<at
    end = at + 1
    self.source = source
  }

  private static func lowercased(_ source: [UInt8], _ range: Range<Int>) -> String {
    String(unsafeUninitializedCapacity: range.count) { name in
      for (i, at) in range.enumerated() {
        name[i] = source[at] | ((0x41...0x5A).contains(source[at]) ? 0x20 : 0)
      }
      return range.count
    }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
  }

  var role: Role? { name == "o:p" ? .nothing : Self.roles[name] }

  private static let roles: [String: Role] = [
    "b": .mark(open: .strongOpen, close: .strongClose),
    "strong": .mark(open: .strongOpen, close: .strongClose),
    "i": .mark(open: .emphasisOpen, close: .emphasisClose),
    "em": .mark(open: .emphasisOpen, close: .emphasisClose),
    "s": .mark(open: .strikeOpen, close: .strikeClose),
    "del": .mark(open: .strikeOpen, close: .strikeClose),
    "sup": .mark(open: .superscriptOpen, close: .superscriptClose),
    "sub": .mark(open: .subscriptOpen, close: .subscriptClose),
    "br": .lineBreak, "p": .lineBreak, "div": .lineBreak, "center": .lineBreak,
    "a": .link,
    "span": .nothing, "font": .nothing, "u": .nothing, "o": .nothing, "wbr": .nothing,
  ]

  /// The value of an attribute, entities as typed; `nil` when it is absent.
  func attribute(_ wanted: String) -> String? {
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
        value = valueRange(from: &at)
      }
      if name.map({ $0 | 0x20 }).elementsEqual(wanted.utf8) {
        return String(decoding: source[value], as: UTF8.self)
      }
      if at == start { at += 1 }
    }
    return nil
  }

  private func valueRange(from at: inout Int) -> Range<Int> {
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
