import ArgumentParser
import Builds

struct VersionCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "version",
      abstract: Wording.say("打印版本号", "Print the version"),
      discussion: Wording.say("例子：gongkai version", "EXAMPLE: gongkai version"))
  }

  func run() { Console.out("gongkai \(Version.current)\n") }
}
