import Diagnostics

/// Why an index cannot be made or read.
public enum SearchError: Error, Sendable, Equatable {
  /// A file of the index is not there.
  case missing(path: String)
  /// A file is there, but is not what the index wrote: cut short, changed, swapped, or an error page.
  case damaged(path: String, reason: String)
  /// The index was written in a format this program does not know.
  case unsupported(format: String)
  /// More than the format can number.
  case tooLarge(what: String)
  /// The limit of files cannot be kept.
  case tooManyFiles(needed: Int, most: Int)
  /// zlib refused.
  case cannotCompress(status: Int)
  /// Shards made with different options cannot become one index.
  case mixedOptions
}

extension SearchError {
  /// The error in words. `prefix` stands before the path: the site's folder.
  public func diagnostic(in prefix: String = "") -> Diagnostic {
    func whole(_ path: String) -> String {
      prefix.isEmpty || prefix.hasSuffix("/") ? prefix + path : prefix + "/" + path
    }
    return switch self {
    case .missing(let path): Diagnostic(.searchIndexMissing, whole(path), file: whole(path))
    case .damaged(let path, let reason):
      Diagnostic(.searchIndexDamaged, whole(path), reason, file: whole(path))
    case .unsupported(let format): Diagnostic(.searchIndexUnsupported, format)
    case .tooLarge(let what): Diagnostic(.searchIndexTooLarge, what)
    case .tooManyFiles(let needed, let most):
      Diagnostic(.searchIndexTooManyFiles, String(needed), String(most))
    case .cannotCompress(let status): Diagnostic(.searchIndexNotMade, "zlib \(status)")
    case .mixedOptions: Diagnostic(.searchIndexNotMade, "mixed options")
    }
  }
}
