/// Kinds of terms. Terms of code points have numeric keys, the others are byte strings that begin with a letter.
enum TermClass: UInt64 {
  /// One symbol: in which documents it stands.
  case character = 0
  /// Two neighbouring Han characters: documents, impacts and clauses.
  case pair = 1
  /// Two neighbours that are not both Han: documents.
  case mixed = 2
}

/// First bytes of the keys that are strings.
enum LabelClass {
  /// A document number without separators, 第 and 号.
  static let number = UInt8(ascii: "d")
  /// Three initials of neighbouring characters of a title.
  static let initials = UInt8(ascii: "i")
  /// A proper suffix of a word, cut at `longestSuffix` characters: documents.
  static let suffix = UInt8(ascii: "s")
  /// A word: documents, impacts and clauses.
  static let word = UInt8(ascii: "w")
  /// Two syllables of neighbouring characters of a title.
  static let syllables = UInt8(ascii: "y")

  /// Longer words are indexed as pieces of this many characters.
  static let longestWord = 256
  static let longestSuffix = 32

  /// True when lists of this kind carry impacts and clauses.
  static func isFull(_ key: some Collection<UInt8>) -> Bool { key.first == word }
}

extension [UInt8] {
  /// UTF-8 of a symbol.
  mutating func appendSymbol(_ symbol: UInt32) {
    if let scalar = Unicode.Scalar(symbol) { append(contentsOf: UTF8.encode(scalar) ?? .init()) }
  }
}

/// The documents of one term, ascending, and for full terms how often and where.
struct Postings {
  var documents: [Int32] = []
  /// Number of clauses of each document; empty for terms that only name documents.
  var counts: [Int32] = []
  /// The clauses of all documents, one after another, ascending in each.
  var clauses: [Int32] = []

  mutating func removeAll() {
    documents.removeAll(keepingCapacity: true)
    counts.removeAll(keepingCapacity: true)
    clauses.removeAll(keepingCapacity: true)
  }
}
