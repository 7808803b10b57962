import Diagnostics
import Glibc
import Synchronization
import TestSupport
import Testing

@testable import Builds

/// A project with a site `old` and the folders of a publisher.
private struct Shelf {
  let folder = TemporaryFolder()
  let project: Project
  var disk: Disk

  init(output: Bool = true) throws {
    project = Project(
      root: folder.path, content: folder / "content", themes: [], output: folder / "site",
      state: folder / ".gongkai")
    disk = Disk()
    disk.isDurable = false
    try folder.write("content/a.txt", "a")
    if output {
      try folder.write("site/index.html", "old")
      try folder.write("site/" + OutputGuard.marker, "")
    }
    try disk.makeFolders(project.state)
  }

  var publisher: Publisher { Publisher(project, disk: disk) }

  @discardableResult
  func makeStage(_ text: String = "new") throws -> Stage {
    var disk = disk
    disk.fault = nil
    let stage = try Stage(folder: publisher.stage, disk: disk)
    try stage.write("index.html", Array(text.utf8))
    return stage
  }

  func publish(_ text: String = "new") throws -> [Diagnostic] {
    try makeStage(text)
    return try publisher.publish()
  }

  var site: String? { try? folder.text("site/index.html") }
}

@Suite struct PublisherTests {
  @Test func `publishes where there was no site`() throws {
    let shelf = try Shelf(output: false)
    #expect(try shelf.publish().isEmpty)
    #expect(shelf.site == "new")
    #expect(!shelf.folder.exists(".gongkai/previous"))
  }

  @Test func `keeps the site before, and rolls back and forth`() throws {
    let shelf = try Shelf()
    #expect(try shelf.publish("1").isEmpty)
    #expect(try shelf.publish("2").isEmpty)
    #expect(shelf.site == "2")
    #expect(try shelf.publisher.rollBack().isEmpty)
    #expect(shelf.site == "1")
    _ = try shelf.publisher.rollBack()
    #expect(shelf.site == "2")
    #expect(try shelf.disk.list(shelf.project.state) == ["previous"])
  }

  @Test func `carries dot files over, the plan's own files win`() throws {
    let shelf = try Shelf()
    try shelf.folder.write("site/.git/config", "git")
    try shelf.folder.write("site/.well-known/acme", "challenge")
    try shelf.folder.write("site/.well-known/planned", "old")
    try shelf.folder.link("site/.link", to: "/etc/passwd")
    let stage = try shelf.makeStage()
    try stage.write(".well-known/planned", Array("new".utf8))
    _ = try shelf.publisher.publish()
    #expect(try shelf.folder.text("site/.git/config") == "git")
    #expect(try shelf.folder.text("site/.well-known/acme") == "challenge")
    #expect(try shelf.folder.text("site/.well-known/planned") == "new")
    #expect(try shelf.disk.status(shelf.folder / "site/.link")?.kind == .link)
  }

  @Test func `a roll-back keeps the dot files of now`() throws {
    let shelf = try Shelf()
    try shelf.folder.write("site/.git/HEAD", "one")
    _ = try shelf.publish()
    try shelf.folder.write("site/.git/HEAD", "two")
    _ = try shelf.publisher.rollBack()
    #expect(shelf.site == "old")
    #expect(try shelf.folder.text("site/.git/HEAD") == "two")
  }

  @Test func `says when there is nothing to roll back to`() throws {
    let shelf = try Shelf()
    #expect(throws: Refusal(Diagnostic(.nothingToRollBack))) { try shelf.publisher.rollBack() }
  }

  @Test func `without an exchange in the file system two renames publish, and it is said`() throws {
    var shelf = try Shelf()
    shelf.disk.fault = { operation, _ in operation == .exchange ? EINVAL : nil }
    #expect(try shelf.publish("1").map(\.id) == ["published-in-two-steps"])
    #expect(shelf.site == "1")
    _ = try shelf.publisher.rollBack()
    #expect(shelf.site == "old")
    #expect(try shelf.disk.list(shelf.project.state) == ["previous"])
  }

  @Test func `a mount point in the place of the site is refused`() throws {
    var shelf = try Shelf()
    shelf.disk.fault = { operation, _ in operation == .exchange ? EBUSY : nil }
    #expect(throws: Refusal.self) { try shelf.publish() }
    #expect(shelf.site == "old")
  }

  /// Lets every possible number of calls of the system pass and none after, then recovers, as the next build does.
  @Test(arguments: [true, false], [true, false])
  func `wherever it is cut off, the site is whole and the next build goes on`(
    canExchange: Bool, isRollback: Bool
  ) throws {
    let new = isRollback ? "old" : "new"
    for limit in 0..<200 {
      var shelf = try Shelf()
      try shelf.folder.write("site/.git/HEAD", "kept")
      _ = try shelf.publish("before")
      if !isRollback { try shelf.makeStage() }
      let cut = PowerCut(after: limit, canExchange: canExchange)
      shelf.disk.fault = cut.fault
      do {
        _ = isRollback ? try shelf.publisher.rollBack() : try shelf.publisher.publish()
      } catch is DiskError {}
      shelf.disk.fault = nil
      if canExchange { #expect([new, "before"].contains(shelf.site), "after \(limit) calls") }
      try shelf.publisher.recover()
      #expect([new, "before"].contains(shelf.site), "after \(limit) calls")
      #expect(try shelf.folder.text("site/.git/HEAD") == "kept")
      let left = try shelf.disk.list(shelf.project.state)
      #expect(left == ["previous"], "after \(limit) calls: \(left)")
      _ = try shelf.publish("next")
      #expect(shelf.site == "next")
      if !cut.isCut { return }
    }
    Issue.record("publishing takes more than 200 calls")
  }
}

/// Lets a number of calls pass, then none: what a SIGKILL looks like from the disk.
private final class PowerCut: Sendable {
  private let left: Atomic<Int>
  private let hit = Atomic(false)
  private let canExchange: Bool

  init(after limit: Int, canExchange: Bool) {
    left = Atomic(limit)
    self.canExchange = canExchange
  }

  var isCut: Bool { hit.load(ordering: .relaxed) }

  var fault: @Sendable (Disk.Operation, String) -> Int32? {
    { [self] operation, _ in
      if left.wrappingSubtract(1, ordering: .relaxed).oldValue <= 0 {
        hit.store(true, ordering: .relaxed)
        return EIO
      }
      return operation == .exchange && !canExchange ? ENOSYS : nil
    }
  }
}
