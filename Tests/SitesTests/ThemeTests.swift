import Bytes
import Diagnostics
import Testing

@testable import Sites

@Suite struct ThemeTests {
  /// The default theme with files added or replaced in a child theme.
  private func load(_ files: [String: String], extends: Bool = true) -> Diagnosed<Theme?> {
    var all = SiteFixture.themeFiles
    all.append(
      SourceFile(path: "themes/child/theme.yml", bytes: Array((extends ? "继承: default" : "名称: 空").utf8)))
    for (name, text) in files {
      all.append(SourceFile(path: "themes/child/\(name)", bytes: Array(text.utf8)))
    }
    return Theme.load(name: "child", files: all)
  }

  private func faults(_ template: String, name: String = "axis") -> [Diagnostic] {
    load(["templates/\(name).mustache": template]).diagnostics.filter { $0.severity == .error }
  }

  @Test func `names the line, the column and the nearest name of a mistyped one`() {
    let fault = faults("<h1>\n  {{titel}}</h1>")[0]
    #expect(fault.id == "template-unknown-name-near")
    #expect(fault.arguments == ["titel", "title"])
    #expect(fault.file == "themes/child/templates/axis.mustache")
    #expect(fault.range?.start == SourcePosition(line: 2, column: 3))
  }

  @Test func `checks names inside lists, objects, partials and blocks`() {
    #expect(faults("{{#values}}{{#items}}{{nmae}}{{/items}}{{/values}}")[0].arguments == ["nmae", "name"])
    #expect(faults("{{site.nmae}}")[0].arguments == ["site.nmae", "site.name"])
    #expect(faults("{{strings.hom}}")[0].arguments == ["strings.hom", "strings.home"])
    #expect(
      faults("{{assets.site_cs.href}}")[0].arguments == ["assets.site_cs.href", "assets.site_css.href"])
    #expect(faults("{{<layout}}{{$main}}{{tilte}}{{/main}}{{/layout}}")[0].arguments == ["tilte", "title"])
    #expect(faults("{{<layout}}{{$mian}}{{/mian}}{{/layout}}").map(\.id) == ["template-unknown-block"])
    #expect(faults("{{> nowhere}}").map(\.id) == ["template-unknown-partial"])
    #expect(faults("{{#title}}{{title}}{{/title}}").isEmpty)
    #expect(faults("{{#values}}{{#items}}{{name}} {{title}}{{/items}}{{/values}}").isEmpty)
  }

  @Test func `refuses to put text out unescaped, and markup escaped`() {
    #expect(faults("{{{title}}}").map(\.id) == ["template-raw-text"])
    #expect(faults("{{&title}}").map(\.id) == ["template-raw-text"])
    #expect(faults("{{header}}").map(\.id) == ["template-escaped-markup"])
    #expect(faults("{{values}}").map(\.id) == ["template-not-printable"])
  }

  @Test(arguments: [
    "{{#values}}", "{{/values}}", "{{#values}}{{/site}}", "{{title", "{{ }}", "{{ti tle}}",
    "{{<layout}}{{title}}{{/layout}}",
    String(repeating: "{{#values}}", count: 100),
  ])
  func `reports a syntax error with its place`(_ template: String) {
    let found = faults(template)
    #expect(found.map(\.id) == ["template-syntax"])
    #expect(found[0].range?.start.line == 1)
  }

  @Test(arguments: ["{{=<% %>=}}", "{{% CONTENT_TYPE:TEXT}}", "{{first(values)}}", "{{> *title}}"])
  func `refuses what cannot be checked`(_ template: String) {
    #expect(faults(template).map(\.id) == ["template-delimiters"])
  }

  @Test func `refuses templates that include themselves`() {
    #expect(faults("{{> axis}}").map(\.id) == ["template-recursion"])
    #expect(faults("{{<axis}}{{/axis}}").map(\.id) == ["template-recursion"])
  }

  @Test func `reports a template or words that are missing`() {
    let bare = load([:], extends: false).diagnostics.map(\.id)
    #expect(Set(bare) == ["template-missing", "strings-language-missing"])
    let words = load(["strings/fr.yml": "home: Accueil"]).diagnostics
    #expect(words.contains { $0.id == "string-missing" && $0.arguments[1] == "documents" })
  }

  @Test func `reports a template that nothing uses`() {
    #expect(load(["templates/docment.mustache": "x"]).diagnostics.map(\.id).contains("template-unused"))
  }

  @Test func `reports a theme that is missing or extends itself`() {
    #expect(Theme.load(name: "none", files: []).diagnostics.map(\.id) == ["theme-missing"])
    let circle = [("a", "b"), ("b", "a")].map { name, parent in
      SourceFile(path: "themes/\(name)/theme.yml", bytes: Array("extends: \(parent)".utf8))
    }
    #expect(Theme.load(name: "a", files: circle).diagnostics.map(\.id) == ["theme-cycle"])
  }

  @Test func `lets a child theme shadow one file or one block`() throws {
    let child = load([
      "templates/axis.mustache": "{{<default/axis}}{{$crumbs}}路标{{/crumbs}}{{/default/axis}}",
      "templates/footer.mustache": "<footer>{{sponsor}}页脚</footer>", "strings/zh-Hans.yml": "home: 回家",
    ])
    #expect(child.diagnostics.filter { $0.severity == .error }.map(SiteFixture.describe) == [])
    let theme = try #require(child.value)
    var site = SiteFixture()
    site.notices = [.sample("a.txt") { $0.catalog = ["规划"] }]
    let page = site.built(theme)["year/index.html"]
    #expect(page.contains("路标"))
    #expect(page.contains("页脚</footer>"))
    #expect(page.contains("回家"))
    #expect(page.contains("2024 年"))
  }

  @Test func `names assets after their bytes and follows references between them`() throws {
    let theme = try #require(
      load([
        "assets/a.js": "import './lib/b.js'", "assets/lib/b.js": "import \"../c.js\"; const x = '../no';",
        "assets/c.js": "// import './c.js'",
        "assets/s.css": "a { background: url(i.svg) } b { background: url(\"#f\") }",
        "assets/i.svg": "<svg/>",
      ]).value)
    let a = try #require(theme.asset("a.js"))
    let b = try #require(theme.asset("lib/b.js"))
    let c = try #require(theme.asset("c.js"))
    let icon = try #require(theme.asset("i.svg"))
    #expect(a.address.hasPrefix("assets/a-"))
    #expect(b.address.hasPrefix("assets/lib/b-"))
    #expect(String(decoding: a.bytes, as: UTF8.self) == "import'./\(b.address.dropFirst(7))'\n")
    #expect(String(decoding: b.bytes, as: UTF8.self).hasPrefix("import\"../\(c.address.dropFirst(7))\""))
    #expect(
      String(decoding: theme.asset("s.css")!.bytes, as: UTF8.self)
        == "a{background:url(\(icon.address.dropFirst(7)))}b{background:url(\"#f\")}\n")
    #expect(a.integrity.hasPrefix("sha256-") && a.integrity.utf8.count == 51)
  }

  @Test func `reports scripts that refer to each other in a circle, and to nothing`() {
    let ids = load(["assets/a.js": "import './b.js'", "assets/b.js": "import './a.js'; import './x.js'"])
      .diagnostics.map(\.id)
    #expect(ids.contains("asset-cycle"))
    #expect(ids.contains("asset-reference-missing"))
  }

  @Test func `encodes base 64 of every remainder`() {
    #expect(
      ["", "f", "fo", "foo", "foob"].map { Base64.encode(Array($0.utf8)) } == [
        "", "Zg==", "Zm8=", "Zm9v", "Zm9vYg==",
      ])
  }
}
