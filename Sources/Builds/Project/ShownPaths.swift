import Diagnostics

/// Diagnostics name files `content/…`; a person stands in some folder. Paths are rewritten as one would type them
/// there, so that an editor or a terminal can open them.
package struct ShownPaths: Sendable {
  private let prefix: String
  private let isSame: Bool

  package init(content: String, in surroundings: Surroundings) {
    prefix = surroundings.relative(content)
    isSame = prefix == Project.contentName || content.isEmpty
  }

  package func diagnostics(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    if isSame { return diagnostics }
    return diagnostics.map { diagnostic in
      var diagnostic = diagnostic
      diagnostic.file = diagnostic.file.map(shown)
      return diagnostic
    }
  }

  package func shown(_ path: String) -> String {
    let inner = Project.contentName + "/"
    return path.hasPrefix(inner) ? prefix + "/" + path.dropFirst(inner.count) : path
  }
}
