extension DiagnosticKind {
  static let site: [DiagnosticKind] = []
}
