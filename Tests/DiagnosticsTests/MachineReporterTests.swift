import Testing

@testable import Diagnostics

private let kind = DiagnosticKind(
  "sample", .warning, message: LocalizedText(zh: "第一行\n100%：{0}", en: "m {0}"),
  explanation: LocalizedText(zh: "因为", en: "because"), fix: LocalizedText(zh: "改", en: "fix"))

@Suite struct JSONReporterTests {
  @Test func `writes every member, null where there is nothing`() {
    let place = SourceRange(SourcePosition(line: 3, column: 4), SourcePosition(line: 3, column: 6))
    let diagnostics = [
      Diagnostic(kind, "<b>", file: "content/文.txt", range: place), Diagnostic(kind, "x"),
    ]
    let bytes = JSONReporter(language: .english).report(diagnostics, sources: { _ in nil })
    #expect(
      String(decoding: bytes, as: UTF8.self) == #"""
        [
          {
            "id": "sample",
            "severity": "warning",
            "file": "content/文.txt",
            "range": {
              "start": {
                "line": 3,
                "column": 4
              },
              "end": {
                "line": 3,
                "column": 6
              }
            },
            "message": "m \u003cb\u003e",
            "explanation": "because",
            "fix": "fix"
          },
          {
            "id": "sample",
            "severity": "warning",
            "file": null,
            "range": null,
            "message": "m x",
            "explanation": "because",
            "fix": "fix"
          }
        ]

        """#)
  }
}

@Suite struct AnnotationReporterTests {
  @Test func `escapes what would end the command`() {
    let diagnostic = Diagnostic(
      kind, "a,b:c\r", file: "content/a,b:c.txt",
      range: SourceRange(SourcePosition(line: 3, column: 4), SourcePosition(line: 3, column: 6)))
    let bytes = AnnotationReporter(language: .chinese).report([diagnostic], sources: { _ in nil })
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == "::warning file=content/a%2Cb%3Ac.txt,line=3,col=4,endLine=3,endColumn=6,title=sample::第一行%0A100%25：a,b:c%0D%0A改\n"
    )
  }
}
