import ArgumentParser
import Builds
import Diagnostics

struct InspectCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "inspect",
      abstract: Wording.say("看看一份公文读成了什么", "Show what was understood of a document"),
      discussion: Wording.say(
        """
        文件在项目的 content/ 里时，打印的 JSON 与网站发布的 index.json 一字节不差；在别处时只有文件本身，id 和 url 为 null。

        例子：
          gongkai inspect content/2017/通知.txt
          gongkai inspect 通知.txt --format json
          gongkai inspect 通知.txt --lossless-check
        """,
        """
        For a file in a project's content/ the JSON is, to the byte, the index.json that the site publishes; elsewhere it is the document alone, with id and url null.

        EXAMPLES:
          gongkai inspect content/2017/notice.txt
          gongkai inspect notice.txt --format json
          gongkai inspect notice.txt --lossless-check
        """))
  }

  enum Format: String, ExpressibleByArgument, CaseIterable { case tree, json }

  @Argument(
    help: ArgumentHelp(Wording.say("要看的文件", "The file to look at"), valueName: "file"))
  var file: String

  @Option(help: ArgumentHelp(Wording.say("tree（默认）或 json", "tree (default) or json")))
  var format: Format = .tree

  @Flag(
    help: ArgumentHelp(
      Wording.say("核对没有丢失任何文字；有丢失时退出码为 1", "Prove that no text is lost; exit status 1 if some is")))
  var losslessCheck = false

  @Option(
    help: ArgumentHelp(
      Wording.say("按哪一天判断有效性", "The day that validity is derived for"), valueName: "YYYY-MM-DD"))
  var at: String?

  func run() async throws {
    let surroundings = Surroundings.current()
    do {
      let inspection = try Inspection(of: file, in: surroundings, disk: Disk())
      if losslessCheck {
        let report = inspection.losslessReport()
        Console.out(report.output)
        if !report.holds { throw ExitCode(1) }
        return
      }
      switch format {
      case .json: Console.out(try await inspection.json(at: at))
      case .tree: Console.out(inspection.tree())
      }
    } catch let code as ExitCode {
      throw code
    } catch { throw try Trouble.report(error, in: surroundings) }
  }
}
