/// Text that is already HTML: what is put in as text is escaped, what is markup comes from string literals of
/// this program only. The type is the proof; there is no way to turn a `String` of the input into `HTML` unescaped.
public struct HTML: Sendable, Equatable {
  public private(set) var bytes: [UInt8]

  public init() { bytes = [] }

  /// Escaped for element content and for attribute values in double quotes. Linear.
  public init(text: some StringProtocol) {
    bytes = []
    self.text(text)
  }

  public var isEmpty: Bool { bytes.isEmpty }

  public var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Appends markup written in this program.
  public mutating func markup(_ literal: StaticString) {
    literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  public mutating func append(_ other: HTML) { bytes.append(contentsOf: other.bytes) }

  /// Appends text; `& < > " '` become references. Characters that HTML forbids (C0 controls but tab and line feed,
  /// U+007F, U+FFFE, U+FFFF) become U+FFFD, so that nothing vanishes without a trace.
  public mutating func text(_ value: some StringProtocol) {
    var value = String(value)
    value.withUTF8 { appendEscaped($0) }
  }

  /// Appends ` name="value"`.
  public mutating func attribute(_ name: StaticString, _ value: some StringProtocol) {
    bytes.append(0x20)
    markup(name)
    bytes.append(0x3D)
    bytes.append(0x22)
    text(value)
    bytes.append(0x22)
  }

  public mutating func number(_ value: Int) { bytes.append(contentsOf: String(value).utf8) }

  /// Markup that another renderer of this module has made and escaped, mustache output among it.
  static func rendered(_ text: String) -> HTML {
    var html = HTML()
    html.bytes = Array(text.utf8)
    return html
  }

  private mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.reserveCapacity(bytes.count + text.count)
    var run = 0
    var at = 0
    while at < text.count {
      if let replacement = HTML.replacement(text, at) {
        bytes.append(contentsOf: text[run..<at])
        replacement.text.withUTF8Buffer { bytes.append(contentsOf: $0) }
        at += replacement.width
        run = at
      } else {
        at += 1
      }
    }
    bytes.append(contentsOf: text[run...])
  }

  @inline(__always)
  private static func replacement(_ text: UnsafeBufferPointer<UInt8>, _ at: Int)
    -> (text: StaticString, width: Int)?
  {
    switch text[at] {
    case 0x26: return ("&amp;", 1)
    case 0x3C: return ("&lt;", 1)
    case 0x3E: return ("&gt;", 1)
    case 0x22: return ("&quot;", 1)
    case 0x27: return ("&#39;", 1)
    case 0x09, 0x0A: return nil
    case 0x00..<0x20, 0x7F: return ("\u{FFFD}", 1)
    case 0xC2 where at + 1 < text.count && text[at + 1] < 0xA0: return ("\u{FFFD}", 2)
    case 0xEF where at + 2 < text.count && text[at + 1] == 0xBF && text[at + 2] >= 0xBE:
      return ("\u{FFFD}", 3)
    default: return nil
    }
  }
}
