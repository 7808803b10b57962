/// The decoded list of a term.
struct TermList: Sendable {
  var documents: [Int32]
  /// 1 to 16 for each document; empty for terms that only name documents, and while the clauses were not read.
  var impacts: [UInt8] = []
  /// For each document, whether its title has the term; empty for terms that only name documents.
  var inTitle: [Bool] = []
  /// Where the clauses of each document begin in `clauses`; one more at the end. Empty while they are in a file that was not
  /// read.
  var starts: [Int32] = []
  var clauses: [Int32] = []
  /// Number and size of the file that holds the clauses.
  var clauseFile: (number: Int, size: Int)?

  /// The term has impacts and clauses, here or in another file.
  var isFull: Bool { !inTitle.isEmpty }
  var isPlaced: Bool { !starts.isEmpty }

  enum Kind { case set, full, split }

  func clauses(at index: Int) -> ArraySlice<Int32> { clauses[Int(starts[index])..<Int(starts[index + 1])] }

  /// Decodes `documents` documents from `range`; `nil` when that is not what the bits say.
  init?(_ bytes: [UInt8], _ range: Range<Int>, documents count: Int, _ kind: Kind, _ manifest: Manifest) {
    guard count > 0, count <= manifest.documents else { return nil }
    var reader = BitReader(bytes, range)
    if kind == .split { clauseFile = (reader.gamma() - 1, reader.gamma()) }
    documents = [Int32](repeating: 0, count: count)
    reader.interpolative(&documents, 0, count, 0, manifest.documents - 1)
    guard !reader.overrun else { return nil }
    switch kind {
    case .set: return
    case .full:
      guard place(&reader, manifest) else { return nil }
      inTitle = documents.indices.map { clauses[Int(starts[$0])] == 0 }
    case .split:
      let titles = reader.gamma() - 1
      guard !reader.overrun, titles <= count else { return nil }
      var places = [Int32](repeating: 0, count: titles)
      reader.interpolative(&places, 0, titles, 0, count - 1)
      guard !reader.overrun else { return nil }
      inTitle = [Bool](repeating: false, count: count)
      for place in places { inTitle[Int(place)] = true }
    }
  }

  init(documents: [Int32]) { self.documents = documents }

  /// What the term weighs in the document at `index` of the list.
  func impact(at index: Int) -> Int { impacts.isEmpty ? Self.unreadImpact : Int(impacts[index]) }

  /// What a term counts as that has no impacts, or whose impacts were not read.
  static let unreadImpact = 8

  /// Adds impacts and clauses from the bytes of their file.
  mutating func place(file bytes: [UInt8], _ manifest: Manifest) throws {
    guard let number = clauseFile?.number, bytes.count >= 8 else { throw ByteCursor.Truncated() }
    var cursor = ByteCursor(bytes, end: bytes.count - 4)
    guard try Array(cursor.take(4)) == ClauseFile.magic, bytes.hasChecksum,
      try cursor.varint() == number, try cursor.varint() == documents.count
    else { throw ByteCursor.Truncated() }
    var reader = BitReader(bytes, cursor.at..<cursor.end)
    guard place(&reader, manifest) else { throw ByteCursor.Truncated() }
  }

  /// More clauses than this no list has, whatever it says.
  static let mostClauses = 1 << 24

  /// Decodes the number of clauses of each document, which says what it weighs, then the clauses; false when that is not
  /// what the bits say.
  private mutating func place(_ reader: inout BitReader, _ manifest: Manifest) -> Bool {
    guard documents.count <= reader.left else { return false }
    var ends: [Int32] = [0]
    var weights: [UInt8] = []
    ends.reserveCapacity(documents.count + 1)
    weights.reserveCapacity(documents.count)
    var total = 0
    for document in documents {
      let (count, size) = (reader.gamma(), manifest.sizes[Int(document)])
      total += count
      guard count <= SizeClass.bound(size), total <= min(manifest.clauses, Self.mostClauses) else {
        return false
      }
      ends.append(Int32(total))
      weights.append(UInt8(manifest.impacts.impact(count, size: size)))
    }
    guard !reader.overrun else { return false }
    var places = [Int32](repeating: 0, count: total)
    for (i, document) in documents.enumerated() {
      let bound = SizeClass.bound(manifest.sizes[Int(document)])
      reader.interpolative(&places, Int(ends[i]), Int(ends[i + 1] - ends[i]), 0, bound - 1)
      guard !reader.overrun else { return false }
    }
    (starts, clauses, impacts) = (ends, places, weights)
    return true
  }
}

extension [UInt8] {
  /// True when the last four bytes are the CRC-32 of the others.
  var hasChecksum: Bool {
    guard count >= 4 else { return false }
    let end = count - 4
    let sum = (0..<4).reduce(UInt32(0)) { $0 | UInt32(self[end + $1]) << UInt32(8 * $1) }
    return sum == Zlib.crc32(self[..<end])
  }
}

/// Operations on ascending lists of documents. Linear in their lengths.
enum DocumentSet {
  static func intersection(_ a: [Int32], _ b: [Int32]) -> [Int32] {
    var out: [Int32] = []
    var (i, j) = (0, 0)
    while i < a.count && j < b.count {
      if a[i] == b[j] {
        out.append(a[i])
        i += 1
        j += 1
      } else if a[i] < b[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return out
  }

  static func union(_ lists: [[Int32]], documents: Int) -> [Int32] {
    if lists.count == 1 { return lists[0] }
    var seen = [Bool](repeating: false, count: documents)
    for list in lists { for document in list { seen[Int(document)] = true } }
    return seen.indices.filter { seen[$0] }.map(Int32.init)
  }

  static func subtract(_ a: [Int32], _ b: [Int32]) -> [Int32] {
    var out: [Int32] = []
    var j = 0
    for document in a {
      while j < b.count && b[j] < document { j += 1 }
      if j == b.count || b[j] != document { out.append(document) }
    }
    return out
  }
}
