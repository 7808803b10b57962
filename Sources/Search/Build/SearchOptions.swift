/// How an index is laid out. Two builds with the same documents and options give the same bytes.
public struct SearchOptions: Sendable, Equatable {
  /// Bytes a chunk of terms aims at; `nil`: 4 KB up to 20,000 documents, 8 KB up to 200,000, 16 KB above.
  public var chunkBytes: Int?
  /// A text block holds `1 << blockShift` clauses. Larger blocks make fewer files and larger downloads.
  public var blockShift: Int
  /// Words that stand for each other, each group in the order of the site's `synonyms.txt`.
  public var synonyms: [[String]]

  public init(chunkBytes: Int? = nil, blockShift: Int = 4, synonyms: [[String]] = []) {
    self.chunkBytes = chunkBytes
    self.blockShift = min(max(blockShift, 0), 30)
    self.synonyms = synonyms
  }

  func chunkTarget(documents: Int) -> Int {
    max(256, chunkBytes ?? (documents <= 20_000 ? 4096 : documents <= 200_000 ? 8192 : 16384))
  }
}

/// A file of the index; `path` is relative to the site's root and begins with `search/`.
public struct IndexFile: Sendable, Equatable {
  public var path: String
  public var bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
