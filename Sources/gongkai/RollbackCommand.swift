import ArgumentParser
import Builds
import Diagnostics

struct RollbackCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "rollback",
      abstract: Wording.say("把网站换回上一次构建", "Exchange the site for the build before"),
      discussion: Wording.say(
        """
        再运行一次就又换回来。site/ 里的隐藏文件（如 .git、.well-known）保持现在的样子。

        例子：gongkai rollback
        """,
        """
        A second run takes it back. Dot files of site/ (.git, .well-known) stay as they are now.

        EXAMPLE: gongkai rollback
        """))
  }

  @OptionGroup var project: ProjectOptions

  func run() throws {
    let surroundings = Surroundings.current()
    do {
      let result = try Rollback.run(
        content: project.content, output: project.output, in: surroundings, disk: Disk())
      let reporter = TerminalReporter(language: surroundings.language, verbose: true)
      Console.error(reporter.report(result.diagnostics, sources: { _ in nil }))
      Console.out(Wording.say("已恢复上一次的网站：", "The previous site is back: ") + result.value + "\n")
    } catch { throw try Trouble.report(error, in: surroundings) }
  }
}
