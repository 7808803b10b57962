import Testing

@testable import Sites

@Suite struct HTMLTests {
  @Test func `escapes what could end text or an attribute, whatever follows it`() {
    #expect(HTML(text: "<script>&\"'").string == "&lt;script&gt;&amp;&quot;&#39;")
    #expect(HTML(text: "\"\u{301} onmouseover=x").string == "&quot;\u{301} onmouseover=x")
    #expect(HTML(text: "<\u{338}b").string == "&lt;\u{338}b")
  }

  @Test func `shows characters that HTML forbids as replaced, not as nothing`() {
    #expect(
      HTML(text: "a\u{0}b\u{8}c\u{7F}d\u{85}e\u{FFFF}").string
        == "a\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{FFFD}e\u{FFFD}")
    #expect(HTML(text: "甲\n\t乙\u{FFFD}\u{A0}").string == "甲\n\t乙\u{FFFD}\u{A0}")
  }
}

@Suite struct WebAddressTests {
  @Test(arguments: [
    "javascript:alert(1)", "JaVaScRiPt:x", "java\nscript:x", "\u{1}javascript:x", "vbscript:x",
    "data:text/html,x",
    "//evil.example/", "\\\\evil", "/etc/passwd", "file:///etc/passwd", "blob:x", "a:b", " javascript:x",
    "http\u{200B}://x", "x\u{202E}y", "", "?q=1",
  ])
  func `refuses what may not be a link`(_ address: String) {
    #expect(WebAddress.classify(address) == .refused)
  }

  @Test func `takes the four schemes, fragments and relative paths`() {
    #expect(WebAddress.classify("https://a.cn/?q=<b>") == .external("https://a.cn/?q=<b>"))
    #expect(WebAddress.classify("MAILTO:a@b.cn") == .external("MAILTO:a@b.cn"))
    #expect(WebAddress.classify("tel:010") == .external("tel:010"))
    #expect(WebAddress.classify("#2.1") == .fragment("2.1"))
    #expect(WebAddress.classify("../a%20b.pdf?x#p") == .relative(path: "../a b.pdf", fragment: "p"))
  }

  @Test func `refuses a path that hides controls behind escapes`() {
    #expect(WebAddress.classify("a%00b") == .refused)
    #expect(WebAddress.classify("%2Fetc/passwd") == .refused)
  }
}

@Suite struct SitePathTests {
  @Test(arguments: [
    ("规范性文件", "规范性文件"), ("a/b\\c", "a-b-c"), ("..", "x"), (".hidden", "hidden"), ("-rf", "rf"),
    ("a\u{0}b\u{202E}c", "a-b-c"),
    ("", "x"), ("con", "x-con"), ("NUL.txt", "x-NUL.txt"), ("a: b?*<>|\"", "a-b"),
    ("宁发〔2017〕10号", "宁发〔2017〕10号"),
    ("尾. ", "尾"),
  ])
  func `makes one safe segment of anything`(_ value: String, _ segment: String) {
    #expect(SitePath.segment(value) == segment)
  }

  @Test func `keeps a segment below the limit of file systems without cutting a character`() {
    let segment = SitePath.segment(String(repeating: "规", count: 200))
    #expect(segment.utf8.count <= SitePath.maximumSegment)
    #expect(segment.unicodeScalars.allSatisfy { $0 == "规" })
  }

  @Test func `encodes and decodes addresses`() {
    let path = "organ/县 政府/a+b%.html"
    #expect(SitePath.percentEncoded(path) == "organ/%E5%8E%BF%20%E6%94%BF%E5%BA%9C/a%2Bb%25.html")
    #expect(SitePath.percentDecoded(SitePath.percentEncoded(path)) == path)
    #expect(SitePath.percentDecoded("a%zz%4") == "a%zz%4")
  }

  @Test func `resolves relative paths and stops at the root`() {
    #expect(SitePath.resolve("../b.md", from: "content/2024/a.md") == "content/b.md")
    #expect(SitePath.resolve("./x/./y/", from: "d/a/index.html") == "d/a/x/y/")
    #expect(SitePath.resolve("../../../x", from: "content/2024/a.md") == nil)
    #expect(SitePath.resolve("/x", from: "a") == nil)
  }
}

@Suite struct TitleBreaksTests {
  @Test func `breaks the seed's title at its seams and nowhere else`() {
    let title = "关于转发《广宁县法治政府建设实施方案(2016-2020年)的通知》的通知"
    let html = TitleBreaks.html(title).string
    #expect(html.hasPrefix("关于转发<wbr>《广宁县"))
    #expect(html.replacing("<wbr>", with: "") == title)
    #expect(!html.contains("<wbr><wbr>"))
  }

  @Test func `breaks between the issuer and 关于, but not behind an opening mark`() {
    #expect(
      TitleBreaks.html("县政府办公室关于放假的通知").string == "县政府办公室<wbr>关于<wbr>放假<wbr>的通知")
    #expect(TitleBreaks.html("印发《关于放假的意见》").string == "印发<wbr>《关于<wbr>放假<wbr>的意见》")
  }

  @Test func `escapes the title`() {
    #expect(TitleBreaks.html("《<b>》").string == "《&lt;b&gt;》")
    #expect(TitleBreaks.html("").isEmpty)
  }
}
