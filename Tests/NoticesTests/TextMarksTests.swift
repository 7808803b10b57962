import Testing

@testable import Notices

@Suite struct TextMarksTests {
  /// Of a text with a line end behind it, whose own mark is left out.
  private func places(_ text: String) -> [Int] {
    TextSurvey(Array((text + "\n").utf8)).marks.places.dropLast().map(Int.init)
  }

  @Test func `everything but common Han has a mark`() {
    #expect(places("清理河道") == [])
    #expect(places("清理，河道。") == [6, 15])
    #expect(places("河道\n水库\t闸") == [6, 13])
    // Rare characters of three and four bytes, and the hexagrams.
    #expect(places("河㐀道𠀀库䷀") == [3, 9, 16])
  }

  @Test func `a run of ASCII has one mark`() {
    #expect(places("到2025年底前 A(b) 完成") == [3, 16])
    #expect(places("abcdefghijklmnopqrstuvwxyz0123456789河") == [0])
  }

  @Test func `日 and 第 have marks of their own`() {
    #expect(places("三月五日施行") == [9])
    #expect(places("依照第三条") == [6])
    // They share their first two bytes with 旧 and 笔.
    #expect(places("旧笔") == [])
  }

  @Test func `bytes that are no character have marks`() {
    #expect(TextSurvey([0xE6, 0xB2, 0xB3, 0xE6, 0xB2, 0x41]).marks.places == [3, 4, 5])
    #expect(!TextSurvey([0xE6, 0xB2, 0xB3, 0xE6, 0xB2, 0x41]).traits.isValid)
    #expect(!TextSurvey([0xED, 0xA0, 0x80]).traits.isValid)
  }

  @Test(arguments: 0..<40) func `between two marks stand only common Han`(seed: Int) {
    let alphabet = Array("关于河道㐀，。《》 　\n\tab(9ā“”日第旧笔一丁龥𠀀é\u{2028}䷀")
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    var text = ""
    for _ in 0..<200 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let draw = Int(state >> 33)
      text += draw % 3 == 0 ? String(alphabet[draw / 3 % alphabet.count]) : "河"
    }
    var wanted: [Int] = []
    var at = 0
    var inRun = false
    for scalar in text.unicodeScalars {
      let isASCII = (0x20..<0x7F).contains(scalar.value)
      let isCommon = (0x4E00...0x9FFF).contains(scalar.value) && scalar != "日" && scalar != "第"
      if !isCommon, !(isASCII && inRun) { wanted.append(at) }
      inRun = isASCII
      at += String(scalar).utf8.count
    }
    #expect(places(text) == wanted)
  }

  @Test func `the next mark lies behind an offset and not behind the end`() {
    let marks = TextSurvey(Array("河，道，库一".utf8)).marks
    var index = 0
    #expect(marks.next(after: 0, upTo: 15, &index) == 3)
    #expect(marks.next(after: 3, upTo: 15, &index) == 9)
    #expect(marks.next(after: 9, upTo: 15, &index) == 15)
    #expect(marks.index(from: 4) == 1)
    index = marks.index(from: 4)
    #expect(marks.next(after: 4, upTo: 7, &index) == 7)
  }

  @Test func `a line knows its width, its layout and its signs by the marks`() {
    let flow = LineSplitter.split(Array("  关于 abc，䷀的\n依照第三条　\n\n三月五日".utf8))
    #expect(flow.lines.map { flow.string($0.range) } == ["关于 abc，䷀的", "依照第三条", "三月五日"])
    #expect(flow.lines.map(\.knownColumns) == [13, 10, 8])
    #expect(flow.lines.map { $0.traits.contains(.layout) } == [true, false, false])
    #expect(flow.lines.map { $0.traits.contains(.ordinal) } == [false, true, false])
    #expect(flow.lines.map { $0.traits.contains(.day) } == [false, false, true])
    #expect(flow.lines.map(\.line) == [1, 2, 4])
  }

  @Test func `a range that cuts a character apart is no well-formed text, known or not`() {
    let bytes = Array("河道".utf8)
    #expect(WellFormedText.string(bytes, 0..<3, isKnown: true) == "河")
    #expect(
      WellFormedText.string(bytes, 1..<6, isKnown: true) == String(decoding: bytes[1..<6], as: UTF8.self))
    #expect(
      WellFormedText.string(bytes, 0..<4, isKnown: true) == String(decoding: bytes[0..<4], as: UTF8.self))
    #expect(WellFormedText.string(bytes, 2..<2, isKnown: true) == "")
  }
}
