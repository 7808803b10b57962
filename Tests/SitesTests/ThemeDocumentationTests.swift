import Diagnostics
import Foundation
import Testing

@testable import Sites

@Suite struct ThemeDocumentationTests {
  private static let file = SiteFixture.project.appending(path: "docs/themes.md")

  @Test func `lists every name as the program has it`() throws {
    let text = try String(contentsOf: Self.file, encoding: .utf8)
    let head = text.components(separatedBy: ThemeReference.marker)[0]
    let current = head + ThemeReference.marker + "\n\n" + ThemeReference.markdown()
    if ProcessInfo.processInfo.environment["GONGKAI_RECORD"] == "1" {
      try Data(current.utf8).write(to: Self.file)
    } else {
      #expect(text == current, "run GONGKAI_RECORD=1 swift test --filter ThemeDocumentationTests")
    }
  }

  @Test func `shows a child theme that works as it is written`() throws {
    let text = try String(contentsOf: Self.file, encoding: .utf8)
    var files = SiteFixture.themeFiles
    var written = 0
    for block in text.components(separatedBy: "\n```").dropFirst() {
      let lines = block.split(separator: "\n", omittingEmptySubsequences: false)
      let words = lines[0].split(separator: " ")
      guard words.count == 2, words[1].hasPrefix("themes/county/") else { continue }
      let body = lines.dropFirst().joined(separator: "\n") + "\n"
      files.append(SourceFile(path: String(words[1]), bytes: Array(body.utf8)))
      written += 1
    }
    #expect(written == 5)
    let loaded = Theme.load(name: "county", files: files)
    #expect(loaded.diagnostics.filter { $0.severity == .error }.map(SiteFixture.describe) == [])
    let theme = try #require(loaded.value)
    var site = SiteFixture()
    site.configuration.footer.phone = "0000-123"
    site.notices = [.sample("a.txt") { $0.catalog = ["规划"] }]
    let page = site.built(theme)["year/index.html"]
    #expect(page.contains("assets/county-"))
    #expect(page.contains("示例县人民政府 · 联系电话：0000-123"))
    #expect(page.contains("示例县人民政府的年份"))
    #expect(page.contains("2024 年"))
  }
}
