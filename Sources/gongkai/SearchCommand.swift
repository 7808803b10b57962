import ArgumentParser
import Builds
import Diagnostics

struct SearchCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "search",
      abstract: Wording.say("在生成的网站里检索", "Search the built site"),
      discussion: Wording.say(
        """
        与网站的检索页用同一个索引，结果相同。用空格分开的词都要出现；两个以上汉字的任意片段都能找到。

        退出码：0 查完了（找没找到都是）；2 索引读不了。

        例子：
          gongkai search 网格化管理
          gongkai search 宁发〔2017〕10号
          gongkai search 政务公开 --limit 3 --format json
          gongkai search 公租房 --explain       显示每个分数的来历
        """,
        """
        Uses the index of the site's own search page, with the same results. All words must occur; any substring of two or more Han characters is found.

        EXIT STATUS: 0 searched, found or not; 2 the index cannot be read.

        EXAMPLES:
          gongkai search 网格化管理
          gongkai search 宁发〔2017〕10号
          gongkai search 政务公开 --limit 3 --format json
          gongkai search 公租房 --explain       show where each score comes from
        """))
  }

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(
    help: ArgumentHelp(
      Wording.say("要找的词；几个词之间用空格分开", "What to look for; several words are separated by spaces"),
      valueName: "query"))
  var query: [String]

  @Option(
    help: ArgumentHelp(
      Wording.say("网站的文件夹（默认是项目的 site）", "The folder of the site (default: site of the project)"),
      valueName: "folder"))
  var site: String?

  @Option(
    help: ArgumentHelp(
      Wording.say("最多显示几条（默认 10）", "At most so many hits (default: 10)"), valueName: "number"))
  var limit = 10

  @Option(help: ArgumentHelp(Wording.say("text（默认）或 json", "text (default) or json")))
  var format: Format = .text

  @Flag(help: ArgumentHelp(Wording.say("显示每个分数的来历", "Show where each score comes from")))
  var explain = false

  func validate() throws {
    if query.isEmpty { throw ValidationError(Wording.say("请写上要找的词", "say what to look for")) }
    if !(0...1000).contains(limit) {
      throw ValidationError(Wording.say("--limit 应当是 0 到 1000", "--limit takes a number from 0 to 1000"))
    }
  }

  func run() throws {
    let surroundings = Surroundings.current()
    do {
      let search = try SiteSearch(
        query.joined(separator: " "), site: site, content: nil, limit: limit, in: surroundings, disk: Disk())
      Console.out(format == .json ? search.json() : search.text(explained: explain))
    } catch { throw try Trouble.report(error, in: surroundings) }
  }
}
