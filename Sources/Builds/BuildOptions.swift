import Diagnostics

/// What `gongkai build` was asked to do.
package struct BuildOptions: Sendable {
  package var content: String?
  package var output: String?
  /// Instead of the theme of `site.yml`.
  package var theme: String?
  /// Tasks at a time; the number of processors when absent. Does not change a byte of the site.
  package var jobs: Int?
  /// `YYYY-MM-DD`.
  package var at: String?
  /// Forgets what earlier builds kept, the previous site included.
  package var clean = false
  /// A copy that is read without a server, as with 离线浏览 in `site.yml`.
  package var offline = false
  /// Publishes nothing when there is an error.
  package var strict = false
  /// Notices stay in memory until they are rendered while all documents together have at most so many bytes; beyond,
  /// only records stay and each file is read again. Does not change a byte of the site.
  package var keptBytes = 16 << 20

  package init() {}
}

/// What came of a build.
package struct BuildResult: Sendable {
  package enum Status: String, Sendable {
    /// Everything is published.
    case built
    /// The site is published without what is in error.
    case builtWithErrors = "built-with-errors"
    /// The old site, if any, is as it was.
    case nothingPublished = "nothing-published"

    package var exitStatus: Int32 {
      switch self {
      case .built: 0
      case .builtWithErrors: 1
      case .nothingPublished: 2
      }
    }
  }

  package var status: Status
  /// The folder of the site; empty when the project was not found.
  package var output = ""
  package var content = ""
  /// Where themes were looked for.
  package var themes: [String] = []
  package var documents = 0
  package var files = 0
  package var bytes = 0
  package var phases: [PhaseReport] = []
  package var seconds = 0.0
  /// In report order.
  package var diagnostics: [Diagnostic] = []

  package init(status: Status) { self.status = status }

  package func count(_ severity: Severity) -> Int { diagnostics.count { $0.severity == severity } }
}
