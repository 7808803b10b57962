/// How many clauses a document has, to about a quarter octave: one byte a document is all that a reader needs to know the
/// weights of terms and the bounds of clause numbers.
enum SizeClass {
  /// The class of the largest documents.
  static let last: UInt8 = 96

  /// The most clauses of a document of class `size`: 4, 5, 6, 7, 8, 10, 12, 14, 16, 20 … 2²⁶.
  static func bound(_ size: UInt8) -> Int { (4 + Int(size & 3)) << Int(size >> 2) }

  /// The least class that has room for `clauses`; at most `last`.
  static func of(clauses: Int) -> UInt8 {
    guard clauses > 4 else { return 0 }
    let octave = (clauses - 1).highBit - 2
    let quarter = (clauses - 1) >> octave - 3
    return UInt8(min(Int(last), octave << 2 + quarter))
  }
}

/// The weight of a term in a document, in whole numbers.
struct ImpactScale: Sendable {
  /// Eight times the mean bound of the documents, rounded down; at least 1.
  private let mean: Int
  /// More clauses make no difference.
  private static let mostClauses = 1024

  init(sizes: [UInt8]) {
    let sum = sizes.reduce(0) { $0 + SizeClass.bound($1) }
    mean = max(1, 8 * sum / max(1, sizes.count))
  }

  /// `ceil(16 tf / (tf + 1.2 (0.25 + 0.75 length / mean)))`, from 1 to 16: `tf` clauses of a document of class `size`.
  @inline(__always)
  func impact(_ tf: Int, size: UInt8) -> Int {
    let tf = min(tf, Self.mostClauses)
    let above = 160 * mean * tf
    let below = 10 * mean * tf + 3 * mean + 72 * SizeClass.bound(size)
    return min(16, max(1, (above + below - 1) / below))
  }
}
