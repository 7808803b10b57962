import Diagnostics

/// What finished text tells about the way it came: decoded wrongly before it was saved, copied from a mirror that
/// injects readings, its line ends lost. Only reported; the text is not changed.
struct TextHistory {
  private var firstOffset: [Sign: Int] = [:]
  private var counts: [Sign: Int] = [:]
  private let text: [UInt8]
  private var lineStart = 0
  private var latinRun = 0
  private var latinLetters = 0
  private var latinEnd = -1

  private enum Sign: Hashable, CaseIterable {
    case gbkMojibake, latinMojibake, replacement, reading, longLine
  }

  init(_ text: [UInt8]) {
    self.text = text
    scan()
    if Self.isMostlyASCII(text) { scanSandwiches() }
  }

  func diagnostics(path: String) -> [Diagnostic] {
    var result: [Diagnostic] = []
    func report(_ sign: Sign, atLeast least: Int, _ kind: DiagnosticKind) {
      guard let count = counts[sign], let offset = firstOffset[sign], count >= least else { return }
      let range = SourceRange(atByte: offset, of: text)
      result.append(Diagnostic(kind, "\(count)", file: path, range: range))
    }
    report(.gbkMojibake, atLeast: 3, .textMojibake)
    report(.latinMojibake, atLeast: 12, .textMojibake)
    report(.replacement, atLeast: 1, .replacementCharacters)
    report(.reading, atLeast: 5, .readingsInjected)
    report(.longLine, atLeast: 1, .lineTooLong)
    return result
  }

  private mutating func note(_ sign: Sign, at offset: Int, count: Int = 1) {
    counts[sign, default: 0] += count
    if firstOffset[sign] == nil { firstOffset[sign] = offset }
  }

  private mutating func scan() {
    let text = text
    let (span, table) = (text.span, Self.actions.span)
    let raw = span.bytes
    let end = span.count
    var start = 0
    var index = 0
    while index < end {
      // Characters of three bytes but 锛, 銆, 鈥, 锟 and U+FFFD and their neighbours.
      while index &+ 4 <= end {
        let four = ByteSearch.half(raw, index)
        guard four & 0xF0 == 0xE0 else { break }
        let pair = four & 0xFFFF
        guard pair != 0x94E9, pair != 0x8AE9, pair != 0x88E9, pair != 0xBFEF else { break }
        index &+= 3
      }
      guard index < end else { break }
      switch table[Int(span[index])] {
      case .skip: index += 1
      case .endLine:
        if index - start > TextDecoder.longLine { note(.longLine, at: start) }
        index += 1
        start = index
      case .look:
        look(at: index, of: text)
        index += 1
      }
    }
    if end - start > TextDecoder.longLine { note(.longLine, at: start) }
  }

  private enum Action { case skip, endLine, look }

  /// What to do at a first byte: to look closer at `(`, the first bytes of Latin-1 letters, of 锛 and 銆 and 锟, and of
  /// U+FFFD.
  private static let actions: [Action] = (0...255).map { (byte: UInt8) -> Action in
    switch byte {
    case 0x0A: .endLine
    case 0x28, 0xC2, 0xC3, 0xE9, 0xEF: .look
    default: .skip
    }
  }

  private mutating func look(at index: Int, of text: [UInt8]) {
    guard index + 2 < text.count else { return }
    let second = text[index + 1]
    let third = text[index + 2]
    switch text[index] {
    case 0xE9 where Self.isFullWidthReadAsGBK(second, third):
      // 锟斤拷 weighs as much as three.
      note(.gbkMojibake, at: index, count: (second, third) == (0x94, 0x9F) ? 3 : 1)
    case 0xEF where (second, third) == (0xBF, 0xBD):
      note(.replacement, at: index)
    case 0xC2, 0xC3:
      lookAtLatin(index)
    case 0x28:
      if isReading(at: index) { note(.reading, at: index) }
    default:
      break
    }
  }

  /// `，` and `。` of UTF-8 read as GBK give 锛 and 銆, quotation marks 鈥, U+FFFD 锟: characters no notice has.
  static func isFullWidthReadAsGBK(_ second: UInt8, _ third: UInt8) -> Bool {
    switch (second, third) {
    case (0x94, 0x9B), (0x8A, 0x86), (0x88, 0xA5), (0x94, 0x9F): true
    default: false
    }
  }

  /// Four Latin-1 characters in a row, half of them letters, are no word of any language; dot leaders, spaces and ×
  /// in formulas are no letters.
  private mutating func lookAtLatin(_ index: Int) {
    let (lead, trail) = (text[index], text[index + 1])
    guard lead == 0xC3 || (0xA1...0xBF).contains(trail) && trail != 0xB7 && trail != 0xAD else { return }
    if latinEnd != index { (latinRun, latinLetters) = (0, 0) }
    latinRun += 1
    if lead == 0xC3, trail != 0x97, trail != 0xB7 { latinLetters += 1 }
    latinEnd = index + 2
    if latinRun >= 4, latinLetters * 2 >= latinRun {
      note(.latinMojibake, at: index, count: latinRun == 4 ? 4 : 1)
    }
  }

  /// `站(zhan)`: a Han character, its reading in brackets.
  private func isReading(at open: Int) -> Bool {
    guard open >= 3, (0xE4...0xE9).contains(text[open - 3]), text[open - 1] >= 0x80 else { return false }
    var index = open + 1
    var letters = 0
    while index < text.count, letters <= 6, text[index] != 0x29 {
      guard (0x61...0x7A).contains(text[index]) || (0xC3...0xC7).contains(text[index]) || text[index] >= 0x80
      else { return false }
      guard text[index] < 0xC8 else { return false }
      if text[index] & 0xC0 != 0x80 { letters += 1 }
      index += 1
    }
    return (1...6).contains(letters) && index + 1 < text.count && text[index] == 0x29
      && (0xE4...0xE9).contains(text[index + 1])
  }

  /// Nine bytes of ten at the beginning are ASCII, but not all.
  static func isMostlyASCII(_ text: [UInt8]) -> Bool {
    let span = text.span
    let count = min(span.count, 16_384)
    var others = 0
    var index = 0
    // Chinese text is known after a few lines.
    while index < count, others * 10 <= count {
      if span[index] >= 0x80 { others += 1 }
      index += 1
    }
    return others > 0 && others * 10 <= count
  }

  /// `Fran莽ais`: a letter of Latin-1 and its neighbour read as one Han character.
  private mutating func scanSandwiches() {
    func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
    var index = 1
    while index + 3 < text.count {
      if (0xE4...0xE9).contains(text[index]), isLetter(text[index - 1] | 0x20), isLetter(text[index + 3]) {
        note(.gbkMojibake, at: index, count: 2)
      }
      index += 1
    }
  }
}
