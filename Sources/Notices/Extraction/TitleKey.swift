/// A title folded so that two prints of it compare equal: no spaces, no marks and quotes, one kind of dash, half width.
package enum TitleKey {
  package static func key(_ title: String) -> String {
    let text = ScalarText(title)
    return key(text, text.all)
  }

  static func key(_ text: ScalarText, _ range: Range<Int>) -> String {
    var result: [UInt32] = []
    result.reserveCapacity(range.count)
    for at in range {
      let scalar = text[at]
      switch scalar {
      case 0x20, 0x0A, 0x0D, 0x200B, 0xFEFF, 0x300A, 0x300B, 0x3008, 0x3009, 0x3C, 0x3E, 0x201C, 0x201D,
        0x2018, 0x2019,
        0x22, 0x27, 0xB7:
        break
      case 0x2010...0x2015, 0x2212, 0x7E, 0x301C, 0x2500:
        if result.last != 0x2D { result.append(0x2D) }
      case 0x3014, 0x5B: result.append(0x28)
      case 0x3015, 0x5D: result.append(0x29)
      default: result.append(scalar)
      }
    }
    return PackedScalars.string(result[...], folded: true)
  }

  /// The keys under which a document may be named: whole, from 关于 on, and what a 的通知 made of it.
  static func ownKeys(_ titles: [String]) -> Set<TextKey> {
    var keys = Set<TextKey>(minimumCapacity: titles.count * 4)
    // Most files print the title of the notice again over its first part.
    let titles = titles.indices.filter { !titles[..<$0].contains(titles[$0]) }.map { titles[$0] }
    for title in titles {
      let whole = key(title)
      guard whole.unicodeScalars.count > 1 else { continue }
      keys.insert(TextKey(whole))
      keys.insert(TextKey(whole + "的通知"))
      let text = ScalarText(whole)
      if let from = text.find(about, in: text.all) { keys.insert(TextKey(text.string(from..<text.count))) }
    }
    for title in titles { keys.formUnion(issued(ScalarText(title)).map(TextKey.init)) }
    return keys
  }

  /// What the title itself issues: `关于印发《甲方案》《乙方案》的通知`, `关于印发甲方案的通知`. What it forwards is another's.
  private static func issued(_ text: ScalarText) -> [String] {
    guard let verb = issues.first(in: text, text.all), !forwards.contains(in: text, 0..<verb.lowerBound)
    else {
      return []
    }
    let rest = verb.upperBound..<text.count
    let marks = TitleMarks(text).marks.filter { $0.outer.lowerBound >= rest.lowerBound }
    if !marks.isEmpty { return marks.map { key(text, $0.inner) } }
    guard let end = text.findLast(of, in: rest), end - rest.lowerBound >= 4 else { return [] }
    return [key(text, rest.lowerBound..<end)]
  }

  private static let about: Word = "关于"
  private static let of: Word = "的"
  private static let issues: WordSet = ["印发", "下发", "颁发", "发布", "公布", "颁布"]
  private static let forwards: WordSet = ["转发", "批转", "轉發", "废止", "修改"]
}
