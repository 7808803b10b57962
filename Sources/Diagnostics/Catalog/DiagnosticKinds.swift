extension DiagnosticKind {
  /// Every kind there is, sorted by id. A test compares it with the sources and with `docs/diagnostics/`.
  public static let all: [DiagnosticKind] =
    (decoding + extraction + frontMatter + reading + markdown + building + publishing + site + disclosure
    + search)
    .sorted { $0.id < $1.id }
}
