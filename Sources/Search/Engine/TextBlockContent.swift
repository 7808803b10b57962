extension TextBlock {
  /// A text block, read.
  struct Content {
    struct Clause {
      var anchor: String
      var path: [String]
      var text: String
    }

    /// Id, source, address, title, number, date, organ, validity, number of clauses of the document.
    let card: [String]
    let documentClauses: Int
    let firstClause: Int
    let clauses: [Clause]

    static let cardFields = 9

    init(_ bytes: [UInt8], document: Int, block: Int, shift: Int) throws {
      var cursor = ByteCursor(bytes)
      guard try Array(cursor.take(4)) == TextBlock.magic, try cursor.varint() == document,
        try cursor.varint() == block,
        let plain = Zlib.decompress(Array(bytes[cursor.at...]), limit: 1 << 30), plain.count.isMultiple(of: 2)
      else { throw ByteCursor.Truncated() }
      var units: [UInt16] = []
      units.reserveCapacity(plain.count / 2)
      for i in stride(from: 0, to: plain.count, by: 2) {
        units.append(UInt16(plain[i]) | UInt16(plain[i + 1]) << 8)
      }
      let records = units.split(separator: TextBlock.recordEnd, omittingEmptySubsequences: false).map {
        $0.split(separator: TextBlock.fieldEnd, omittingEmptySubsequences: false)
      }
      guard records.count >= 2, records[0].count == Self.cardFields, records.last?.count == 1 else {
        throw ByteCursor.Truncated()
      }
      card = records[0].map { String(decoding: $0, as: UTF16.self) }
      firstClause = block << shift
      guard let count = Int(card[8]), count > firstClause, count <= 1 << 26 else {
        throw ByteCursor.Truncated()
      }
      documentClauses = count
      clauses = try records[1..<records.count - 1].map { fields in
        guard fields.count == 3 else { throw ByteCursor.Truncated() }
        let path =
          fields[1].isEmpty
          ? []
          : fields[1].split(
            separator: TextBlock.pathEnd, omittingEmptySubsequences: false)
        return Clause(
          anchor: String(decoding: fields[0], as: UTF16.self),
          path: path.map { String(decoding: $0, as: UTF16.self) },
          text: String(decoding: fields[2], as: UTF16.self))
      }
    }
  }
}
