import Diagnostics

/// A value of front matter as it was typed: scalars stay strings, nothing is guessed (`010` is `010`).
package indirect enum MetadataNode: Sendable, Equatable {
  case text(String, SourceRange)
  case list([MetadataNode], SourceRange)
  case map([MetadataEntry], SourceRange)
  /// `key:` with nothing behind it, `~` or `null`.
  case none(SourceRange)

  package var range: SourceRange {
    switch self {
    case .text(_, let range), .list(_, let range), .map(_, let range), .none(let range): range
    }
  }
}

/// One `key: value` of a mapping, with the place of the key.
package struct MetadataEntry: Sendable, Equatable {
  package var key: String
  package var keyRange: SourceRange
  package var value: MetadataNode
}
