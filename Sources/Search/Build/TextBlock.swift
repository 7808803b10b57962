/// A text block: everything a result shows, for the clauses `block << shift ..< (block + 1) << shift` of one document.
///
/// zlib of UTF-16LE. Records end in U+001E, fields are separated by U+001F, the parts of a path by U+001D; those and other
/// control characters but line feed and tab cannot stand in a field (they become U+FFFD). Record 0 is the card.
enum TextBlock {
  static let recordEnd: UInt16 = 0x1E
  static let fieldEnd: UInt16 = 0x1F
  static let pathEnd: UInt16 = 0x1D
  static let magic: [UInt8] = [0x47, 0x4B, 0x54, 1]

  static func blocks(of document: SearchDocument, clauses: [SearchClause], shift: Int) throws -> [[UInt8]] {
    let size = 1 << shift
    var out: [[UInt8]] = []
    for start in stride(from: 0, to: clauses.count, by: size) {
      var text = Writer()
      text.fields([
        document.id, document.source, document.url, document.title, document.documentNumber ?? "",
        document.date ?? "", document.organ ?? "", document.validity, String(clauses.count),
      ])
      for clause in clauses[start..<min(start + size, clauses.count)] {
        text.field(clause.anchor)
        text.unit(fieldEnd)
        for (i, part) in clause.path.enumerated() {
          if i > 0 { text.unit(pathEnd) }
          text.field(part)
        }
        text.unit(fieldEnd)
        text.field(clause.text)
        text.unit(recordEnd)
      }
      out.append(try Zlib.compress(text.bytes))
    }
    return out
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
    var bytes: [UInt8] = []

    mutating func unit(_ value: UInt16) {
      bytes.append(UInt8(truncatingIfNeeded: value))
      bytes.append(UInt8(truncatingIfNeeded: value >> 8))
    }

    mutating func field(_ text: String) {
      for value in text.utf16 { unit(value < 0x20 && value != 0x0A && value != 0x09 ? 0xFFFD : value) }
    }

    mutating func fields(_ values: [String]) {
      for (i, value) in values.enumerated() {
        if i > 0 { unit(fieldEnd) }
        field(value)
      }
      unit(recordEnd)
    }
  }
}
