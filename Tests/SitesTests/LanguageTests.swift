import Notices
import Testing

@testable import Sites

/// The interface in further languages: pages that help to find documents, once more below a folder of their own.
@Suite struct LanguageTests {
  private static let built: SiteFixture.Built = {
    var site = SiteFixture()
    site.configuration.furtherLanguages = ["zh-Hant", "en"]
    site.notices = [
      .sample("abc.txt", number: "示府〔2024〕3号") {
        $0.catalog = ["规范性文件"]
        $0.dates.published = CivilDate(iso: "2024-06-30")
      }
    ]
    return site.built
  }()

  @Test func `has the pages that find documents in every language, and each document once`() {
    for page in [
      "index.html", "search/index.html", "catalog/index.html", "year/index.html", "data/index.html",
    ] {
      #expect(Self.built["en/" + page].contains("<html lang=\"en\">"), "\(page)")
      #expect(Self.built["zh-Hant/" + page].contains("<html lang=\"zh-Hant\">"), "\(page)")
    }
    #expect(Self.built.pages.keys.filter { $0.hasSuffix("d/abc/index.html") } == ["d/abc/index.html"])
    #expect(Self.built.ids("page-link-broken").isEmpty)
  }

  @Test func `leads from a page to the same page in another language`() {
    let page = Self.built["en/statistics/index.html"]
    #expect(page.contains("<a href=\"../../statistics/\" lang=\"zh-Hans\" hreflang=\"zh-Hans\">简体中文</a>"))
    #expect(page.contains("<span lang=\"en\" aria-current=\"true\">English</span>"))
    #expect(page.contains("<link rel=\"alternate\" hreflang=\"zh-Hant\" href=\"../../zh-Hant/statistics/\">"))
    let home = Self.built["index.html"]
    #expect(home.contains("<a href=\"en/\" lang=\"en\" hreflang=\"en\">English</a>"))
  }

  @Test func `stays in the language where it can, and says so where it cannot`() {
    let page = Self.built["en/index.html"]
    #expect(page.contains("href=\"../en/numbers/\""))
    #expect(page.contains("action=\"../en/search/\"") && page.contains("data-base=\"../search/\""))
    #expect(page.contains("<a href=\"../d/abc/\" lang=\"zh-Hans\" hreflang=\"zh-Hans\">"))
    #expect(page.contains("Documents are in the language in which they were published."))
    let document = Self.built["d/abc/index.html"]
    #expect(document.contains("English<span class=\"hidden\" lang=\"zh-Hans\">（该语言的首页）</span>"))
    #expect(!document.contains("rel=\"alternate\" hreflang"))
  }

  @Test func `does not grow with the documents`() {
    func translated(_ count: Int) -> Int {
      var site = SiteFixture()
      site.configuration.furtherLanguages = ["en"]
      site.notices = (0..<count).map { .sample("n\($0).txt", date: "2024-05-01") }
      return site.built.pages.keys.count { $0.hasPrefix("en/") }
    }
    #expect(translated(60) == translated(3))
  }

  @Test func `a site with one language has no switch`() {
    var site = SiteFixture()
    site.notices = [.sample("a.txt")]
    #expect(!site.built["index.html"].contains("hreflang"))
  }

  @Test func `a language that the theme does not have is told`() throws {
    let files = SiteFixture.themeFiles.filter { $0.path != "themes/default/strings/en.yml" }
    let theme = try #require(Theme.load(name: "default", files: files).value)
    var site = SiteFixture()
    site.configuration.furtherLanguages = ["en"]
    site.notices = [.sample("a.txt")]
    let built = site.build(theme)
    #expect(built.ids("language-not-in-theme").count == 1)
    #expect(!built.pages.keys.contains { $0.hasPrefix("en/") })
  }
}
