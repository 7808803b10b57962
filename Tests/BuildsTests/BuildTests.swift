import Diagnostics
import Notices
import TestSupport
import Testing

@testable import Builds

/// Two small documents and the settings of a site.
let smallSite = """
  -- content/site.yml --
  网站名称: 测试县人民政府
  -- content/通知.txt --
  测试县人民政府办公室关于做好防汛工作的通知
  测政办发〔2024〕3号

  各镇人民政府，县直各单位：
  现将有关事项通知如下。
  一、落实责任
  各单位要加强值班。
  二、做好准备
  备足物资。

  测试县人民政府办公室
  2024年5月6日
  -- content/办法.md --
  ---
  title: 测试县公园管理办法
  ---

  第一条 为了规范公园管理，制定本办法。

  第二条 本办法自2024年6月1日起施行。
  """

@Suite struct BuildTests {
  @Test func `builds every document with its data and its source`() async throws {
    let site = try Site(smallSite)
    let result = await site.build()
    #expect(result.status == .built, "\(result.diagnostics.map(\.id))")
    #expect(result.documents == 2)
    let files = try site.output()
    let pages = files.keys.filter { $0.hasPrefix("d/") && $0.hasSuffix("index.html") }
    #expect(pages.count == 2)
    #expect(files.keys.contains { $0.hasPrefix("d/") && $0.hasSuffix("/index.json") })
    let sources = files.filter { $0.key.contains("/source.") }
    #expect(sources.count == 2)
    let original = try site.folder.bytes("content/通知.txt")
    #expect(sources.values.contains(original))
    for name in [
      "index.html", "404.html", "documents/index.html", "search/index.html", "year/2024/index.html",
    ] {
      #expect(files[name] != nil, "\(name)")
    }
  }

  @Test func `writes the ids beside the documents and uses them again`() async throws {
    let site = try Site(smallSite)
    await site.build()
    let lock = try site.folder.text("content/ids.lock.yml")
    let before = try site.output()
    try site.write("content/通知.txt", try site.folder.text("content/通知.txt") + "\n补充一句。\n")
    await site.build()
    // The files of the index are named by their content; all others keep their addresses.
    func addresses(_ files: [String: [UInt8]]) -> [String] {
      files.keys.filter { !$0.hasPrefix("search/") }.sorted()
    }
    #expect(try addresses(site.output()) == addresses(before))
    #expect(try ids(site.folder.text("content/ids.lock.yml")) == ids(lock))
  }

  private func ids(_ lock: String) -> [String] {
    lock.split(separator: "\n").filter { !$0.hasPrefix(" ") && !$0.hasPrefix("#") }.map(String.init)
  }

  @Test func `a changed file changes its page, a removed one leaves nothing behind`() async throws {
    let site = try Site(smallSite)
    await site.build()
    let page = try #require(
      try site.output().keys.first { $0.hasPrefix("d/") && $0.hasSuffix("/source.txt") })
    let folder = String(page.dropLast("source.txt".count))
    try site.write("content/通知.txt", try site.folder.text("content/通知.txt").replacing("备足物资", with: "清理河道"))
    await site.build()
    #expect(try site.page(folder + "index.html").contains("清理河道"))
    try site.remove("content/通知.txt")
    await site.build()
    #expect(try !site.output().keys.contains { $0.hasPrefix(folder) })
  }

  @Test func `inspect prints the bytes that the site publishes`() async throws {
    let site = try Site(smallSite)
    await site.build()
    for name in ["content/通知.txt", "content/办法.md"] {
      let inspection = try Inspection(of: name, in: site.surroundings(), disk: Disk())
      let bytes = try await inspection.json(at: "2026-01-01")
      #expect(try site.output().values.contains(bytes), "\(name)")
    }
  }

  @Test func `inspect outside a project knows neither id nor address`() async throws {
    let folder = TemporaryFolder()
    try folder.write("a.txt", "关于放假的通知\n\n各单位：\n放假三天。\n")
    let inspection = try Inspection(
      of: "a.txt", in: Surroundings(currentFolder: folder.path), disk: Disk())
    let text = String(decoding: try await inspection.json(at: nil), as: UTF8.self)
    #expect(text.contains("\"id\": null"))
    #expect(text.contains("\"url\": null"))
    #expect(text.contains("关于放假的通知"))
  }

  @Test func `finds the project from a folder inside it`() async throws {
    let site = try Site(smallSite)
    try site.write("content/2024/x.csv", "a")
    var options = BuildOptions()
    options.at = "2026-01-01"
    var surroundings = site.surroundings()
    surroundings.currentFolder = site.folder / "content/2024"
    let result = await Build(
      options, in: surroundings, disk: Disk(), progress: Progress(style: .silent, language: .chinese)
    ).run()
    #expect(result.status == .built)
    #expect(result.output == site.folder / "site")
  }

  @Test func `says so when there is no project`() async throws {
    let folder = TemporaryFolder()
    let result = await Build(
      BuildOptions(), in: Surroundings(currentFolder: folder.path), disk: Disk(),
      progress: Progress(style: .silent, language: .chinese)
    ).run()
    #expect(result.status == .nothingPublished)
    #expect(result.diagnostics.map(\.id) == ["project-not-found"])
  }

  @Test func `a site elsewhere is built beside its place and leaves the project alone`() async throws {
    let site = try Site(smallSite)
    let other = TemporaryFolder()
    let result = await site.build { $0.output = other / "public" }
    #expect(result.status == .built)
    #expect(other.exists("public/index.html"))
    #expect(!site.folder.exists("site"))
    await site.build { $0.output = other / "public" }
    #expect(other.exists(".public.gongkai/previous/index.html"))
  }

  @Test func `strict publishes nothing when a file is in error`() async throws {
    let site = try Site(smallSite)
    await site.build()
    let before = try site.output()
    try site.write("content/空.txt", "")
    let strict = await site.build { $0.strict = true }
    #expect(strict.status == .nothingPublished)
    #expect(strict.diagnostics.map(\.id).contains("strict-refusal"))
    #expect(try site.output() == before)
    #expect(await site.build().status == .builtWithErrors)
  }

  @Test func `clean forgets the site before`() async throws {
    let site = try Site(smallSite)
    await site.build()
    await site.build()
    #expect(site.folder.exists(".gongkai/previous"))
    await site.build { $0.clean = true }
    #expect(site.folder.exists(".gongkai/previous/index.html"))
    await site.build { $0.clean = true }
    let names = try Disk().list(site.folder / ".gongkai")
    #expect(names == ["lock", "previous"])
  }

  @Test func `a theme of the project comes before one of the program`() async throws {
    let site = try Site(smallSite)
    try site.copyDefaultTheme(as: "default")
    try site.write("themes/default/assets/own.css", "body{color:red}")
    let result = await site.build()
    #expect(result.status == .built)
    #expect(try site.output().keys.contains { $0.hasPrefix("assets/own-") })
  }

  @Test func `two builds at once: the second is refused`() async throws {
    let site = try Site(smallSite)
    let lock = try BuildLock(folder: site.folder / ".gongkai", shownAs: "site", disk: Disk())
    let result = await site.build()
    #expect(result.diagnostics.map(\.id) == ["build-running"])
    withExtendedLifetime(lock) {}
  }

  @Test func `an interrupted build publishes nothing and tidies up`() async throws {
    let site = try Site(smallSite)
    await site.build()
    let before = try site.output()
    try site.write("content/新.txt", "关于新事项的通知\n\n各单位：\n新事项。\n")
    let interruption = Interruption()
    interruption.ask()
    let result = await Build(
      BuildOptions(), in: site.surroundings(), disk: Disk(),
      progress: Progress(style: .silent, language: .chinese), interruption: interruption
    ).run()
    #expect(result.status == .nothingPublished)
    #expect(result.diagnostics.map(\.id).contains("build-interrupted"))
    #expect(try site.output() == before)
    #expect(try Disk().list(site.folder / ".gongkai") == ["lock"])
  }
}

@Suite struct BuildDayTests {
  @Test func `takes the option, then SOURCE_DATE_EPOCH, in Beijing's time`() throws {
    var surroundings = Surroundings(currentFolder: "/", variables: ["SOURCE_DATE_EPOCH": "1767196800"])
    #expect(try BuildDay.choose(at: "2020-02-29", in: surroundings).iso == "2020-02-29")
    // 2025-12-31 16:00 UTC is midnight in Beijing.
    #expect(try BuildDay.choose(at: nil, in: surroundings).iso == "2026-01-01")
    surroundings.variables["SOURCE_DATE_EPOCH"] = "1767196799"
    #expect(try BuildDay.choose(at: nil, in: surroundings).iso == "2025-12-31")
    surroundings.variables["SOURCE_DATE_EPOCH"] = "-1"
    #expect(try BuildDay.choose(at: nil, in: surroundings).iso == "1970-01-01")
  }

  @Test(arguments: ["2026-13-01", "2026-02-30", "tomorrow", ""])
  func `refuses what is no day`(text: String) {
    #expect(throws: Refusal.self) {
      try BuildDay.choose(at: text, in: Surroundings(currentFolder: "/"))
    }
  }

  @Test func `agrees with the calendar over two thousand years`() throws {
    for day in stride(from: -200_000, through: 700_000, by: 997) {
      let date = try #require(BuildDay.day(seconds: day * 86400 - 8 * 3600))
      #expect(date.daysSinceEpoch == day)
    }
  }
}
