import Notices
import Testing

@testable import Sites

@Suite struct BlockRendererTests {
  private func html(
    _ blocks: [Block], _ change: (inout Notice) -> Void = { _ in },
    entry: (inout CatalogEntry) -> Void = { _ in }
  )
    -> String
  {
    let notice = Notice.sample("a.txt", body: blocks, change)
    var site = SiteFixture()
    site.notices = [notice, .sample("law.txt", title: "租赁办法") { $0.declaredValidity = "废止" }]
    let catalog = site.catalog.value
    var own = catalog.entry(id: "a") ?? catalog.entries[0]
    own = catalog.entries.first { $0.record.path == "a.txt" } ?? own
    entry(&own)
    let context = TextContext(
      notice: notice, entry: own, catalog: catalog, strings: SiteFixture.theme.strings("zh-Hans"),
      links: LinkBuilder(from: "d/a/index.html", configuration: SiteConfiguration()))
    var renderer = BlockRenderer(context, base: 2)
    renderer.render(blocks)
    return renderer.html.string
  }

  private func section(
    _ anchor: String, _ family: NumberFamily, _ number: String, _ heading: RichText?, runIn: Bool = false,
    _ children: [Block]
  )
    -> Block
  {
    .section(
      Section(
        anchor: anchor, family: family, number: number, heading: heading, runIn: runIn, children: children))
  }

  @Test func `puts heading levels by depth, whatever the family, and goes on below six`() {
    var block: Block = .paragraph(Paragraph(text: "末", line: 1))
    for depth in (1...7).reversed() { block = section("\(depth)", .han, "一、", "题", [block]) }
    let text = html([block])
    for level in 2...6 { #expect(text.contains("<h\(level)><span class=\"no\">一、</span>题</h\(level)>")) }
    #expect(text.contains("<p role=\"heading\" aria-level=\"8\">"))
  }

  @Test func `sets a run-in heading and its paragraph side by side, the anchor last`() {
    let text = html([
      section("2.1.15", .digit, "15.", "健全机制", runIn: true, [.paragraph(Paragraph(text: "加快建立。", line: 2))])
    ])
    #expect(
      text
        == "<div class=\"clause l1\" id=\"2.1.15\"><h2 class=\"run-in\"><span class=\"no\">15.</span> 健全机制</h2><p>加快建立。</p><a class=\"anchor\" href=\"#2.1.15\" data-cite=\"第15项\" aria-label=\"第15项的链接\"></a>\n</div>\n"
    )
  }

  @Test func `sets a heading that is a whole sentence as a clause, not as a title`() {
    var rule = Section(anchor: "2", family: .han, number: "二、", heading: "废止《办法》", children: [])
    rule.headingEnd = "。"
    #expect(html([.section(rule)]).hasPrefix("<div class=\"clause l1\" id=\"2\"><h2 class=\"run-in\">"))
    rule.headingEnd = nil
    #expect(html([.section(rule)]).hasPrefix("<section class=\"unit l1\" id=\"2\"><h2>"))
  }

  @Test func `cites a clause the way people do`() {
    let item = section("2.1.15", .digit, "15．", "健全", runIn: true, [])
    let text = html([section("2", .han, "二、", "目标", [section("2.1", .hanParenthesised, "(一)", "职能", [item])])]
    )
    #expect(text.contains("data-cite=\"第二部分（一）第15项\""))
    let article = html([
      section(
        "1", .chapter, "第一章", "总则",
        [section("6", .article, "第六条", nil, [section("6.1", .hanParenthesised, "（一）", nil, [])])])
    ])
    #expect(article.contains("data-cite=\"第六条（一）\""))
    #expect(article.contains("<h3 class=\"run-in\"><span class=\"no\">第六条</span> </h3>"))
  }

  @Test func `marks links, citations, deadlines and footnotes in place`() {
    let text = RichText(
      "依据《租赁办法》于年底前办理[1]，见网页。",
      spans: [
        Span(.citation(0), start: 2, end: 8), Span(.deadline(duty: 0, 0), start: 9, end: 12),
        Span(.footnote("fn1"), start: 14, end: 17),
        Span(.link(destination: "https://a.cn/?a=1&b=2", title: nil), start: 19, end: 21),
      ])
    let out = html([.paragraph(Paragraph(text: text, line: 1))]) { notice in
      notice.citations = [Citation(anchor: "", text: "《租赁办法》", title: "租赁办法")]
      notice.duties = [
        Duty(
          anchor: "", task: "办理", organs: [],
          deadlines: [Deadline(text: "年底前", kind: .point, on: CivilDate(iso: "2024-12-31"))])
      ]
    }
    #expect(
      out.contains("<a class=\"cite\" href=\"../../d/law/\">《租赁办法》</a><span class=\"note\">（已废止）</span>"))
    #expect(out.contains("<time datetime=\"2024-12-31\">年底前</time>"))
    #expect(out.contains("<sup class=\"footnote\"><a role=\"doc-noteref\" href=\"#fn1\">[1]</a></sup>"))
    #expect(out.contains("<a href=\"https://a.cn/?a=1&amp;b=2\">网页</a>。</p>"))
  }

  @Test func `keeps every character of the text, whatever the marks`() {
    let string = "甲乙\u{1F600}丙e\u{20DD}丁"
    for start in 0...7 {
      for end in start...8 {
        let spans = [
          Span(.strong, start: start, end: end), Span(.emphasis, start: start, end: min(end, start + 1)),
        ]
        let out = html([.paragraph(Paragraph(text: RichText(string, spans: spans), line: 1))])
        let plain = ["<p>", "</p>\n", "<strong>", "</strong>", "<em>", "</em>"].reduce(
          Array(out.unicodeScalars)
        ) {
          $0.split(separator: Array($1.unicodeScalars)).flatMap { $0 }
        }
        #expect(plain == Array(string.unicodeScalars))
      }
    }
  }

  @Test func `aligns table cells by classes and names the region`() {
    let table = Table(
      caption: nil, alignments: [.left, .none, .right], head: ["甲", "乙", "丙"],
      rows: [["1", "2"], ["3", "4", "5"]], line: 1)
    let out = html([.table(table)])
    #expect(out.contains("<div role=\"region\" tabindex=\"0\" class=\"table\" aria-label=\"表格 1\"><table>"))
    #expect(out.contains("<th scope=\"col\" class=\"left\">甲</th><th scope=\"col\">乙</th>"))
    #expect(out.contains("<td class=\"right\"></td></tr>"))
    #expect(!out.contains("style="))
  }

  @Test func `shows only images that lie beside the document`() {
    let out = html(
      [
        .image(Image(destination: "图.png", alternative: "流程图", line: 1)),
        .image(Image(destination: "https://evil.example/x.png", alternative: "外部", line: 2)),
        .image(Image(destination: "图.svg", alternative: "矢量", line: 3)),
        .image(Image(destination: "javascript:x", alternative: "", line: 4)),
      ], entry: { $0.references = ["图.png": .file("d/a/图.png"), "图.svg": .file("d/a/图.svg")] })
    #expect(
      out.contains("<img loading=\"lazy\" decoding=\"async\" src=\"../../d/a/%E5%9B%BE.png\" alt=\"流程图\">"))
    #expect(out.components(separatedBy: "<img").count == 2)
    #expect(out.contains("<a href=\"https://evil.example/x.png\">图片：外部</a>"))
    #expect(out.contains("<a href=\"../../d/a/%E5%9B%BE.svg\">图片：矢量</a>"))
    #expect(!out.contains("=\"javascript"))
  }

  @Test func `keeps former anchors of a renumbered clause`() {
    var section = Section(anchor: "3", family: .han, number: "三、", heading: "题", runIn: false)
    section.aliases = ["2"]
    let out = html([.section(section)])
    #expect(out.contains("<span class=\"alias\" id=\"2\"></span>"))
  }

  @Test func `lays flat what nests too deep`() {
    var block: Block = .paragraph(Paragraph(text: "底", line: 1))
    for _ in 0..<400 { block = .quote(Container(children: [block], line: 1)) }
    #expect(html([block]).components(separatedBy: "<blockquote>").count - 1 == BlockRenderer.maximumDepth)
  }
}
