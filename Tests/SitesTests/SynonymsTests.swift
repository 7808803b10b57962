import Diagnostics
import Testing

@testable import Sites

@Suite struct SynonymsTests {
  private func read(_ text: String) -> Diagnosed<Synonyms> {
    Synonyms.read(SourceFile(path: "content/synonyms.txt", bytes: Array(text.utf8)))
  }

  @Test func `each line is a group of words joined by equals signs`() {
    let synonyms = read(
      """
      # 说明
      社保 = 社会保险=社会保障

      公租房＝公共租赁住房   # 说明
      电脑 = PC机
      """)
    #expect(synonyms.value.groups == [["社保", "社会保险", "社会保障"], ["公租房", "公共租赁住房"], ["电脑", "PC机"]])
    #expect(synonyms.diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("社保", "synonym-alone", 1), ("社保 = ", "synonym-empty", 5), ("甲乙 = 丙，丁", "synonym-divided", 6),
    ("網格 = 网格", "synonym-repeated", 6),
    ("社保 = " + String(repeating: "长", count: 33), "synonym-too-long", 6),
  ])
  func `a line that cannot be used is reported by line and column`(
    _ line: String, _ id: String, _ column: Int
  ) {
    let synonyms = read("公租房=公共租赁住房\n" + line)
    #expect(synonyms.value.groups == [["公租房", "公共租赁住房"]])
    #expect(synonyms.diagnostics.map(\.id) == [id])
    #expect(synonyms.diagnostics[0].range?.start == SourcePosition(line: 2, column: column))
  }

  @Test func `a word that cannot be used leaves the others of its line`() {
    #expect(read("社保 = = 社会保险").value.groups == [["社保", "社会保险"]])
  }

  @Test func `too many groups are cut off with a word about it`() {
    let lines = (0..<2001).map { "词\($0) = 字\($0)" }.joined(separator: "\n")
    let synonyms = read(lines)
    #expect(synonyms.value.groups.count == 2000)
    #expect(synonyms.diagnostics.map(\.id) == ["synonyms-too-many"])
    #expect(synonyms.diagnostics[0].range?.start.line == 2001)
  }

  @Test func `a file in the encoding of old Windows is read`() {
    // 社保=社会保险 in GB18030.
    let bytes: [UInt8] = [
      0xC9, 0xE7, 0xB1, 0xA3, 0x3D, 0xC9, 0xE7, 0xBB, 0xE1, 0xB1, 0xA3, 0xCF, 0xD5, 0x0A,
    ]
    let synonyms = Synonyms.read(SourceFile(path: "content/synonyms.txt", bytes: bytes))
    #expect(synonyms.value.groups == [["社保", "社会保险"]])
  }

  @Test func `without a file there are none`() {
    #expect(Synonyms.read(nil).value.groups.isEmpty)
    #expect(Synonyms.read(nil).diagnostics.isEmpty)
  }
}

@Suite struct ClassicScriptTests {
  private func convert(_ module: String) -> (text: String, unsupported: Int?) {
    let script = ClassicScript(Array(module.utf8))
    return (String(decoding: script.bytes, as: UTF8.self), script.unsupported)
  }

  @Test func `exports become properties of the script`() {
    let (text, unsupported) = convert(
      "export const open = 1\nexport class A {}\nexport async function f() {}\nconst b = 2\nexport { b as c }\n"
    )
    #expect(text.hasSuffix("gongkaiScript.exports = { open, A, f, c: b }\n})()\n"))
    #expect(text.contains("\nconst open = 1\nclass A {}\nasync function f() {}\n"))
    #expect(!text.contains("export "))
    #expect(unsupported == nil)
  }

  @Test func `imports load scripts`() {
    let (text, _) = convert("const it = import('./x.js')\nconst url = import.meta.url")
    #expect(text.contains("gongkaiImport('./x.js')") && text.contains("gongkaiScript.src"))
  }

  @Test func `what cannot be converted is named by its line`() {
    #expect(convert("const a = 1\nimport { b } from './b.js'").unsupported == 2)
    #expect(convert("export default 3").unsupported == 1)
  }

  @Test func `pages load scripts after reading instead of modules`() {
    let page = ClassicScript.page(Array("<p>module</p><script type=\"module\" src=\"a.js\"></script>".utf8))
    #expect(String(decoding: page, as: UTF8.self) == "<p>module</p><script defer src=\"a.js\"></script>")
  }
}
