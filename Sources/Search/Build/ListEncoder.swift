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
  mutating func full(_ list: Postings) -> FullList {
    writer.reset()
    writer.interpolative(list.documents[...], 0, documents - 1)
    let start = writer.count
    clauses(list)
    let end = writer.count
    return FullList(bytes: writer.finish(), clauses: start..<end)
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
  func back(_ list: FullList, documents: Int, file: Int) -> [UInt8] {
    var bytes = ClauseFile.magic
    bytes.appendVarint(file)
    bytes.appendVarint(documents)
    list.appendClauses(to: &bytes)
    bytes.appendChecksum()
    return bytes
  }
}

/// The stream of a full list.
struct FullList {
  var bytes: [UInt8]
  /// The bits that are the numbers of clauses, and the clauses.
  var clauses: Range<Int>

  /// Appends the bits of the clauses, and zero bits to a whole byte.
  func appendClauses(to out: inout [UInt8]) {
    let shift = clauses.lowerBound & 7
    for at in stride(from: clauses.lowerBound >> 3, to: (clauses.upperBound - shift + 7) >> 3, by: 1) {
      let next = at + 1 < bytes.count ? bytes[at + 1] : 0
      out.append(shift == 0 ? bytes[at] : bytes[at] << shift | next >> (8 - shift))
    }
  }
}

/// The clauses of a common term, in a file of their own (docs/search-format.md, "Clause file").
enum ClauseFile {
  static let magic: [UInt8] = [0x47, 0x4B, 0x42, 1]
  static func path(_ number: Int) -> String { "b/\(number >> 8)/\(number).bin" }
}
