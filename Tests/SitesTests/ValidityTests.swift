import Notices
import Testing

@testable import Sites

@Suite struct ValidityTests {
  private func site(_ now: String = "2026-01-01", _ notices: Notice...) -> Catalog {
    var site = SiteFixture()
    site.now = CivilDate(iso: now)!
    site.notices = notices
    return site.catalog.value
  }

  private func repealing(on day: String?, _ kind: Effect.Kind = .repeals) -> Notice {
    .sample("new.txt", title: "新办法", date: "2020-01-01") {
      $0.citations = [Citation(anchor: "20", text: "《旧办法》", title: "旧办法")]
      $0.effects = [
        Effect(
          kind: kind, on: day.flatMap { CivilDate(iso: $0) }, citation: 0, anchor: "20",
          evidence: "《旧办法》同时废止。")
      ]
    }
  }

  @Test func `is repealed by another document on its day, with the sentence`() {
    let old = Notice.sample("old.txt", title: "旧办法")
    let before = site("2021-06-30", old, repealing(on: "2021-07-01")).entry(id: "old")?.validity
    #expect(before?.status == .unknown)
    let after = site("2021-07-01", old, repealing(on: "2021-07-01")).entry(id: "old")?.validity
    #expect(after?.status == .repealed)
    #expect(after?.derived?.on?.iso == "2021-07-01")
    #expect(after?.derived?.evidence.map(\.text) == ["《旧办法》同时废止。"])
    #expect(after?.derived?.evidence[0].anchor == "20")
  }

  @Test func `takes the day of the other document when the sentence has none`() {
    let validity = site("2026-01-01", .sample("old.txt", title: "旧办法"), repealing(on: nil)).entry(id: "old")?
      .validity
    #expect(validity?.derived?.on?.iso == "2020-01-01")
  }

  @Test func `keeps what the office declares beside what follows from the texts`() {
    let old = Notice.sample("old.txt", title: "旧办法") { $0.declaredValidity = "有效" }
    let validity = site("2026-01-01", old, repealing(on: nil)).entry(id: "old")!.validity
    #expect(validity.declared == "有效")
    #expect(validity.status == .effective)
    #expect(validity.derived?.status == .repealed)
    #expect(validity.statuses == [.effective, .repealed])
  }

  @Test func `is amended, not repealed, by an amendment`() {
    let validity = site("2026-01-01", .sample("old.txt", title: "旧办法"), repealing(on: nil, .amends)).entry(
      id: "old")
    #expect(validity?.validity.status == .amended)
  }

  @Test func `expires the day after its term, and is in force while the term runs`() {
    let notice = Notice.sample("a.txt") { notice in
      notice.dates.effective = CivilDate(iso: "2020-01-01")
      notice.dates.expires = CivilDate(iso: "2024-12-31")
    }
    #expect(site("2024-12-31", notice).entries[0].validity.status == .effective)
    #expect(site("2025-01-01", notice).entries[0].validity.status == .expired)
    let early = site("2019-12-31", notice).entries[0].validity
    #expect(early.status == .unknown)
    #expect(early.pendingFrom?.iso == "2020-01-01")
  }

  @Test func `shows in results what the texts say before what was declared`() {
    let declared = Notice.sample("old.txt", title: "旧办法") { $0.declaredValidity = "有效" }
    let plan = Notice.sample("plan.txt") {
      $0.declaredValidity = "有效"
      $0.effects = [Effect(kind: .horizon, on: CivilDate(iso: "2020-12-31"), evidence: "2016—2020年")]
    }
    let catalog = site("2026-01-01", declared, plan, repealing(on: nil))
    #expect(catalog.entry(id: "old")?.validity.shownInResults == "repealed")
    #expect(catalog.entry(id: "plan")?.validity.shownInResults == "horizon")
    #expect(catalog.entry(id: "new")?.validity.shownInResults == "unknown")
  }

  @Test func `says that the years of a plan are over in other words than expired`() {
    let plan = Notice.sample("a.txt") {
      $0.effects = [Effect(kind: .horizon, on: CivilDate(iso: "2020-12-31"), evidence: "（2016—2020年）")]
    }
    let validity = site("2026-01-01", plan).entries[0].validity
    #expect(validity.derived?.reason == .horizon)
    #expect(StatusWords(SiteFixture.theme.strings("zh-Hans")).badges(validity).map(\.text) == ["已过规划期"])
  }

  @Test func `derives nothing from silence`() {
    let validity = site("2026-01-01", .sample("a.txt")).entries[0].validity
    #expect(validity.derived == nil)
    #expect(validity.status == .unknown)
  }

  @Test(arguments: [
    ("有效", Validity.Status.effective), ("现行有效", .effective), ("已修改，有效", .amended), ("废止", .repealed),
    ("已失效", .expired),
    ("无效", .expired), ("有 效", .effective),
  ])
  func `understands declared words`(_ word: String, _ status: Validity.Status) {
    #expect(ValidityDerivation.status(declared: word) == status)
  }

  @Test func `does not guess an unknown word`() {
    #expect(ValidityDerivation.status(declared: "详见附件") == nil)
    #expect(ValidityDerivation.status(declared: "") == nil)
  }
}
