import Testing

@testable import Search

@Suite struct TextCodeTests {
  private let documents = InventedDocuments.make(20, seed: 31)

  @Test func `what was encoded is decoded, also characters that the sample lacks`() throws {
    let code = TextCode(documents: Array(documents[..<2]))
    let decoding = try #require(TextDecoding(groups: code.groups))
    var units = documents.flatMap { Array($0.title.utf16) + $0.clauses.flatMap { Array($0.text.utf16) } }
    units += [0xFFFD, 0xD800, 0x1F, 0xFFFF, 0x0A]
    let bytes = code.encode(units)
    #expect(decoding.decode(bytes) == units)
    #expect(bytes.count < units.count * 2)
    let plain = TextCode()
    #expect(TextDecoding(groups: plain.groups)?.decode(plain.encode(units)) == units)
    #expect(plain.encode([0x516C]) == [0xFF, 0x51, 0x6C])
  }

  @Test func `codes that are cut short or stand for nothing are refused`() throws {
    let decoding = try #require(TextDecoding(groups: [[0x41, 0x42], [0x43], [], [], []]))
    #expect(decoding.decode([0, 1, 240, 0, 255, 0x51, 0x6C]) == [0x41, 0x42, 0x43, 0x516C])
    for bytes: [UInt8] in [[2], [240], [240, 1], [241, 0], [255], [255, 0x51]] {
      #expect(decoding.decode(bytes) == nil)
    }
    #expect(TextDecoding(groups: [[UInt16](1...241)]) == nil)
    #expect(TextDecoding(groups: [[], [UInt16](1...3841)]) == nil)
  }

  @Test func `a code depends on documents spread over all of them`() {
    #expect(TextCode.sample(of: 0) == [])
    #expect(TextCode.sample(of: 3) == [0, 1, 2])
    let places = TextCode.sample(of: 1000)
    #expect(places.count == TextCode.sampleSize && places.first == 0 && (places.last ?? 0) > 980)
  }

  @Test func `blocks give back anchors and paths, which say what they share`() throws {
    var document = documents[0]
    document.title = "关于试点的通知"
    document.clauses = [
      SearchClause(anchor: "", path: [], text: "关于试点的通知"),
      SearchClause(anchor: "1", path: ["关于试点的通知"], text: "一、总则"),
      SearchClause(anchor: "1.1", path: ["关于试点的通知", "一、总则"], text: "（一）\u{1F}甲"),
      SearchClause(anchor: "1.2", path: ["关于试点的通知", "一、总则"], text: "（二）乙"),
      SearchClause(anchor: "附件", path: ["附件", ""], text: ""),
    ]
    let options = SearchOptions(blockShift: 1, textCode: TextCode(documents: [document]))
    let files = try SearchIndex.files(
      shards: [IndexShard(documents: [document], options: options)], options: options)
    let source = MemoryIndex(files)
    let reader = IndexReader(source, try IndexReader.open(source))
    let clauses = try (0..<3).flatMap { try reader.block(0, $0).clauses }
    #expect(clauses.map(\.anchor) == ["", "1", "1.1", "1.2", "附件"])
    #expect(clauses.map(\.path) == document.clauses.map { $0.path.filter { !$0.isEmpty } })
    #expect(clauses[2].text == "（一）\u{FFFD}甲" && clauses[4].text == "")
  }
}
