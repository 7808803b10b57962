import Diagnostics
import Notices
import Testing

@testable import Sites

/// Feeds, site maps, redirects, the accessibility statement and what the check of links sees of them.
@Suite struct StandardsTests {
  private func site(_ change: (inout SiteFixture) -> Void = { _ in }) -> SiteFixture.Built {
    var site = SiteFixture()
    site.notices = [.sample("abc.txt", number: "宁发〔2017〕10号") { $0.catalog = ["规划计划"] }]
    change(&site)
    return site.built
  }

  @Test func `a feed without a base address leads to the documents from where it lies`() {
    let feed = site()["catalog/规划计划/feed.atom"]
    #expect(feed.contains("<link rel=\"alternate\" href=\"../../d/abc/\"/>"))
  }

  @Test func `the check of links reads feeds and site maps`() throws {
    var fixture = SiteFixture()
    fixture.configuration.base = "https://www.example.gov.cn/"
    fixture.notices = [.sample("abc.txt")]
    let catalog = fixture.catalog.value
    let plan = SitePlan.make(catalog: catalog, theme: SiteFixture.theme, configuration: fixture.configuration)
      .value
    let renderer = PageRenderer(
      catalog: catalog, plan: plan, theme: SiteFixture.theme, configuration: fixture.configuration)
    for path in [
      "feed.atom", "feed.json", "sitemap.xml", "data/catalog.jsonld", "opensearch.xml", "robots.txt",
    ] {
      let output = try #require(plan.outputs.first { $0.path == path })
      var rendered = renderer.render(output)
      #expect(!rendered.links.isEmpty, "\(path)")
      rendered.links.append(PageLink(path: "d/gone/", fragment: nil))
      var check = LinkCheck(plan: plan, catalog: catalog)
      check.add(output, rendered)
      #expect(check.diagnostics().map(\.arguments) == [["d/gone/"]], "\(path)")
    }
  }

  @Test func `an address inside a sentence is not a link of the data`() {
    let base = "https://a.example/"
    let found = LinkScan.addresses(
      Array("\"https://a.example/d/x/\" 见 https://a.example/old。 <loc>https://a.example/y</loc>".utf8),
      from: base)
    #expect(found == ["https://a.example/d/x/", "https://a.example/y"])
  }

  @Test func `a number resolves with damaged brackets`() {
    let built = site()
    #expect(built["wh/宁发〔2017〕10号/index.html"].contains("url=../../d/abc/"))
    let list = built["_redirects"]
    #expect(list.contains("/wh/%E5%AE%81%E5%8F%91%E3%80%942017%E3%80%9510%E5%8F%B7/ /d/abc/ 301"))
    for number in ["宁发[2017]10号", "宁发（2017）10号", "宁发【2017】10号"] {
      #expect(list.contains("/wh/\(SitePath.percentEncoded(number))/ /d/abc/ 301"), "\(number)")
      #expect(built["redirects.nginx.conf"].contains("/wh/\(SitePath.percentEncoded(number))/ /d/abc/;"))
    }
  }

  @Test func `the accessibility statement claims only what is configured`() {
    let bare = site()["accessibility/index.html"]
    #expect(bare.contains("本单位尚未公布符合标准的结论。"))
    #expect(!bare.contains("声明日期"))
    let stated = site { site in
      site.configuration.accessibility.standard = "GB/T 37668—2019"
      site.configuration.accessibility.conformance = .partial
      site.configuration.accessibility.problems = ["附件<没有>书签"]
      site.configuration.accessibility.answerDays = 5
      site.configuration.accessibility.date = CivilDate(iso: "2026-01-05")
    }["accessibility/index.html"]
    #expect(stated.contains("结论：部分符合"))
    #expect(stated.contains("附件&lt;没有&gt;书签"))
    #expect(stated.contains("我们在 5 个工作日内答复。"))
    #expect(stated.contains("声明日期：<time datetime=\"2026-01-05\">2026-01-05</time>"))
  }

  @Test func `reads the statement and the languages from site.yml`() {
    let read = SiteConfiguration.read(
      SourceFile(
        path: "content/site.yml",
        bytes: Array(
          """
          语言: zh-Hans
          界面语言: [en, zh-Hans, zh-Hant, en, fr]
          无障碍声明:
            结论: 部分符合
            日期: 2026-13-01
            答复期限: 5
          """.utf8)))
    #expect(read.value.furtherLanguages == ["en", "zh-Hant"])
    #expect(read.value.accessibility.conformance == .partial)
    #expect(read.value.accessibility.answerDays == 5)
    #expect(read.value.accessibility.date == nil)
    let faults = read.diagnostics.filter { $0.id == "configuration-value" }
    #expect(faults.map { $0.range?.start.line } == [2, 5])
  }

  @Test func `assets carry their digest, but not in a copy that is read from a disk`() {
    #expect(site()["index.html"].contains("integrity=\"sha256-"))
    #expect(!site { $0.configuration.linksNameFiles = true }["index.html"].contains("integrity="))
  }

  @Test func `the plain text is what the page shows`() {
    let text = site {
      $0.notices[0].parts[0].body = [
        .section(
          Section(
            anchor: "1", number: "一、", heading: RichText("总体要求"),
            children: [.paragraph(Paragraph(text: "各镇做好值班。", line: 3))]))
      ]
    }["d/abc/text.txt"]
    #expect(text == "宁发〔2017〕10号\n\n关于做好汛期工作的通知\n一、总体要求\n各镇做好值班。\n")
  }

  @Test func `a statutory field that is missing is told with the line of its place`() {
    let read = SiteConfiguration.read(
      SourceFile(path: "content/site.yml", bytes: Array("网站名称: 示例县\n页脚:\n  主办单位: 示例县\n".utf8)))
    let missing = read.diagnostics.filter { $0.id == "statutory-field-missing" }
    #expect(missing.contains { $0.arguments == ["页脚 › ICP备案号"] && ($0.range?.start.line ?? 0) >= 2 })
    #expect(missing.allSatisfy { $0.file == "content/site.yml" && $0.range != nil })
  }
}
