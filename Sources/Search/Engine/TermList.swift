/// The decoded list of a term.
struct TermList: Sendable {
  var documents: [Int32]
  /// 1 to 16 for each document; empty for terms that only name documents.
  var impacts: [UInt8] = []
  /// Where the clauses of each document begin in `clauses`; one more at the end.
  var starts: [Int32] = []
  var clauses: [Int32] = []

  var isFull: Bool { !starts.isEmpty }

  func clauses(at index: Int) -> ArraySlice<Int32> { clauses[Int(starts[index])..<Int(starts[index + 1])] }

  /// Decodes `documents` documents from `range`; `nil` when that is not what the bits say.
  init?(_ bytes: [UInt8], _ range: Range<Int>, documents count: Int, full: Bool, _ manifest: Manifest) {
    guard count > 0, count <= manifest.documents else { return nil }
    var reader = BitReader(bytes, range)
    documents = [Int32](repeating: 0, count: count)
    reader.interpolative(&documents, 0, count, 0, manifest.documents - 1)
    guard !reader.overrun else { return nil }
    guard full else { return }
    impacts.reserveCapacity(count)
    starts.reserveCapacity(count + 1)
    starts.append(0)
    var total = 0
    for _ in 0..<count {
      impacts.append(UInt8(reader.bits(4) + 1))
      let clauses = reader.gamma()
      total += clauses
      guard clauses <= manifest.maxClauses, total <= min(manifest.clauses, 1 << 28), !reader.overrun else {
        return nil
      }
      starts.append(Int32(total))
    }
    clauses = [Int32](repeating: 0, count: total)
    for i in 0..<count {
      let start = Int(starts[i])
      let number = Int(starts[i + 1]) - start
      let last = reader.expGolomb(order: 4) + number - 1
      guard last < manifest.maxClauses, !reader.overrun else { return nil }
      reader.interpolative(&clauses, start, number - 1, 0, max(0, last - 1))
      clauses[start + number - 1] = Int32(last)
    }
    guard !reader.overrun else { return nil }
  }

  init(documents: [Int32]) { self.documents = documents }
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
