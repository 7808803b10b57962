import Notices
import Testing

@testable import Sites

/// 时间线: documents that amend, repeal or take the place of each other.
@Suite struct TimelineTests {
  private static let built: SiteFixture.Built = {
    var site = SiteFixture()
    site.notices = [
      .sample("old.txt", title: "租房暂行办法", number: "示府〔2016〕5号", date: "2016-03-18") {
        $0.directives.id = "old"
      },
      .sample("rule.txt", title: "租房办法", number: "示府规〔2024〕1号", date: "2024-03-01") { notice in
        notice.directives.id = "rule"
        notice.dates.effective = CivilDate(iso: "2024-04-01")
        notice.dates.expires = CivilDate(iso: "2029-03-31")
        notice.citations = [Citation(anchor: "6", text: "《租房暂行办法》", number: "示府〔2016〕5号", kind: .repeals)]
        notice.effects = [Effect(kind: .repeals, citation: 0, anchor: "6", evidence: "同时废止")]
      },
      .sample("change.txt", title: "修改租房办法的决定", number: "示府规〔2025〕2号", date: "2025-06-10") { notice in
        notice.directives.id = "change"
        notice.citations = [Citation(anchor: "p1", text: "《租房办法》", number: "示府规〔2024〕1号", kind: .amends)]
        notice.effects = [
          Effect(
            kind: .amends, on: CivilDate(iso: "2025-07-01"), citation: 0, anchor: "p1", evidence: "作如下修改")
        ]
      },
      .sample("alone.txt", title: "防汛通知", date: "2024-05-01") {
        $0.directives.id = "alone"
        $0.dates.effective = CivilDate(iso: "2024-06-01")
      },
    ]
    return site.built
  }()

  private func events(_ id: String) -> [String] {
    let catalog = Self.built.catalog
    guard let entry = catalog.entry(id: id) else { return [] }
    return Timeline(entry, at: catalog.index(of: entry), catalog).events.map {
      "\($0.on?.iso ?? "-") \($0.kind) \($0.entry.map { catalog.entries[$0].id } ?? "")\($0.isFuture ? "?" : "")"
    }
  }

  @Test func `shows what a rule replaced, its amendment and its end by date`() {
    #expect(
      events("rule") == [
        "2016-03-18 earlier old", "2024-03-01 issued ", "2024-04-01 effective ", "2025-07-01 amended change",
        "2029-03-31 expires ?",
      ])
  }

  @Test func `shows a repealed text what repealed it`() {
    #expect(events("old") == ["2016-03-18 issued ", "2024-04-01 repealed rule"])
  }

  @Test func `shows an amending decision the text that it changes`() {
    #expect(events("change") == ["2024-03-01 earlier rule", "2025-06-10 issued "])
  }

  @Test func `a document that stands alone has no timeline`() {
    #expect(events("alone") == [])
    #expect(!Self.built["d/alone/index.html"].contains("id=\"timeline\""))
  }

  @Test func `links the clause that says so and marks what has not come yet in words`() {
    let page = Self.built["d/rule/index.html"]
    #expect(page.contains("href=\"../../d/change/#p1\">修改租房办法的决定</a>"))
    #expect(page.contains("有效期满（尚未到来）"))
    #expect(page.components(separated: "aria-current=\"true\"><time") == 1)
  }
}

extension String {
  fileprivate func components(separated by: String) -> Int { ranges(of: by).count }
}
