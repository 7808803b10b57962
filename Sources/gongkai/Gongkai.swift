import ArgumentParser

@main
struct Gongkai: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gongkai", abstract: "A static site generator for policy documents.", subcommands: [])
}
