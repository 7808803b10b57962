import Testing

@testable import Notices

@Suite struct PackedScalarsTests {
  /// Scalars of one to four bytes, folded and not.
  private static let pieces = ["施", "，", "a", "1", "é", "𠮷", "（", "\u{3000}", "ｚ", "号"]

  @Test func `every scalar is read, wherever it stands among Han`() {
    for piece in Self.pieces {
      for place in 0..<72 {
        let string =
          String(repeating: "文", count: place % 9) + piece + String(repeating: "件", count: place / 9)
        let text = ScalarText(string)
        let scalars = string.unicodeScalars.map { ScalarText.fold($0.value) }
        #expect(text.all.map { text[$0] } == scalars)
        #expect(text.string(text.all) == string)
        #expect(text.signals == scalars.reduce(into: []) { $0.formUnion(Signals.of($1)) })
      }
    }
  }

  @Test func `texts that are read together are those that are read alone`() {
    let strings = ["关于印发《办法》的通知", "", "a", "（一）", "自2019年9月1日起施行"]
    let together = PackedScalars(strings)
    #expect(together.map { $0.string($0.all) } == strings)
    #expect(together.indices.map { together.signals($0) } == strings.map { ScalarText($0).signals })
    #expect(together.indices.map { together.length($0) } == strings.map(\.unicodeScalars.count))
  }

  @Test func `a byte that is not UTF-8 is U+FFFD`() {
    let han: [UInt8] = [0xE6, 0x96, 0x87]
    let bytes = han + han + [0xE6, 0x96] + han + [0x80, 0x41]
    let text = PackedScalars.text(bytes, bytes.indices)
    #expect(text.all.map { text[$0] } == [0x6587, 0x6587, 0xFFFD, 0xFFFD, 0x6587, 0xFFFD, 0x41])
  }

  @Test func `flags are found at every place`() {
    for place in 0..<12 {
      let text = ScalarText(String(repeating: "文", count: place) + "（" + String(repeating: "文", count: 9))
      #expect(text.first(PackedScalars.mark, in: text.all) == place)
      #expect(text.first(PackedScalars.mark, in: place + 1..<text.count) == nil)
      #expect(text.first(PackedScalars.life, in: text.all) == nil)
    }
  }

  @Test func `dates and numbers are found at every place of a line`() {
    for place in 0..<20 {
      for sign in ["2017年7月7日", "２０１７年７月７日", "二〇一七年七月七日", "2017-07-07"] {
        let bytes = Array((String(repeating: "x", count: place) + sign + "。印发").utf8)
        #expect(DateParser.all(in: bytes, range: bytes.indices).map(\.civil?.iso) == ["2017-07-07"])
      }
      for sign in ["国办发〔2017〕47号", "府授人字第1號", "国办发〔2017〕47"] {
        let bytes = Array((String(repeating: "x", count: place) + "，" + sign + "，").utf8)
        #expect(DocumentNumberParser().all(in: bytes, range: bytes.indices).count == 1)
      }
    }
  }
}
