extension TextBlock {
  /// A text block, read.
  struct Content {
    struct Clause {
      var anchor: String
      var path: [String]
      var text: String
      var normal: NormalText
    }

    /// Id, source, address, title, number, date, organ, validity, number of clauses of the document.
    let card: [String]
    let documentClauses: Int
    let firstClause: Int
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
      firstClause = block << manifest.blockShift
      guard let clauseCount = Int(card[8]), clauseCount > firstClause, clauseCount <= 1 << 26 else {
        throw ByteCursor.Truncated()
      }
      documentClauses = clauseCount
      var heads = Heads(title: card[3])
      clauses = try (1...count).map { i in
        guard records[i].count == 2, records[i + count].count == 1 else { throw ByteCursor.Truncated() }
        let (anchor, path) = try heads.next(records[i])
        let text = String(decoding: records[i + count][0], as: UTF16.self)
        return Clause(anchor: anchor, path: path, text: text, normal: NormalText(text))
      }
    }
  }

  /// Unfolds heads, of which each says what it shares with the one before.
  private struct Heads {
    private var anchor: [UInt16] = []
    private var path: [String]
    /// Units that the heads of a block may have together.
    private var spread = 1 << 24

    init(title: String) { path = [title] }

    mutating func next(_ fields: [ArraySlice<UInt16>]) throws -> (String, [String]) {
      let shared = try Self.shared(fields[0], of: anchor.count)
      anchor = Array(anchor[..<shared]) + fields[0].dropFirst()
      let parts = try Self.shared(fields[1], of: path.count)
      path.removeLast(path.count - parts)
      let rest = fields[1].dropFirst()
      if !rest.isEmpty {
        path += rest.split(separator: TextBlock.pathEnd, omittingEmptySubsequences: false).map {
          String(decoding: $0, as: UTF16.self)
        }
      }
      spread -= anchor.count + path.count
      guard spread >= 0 else { throw ByteCursor.Truncated() }
      return (String(decoding: anchor, as: UTF16.self), path)
    }

    private static func shared(_ field: ArraySlice<UInt16>, of count: Int) throws -> Int {
      guard let first = field.first, first >= TextBlock.noneShared,
        Int(first - TextBlock.noneShared) <= min(count, TextBlock.mostShared)
      else { throw ByteCursor.Truncated() }
      return Int(first - TextBlock.noneShared)
    }
  }
}
