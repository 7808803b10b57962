/// Reads varints and strings out of bytes, each bound checked.
struct ByteCursor {
  let bytes: [UInt8]
  private(set) var at: Int
  let end: Int

  init(_ bytes: [UInt8], at: Int = 0, end: Int? = nil) {
    self.bytes = bytes
    self.at = at
    self.end = min(end ?? bytes.count, bytes.count)
  }

  var left: Int { end - at }

  mutating func byte() throws -> Int {
    guard at < end else { throw Truncated() }
    at += 1
    return Int(bytes[at - 1])
  }

  /// LEB128, at most 53 bits, so that a browser reads the same numbers.
  mutating func varint() throws -> Int {
    var value = 0
    var shift = 0
    while true {
      let byte = try byte()
      guard shift <= 49 || shift == 49 && byte < 16 else { throw Truncated() }
      value |= (byte & 127) << shift
      if byte < 128 { return value }
      shift += 7
    }
  }

  /// A number of things of which each takes at least one byte of what is left, unless `limit` says otherwise.
  mutating func count(limit: Int? = nil) throws -> Int {
    let value = try varint()
    guard value <= limit ?? left else { throw Truncated() }
    return value
  }

  mutating func zigzag() throws -> Int {
    let value = try varint()
    return value & 1 == 0 ? value >> 1 : -(value >> 1) - 1
  }

  mutating func take(_ count: Int) throws -> ArraySlice<UInt8> {
    guard count >= 0, count <= left else { throw Truncated() }
    at += count
    return bytes[at - count..<at]
  }

  struct Truncated: Error {}
}

extension [UInt8] {
  mutating func appendVarint(_ value: Int) {
    var rest = value
    while rest > 127 {
      append(UInt8(truncatingIfNeeded: rest & 127 | 128))
      rest >>= 7
    }
    append(UInt8(truncatingIfNeeded: rest))
  }

  mutating func appendZigzag(_ value: Int) {
    appendVarint(value >= 0 ? value << 1 : -value << 1 - 1)
  }
}
