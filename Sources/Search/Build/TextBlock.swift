/// A text block: everything a result shows, for the clauses `block << shift ..< (block + 1) << shift` of one document.
///
/// zlib of `TextCode`. Records end in U+001E, fields are separated by U+001F, the parts of a path by U+001D; those and other
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
  /// The size of blocks that characters are counted in.
  static let sampleShift = 5

  static func blocks(of document: SearchDocument, clauses: [SearchClause], options: SearchOptions) throws
    -> [[UInt8]]
  {
    try plain(document, clauses: clauses, shift: options.blockShift).map {
      try Zlib.compress(options.textCode.encode($0), level: 9)
    }
  }

  /// The blocks of a document as UTF-16.
  static func plain(_ document: SearchDocument, clauses: [SearchClause], shift: Int) -> [[UInt16]] {
    let size = 1 << shift
    var writer = Writer()
    return stride(from: 0, to: clauses.count, by: size).map { start in
      writer.block(document, clauses[start..<min(start + size, clauses.count)], of: clauses.count)
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
        let parts = clause.path.filter { !$0.isEmpty }
        head(anchor: Array(clause.anchor.utf16), after: &anchor, path: parts, after: &path)
      }
      for clause in clauses {
        field(clause.text)
        units.append(recordEnd)
      }
      return units
    }

    private mutating func head(
      anchor: [UInt16], after last: inout [UInt16], path: [String], after lastPath: inout [String]
    ) {
      var shared = 0
      while shared < min(anchor.count, last.count, mostShared) && anchor[shared] == last[shared] {
        shared += 1
      }
      units.append(noneShared + UInt16(shared))
      for unit in anchor[shared...] { units.append(Self.allowed(unit)) }
      last = anchor.map(Self.allowed)
      units.append(fieldEnd)
      var parts = 0
      while parts < min(path.count, lastPath.count, mostShared)
        && path[parts].utf16.elementsEqual(lastPath[parts].utf16)
      { parts += 1 }
      units.append(noneShared + UInt16(parts))
      for (i, part) in path[parts...].enumerated() {
        if i > 0 { units.append(pathEnd) }
        field(part)
      }
      lastPath = path
      units.append(recordEnd)
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
