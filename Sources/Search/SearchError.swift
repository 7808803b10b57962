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
  /// zlib refused.
  case cannotCompress(status: Int)
  /// Shards made with different options cannot become one index.
  case mixedOptions
}
