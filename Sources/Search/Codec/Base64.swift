/// Decodes the tables that are compiled in. The text is ours: letters, digits, `+`, `/` and padding.
func decodeBase64(_ text: StaticString) -> [UInt8] {
  text.withUTF8Buffer { buffer in
    var out: [UInt8] = []
    out.reserveCapacity(buffer.count * 3 / 4)
    var word: UInt32 = 0
    var have = 0
    for byte in buffer {
      let value: UInt8
      switch byte {
      case 0x41...0x5A: value = byte - 0x41
      case 0x61...0x7A: value = byte - 0x61 + 26
      case 0x30...0x39: value = byte - 0x30 + 52
      case 0x2B: value = 62
      case 0x2F: value = 63
      default: continue
      }
      word = word << 6 | UInt32(value)
      have += 6
      if have >= 8 {
        have -= 8
        out.append(UInt8(truncatingIfNeeded: word >> UInt32(have)))
      }
    }
    return out
  }
}
