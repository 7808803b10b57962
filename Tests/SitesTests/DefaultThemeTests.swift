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
