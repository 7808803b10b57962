/// A text block: everything a result shows, for the clauses `block << shift ..< (block + 1) << shift` of one document, each
/// with what continues it.
///
/// zlib of `TextCode`, behind its dictionary. Records end in U+001E, fields are separated by U+001F, the parts of a path by U+001D; those and other
/// control characters but line feed and tab cannot stand in a field (they become U+FFFD). Record 0 is the card, then follow
/// the heads of all clauses, then their texts.
enum TextBlock {
  static let recordEnd: UInt16 = 0x1E
  static let fieldEnd: UInt16 = 0x1F
  static let pathEnd: UInt16 = 0x1D
  static let magic: [UInt8] = [0x47, 0x4B, 0x54, 1]
  /// A head says with these units how much it shares with the head before: none is `noneShared`, at most `mostShared`.
  static let noneShared: UInt16 = 0x30
  static let mostShared = 63
  /// Added to the first of these units when the clause continues the one before it.
  static let continuing: UInt16 = 64
  /// The size of blocks that characters are counted in.
  static let sampleShift = 4

  static func blocks(of document: SearchDocument, clauses: [SearchClause], options: SearchOptions) throws
    -> [[UInt8]]
  {
    try plain(document, clauses: clauses, shift: options.blockShift).map {
      try Zlib.compress(options.textCode.encode($0), after: options.textCode.dictionary)
    }
  }

  /// The blocks of a document as UTF-16.
  static func plain(_ document: SearchDocument, clauses: [SearchClause], shift: Int) -> [[UInt16]] {
    let size = 1 << shift
    let starts = clauses.indices.filter { !clauses[$0].continues }
    var writer = Writer()
    return stride(from: 0, to: starts.count, by: size).map { first in
      let end = first + size < starts.count ? starts[first + size] : clauses.count
      return writer.block(document, clauses[starts[first]..<end], of: starts.count)
    }
  }

  /// The file of a block: which one it is, then the stream.
  static func file(document: Int, block: Int, stream: [UInt8]) -> [UInt8] {
    var out = magic
    out.appendVarint(document)
    out.appendVarint(block)
    return out + stream
  }

  static func path(document: Int, block: Int) -> String { "t/\(document >> 8)/\(document)-\(block).bin" }

  private struct Writer {
    private var units: [UInt16] = []

    mutating func block(_ document: SearchDocument, _ clauses: ArraySlice<SearchClause>, of count: Int)
      -> [UInt16]
    {
      units.removeAll(keepingCapacity: true)
      fields([
        document.id, document.source, document.url, document.title, document.documentNumber ?? "",
        document.date ?? "", document.organ ?? "", document.validity, String(count),
      ])
      var anchor: [UInt16] = []
      var path = [document.title]
      for clause in clauses {
        let next = clause.anchor.utf16.map(Self.allowed)
        let kept = shared(anchor, next, ==)
        units.append(noneShared + UInt16(kept) + (clause.continues ? continuing : 0))
        units += next[kept...]
        units.append(fieldEnd)
        anchor = next
        let parts = clause.path.contains("") ? clause.path.filter { !$0.isEmpty } : clause.path
        head(path: parts, after: path)
        path = parts
        units.append(recordEnd)
      }
      for clause in clauses {
        field(clause.text)
        units.append(recordEnd)
      }
      return units
    }

    private mutating func head(path: [String], after last: [String]) {
      let kept = shared(last, path, Self.isSame)
      units.append(noneShared + UInt16(kept))
      for (i, part) in path[kept...].enumerated() {
        if i > 0 { units.append(pathEnd) }
        field(part)
      }
    }

    /// By bytes: what is equal only after normalization is not the same text.
    private static func isSame(_ a: String, _ b: String) -> Bool {
      guard a.utf8.count == b.utf8.count else { return false }
      let same = a.utf8.withContiguousStorageIfAvailable { a in
        b.utf8.withContiguousStorageIfAvailable { b in a.indices.allSatisfy { a[$0] == b[$0] } }
      }
      return (same ?? nil) ?? a.utf8.elementsEqual(b.utf8)
    }

    /// How many elements at the front are the same, at most `mostShared`.
    private func shared<Element>(_ a: [Element], _ b: [Element], _ same: (Element, Element) -> Bool) -> Int {
      let most = min(a.count, b.count, mostShared)
      var count = 0
      while count < most && same(a[count], b[count]) { count += 1 }
      return count
    }

    private mutating func field(_ text: String) {
      // Scalars are several times faster to go through than UTF-16.
      for scalar in text.unicodeScalars {
        let value = scalar.value
        if value <= 0xFFFF {
          units.append(Self.allowed(UInt16(truncatingIfNeeded: value)))
        } else {
          units.append(UTF16.leadSurrogate(scalar))
          units.append(UTF16.trailSurrogate(scalar))
        }
      }
    }

    private static func allowed(_ unit: UInt16) -> UInt16 {
      unit < 0x20 && unit != 0x0A && unit != 0x09 ? 0xFFFD : unit
    }

    private mutating func fields(_ values: [String]) {
      for (i, value) in values.enumerated() {
        if i > 0 { units.append(fieldEnd) }
        field(value)
      }
      units.append(recordEnd)
    }
  }
}
