/// Writes the bit streams of terms.
struct ListEncoder {
  let documents: Int
  /// Letters of each document, and of all.
  let lengths: [Int]
  let total: Int
  private var writer = BitWriter()

  init(lengths: [Int]) {
    self.lengths = lengths
    documents = lengths.count
    total = lengths.reduce(0, +)
  }

  /// BIC of the documents.
  mutating func set(_ list: [Int32]) -> [UInt8] {
    writer.reset()
    writer.interpolative(list[...], 0, documents - 1)
    return writer.finish()
  }

  /// Documents, then impact and number of clauses of each, then the clauses of each.
  mutating func full(_ list: Postings) -> [UInt8] {
    writer.reset()
    writer.interpolative(list.documents[...], 0, documents - 1)
    for (i, document) in list.documents.enumerated() {
      writer.write(impact(Int(list.counts[i]), length: lengths[Int(document)]) - 1, 4)
      writer.gamma(Int(list.counts[i]))
    }
    clauses(list)
    return writer.finish()
  }

  private mutating func clauses(_ list: Postings) {
    var at = 0
    for count in list.counts.lazy.map(Int.init) {
      let last = Int(list.clauses[at + count - 1])
      writer.expGolomb(last - (count - 1), order: 4)
      writer.interpolative(list.clauses[at..<at + count - 1], 0, max(0, last - 1))
      at += count
    }
  }

  /// What a query needs of a common term before it knows which documents matter: documents, impacts, and in which of them
  /// the title has it. `file` and `size` say where the clauses are.
  mutating func front(_ list: Postings, file: Int, size: Int) -> [UInt8] {
    writer.reset()
    writer.gamma(file + 1)
    writer.gamma(size)
    writer.interpolative(list.documents[...], 0, documents - 1)
    var titles: [Int32] = []
    var at = 0
    for (i, document) in list.documents.enumerated() {
      writer.write(impact(Int(list.counts[i]), length: lengths[Int(document)]) - 1, 4)
      if list.clauses[at] == 0 { titles.append(Int32(i)) }
      at += Int(list.counts[i])
    }
    writer.gamma(titles.count + 1)
    writer.interpolative(titles[...], 0, list.documents.count - 1)
    return writer.finish()
  }

  /// The file of a common term's clauses.
  mutating func back(_ list: Postings, file: Int) -> [UInt8] {
    writer.reset()
    for count in list.counts { writer.gamma(Int(count)) }
    clauses(list)
    var bytes = ClauseFile.magic
    bytes.appendVarint(file)
    bytes.appendVarint(list.documents.count)
    bytes += writer.finish()
    bytes.appendChecksum()
    return bytes
  }

  /// `ceil(16 tf / (tf + 1.2 (0.25 + 0.75 length / average)))`, from 1 to 16, in whole numbers.
  func impact(_ tf: Int, length: Int) -> Int {
    let s = max(total, 1)
    let above = 160 * s * tf
    let below = 10 * s * tf + 3 * s + 9 * length * documents
    return min(16, max(1, (above + below - 1) / below))
  }
}

/// The clauses of a common term, in a file of their own (docs/search-format.md, "Clause file").
enum ClauseFile {
  static let magic: [UInt8] = [0x47, 0x4B, 0x42, 1]
  static func path(_ number: Int) -> String { "b/\(number >> 8)/\(number).bin" }
}
