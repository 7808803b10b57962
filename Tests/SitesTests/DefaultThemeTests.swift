import Testing

@testable import Sites

@Suite struct DefaultThemeTests {
  @Test func `loads without a fault`() {
    let loaded = Theme.load(name: "default", files: SiteFixture.themeFiles)
    #expect(loaded.diagnostics.filter { $0.severity == .error }.map(SiteFixture.describe) == [])
    #expect(loaded.value != nil)
  }

  @Test func `renders a document whose links all lead somewhere`() {
    var site = SiteFixture()
    site.notices = [.sample("2024/a.txt") { $0.catalog = ["规范性文件"] }]
    let built = site.built
    #expect(built.diagnostics.filter { $0.severity == .error }.map(SiteFixture.describe) == [])
    #expect(
      built["d/2024-05-01-\(built.catalog.entries[0].record.source.sha256.prefix(8))/index.html"].contains(
        "各镇做好值班。"))
  }
}

@Suite struct PlainThemeTests {
  @Test func `loads without a fault and makes every page without scripts but for the search`() throws {
    let loaded = Theme.load(name: "plain", files: SiteFixture.themeFiles)
    #expect(loaded.diagnostics.map(SiteFixture.describe) == [])
    let theme = try #require(loaded.value)
    var site = SiteFixture()
    site.notices = [.sample("2024/a.txt") { $0.catalog = ["规范性文件"] }]
    let built = site.built(theme)
    #expect(built.diagnostics.allSatisfy { $0.id == "column-empty" || $0.severity == .note })
    for (path, page) in built.pages where path.hasSuffix(".html") && path != "search/index.html" {
      let scripts = page.replacing("<script type=\"application/ld+json\">", with: "")
      #expect(!scripts.contains("<script"), "\(path)")
      #expect(page.contains("assets/plain-"), "\(path)")
    }
  }
}
