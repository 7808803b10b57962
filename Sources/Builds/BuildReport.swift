import Bytes
import Diagnostics
import Notices

/// What `gongkai build` prints: for a person, for a program, for a service that runs builds.
package struct BuildReport {
  private let result: BuildResult
  private let surroundings: Surroundings
  private let disk: Disk
  private let paths: ShownPaths

  package init(_ result: BuildResult, in surroundings: Surroundings, disk: Disk) {
    self.result = result
    self.surroundings = surroundings
    self.disk = disk
    paths = ShownPaths(
      content: result.content, themes: result.themes, in: surroundings, disk: disk)
  }

  private var language: MessageLanguage { surroundings.language }

  /// Compiler-like, with the lines of the files.
  package func diagnostics(verbose: Bool, errorsOnly: Bool) -> [UInt8] {
    let shown = errorsOnly ? result.diagnostics.filter { $0.severity == .error } : result.diagnostics
    let reporter = TerminalReporter(
      language: language, coloured: surroundings.coloursErrors, verbose: verbose)
    return reporter.report(paths.diagnostics(shown), sources: source)
  }

  /// The end of a build: what was published, what is wrong, where to look.
  package func summary() -> [UInt8] {
    var lines: [String] = []
    let duration = Progress.duration(result.seconds, language)
    if result.status == .nothingPublished {
      lines.append(Self.nothing.text(language))
    } else {
      lines.append(
        Self.published.text(
          language, [String(result.documents), String(result.files), Self.size(result.bytes), duration]))
    }
    let counts = [Severity.error, .warning, .note].map { String(result.count($0)) }
    if result.count(.error) + result.count(.warning) > 0 {
      lines.append(Self.troubles.text(language, counts))
    }
    if result.status != .nothingPublished {
      lines.append(Self.look.text(language, [surroundings.relative(result.output) + "/index.html"]))
    }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  package func annotations() -> [UInt8] {
    AnnotationReporter(language: language).report(paths.diagnostics(result.diagnostics), sources: source)
  }

  /// One object; names are a public contract.
  package func json() -> [UInt8] {
    var json = JSONWriter(pretty: true)
    json.object { json in
      json.member("schema", "gongkai/build/1")
      json.member("status", result.status.rawValue)
      json.member("exitStatus", Int(result.status.exitStatus))
      json.member("output", result.output.isEmpty ? nil : surroundings.relative(result.output))
      json.member("documents", result.documents)
      json.member("files", result.files)
      json.member("bytes", result.bytes)
      json.member("milliseconds", Int((result.seconds * 1000).rounded()))
      for severity in Severity.allCases.reversed() {
        json.member(severity.rawValue + "s", result.count(severity))
      }
      json.key("phases")
      json.array { json in
        for report in result.phases {
          json.object {
            $0.member("name", report.phase.name(.english))
            $0.member("count", report.count)
            $0.member("milliseconds", Int((report.seconds * 1000).rounded()))
          }
        }
      }
      json.key("diagnostics")
      json.array {
        JSONReporter(language: language).write(paths.diagnostics(result.diagnostics), into: &$0)
      }
    }
    json.endLine()
    return json.bytes
  }

  /// The text of a file as the reader saw it; `nil` when it cannot be had, then no line is shown.
  private func source(_ path: String) -> [UInt8]? {
    guard let bytes = try? disk.read(surroundings.absolute(path)), bytes.count <= TextDecoder.sizeLimit
    else { return nil }
    return TextDecoder.decode(bytes, path: path).text
  }

  /// `3.1 MB`.
  static func size(_ bytes: Int) -> String {
    if bytes < 1000 { return "\(bytes) B" }
    let (unit, name) = bytes < 1_000_000 ? (1000, "kB") : (1_000_000, "MB")
    let tenths = (bytes * 10 + unit / 2) / unit
    return tenths < 1000 ? "\(tenths / 10).\(tenths % 10) \(name)" : "\((tenths + 5) / 10) \(name)"
  }

  private static let published = LocalizedText(
    zh: "已发布 {0} 份文件（{1} 个网站文件，{2}），用时 {3}",
    en: "published {0} documents ({1} files, {2}) in {3}")
  private static let nothing = LocalizedText(
    zh: "没有发布；旧网站（如果有）没有改动", en: "nothing published; the old site, if any, is untouched")
  private static let troubles = LocalizedText(
    zh: "{0} 个错误，{1} 个警告，{2} 条说明", en: "{0} errors, {1} warnings, {2} notes")
  private static let look = LocalizedText(zh: "打开 {0} 查看", en: "open {0}")
}
