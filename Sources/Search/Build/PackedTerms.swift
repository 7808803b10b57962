/// The postings of a shard's terms, ascending by key, one after another: key delta, length of the postings, postings. These are
/// varints: document delta, and for full terms the number of clauses and their deltas.
struct PackedTerms: Sendable {
  private(set) var bytes: [UInt8] = []
  /// Where the postings of each term lie, when they are looked up by their place.
  private(set) var ranges: [Range<Int>] = []

  init() {}

  /// Packs sorted `records` (`key << 26 | clause`); `isFull` says which keys keep their clauses.
  init(
    _ records: [UInt64], _ documents: [Int32], _ numbers: [Int32], keepsRanges: Bool = false,
    isFull: (UInt64) -> Bool
  ) {
    var postings: [UInt8] = []
    var i = 0
    var lastKey: UInt64 = 0
    while i < records.count {
      let key = records[i] >> 26
      let full = isFull(key)
      postings.removeAll(keepingCapacity: true)
      var last: Int32 = 0
      while i < records.count && records[i] >> 26 == key {
        let document = documents[Self.clause(records[i])]
        postings.appendVarint(Int(document - last))
        last = document
        let start = i
        var distinct = 0
        var previous = UInt64.max
        while i < records.count && records[i] >> 26 == key && documents[Self.clause(records[i])] == document {
          if records[i] != previous { distinct += 1 }
          previous = records[i]
          i += 1
        }
        if full { Self.appendClauses(records[start..<i], distinct, numbers, &postings) }
      }
      bytes.appendVarint(Int(key - lastKey))
      lastKey = key
      bytes.appendVarint(postings.count)
      if keepsRanges { ranges.append(bytes.count..<bytes.count + postings.count) }
      bytes += postings
    }
    // What the arrays reserved beyond their need adds up over many shards.
    bytes = Array(bytes[...])
  }

  /// Walks the terms in order.
  struct Cursor {
    private let terms: PackedTerms
    private(set) var key: UInt64 = 0
    /// The postings of the term at hand; `nil` at the end.
    private(set) var postings: Range<Int>?
    private var at = 0

    init(_ terms: PackedTerms) {
      self.terms = terms
      advance()
    }

    mutating func advance() {
      guard at < terms.bytes.count else {
        postings = nil
        return
      }
      key += UInt64(terms.varint(&at))
      let length = terms.varint(&at)
      postings = at..<at + length
      at += length
    }
  }

  private func varint(_ at: inout Int) -> Int {
    var value = 0
    var shift = 0
    while true {
      let byte = bytes[at]
      at += 1
      value |= Int(byte & 127) << shift
      if byte < 128 { return value }
      shift += 7
    }
  }

  private static func appendClauses(
    _ records: ArraySlice<UInt64>, _ distinct: Int, _ numbers: [Int32], _ bytes: inout [UInt8]
  ) {
    bytes.appendVarint(distinct)
    var last: Int32 = 0
    var previous = UInt64.max
    for record in records where record != previous {
      let number = numbers[clause(record)]
      bytes.appendVarint(Int(number - last))
      last = number
      previous = record
    }
  }

  private static func clause(_ record: UInt64) -> Int { Int(record & (1 << 26 - 1)) }

  /// Appends the postings of the term at the place `index`.
  func unpack(term index: Int, base: Int32, full: Bool, into out: inout Postings) {
    unpack(ranges[index], base: base, full: full, into: &out)
  }

  /// Appends the postings that lie in `range` to `out`, documents shifted by `base`.
  func unpack(_ range: Range<Int>, base: Int32, full: Bool, into out: inout Postings) {
    var at = range.lowerBound
    let end = range.upperBound
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
    for (shift, bits) in [(26, 13), (39, 13), (52, 12)] as [(UInt64, Int)] {
      var offsets = [Int](repeating: 0, count: 1 << bits + 1)
      let mask: UInt64 = 1 << UInt64(bits) - 1
      for record in self { offsets[Int(record >> shift & mask) + 1] += 1 }
      if offsets.contains(count) { continue }
      for i in 1..<offsets.count { offsets[i] += offsets[i - 1] }
      // Without the buffers every write would ask anew whether the arrays are shared.
      offsets.withUnsafeMutableBufferPointer { offsets in
        other.withUnsafeMutableBufferPointer { other in
          for record in self {
            let digit = Int(record >> shift & mask)
            other[offsets[digit]] = record
            offsets[digit] += 1
          }
        }
      }
      swap(&self, &other)
    }
  }
}
