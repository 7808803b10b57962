import Bytes

/// Diagnostics as a JSON array for programs; texts in one language, every member always present.
public struct JSONReporter: DiagnosticReporter {
  public var language: MessageLanguage

  public init(language: MessageLanguage) { self.language = language }

  public func report(_ diagnostics: [Diagnostic], sources: SourceLookup) -> [UInt8] {
    var json = JSONWriter(pretty: true)
    json.array { write(diagnostics, into: &$0) }
    json.endLine()
    return json.bytes
  }

  /// Writes the diagnostics as elements of the array that is open in `json`.
  public func write(_ diagnostics: [Diagnostic], into json: inout JSONWriter) {
    for diagnostic in diagnostics {
      json.object { json in
        json.member("id", diagnostic.id)
        json.member("severity", diagnostic.severity.rawValue)
        json.member("file", diagnostic.file)
        json.key("range")
        if let range = diagnostic.range { write(range, into: &json) } else { json.null() }
        json.member("message", diagnostic.message(language))
        json.member("explanation", diagnostic.explanation(language))
        json.member("fix", diagnostic.fix(language))
      }
    }
  }

  private func write(_ range: SourceRange, into json: inout JSONWriter) {
    func position(_ name: String, _ position: SourcePosition, _ json: inout JSONWriter) {
      json.member(
        name,
        object: {
          $0.member("line", position.line)
          $0.member("column", position.column)
        })
    }
    json.object {
      position("start", range.start, &$0)
      position("end", range.end, &$0)
    }
  }
}
