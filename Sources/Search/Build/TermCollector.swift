/// Collects the terms of a shard as fixed-size records, to be sorted once at the end.
struct TermCollector {
  /// `class << 62 | first << 44 | second << 26 | clause`, in order of clauses.
  private var records: [UInt64] = []
  /// `word << 26 | clause`, in order of clauses.
  private var wordRecords: [UInt64] = []
  private var wordIndex: [[UInt8]: Int] = [:]
  /// The clause's document and its number there.
  private var clauseDocuments: [Int32] = []
  private var clauseNumbers: [Int32] = []
  /// The last document in which a symbol was seen, plus one.
  private var lastSeen = [Int32](repeating: 0, count: Int(FoldTable.limit))
  private var seenScalars = [Bool](repeating: false, count: Int(FoldTable.limit))
  private var variants: [UInt32] = []
  private var normalizer = Normalizer(table: .standard)
  private var word: [UInt8] = []
  private var wordLength = 0

  private static let clauseBits: UInt64 = 26

  mutating func add(_ clauses: [SearchClause], document: Int) throws {
    guard clauseDocuments.count + clauses.count < 1 << Self.clauseBits else {
      throw SearchError.tooLarge(what: "clauses of a shard")
    }
    var number: Int32 = -1
    for clause in clauses {
      if !clause.continues {
        number += 1
        clauseDocuments.append(Int32(document))
        clauseNumbers.append(number)
      }
      let index = UInt64(clauseDocuments.count - 1)
      normalizer.reset()
      for scalar in clause.text.unicodeScalars {
        let value = scalar.value
        if value < FoldTable.limit && !seenScalars[Int(value)] {
          seenScalars[Int(value)] = true
          if normalizer.table.variant(value) != nil { variants.append(value) }
        }
        normalizer.feed(value)
      }
      emit(normalizer.symbols, clause: index, document: Int32(document))
    }
  }

  private mutating func emit(_ symbols: [UInt32], clause: UInt64, document: Int32) {
    var previous: UInt32 = 0
    var previousHan = false
    for symbol in symbols {
      if symbol == 0 {
        endWord(clause)
        previous = 0
        continue
      }
      if lastSeen[Int(symbol)] != document + 1 {
        lastSeen[Int(symbol)] = document + 1
        records.append(UInt64(symbol) << 26 | clause)
      }
      let han = Symbol.isHan(symbol)
      if previous != 0 {
        let kind: TermClass = han && previousHan ? .pair : .mixed
        records.append(kind.rawValue << 62 | UInt64(previous) << 44 | UInt64(symbol) << 26 | clause)
      }
      if han {
        endWord(clause)
      } else {
        word.appendSymbol(symbol)
        wordLength += 1
        if wordLength == LabelClass.longestWord { endWord(clause) }
      }
      (previous, previousHan) = (symbol, han)
    }
    endWord(clause)
  }

  private mutating func endWord(_ clause: UInt64) {
    guard wordLength > 0 else { return }
    let next = wordIndex.count
    let id = wordIndex[word, default: next]
    if id == next { wordIndex[word] = id }
    wordRecords.append(UInt64(id) << Self.clauseBits | clause)
    word.removeAll(keepingCapacity: true)
    wordLength = 0
  }

  /// Sorts and packs everything into `shard`.
  mutating func finish(into shard: inout IndexShard) {
    records.radixSort()
    shard.symbols = PackedTerms(records, clauseDocuments, clauseNumbers) {
      $0 >> 36 == TermClass.pair.rawValue
    }
    let order = wordIndex.map { (word: $0.key, id: $0.value) }.sorted {
      $0.word.lexicographicallyPrecedes($1.word)
    }
    var rank = [UInt64](repeating: 0, count: order.count)
    for (i, entry) in order.enumerated() { rank[entry.id] = UInt64(i) }
    let clauseMask: UInt64 = 1 << Self.clauseBits - 1
    for i in wordRecords.indices {
      wordRecords[i] =
        rank[Int(wordRecords[i] >> Self.clauseBits)] << Self.clauseBits | wordRecords[i] & clauseMask
    }
    wordRecords.radixSort()
    shard.words = order.map(\.word)
    shard.wordTerms = PackedTerms(wordRecords, clauseDocuments, clauseNumbers, keepsRanges: true) { _ in true
    }
    shard.variants = variants.sorted()
    shard.alphabet = lastSeen.indices.filter { lastSeen[$0] > 0 }.map(UInt32.init)
  }
}
