import Diagnostics
import Notices
import Testing

@testable import Sites

@Suite struct CatalogTests {
  @Test func `sorts newest first, then by id, undated last`() {
    var site = SiteFixture()
    site.notices = [
      .sample("aaa.txt", date: nil), .sample("bbb.txt", date: "2020-01-01"),
      .sample("ddd.txt", date: "2021-01-01"),
      .sample("ccc.txt", date: "2021-01-01"),
    ]
    #expect(site.catalog.value.entries.map(\.id) == ["ccc", "ddd", "bbb", "aaa"])
    #expect(site.catalog.diagnostics.map(\.id) == ["date-missing"])
  }

  @Test func `counts each value of a facet once a document`() {
    var site = SiteFixture()
    site.notices = [
      .sample("a.txt") {
        $0.issuers = ["县政府", "县委"]
        $0.publisher = "县政府"
      },
      .sample("b.txt") { $0.issuers = ["县政府"] },
    ]
    let organs = site.catalog.value.facet(.organ).values
    #expect(organs.map(\.value) == ["县政府", "县委"])
    #expect(organs.map(\.entries.count) == [2, 1])
  }

  @Test func `gives values that would share a folder different ones`() {
    var site = SiteFixture()
    site.notices = [.sample("a.txt") { $0.catalog = ["a/b", "a b", "A b", "page", "../..", "con"] }]
    let segments = site.catalog.value.facet(.catalog).values.map(\.segment)
    #expect(Set(segments.map { $0.lowercased() }).count == 6)
    #expect(segments.allSatisfy { !$0.contains("/") && !$0.hasPrefix(".") && $0 != "page" && $0 != "con" })
  }

  @Test func `leaves out drafts and keeps pages outside the catalogue`() {
    var site = SiteFixture()
    site.notices = [
      .sample("draft.txt") { $0.directives.draft = true },
      .sample("guide.txt") { $0.directives.type = "page" },
      .sample("doc.txt"),
    ]
    #expect(site.catalog.value.entries.map(\.id) == ["doc"])
    #expect(site.catalog.value.pages.map(\.id) == ["guide"])
  }

  @Test func `finds the document a citation means by number, then by title in any width`() {
    var site = SiteFixture()
    site.notices = [
      .sample("law.txt", title: "示例县租赁办法（试行）") { $0.documentNumber = .of("示府", 2016, 5) },
      .sample("plan.txt", title: "示例县规划(2016—2020年)"),
      .sample("new.txt", title: "新办法", date: "2024-06-01") {
        $0.citations = [
          Citation(anchor: "1", text: "（示府〔2016〕5号）", number: "示府〔2016〕5号"),
          Citation(anchor: "2", text: "《规划》", title: "示例县规划（2016-2020年）"),
          Citation(anchor: "3", text: "《没有》", title: "没有"),
          Citation(anchor: "4", text: "《新办法》", title: "新办法"),
        ]
      },
    ]
    let catalog = site.catalog.value
    let targets = catalog.entry(id: "new")?.citationTargets.map { $0.map { catalog.entries[$0].id } }
    #expect(targets == ["shi-fu-2016-5", "plan", nil, nil])
    #expect(catalog.entry(id: "plan")?.citedBy.map(\.anchor) == ["2"])
  }

  @Test func `chooses no document when two bear the title`() {
    var site = SiteFixture()
    site.notices = [
      .sample("one.txt", title: "同名通知"), .sample("two.txt", title: "同名通知"),
      .sample("citing.txt") { $0.citations = [Citation(anchor: "", text: "《同名通知》", title: "同名通知")] },
    ]
    #expect(site.catalog.value.entry(id: "citing")?.citationTargets == [nil])
  }

  @Test func `ties an interpretation and its document both ways`() {
    var site = SiteFixture()
    site.notices = [
      .sample("law.txt", title: "办法"),
      .sample("explained.txt") { $0.directives.interprets = ["law", "没有的文件"] },
    ]
    let catalog = site.catalog
    let law = catalog.value.entries.firstIndex { $0.id == "law" }!
    let other = catalog.value.entries.firstIndex { $0.id == "explained" }!
    #expect(catalog.value.entries[other].interprets == [law])
    #expect(catalog.value.entries[law].interpretedBy == [other])
    #expect(catalog.diagnostics.map(\.id) == ["interpreted-missing"])
  }

  @Test func `does not depend on the order of records and files`() {
    var site = SiteFixture()
    site.notices = (0..<12).map { index in
      .sample("n/文件\(index).txt", title: "文件\(index % 5)") {
        $0.issuers = ["机关\(index % 4)"]
        $0.citations = [Citation(anchor: "1", text: "x", title: "文件\((index + 1) % 5)")]
      }
    }
    site.files = (0..<12).map { ContentFile(path: "content/n/文件\($0)/附件.pdf", size: $0) }
    let expected = site.catalog.value
    site.notices.reverse()
    site.files.reverse()
    #expect(site.catalog.value == expected)
  }
}

@Suite struct AttachmentTests {
  private func entry(_ files: [String], _ change: @escaping (inout Notice) -> Void) -> (
    CatalogEntry, [String]
  ) {
    var site = SiteFixture()
    site.notices = [.sample("2024/通知.txt", change)]
    site.files = files.map { ContentFile(path: $0, size: 5) }
    let catalog = site.catalog
    return (catalog.value.entries[0], catalog.diagnostics.map(\.id))
  }

  @Test func `finds a file by its path, and beside the source by its name`() {
    let (found, faults) = entry(["content/2024/表/申请表.pdf", "content/2024/标准.csv"]) {
      $0.attachments = [Attachment(label: "附件1", name: "申请表", file: "表/申请表.pdf"), Attachment(name: "标准")]
    }
    #expect(found.attachments.map(\.file?.path) == ["content/2024/表/申请表.pdf", "content/2024/标准.csv"])
    #expect(found.attachments[0].address == found.address + "申请表.pdf")
    #expect(faults.isEmpty)
  }

  @Test func `takes files from the folder that bears the source's name`() {
    let (found, _) = entry(["content/2024/通知/附件1申请表.docx", "content/2024/通知/图.png"]) {
      $0.attachments = [Attachment(label: "附件1", name: "申请表格")]
    }
    #expect(found.attachments.map(\.name) == ["申请表格", "图.png"])
    #expect(found.attachments[0].file?.path == "content/2024/通知/附件1申请表.docx")
  }

  @Test(arguments: ["../../etc/passwd", "/etc/passwd", "../../../content/x", "a\u{0}b", "..\\..\\x"])
  func `never leaves content`(_ path: String) {
    let (found, faults) = entry(["content/2024/x.pdf"]) {
      $0.attachments = [Attachment(name: "x y", file: path)]
    }
    #expect(found.attachments[0].file == nil)
    #expect(faults == ["attachment-outside"] || faults == ["attachment-missing"])
  }

  @Test func `says that a named file is missing and keeps the row`() {
    let (found, faults) = entry([]) { $0.attachments = [Attachment(label: "附件", name: "表", file: "表.pdf")] }
    #expect(found.attachments.map(\.name) == ["表"])
    #expect(faults == ["attachment-missing"])
  }

  @Test func `gives files of one name different addresses, and none that of a page`() {
    let (found, _) = entry(["content/2024/a/index.html", "content/2024/a/X.pdf", "content/2024/b/x.pdf"]) {
      $0.attachments = ["a/index.html", "a/X.pdf", "b/x.pdf"].map { Attachment(name: $0, file: $0) }
    }
    let addresses = found.attachments.compactMap(\.address).map { $0.lowercased() }
    #expect(Set(addresses).count == 3)
    #expect(!addresses.contains(found.address + "index.html"))
  }

  @Test func `warns of a file that is hard to download`() {
    var site = SiteFixture()
    site.notices = [.sample("a.txt") { $0.attachments = [Attachment(name: "片", file: "片.mp4")] }]
    site.files = [ContentFile(path: "content/片.mp4", size: 2_000_000_000)]
    #expect(site.catalog.diagnostics.map(\.id) == ["attachment-large"])
  }

  @Test func `bounds the number of attachments`() {
    let (found, faults) = entry([]) { notice in
      notice.attachments = (0...FileResolver.maximumAttachments).map { Attachment(name: "附件\($0)") }
    }
    #expect(found.attachments.count == FileResolver.maximumAttachments)
    #expect(faults == ["attachments-too-many"])
  }
}
