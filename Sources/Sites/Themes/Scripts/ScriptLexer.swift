/// Cuts a script (ECMAScript 2024) into tokens, one at a time. Whether a slash divides or begins a regular expression, and whether a
/// brace ends a block or goes on with a template, only the parser knows: it asks for the token again.
struct ScriptLexer: Sendable {
  let bytes: [UInt8]
  private(set) var at = 0
  /// The words behind `@mangle-props` in comments: properties that nothing but the script itself uses.
  private(set) var ownProperties: Set<String> = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
  }

  mutating func next() throws -> ScriptToken {
    var token = ScriptToken(kind: .end, range: at..<at)
    try skipTrivia(&token)
    let start = at
    guard let byte = byte(0) else {
      token.range = start..<start
      return token
    }
    switch byte {
    case 0x22, 0x27:
      token.kind = .string
      try skipString(byte)
    case 0x60:
      token.kind = .template
      at += 1
      try skipTemplate()
    case 0x30...0x39:
      token.kind = .number
      skipNumber()
    case 0x2E where Self.isDigit(self.byte(1)):
      token.kind = .number
      skipNumber()
    case 0x23:
      token.kind = .privateName
      at += 1
      guard Self.isNameStart(self.byte(0)) else { throw ScriptNotUnderstood() }
      skipName()
      token.text = text(start..<at)
    case _ where Self.isNameStart(byte):
      token.kind = .name
      skipName()
      token.text = text(start..<at)
    default:
      token.kind = .punctuator
      token.text = try punctuator(newlineBefore: token.newlineBefore || start == 0)
    }
    token.range = start..<at
    return token
  }

  /// The regular expression that begins at a token that was taken for a division.
  mutating func regularExpression(from token: ScriptToken) throws -> ScriptToken {
    at = token.range.lowerBound + 1
    var inClass = false
    while let byte = byte(0), byte != 0x2F || inClass {
      switch byte {
      case 0x0A, 0x0D: throw ScriptNotUnderstood()
      case 0x5C: at += 1
      case 0x5B: inClass = true
      case 0x5D: inClass = false
      default: break
      }
      at += 1
    }
    guard byte(0) == 0x2F else { throw ScriptNotUnderstood() }
    at += 1
    skipName()
    var out = token
    (out.kind, out.text, out.range) = (.regularExpression, "", token.range.lowerBound..<at)
    return out
  }

  /// The piece of a template that goes on at a closing brace.
  mutating func template(from token: ScriptToken) throws -> ScriptToken {
    at = token.range.lowerBound + 1
    try skipTemplate()
    var out = token
    (out.kind, out.text, out.range) = (.template, "", token.range.lowerBound..<at)
    return out
  }

  private func byte(_ offset: Int) -> UInt8? { at + offset < bytes.count ? bytes[at + offset] : nil }

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  // MARK: Trivia

  private mutating func skipTrivia(_ token: inout ScriptToken) throws {
    while let byte = byte(0) {
      switch byte {
      case 0x20, 0x09, 0x0B, 0x0C: at += 1
      case 0x0A, 0x0D:
        token.newlineBefore = true
        at += 1
      case 0x2F where self.byte(1) == 0x2F:
        let start = at
        while let byte = self.byte(0), byte != 0x0A, byte != 0x0D, lineSeparator == nil { at += 1 }
        read(comment: start..<at, into: &token)
      case 0x2F where self.byte(1) == 0x2A:
        try skipBlockComment(&token)
      case 0x80...:
        if let length = lineSeparator {
          token.newlineBefore = true
          at += length
        } else if let length = wideSpace {
          at += length
        } else {
          return
        }
      default: return
      }
    }
  }

  private mutating func skipBlockComment(_ token: inout ScriptToken) throws {
    let start = at
    at += 2
    while let byte = byte(0), byte != 0x2A || self.byte(1) != 0x2F {
      if byte == 0x0A || byte == 0x0D || lineSeparator != nil { token.newlineBefore = true }
      at += 1
    }
    guard byte(0) != nil else { throw ScriptNotUnderstood() }
    at += 2
    read(comment: start..<at, into: &token)
  }

  /// Comments that hold a licence are kept: by custom `/*!`, `//!`, or those with the words `@license` and `@preserve`.
  private mutating func read(comment: Range<Int>, into token: inout ScriptToken) {
    if comment.count > 2, bytes[comment.lowerBound + 2] == 0x21 { return token.licences.append(comment) }
    guard bytes[comment].contains(0x40) else { return }
    let said = text(comment)
    if said.contains("@license") || said.contains("@preserve") { token.licences.append(comment) }
    guard let mark = said.firstRange(of: "@mangle-props") else { return }
    ownProperties.formUnion(
      said[mark.upperBound...].split { !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != "$" }.map(
        String.init))
  }

  /// The length of U+2028 or U+2029 at this place.
  private var lineSeparator: Int? {
    byte(0) == 0xE2 && byte(1) == 0x80 && (byte(2) == 0xA8 || byte(2) == 0xA9) ? 3 : nil
  }

  /// The length of white space beyond ASCII at this place.
  private var wideSpace: Int? {
    switch (byte(0) ?? 0, byte(1) ?? 0, byte(2) ?? 0) {
    case (0xC2, 0xA0, _): 2
    case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F),
      (0xE3, 0x80, 0x80),
      (0xEF, 0xBB, 0xBF):
      3
    default: nil
    }
  }

  // MARK: Tokens

  private mutating func skipName() {
    while Self.isNamePart(byte(0)), lineSeparator == nil, wideSpace == nil { at += 1 }
  }

  private mutating func skipString(_ quote: UInt8) throws {
    at += 1
    while let byte = byte(0), byte != quote {
      switch byte {
      case 0x0A, 0x0D: throw ScriptNotUnderstood()
      // A line may go on behind a stroke, also where it ends in two bytes.
      case 0x5C: at += self.byte(1) == 0x0D && self.byte(2) == 0x0A ? 3 : 2
      default: at += 1
      }
    }
    guard byte(0) == quote else { throw ScriptNotUnderstood() }
    at += 1
  }

  private mutating func skipTemplate() throws {
    while let byte = byte(0) {
      switch (byte, self.byte(1)) {
      case (0x60, _):
        at += 1
        return
      case (0x24, 0x7B):
        at += 2
        return
      case (0x5C, _): at += 2
      default: at += 1
      }
    }
    throw ScriptNotUnderstood()
  }

  private mutating func skipNumber() {
    let start = at
    if byte(0) == 0x30, let letter = byte(1), "xXbBoO".utf8.contains(letter) {
      while Self.isNamePart(byte(0)) { at += 1 }
      return
    }
    skipDigits()
    let isOctal = at - start > 1 && bytes[start] == 0x30 && bytes[start..<at].allSatisfy { $0 < 0x38 }
    if byte(0) == 0x2E, !isOctal {
      at += 1
      skipDigits()
    }
    if byte(0) == 0x65 || byte(0) == 0x45 {
      let signed = byte(1) == 0x2B || byte(1) == 0x2D
      if Self.isDigit(byte(signed ? 2 : 1)) {
        at += signed ? 2 : 1
        skipDigits()
      }
    }
    if byte(0) == 0x6E { at += 1 }
  }

  private mutating func skipDigits() { while Self.isDigit(byte(0)) || byte(0) == 0x5F { at += 1 } }

  private static let punctuators: [[String]] = [
    [">>>="], ["...", "===", "!==", "**=", "<<=", ">>=", ">>>", "&&=", "||=", "??="],
    [
      "=>", "==", "!=", "<=", ">=", "&&", "||", "??", "?.", "++", "--", "+=", "-=", "*=", "/=", "%=", "&=",
      "|=", "^=",
      "<<", ">>", "**",
    ],
    [
      "{", "}", "(", ")", "[", "]", ".", ";", ",", "<", ">", "+", "-", "*", "/", "%", "&", "|", "^", "!", "~",
      "?", ":",
      "=",
    ],
  ]

  /// Old scripts may have comments as in HTML: they are not touched.
  private mutating func punctuator(newlineBefore: Bool) throws -> String {
    let rest = bytes[at...].prefix(4)
    if rest.elementsEqual("<!--".utf8) || newlineBefore && rest.starts(with: "-->".utf8) {
      throw ScriptNotUnderstood()
    }
    for sized in Self.punctuators {
      for it in sized where rest.starts(with: it.utf8) {
        if it == "?.", Self.isDigit(byte(2)) { continue }
        at += it.utf8.count
        return it
      }
    }
    throw ScriptNotUnderstood()
  }

  // MARK: Classes of bytes

  static func isDigit(_ byte: UInt8?) -> Bool { byte.map { (0x30...0x39).contains($0) } ?? false }

  /// Names with an escape (`\u0061`) are not among them: a script that has one is not understood.
  static func isNameStart(_ byte: UInt8?) -> Bool {
    guard let byte else { return false }
    return (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte)
      || byte == 0x5F || byte == 0x24 || byte >= 0x80
  }

  static func isNamePart(_ byte: UInt8?) -> Bool { isNameStart(byte) || isDigit(byte) }
}
