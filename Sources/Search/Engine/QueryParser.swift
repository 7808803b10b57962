/// Reads what a person typed. Never fails: what means nothing is left out.
struct QueryParser {
  private let text: [UInt32]
  private var at = 0
  private var query = Query()
  private var symbolsLeft = Query.mostSymbols
  private var plain = true

  /// `asNumber` false: what can be a document number is words like others.
  static func parse(_ text: [UInt32], synonyms: [[[UInt32]]] = [], asNumber: Bool = true) -> Query {
    var parser = QueryParser(text: Array(text.prefix(longestQuery)))
    parser.query.truncated = text.count > longestQuery
    parser.run()
    parser.addNumber(asPattern: asNumber)
    parser.addSynonyms(synonyms)
    return parser.query
  }

  static func parse(_ text: String, synonyms: [[[UInt32]]] = [], asNumber: Bool = true) -> Query {
    parse(text.unicodeScalars.map(\.value), synonyms: synonyms, asNumber: asNumber)
  }

  private static let longestQuery = 4096
  private static let quotes: [UInt32] = [0x22, 0x201C, 0x201D, 0xFF02]

  /// Names before a colon, and the facet that they choose from.
  private static let fields: [(name: String, field: Field)] = [
    ("标题", .title), ("title", .title), ("文号", .number), ("number", .number),
    ("部门", .facet("organ")), ("机关", .facet("organ")), ("机构", .facet("organ")), ("organ", .facet("organ")),
    ("年份", .facet("year")), ("年", .facet("year")), ("year", .facet("year")),
    ("有效性", .facet("validity")), ("validity", .facet("validity")),
    ("文种", .facet("kind")), ("体裁", .facet("kind")), ("kind", .facet("kind")),
    ("主题", .facet("topic")), ("topic", .facet("topic")),
    ("目录", .facet("catalog")), ("栏目", .facet("catalog")), ("catalog", .facet("catalog")),
  ]

  private enum Field: Equatable {
    case title, number
    case facet(String)
  }

  private init(text: [UInt32]) { self.text = text }

  private mutating func run() {
    while true {
      while at < text.count && Self.isSpace(text[at]) { at += 1 }
      guard at < text.count else { return }
      let exclude = takeMinus()
      let field = takeField()
      let start = at
      if let phrase = takePhrase() {
        add(phrase, phrase: true, exclude: exclude, field: field)
      } else {
        while at < text.count && !Self.isSpace(text[at]) { at += 1 }
        add(start..<at, phrase: false, exclude: exclude, field: field)
      }
    }
  }

  /// A minus before a word, not before a digit.
  private mutating func takeMinus() -> Bool {
    guard text[at] == 0x2D || text[at] == 0xFF0D, at + 1 < text.count, !Self.isSpace(text[at + 1]) else {
      return false
    }
    var digit = false
    FoldTable.standard.fold(text[at + 1]) { if Symbol.isDigit($0) { digit = true } }
    guard !digit else { return false }
    at += 1
    plain = false
    return true
  }

  private mutating func takeField() -> Field? {
    for (name, field) in Self.fields {
      let scalars = name.unicodeScalars
      let colon = at + scalars.count
      guard colon < text.count, text[colon] == 0x3A || text[colon] == 0xFF1A else { continue }
      let same = zip(scalars, text[at..<colon]).allSatisfy { Self.lower($1) == $0.value }
      guard same else { continue }
      var next = colon + 1
      while next < text.count && Self.isSpace(text[next]) { next += 1 }
      guard next < text.count else { return nil }
      at = next
      plain = false
      return field
    }
    return nil
  }

  /// What stands between two quotes; the quotes are taken.
  private mutating func takePhrase() -> Range<Int>? {
    guard at < text.count, Self.quotes.contains(text[at]),
      let close = text[(at + 1)...].firstIndex(where: { Self.quotes.contains($0) })
    else { return nil }
    defer { at = close + 1 }
    plain = false
    return at + 1..<close
  }

  private mutating func add(_ range: Range<Int>, phrase: Bool, exclude: Bool, field: Field?) {
    let normal = NormalText(text[range])
    guard !normal.symbols.isEmpty else { return }
    switch field {
    case .facet(let name) where !exclude:
      query.facets.append((name, normal.symbols, Self.string(text[range])))
    case .number where !exclude:
      query.numbers.append(DocumentNumberKey.key(of: normal.symbols))
    default:
      let pieces = phrase || exclude ? [0..<normal.symbols.count] : Self.pieces(normal.symbols)
      for piece in pieces {
        let from = range.lowerBound + Int(normal.origins[piece.lowerBound])
        let to = range.lowerBound + Int(normal.origins[piece.upperBound - 1])
        let group = QueryGroup(
          typed: Self.string(text[from...to]), patterns: [Pattern(Array(normal.symbols[piece]))],
          titleOnly: field == .title)
        append(group, exclude: exclude)
      }
    }
  }

  private mutating func append(_ group: QueryGroup, exclude: Bool) {
    let known = exclude ? query.excluded : query.groups
    if known.contains(where: { $0.patterns == group.patterns && $0.titleOnly == group.titleOnly }) { return }
    let size = group.patterns[0].symbols.count
    let full = known.count >= (exclude ? Query.mostExcluded : Query.mostGroups)
    guard size <= symbolsLeft, !full else {
      query.truncated = true
      return
    }
    symbolsLeft -= size
    if exclude { query.excluded.append(group) } else { query.groups.append(group) }
  }

  /// The runs, long ones cut so that the cuts share a symbol.
  private static func pieces(_ symbols: [UInt32]) -> [Range<Int>] {
    var out: [Range<Int>] = []
    for run in symbols.indices.split(whereSeparator: { symbols[$0] == 0 }) {
      var start = run.startIndex
      while run.endIndex - start > Query.longestRun {
        out.append(start..<start + Query.longestRun)
        start += Query.longestRun - 1
      }
      out.append(start..<run.endIndex)
    }
    return out
  }

  /// When the whole query can be a document number, it is looked up as one.
  private mutating func addNumber(asPattern: Bool) {
    guard plain, text.count <= 128 else { return }
    let normal = NormalText(text)
    guard normal.symbols.count <= Query.longestRun, normal.symbols.contains(where: Symbol.isDigit) else {
      return
    }
    query.numberKey = DocumentNumberKey.key(of: normal.symbols)
    guard asPattern, let parsed = DocumentNumberKey.parse(normal.symbols), !parsed.code.isEmpty else {
      return
    }
    query.isNumber = true
    let typed = Self.string(text[Int(normal.origins[0])...Int(normal.origins[normal.origins.count - 1])])
    let pattern = Pattern(parsed.code + [0] + parsed.year + [0] + parsed.serial, endsNumber: true)
    query.groups = [QueryGroup(typed: typed, patterns: [pattern])]
  }

  private mutating func addSynonyms(_ synonyms: [[[UInt32]]]) {
    for i in query.groups.indices {
      let symbols = query.groups[i].patterns[0].symbols
      for words in synonyms {
        for word in words where !word.isEmpty {
          guard let range = symbols.firstRange(of: word) else { continue }
          for other in words where other != word && query.groups[i].patterns.count < 8 {
            let pattern = Pattern(Array(symbols[..<range.lowerBound]) + other + symbols[range.upperBound...])
            if !query.groups[i].patterns.contains(pattern) { query.groups[i].patterns.append(pattern) }
          }
          break
        }
      }
    }
  }

  static func isSpace(_ c: UInt32) -> Bool {
    c <= 0x20 || c == 0x85 || c == 0x2028 || c == 0x2029 || Symbol.spaces.contains(c)
  }

  private static func lower(_ c: UInt32) -> UInt32 { 0x41...0x5A ~= c ? c + 32 : c }

  private static func string(_ scalars: some Sequence<UInt32>) -> String {
    var out = ""
    for scalar in scalars { out.unicodeScalars.append(Unicode.Scalar(scalar) ?? "\u{FFFD}") }
    return out
  }
}

extension [UInt32] {
  /// The first place of `needle`.
  func firstRange(of needle: [UInt32]) -> Range<Int>? {
    guard !needle.isEmpty, needle.count <= count else { return nil }
    for i in 0...(count - needle.count) where self[i..<i + needle.count].elementsEqual(needle) {
      return i..<i + needle.count
    }
    return nil
  }
}
