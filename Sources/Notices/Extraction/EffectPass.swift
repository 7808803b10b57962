/// What a notice says about its own life and about other documents, with the sentence as evidence: 施行, 有效期, 失效,
/// 废止, 修改, and the years that a plan's title names.
struct EffectPass {
  private(set) var effects: [Effect] = []
  /// Days that the text states in full for the document itself.
  private(set) var effective: CivilDate?
  private(set) var expires: CivilDate?

  private let tree: UnitTree

  init(_ notice: borrowing Notice, _ tree: UnitTree, _ citations: inout CitationPass) {
    self.tree = tree
    readTitles(notice)
    readNotes(notice)
    let scopes = RepealScopes(notice, tree)
    for index in tree.texts.indices {
      let signals = tree.texts.signals(index)
      if !citations.mentions.isEmpty(index) { readMentions(index, &citations, scopes) }
      if signals.contains(.life), LifeSentences.mayStand(signals) {
        readLife(index, citations.mentions[index])
      }
      if tree.texts.length(index) <= 40, EffectPass.gone.mayStand(signals) { readStatus(index) }
    }
    readRows(RepealTable.rows(tree, scopes, citations), &citations)
    for clause in tree.clauses where !scopes.isEmpty { readListed(clause, &citations, scopes) }
  }

  // MARK: Title and notes

  private mutating func readTitles(_ notice: Notice) {
    var seen = Set<Int>()
    for title in ([notice.title] + notice.parts.map(\.title)).compactMap({ $0 }) {
      let text = ScalarText(title)
      if let horizon = PlanHorizon.last(in: text), seen.insert(horizon.year).inserted,
        let day = CivilDate(year: horizon.year, month: 12, day: 31)
      {
        effects.append(Effect(kind: .horizon, on: day, anchor: "", evidence: text.string(horizon.range)))
      }
    }
  }

  /// `（该文件已废止）`, `[已失效]` beside the text or in front of the title.
  private mutating func readNotes(_ notice: Notice) {
    for note in notice.parts.flatMap(\.notes) {
      let text = ScalarText(note)
      addStatus(text, anchor: nil, limit: 300)
      for life in LifeSentences.all(text, mentions: [], isHead: true) { add(life, note, anchor: nil) }
    }
    for title in notice.altTitles { addStatus(ScalarText(title), anchor: nil, limit: 300) }
  }

  private mutating func readStatus(_ index: Int) {
    guard tree.places[index].role == .paragraph else { return }
    addStatus(tree.texts[index], anchor: tree.places[index].anchor, limit: 40)
  }

  private mutating func addStatus(_ text: ScalarText, anchor: String?, limit: Int) {
    guard let kind = EffectPass.status(text) else { return }
    effects.append(Effect(kind: kind, anchor: anchor, evidence: text.string(text.trimmed(text.all))))
  }

  private static func status(_ text: ScalarText) -> Effect.Kind? {
    guard gone.mayStand(in: text) else { return nil }
    let range = text.trimmed(text.all)
    let opens = Glyph.closing(text[range.lowerBound]) != 0
    if let found = gone.first(in: text, range),
      opens || selfWords.contains(in: text, range.lowerBound..<found.lowerBound)
    {
      return .repealed
    }
    return nil
  }

  private static let gone: WordSet = [
    "已废止", "已失效", "已经废止", "已经失效", "已宣布失效", "已停止执行", "已被废止", "已作废", "[失效]", "[废止]", "【失效】", "【废止】", "(失效)",
    "(废止)", "全文废止", "全文失效",
  ]
  private static let selfWords: WordSet = ["该文件", "本文件", "此文件", "该文", "此件", "本件", "本文", "本规范性文件"]

  // MARK: Other documents

  /// Chains of mentions, what each does, and the effects of 废止 and 修改.
  private mutating func readMentions(_ index: Int, _ citations: inout CitationPass, _ scopes: RepealScopes) {
    let mentions = citations.mentions[index]
    let text = tree.texts[index]
    var at = 0
    while at < mentions.count {
      var last = at
      while last + 1 < mentions.count,
        mentions[last].end <= mentions[last + 1].range.lowerBound,
        joins(text, mentions[last].end..<mentions[last + 1].range.lowerBound)
      { last += 1 }
      let chain = mentions[at].range.lowerBound..<mentions[last].end
      var kind = CitationKinds.kind(text, chain)
      if kind == .cites || kind == .implements, scopes.lists(text, index, chain.lowerBound) {
        kind = .repeals
      }
      for mention in mentions[at...last] {
        guard let citation = mention.citation else { continue }
        apply(kind, to: citation, index, mention, &citations)
      }
      at = last + 1
    }
  }

  private mutating func apply(
    _ kind: Citation.Kind, to citation: Int, _ index: Int, _ mention: CitationPass.Mention,
    _ citations: inout CitationPass
  ) {
    guard kind != .cites else { return }
    if citations.citations[citation].kind == .cites || kind == .repeals {
      citations.setKind(kind, of: citation)
    }
    guard kind == .repeals || kind == .amends else { return }
    let text = tree.texts[index]
    let sentence = Sentence.around(text, mention.range.lowerBound)
    effects.append(
      Effect(
        kind: kind == .repeals ? .repeals : .amends, on: EffectDates.start(text, sentence),
        citation: citation,
        anchor: tree.places[index].anchor, evidence: text.string(sentence)))
  }

  /// `、`, `和` … and no more than an issuer between two mentions.
  private func joins(_ text: ScalarText, _ gap: Range<Int>) -> Bool {
    let gap = text.trimmed(gap)
    if gap.isEmpty { return true }
    let joint = EffectPass.joints.length(in: text, at: gap.lowerBound)
    guard joint > 0, gap.count <= 16 else { return false }
    let name = gap.lowerBound + joint..<gap.upperBound
    // 《A》、省政府《B》: the issuer may stand between.
    return name.isEmpty
      || (text[gap.lowerBound] != 0x2C && name.allSatisfy { Glyph.isHan(text[$0]) }
        && OrganForms.endsName(text, before: gap.upperBound))
  }

  private static let joints: WordSet = ["、", ",", "和", "及", "以及", "与", "或", ",以及", "、以及", ",和", "暨"]

  /// An item of a list of ended documents that is a bare title: `1.某某管理办法（试行）`, with its number after it or in a
  /// line 文号 below.
  private mutating func readListed(
    _ clause: ClauseInfo, _ citations: inout CitationPass, _ scopes: RepealScopes
  ) {
    guard let first = clause.units.first, scopes.contains(first), clause.units.count <= 6 else { return }
    let mentions = clause.units.flatMap { citations.mentions[$0] }.compactMap(\.citation)
    guard let title = ListedTitle.title(tree.texts[first]) else { return }
    if mentions.contains(where: {
      citations.citations[$0].kind == .repeals && citations.citations[$0].title != nil
    }) {
      return
    }
    let index: Int
    if let number = mentions.first(where: { citations.citations[$0].title == nil }) {
      index = number
      citations.setTitle(title, of: index)
      citations.setKind(.repeals, of: index)
    } else {
      index = citations.add(Citation(anchor: clause.anchor, text: title, title: title, kind: .repeals))
    }
    effects.append(
      Effect(
        kind: .repeals, citation: index, anchor: clause.anchor,
        evidence: tree.texts[first].string(tree.texts[first].all)))
  }

  /// What a table says of a document stands instead of what its text said; of several rows the last counts.
  private mutating func readRows(_ rows: [RepealTable.Row], _ citations: inout CitationPass) {
    var last: [Int: Int] = [:]
    for (index, row) in rows.enumerated() {
      if let known = row.citation { last[known] = index }
    }
    if !last.isEmpty { effects.removeAll { $0.citation.map { last[$0] != nil } ?? false } }
    for (index, row) in rows.enumerated() {
      add(row, &citations, isLast: row.citation.map { last[$0] == index } ?? true)
    }
  }

  private mutating func add(_ row: RepealTable.Row, _ citations: inout CitationPass, isLast: Bool) {
    let citation: Int
    if let known = row.citation {
      citation = known
      if let title = row.title { citations.setTitle(title, of: known) }
      citations.setKind(row.kind, of: known)
    } else {
      citation = citations.add(
        Citation(anchor: row.anchor, text: row.text, title: row.title, number: row.number, kind: row.kind))
    }
    guard isLast, row.kind == .repeals || row.kind == .amends else { return }
    effects.append(
      Effect(
        kind: row.kind == .repeals ? .repeals : .amends, citation: citation, anchor: row.anchor,
        evidence: row.evidence))
  }

  // MARK: The document itself

  private mutating func readLife(_ index: Int, _ mentions: [CitationPass.Mention]) {
    if tree.isCell(index) { return }
    let text = tree.texts[index]
    for life in LifeSentences.all(text, mentions: mentions, isHead: isHead(index)) {
      add(life, text.string(life.evidence), anchor: tree.places[index].anchor)
    }
  }

  private mutating func add(_ life: LifeSentence, _ evidence: String, anchor: String?) {
    effects.append(
      Effect(kind: life.kind, on: life.on, citation: life.citation, anchor: anchor, evidence: evidence))
    guard life.citation == nil, life.isExplicit else { return }
    if life.kind == .commences { effective = effective ?? life.on }
    if life.kind == .expires { expires = expires ?? life.on }
  }

  /// Among the first units of a part, where laws print how they came about.
  private func isHead(_ index: Int) -> Bool {
    index < 4 || tree.places[index].part != tree.places[index - 4].part
  }
}

/// A document's title without marks that fills an item of a list.
enum ListedTitle {
  static func title(_ text: ScalarText) -> String? {
    var range = text.trimmed(text.all)
    while !range.isEmpty, Glyph.endsSentence(text[range.upperBound - 1]) || text[range.upperBound - 1] == 0x2E
    {
      range = text.trimmed(range.lowerBound..<range.upperBound - 1)
    }
    if let bracket = Brackets.range(text, closedAt: range.upperBound), bracket.lowerBound > range.lowerBound,
      !DocumentNumberParser().all(text, in: bracket).isEmpty
    {
      range = text.trimmed(range.lowerBound..<bracket.lowerBound)
    }
    guard (6...150).contains(range.count), !range.contains(where: { text[$0] == 0x3002 || text[$0] == 0x3A }),
      KindParser.kind(text, in: range) != nil
    else { return nil }
    return text.string(range)
  }
}

/// The years that the title of a plan names.
enum PlanHorizon {
  static func last(in text: ScalarText) -> (year: Int, range: Range<Int>)? {
    if let years = DateParser.years(text, in: text.all).last { return (years.last, years.range) }
    guard plans.contains(in: text, text.all) else { return nil }
    for (word, year) in fiveYears {
      if let at = text.find(word, in: text.all) { return (year, at..<at + word.count) }
    }
    return nil
  }

  private static let plans: WordSet = ["规划", "计划", "方案", "纲要"]
  /// The five-year plans by their names.
  private static let fiveYears: [(Word, Int)] = [
    ("十四五", 2025), ("十三五", 2020), ("十二五", 2015), ("十一五", 2010), ("十五五", 2030), ("第十四个五年", 2025),
    ("第十三个五年", 2020),
    ("第十二个五年", 2015), ("第十一个五年", 2010), ("第十五个五年", 2030),
  ]
}

/// From when what a sentence orders holds.
enum EffectDates {
  /// `自2019年9月1日起` in the sentence.
  static func start(_ text: ScalarText, _ sentence: Range<Int>) -> CivilDate? {
    for date in DateParser.all(text, in: sentence) {
      guard let day = date.civil else { continue }
      let after = text.skipSpaces(date.range.upperBound)
      let from = froms.length(in: text, before: text.skipSpaces(before: date.range.lowerBound))
      if text[after] == 0x8D77 || (from > 0 && actions.length(in: text, at: after) > 0) { return day }
    }
    return nil
  }

  private static let froms: WordSet = ["自", "从", "于"]
  private static let actions: WordSet = ["施行", "实施", "执行", "生效", "废止", "失效", "停止"]
}
