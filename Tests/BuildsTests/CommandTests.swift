import TestSupport
import Testing

@testable import Builds

/// The program as people and scripts see it.
@Suite struct CommandTests {
  private static let chinese = ["LANG": "zh_CN.UTF-8"]

  @Test(arguments: ["build", "inspect", "search", "rollback", "version"])
  func `explains each command with examples, in both languages`(command: String) throws {
    let folder = TemporaryFolder()
    let zh = try Program.run([command, "--help"], in: folder.path, variables: Self.chinese)
    let en = try Program.run([command, "--help"], in: folder.path)
    #expect(zh.status == 0 && en.status == 0)
    #expect(zh.output.contains("例子"))
    #expect(en.output.contains("EXAMPLE"))
    #expect(zh.output.contains("gongkai \(command)"))
    #expect(en.output.contains("gongkai \(command)"))
  }

  @Test func `builds, searches, inspects and rolls back`() throws {
    let site = try Site(smallSite)
    var outcome = try Program.run(
      ["build", "--at", "2026-01-01"], in: site.folder.path, variables: Self.chinese)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("已发布 2 份文件"))
    #expect(outcome.output.contains("打开 site/index.html"))
    #expect(outcome.errors.contains("[1/8] 扫描") && outcome.errors.contains("[8/8] 发布"))
    #expect(!outcome.errors.contains("\u{1B}"), "no escape sequences but on a terminal")

    outcome = try Program.run(["search", "防汛工作", "--format", "json"], in: site.folder.path)
    #expect(outcome.status == 0)
    for name in [
      "total", "hits", "id", "source", "url", "anchor", "title", "documentNumber", "date", "score", "snippet",
      "path", "requests", "bytes",
    ] {
      #expect(outcome.output.contains("\"\(name)\": "), "\(name)")
    }
    #expect(outcome.output.contains("\"total\": 1,"))
    #expect(outcome.output.contains("\"source\": \"通知.txt\""))
    outcome = try Program.run(["search", "备足物资", "--explain"], in: site.folder.path, variables: Self.chinese)
    #expect(outcome.output.contains("【备足物资】"))
    #expect(outcome.output.contains("#2"))

    outcome = try Program.run(["inspect", "content/通知.txt"], in: site.folder.path, variables: Self.chinese)
    #expect(outcome.output.contains("测政办发〔2024〕3号"))

    outcome = try Program.run(["rollback"], in: site.folder.path, variables: Self.chinese)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("[nothing-to-roll-back]"))
    _ = try Program.run(["build", "--quiet"], in: site.folder.path)
    outcome = try Program.run(["rollback"], in: site.folder.path, variables: Self.chinese)
    #expect(outcome.status == 0)
  }

  @Test func `ends with 1 for errors of the input, 2 when nothing is published`() throws {
    let site = try Site(smallSite)
    try site.write("content/空.txt", "")
    var outcome = try Program.run(["build"], in: site.folder.path, variables: Self.chinese)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("content/空.txt: 错误[file-empty]"))
    outcome = try Program.run(["build", "--strict"], in: site.folder.path)
    #expect(outcome.status == 2)
    outcome = try Program.run(["build", "--format", "json"], in: site.folder.path)
    #expect(outcome.status == 1)
    #expect(outcome.errors.isEmpty)
    #expect(outcome.output.contains("\"status\": \"built-with-errors\""))
    #expect(outcome.output.contains("\"id\": \"file-empty\""))
    outcome = try Program.run(["build", "--format", "github"], in: site.folder.path)
    #expect(outcome.output.contains("::error file=content/空.txt,title=file-empty::"))
    outcome = try Program.run(["build", "--quiet"], in: site.folder.path)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("file-empty"))
  }

  @Test func `names files as one would type them in the current folder`() throws {
    let site = try Site(smallSite)
    try site.write("content/2024/空.txt", "")
    let outcome = try Program.run(["build"], in: site.folder / "content/2024")
    #expect(
      outcome.errors.contains("\(site.folder.path)/content/2024/空.txt: error[file-empty]")
        || outcome.errors.contains("\n空.txt: error[file-empty]"))
  }

  @Test(arguments: [
    ["build", "--jobs", "0"], ["build", "--quiet", "--verbose"], ["search"],
    ["search", "x", "--limit", "-1"],
    ["publish"], ["inspect"], ["build", "--format", "xml"],
  ])
  func `refuses what it does not understand and says how to call it`(arguments: [String]) throws {
    let outcome = try Program.run(arguments, in: "/tmp")
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("Usage: gongkai"))
  }

  @Test func `says so when the site has no index`() throws {
    let folder = TemporaryFolder()
    let outcome = try Program.run(
      ["search", "x", "--site", folder.path], in: folder.path, variables: Self.chinese)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("错误["))
  }

  @Test func `a file that does not exist is named`() throws {
    let outcome = try Program.run(["inspect", "没有.txt"], in: "/tmp", variables: Self.chinese)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("没有.txt"))
  }
}
