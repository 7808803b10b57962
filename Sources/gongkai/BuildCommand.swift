import ArgumentParser
import Builds
import Diagnostics

struct BuildCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "build",
      abstract: Wording.say(
        "从 content/ 生成网站，发布到 site/", "Build the site from content/ and publish it to site/"),
      discussion: Wording.say(
        """
        新网站写在旁边，完整无误之后一次换上；换上之前旧网站一直可用，上一次的网站可以用 gongkai rollback 恢复。

        退出码：0 全部发布；1 有错的文件没有发布，其余已发布；2 没有发布。

        例子：
          gongkai build
          gongkai build --strict               有任何错误就不发布
          gongkai build --output /srv/www/zwgk
          gongkai build --at 2026-01-01        按这一天判断有效性
          gongkai build --offline --output /media/usb/zwgk   不用服务器、从 U 盘打开的网站
          gongkai build --format json          供程序读取的结果
        """,
        """
        The new site is written beside the old one and takes its place in one step when it is complete. Until then the old site stays; gongkai rollback brings it back later.

        EXIT STATUS: 0 all published; 1 files with errors left out, the rest published; 2 nothing published.

        EXAMPLES:
          gongkai build
          gongkai build --strict               publish nothing if there is an error
          gongkai build --output /srv/www/zwgk
          gongkai build --at 2026-01-01        derive validity for that day
          gongkai build --offline --output /media/usb/zwgk   a site that is opened from a disk, without a server
          gongkai build --format json          a result for programs
        """))
  }

  @OptionGroup var project: ProjectOptions

  @Option(
    help: ArgumentHelp(
      Wording.say("主题（默认按 site.yml）", "The theme (default: the one of site.yml)"), valueName: "name"))
  var theme: String?

  @Option(
    help: ArgumentHelp(
      Wording.say(
        "同时做几件事（默认等于处理器数）；不影响结果", "Tasks at a time (default: the processors); does not change the result"),
      valueName: "number"))
  var jobs: Int?

  @Option(
    help: ArgumentHelp(
      Wording.say(
        "按哪一天判断有效性（默认取 SOURCE_DATE_EPOCH，再取今天）",
        "The day that validity is derived for (default: SOURCE_DATE_EPOCH, else today)"),
      valueName: "YYYY-MM-DD"))
  var at: String?

  @Flag(
    help: ArgumentHelp(
      Wording.say("忘掉以前构建留下的一切（包括可恢复的上一次）", "Forget what earlier builds kept, the previous site included")))
  var clean = false

  @Flag(
    help: ArgumentHelp(
      Wording.say(
        "生成不用服务器、可以从 U 盘直接打开的网站，检索也能用",
        "A site that works without a server, opened from a disk, search included")))
  var offline = false

  @Flag(help: ArgumentHelp(Wording.say("有任何错误就不发布", "Publish nothing if there is an error")))
  var strict = false

  @Flag(help: ArgumentHelp(Wording.say("显示全部说明与解释", "Show every note, with explanations")))
  var verbose = false

  @Flag(help: ArgumentHelp(Wording.say("只显示错误", "Show errors only")))
  var quiet = false

  @Option(
    help: ArgumentHelp(
      Wording.say(
        "text（默认）、json，或 github（持续集成的标注）",
        "text (default), json, or github (annotations in continuous integration)")))
  var format: OutputFormat = .text

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) {
      throw ValidationError(Wording.say("--jobs 应当是 1 到 256", "--jobs takes a number from 1 to 256"))
    }
    if verbose && quiet {
      throw ValidationError(
        Wording.say("--verbose 和 --quiet 不能同时用", "--verbose and --quiet exclude each other"))
    }
  }

  func run() async throws {
    let surroundings = Surroundings.current()
    let interruption = Interruption(listeningToSignals: true)
    let progress = Progress(style: style(surroundings), language: surroundings.language) {
      Console.error($0)
    }
    let disk = Disk()
    let result = await Build(
      options, in: surroundings, disk: disk, progress: progress, interruption: interruption
    ).run()
    let report = BuildReport(result, in: surroundings, disk: disk)
    switch format {
    case .json: Console.out(report.json())
    case .github: Console.out(report.annotations())
    case .text:
      Console.error(report.diagnostics(verbose: verbose, errorsOnly: quiet))
      if !quiet { Console.out(report.summary()) }
    }
    if result.status != .built { throw ExitCode(result.status.exitStatus) }
  }

  private var options: BuildOptions {
    var options = BuildOptions()
    options.content = project.content
    options.output = project.output
    options.theme = theme
    options.jobs = jobs
    options.at = at
    options.clean = clean
    options.strict = strict
    options.offline = offline
    return options
  }

  private func style(_ surroundings: Surroundings) -> Progress.Style {
    if quiet || format != .text { return .silent }
    return surroundings.errorIsTerminal && surroundings.variables["TERM"] != "dumb" ? .terminal : .lines
  }
}
