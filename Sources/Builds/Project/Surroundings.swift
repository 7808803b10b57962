import Diagnostics
import Glibc

/// What a command takes from the process it runs in, read once: everything below is a function of values.
package struct Surroundings: Sendable {
  /// Absolute.
  package var currentFolder: String
  package var variables: [String: String]
  /// Of the program itself; `nil` when the system does not tell.
  package var executable: String?
  package var errorIsTerminal: Bool
  package var outputIsTerminal: Bool

  package init(
    currentFolder: String, variables: [String: String] = [:], executable: String? = nil,
    errorIsTerminal: Bool = false, outputIsTerminal: Bool = false
  ) {
    self.currentFolder = currentFolder
    self.variables = variables
    self.executable = executable
    self.errorIsTerminal = errorIsTerminal
    self.outputIsTerminal = outputIsTerminal
  }

  /// Those of this process.
  package static func current() -> Surroundings {
    var variables: [String: String] = [:]
    for name in Self.variableNames {
      if let value = getenv(name) { variables[name] = String(cString: value) }
    }
    let folder = getcwd(nil, 0)
    defer { free(folder) }
    let executable = realpath("/proc/self/exe", nil)
    defer { free(executable) }
    return Surroundings(
      currentFolder: folder.map { String(cString: $0) } ?? "/", variables: variables,
      executable: executable.map { String(cString: $0) }, errorIsTerminal: isatty(2) == 1,
      outputIsTerminal: isatty(1) == 1)
  }

  /// All that are looked at; nothing else of the environment can change a build.
  static let variableNames = [
    "LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "TERM", "COLUMNS", "SOURCE_DATE_EPOCH", "GONGKAI_HOME",
    "GITHUB_ACTIONS",
  ]

  package var language: MessageLanguage { MessageLanguage(environment: variables) }

  /// Colours are for terminals, unless `NO_COLOR` is set (no-color.org) or the terminal is dumb.
  package var coloursErrors: Bool { errorIsTerminal && allowsColour }
  package var coloursOutput: Bool { outputIsTerminal && allowsColour }

  private var allowsColour: Bool {
    variables["NO_COLOR"].map(\.isEmpty) ?? true && variables["TERM"] != "dumb"
  }

  /// `path` made absolute against the current folder, without `.` and `..`. Links are left alone.
  package func absolute(_ path: String) -> String {
    let whole = path.hasPrefix("/") ? path : currentFolder + "/" + path
    var names: [Substring] = []
    for name in whole.split(separator: "/") {
      if name == ".." { _ = names.popLast() } else if name != "." { names.append(name) }
    }
    return "/" + names.joined(separator: "/")
  }

  /// `path` as a person in the current folder would write it.
  package func relative(_ path: String) -> String {
    if path == currentFolder { return "." }
    let prefix = currentFolder.hasSuffix("/") ? currentFolder : currentFolder + "/"
    return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
  }
}
