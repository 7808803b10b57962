/// Marks that the preparation puts into Markdown before libcmark sees it, and that are taken out of its text again.
///
/// They are noncharacters (U+FDD0–U+FDEF, for internal use by definition): the decoder removes them from every input, so
/// none of them can come from a file. To libcmark they are letters.
enum Sentinel: UInt8 {
  /// Beside `*`: the punctuation before or after it counts as a letter. Behind `<`: no HTML begins here.
  case joint = 0x90
  /// `<br>`, `<p>`: a line ends here.
  case lineBreak = 0x91
  case strongOpen = 0x92
  case strongClose = 0x93
  case emphasisOpen = 0x94
  case emphasisClose = 0x95
  case strikeOpen = 0x96
  case strikeClose = 0x97
  case superscriptOpen = 0x98
  case superscriptClose = 0x99
  case subscriptOpen = 0x9A
  case subscriptClose = 0x9B
  /// `<a href>`; the index of the address in decimal digits follows, then `linkIndexEnd`.
  case linkOpen = 0x9C
  case linkIndexEnd = 0x9D
  case linkClose = 0x9E
  /// Stands for a paragraph that libcmark need not see.
  case plain = 0x9F

  /// All begin EF B7.
  static let lead: (UInt8, UInt8) = (0xEF, 0xB7)

  func append(to bytes: inout [UInt8]) {
    bytes.append(Self.lead.0)
    bytes.append(Self.lead.1)
    bytes.append(rawValue)
  }

  /// The sentinel that begins at an offset.
  @inline(__always)
  static func read(_ bytes: [UInt8], at index: Int) -> Sentinel? {
    guard index + 2 < bytes.count, bytes[index] == lead.0, bytes[index + 1] == lead.1 else { return nil }
    return Sentinel(rawValue: bytes[index + 2])
  }

  /// Bytes without any sentinel: for addresses and code.
  static func removed(from bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(lead.0) else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if read(bytes, at: index) != nil {
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }
}
