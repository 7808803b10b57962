extension DiagnosticKind {
  static let decoding: [DiagnosticKind] = []
}
