/// Keys under which a title is found by pinyin.
enum TitlePinyin {
  private static let longestTitle = 200

  /// Every two neighbouring syllables and every three neighbouring initials, in all common readings.
  static func keys(of title: String) -> [[UInt8]] {
    var out: [[UInt8]] = []
    for run in NormalText(title).symbols.prefix(longestTitle).split(whereSeparator: { !Symbol.isHan($0) }) {
      let readings = run.map { Pinyin.readings($0).map { Array($0.utf8) } }
      let initials = readings.map { readings -> [UInt8] in
        var letters = readings.compactMap(\.first)
        letters.sort()
        letters.removeRepeats()
        return letters
      }
      for i in readings.indices.dropLast() {
        for first in readings[i] {
          for second in readings[i + 1] { out.append([LabelClass.syllables] + first + [0x20] + second) }
        }
        guard i + 2 < readings.count else { continue }
        for a in initials[i] {
          for b in initials[i + 1] {
            for c in initials[i + 2] { out.append([LabelClass.initials, a, b, c]) }
          }
        }
      }
    }
    return out
  }
}
