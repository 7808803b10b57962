extension TextBlock {
  /// A text block, read.
  struct Content {
    struct Clause {
      /// What lists call it; several have the same when they continue each other.
      var number: Int
      var anchor: String
      var path: [String]
      var text: String
      var normal: NormalText
    }

    /// Id, source, address, title, number, date, organ, validity, number of clauses of the document.
    let card: [String]
    let documentClauses: Int
    let clauses: [Clause]

    static let cardFields = 9
    /// Bytes of a block and the dictionary before it; a real one has some thousands.
    static let mostBytes = 1 << 26

    init(_ bytes: [UInt8], document: Int, block: Int, _ manifest: Manifest) throws {
      var cursor = ByteCursor(bytes)
      guard try Array(cursor.take(4)) == TextBlock.magic, try cursor.varint() == document,
        try cursor.varint() == block,
        let plain = Zlib.decompress(manifest.textLead + bytes[cursor.at...], limit: Self.mostBytes),
        let units = manifest.textDecoding.decode(Array(plain.dropFirst(manifest.textDictionary)))
      else { throw ByteCursor.Truncated() }
      let records = units.split(separator: TextBlock.recordEnd, omittingEmptySubsequences: false).map {
        $0.split(separator: TextBlock.fieldEnd, omittingEmptySubsequences: false)
      }
      let count = (records.count - 2) / 2
      guard records.count == 2 * count + 2, count > 0, records[0].count == Self.cardFields,
        records[2 * count + 1].count == 1, records[2 * count + 1][0].isEmpty
      else { throw ByteCursor.Truncated() }
      card = records[0].map { String(decoding: $0, as: UTF16.self) }
      let firstClause = block << manifest.blockShift
      guard let clauseCount = Int(card[8]), clauseCount > firstClause, clauseCount <= 1 << 26 else {
        throw ByteCursor.Truncated()
      }
      documentClauses = clauseCount
      var heads = Heads(title: card[3], before: firstClause - 1)
      clauses = try (1...count).map { i in
        guard records[i].count == 2, records[i + count].count == 1 else { throw ByteCursor.Truncated() }
        let (number, anchor, path) = try heads.next(records[i])
        guard number >= firstClause else { throw ByteCursor.Truncated() }
        let text = String(decoding: records[i + count][0], as: UTF16.self)
        return Clause(
          number: number, anchor: anchor, path: path, text: text, normal: NormalText(text))
      }
    }
  }

  /// Unfolds heads, of which each says what it shares with the one before.
  private struct Heads {
    private var anchor: [UInt16] = []
    private var path: [String]
    private var number: Int
    /// Units that the heads of a block may have together.
    private var spread = 1 << 24

    /// - Parameter before: The number of the clause before the first.
    init(title: String, before: Int) {
      path = [title]
      number = before
    }

    mutating func next(_ fields: [ArraySlice<UInt16>]) throws -> (Int, String, [String]) {
      let (shared, continues) = try Self.shared(fields[0], of: anchor.count)
      if !continues { number += 1 }
      anchor = Array(anchor[..<shared]) + fields[0].dropFirst()
      let (parts, isMarked) = try Self.shared(fields[1], of: path.count)
      path.removeLast(path.count - parts)
      let rest = fields[1].dropFirst()
      if !rest.isEmpty {
        path += rest.split(separator: TextBlock.pathEnd, omittingEmptySubsequences: false).map {
          String(decoding: $0, as: UTF16.self)
        }
      }
      spread -= anchor.count + path.count
      guard spread >= 0, !isMarked else { throw ByteCursor.Truncated() }
      return (number, String(decoding: anchor, as: UTF16.self), path)
    }

    private static func shared(_ field: ArraySlice<UInt16>, of count: Int) throws -> (Int, continues: Bool) {
      guard let first = field.first, first >= TextBlock.noneShared else { throw ByteCursor.Truncated() }
      let value = first - TextBlock.noneShared
      let shared = Int(value % TextBlock.continuing)
      guard value < 2 * TextBlock.continuing, shared <= count else { throw ByteCursor.Truncated() }
      return (shared, value >= TextBlock.continuing)
    }
  }
}
