/// Diagnostics as workflow commands that continuous integration shows beside the changed lines
/// (`::error file=…,line=…::…`).
public struct AnnotationReporter: DiagnosticReporter {
  public var language: MessageLanguage

  public init(language: MessageLanguage) { self.language = language }

  public func report(_ diagnostics: [Diagnostic], sources: SourceLookup) -> [UInt8] {
    var out = ""
    for diagnostic in diagnostics {
      var properties: [(String, String)] = []
      if let file = diagnostic.file { properties.append(("file", file)) }
      if let range = diagnostic.range {
        properties.append(("line", String(range.start.line)))
        properties.append(("col", String(range.start.column)))
        properties.append(("endLine", String(range.end.line)))
        properties.append(("endColumn", String(range.end.column)))
      }
      properties.append(("title", diagnostic.id))
      let list = properties.map { "\($0)=\(escape($1, property: true))" }.joined(separator: ",")
      let fix = diagnostic.fix(language)
      let message = diagnostic.message(language) + (fix.isEmpty ? "" : "\n" + fix)
      out += "::\(command(diagnostic.severity)) \(list)::\(escape(message, property: false))\n"
    }
    return Array(out.utf8)
  }

  private func command(_ severity: Severity) -> String {
    switch severity {
    case .note: "notice"
    case .warning: "warning"
    case .error: "error"
    }
  }

  /// Percent-escapes what would end the command or one of its properties.
  private func escape(_ text: String, property: Bool) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      case ":" where property: result += "%3A"
      case "," where property: result += "%2C"
      default: Printable.append(scalar, to: &result)
      }
    }
    return result
  }
}
