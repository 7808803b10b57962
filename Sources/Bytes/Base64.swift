/// RFC 4648, with padding.
public enum Base64 {
  /// Linear in the number of bytes.
  public static func encode(_ bytes: some Collection<UInt8>) -> String {
    var out: [UInt8] = []
    out.reserveCapacity((bytes.count + 2) / 3 * 4)
    var word: UInt32 = 0
    var width: UInt32 = 0
    func digit(_ value: UInt32) -> UInt8 {
      switch value & 63 {
      case let v where v < 26: UInt8(0x41 + v)
      case let v where v < 52: UInt8(0x61 + v - 26)
      case let v where v < 62: UInt8(0x30 + v - 52)
      case 62: 0x2B
      default: 0x2F
      }
    }
    for byte in bytes {
      word = word << 8 | UInt32(byte)
      width += 8
      while width >= 6 {
        width -= 6
        out.append(digit(word >> width))
      }
    }
    if width > 0 { out.append(digit(word << (6 - width))) }
    while !out.count.isMultiple(of: 4) { out.append(0x3D) }
    return String(decoding: out, as: UTF8.self)
  }
}
