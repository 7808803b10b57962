import Bytes

/// The index of some documents that follow each other in the catalogue, not yet numbered or merged. Pure and independent
/// of all other shards, so that shards can be made in parallel; the result does not depend on where the cuts are.
///
/// Time is linear in the text; memory while it is made is about 20 bytes a character.
public struct IndexShard: Sendable {
  let options: SearchOptions
  var documents: [ShardDocument] = []
  /// Terms of symbols; a key is `class << 36 | first << 18 | second`.
  var symbols = PackedTerms()
  /// Words, UTF-8, ascending; their postings have the word's place as key.
  var words: [[UInt8]] = []
  var wordTerms = PackedTerms()
  /// Keys of numbers and titles with the documents that bear them, ascending, each once.
  var labels: [Label] = []
  /// Scalars of the texts that fold to something else, ascending.
  var variants: [UInt32] = []
  /// Symbols of the texts, ascending.
  var alphabet: [UInt32] = []

  struct Label: Sendable, Comparable {
    var key: [UInt8]
    var document: Int32
    static func < (a: Label, b: Label) -> Bool {
      a.key == b.key ? a.document < b.document : a.key.lexicographicallyPrecedes(b.key)
    }
  }

  /// Indexes `documents`, which are in catalogue order: date descending, then id. The shard keeps their text blocks.
  public init(documents: [SearchDocument], options: SearchOptions = SearchOptions()) throws {
    try self.init(documents, options, first: 0, emit: nil)
  }

  /// Indexes documents of which the first is number `first` of the catalogue, and hands their text blocks out at once:
  /// in an index of many documents they take more memory than all else.
  public init(
    documents: [SearchDocument], options: SearchOptions, first: Int,
    emit: @escaping (IndexFile) throws -> Void
  ) throws {
    try self.init(documents, options, first: first, emit: emit)
  }

  private init(
    _ documents: [SearchDocument], _ options: SearchOptions, first: Int, emit: ((IndexFile) throws -> Void)?
  ) throws {
    self.options = options
    var collector = TermCollector()
    for document in documents {
      let clauses = document.indexedClauses
      try collector.add(clauses, document: self.documents.count)
      addLabels(document)
      var entry = try ShardDocument(document, clauses: clauses, options: options)
      if let emit {
        for file in entry.files(document: first + self.documents.count) { try emit(file) }
        entry.blocks = []
      }
      self.documents.append(entry)
    }
    labels.sort()
    labels.removeRepeats()
    collector.finish(into: &self)
  }

  private mutating func addLabels(_ document: SearchDocument) {
    let index = Int32(documents.count)
    for number in document.numbers + [document.documentNumber].compactMap({ $0 }) {
      for key in DocumentNumberKey.keys(of: number) { labels.append(Label(key: key, document: index)) }
    }
    for key in TitlePinyin.keys(of: document.title) { labels.append(Label(key: key, document: index)) }
  }
}

/// What a shard keeps of one document.
struct ShardDocument: Sendable {
  var clauses: Int
  /// Deflated text blocks, unless they were handed out.
  var blocks: [[UInt8]]
  let blockCount: Int
  /// Digest of the blocks and facets.
  var digest: [UInt8]
  /// No longer in force: ranks below the others.
  var sunk: Bool
  var facets: [(name: String, values: [String])]

  init(_ document: SearchDocument, clauses: [SearchClause], options: SearchOptions) throws {
    self.clauses = clauses.clauseCount
    blocks = try TextBlock.blocks(of: document, clauses: clauses, options: options)
    blockCount = blocks.count
    sunk = document.validity == "repealed" || document.validity == "expired"
    facets = document.facets
    var hash = SHA256()
    for block in blocks { hash.update(block) }
    for facet in facets {
      hash.update(Array(facet.name.utf8) + [0])
      for value in facet.values { hash.update(Array(value.utf8) + [0]) }
    }
    digest = hash.finalize()
  }

  /// The files of the text blocks that are still here.
  func files(document: Int) -> [IndexFile] {
    blocks.enumerated().map { block, stream in
      IndexFile(
        path: "\(SearchIndex.unnamed)/\(TextBlock.path(document: document, block: block))",
        bytes: TextBlock.file(document: document, block: block, stream: stream))
    }
  }
}

extension SearchDocument {
  /// The clauses as they are indexed and stored: clause 0 is the title, followed by the title of the catalogue when it is
  /// another one, and the numbers that the document bears.
  var indexedClauses: [SearchClause] {
    var out = clauses
    if out.isEmpty { out.append(SearchClause(anchor: "", text: title)) }
    out[0].continues = false
    var first = NormalText(out[0].text)
    for extra in [title] + [documentNumber].compactMap({ $0 }) + numbers
    where !first.contains(NormalText(extra).symbols) {
      out[0].text += "\n" + extra
      first = NormalText(out[0].text)
    }
    return out
  }
}

extension Array where Element: Equatable {
  /// Keeps the first of neighbours that are equal.
  mutating func removeRepeats() {
    guard count > 1 else { return }
    var kept = 1
    for i in 1..<count where self[i] != self[kept - 1] {
      self[kept] = self[i]
      kept += 1
    }
    removeLast(count - kept)
  }
}
