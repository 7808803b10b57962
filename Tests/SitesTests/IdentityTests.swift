import Diagnostics
import Notices
import Testing

@testable import Sites

@Suite struct IdentityTests {
  private func catalog(_ notices: [Notice], _ lock: IdentityLock = IdentityLock()) -> Diagnosed<Catalog> {
    Catalog.collect(
      records: notices.map(NoticeRecord.init), configuration: SiteConfiguration(), lock: lock, files: [],
      now: CivilDate(iso: "2026-01-01")!)
  }

  private func ids(_ notices: [Notice], _ lock: IdentityLock = IdentityLock()) -> [String: String] {
    let value = catalog(notices, lock).value
    return Dictionary(
      uniqueKeysWithValues: (value.entries + value.pages).map { ($0.record.path, $0.id) })
  }

  @Test func `chooses the first id from the number, the file name, or date and digest`() {
    let chosen = ids([
      .sample("甲.txt") { $0.documentNumber = .of("宁发", 2017, 10) }, .sample("Notice_2017.txt"),
      .sample("乙.txt"),
    ])
    #expect(chosen["甲.txt"] == "ning-fa-2017-10")
    #expect(chosen["Notice_2017.txt"] == "notice-2017")
    #expect(chosen["乙.txt"]?.hasPrefix("2024-05-01-") == true)
  }

  @Test func `gives the same ids whatever the order of the files`() {
    var notices = (0..<20).map { index in
      Notice.sample("f/\(index)号.txt") { $0.documentNumber = .of("宁发", 2017, index % 3) }
    }
    let expected = ids(notices)
    #expect(Set(expected.values).count == 20)
    for shift in 1..<20 {
      notices = Array(notices[shift...] + notices[..<shift])
      #expect(ids(notices) == expected)
    }
  }

  @Test func `keeps the id of a file that was edited, moved, or both`() {
    let first = Notice.sample("2017/甲.txt", number: nil) { $0.documentNumber = .of("宁发", 2017, 10) }
    let lock = catalog([first]).value.lock
    let edited = Notice.sample("2017/甲.txt") { $0.source.sha256 = String(repeating: "e", count: 64) }
    #expect(ids([edited], lock)["2017/甲.txt"] == "ning-fa-2017-10")
    let moved = Notice.sample("archive/乙.txt", title: "另一个标题") { $0.source.sha256 = first.source.sha256 }
    #expect(ids([moved], lock)["archive/乙.txt"] == "ning-fa-2017-10")
    let both = Notice.sample("archive/丙.txt") {
      $0.documentNumber = .of("宁发", 2017, 10)
      $0.source.sha256 = String(repeating: "f", count: 64)
    }
    #expect(ids([both], lock)["archive/丙.txt"] == "ning-fa-2017-10")
  }

  @Test func `never gives a reserved id to another document`() {
    let lock = catalog([.sample("old.txt") { $0.documentNumber = .of("宁发", 2017, 10) }]).value.lock
    let other = Notice.sample("new.txt", title: "不同的文件") { $0.documentNumber = .of("宁发", 2017, 10) }
    #expect(ids([other], lock)["new.txt"] == "ning-fa-2017-10-2")
  }

  @Test func `publishes the first of two files with one id and names both`() {
    let notices = ["b.txt", "a.txt"].map { path in Notice.sample(path) { $0.directives.id = "same" } }
    let result = catalog(notices)
    #expect(result.value.entries.map(\.record.path) == ["a.txt"])
    let fault = result.diagnostics.first { $0.id == "id-duplicate" }
    #expect(fault?.severity == .error)
    #expect(fault?.arguments == ["same", "content/a.txt", "content/b.txt"])
  }

  @Test(arguments: [
    "../x", "A", "文", "a b", "-a", "a--b", "", "a/b", "a\u{0}", String(repeating: "a", count: 81),
  ])
  func `refuses an id that cannot be part of an address`(_ id: String) {
    let result = catalog([.sample("甲.txt") { $0.directives.id = id }])
    #expect(result.diagnostics.contains { $0.id == "id-invalid" })
    #expect(Identifiers.isValid(result.value.entries[0].id))
  }

  @Test func `leads the former id to the new one`() {
    let lock = catalog([.sample("甲.txt") { $0.documentNumber = .of("宁发", 2017, 10) }]).value.lock
    let renamed = catalog([.sample("甲.txt") { $0.directives.id = "law-plan" }], lock).value
    #expect(renamed.entries[0].id == "law-plan")
    #expect(renamed.entries[0].formerIDs == ["ning-fa-2017-10"])
  }

  @Test func `writes a lock that reads back as it was, with hostile paths`() {
    let paths = ["a\"b.txt", "行\u{2028}.txt", "x: y #z.txt", "- 1.txt", "null", "<b>&.txt"]
    let lock = catalog(paths.map { Notice.sample($0) }).value.lock
    let again = IdentityLock.read(SourceFile(path: "content/ids.lock.yml", bytes: Array(lock.text.utf8)))
    #expect(again.diagnostics.isEmpty)
    #expect(again.value == lock)
    #expect(again.value.text == lock.text)
    #expect(
      IdentityLock.read(SourceFile(path: "l", bytes: Array(IdentityLock().text.utf8))).diagnostics.isEmpty)
  }

  @Test func `reports an entry of the lock that cannot be used and keeps the rest`() {
    let text = "ok:\n  path: a.txt\n../evil:\n  path: b.txt\nbad: 3\n"
    let read = IdentityLock.read(SourceFile(path: "content/ids.lock.yml", bytes: Array(text.utf8)))
    #expect(read.diagnostics.map(\.id) == ["lock-entry-invalid", "lock-entry-invalid"])
    #expect(read.value.records.keys.sorted() == ["ok"])
  }
}
