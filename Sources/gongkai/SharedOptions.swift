import ArgumentParser
import Builds
import Diagnostics

/// Where the site is; every command that works on a project has these.
struct ProjectOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      Wording.say(
        "原文所在的文件夹（默认从当前文件夹往上找 content）",
        "The folder of the documents (default: content, from the current folder upwards)"),
      valueName: "folder"))
  var content: String?

  @Option(
    help: ArgumentHelp(
      Wording.say("网站写到哪里（默认是项目里的 site）", "Where the site goes (default: site in the project)"),
      valueName: "folder"))
  var output: String?
}

/// How a command answers.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, github
}

enum Trouble {
  /// Prints why a command could not do its work and gives the exit status of "nothing was done".
  static func report(_ error: any Error, in surroundings: Surroundings) throws -> ExitCode {
    let diagnostics: [Diagnostic]
    switch error {
    case let refusal as Refusal: diagnostics = refusal.diagnostics
    case let failure as DiskError: diagnostics = [failure.diagnostic()]
    default: throw error
    }
    let reporter = TerminalReporter(
      language: surroundings.language, coloured: surroundings.coloursErrors, verbose: true)
    Console.error(reporter.report(diagnostics, sources: { _ in nil }))
    return ExitCode(2)
  }
}
