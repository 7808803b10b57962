import Diagnostics
import Glibc
import Synchronization
import TestSupport
import Testing

@testable import Builds

/// What editors, networks and attackers put into `content/`: a clear diagnostic each, and the rest is published.
@Suite struct BadInputTests {
  /// Builds the small site with one more file and expects the diagnostic, the two documents, and nothing outside.
  private func build(
    with path: String, _ bytes: [UInt8], expecting id: String, documents: Int = 2
  ) async throws -> Site {
    let site = try Site(smallSite)
    try site.write(path, bytes)
    let result = await site.build()
    let found = result.diagnostics.filter { $0.file == path }.map(\.id)
    #expect(found.contains(id), "\(path): \(found)")
    #expect(result.status != .nothingPublished)
    #expect(result.documents == documents)
    return site
  }

  private func build(
    with path: String, _ text: String, expecting id: String, documents: Int = 2
  ) async throws -> Site {
    try await build(with: path, Array(text.utf8), expecting: id, documents: documents)
  }

  @Test func `an empty file`() async throws {
    _ = try await build(with: "content/空.txt", "", expecting: "file-empty")
  }

  @Test func `a binary with the name of a text`() async throws {
    let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + (0..<2000).map { UInt8($0 % 251) }
    _ = try await build(with: "content/图.txt", png, expecting: "file-not-text")
  }

  @Test func `invalid UTF-8 in a text`() async throws {
    let bytes = Array("关于防汛工作的通知\n\n各单位：\n做好".utf8) + [0xFF, 0xFE, 0x80] + Array("防汛工作。\n".utf8)
    _ = try await build(with: "content/坏.txt", bytes, expecting: "invalid-bytes", documents: 3)
  }

  @Test func `NUL bytes in a text`() async throws {
    _ = try await build(
      with: "content/零.txt", "关于防汛工作的通知\n\n各单位：\n做好\u{0}防汛工作。\n", expecting: "control-characters",
      documents: 3)
  }

  @Test func `a byte order mark in the middle`() async throws {
    _ = try await build(
      with: "content/标.txt", "关于防汛工作的通知\n\n各单位：\n做好\u{FEFF}防汛工作。\n", expecting: "byte-order-mark-inside",
      documents: 3)
  }

  @Test func `a front matter that never closes`() async throws {
    _ = try await build(
      with: "content/头.md", "---\ntitle: 通知\n\n正文一段。\n", expecting: "front-matter-unclosed", documents: 3)
  }

  @Test func `a YAML bomb`() async throws {
    var bomb = "---\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1..<20 {
      bomb +=
        "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
        + "]\n"
    }
    _ = try await build(
      with: "content/弹.md", bomb + "---\n\n正文一段。\n", expecting: "front-matter-alias", documents: 3)
  }

  @Test(arguments: ["> ", "- ", "[", "<b>", "**", "《"])
  func `ten thousand nested marks`(mark: String) async throws {
    let site = try Site(smallSite)
    try site.write("content/深.md", "# 通知\n\n" + String(repeating: mark, count: 10_000) + "正文\n")
    let result = await site.build()
    #expect(result.documents == 3)
    #expect(result.status != .nothingPublished)
  }

  @Test func `two files with one id`() async throws {
    let site = try Site(smallSite)
    for name in ["甲", "乙"] {
      try site.write("content/\(name).md", "---\nid: same\n---\n\n# 关于\(name)的通知\n\n正文。\n")
    }
    let result = await site.build()
    #expect(result.diagnostics.map(\.id).contains("id-duplicate"))
    #expect(result.status == .builtWithErrors)
    #expect(try site.output()["d/same/index.html"] != nil)
  }

  @Test func `a text of several megabytes in one line`() async throws {
    let line = String(repeating: "中华人民共和国", count: 100_000)
    let site = try Site(smallSite)
    try site.write("content/长.txt", "关于长文的通知\n\n各单位：\n" + line)
    let result = await site.build()
    #expect(result.diagnostics.map(\.id).contains("line-too-long"))
    #expect(result.documents == 3)
  }

  @Test func `a file over the limit is named, not read`() async throws {
    let site = try Site(smallSite)
    let file = open(site.folder / "content/大.txt", O_CREAT | O_WRONLY, 0o644)
    ftruncate(file, 3 << 30)
    close(file)
    let result = await site.build()
    #expect(result.diagnostics.contains { $0.id == "file-too-large" && $0.file == "content/大.txt" })
    #expect(result.documents == 2)
  }

  @Test func `an unreadable file`() async throws {
    let site = try Site(smallSite)
    try site.write("content/密.txt", "关于密件的通知\n")
    var disk = Disk()
    // The superuser reads everything, so the system is made to refuse.
    disk.fault = { operation, path in operation == .open && path.hasSuffix("密.txt") ? EACCES : nil }
    let result = await site.build(disk: disk)
    #expect(result.diagnostics.contains { $0.id == "file-unreadable" && $0.file == "content/密.txt" })
    #expect(result.status == .builtWithErrors)
    #expect(result.documents == 2)
  }

  @Test func `a file that changes during the build publishes nothing`() async throws {
    let site = try Site(smallSite)
    await site.build()
    let before = try site.output()
    let opened = Atomic(0)
    var disk = Disk()
    let file = site.folder / "content/通知.txt"
    disk.fault = { operation, path in
      guard operation == .open, path == file else { return nil }
      // The second time it is opened to be rendered.
      if opened.wrappingAdd(1, ordering: .relaxed).newValue == 2 {
        try? site.write("content/通知.txt", "关于别的事的通知\n\n各单位：\n别的事。\n")
      }
      return nil
    }
    let result = await site.build(disk: disk) { $0.keptBytes = 0 }
    #expect(result.status == .nothingPublished)
    #expect(result.diagnostics.contains { $0.id == "file-changed" && $0.file == "content/通知.txt" })
    #expect(try site.output() == before)
  }

  @Test func `a folder that cannot be listed`() async throws {
    let site = try Site(smallSite)
    try site.write("content/密/件.txt", "关于密件的通知\n")
    var disk = Disk()
    disk.fault = { operation, path in operation == .list && path.hasSuffix("密") ? EACCES : nil }
    let result = await site.build(disk: disk)
    #expect(result.diagnostics.contains { $0.id == "file-unreadable" && $0.file == "content/密" })
    #expect(result.documents == 2)
  }
}

@Suite struct HostileNameTests {
  @Test(arguments: [
    ("通知.txt", FileNameRule.Verdict.read), (".hidden", .ignore), ("Thumbs.db", .ignore), ("a~", .ignore),
    ("~$公文.docx", .ignore), ("-rf.txt", .readWith(.fileNameLeadingDash)),
    ("..txt", .refuse(.fileNameTraversal)), ("..", .refuse(.fileNameTraversal)),
    ("..\\..\\etc\\passwd", .refuse(.fileNameTraversal)), ("a\nb.txt", .refuse(.fileNameControlCharacter)),
    ("a\u{1B}[2J.txt", .refuse(.fileNameControlCharacter)),
    ("\u{202E}fdp.txt", .refuse(.fileNameControlCharacter)), ("a..b.txt", .read),
    (String(repeating: "字", count: 85), .read),
    (String(repeating: "字", count: 200) + ".txt", .refuse(.fileNameTooLong)),
  ])
  func `names are read, ignored or refused`(name: String, verdict: FileNameRule.Verdict) {
    #expect(FileNameRule.verdict(Array(name.utf8)) == verdict)
  }

  @Test func `a name in GBK is refused`() {
    #expect(FileNameRule.verdict([0xB9, 0xAB, 0xCE, 0xC4]) == .refuse(.fileNameNotUTF8))
  }

  @Test func `hostile names beside good ones: each is told, the good ones are published`() async throws {
    let site = try Site(smallSite)
    let text = "关于名称的通知\n\n各单位：\n正文。\n"
    for name in ["a\u{7}b.txt", "..x.txt", "x\\y.txt", "\u{202E}x.txt", "-n.txt"] {
      try site.write("content/" + name, text + name)
    }
    let long = String(repeating: "长", count: 83) + ".txt"
    try site.write("content/" + long, text)
    let result = await site.build()
    let ids = result.diagnostics.map(\.id)
    #expect(ids.filter { $0 == "file-name-control-character" }.count == 2)
    #expect(ids.filter { $0 == "file-name-traversal" }.count == 2)
    #expect(ids.contains("file-name-leading-dash"))
    #expect(result.documents == 4)
    for path in try site.output().keys {
      #expect(path.split(separator: "/").allSatisfy { $0 != ".." && $0.utf8.count <= 255 })
    }
    #expect(try Disk().list(site.folder.path) == [".gongkai", "content", "site"])
  }

  @Test func `links: into the folder are read, out of it, to folders, in circles and to nothing are told`()
    async throws
  {
    let site = try Site(smallSite)
    let outside = TemporaryFolder()
    try outside.write("secret.txt", "关于机密的通知\n\n各单位：\n不得公开的内容。\n")
    try site.folder.link("content/外.txt", to: outside / "secret.txt")
    try site.folder.link("content/外夹", to: outside.path)
    try site.folder.link("content/passwd.txt", to: "/etc/passwd")
    try site.folder.link("content/上", to: "..")
    try site.folder.link("content/自己", to: ".")
    try site.folder.link("content/圈.txt", to: "圈.txt")
    try site.folder.link("content/空.txt", to: "没有.txt")
    try site.folder.link("content/副.txt", to: "通知.txt")
    mkfifo(site.folder / "content/管.txt", 0o644)
    let result = await site.build()
    func ids(_ path: String) -> [String] { result.diagnostics.filter { $0.file == path }.map(\.id) }
    #expect(ids("content/外.txt") == ["link-leaves-content"])
    #expect(ids("content/外夹") == ["link-leaves-content"])
    #expect(ids("content/passwd.txt") == ["link-leaves-content"])
    #expect(ids("content/上") == ["link-leaves-content"])
    #expect(ids("content/自己") == ["link-to-folder"])
    #expect(ids("content/圈.txt") == ["link-loop"])
    #expect(ids("content/空.txt") == ["link-broken"])
    #expect(ids("content/管.txt") == ["not-a-regular-file"])
    #expect(result.documents == 3)
    for (path, bytes) in try site.output() {
      let leaks = String(decoding: bytes, as: UTF8.self).contains("不得公开的内容")
      #expect(!leaks, "\(path)")
    }
  }

  @Test func `two names that differ only in how Unicode spells them`() async throws {
    let site = try Site(smallSite)
    try site.write("content/caf\u{E9}.txt", "关于咖啡的通知\n\n各单位：\n一。\n")
    try site.write("content/cafe\u{301}.txt", "关于咖啡的通知\n\n各单位：\n二。\n")
    let result = await site.build()
    #expect(result.diagnostics.contains { $0.id == "file-names-collide" })
    #expect(result.documents == 3)
  }

  @Test func `folders deeper than any real tree`() async throws {
    let site = try Site(smallSite)
    let deep = Array(repeating: "深", count: 60).joined(separator: "/")
    try site.write("content/\(deep)/a.txt", "关于深处的通知\n")
    let result = await site.build()
    #expect(result.diagnostics.contains { $0.id == "folder-too-deep" })
    #expect(result.documents == 2)
  }
}
