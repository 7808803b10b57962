/// Prints diagnostics the way a compiler does:
///
///     content/x.txt:3:14: 错误[front-matter-unclosed]: 前言没有结束标记
///       3 │ title: 通知
///         │ ^~~~~
///         = 修改：…
public struct TerminalReporter: DiagnosticReporter {
  public var language: MessageLanguage
  /// Uses ANSI colours.
  public var coloured: Bool
  /// Adds explanations, and notes; shows every diagnostic.
  public var verbose: Bool
  /// Without `verbose`, at most so many diagnostics of one kind are shown; the rest is counted.
  public var limitPerKind: Int

  public init(
    language: MessageLanguage, coloured: Bool = false, verbose: Bool = false, limitPerKind: Int = 10
  ) {
    self.language = language
    self.coloured = coloured
    self.verbose = verbose
    self.limitPerKind = limitPerKind
  }

  public func report(_ diagnostics: [Diagnostic], sources: SourceLookup) -> [UInt8] {
    var out = ""
    var shown: [String: Int] = [:]
    var hidden: [String: Int] = [:]
    var cache: (path: String, text: SourceLines?)?
    for diagnostic in diagnostics where verbose || diagnostic.severity > .note {
      if !verbose, shown[diagnostic.id, default: 0] >= limitPerKind {
        hidden[diagnostic.id, default: 0] += 1
        continue
      }
      shown[diagnostic.id, default: 0] += 1
      if let file = diagnostic.file, diagnostic.range != nil, cache?.path != file {
        cache = (file, sources(file).map(SourceLines.init))
      }
      let text = cache?.path == diagnostic.file ? cache?.text : nil
      write(diagnostic, text: text, to: &out)
    }
    for (id, count) in hidden.sorted(by: { $0.key < $1.key }) {
      out += Self.moreOfKind.text(language, [String(count), id]) + "\n"
    }
    return Array(out.utf8)
  }

  private func write(_ diagnostic: Diagnostic, text: SourceLines?, to out: inout String) {
    out += paint(place(diagnostic), .bold)
    out += paint("\(diagnostic.severity.name(language))[\(diagnostic.id)]", colour(diagnostic.severity))
    out += ": " + paint(Printable.text(diagnostic.message(language)), .bold) + "\n"
    var gutter = "  "
    if let range = diagnostic.range, let text, let excerpt = SourceExcerpt(of: text, at: range) {
      let number = String(range.start.line)
      gutter = String(repeating: " ", count: max(4, number.count + 2))
      out += String(repeating: " ", count: max(0, gutter.count - number.count - 1))
      out += paint("\(number) │ ", .dim) + excerpt.line + "\n"
      out += gutter + paint("│ ", .dim) + paint(excerpt.marks, colour(diagnostic.severity)) + "\n"
    }
    let fix = Printable.text(diagnostic.fix(language))
    if !fix.isEmpty { out += gutter + paint("= ", .dim) + Self.fixLabel.text(language) + fix + "\n" }
    if verbose {
      let explanation = Printable.text(diagnostic.explanation(language))
      if !explanation.isEmpty { out += gutter + paint("= ", .dim) + explanation + "\n" }
    }
  }

  private func place(_ diagnostic: Diagnostic) -> String {
    guard let file = diagnostic.file else { return "gongkai: " }
    let path = Printable.text(file)
    guard let start = diagnostic.range?.start else { return path + ": " }
    return "\(path):\(start.line):\(start.column): "
  }

  private enum Style: String {
    case bold = "1"
    case dim = "2"
    case red = "1;31"
    case yellow = "1;33"
    case blue = "1;34"
  }

  private func colour(_ severity: Severity) -> Style {
    switch severity {
    case .note: .blue
    case .warning: .yellow
    case .error: .red
    }
  }

  private func paint(_ text: String, _ style: Style) -> String {
    coloured ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }

  private static let fixLabel = LocalizedText(zh: "修改：", en: "fix: ")
  private static let moreOfKind = LocalizedText(
    zh: "另有 {0} 条同类问题 [{1}]，加 --verbose 全部列出",
    en: "{0} more of the same kind [{1}]; --verbose lists them all")
}
