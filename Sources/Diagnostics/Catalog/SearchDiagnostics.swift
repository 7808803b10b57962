extension DiagnosticKind {
  static let search: [DiagnosticKind] = []
}
