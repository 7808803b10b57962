/// What one quick look over text finds: whether it can be taken as it is.
struct TextTraits {
  /// Holds invalid sequences, line ends other than LF, control characters, byte order marks or noncharacters.
  var needsCleaning = false
  /// Holds a character that may not be in normal form C.
  var mayNeedNormalizing = false

  init(_ bytes: [UInt8]) {
    needsCleaning = !UTF8Sequence.isValid(bytes)
    let interesting = Self.interesting
    let span = bytes.span
    let table = interesting.span
    for index in span.indices where table[Int(span[index])] {
      look(bytes, at: index)
    }
  }

  /// First bytes that may begin something of interest; the rest of a text needs no second look.
  private static let interesting: [Bool] = (0...255).map { (byte: Int) -> Bool in
    switch byte {
    case 0x09, 0x0A: false
    case 0x00..<0x20, 0x7F, 0xCC, 0xCD, 0xE0, 0xE1, 0xE2, 0xE3, 0xEF, 0xF0: true
    default: false
    }
  }

  private mutating func look(_ bytes: [UInt8], at index: Int) {
    let byte = bytes[index]
    if byte < 0x80 {
      needsCleaning = true
      return
    }
    guard index + 2 < bytes.count else { return }
    let second = bytes[index + 1]
    let third = bytes[index + 2]
    switch (byte, second) {
    case (0xEF, 0xBB): needsCleaning = needsCleaning || third == 0xBF
    case (0xEF, 0xB7): needsCleaning = needsCleaning || (0x90...0xAF).contains(third)
    case (0xEF, 0xBF): needsCleaning = needsCleaning || third >= 0xBE
    case (0xE2, 0x80):
      needsCleaning = needsCleaning || third == 0xA8 || third == 0xA9
      mayNeedNormalizing = mayNeedNormalizing || third <= 0x81
    // Combining marks, conjoining Jamo, kana voicing marks, compatibility ideographs, and the scripts and symbols
    // with singletons; whatever else is not in normal form is met in no document of the field.
    case (0xCC, _), (0xCD, _), (0xE0, _), (0xE1, 0x84...0x87), (0xE1, 0xAA...0xBF), (0xE2, 0x84),
      (0xEF, 0xA4...0xAD), (0xF0, 0xAF):
      mayNeedNormalizing = true
    case (0xE2, 0x8C), (0xE3, 0x82): mayNeedNormalizing = mayNeedNormalizing || third >= 0x99
    default: break
    }
  }
}
