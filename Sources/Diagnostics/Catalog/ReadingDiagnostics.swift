extension DiagnosticKind {
  static let reading: [DiagnosticKind] = []
}
