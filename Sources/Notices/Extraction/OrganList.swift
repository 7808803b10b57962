/// Splits a list of organs as bracketed clauses print it: by 、 , ; and spaces, brackets inside names kept whole.
struct OrganList {
  private(set) var names: [Range<Int>] = []
  /// The list ends in 等: there are more.
  private(set) var isOpen = false

  init(_ text: ScalarText, _ range: Range<Int>) {
    names.reserveCapacity(8)
    readPieces(text, range)
    joinShared(text)
  }

  private mutating func add(_ text: ScalarText, _ piece: Range<Int>) {
    var name = text.trimmed(OrganList.withoutNote(text, text.trimmed(piece)))
    let length = OrganList.openEnds.length(in: text, before: name.upperBound)
    if length > 0 {
      isOpen = true
      name = text.trimmed(name.lowerBound..<max(name.lowerBound, name.upperBound - length))
    }
    // `公安局等部门` stands for more than one; `等` in front goes with the name before it.
    let head = OrganList.openHeads.length(in: text, at: name.lowerBound)
    if head > 0 {
      isOpen = true
      name = text.trimmed(min(name.lowerBound + head, name.upperBound)..<name.upperBound)
    }
    let lead = OrganList.leadWords.length(in: text, at: name.lowerBound)
    if lead > 0, name.count - lead >= 2 { name = text.trimmed(name.lowerBound + lead..<name.upperBound) }
    guard name.count >= 2, (name.contains { Glyph.isHan(text[$0]) || Glyph.isLatin(text[$0]) }),
      !OrganList.remarks.contains(in: text, name), !name.contains(where: { text[$0] == 0x3A })
    else { return }
    names.append(name)
  }

  private static let openEnds: WordSet = [
    "等", "等部门", "等单位", "等有关部门", "等相关部门", "等有关单位", "等相关单位", "等机构", "等部门和单位", "等单位和部门", "等部门单位", "等有关部门和单位",
    "等成员单位", "等部門", "等单位按职责",
  ]
  /// What stands in brackets beside names: `适用范围：…`, `下同`.
  private static let remarks: WordSet = ["下同", "以下", "适用", "均为", "除标注", "列第", "排名"]
  private static let openHeads: WordSet = ["等"]
  private static let leadWords: WordSet = ["由", "并由", "和", "及", "以及", "与", "会同"]

  /// Drops `（以下统称区县政府）`, `（列第一位的为牵头单位）` behind a name; `各区县（自治县）政府` has more behind it and stays.
  private static func withoutNote(_ text: ScalarText, _ name: Range<Int>) -> Range<Int> {
    guard let bracket = Brackets.range(text, closedAt: name.upperBound), bracket.lowerBound > name.lowerBound,
      notes.contains(in: text, bracket)
    else { return name }
    return name.lowerBound..<bracket.lowerBound
  }

  private static let notes: WordSet = ["以下", "简称", "统称", "牵头", "下同", "排名", "列第", "首位"]

  private mutating func joinShared(_ text: ScalarText) {
    var (joined, pending) = (0, Int?.none)
    for index in names.indices {
      let name = names[index]
      let start = pending ?? name.lowerBound
      if continues(text, index) {
        pending = start
      } else {
        names[joined] = start..<name.upperBound
        joined += 1
        pending = nil
      }
    }
    if joined < names.count { names.removeLast(names.count - joined) }
  }

  /// A place directly followed by places of its kind, the last of which names the committee of all.
  private func continues(_ text: ScalarText, _ index: Int) -> Bool {
    let name = names[index]
    guard index + 1 < names.count, text[name.upperBound] == 0x3001 else { return false }
    let next = names[index + 1]
    if OrganForms.isCutGroup(text, name, next) { return true }
    if OrganForms.sharesEnd(text, name, with: next) { return true }
    guard index + 2 < names.count else { return false }
    let after = names[index + 2]
    return text[next.upperBound] == 0x3001 && OrganForms.sharesEnd(text, name, with: after)
      && OrganForms.sharesEnd(text, next, with: after)
  }

  /// Pieces between separators outside brackets; 和, 及 and 会同 separate only behind the end of a name.
  private mutating func readPieces(_ text: ScalarText, _ range: Range<Int>) {
    let stops = OrganList.stops
    var (start, depth, at) = (range.lowerBound, 0, range.lowerBound)
    while let next = text.firstIndex(in: at..<range.upperBound, where: stops.contains) {
      at = next
      let scalar = text[at]
      if Glyph.closing(scalar) != 0 { depth += 1 }
      if scalar == 0x29 || scalar == 0x5D || scalar == 0x3015 { depth = max(0, depth - 1) }
      if depth == 0 {
        let length = OrganList.separator(text, at, start)
        if length > 0, at + length <= range.upperBound {
          add(text, start..<at)
          start = at + length
          at += length
          continue
        }
      }
      at += 1
    }
    add(text, start..<range.upperBound)
  }

  /// Every scalar that `readPieces` and `separator` look for.
  private static let stops = ScalarSet(
    Glyph.openings + [
      0x29, 0x5D, 0x3015, 0x3001, 0x2C, 0x3B, 0x0A, 0x2F, 0xFF64, 0x2E, 0x3002, 0xB7, 0x30FB, 0x20,
    ] + joinWords.map { $0.unicodeScalars.first?.value ?? 0 })

  private static func separator(_ text: ScalarText, _ at: Int, _ start: Int) -> Int {
    switch text[at] {
    case 0x3001, 0x2C, 0x3B, 0x0A, 0x2F, 0xFF64: return 1
    case 0x2E, 0x3002, 0xB7, 0x30FB:
      return Glyph.isHan(text[at + 1]) && OrganForms.endsName(text, before: at) ? 1 : 0
    case 0x20: return spaceSeparates(text, at) ? 1 : 0
    default: break
    }
    let length = joins.length(in: text, at: at)
    guard length > 0, at - start >= 2, OrganForms.endsName(text, before: at) || text[at - 1] == 0x7B49
    else { return 0 }
    return Glyph.isHan(text[at + length]) ? length : 0
  }

  /// A space parts two names when both sides are long enough to be names and the left one ends like one.
  private static func spaceSeparates(_ text: ScalarText, _ at: Int) -> Bool {
    let (before, after) = (text.skipSpaces(before: at), text.skipSpaces(at))
    return OrganForms.endsName(text, before: before) && Glyph.isHan(text[after])
  }

  private static let joinWords = ["和", "及", "以及", "与", "会同", "并"]
  private static let joins = WordSet(joinWords)
}
