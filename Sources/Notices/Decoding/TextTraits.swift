/// What one quick look over text finds: whether it can be taken as it is.
struct TextTraits {
  /// All of it is well-formed UTF-8.
  private(set) var isValid = true
  /// Control characters that hardly occur in text: all but tab, LF, VT, FF, CR and ESC.
  private(set) var controls = 0
  /// Holds invalid sequences, line ends other than LF, control characters, byte order marks or noncharacters.
  private(set) var needsCleaning = false
  /// Holds what cleaning takes out or replaces; line ends become line ends.
  private(set) var losesCharacters = false
  /// Holds a character that may not be in normal form C.
  private(set) var mayNeedNormalizing = false

  /// Holds a sign that `TextHistory` looks for.
  private(set) var mayHaveHistory = false

  /// Linear, one pass.
  init(_ bytes: [UInt8]) {
    let (span, table, pairs) = (bytes.span, Self.actions.span, Self.pairs.span)
    let raw = span.bytes
    let end = span.count
    var index = 0
    mayHaveHistory = end > TextDecoder.longLine
    while index < end {
      while index &+ 4 <= end {
        if index &+ 8 <= end {
          let word = ByteSearch.word(raw, index)
          if word & 0xC0C0_00C0_C000 == 0x8080_0080_8000, ByteSearch.beginTwo(word, lead: 0xE4, count: 5) {
            index &+= 6
            continue
          }
        }
        let four = ByteSearch.half(raw, index)
        guard four & 0xC0_C0F0 == 0x80_80E0, !pairs[Int((four & 0xF) &<< 6 | four &>> 8 & 0x3F)] else {
          break
        }
        index &+= 3
      }
      index = ASCIIRun.end(raw, index, end)
      guard index < end else { break }
      switch table[Int(span[index])] {
      case .skip:
        index += 1
      case .bracket:
        // `(zhan)`
        if index + 1 < end, (0x61...0x7A).contains(span[index + 1]) || (0xC3...0xC7).contains(span[index + 1])
        {
          mayHaveHistory = true
        }
        index += 1
      case .control:
        let byte = span[index]
        if byte < 0x20 && !(0x09...0x0D).contains(byte) && byte != 0x1B { controls += 1 }
        if !(0x0B...0x0D).contains(byte) { losesCharacters = true }
        needsCleaning = true
        index += 1
      case .look:
        let length = UTF8Sequence.length(at: index, of: bytes)
        if length == 0 { isValid = false }
        look(bytes, at: index)
        index += max(length, 1)
      }
    }
    losesCharacters = losesCharacters || !isValid
    needsCleaning = needsCleaning || losesCharacters
  }

  private enum Action { case skip, bracket, control, look }

  /// What to do at a first byte; most of them begin nothing of interest.
  private static let actions: [Action] = (0...255).map { (byte: UInt8) -> Action in
    switch byte {
    case 0x28: .bracket
    case 0x09, 0x0A, 0x20..<0x7F: .skip
    case 0x00..<0x20, 0x7F: .control
    default: .look
    }
  }

  /// The first two bytes of characters of three bytes that are to be looked at, by the four low bits of the first and the
  /// six of the second: what `look` finds something in, and what may be ill-formed.
  private static let pairs: [Bool] = {
    var pairs = [Bool](repeating: false, count: 1024)
    func set(_ first: Int, _ seconds: ClosedRange<Int>) {
      for second in seconds { pairs[(first & 0xF) << 6 | second & 0x3F] = true }
    }
    set(0xE0, 0x80...0xBF)
    set(0xE1, 0x84...0x87)
    set(0xE1, 0xAA...0xBF)
    for second in [0x80, 0x84, 0x8C] { set(0xE2, second...second) }
    set(0xE3, 0x82...0x82)
    for second in [0x88, 0x8A, 0x94] { set(0xE9, second...second) }
    set(0xED, 0xA0...0xBF)
    set(0xEF, 0xA4...0xAD)
    for second in [0xB7, 0xBB, 0xBF] { set(0xEF, second...second) }
    return pairs
  }()

  private mutating func look(_ bytes: [UInt8], at index: Int) {
    let byte = bytes[index]
    guard index + 2 < bytes.count else { return }
    let second = bytes[index + 1]
    let third = bytes[index + 2]
    switch (byte, second) {
    case (0xC2, _), (0xC3, _): mayHaveHistory = true
    case (0xE9, _): mayHaveHistory = mayHaveHistory || TextHistory.isFullWidthReadAsGBK(second, third)
    case (0xEF, 0xBB): losesCharacters = losesCharacters || third == 0xBF
    case (0xEF, 0xB7): losesCharacters = losesCharacters || (0x90...0xAF).contains(third)
    case (0xEF, 0xBF):
      losesCharacters = losesCharacters || third >= 0xBE
      mayHaveHistory = mayHaveHistory || third == 0xBD
    case (0xE2, 0x80):
      needsCleaning = needsCleaning || third == 0xA8 || third == 0xA9
      mayNeedNormalizing = mayNeedNormalizing || third <= 0x81
    // Combining marks, conjoining Jamo, kana voicing marks, compatibility ideographs, and the scripts and symbols
    // with singletons; whatever else is not in normal form is met in no document of the field.
    case (0xCC, _), (0xCD, _), (0xE0, _), (0xE1, 0x84...0x87), (0xE1, 0xAA...0xBF), (0xEF, 0xA4...0xAD),
      (0xF0, 0xAF):
      mayNeedNormalizing = true
    case (0xE2, 0x84):
      // Ω, K and Å, not ℃ or №.
      mayNeedNormalizing = mayNeedNormalizing || third == 0xA6 || third == 0xAA || third == 0xAB
    case (0xE2, 0x8C): mayNeedNormalizing = mayNeedNormalizing || third == 0xA9 || third == 0xAA
    case (0xE3, 0x82): mayNeedNormalizing = mayNeedNormalizing || third == 0x99 || third == 0x9A
    default: break
    }
  }
}
