/// Well-formed sequences of UTF-8 (Unicode 15, table 3-7).
enum UTF8Sequence {
  /// The length of the well-formed sequence that begins at an offset; 0 when there is none.
  @inline(__always)
  static func length(at index: Int, of bytes: [UInt8]) -> Int {
    let lead = bytes[index]
    if lead < 0x80 { return 1 }
    let (length, low, high): (Int, UInt8, UInt8) =
      switch lead {
      case 0xC2...0xDF: (2, 0x80, 0xBF)
      case 0xE0: (3, 0xA0, 0xBF)
      case 0xED: (3, 0x80, 0x9F)
      case 0xE1...0xEF: (3, 0x80, 0xBF)
      case 0xF0: (4, 0x90, 0xBF)
      case 0xF1...0xF3: (4, 0x80, 0xBF)
      case 0xF4: (4, 0x80, 0x8F)
      default: (0, 0, 0)
      }
    guard length > 0, index + length <= bytes.count, (low...high).contains(bytes[index + 1]) else { return 0 }
    var next = index + 2
    while next < index + length {
      guard bytes[next] & 0xC0 == 0x80 else { return 0 }
      next += 1
    }
    return length
  }

  /// Appends a scalar.
  @inline(__always)
  static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    switch scalar {
    case 0..<0x80:
      bytes.append(UInt8(truncatingIfNeeded: scalar))
    case 0x80..<0x800:
      bytes.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    case 0x800..<0x10000:
      bytes.append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    default:
      bytes.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    }
  }

  /// U+FFFD
  static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]
}

extension UTF8Sequence {
  /// The scalar that begins at an offset of well-formed text.
  @inline(__always)
  static func scalar(at index: Int, of bytes: [UInt8]) -> UInt32 {
    let lead = UInt32(bytes[index])
    if lead < 0x80 { return lead }
    func next(_ offset: Int) -> UInt32 {
      index + offset < bytes.count ? UInt32(bytes[index + offset] & 0x3F) : 0
    }
    if lead < 0xE0 { return (lead & 0x1F) << 6 | next(1) }
    if lead < 0xF0 { return (lead & 0x0F) << 12 | next(1) << 6 | next(2) }
    return (lead & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3)
  }
}
