import Diagnostics
import Testing

@testable import Notices

struct DecodingTests {
  private func decode(_ bytes: [UInt8]) -> Decoded { TextDecoder.decode(bytes, path: "content/a.txt") }
  private func decode(_ text: String) -> Decoded { decode(Array(text.utf8)) }
  private func ids(_ decoded: Decoded) -> [String] { decoded.diagnostics.map(\.id) }
  private func string(_ decoded: Decoded) -> String { String(decoding: decoded.text, as: UTF8.self) }

  private func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit -> [UInt8] in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return bigEndian ? [high, low] : [low, high]
    }
  }

  @Test func `passes clean UTF-8 on unchanged and silently`() {
    let decoded = decode("关于印发方案的通知\n\n各镇人民政府：\n\t现印发给你们。\n")
    #expect(string(decoded) == "关于印发方案的通知\n\n各镇人民政府：\n\t现印发给你们。\n")
    #expect(decoded.encoding == "UTF-8")
    #expect(decoded.diagnostics.isEmpty)
  }

  @Test func `takes the byte order mark off UTF-8 without a word`() {
    let decoded = decode([0xEF, 0xBB, 0xBF] + Array("通知\n".utf8))
    #expect(string(decoded) == "通知\n")
    #expect(decoded.diagnostics.isEmpty)
  }

  @Test func `turns CRLF into LF silently`() {
    let decoded = decode("一、总则\r\n二、附则\r\n")
    #expect(string(decoded) == "一、总则\n二、附则\n")
    #expect(decoded.diagnostics.isEmpty)
  }

  @Test func `turns lone CR, line separators, vertical tabs and form feeds into line ends and says so once`()
  {
    let decoded = decode("一\r二\u{2028}三\u{2029}四\u{0B}五\u{0C}六\n")
    #expect(string(decoded) == "一\n二\n三\n四\n五\n六\n")
    #expect(ids(decoded) == ["line-ends-unusual"])
    #expect(decoded.diagnostics[0].arguments == ["5"])
    #expect(decoded.diagnostics[0].range?.start == SourcePosition(line: 1, column: 2))
  }

  @Test(arguments: [true, false])
  func `reads UTF-16 with a byte order mark`(bigEndian: Bool) {
    let mark: [UInt8] = bigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE]
    let decoded = decode(mark + utf16("通知 𠮷\r\n正文", bigEndian: bigEndian))
    #expect(string(decoded) == "通知 𠮷\n正文")
    #expect(decoded.encoding == "UTF-16")
    #expect(ids(decoded) == ["encoding-utf16"])
  }

  @Test(arguments: [true, false])
  func `recognises UTF-16 without a byte order mark`(bigEndian: Bool) {
    let text = "关于印发《方案》的通知\r\n各镇人民政府：2017年\r\n"
    let decoded = decode(utf16(text, bigEndian: bigEndian))
    #expect(string(decoded) == "关于印发《方案》的通知\n各镇人民政府：2017年\n")
    #expect(decoded.encoding == "UTF-16")
  }

  @Test func `recognises English in UTF-16 without a byte order mark`() {
    let decoded = decode(utf16("Notice on the Plan for 2017\n", bigEndian: false))
    #expect(string(decoded) == "Notice on the Plan for 2017\n")
    #expect(decoded.encoding == "UTF-16")
  }

  @Test func `replaces a lone surrogate and an odd last byte of UTF-16, with their places`() {
    let bytes: [UInt8] =
      [0xFF, 0xFE] + utf16("通知", bigEndian: false) + [0x00, 0xD8] + [0x0A, 0x00] + [0x41]
    let decoded = decode(bytes)
    #expect(string(decoded) == "通知\u{FFFD}\n\u{FFFD}")
    let places = decoded.diagnostics.filter { $0.id == "invalid-bytes" }.compactMap { $0.range?.start }
    #expect(places == [SourcePosition(line: 1, column: 3), SourcePosition(line: 2, column: 1)])
  }

  @Test func `reads UTF-32 with a byte order mark`() {
    let bytes: [UInt8] = [0xFF, 0xFE, 0, 0, 0x1A, 0x90, 0, 0, 0xE5, 0x77, 0, 0]
    #expect(string(decode(bytes)) == "通知")
  }

  /// “关于印发方案的通知”
  private let gbTitle: [UInt8] = [
    0xB9, 0xD8, 0xD3, 0xDA, 0xD3, 0xA1, 0xB7, 0xA2, 0xB7, 0xBD, 0xB0, 0xB8, 0xB5, 0xC4, 0xCD, 0xA8, 0xD6,
    0xAA,
  ]

  @Test func `recognises GB18030 and says so in a note`() {
    let decoded = decode(gbTitle + Array("\r\n".utf8))
    #expect(string(decoded) == "关于印发方案的通知\n")
    #expect(decoded.encoding == "GB18030")
    #expect(ids(decoded) == ["encoding-gb18030"])
    #expect(decoded.diagnostics[0].severity == .note)
  }

  @Test func `reads four-byte GB18030`() {
    // 㐀 (U+3400) and 𠀀 (U+20000)
    let decoded = decode(gbTitle + [0x81, 0x39, 0xEE, 0x39] + [0x95, 0x32, 0x82, 0x36])
    #expect(string(decoded) == "关于印发方案的通知㐀𠀀")
  }

  @Test func `replaces a broken byte of GB18030 and reports line and column`() {
    let decoded = decode(gbTitle + [0x0A] + gbTitle + gbTitle + gbTitle + [0xFF] + gbTitle)
    #expect(string(decoded).hasSuffix("\u{FFFD}关于印发方案的通知"))
    let place = decoded.diagnostics.first { $0.id == "invalid-bytes" }?.range?.start
    #expect(place == SourcePosition(line: 2, column: 28))
  }

  @Test func `recognises Big5`() {
    // 中華民國行政院公報
    let bytes: [UInt8] = [
      0xA4, 0xA4, 0xB5, 0xD8, 0xA5, 0xC1, 0xB0, 0xEA, 0xA6, 0xE6, 0xAC, 0x46, 0xB0, 0x7C, 0xA4, 0xBD, 0xB3,
      0xF8,
    ]
    let decoded = decode(bytes)
    #expect(string(decoded) == "中華民國行政院公報")
    #expect(ids(decoded) == ["encoding-big5"])
  }

  @Test func `keeps damaged UTF-8 as UTF-8, replaces invalid bytes and reports line and column`() {
    let text = String(repeating: "各镇人民政府，", count: 20)
    let decoded = decode(Array("\(text)\n第一".utf8) + [0xE4, 0xBB] + Array("条\(text)".utf8))
    #expect(decoded.encoding == "UTF-8")
    #expect(string(decoded) == "\(text)\n第一\u{FFFD}\u{FFFD}条\(text)")
    let places = decoded.diagnostics.filter { $0.id == "invalid-bytes" }.compactMap { $0.range?.start }
    #expect(places == [SourcePosition(line: 2, column: 3), SourcePosition(line: 2, column: 4)])
  }

  @Test func `lists the first invalid bytes and counts the rest`() {
    let good = Array(String(repeating: "各镇人民政府，", count: 100).utf8)
    let decoded = decode(good + [UInt8](repeating: 0xFF, count: 30))
    #expect(decoded.diagnostics.filter { $0.id == "invalid-bytes" }.count == 10)
    let more = decoded.diagnostics.first { $0.id == "invalid-bytes-more" }
    #expect(more?.arguments == ["30", "UTF-8"])
  }

  @Test func `refuses surrogates and overlong forms in UTF-8`() {
    let good = Array(String(repeating: "各镇人民政府，", count: 100).utf8)
    let decoded = decode(good + [0xED, 0xA0, 0x80, 0xC0, 0xAF, 0xF4, 0x90, 0x80, 0x80])
    #expect(String(validating: decoded.text, as: UTF8.self) != nil)
    #expect(ids(decoded).contains("invalid-bytes"))
  }

  @Test func `takes NUL and other control characters out and says where the first was`() {
    let decoded = decode("通知\n各\0镇\u{7}人\u{1B}民\u{FFFE}政府\n")
    #expect(string(decoded) == "通知\n各镇人民政府\n")
    #expect(ids(decoded) == ["control-characters"])
    #expect(decoded.diagnostics[0].arguments == ["4"])
    #expect(decoded.diagnostics[0].range?.start == SourcePosition(line: 2, column: 2))
  }

  @Test func `takes a byte order mark out of the middle`() {
    let decoded = decode("第一份\n\u{FEFF}第二份\n")
    #expect(string(decoded) == "第一份\n第二份\n")
    #expect(ids(decoded) == ["byte-order-mark-inside"])
  }

  @Test func `brings text into normal form C and notes it`() {
    let decoded = decode("Cafe\u{301} 的\u{F929}\n")
    #expect(string(decoded).unicodeScalars.elementsEqual("Caf\u{E9} 的\u{6717}\n".unicodeScalars))
    #expect(ids(decoded) == ["text-normalized"])
    #expect(decoded.diagnostics[0].range?.start == SourcePosition(line: 1, column: 4))
  }

  @Test(arguments: ["", " ", "\n\n", "\u{FEFF}", "\0\0"])
  func `says that a file without text is empty`(text: String) {
    let decoded = decode(text)
    #expect(ids(decoded).contains("file-empty"))
    #expect(decoded.diagnostics.contains { $0.severity == .error })
  }

  @Test(
    arguments: [
      ([0x50, 0x4B, 0x03, 0x04] + Array("......word/document.xml".utf8), "Word (.docx)"),
      ([0x50, 0x4B, 0x03, 0x04] + Array("......OFD.xml".utf8), "OFD (.ofd)"),
      ([0x50, 0x4B, 0x03, 0x04] + Array("......".utf8), "ZIP (.zip)"),
      (Array("%PDF-1.7\n".utf8), "PDF"),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], "Word / Excel / WPS (.doc .xls .wps)"),
      ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], "PNG"),
      ([0xFF, 0xD8, 0xFF, 0xE0], "JPEG"),
      (Array("{\\rtf1\\ansi".utf8), "RTF (.rtf)"),
    ] as [([UInt8], String)])
  func `refuses a binary and says what it is`(bytes: [UInt8], name: String) {
    let decoded = decode(bytes)
    #expect(!decoded.isText)
    #expect(decoded.text.isEmpty)
    #expect(ids(decoded) == ["file-not-text"])
    #expect(decoded.diagnostics[0].arguments == [name])
  }

  @Test func `refuses an unknown binary`() {
    var state: UInt64 = 42
    let noise = (0..<4096).map { _ -> UInt8 in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 56)
    }
    #expect(ids(decode(noise)) == ["file-not-text"])
  }

  @Test func `refuses a file over the size limit before reading it`() {
    let decoded = TextDecoder.decode([UInt8](repeating: 0x41, count: 2001), path: "a", sizeLimit: 2000)
    #expect(ids(decoded) == ["file-too-large"])
    #expect(!decoded.isText)
  }

  @Test func `reads fifty megabytes in one line and warns`() {
    let decoded = decode([UInt8](repeating: 0x41, count: 50_000_000))
    #expect(decoded.text.count == 50_000_000)
    #expect(ids(decoded) == ["line-too-long"])
  }

  @Test func `takes a million NUL bytes in one line in linear time`() {
    let bytes = (0..<3_000_000).map { UInt8($0 % 200 == 0 ? 0 : 0x41) }
    let decoded = decode(bytes)
    #expect(decoded.text.count == 2_985_000)
    #expect(ids(decoded).contains("control-characters"))
  }

  @Test(arguments: [
    "鍏充簬鍗板彂锛岃閬电収鎵ц銆傜壒姝ら€氱煡锛�",
    "鐗规閫氱煡锟斤拷",
    "ÖÐ»ªÈËÃñ¹²ºÍ¹úÕþ¸®ÐÅÏ¢¹«¿ª",
    "R茅publique fran莽aise, libert茅 and more text in Latin letters for the ratio of the sample, longer still",
  ])
  func `warns of text that was decoded wrongly before it was saved`(text: String) {
    #expect(ids(decode(text)).contains("text-mojibake"))
  }

  @Test(arguments: [
    "République française, égalité, créée à l'été · œuvre", "第一章········································1",
    "\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}各镇",
    "鐵路（锡林郭勒）棉纺、鐳射：锦州市人民政府", "（×1）械注×2×××××3×4××5××××6，长×宽×高",
  ])
  func `does not take accents, dot leaders, no-break spaces or rare characters for garbled text`(text: String)
  {
    #expect(!ids(decode(text)).contains("text-mojibake"))
  }

  @Test func `warns of replacement characters that were saved in the file`() {
    let decoded = decode("各镇人民政\u{FFFD}：\n")
    #expect(ids(decoded) == ["replacement-characters"])
    #expect(decoded.diagnostics[0].range?.start == SourcePosition(line: 1, column: 6))
  }

  @Test func `warns of readings that a mirror injected after characters`() {
    let decoded = decode("政(zheng)府(fu)网(wang)站(zhan)信(xin)息(xi)公(gōng)开(kāi)")
    #expect(ids(decoded) == ["readings-injected"])
    #expect(decode("中国石油(cnpc)公司、世界贸易组织(wto)规则").diagnostics.isEmpty)
  }
}
