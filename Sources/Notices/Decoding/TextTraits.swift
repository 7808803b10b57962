/// The traits of a text and its marks, found in one pass.
struct TextSurvey {
  let traits: TextTraits
  let marks: TextMarks

  /// Linear.
  init(_ bytes: [UInt8]) {
    var marks = TextMarks()
    traits = TextTraits(bytes, marks: &marks)
    self.marks = marks
  }
}

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

  /// Looks at the bytes from `start` on and adds their marks. Linear, one pass.
  init(_ bytes: [UInt8], from start: Int = 0, marks: inout TextMarks) {
    let (span, kinds) = (bytes.span, Self.kinds.span)
    let raw = span.bytes
    let end = span.count
    precondition(start >= 0 && kinds.count == 0x10000)
    mayHaveHistory = end - start > TextDecoder.longLine
    marks.reserve(end - start)
    var index = start
    while index < end {
      while index &+ 8 <= end {
        // Two characters of three bytes.
        let word = ByteSearch.word(raw, index)
        guard word & 0xC0C0_F0C0_C0F0 == 0x8080_E080_80E0,
          kinds[unchecked: Int(word & 0xFFFF)] | kinds[unchecked: Int(word &>> 24 & 0xFFFF)] == 0
        else { break }
        index &+= 6
      }
      if index &+ 4 <= end {
        let four = ByteSearch.half(raw, index)
        if four & 0xC0_C0F0 == 0x80_80E0 {
          switch kinds[unchecked: Int(four & 0xFFFF)] {
          case Self.common:
            index &+= 3
            continue
          case Self.sign:
            marks.append(index)
            index &+= 3
            continue
          case Self.maybeSign:
            let three = four & 0xFF_FFFF
            if three == 0xA597E6 || three == 0xACACE7 { marks.append(index) }
            index &+= 3
            continue
          default: break
          }
        }
      }
      marks.append(index)
      index = span[index] < 0x80 ? ascii(span, index) : other(bytes, index)
    }
    losesCharacters = losesCharacters || !isValid
    needsCleaning = needsCleaning || losesCharacters
  }

  /// Steps over one control character or line end, or over the run of other ASCII.
  @inline(__always)
  private mutating func ascii(_ text: Swift.Span<UInt8>, _ start: Int) -> Int {
    var at = start
    while at < text.count {
      let byte = text[at]
      guard byte >= 0x20, byte < 0x7F else { break }
      at &+= 1
      if byte == 0x28, at < text.count {
        // `(zhan)`
        let next = text[at]
        if next &- 0x61 < 26 || next &- 0xC3 < 5 { mayHaveHistory = true }
      } else if at & 7 == 0 {
        at = ASCIIRun.end(text.bytes, at, text.count)
      }
    }
    if at > start { return at }
    let byte = text[at]
    if byte != 0x0A, byte != 0x09 {
      if byte < 0x20 && !(0x09...0x0D).contains(byte) && byte != 0x1B { controls += 1 }
      if !(0x0B...0x0D).contains(byte) { losesCharacters = true }
      needsCleaning = true
    }
    return at + 1
  }

  /// Steps over a character that is not ASCII, or over a byte that begins none.
  private mutating func other(_ bytes: [UInt8], _ index: Int) -> Int {
    let length = UTF8Sequence.length(at: index, of: bytes)
    if length == 0 { isValid = false }
    look(bytes, at: index)
    return index + max(length, 1)
  }

  /// A common Han character: nothing to note.
  private static let common: UInt8 = 0
  /// A mark, nothing else.
  private static let sign: UInt8 = 1
  /// 日 and 第 have these bytes.
  private static let maybeSign: UInt8 = 2
  /// To be looked at: `look` finds something in it, or it may be ill-formed.
  private static let odd: UInt8 = 3

  /// What characters of three bytes are, by their first byte and, times 256, their second one.
  private static let kinds: [UInt8] = {
    var kinds = [UInt8](repeating: odd, count: 0x10000)
    func set(_ first: ClosedRange<Int>, _ second: ClosedRange<Int>, _ kind: UInt8) {
      for first in first { for second in second { kinds[second << 8 | first] = kind } }
    }
    set(0xE1...0xEF, 0x80...0xBF, sign)
    set(0xE4...0xE4, 0xB8...0xBF, common)
    set(0xE5...0xE9, 0x80...0xBF, common)
    set(0xE6...0xE6, 0x97...0x97, maybeSign)
    set(0xE7...0xE7, 0xAC...0xAC, maybeSign)
    set(0xE1...0xE1, 0x84...0x87, odd)
    set(0xE1...0xE1, 0xAA...0xBF, odd)
    for second in [0x80, 0x84, 0x8C] { set(0xE2...0xE2, second...second, odd) }
    set(0xE3...0xE3, 0x82...0x82, odd)
    for second in [0x88, 0x8A, 0x94] { set(0xE9...0xE9, second...second, odd) }
    set(0xED...0xED, 0xA0...0xBF, odd)
    set(0xEF...0xEF, 0xA4...0xAD, odd)
    for second in [0xB7, 0xBB, 0xBF] { set(0xEF...0xEF, second...second, odd) }
    return kinds
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
