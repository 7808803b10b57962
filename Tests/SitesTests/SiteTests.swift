import Diagnostics
import Notices
import Testing

@testable import Sites

@Suite struct SiteTests {
  private static let hostile = "<script>alert(1)</script>\"><img src=x onerror=alert(1)>' \u{301}"

  /// One notice with hostile text in every field that reaches a page.
  private static var hostileNotice: Notice {
    .sample("2024/\(hostile).txt", title: hostile, number: hostile) { notice in
      notice.issuers = [hostile]
      notice.publisher = hostile
      notice.kind = hostile
      notice.catalog = [hostile]
      notice.classifications = [
        NamedValues(name: "主题分类", values: [hostile]), NamedValues(name: hostile, values: [hostile]),
      ]
      notice.keywords = [hostile]
      notice.summary = hostile
      notice.provenance = hostile
      notice.declaredValidity = hostile
      notice.extra = [NamedValue(name: hostile, value: hostile)]
      notice.language = "x\" onload=\"alert(1)"
      notice.otherNumbers = [hostile]
      notice.indexNumber = hostile
      notice.parts[0].addressee = hostile
      notice.parts[0].notes = [hostile]
      notice.parts[0].signature = Signature(organs: [hostile], signers: [hostile], dateText: hostile)
      notice.attachments = [Attachment(label: hostile, name: hostile, file: "javascript:alert(1)")]
      notice.duties = [
        Duty(
          anchor: "\"><b", task: hostile, clause: hostile,
          organs: [.init(name: hostile, role: .lead, collective: false)],
          deadlines: [Deadline(text: hostile, kind: .year)], targets: [hostile])
      ]
      notice.citations = [Citation(anchor: "\"><b", text: hostile, title: hostile, number: hostile)]
      notice.directives.aliases = ["javascript:alert(1)", "../../x", "old/\(hostile)"]
      let marked = RichText(
        hostile,
        spans: [
          Span(.link(destination: "javascript:alert(1)", title: hostile), start: 0, end: 3),
          Span(.link(destination: "https://a.cn/\" onclick=\"x", title: hostile), start: 4, end: 6),
          Span(
            .image(destination: "data:image/svg+xml,<svg onload=alert(1)>", title: hostile), start: 7, end: 9),
        ])
      notice.parts[0].body = [
        .section(
          Section(
            anchor: "\"><script>", family: .han, number: hostile, heading: marked,
            children: [
              .paragraph(Paragraph(anchor: "x\" onclick=\"y", label: hostile, text: marked, line: 1)),
              .table(Table(caption: hostile, head: [marked], rows: [[marked]], line: 2)),
              .preformatted(Preformatted(language: hostile, text: hostile, line: 3)),
              .image(
                Image(destination: "x.png\" onerror=\"y", alternative: hostile, title: hostile, line: 4)),
            ]))
      ]
    }
  }

  private static var hostileSite: SiteFixture.Built {
    var site = SiteFixture()
    site.configuration.name = hostile
    site.configuration.description = hostile
    site.configuration.footer.sponsor = hostile
    site.configuration.footer.icp = hostile
    site.configuration.columns = [.init(name: hostile, type: hostile, target: .documents)]
    site.notices = [hostileNotice, .sample("b.txt")]
    return site.built
  }

  @Test func `lets no text of a document or of the settings become markup`() {
    let built = Self.hostileSite
    #expect(built.pages.count > 20)
    for (path, page) in built.pages where path.hasSuffix(".html") {
      let scripts = page.components(separatedBy: "<script").dropFirst().map { String($0.prefix(60)) }
      for script in scripts {
        let known =
          script.hasPrefix(" src=\"") || script.hasPrefix(" type=\"module\" src=\"")
          || script.hasPrefix(" type=\"application/ld+json\">{")
        #expect(known, "\(path): \(script)")
      }
      #expect(!page.contains("<img src=x"), "\(path)")
      #expect(!page.contains("=\"javascript:"), "\(path)")
      #expect(!page.contains("=\"data:"), "\(path)")
      #expect(!page.contains("style="), "\(path)")
      for attribute in [" onerror=\"", " onclick=\"", " onload=\""] {
        #expect(!page.contains(attribute), "\(path)")
      }
    }
  }

  @Test func `keeps every output inside the site, each once`() {
    let plan = Self.hostileSite.plan
    let paths = plan.outputs.map(\.path)
    #expect(Set(paths.map { $0.lowercased() }).count == paths.count)
    for path in paths {
      let segments = path.split(separator: "/", omittingEmptySubsequences: false)
      #expect(
        !path.hasPrefix("/")
          && segments.allSatisfy { !$0.isEmpty && !$0.hasPrefix(".") && $0.utf8.count <= 255 }, "\(path)")
      #expect(
        path.unicodeScalars.allSatisfy { $0.value >= 0x20 && !"\\:*?\"<>|".unicodeScalars.contains($0) },
        "\(path)")
    }
  }

  @Test func `escapes feeds and the sitemap`() {
    let built = Self.hostileSite
    for path in ["feed.atom", "feed.json"] { #expect(!built[path].contains("<script"), "\(path)") }
  }

  @Test func `has no broken link on any page`() {
    var site = SiteFixture()
    site.configuration.base = "https://www.example.gov.cn/zwgk/"
    site.notices = (0..<60).map { index in
      .sample("n\(index).txt", title: "示例县文件第\(index)号", date: "20\(10 + index % 9)-03-0\(1 + index % 9)") {
        $0.documentNumber = .of("示府", 2010 + index % 9, index)
        $0.issuers = ["示例县政府 \(index % 7)"]
        $0.catalog = ["规范性文件", "其他/\(index % 3)"]
        $0.citations = [
          Citation(anchor: "", text: "《示例县文件第\((index + 1) % 60)号》", title: "示例县文件第\((index + 1) % 60)号")
        ]
      }
    }
    let built = site.built
    let faults = built.diagnostics.filter { $0.severity > .note }
    #expect(faults.map(SiteFixture.describe) == SiteFixture.columnNotes(built))
    #expect(built.pages.count > 100)
    #expect(built["404.html"].contains("href=\"/zwgk/documents/\""))
    #expect(built["documents/page/2/index.html"].contains("<ol class=\"results\" start=\"21\">"))
    #expect(built["documents/page/2/index.html"].contains("<link rel=\"prev\" href=\"../../../documents/\">"))
    #expect(
      built["documents/index.html"].contains(
        "<link rel=\"canonical\" href=\"https://www.example.gov.cn/zwgk/documents/\">"))
  }

  @Test func `reports a link or an anchor that leads nowhere`() {
    var site = SiteFixture()
    let text = RichText("见第九条和附则", spans: [Span(.link(destination: "#a9", title: nil), start: 1, end: 4)])
    site.notices = [.sample("a.txt", body: [.paragraph(Paragraph(text: text, line: 7))])]
    let fault = site.built.ids("page-anchor-broken")
    #expect(fault.count == 1)
    #expect(fault.first?.file == "content/a.txt")
  }

  @Test func `reports two outputs that want one address, naming both`() {
    var site = SiteFixture()
    site.notices = [
      .sample("a.txt") { $0.directives.aliases = ["documents/", "d/b/"] },
      .sample("bcd.txt") { $0.directives.id = "b" },
    ]
    let faults = site.built.ids("path-collision")
    #expect(faults.map { $0.arguments[0] } == ["documents/index.html", "d/b/index.html"])
    #expect(faults.allSatisfy { $0.severity == .error && $0.arguments[1] != $0.arguments[2] })
  }

  @Test func `leads aliases and former ids to the document`() {
    var site = SiteFixture()
    site.notices = [.sample("a.txt") { $0.directives.aliases = ["/old/2017/12.html", "旧地址"] }]
    let built = site.built
    let id = built.catalog.entries[0].id
    #expect(built["old/2017/12.html"].contains("url=../../d/\(id)/"))
    #expect(built["旧地址/index.html"].contains("url=../d/\(id)/"))
  }

  @Test func `says of a withdrawn document why, and what replaced it, and shows no text`() {
    var site = SiteFixture()
    site.notices = [
      .sample("gone.txt", title: "撤下的文件") {
        $0.directives.withdrawn = "公布有误"
        $0.directives.replacedBy = "new"
      },
      .sample("new.txt", title: "新文件"),
    ]
    let built = site.built
    let page = built["d/gone/index.html"]
    #expect(page.contains("公布有误") && page.contains("../../d/new/"))
    #expect(!page.contains("各镇做好值班"))
    #expect(built.pages["d/gone/index.json"] == nil)
    #expect(!built["documents/index.html"].contains("撤下的文件"))
  }

  @Test func `does not show a column without content and says so`() {
    var site = SiteFixture()
    site.notices = [
      .sample("guide.txt", title: "公开指南") { notice in
        notice.directives.type = "page"
        notice.directives.column = "政府信息公开指南"
      }
    ]
    let built = site.built
    #expect(built.plan.columns.map(\.column.name) == ["政府信息公开指南"])
    #expect(built.ids("column-empty").count == 4)
    #expect(built["d/guide/index.html"].contains("aria-current=\"true\">政府信息公开指南</a>"))
    #expect(built["d/guide/index.html"].contains("<meta name=\"ColumnType\" content=\"信息公开指南\">"))
  }

  @Test func `tags a document page as the state asks, and leaves out what is unknown`() {
    var site = SiteFixture()
    site.configuration.identifier = "bm01000001"
    site.notices = [
      .sample("abc.txt") { notice in
        notice.publisher = "县政府办"
        notice.dates.published = CivilDate(iso: "2024-05-06")
        notice.dates.publishedTime = "16:12"
      }
    ]
    let page = site.built["d/abc/index.html"]
    #expect(page.contains("<meta name=\"SiteIDCode\" content=\"bm01000001\">"))
    #expect(page.contains("<meta name=\"PubDate\" content=\"2024-05-06 16:12\">"))
    #expect(page.contains("<meta name=\"ContentSource\" content=\"县政府办\">"))
    #expect(!page.contains("name=\"SiteDomain\""))
    #expect(!page.contains("content=\"\""))
    #expect(!page.contains("rel=\"canonical\""))
  }

  @Test func `names index.html in links of a copy for reading without a server`() {
    var site = SiteFixture()
    site.configuration.linksNameFiles = true
    site.notices = [.sample("abc.txt")]
    let built = site.built
    #expect(built["documents/index.html"].contains("href=\"../d/abc/index.html\""))
    #expect(built.ids("page-link-broken").isEmpty)
  }

  @Test func `stands with an empty catalogue and with a title of five hundred characters`() {
    let empty = SiteFixture().built
    #expect(empty.diagnostics.allSatisfy { $0.id == "column-empty" })
    #expect(empty["index.html"].contains("<h1>"))
    var site = SiteFixture()
    site.notices = [.sample("long.txt", title: String(repeating: "关于", count: 250))]
    #expect(site.built["d/long/index.html"].contains("<wbr>"))
  }

  @Test func `renders the same bytes each time`() {
    var site = SiteFixture()
    site.notices = [Self.hostileNotice, .sample("b.txt"), .sample("c.txt")]
    let first = site.built.pages
    site.notices.reverse()
    #expect(site.built.pages == first)
  }
}

extension SiteFixture {
  /// The empty columns of the default configuration, as text.
  static func columnNotes(_ built: Built) -> [String] { built.ids("column-empty").map(describe) }

  func built(_ theme: Theme) -> Built { build(theme) }
}
