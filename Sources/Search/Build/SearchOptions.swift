/// How an index is laid out. Two builds with the same documents and options give the same bytes.
public struct SearchOptions: Sendable, Equatable {
  /// Bytes a chunk of terms aims at; `nil`: 3 KB up to 20,000 documents, 6 KB up to 200,000, 12 KB above.
  public var chunkBytes: Int?
  /// A text block holds `1 << blockShift` clauses. Larger blocks make fewer files and larger downloads.
  public var blockShift: Int
  /// How text blocks write their characters; part of the index, so that it has to be made before the first block.
  public var textCode: TextCode
  /// Lists of more bytes are split in indexes of more than `splitAbove` documents: the clauses go to a file of their own.
  public var splitBytes: Int
  public var splitAbove: Int
  /// At most so many files; chunks grow until that holds. Blocks have to be planned with `blockShift(…)`.
  public var mostFiles: Int?
  /// Words that stand for each other, each group in the order of the site's `synonyms.txt`.
  public var synonyms: [[String]]

  public init(
    chunkBytes: Int? = nil, blockShift: Int = 4, synonyms: [[String]] = [], mostFiles: Int? = nil,
    splitBytes: Int = 6144, splitAbove: Int = 5000, textCode: TextCode = TextCode()
  ) {
    self.chunkBytes = chunkBytes
    self.blockShift = min(max(blockShift, 0), 30)
    self.synonyms = synonyms
    self.mostFiles = mostFiles
    self.splitBytes = splitBytes
    self.splitAbove = splitAbove
    self.textCode = textCode
  }

  /// The smallest blocks of about 800 characters or more; larger ones when `mostFiles` demands it: then blocks take at most
  /// three quarters of the files.
  ///
  /// - Parameters:
  ///   - clauses: `SearchDocument.clauseCount` of each document, or of some of them.
  ///   - characters: the length of all of them together.
  public static func blockShift(clauses: [Int], characters: Int, mostFiles: Int?) -> Int {
    let total = max(1, clauses.reduce(0, +))
    var shift = 4
    while shift < 6 && characters << shift < 800 * total { shift += 1 }
    guard let mostFiles else { return shift }
    func blocks(_ shift: Int) -> Int { clauses.reduce(0) { $0 + (max(1, $1) - 1) >> shift + 1 } }
    while shift < 20 && blocks(shift) > max(clauses.count, mostFiles * 3 / 4) { shift += 1 }
    return shift
  }

  func chunkTarget(documents: Int) -> Int {
    max(256, chunkBytes ?? (documents <= 20_000 ? 3072 : documents <= 200_000 ? 6144 : 12288))
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
