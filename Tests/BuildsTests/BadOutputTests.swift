import Diagnostics
import Glibc
import Synchronization
import TestSupport
import Testing

@testable import Builds

/// Places that cannot take a site: the build says so, ends with 2, and what was there stays.
@Suite struct BadOutputTests {
  @Test func `the site is a file`() async throws {
    let site = try Site(smallSite)
    try site.write("site", "notes")
    let result = await site.build()
    #expect(result.diagnostics.map(\.id) == ["output-is-file"])
    #expect(result.status.exitStatus == 2)
    #expect(try site.folder.text("site") == "notes")
  }

  @Test func `the site is a link`() async throws {
    let site = try Site(smallSite)
    let other = TemporaryFolder()
    try other.write("keep.txt", "keep")
    try site.folder.link("site", to: other.path)
    let result = await site.build()
    #expect(result.diagnostics.map(\.id) == ["output-is-link"])
    #expect(try other.tree().keys.sorted() == ["keep.txt"])
  }

  @Test func `the site is write-protected, also for the superuser`() async throws {
    let site = try Site(smallSite)
    await site.build()
    let before = try site.output()
    chmod(site.folder / "site", 0o555)
    defer { chmod(site.folder / "site", 0o755) }
    let result = await site.build()
    #expect(result.diagnostics.map(\.id) == ["output-write-protected"])
    #expect(try site.output() == before)
  }

  @Test func `somebody's files are not replaced`() async throws {
    let site = try Site(smallSite)
    try site.write("site/thesis.docx", "years of work")
    let result = await site.build()
    #expect(result.diagnostics.map(\.id) == ["output-not-a-site"])
    #expect(try site.folder.text("site/thesis.docx") == "years of work")
  }

  @Test func `a folder with hidden files alone is taken, and they stay`() async throws {
    let site = try Site(smallSite)
    try site.write("site/.gitignore", "*")
    #expect(await site.build().status == .built)
    #expect(try site.folder.text("site/.gitignore") == "*")
    #expect(site.folder.exists("site/index.html"))
  }

  @Test(arguments: ["content", "content/site", ".", "themes", ".gongkai/site"])
  func `an output that overlaps with the project is refused`(output: String) async throws {
    let site = try Site(smallSite)
    let before = try site.folder.tree()
    let result = await site.build { $0.output = output }
    #expect(result.diagnostics.map(\.id) == ["output-overlaps"])
    #expect(try site.folder.tree() == before)
  }

  /// The disk fills up after every so many written files.
  @Test(arguments: [0, 1, 7, 40])
  func `a disk that fills up leaves the old site and no rubbish`(files: Int) async throws {
    let site = try Site(smallSite)
    await site.build()
    let before = try site.output()
    try site.write("content/新.txt", "关于新事项的通知\n\n各单位：\n新事项。\n")
    let counter = Counter(files)
    var disk = Disk()
    disk.fault = { operation, _ in operation == .write && !counter.takeOne() ? ENOSPC : nil }
    let result = await site.build(disk: disk)
    #expect(result.status == .nothingPublished)
    #expect(result.diagnostics.contains { $0.id == "disk-full" })
    #expect(try site.output() == before)
    #expect(try Disk().list(site.folder / ".gongkai") == ["lock"])
    #expect(await site.build().status == .built)
  }

  @Test func `a real disk that is full`() async throws {
    let folder = TemporaryFolder()
    guard mount("tmpfs", folder.path, "tmpfs", 0, "size=160k") == 0 else {
      withKnownIssue("a small disk can be mounted only by root") { Issue.record("errno \(errno)") }
      return
    }
    defer { umount2(folder.path, Int32(MNT_DETACH)) }
    let site = try Site(smallSite)
    let result = await site.build { $0.output = folder / "site" }
    #expect(result.status == .nothingPublished)
    #expect(result.diagnostics.contains { $0.id == "disk-full" })
    #expect(!folder.exists("site"))
  }

  @Test func `a read-only file system`() async throws {
    let site = try Site(smallSite)
    var disk = Disk()
    disk.fault = { operation, path in
      [.write, .makeFolder, .lock].contains(operation) && path.contains(".gongkai") ? EROFS : nil
    }
    let result = await site.build(disk: disk)
    #expect(result.diagnostics.map(\.id) == ["file-system-read-only"])
  }

  @Test func `ids that cannot be kept are an error, the site is published`() async throws {
    let site = try Site(smallSite)
    var disk = Disk()
    disk.fault = { operation, path in
      operation == .write && path.contains("ids.lock.yml") ? EACCES : nil
    }
    let result = await site.build(disk: disk)
    #expect(result.diagnostics.map(\.id).contains("ids-not-kept"))
    #expect(result.status == .builtWithErrors)
  }

  @Test(arguments: ["{{#unclosed}}", "{{> nowhere}}", "{{no-such-name}}", "{{{"])
  func `a theme with an error publishes nothing and says where`(fault: String) async throws {
    let site = try Site(smallSite)
    await site.build()
    let before = try site.output()
    try site.copyDefaultTheme(as: "own")
    let template = "themes/own/templates/home.mustache"
    try site.write(template, try site.folder.text(template) + "\n" + fault + "\n")
    let result = await site.build { $0.theme = "own" }
    #expect(result.status == .nothingPublished)
    let about = result.diagnostics.filter { $0.file == template && $0.severity == .error }
    #expect(!about.isEmpty, "\(result.diagnostics.map(\.id))")
    #expect(about.allSatisfy { $0.range != nil })
    #expect(try site.output() == before)
  }

  @Test(arguments: ["nowhere", "../default", "", "default/../default"])
  func `a theme that does not exist`(name: String) async throws {
    let site = try Site(smallSite)
    let result = await site.build { $0.theme = name }
    #expect(result.status == .nothingPublished)
    #expect(result.diagnostics.contains { $0.id == "theme-missing" })
  }
}

/// So many times yes, then no.
private final class Counter: Sendable {
  private let left: Atomic<Int>
  init(_ count: Int) { left = Atomic(count) }
  func takeOne() -> Bool { left.wrappingSubtract(1, ordering: .relaxed).oldValue > 0 }
}
