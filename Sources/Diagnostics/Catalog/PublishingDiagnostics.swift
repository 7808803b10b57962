extension DiagnosticKind {
  static let publishing: [DiagnosticKind] = []
}
