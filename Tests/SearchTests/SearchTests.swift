import Testing

@testable import Search

@Test func `pinyin of a document number`() {
  #expect(Pinyin.syllables(of: "宁发〔2017〕10号") == ["ning", "fa", "2017", "10", "hao"])
  #expect(Pinyin.syllables(of: "《重庆》２０１７ 繁體Ａｂ龘😀") == ["zhong", "qing", "2017", "fan", "ti", "ab", "da"])
}

@Test func `normal text folds`() {
  func show(_ s: String) -> String {
    String(String.UnicodeScalarView(NormalText(s).symbols.map { Unicode.Scalar($0 == 0 ? 0x7C : $0)! }))
  }
  #expect(show("　宁 波 市，ＰＭ２.５浓度 3.（a）１．２ hello  World") == "宁波市|pm2.5浓度3|a|1.2|hello|world")
  #expect(show("ﾌﾞﾗ ㎡ ⑴ 二○一七年 é ½ ⻅⻋ ⼀ 臺灣\u{200B}省\n第十条") == "フラm2|1|二〇一七年e|1|2见车一台湾省|第十条")
}
