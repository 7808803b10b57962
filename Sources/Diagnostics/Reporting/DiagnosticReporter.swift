/// The decoded text of a file of the project (UTF-8, lines ending in LF), or `nil` when it cannot be had.
public typealias SourceLookup = (_ path: String) -> [UInt8]?

/// Turns diagnostics into bytes for somebody: a person, a program, a CI service. Writing them is the caller's.
public protocol DiagnosticReporter {
  /// `diagnostics` are printed in the order given; `sources` is asked only for files that are shown.
  func report(_ diagnostics: [Diagnostic], sources: SourceLookup) -> [UInt8]
}

extension Diagnostic {
  /// The order of reports: by file (what is about no file comes last), place, severity, id, arguments. Total.
  public static func inReportOrder(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    diagnostics.map { (key: ReportKey($0), diagnostic: $0) }
      .sorted { $0.key < $1.key }
      .map(\.diagnostic)
  }
}

private struct ReportKey: Comparable {
  let hasNoFile: Int
  let file: [UInt8]
  let place: [Int]
  let text: [UInt8]

  init(_ diagnostic: Diagnostic) {
    hasNoFile = diagnostic.file == nil ? 1 : 0
    file = Array((diagnostic.file ?? "").utf8)
    let range = diagnostic.range
    let rank = Severity.allCases.firstIndex(of: diagnostic.severity) ?? 0
    place = [
      range?.start.line ?? 0, range?.start.column ?? 0, -rank, range?.end.line ?? 0, range?.end.column ?? 0,
    ]
    text = Array(([diagnostic.id] + diagnostic.arguments).joined(separator: "\u{0}").utf8)
  }

  static func < (a: Self, b: Self) -> Bool {
    if a.hasNoFile != b.hasNoFile { return a.hasNoFile < b.hasNoFile }
    if a.file != b.file { return a.file.lexicographicallyPrecedes(b.file) }
    if a.place != b.place { return a.place.lexicographicallyPrecedes(b.place) }
    return a.text.lexicographicallyPrecedes(b.text)
  }
}

extension Severity {
  /// The word printed before a message.
  public func name(_ language: MessageLanguage) -> String {
    switch (self, language) {
    case (.note, .chinese): "说明"
    case (.warning, .chinese): "警告"
    case (.error, .chinese): "错误"
    case (.note, .english): "note"
    case (.warning, .english): "warning"
    case (.error, .english): "error"
    }
  }
}

extension MessageLanguage {
  /// The language of the environment: `LC_ALL`, else `LC_MESSAGES`, else `LANG` (POSIX order); an empty value
  /// counts as absent.
  public init(environment: [String: String]) {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
    let locale = names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    self.init(locale: locale ?? "")
  }
}
