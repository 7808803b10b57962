import Foundation
import Notices
import Testing

@testable import Sites

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct AddressTests {
  private static let built: SiteFixture.Built = {
    var site = SiteFixture()
    site.configuration.base = "https://www.example.gov.cn/zwgk/"
    site.configuration.domain = "www.example.gov.cn"
    site.notices = [
      .sample("law.txt", title: "关于印发《办法》的通知") { notice in
        notice.documentNumber = .of("宁发", 2017, 10)
        notice.catalog = ["规范性文件"]
        notice.directives.aliases = ["old/12.html"]
        notice.dates.published = CivilDate(iso: "2017-09-28")
      },
      .sample("one.txt") { $0.documentNumber = .of("示府", 2020, 1) },
      .sample("two.txt") { $0.documentNumber = .of("示府", 2020, 1) },
    ]
    return site.built
  }()

  @Test func `leads a number to the document that alone bears it`() {
    #expect(Self.built["wh/宁发〔2017〕10号/index.html"].contains("url=../../d/ning-fa-2017-10/"))
    #expect(Self.built.pages["wh/示府〔2020〕1号/index.html"] == nil)
  }

  @Test func `lists former addresses for web servers`() {
    #expect(Self.built["_redirects"].contains("/zwgk/old/12.html /zwgk/d/ning-fa-2017-10/ 301\n"))
    let map = Self.built["redirects.nginx.conf"]
    #expect(
      map.contains(
        "/zwgk/wh/%E5%AE%81%E5%8F%91%E3%80%942017%E3%80%9510%E5%8F%B7/ /zwgk/d/ning-fa-2017-10/;\n"))
    #expect(map.utf8.allSatisfy { $0 < 0x80 && $0 != 0x22 && $0 != 0x7B })
  }

  @Test func `has a feed for everything and for each value, with ids that do not move`() throws {
    let feed = Self.built["catalog/规范性文件/feed.atom"]
    #expect(feed.contains("<id>tag:www.example.gov.cn,2000:ning-fa-2017-10</id>"))
    #expect(feed.contains("<updated>2017-09-28T00:00:00+08:00</updated>"))
    #expect(XMLParser(data: Data(feed.utf8)).parse())
    #expect(XMLParser(data: Data(Self.built["feed.atom"].utf8)).parse())
    let json = try JSONSerialization.jsonObject(with: Data(Self.built["feed.json"].utf8)) as? [String: Any]
    #expect((json?["items"] as? [Any])?.count == 3)
    #expect(
      Self.built["catalog/规范性文件/index.html"].contains("type=\"application/atom+xml\" href=\"../../catalog/"))
  }

  @Test func `lists pages to be found, with absolute addresses and published days, and no redirects`() {
    let map = Self.built["sitemap.xml"]
    #expect(XMLParser(data: Data(map.utf8)).parse())
    #expect(
      map.contains(
        "<loc>https://www.example.gov.cn/zwgk/d/ning-fa-2017-10/</loc><lastmod>2017-09-28</lastmod>"))
    #expect(!map.contains("/wh/") && !map.contains("404"))
    #expect(Self.built["robots.txt"].contains("Sitemap: https://www.example.gov.cn/zwgk/sitemap.xml"))
  }

  @Test func `describes the search for browsers`() {
    let description = Self.built["opensearch.xml"]
    #expect(XMLParser(data: Data(description.utf8)).parse())
    #expect(description.contains("template=\"https://www.example.gov.cn/zwgk/search/?q={searchTerms}\""))
    #expect(Self.built["index.html"].contains("rel=\"search\""))
  }

  @Test func `quotes a title inside a title with single marks`() {
    #expect(QuotedTitle.quoted("关于印发《办法》的通知") == "《关于印发〈办法〉的通知》")
    #expect(QuotedTitle.quoted("《办法》") == "《办法》")
    #expect(QuotedTitle.quoted("《甲》和《乙》") == "《〈甲〉和〈乙〉》")
    #expect(Self.built["d/ning-fa-2017-10/index.html"].contains("data-copy=\"《关于印发〈办法〉的通知》（宁发〔2017〕10号）\""))
  }
}
