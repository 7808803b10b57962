import Testing

@testable import Search

@Suite struct NormalTextTests {
  /// Symbols as text, separators as `|`.
  private func show(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for symbol in NormalText(text).symbols { out.append(Unicode.Scalar(symbol == 0 ? 0x7C : symbol)!) }
    return String(out)
  }

  @Test(arguments: [
    ("　宁 波 市，ＰＭ２.５浓度", "宁波市|pm2.5浓度"),
    ("3.（a）１．２ hello  World", "3|a|1.2|hello|world"),
    ("ﾌﾞﾗ ㎡ ⑴ é ½", "フラm2|1|e|1|2"),
    ("二○一七年 臺灣\u{200B}省\n第十条", "二〇一七年台湾省|第十条"),
    ("⻅⻋ ⼀", "见车一"),
    ("1. 2 .3 4.", "1|2|3|4"),
    ("共 10 条", "共10条"),
    ("\u{0}\u{7}《》。！", ""),
    ("e\u{301}tat", "etat"),
    ("\u{E000}\u{FFFF}😀中", "中"),
  ])
  func `folds text`(_ text: String, _ expected: String) {
    #expect(show(text) == expected)
  }

  @Test func `folding twice changes nothing`() {
    for scalar in UInt32(0)..<FoldTable.limit {
      FoldTable.standard.fold(scalar) { symbol in
        guard symbol >= Symbol.firstLetter else { return }
        var again: [UInt32] = []
        FoldTable.standard.fold(symbol) { again.append($0) }
        if again != [symbol] { Issue.record("U+\(String(scalar, radix: 16))") }
      }
    }
  }

  @Test func `every symbol knows where it came from`() {
    let text = NormalText("《甲 ㎡》")
    #expect(text.symbols == [0x7532, 0x6D, 0x32])
    #expect(text.origins == [1, 3, 3])
  }

  @Test func `a damaged table is refused`() {
    let bytes = FoldTable.standardBytes
    #expect(throws: ByteCursor.Truncated.self) { try FoldTable(bytes: Array(bytes.dropLast(9))) }
    #expect(throws: ByteCursor.Truncated.self) { try FoldTable(bytes: Array("<html>".utf8)) }
    #expect(throws: ByteCursor.Truncated.self) { try FoldTable(bytes: []) }
  }
}

@Suite struct PinyinTests {
  @Test func `reads a document number for an id`() {
    #expect(Pinyin.syllables(of: "宁发〔2017〕10号") == ["ning", "fa", "2017", "10", "hao"])
  }

  @Test func `reads old characters like new ones and leaves out what has no reading`() {
    #expect(
      Pinyin.syllables(of: "《重庆》２０１７ 繁體Ａｂ龘😀") == ["zhong", "qing", "2017", "fan", "ti", "ab", "da"])
  }

  @Test(arguments: [
    ("fazhizhengfu", ["fa", "zhi", "zheng", "fu"]), ("xian", ["xian"]), ("nvxing", ["nv", "xing"]),
    ("guangningxian", ["guang", "ning", "xian"]), ("ai", ["ai"]),
  ])
  func `cuts letters into syllables`(_ letters: String, _ expected: [String]) {
    let cut = PinyinSyllables.cut(Array(letters.utf8))
    #expect(cut?.map { String(decoding: $0, as: UTF8.self) } == expected)
  }

  @Test func `letters that cannot be pinyin are not cut`() {
    #expect(PinyinSyllables.cut(Array("xyz".utf8)) == nil)
    #expect(PinyinSyllables.cut([]) == nil)
  }
}
