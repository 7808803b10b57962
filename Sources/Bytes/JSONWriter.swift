/// Writes JSON (RFC 8259) into a byte buffer: keys in the order given, the same bytes every time.
///
/// `pretty` indents by two spaces; strings keep Han characters as they are and escape `<`, `>`, `&`, U+2028 and U+2029,
/// so that the text may stand inside a `script` element.
public struct JSONWriter: Sendable {
  public private(set) var bytes: [UInt8] = []
  private let pretty: Bool
  private var depth = 0
  private var needsComma = false
  private var afterKey = false

  public init(pretty: Bool = false) { self.pretty = pretty }

  public mutating func object(_ body: (inout JSONWriter) -> Void) { nest(0x7B, 0x7D, body) }
  public mutating func array(_ body: (inout JSONWriter) -> Void) { nest(0x5B, 0x5D, body) }

  /// Starts a member; exactly one value follows.
  public mutating func key(_ name: String) {
    separate()
    quote(name)
    bytes.append(0x3A)
    if pretty { bytes.append(0x20) }
    afterKey = true
  }

  public mutating func string(_ value: String) {
    separate()
    quote(value)
    needsComma = true
  }
  public mutating func number(_ value: Int) {
    separate()
    bytes.append(contentsOf: String(value).utf8)
    needsComma = true
  }
  public mutating func bool(_ value: Bool) {
    separate()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
    needsComma = true
  }
  public mutating func null() {
    separate()
    bytes.append(contentsOf: "null".utf8)
    needsComma = true
  }

  public mutating func member(_ name: String, _ value: String?) {
    key(name)
    if let value { string(value) } else { null() }
  }
  public mutating func member(_ name: String, _ value: Int?) {
    key(name)
    if let value { number(value) } else { null() }
  }
  public mutating func member(_ name: String, _ value: Bool) {
    key(name)
    bool(value)
  }
  public mutating func member(_ name: String, _ values: [String]) {
    key(name)
    array { for value in values { $0.string(value) } }
  }
  public mutating func member(_ name: String, object body: (inout JSONWriter) -> Void) {
    key(name)
    object(body)
  }
  public mutating func member(_ name: String, array body: (inout JSONWriter) -> Void) {
    key(name)
    array(body)
  }

  /// A final line feed, as text files have.
  public mutating func endLine() { bytes.append(0x0A) }

  private mutating func nest(_ open: UInt8, _ close: UInt8, _ body: (inout JSONWriter) -> Void) {
    separate()
    bytes.append(open)
    let before = bytes.count
    depth += 1
    needsComma = false
    body(&self)
    depth -= 1
    if bytes.count > before { newLine() }
    bytes.append(close)
    needsComma = true
    afterKey = false
  }

  private mutating func separate() {
    if afterKey {
      afterKey = false
      return
    }
    if needsComma { bytes.append(0x2C) }
    needsComma = false
    if depth > 0 { newLine() }
  }

  private mutating func newLine() {
    guard pretty else { return }
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(0x20, count: depth * 2))
  }

  private mutating func quote(_ value: String) {
    bytes.append(0x22)
    var value = value
    value.withUTF8 { text in
      var run = 0
      func escape(_ code: UInt32, _ width: Int, _ i: Int, _ out: inout [UInt8]) {
        out.append(contentsOf: text[run..<i])
        out.append(contentsOf: "\\u".utf8)
        let digits = Array("0123456789abcdef".utf8)
        for shift in [12, 8, 4, 0] { out.append(digits[Int(code >> UInt32(shift)) & 15]) }
        run = i + width
      }
      var i = 0
      while i < text.count {
        let byte = text[i]
        switch byte {
        case 0x22, 0x5C:
          bytes.append(contentsOf: text[run..<i])
          bytes.append(0x5C)
          run = i
        case 0x0A:
          bytes.append(contentsOf: text[run..<i])
          bytes.append(contentsOf: "\\n".utf8)
          run = i + 1
        case 0..<0x20, 0x3C, 0x3E, 0x26, 0x7F:
          escape(UInt32(byte), 1, i, &bytes)
        case 0xE2
        where i + 2 < text.count && text[i + 1] == 0x80 && (text[i + 2] == 0xA8 || text[i + 2] == 0xA9):
          escape(0x2000 + UInt32(text[i + 2] - 0x80), 3, i, &bytes)
          i += 2
        default: break
        }
        i += 1
      }
      bytes.append(contentsOf: text[run...])
    }
    bytes.append(0x22)
  }
}
