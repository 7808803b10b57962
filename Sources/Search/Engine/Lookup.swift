/// Terms of a query, looked up once each.
struct QueryTerm {
  var text: String
  var list: TermList
  /// Rarity among documents, and among titles.
  var idf: Int
  var titleIdf: Int

  init(text: String, list: TermList, documents: Int) {
    self.text = text
    self.list = list
    idf = FixedLog.idf(list.documents.count, of: documents)
    var titles = 0
    for has in list.inTitle where has { titles += 1 }
    titleIdf = FixedLog.idf(titles, of: documents)
  }
}

/// Logarithms in whole numbers, the same in every language.
enum FixedLog {
  /// `floor(1024 log2 n)`, to about one unit; `n` from 1. Ten squarings of a 16-bit mantissa.
  static func log2(_ n: Int) -> Int {
    let k = n.highBit
    var m = k > 15 ? n >> (k - 15) : n << (15 - k)
    var result = k << 10
    for bit in stride(from: 9, through: 0, by: -1) {
      m = (m * m) >> 15
      if m >= 1 << 16 {
        result |= 1 << bit
        m >>= 1
      }
    }
    return result
  }

  /// `1024 log2((2N+2)/(2df+1))`, at least 1.
  static func idf(_ df: Int, of documents: Int) -> Int {
    max(1, log2(2 * documents + 2) - log2(2 * df + 1))
  }
}

/// A pattern with its lists.
struct ResolvedPattern {
  var pattern: Pattern
  /// Terms that have to stand in one clause, by their place in the table.
  var lists: [Int] = []
  /// Documents, all of which have to contain a match.
  var sets: [[Int32]] = []
  /// Terms that count for the score.
  var scored: [Int] = []
  /// The lists alone do not prove that the pattern is there.
  var unproved = false
  /// Some term is in no document.
  var impossible = false
  /// Only titles count.
  var titleOnly = false
  /// Documents that match as far as the lists tell, ascending.
  var documents: [Int32] = []
}

/// Looks up patterns; keeps the table of terms that the score is made of.
struct Lookup {
  private let reader: IndexReader
  private(set) var terms: [QueryTerm] = []
  private var places: [String: Int] = [:]

  /// More chunks than this are not read for the beginning of a word.
  static let mostPrefixChunks = 8
  /// Clauses are not read from larger files, in bytes: the text is then looked at instead.
  static let largestClauseFile = 32768

  init(_ reader: IndexReader) { self.reader = reader }

  mutating func resolve(_ pattern: Pattern, titleOnly: Bool) throws -> ResolvedPattern {
    let need = PatternTerms(pattern)
    var out = ResolvedPattern(pattern: pattern)
    out.unproved = titleOnly || pattern.symbols.count > 2 || pattern.endsNumber
    for character in need.characters {
      let key = reader.manifest.characterKey(character)
      let place = term("c\(character)", [character], try reader.list(numeric: key))
      out.require(set: place.map { terms[$0].list.documents })
      out.scored += place.map { [$0] } ?? []
    }
    for pair in need.pairs {
      let key = reader.manifest.pairKey(pair.first, pair.second)
      let list = try reader.list(numeric: key)
      out.require(list: term("p\(pair.first) \(pair.second)", [pair.first, pair.second], list))
    }
    for word in need.words { out.require(list: try wordTerm(word)) }
    for pair in need.mixed {
      let key = reader.manifest.pairKey(pair.first, pair.second)
      out.require(set: try reader.list(numeric: key)?.documents)
    }
    for word in need.open { try resolve(word, in: pattern, titleOnly: titleOnly, into: &out) }
    out.titleOnly = titleOnly
    return out
  }

  /// Reads the clauses of common terms as far as they pay: when a pattern's rarest term is one. Then finds the documents that
  /// have each pattern.
  mutating func match(_ groups: inout [[ResolvedPattern]]) throws {
    for patterns in groups { for pattern in patterns { try place(pattern) } }
    for g in groups.indices { for p in groups[g].indices { match(&groups[g][p]) } }
  }

  private mutating func place(_ pattern: ResolvedPattern) throws {
    guard !pattern.impossible else { return }
    let rarest = pattern.lists.min { terms[$0].list.documents.count < terms[$1].list.documents.count }
    if let rarest, let file = terms[rarest].list.clauseFile, file.size <= Self.largestClauseFile {
      try reader.place(&terms[rarest].list)
    }
  }

  /// Titles by pinyin: every two syllables, or every three initials.
  mutating func resolvePinyin(_ letters: [UInt8]) throws -> ResolvedPattern? {
    var found: [[Int32]] = []
    if let syllables = PinyinSyllables.cut(letters), syllables.count > 1 {
      let keys = zip(syllables, syllables.dropFirst()).map { [LabelClass.syllables] + $0 + [0x20] + $1 }
      found.append(try intersection(of: keys))
    }
    if letters.count >= 3 {
      let keys = (0...(letters.count - 3)).map { [LabelClass.initials] + letters[$0..<$0 + 3] }
      found.append(try intersection(of: keys))
    }
    let documents = DocumentSet.union(found + [[]], documents: reader.manifest.documents)
    guard !documents.isEmpty else { return nil }
    var out = ResolvedPattern(pattern: Pattern([]))
    let text = String(decoding: letters, as: UTF8.self)
    if let place = term("y" + text, text, TermList(documents: documents)) { out.scored = [place] }
    out.documents = documents
    return out
  }

  /// A word at an end of the pattern: it may be a part of the words of the text.
  private mutating func resolve(
    _ word: PatternTerms.OpenWord, in pattern: Pattern, titleOnly: Bool, into out: inout ResolvedPattern
  ) throws {
    let symbols = word.symbols
    if let exact = try wordTerm(symbols) { out.scored.append(exact) }
    if symbols.count == 1 {
      guard word.alone else { return }  // The mixed pairs say it.
      let key = reader.manifest.characterKey(symbols[0])
      let place = term("c\(symbols[0])", symbols, try reader.list(numeric: key))
      out.require(set: place.map { terms[$0].list.documents })
      out.scored += place.map { [$0] } ?? []
      return
    }
    if symbols.count > 2, let documents = try containing(word) {
      let text = Self.text(symbols)
      let list = documents.isEmpty ? nil : TermList(documents: documents)
      let place = term("o\(word.left)\(word.right)" + text, text, list)
      out.require(set: place.map { terms[$0].list.documents })
      out.scored += place.map { [$0] } ?? []
      let whole = symbols.count == pattern.symbols.count && symbols.count <= LabelClass.longestSuffix
      if whole && !pattern.endsNumber && !titleOnly { out.unproved = false }
      return
    }
    for i in 1..<symbols.count {
      let key = reader.manifest.pairKey(symbols[i - 1], symbols[i])
      let list = try reader.list(numeric: key)
      let place = term("m\(symbols[i - 1]) \(symbols[i])", Array(symbols[i - 1...i]), list)
      out.require(set: place.map { terms[$0].list.documents })
      if symbols.count == 2 && word.alone { out.scored += place.map { [$0] } ?? [] }
    }
  }

  /// Documents with a word that contains `word` where it may; `nil` when too many files would be needed.
  private func containing(_ word: PatternTerms.OpenWord) throws -> [Int32]? {
    let cut = word.symbols.count > LabelClass.longestSuffix
    let whole = Self.utf8(word.symbols)
    let start = Self.utf8(Array(word.symbols.prefix(LabelClass.longestSuffix)))
    var lists: [[Int32]] = []
    if word.right || cut {
      guard let words = try reader.documents(prefix: [LabelClass.word] + whole, limit: Self.mostPrefixChunks)
      else { return nil }
      lists += words
      if word.left {
        let prefix = [LabelClass.suffix] + start
        guard let suffixes = try reader.documents(prefix: prefix, limit: Self.mostPrefixChunks) else {
          return nil
        }
        lists += suffixes
      }
    } else {
      for letter in [LabelClass.word, LabelClass.suffix] {
        if let list = try reader.list(label: [letter] + whole) { lists.append(list.documents) }
      }
    }
    return DocumentSet.union(lists + [[]], documents: reader.manifest.documents)
  }

  private mutating func wordTerm(_ symbols: [UInt32]) throws -> Int? {
    let key = [LabelClass.word] + Self.utf8(symbols)
    return term("w" + Self.text(symbols), symbols, try reader.list(label: key))
  }

  private mutating func term(_ name: String, _ symbols: [UInt32], _ list: TermList?) -> Int? {
    term(name, Self.text(symbols), list)
  }

  /// The place of a term in the table; `nil` when no document has it.
  private mutating func term(_ name: String, _ text: String, _ list: TermList?) -> Int? {
    if let known = places[name] { return known }
    guard let list else { return nil }
    places[name] = terms.count
    terms.append(QueryTerm(text: text, list: list, documents: reader.manifest.documents))
    return terms.count - 1
  }

  private func intersection(of keys: [[UInt8]]) throws -> [Int32] {
    var out: [Int32]?
    for key in keys {
      guard let list = try reader.list(label: key) else { return [] }
      out = out.map { DocumentSet.intersection($0, list.documents) } ?? list.documents
    }
    return out ?? []
  }

  /// Fills `documents`: all lists and sets, and all full lists in one clause as far as clauses were read, or in the title.
  private func match(_ out: inout ResolvedPattern) {
    guard !out.impossible, !out.pattern.symbols.isEmpty else { return }
    var all = out.sets + out.lists.map { terms[$0].list.documents }
    guard !all.isEmpty else { return }
    all.sort { $0.count < $1.count }
    var documents = all[0]
    for other in all.dropFirst() { documents = DocumentSet.intersection(documents, other) }
    if out.lists.count > 1 || out.titleOnly && !out.lists.isEmpty {
      var cursors = out.lists.map { _ in 0 }
      documents = documents.filter { document in
        var common: [Int32]?
        for (i, place) in out.lists.enumerated() {
          let list = terms[place].list
          while list.documents[cursors[i]] < document { cursors[i] += 1 }
          if out.titleOnly {
            guard list.inTitle[cursors[i]] else { return false }
          } else if list.isPlaced {
            let clauses = Array(list.clauses(at: cursors[i]))
            common = common.map { DocumentSet.intersection($0, clauses) } ?? clauses
          }
        }
        return common?.isEmpty != true
      }
    }
    out.documents = documents
  }

  /// Some clauses of the pattern were read.
  func isPlaced(_ pattern: ResolvedPattern) -> Bool { pattern.lists.contains { terms[$0].list.isPlaced } }

  /// The clauses of `document` that hold all full lists of a pattern whose clauses were read.
  func clauses(of pattern: ResolvedPattern, in document: Int32) -> [Int32] {
    var common: [Int32]?
    for place in pattern.lists where terms[place].list.isPlaced {
      let list = terms[place].list
      let i = list.documents.partition { $0 < document }
      guard i < list.documents.count, list.documents[i] == document else { return [] }
      let clauses = Array(list.clauses(at: i))
      common = common.map { DocumentSet.intersection($0, clauses) } ?? clauses
    }
    return common ?? []
  }

  private static func utf8(_ symbols: [UInt32]) -> [UInt8] {
    var out: [UInt8] = []
    for symbol in symbols { out.appendSymbol(symbol) }
    return out
  }

  private static func text(_ symbols: [UInt32]) -> String { String(decoding: utf8(symbols), as: UTF8.self) }
}

extension ResolvedPattern {
  mutating func require(list place: Int?) {
    guard let place else {
      impossible = true
      return
    }
    lists.append(place)
    scored.append(place)
  }

  mutating func require(set: [Int32]?) {
    if let set { sets.append(set) } else { impossible = true }
  }
}
