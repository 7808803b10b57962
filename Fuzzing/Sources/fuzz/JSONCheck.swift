/// A strict reader of JSON (RFC 8259) that keeps nothing: is this a document, in well-formed UTF-8?
struct JSONCheck {
  private let bytes: [UInt8]
  private var at = 0

  static func isValid(_ bytes: [UInt8]) -> Bool {
    var check = JSONCheck(bytes: bytes)
    guard String(validating: bytes, as: UTF8.self) != nil, check.value(depth: 0) else { return false }
    check.space()
    return check.at == bytes.count
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private var byte: UInt8 { at < bytes.count ? bytes[at] : 0 }

  private mutating func space() { while [0x20, 0x0A, 0x0D, 0x09].contains(byte) { at += 1 } }

  private mutating func take(_ letter: UInt8) -> Bool {
    space()
    guard byte == letter else { return false }
    at += 1
    return true
  }

  private mutating func value(depth: Int) -> Bool {
    space()
    // Deeper than any notice should be: readers of JSON give up at 512 or so.
    guard depth < 400 else { return false }
    switch byte {
    case UInt8(ascii: "{"): return list(depth, end: UInt8(ascii: "}"), named: true)
    case UInt8(ascii: "["): return list(depth, end: UInt8(ascii: "]"), named: false)
    case UInt8(ascii: "\""): return string()
    case UInt8(ascii: "t"): return word("true")
    case UInt8(ascii: "f"): return word("false")
    case UInt8(ascii: "n"): return word("null")
    default: return number()
    }
  }

  private mutating func list(_ depth: Int, end: UInt8, named: Bool) -> Bool {
    at += 1
    if take(end) { return true }
    repeat {
      if named {
        space()
        guard byte == UInt8(ascii: "\""), string(), take(UInt8(ascii: ":")) else { return false }
      }
      guard value(depth: depth + 1) else { return false }
    } while take(UInt8(ascii: ","))
    return take(end)
  }

  private mutating func string() -> Bool {
    at += 1
    while at < bytes.count {
      switch byte {
      case UInt8(ascii: "\""):
        at += 1
        return true
      case UInt8(ascii: "\\"):
        at += 1
        if byte == UInt8(ascii: "u") {
          guard at + 4 < bytes.count, bytes[at + 1...at + 4].allSatisfy(Self.isHexadecimal) else {
            return false
          }
          at += 4
        } else if !"\"\\/bfnrt".utf8.contains(byte) {
          return false
        }
      case 0..<0x20: return false
      default: break
      }
      at += 1
    }
    return false
  }

  private mutating func word(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { buffer in
      guard bytes[at...].starts(with: buffer) else { return false }
      at += buffer.count
      return true
    }
  }

  private mutating func number() -> Bool {
    if byte == UInt8(ascii: "-") { at += 1 }
    let start = at
    while 0x30...0x39 ~= byte { at += 1 }
    guard at > start, at == start + 1 || bytes[start] != 0x30 else { return false }
    guard byte == UInt8(ascii: ".") else { return true }
    at += 1
    let fraction = at
    while 0x30...0x39 ~= byte { at += 1 }
    return at > fraction
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    0x30...0x39 ~= byte || 0x41...0x46 ~= byte || 0x61...0x66 ~= byte
  }
}
