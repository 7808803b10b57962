/// Which of the scalars that the passes look for a text holds: noted once, when the text is read, so that a pass whose
/// words cannot stand there leaves at once.
struct Signals: OptionSet, Sendable {
  let rawValue: UInt64

  static let titleOpen = Signals(rawValue: 1 << 0)  // 《
  static let titleClose = Signals(rawValue: 1 << 1)  // 》
  static let bracketOpen = Signals(rawValue: 1 << 2)
  static let bracketClose = Signals(rawValue: 1 << 3)
  static let numberMark = Signals(rawValue: 1 << 4)  // 号 號
  static let yearBracket = Signals(rawValue: 1 << 5)  // 〔
  static let colon = Signals(rawValue: 1 << 6)
  static let digit = Signals(rawValue: 1 << 7)
  static let year = Signals(rawValue: 1 << 8)  // 年
  /// What begins one of `LifeSentences.triggerWords`.
  static let life = Signals(rawValue: 1 << 9)

  /// What brackets, titles and numbers of documents are found by.
  static let marks: Signals = [.titleOpen, .titleClose, .bracketOpen, .bracketClose, .numberMark]

  /// A date is written in digits or has 年.
  static let dates: Signals = [.digit, .year]

  /// Characters of the words that whole paragraphs are searched for; each has a bit of its own.
  private static let watched = "施执執实實生效期修废廢失止首列排第牵责未已无注原下如继保拟行日后转批轉试暂改订正"

  /// What a folded scalar signals.
  static func of(_ scalar: UInt32) -> Signals { byScalar[scalar] ?? [] }

  /// The folded scalars that signal anything.
  static var scalars: [UInt32] { Array(byScalar.keys) }

  private static let byScalar: [UInt32: Signals] = {
    var result: [UInt32: Signals] = [
      0x300A: .titleOpen, 0x300B: .titleClose, 0x53F7: .numberMark, 0x865F: .numberMark, 0x3A: .colon,
      0x5E74: .year,
    ]
    for digit in UInt32(0x30)...0x39 { result[digit] = .digit }
    for open in Glyph.openings {
      result[open] = .bracketOpen
      result[Glyph.closing(open)] = .bracketClose
    }
    result[0x3014, default: []].insert(.yearBracket)
    for (index, scalar) in watched.unicodeScalars.enumerated() {
      result[scalar.value, default: []].insert(Signals(rawValue: 1 << UInt64(10 + index)))
    }
    for word in LifeSentences.triggerWords {
      if let first = word.unicodeScalars.first { result[first.value, default: []].insert(.life) }
    }
    return result
  }()
}
