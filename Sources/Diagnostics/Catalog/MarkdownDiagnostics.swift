extension DiagnosticKind {
  static let markdown: [DiagnosticKind] = []
}
