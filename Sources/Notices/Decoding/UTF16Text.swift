/// UTF-16 of either byte order → UTF-8.
enum UTF16Text {
  /// A lone surrogate or a last odd byte becomes U+FFFD and is a fault.
  static func transcribe(_ bytes: ArraySlice<UInt8>, bigEndian: Bool) -> Transcript {
    var transcript = Transcript(bytes: [], encoding: "UTF-16")
    transcript.bytes.reserveCapacity(bytes.count * 3 / 2)
    func unit(_ at: Int) -> UInt32 {
      let (first, second) = (UInt32(bytes[at]), UInt32(bytes[at + 1]))
      return bigEndian ? first << 8 | second : second << 8 | first
    }
    var at = bytes.startIndex
    while at + 1 < bytes.endIndex {
      let first = unit(at)
      at += 2
      switch first {
      case 0xD800...0xDBFF where at + 1 < bytes.endIndex && (0xDC00...0xDFFF).contains(unit(at)):
        UTF8Sequence.append(0x10000 + (first - 0xD800) << 10 + (unit(at) - 0xDC00), to: &transcript.bytes)
        at += 2
      case 0xD800...0xDFFF:
        transcript.addFault()
      default:
        UTF8Sequence.append(first, to: &transcript.bytes)
      }
    }
    if at < bytes.endIndex { transcript.addFault() }
    return transcript
  }
}

extension Transcript {
  /// Puts U+FFFD in the place of bytes that mean nothing.
  mutating func addFault() {
    faults.append(bytes.count)
    bytes += UTF8Sequence.replacement
  }
}
