import ArgumentParser
import Builds

/// The command line: one file a command.
@main
struct Gongkai: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "gongkai",
      abstract: Wording.say(
        "把政府公文变成一个完整的静态网站，带全文检索", "Turns government documents into a static site with full-text search"),
      discussion: Wording.say(
        """
        把公文放进 content/ 文件夹，运行 gongkai build，网站就在 site/ 里。

        例子：
          gongkai build                      生成并发布网站
          gongkai inspect content/通知.txt   看看一份公文读成了什么
          gongkai search 网格化管理          在生成的网站里检索
          gongkai rollback                   恢复上一次的网站
        """,
        """
        Drop documents into content/, run gongkai build, and the site is in site/.

        EXAMPLES:
          gongkai build                      build and publish the site
          gongkai inspect content/a.txt      show what was understood of a document
          gongkai search 网格化管理          search the built site
          gongkai rollback                   go back to the site before
        """),
      version: Version.current,
      subcommands: [
        BuildCommand.self, InspectCommand.self, SearchCommand.self, RollbackCommand.self,
        VersionCommand.self,
      ])
  }

  static func main() async {
    Console.surviveClosedPipes()
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch { exit(withError: error) }
  }
}
