import Diagnostics

/// Text in UTF-8 as a decoder left it, before line ends and control characters are tidied.
struct Transcript {
  /// May hold invalid sequences when the encoding is UTF-8: the cleaner replaces and reports them.
  var bytes: [UInt8]
  var encoding: String
  /// Offsets in `bytes` where U+FFFD stands for bytes that could not be decoded, ascending.
  var faults: [Int] = []
  /// Said once for the file: why this encoding was chosen.
  var note: DiagnosticKind?
}

/// Which encoding a file has: its byte order mark, else what its bytes can be.
enum EncodingGuess: Equatable {
  case utf8(mark: Int)
  case utf16(bigEndian: Bool, mark: Int)
  case utf32(bigEndian: Bool)
  case gb18030(mark: Int)
  case big5
  case binary

  /// What the byte order mark says; `nil` without one.
  static func marked(_ bytes: [UInt8]) -> EncodingGuess? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8(mark: 3) }
    if bytes.starts(with: [0xFF, 0xFE, 0x00, 0x00]) { return .utf32(bigEndian: false) }
    if bytes.starts(with: [0x00, 0x00, 0xFE, 0xFF]) { return .utf32(bigEndian: true) }
    if bytes.starts(with: [0xFF, 0xFE]) { return .utf16(bigEndian: false, mark: 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return .utf16(bigEndian: true, mark: 2) }
    if bytes.starts(with: [0x84, 0x31, 0x95, 0x33]) { return .gb18030(mark: 4) }
    return nil
  }

  /// What the bytes can be, from their traits as UTF-8.
  static func unmarked(_ bytes: [UInt8], _ traits: TextTraits) -> EncodingGuess {
    if traits.isValid && traits.controls == 0 { return .utf8(mark: 0) }
    if let order = UTF16Evidence(bytes).byteOrder { return .utf16(bigEndian: order == .big, mark: 0) }
    // Text has hardly any control characters: one byte in a hundred, and more than a few, is no text.
    if traits.controls > 8 && traits.controls * 100 > bytes.count { return .binary }
    if traits.isValid { return .utf8(mark: 0) }
    let evidence = MultibyteEvidence(bytes)
    if evidence.isMostlyUTF8 { return .utf8(mark: 0) }
    if evidence.gb.isCommonText { return .gb18030(mark: 0) }
    if evidence.big5.isCommonText { return .big5 }
    if evidence.gb.isPossibleText { return .gb18030(mark: 0) }
    return evidence.looksBinary ? .binary : .utf8(mark: 0)
  }

  /// The text in UTF-8; `nil` for a binary.
  func transcribe(_ bytes: [UInt8]) -> Transcript? {
    switch self {
    case .binary:
      return nil
    case .utf8(let mark):
      return Transcript(bytes: mark == 0 ? bytes : Array(bytes[mark...]), encoding: "UTF-8")
    case .utf16(let bigEndian, let mark):
      var transcript = UTF16Text.transcribe(bytes[mark...], bigEndian: bigEndian)
      transcript.note = .encodingUTF16
      return transcript
    case .utf32(let bigEndian):
      let name = bigEndian ? "UTF-32BE" : "UTF-32LE"
      return Iconv.transcribe(bytes[4...], from: name, named: "UTF-32", note: .encodingUTF32)
    case .gb18030(let mark):
      return Iconv.transcribe(bytes[mark...], from: "GB18030", named: "GB18030", note: .encodingGB18030)
    case .big5:
      return Iconv.transcribe(bytes[...], from: "BIG5-HKSCS", named: "Big5", note: .encodingBig5)
    }
  }
}

/// Whether bytes make sense as UTF-16 of either order.
private struct UTF16Evidence {
  enum ByteOrder { case little, big }
  var byteOrder: ByteOrder?

  init(_ bytes: [UInt8]) {
    // A sample is enough: another encoding fails at once.
    let sample = bytes.prefix(65_536 & ~1)
    guard bytes.count >= 4, bytes.count % 2 == 0 else { return }
    var little = 0
    var big = 0
    var index = sample.startIndex
    while index + 1 < sample.endIndex {
      if Self.isUsual(UInt16(sample[index]) | UInt16(sample[index + 1]) << 8) { little += 1 }
      if Self.isUsual(UInt16(sample[index + 1]) | UInt16(sample[index]) << 8) { big += 1 }
      index += 2
    }
    let needed = sample.count / 2 * 9 / 10
    if little > big && little >= needed { byteOrder = .little }
    if big > little && big >= needed { byteOrder = .big }
  }

  private static func isUsual(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0xA0, 0xB7, 0x2010...0x2030, 0x2460...0x249B, 0x3000...0x303F,
      0x4E00...0x9FFF, 0xFF00...0xFFEF:
      true
    default:
      false
    }
  }
}

/// What the bytes over 0x7F are, read as UTF-8, as GB18030 and as Big5.
private struct MultibyteEvidence {
  struct Pairs {
    /// Characters of the part of the set that everyday text is made of.
    var common = 0
    var others = 0
    var bad = 0
    var all: Int { common + others }

    var isCommonText: Bool { isSound && common * 10 >= (all + bad) * 7 }
    var isPossibleText: Bool { isSound && all >= 4 && common * 10 >= all * 3 }
    /// One bad byte, or two in a hundred characters.
    private var isSound: Bool { all > 0 && bad * 4 <= all && bad <= 1 + all / 50 }
  }

  var validUTF8 = 0
  var invalidUTF8 = 0
  var gb = Pairs()
  var big5 = Pairs()
  private let count: Int

  /// A file in UTF-8 with some damage.
  var isMostlyUTF8: Bool { invalidUTF8 * 20 <= validUTF8 }
  var looksBinary: Bool { invalidUTF8 * 4 > count && count > 16 }

  init(_ bytes: [UInt8]) {
    count = bytes.count
    countUTF8(bytes)
    countGB(bytes)
    countBig5(bytes)
  }

  private mutating func countUTF8(_ bytes: [UInt8]) {
    var at = 0
    while at < bytes.count {
      if bytes[at] < 0x80 {
        at += 1
        continue
      }
      let length = UTF8Sequence.length(at: at, of: bytes)
      if length == 0 { invalidUTF8 += 1 } else { validUTF8 += 1 }
      at += max(length, 1)
    }
  }

  /// GB 2312 level 1 (rows 16–55) and its symbols are what documents are written in.
  private mutating func countGB(_ bytes: [UInt8]) {
    var at = 0
    while at < bytes.count {
      let lead = bytes[at]
      if lead < 0x80 {
        at += 1
        continue
      }
      guard lead != 0x80, lead != 0xFF, at + 1 < bytes.count else {
        gb.bad += 1
        at += 1
        continue
      }
      let trail = bytes[at + 1]
      if (0x30...0x39).contains(trail), at + 3 < bytes.count, (0x81...0xFE).contains(bytes[at + 2]),
        (0x30...0x39).contains(bytes[at + 3])
      {
        gb.others += 1
        at += 4
      } else if trail >= 0x40 && trail != 0x7F && trail != 0xFF {
        let common = trail >= 0xA1 && ((0xB0...0xD7).contains(lead) || (0xA1...0xA3).contains(lead))
        if common { gb.common += 1 } else { gb.others += 1 }
        at += 2
      } else {
        gb.bad += 1
        at += 1
      }
    }
  }

  /// Big5 level 1 (A4–C6) and its symbols.
  private mutating func countBig5(_ bytes: [UInt8]) {
    var at = 0
    while at < bytes.count {
      let lead = bytes[at]
      if lead < 0x80 {
        at += 1
        continue
      }
      guard lead >= 0x81, lead != 0xFF, at + 1 < bytes.count,
        (0x40...0x7E).contains(bytes[at + 1]) || (0xA1...0xFE).contains(bytes[at + 1])
      else {
        big5.bad += 1
        at += 1
        continue
      }
      if (0xA1...0xC6).contains(lead) { big5.common += 1 } else { big5.others += 1 }
      at += 2
    }
  }
}
