/// One answer in the making.
struct Answer {
  private let reader: IndexReader
  private let request: SearchRequest
  private var query: Query
  private var lookup: Lookup
  private var groups: [[ResolvedPattern]] = []
  private var excluded: [ResolvedPattern] = []
  /// Documents that the filters leave; `nil`: all.
  private var allowed: [Int32]?
  /// Documents that bear the typed number.
  private var numbered: [Int32] = []

  init(_ reader: IndexReader, _ query: Query, _ request: SearchRequest) throws {
    self.reader = reader
    self.query = query
    self.request = request
    lookup = Lookup(reader)
    for group in query.groups {
      groups.append(try group.patterns.map { try lookup.resolve($0, titleOnly: group.titleOnly) })
    }
    for group in query.excluded {
      excluded += try group.patterns.map { try lookup.resolve($0, titleOnly: group.titleOnly) }
    }
    var all = groups + [excluded]
    try lookup.match(&all)
    excluded = all.removeLast()
    groups = all
    try addPinyin()
    try findNumbers()
    try filter()
  }

  mutating func results() throws -> SearchResults {
    var full = fullMatches()
    if full.isEmpty && groups.count > 1, try joinPinyin() { full = fullMatches() }
    let partial = full.isEmpty && !groups.isEmpty
    let scored = groups.flatMap { $0.flatMap(\.scored) }
    let scorer = Scorer(
      lookup, groups: groups, scored: unique(scored), sunk: asksForValidity ? [] : reader.manifest.sunk)
    var candidates = partial ? partialCandidates(scorer) : scorer.candidates(full) { tier($0) }
    if partial { candidates = keepBest(candidates) }
    var results = try page(candidates, scorer, partial: partial)
    if request.facets { results.facets = try facetCounts(candidates.map(\.document)) }
    results.requests = reader.requests
    results.bytes = reader.bytes
    return results
  }

  // MARK: Which documents

  /// All documents that have everything, as far as the lists tell, ascending.
  private func fullMatches() -> [Int32] {
    var documents: [Int32]?
    for patterns in groups {
      let group = DocumentSet.union(patterns.map(\.documents), documents: reader.manifest.documents)
      documents = documents.map { DocumentSet.intersection($0, group) } ?? group
    }
    if documents == nil {
      let onlyFilters = !query.facets.isEmpty || !query.numbers.isEmpty || !request.filters.isEmpty
      documents = onlyFilters ? allowed ?? [] : []
    }
    let all = DocumentSet.union([documents ?? [], numbered], documents: reader.manifest.documents)
    return restrict(all)
  }

  private func restrict(_ documents: [Int32]) -> [Int32] {
    var out = allowed.map { DocumentSet.intersection(documents, $0) } ?? documents
    for pattern in excluded where !pattern.unproved { out = DocumentSet.subtract(out, pattern.documents) }
    return out
  }

  private func tier(_ document: Int32) -> Int { Scorer.contains(numbered, document) ? 3 : 2 }

  /// Documents with any term; tier 1 when they have all.
  private func partialCandidates(_ scorer: Scorer) -> [Scorer.Candidate] {
    var all: [Int32]?
    for pattern in groups.compactMap(\.first) {
      let lists = pattern.sets + pattern.lists.map { lookup.terms[$0].list.documents }
      for list in pattern.impossible ? [[]] : lists {
        all = all.map { DocumentSet.intersection($0, list) } ?? list
      }
    }
    let lists = scorer.scored.map { lookup.terms[$0].list.documents } + [[]]
    let documents = restrict(DocumentSet.union(lists, documents: reader.manifest.documents))
    return scorer.candidates(documents) { Scorer.contains(all ?? [], $0) ? 1 : 0 }
  }

  /// Leaves out what has less than half of the evidence of the best.
  private func keepBest(_ candidates: [Scorer.Candidate]) -> [Scorer.Candidate] {
    let most = candidates.map(\.covered).max() ?? 0
    return candidates.filter { $0.covered * 2 >= most }
  }

  // MARK: Numbers, pinyin, filters

  private mutating func findNumbers() throws {
    if let key = query.numberKey, let list = try reader.list(label: key) { numbered = list.documents }
  }

  /// Letters that are no word of the index may be pinyin of a title.
  private mutating func addPinyin() throws {
    for i in groups.indices where groups[i].allSatisfy(\.documents.isEmpty) {
      if let letters = Self.letters(query.groups[i]), let found = try lookup.resolvePinyin(letters) {
        groups[i].append(found)
      }
    }
  }

  /// Letters with spaces between may be pinyin together.
  private mutating func joinPinyin() throws -> Bool {
    let letters = query.groups.compactMap(Self.letters)
    guard letters.count == query.groups.count,
      let found = try lookup.resolvePinyin(Array(letters.joined().prefix(Query.longestRun)))
    else { return false }
    let typed = query.groups.map(\.typed).joined(separator: " ")
    query.groups = [QueryGroup(typed: typed, patterns: [Pattern([])])]
    groups = [[found]]
    return true
  }

  private static func letters(_ group: QueryGroup) -> [UInt8]? {
    guard !group.titleOnly, let symbols = group.patterns.first?.symbols, !symbols.isEmpty,
      symbols.allSatisfy({ 0x61...0x7A ~= $0 })
    else { return nil }
    return symbols.map { UInt8($0) }
  }

  private mutating func filter() throws {
    for (name, values) in request.filters {
      guard let facet = try reader.facet(name) else {
        allowed = []
        continue
      }
      allow(facet.filter { values.contains($0.value) }.map(\.documents))
    }
    for (name, value, typed) in query.facets {
      let wanted = name == "validity" ? Self.validity(typed) : []
      let facet = try reader.facet(name) ?? []
      allow(
        facet.filter { wanted.contains($0.value) || NormalText($0.value).contains(value) }.map(\.documents))
    }
    for key in query.numbers {
      allow(try reader.documents(prefix: key, limit: Lookup.mostPrefixChunks) ?? [])
    }
  }

  private mutating func allow(_ lists: [[Int32]]) {
    let documents = DocumentSet.union(lists + [[]], documents: reader.manifest.documents)
    allowed = allowed.map { DocumentSet.intersection($0, documents) } ?? documents
  }

  private var asksForValidity: Bool {
    query.facets.contains { $0.name == "validity" } || request.filters.contains { $0.name == "validity" }
  }

  /// The values of the validity facet that a word stands for.
  private static func validity(_ word: String) -> [String] {
    switch word {
    case "有效", "现行有效", "现行": ["effective", "amended"]
    case "已修改", "修改": ["amended"]
    case "废止", "已废止": ["repealed"]
    case "失效", "已失效": ["expired"]
    case "无效": ["repealed", "expired"]
    case "未标注": ["unknown"]
    default: []
    }
  }

  // MARK: Order and hits

  private func page(
    _ candidates: [Scorer.Candidate], _ scorer: Scorer, partial: Bool
  ) throws -> SearchResults {
    let finder = HitFinder(
      reader: reader, lookup: lookup, scorer: scorer, query: query, groups: groups,
      excluded: excluded.filter(\.unproved))
    let order = order(candidates, scorer)
    var hits: [SearchHit] = []
    var dropped = 0
    var proved = true
    var at = min(request.offset, order.count)
    while at < order.count && hits.count < request.limit {
      let candidate = order[at]
      at += 1
      guard let located = try finder.locate(candidate.document, partial: partial || candidate.tier == 3)
      else {
        dropped += 1
        continue
      }
      proved = proved && located.proved
      hits.append(hit(candidate, located, scorer, partial: partial))
    }
    let unproved =
      !partial && (groups.contains { $0.contains(where: \.unproved) } || excluded.contains(where: \.unproved))
    let complete = request.offset == 0 && at == order.count && proved
    return SearchResults(
      total: order.count - dropped, exact: !unproved || complete, partial: partial, hits: hits,
      missing: missingWords(hits, partial: partial), next: at < order.count ? at : nil, facets: [],
      truncated: query.truncated, requests: 0, bytes: 0)
  }

  private func order(_ candidates: [Scorer.Candidate], _ scorer: Scorer) -> [Scorer.Candidate] {
    if request.sort == .date { return candidates }
    let sorted = candidates.sorted {
      $0.preliminary == $1.preliminary ? $0.document < $1.document : $0.preliminary > $1.preliminary
    }
    let best = sorted.prefix(Scorer.mostScored).map { ($0, scorer.total(scorer.explanation($0))) }.sorted {
      $0.1 == $1.1 ? $0.0.document < $1.0.document : $0.1 > $1.1
    }
    return best.map(\.0) + sorted.dropFirst(Scorer.mostScored)
  }

  private func hit(
    _ candidate: Scorer.Candidate, _ located: HitFinder.Located, _ scorer: Scorer, partial: Bool
  ) -> SearchHit {
    let explanation = scorer.explanation(candidate, terms: true)
    let patterns = query.groups.map(\.patterns)
    let card = located.card.map { $0.isEmpty ? nil : $0 }
    return SearchHit(
      id: card[0] ?? "", source: card[1] ?? "", url: card[2] ?? "", anchor: located.anchor,
      title: card[3] ?? "", markedTitle: Snippet.mark(card[3] ?? "", patterns), documentNumber: card[4],
      date: card[5], organ: card[6], validity: card[7] ?? "unknown", score: scorer.total(explanation),
      snippet: Snippet.cut(located.clause.text, patterns), path: located.clause.path,
      missing: partial ? missing(in: candidate.document) : [], explanation: explanation)
  }

  private func missing(in document: Int32) -> [String] {
    zip(query.groups, groups).filter { _, patterns in
      !patterns.contains { Scorer.contains($0.documents, document) }
    }.map(\.0.typed)
  }

  private func missingWords(_ hits: [SearchHit], partial: Bool) -> [String] {
    guard partial else { return [] }
    return hits.first?.missing ?? query.groups.map(\.typed)
  }

  private func facetCounts(_ documents: [Int32]) throws -> [(
    name: String, values: [(value: String, count: Int)]
  )] {
    var inside = [Bool](repeating: false, count: reader.manifest.documents)
    for document in documents { inside[Int(document)] = true }
    return try reader.root.facets.map { name in
      let values = (try reader.facet(name) ?? []).map { value, documents in
        (value: value, count: documents.count { inside[Int($0)] })
      }
      // By count; the file's order, which is total, decides among equals.
      let order = values.indices.filter { values[$0].count > 0 }.sorted {
        values[$0].count == values[$1].count ? $0 < $1 : values[$0].count > values[$1].count
      }
      return (name, order.map { values[$0] })
    }
  }

  private func unique(_ places: [Int]) -> [Int] {
    var seen = Set<Int>()
    return places.filter { seen.insert($0).inserted }
  }
}
