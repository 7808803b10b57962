/// Writes the bit streams of terms.
struct ListEncoder {
  let documents: Int
  /// The size class of each document.
  let sizes: [UInt8]
  private var writer = BitWriter()

  init(sizes: [UInt8]) {
    self.sizes = sizes
    documents = sizes.count
  }

  /// BIC of the documents.
  mutating func set(_ list: [Int32]) -> [UInt8] {
    writer.reset()
    writer.interpolative(list[...], 0, documents - 1)
    return writer.finish()
  }

  /// Documents, then the number of clauses of each, then the clauses of each.
  mutating func full(_ list: Postings) -> [UInt8] {
    writer.reset()
    writer.interpolative(list.documents[...], 0, documents - 1)
    clauses(list)
    return writer.finish()
  }

  private mutating func clauses(_ list: Postings) {
    for count in list.counts { writer.gamma(Int(count)) }
    var at = 0
    for (document, count) in zip(list.documents, list.counts) {
      let end = at + Int(count)
      writer.interpolative(list.clauses[at..<end], 0, SizeClass.bound(sizes[Int(document)]) - 1)
      at = end
    }
  }

  /// What every query needs of a common term: documents, and in which of them the title has it. `file` and `size` say where
  /// the clauses are.
  mutating func front(_ list: Postings, file: Int, size: Int) -> [UInt8] {
    writer.reset()
    writer.gamma(file + 1)
    writer.gamma(size)
    writer.interpolative(list.documents[...], 0, documents - 1)
    var titles: [Int32] = []
    var at = 0
    for i in list.documents.indices {
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
    clauses(list)
    var bytes = ClauseFile.magic
    bytes.appendVarint(file)
    bytes.appendVarint(list.documents.count)
    bytes += writer.finish()
    bytes.appendChecksum()
    return bytes
  }
}

/// The clauses of a common term, in a file of their own (docs/search-format.md, "Clause file").
enum ClauseFile {
  static let magic: [UInt8] = [0x47, 0x4B, 0x42, 1]
  static func path(_ number: Int) -> String { "b/\(number >> 8)/\(number).bin" }
}
