import Testing

@testable import Diagnostics

private let kind = DiagnosticKind(
  "sample", .error, message: LocalizedText(zh: "不认识“{0}”", en: "{0} is unknown"),
  explanation: LocalizedText(zh: "解释", en: "explanation"), fix: LocalizedText(zh: "改成“{1}”", en: "write {1}"))

private func range(_ line: Int, _ from: Int, _ to: Int) -> SourceRange {
  SourceRange(SourcePosition(line: line, column: from), SourcePosition(line: line, column: to))
}

private func report(
  _ diagnostics: [Diagnostic], of text: String,
  _ reporter: TerminalReporter = TerminalReporter(language: .chinese)
) -> String {
  String(decoding: reporter.report(diagnostics, sources: { _ in Array(text.utf8) }), as: UTF8.self)
}

@Suite struct TerminalReporterTests {
  @Test func `prints place, severity, id, message, line, caret and fix`() {
    let diagnostic = Diagnostic(kind, "titel", "title", file: "content/a.md", range: range(2, 1, 6))
    #expect(
      report([diagnostic], of: "---\ntitel: 通知\n---\n")
        == """
        content/a.md:2:1: 错误[sample]: 不认识“titel”
          2 │ titel: 通知
            │ ^~~~~
            = 修改：改成“title”

        """)
  }

  @Test func `lines the caret up under full-width characters`() {
    let diagnostic = Diagnostic(kind, "x", "y", file: "a.txt", range: range(1, 4, 6))
    let lines = report([diagnostic], of: "发布：通知（草）").split(separator: "\n")
    #expect(lines[1] == "  1 │ 发布：通知（草）")
    // Three full-width characters before it take six columns; the range covers two of them.
    #expect(lines[2] == "    │       ^~~~")
  }

  @Test func `combining marks take no column and tabs take one`() {
    let diagnostic = Diagnostic(kind, "x", "y", file: "a.txt", range: range(1, 4, 5))
    let lines = report([diagnostic], of: "e\u{301}\tx").split(separator: "\n")
    #expect(lines[1] == "  1 │ e\u{301} x")
    #expect(lines[2] == "    │   ^")
  }

  @Test func `shows control characters of a file instead of sending them to the terminal`() {
    let diagnostic = Diagnostic(kind, "\u{1B}[2J", "y", file: "a\u{1B}b.txt", range: range(1, 2, 3))
    let text = report([diagnostic], of: "\u{1B}[31mx")
    #expect(!text.utf8.contains(0x1B))
    #expect(text.contains("a\\u{1b}b.txt:1:2"))
    let lines = text.split(separator: "\n")
    #expect(lines[2] == "    │       ^")
  }

  @Test func `cuts a long line around the range`() {
    let text = String(repeating: "字", count: 5000) + "错" + String(repeating: "字", count: 5000)
    let diagnostic = Diagnostic(kind, "x", "y", file: "a.txt", range: range(1, 5001, 5002))
    let lines = report([diagnostic], of: text).split(separator: "\n")
    #expect(lines[1].hasPrefix("  1 │ …字"))
    #expect(lines[1].hasSuffix("字…"))
    #expect(lines[1].count < 70)
    let caret = lines[2].prefix { $0 != "^" }
    let shown = lines[1].prefix { $0 != "错" }
    #expect(DisplayWidth.of(caret) == DisplayWidth.of(shown))
  }

  @Test func `a range past the end of its line still has a caret`() {
    let diagnostic = Diagnostic(kind, "x", "y", file: "a.txt", range: range(1, 90, 99))
    #expect(report([diagnostic], of: "ab").split(separator: "\n")[2] == "    │   ^")
  }

  @Test func `a line that the file does not have is left out`() {
    let diagnostic = Diagnostic(kind, "x", "y", file: "a.txt", range: range(9, 1, 2))
    #expect(report([diagnostic], of: "ab").split(separator: "\n").count == 2)
  }

  @Test func `speaks English when asked`() {
    let diagnostic = Diagnostic(kind, "x", "y", file: "a.txt")
    let reporter = TerminalReporter(language: .english, verbose: true)
    #expect(
      report([diagnostic], of: "", reporter)
        == "a.txt: error[sample]: x is unknown\n  = fix: write y\n  = explanation\n")
  }

  @Test func `counts what is too much of one kind`() {
    let diagnostics = (0..<15).map { Diagnostic(kind, "\($0)", "y", file: "a.txt") }
    let text = report(diagnostics, of: "")
    #expect(text.contains("不认识“9”"))
    #expect(!text.contains("不认识“10”"))
    #expect(text.hasSuffix("另有 5 条同类问题 [sample]，加 --verbose 全部列出\n"))
    #expect(
      report(diagnostics, of: "", TerminalReporter(language: .chinese, verbose: true)).contains("不认识“14”"))
  }

  @Test func `colours only when asked`() {
    let diagnostic = Diagnostic(kind, "x", "y", file: "a.txt")
    let reporter = TerminalReporter(language: .english, coloured: true)
    #expect(report([diagnostic], of: "", reporter).contains("\u{1B}[1;31merror[sample]\u{1B}[0m"))
  }
}

@Suite struct MessageLanguageTests {
  @Test(arguments: [
    (["LC_ALL": "zh_CN.UTF-8", "LANG": "en_US.UTF-8"], MessageLanguage.chinese),
    (["LC_ALL": "", "LC_MESSAGES": "zh_TW", "LANG": "C"], .chinese),
    (["LC_ALL": "C", "LANG": "zh_CN.UTF-8"], .english),
    (["LANG": "zh_CN"], .chinese), ([:], .english),
  ])
  func `follows LC_ALL, then LC_MESSAGES, then LANG`(variables: [String: String], language: MessageLanguage) {
    #expect(MessageLanguage(environment: variables) == language)
  }
}

@Suite struct ReportOrderTests {
  @Test func `sorts by file, place, severity, id, whatever order they came in`() {
    let note = DiagnosticKind("n", .note, message: kind.message, explanation: kind.explanation, fix: kind.fix)
    let sorted = [
      Diagnostic(kind, "1", "", file: "a"), Diagnostic(note, "2", "", file: "a"),
      Diagnostic(kind, "3", "", file: "a", range: range(2, 1, 2)),
      Diagnostic(kind, "4", "", file: "a", range: range(10, 1, 2)),
      Diagnostic(kind, "5", "", file: "文"), Diagnostic(kind, "6", ""),
    ]
    #expect(Diagnostic.inReportOrder(sorted.reversed()) == sorted)
    #expect(Diagnostic.inReportOrder(Array(sorted[3...] + sorted[..<3])) == sorted)
  }
}
