extension DiagnosticKind {
  static let building: [DiagnosticKind] = []
}
