/// The postings of a shard's terms, ascending by key, as varints: document delta, and for full terms the number of clauses
/// and their deltas.
struct PackedTerms: Sendable {
  private(set) var keys: [UInt64] = []
  /// Where the postings of each key begin in `bytes`; one more at the end.
  private(set) var starts: [Int] = [0]
  private(set) var bytes: [UInt8] = []

  init() {}

  /// Packs sorted `records` (`key << 26 | clause`); `isFull` says which keys keep their clauses.
  init(
    _ records: [UInt64], _ documents: [Int32], _ numbers: [Int32], isFull: (UInt64) -> Bool
  ) {
    starts = []
    var i = 0
    while i < records.count {
      let key = records[i] >> 26
      let full = isFull(key)
      keys.append(key)
      starts.append(bytes.count)
      var last: Int32 = 0
      while i < records.count && records[i] >> 26 == key {
        let document = documents[Self.clause(records[i])]
        bytes.appendVarint(Int(document - last))
        last = document
        let start = i
        var distinct = 0
        var previous = UInt64.max
        while i < records.count && records[i] >> 26 == key && documents[Self.clause(records[i])] == document {
          if records[i] != previous { distinct += 1 }
          previous = records[i]
          i += 1
        }
        if full { appendClauses(records[start..<i], distinct, numbers) }
      }
    }
    starts.append(bytes.count)
  }

  private mutating func appendClauses(_ records: ArraySlice<UInt64>, _ distinct: Int, _ numbers: [Int32]) {
    bytes.appendVarint(distinct)
    var last: Int32 = 0
    var previous = UInt64.max
    for record in records where record != previous {
      let number = numbers[Self.clause(record)]
      bytes.appendVarint(Int(number - last))
      last = number
      previous = record
    }
  }

  private static func clause(_ record: UInt64) -> Int { Int(record & (1 << 26 - 1)) }

  /// Appends the postings of one key to `out`, documents shifted by `base`.
  func unpack(_ index: Int, base: Int32, full: Bool, into out: inout Postings) {
    var at = starts[index]
    let end = starts[index + 1]
    var document = base
    while at < end {
      document += next(&at)
      out.documents.append(document)
      guard full else { continue }
      let count = next(&at)
      out.counts.append(count)
      var clause: Int32 = 0
      for _ in 0..<count {
        clause += next(&at)
        out.clauses.append(clause)
      }
    }
  }

  @inline(__always)
  private func next(_ at: inout Int) -> Int32 {
    var value: Int32 = 0
    var shift: Int32 = 0
    while true {
      let byte = bytes[at]
      at += 1
      value |= Int32(byte & 127) << shift
      if byte < 128 { return value }
      shift += 7
    }
  }
}

extension [UInt64] {
  /// Sorts by the upper 38 bits and keeps the order of equals: three passes, linear.
  mutating func radixSort() {
    guard count > 64 else {
      // A plain stable sort for short lists: by key, and the records of a key are already in order of clauses.
      sort()
      return
    }
    var other = [UInt64](repeating: 0, count: count)
    for (shift, bits) in [(26, 13), (39, 13), (52, 12)] {
      var offsets = [Int](repeating: 0, count: 1 << bits + 1)
      let mask: UInt64 = 1 << UInt64(bits) - 1
      for record in self { offsets[Int(record >> UInt64(shift) & mask) + 1] += 1 }
      if offsets.contains(count) { continue }
      for i in 1..<offsets.count { offsets[i] += offsets[i - 1] }
      for record in self {
        let digit = Int(record >> UInt64(shift) & mask)
        other[offsets[digit]] = record
        offsets[digit] += 1
      }
      swap(&self, &other)
    }
  }
}
