/// Finds the documents that a notice mentions: titles in 《》 with the numbers beside them, numbers alone, short names.
/// The document itself, and what is printed in the same file, is no citation.
struct CitationPass {
  private(set) var citations: [Citation] = []
  /// Where each citation is mentioned: unit and scalars; index into `citations`.
  private(set) var mentions: UnitLists<Mention>
  /// Units and places where 《 and 》 do not pair.
  private(set) var unpaired: [(unit: Int, at: Int)] = []
  /// Numbers that were recovered from damaged prints.
  private(set) var damaged: [(unit: Int, number: FoundNumber)] = []
  /// A title that is printed with two different numbers.
  private(set) var disagreements: [(unit: Int, title: String, numbers: [String])] = []

  struct Mention {
    /// The words of title and number.
    var range: Range<Int>
    /// Index into `citations`; `nil`: the document itself.
    var citation: Int?
    /// The bracketed or trailing matter after it, number included; `range` when there is none.
    var end: Int
  }

  private let numbers: DocumentNumberParser
  private let ownKeys: Set<TextKey>
  private let ownNumbers: Set<TextKey>
  private let tree: UnitTree
  /// Short names of this document: 《意见》 → the citation it stands for, or −1 for the document itself.
  private var aliases: [TextKey: Int] = [:]
  private var byPlace: [TextKey: Int] = [:]
  private var numberByTitle: [TextKey: String] = [:]
  /// The last citation whose title ends in a kind.
  private var lastByKind: [String: Int] = [:]
  /// Citations whose kind no short name has asked for yet.
  private var unsorted: [(key: TextKey, citation: Int)] = []

  init(_ notice: borrowing Notice, _ tree: UnitTree) {
    var parser = DocumentNumberParser()
    if let number = notice.documentNumber { parser.learn(number) }
    for part in notice.parts {
      if let number = part.documentNumber { parser.learn(number) }
    }
    numbers = parser
    // What another organ made is a document of its own, even when this notice forwards or attaches it in full.
    let inside = notice.parts.filter {
      $0.role != .forwarded && ($0.documentNumber == nil || $0.documentNumber == notice.documentNumber)
    }
    let own = ([notice.documentNumber] + inside.map(\.documentNumber)).compactMap { $0 }
    self.tree = tree
    ownKeys = TitleKey.ownKeys(
      ([notice.title] + inside.map(\.title)).compactMap { $0 } + notice.altTitles)
    ownNumbers = Set(
      own.map { CitationPass.numberKey($0.text) } + notice.otherNumbers.map(CitationPass.numberKey))
    mentions = UnitLists(units: tree.texts.count)
    for part in notice.parts {
      if let title = part.title, let number = part.documentNumber, number != notice.documentNumber {
        numberByTitle[TextKey(TitleKey.key(title))] = number.text
      }
    }
    for index in tree.texts.indices where !tree.texts.signals(index).isDisjoint(with: CitationPass.marks) {
      read(tree.texts[index], index)
    }
    fillNumbers()
  }

  /// Numbers compare without 第, brackets, spaces and zero padding.
  static func numberKey(_ number: String) -> TextKey {
    var key: [UInt32] = []
    var part: [UInt32] = []
    func close() {
      guard let first = part.first else { return }
      if !key.isEmpty { key.append(0x7C) }
      let trimmed = part.drop { $0 == 0x30 }
      let isPadded = first == 0x30 && trimmed.first.map(CitationPass.isNumeric) == true
      key += isPadded ? trimmed : part[...]
      part.removeAll(keepingCapacity: true)
    }
    for scalar in number.unicodeScalars {
      switch scalar {
      case "第", " ", "〔", "〕", "(", ")", "[", "]", "（", "）", "|": close()
      case "號": part.append(0x53F7)
      default: part.append(scalar.value)
      }
    }
    close()
    return TextKey(PackedScalars.string(key[...], folded: true))
  }

  private static func isNumeric(_ scalar: UInt32) -> Bool {
    Unicode.Scalar(scalar)?.properties.numericType != nil
  }

  /// What the title names and no part of the file prints: the text of a 转发 or a 废止.
  mutating func readTitle(of notice: Notice) {
    let titles = ([notice.title] + notice.altTitles).compactMap { $0 }.prefix(4).map { ScalarText($0) }
    guard titles.contains(where: { $0.signals.contains(.titleClose) }) else { return }
    var known: [TextKey: Int] = [:]
    for (index, citation) in citations.enumerated() {
      guard let key = citation.title.map({ TextKey(TitleKey.key($0)) }) else { continue }
      known[key] = known[key] ?? index
    }
    for text in titles {
      for mark in TitleMarks(text).marks where isDocument(text, mark.inner) {
        let key = TextKey(TitleKey.key(text, mark.inner))
        guard !isOwn(key) else { continue }
        let kind = CitationKinds.kind(text, mark.outer)
        if let index = known[key] {
          if citations[index].kind == .cites { citations[index].kind = kind }
          continue
        }
        known[key] = citations.count
        citations.append(
          Citation(
            anchor: "", text: text.string(mark.outer), title: text.string(mark.inner),
            number: numberByTitle[key], kind: kind))
      }
    }
  }

  private func isOwn(_ key: TextKey) -> Bool { ownKeys.contains(key) }

  // MARK: One stretch of text

  private mutating func read(_ text: ScalarText, _ index: Int) {
    let titles = TitleMarks(text)
    for at in titles.unpaired { unpaired.append((index, at)) }
    let found = numbers.all(text, in: text.all)
    guard !titles.marks.isEmpty || !found.isEmpty else { return }
    let place = tree.places[index]
    if found.count == 1, isHeadNumber(text, place, index, found[0]) { return }
    var claimed = Set<Int>()
    var list: [Mention] = []
    for mark in titles.marks {
      if defineAlias(text, mark, list) { continue }
      let pair = number(beside: mark, text, found, claimed)
      if let pair { claimed.insert(pair.index) }
      let mention = mention(of: mark, pair.map { ($0.range, found[$0.index], $0.end) }, text, place, index)
      if let mention { list.append(mention) }
    }
    for (position, number) in found.enumerated() where !claimed.contains(position) {
      let citation = citation(number: number, text, place, index)
      list.append(Mention(range: number.range, citation: citation, end: number.range.upperBound))
    }
    for position in found.indices where found[position].isDamaged { damaged.append((index, found[position])) }
    list.sort { $0.range.lowerBound < $1.range.lowerBound }
    defineQuotedAliases(text, list)
    mentions.append(list, to: index)
  }

  /// Without any of these a text mentions no document.
  private static let marks: Signals = [.titleOpen, .titleClose, .numberMark, .yearBracket]

  /// A line near the head of a part that is nothing but a number: the part's own.
  private func isHeadNumber(_ text: ScalarText, _ place: UnitPlace, _ index: Int, _ number: FoundNumber)
    -> Bool
  {
    place.label == nil && place.clause == nil && place.role == .paragraph
      && index - tree.partStarts[place.part] < 3 && text.trimmed(text.all) == number.range
  }

  /// Cells hold forms and certificates too; these are no documents that one could look up.
  private func isDocument(_ text: ScalarText, _ inner: Range<Int>) -> Bool {
    inner.count >= 2 && CitationPass.papers.length(in: text, before: inner.upperBound) == 0
  }

  private static let papers: WordSet = [
    "申请表", "登记表", "审批表", "汇总表", "备案表", "报名表", "推荐表", "统计表", "评分表", "明细表", "一览表", "信息表", "情况表", "申报表", "调查表",
    "记录表", "考核表", "承诺书", "申请书",
    "许可证", "证书", "执照", "登记证", "资格证", "通知单", "告知书", "合格证", "身份证", "户口簿", "光荣榜",
  ]

  /// The number that belongs to a title: in brackets after it, right after it, inside it, or right before it.
  private func number(
    beside mark: TitleMark, _ text: ScalarText, _ found: [FoundNumber], _ claimed: Set<Int>
  ) -> (index: Int, range: Range<Int>, end: Int)? {
    guard !found.isEmpty else { return nil }
    let outer = mark.outer
    let after = text.skipSpaces(outer.upperBound)
    let bracket = Brackets.range(text, openAt: after, limit: 160)
    for index in CitationPass.near(found, outer.lowerBound)..<found.count where !claimed.contains(index) {
      let range = found[index].range
      if range.lowerBound >= outer.upperBound {
        if let bracket, bracket.contains(range.lowerBound) {
          let isAll = text.trimmed(bracket.lowerBound + 1..<bracket.upperBound - 1) == range
          return (
            index, outer.lowerBound..<(isAll ? bracket.upperBound : outer.upperBound), bracket.upperBound
          )
        }
        if range.lowerBound == after { return (index, outer.lowerBound..<range.upperBound, range.upperBound) }
        break
      }
      if outer.contains(range.lowerBound) { return (index, outer, outer.upperBound) }
      if range.upperBound <= outer.lowerBound, joins(text, range.upperBound..<outer.lowerBound) {
        return (index, range.lowerBound..<outer.upperBound, outer.upperBound)
      }
    }
    return nil
  }

  /// The first number that ends at most 16 scalars before `start`: earlier ones cannot belong to a title there.
  private static func near(_ found: [FoundNumber], _ start: Int) -> Int {
    var (low, high) = (0, found.count)
    while low < high {
      let middle = (low + high) / 2
      if found[middle].range.upperBound + 16 < start { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// `国办发〔2017〕47号文件《…》`
  private func joins(_ text: ScalarText, _ gap: Range<Int>) -> Bool {
    let gap = text.trimmed(gap)
    return gap.isEmpty || CitationPass.links.length(in: text, at: gap.lowerBound) == gap.count
  }

  private static let links: WordSet = ["文件", "文", "印发的", "发布的", "公布的", "文印发的", "文件印发的", "下发的", "关于"]

  private mutating func mention(
    of mark: TitleMark, _ pair: (range: Range<Int>, number: FoundNumber, end: Int)?, _ text: ScalarText,
    _ place: UnitPlace,
    _ index: Int
  ) -> Mention? {
    let key = TextKey(TitleKey.key(text, mark.inner))
    let range = pair?.range ?? mark.outer
    let end = pair?.end ?? mark.outer.upperBound
    let isForwarded =
      place.part == 0 && CitationKinds.mayForward(text)
      && CitationKinds.kind(text, range.lowerBound..<end) == .forwards
    let isOwnNumber = pair.map { ownNumbers.contains(CitationPass.numberKey($0.number.number.text)) } ?? false
    if !isForwarded, isOwn(key) || isOwnNumber {
      return Mention(range: range, citation: nil, end: end)
    }
    if pair == nil, let meant = aliases[key] ?? shortName(key) {
      if meant < 0 { return Mention(range: range, citation: nil, end: end) }
      return Mention(range: range, citation: citation(like: meant, index), end: end)
    }
    guard isDocument(text, mark.inner) else { return nil }
    let number = pair?.number.number.text
    if let number {
      if let known = numberByTitle[key], CitationPass.numberKey(known) != CitationPass.numberKey(number) {
        disagreements.append((index, text.string(mark.inner), [known, number]))
      }
      numberByTitle[key] = numberByTitle[key] ?? number
    }
    let isNumberOnly = pair.map { $0.number.range == mark.inner } ?? false
    let spot = TextKey(tree.clauseAnchor(index) + "\u{1}" + key.string)
    if let known = byPlace[spot] {
      if citations[known].number == nil { citations[known].number = number }
      return Mention(range: range, citation: known, end: end)
    }
    byPlace[spot] = citations.count
    unsorted.append((key, citations.count))
    citations.append(
      Citation(
        anchor: place.anchor, text: text.string(range), title: isNumberOnly ? nil : text.string(mark.inner),
        number: number))
    return Mention(range: range, citation: citations.count - 1, end: end)
  }

  private mutating func citation(number: FoundNumber, _ text: ScalarText, _ place: UnitPlace, _ index: Int)
    -> Int?
  {
    let key = CitationPass.numberKey(number.number.text)
    guard !ownNumbers.contains(key) else { return nil }
    let spot = TextKey(tree.clauseAnchor(index) + "\u{2}" + key.string)
    if let known = byPlace[spot] { return known }
    byPlace[spot] = citations.count
    citations.append(
      Citation(anchor: place.anchor, text: text.string(number.range), number: number.number.text))
    return citations.count - 1
  }

  /// A later mention under a short name, in this clause: the same document again.
  private mutating func citation(like known: Int, _ unit: Int) -> Int {
    let original = citations[known]
    let spot = TextKey(tree.clauseAnchor(unit) + "\u{1}" + TitleKey.key(original.title ?? original.text))
    if let known = byPlace[spot] { return known }
    byPlace[spot] = citations.count
    citations.append(
      Citation(
        anchor: tree.places[unit].anchor, text: original.text, title: original.title, number: original.number)
    )
    return citations.count - 1
  }

  // MARK: Short names

  /// `（以下简称《规则》）`: names the mention before it. True when `mark` is such a definition.
  private mutating func defineAlias(_ text: ScalarText, _ mark: TitleMark, _ list: [Mention]) -> Bool {
    var at = text.skipSpaces(before: mark.outer.lowerBound)
    while at > 0, text[at - 1] == 0x201C || text[at - 1] == 0x3A || text[at - 1] == 0x22 { at -= 1 }
    guard CitationPass.shortens.length(in: text, before: at) > 0 else { return false }
    aliases[TextKey(TitleKey.key(text, mark.inner))] = list.last.map { $0.citation ?? -1 } ?? -1
    return true
  }

  /// `（以下简称“规则”）` or `（以下简称规则）`.
  private mutating func defineQuotedAliases(_ text: ScalarText, _ list: [Mention]) {
    for mention in list {
      let open = text.skipSpaces(mention.range.upperBound)
      guard
        let bracket = Brackets.range(text, openAt: open, limit: 80)
          ?? Brackets.range(text, closedAt: mention.end),
        let word = CitationPass.shortens.first(in: text, bracket)
      else { continue }
      var name = text.trimmed(word.upperBound..<bracket.upperBound - 1)
      while name.count > 0, [0x201C, 0x22, 0x3A, 0x300A].contains(text[name.lowerBound]) {
        name = name.lowerBound + 1..<name.upperBound
      }
      while name.count > 0, [0x201D, 0x22, 0x300B].contains(text[name.upperBound - 1]) {
        name = name.lowerBound..<name.upperBound - 1
      }
      let key = TextKey(TitleKey.key(text, name))
      if (2...30).contains(name.count), aliases[key] == nil { aliases[key] = mention.citation ?? -1 }
    }
  }

  private static let shortens: WordSet = [
    "以下简称", "简称", "以下称", "下称", "统称", "以下统称", "以下简称为", "简称为", "以下簡稱", "簡稱",
  ]

  /// 《意见》 without a definition: the last document mentioned, or this one, whose title ends so.
  private mutating func shortName(_ key: TextKey) -> Int? {
    guard key.string.utf8.count <= CitationPass.longestBareKind, CitationPass.bareKinds.contains(key),
      let kind = KindParser.kind(of: key.string)
    else { return nil }
    for (key, citation) in unsorted {
      if let kind = KindParser.kind(of: key.string) { lastByKind[kind] = citation }
    }
    unsorted.removeAll()
    if let last = lastByKind[kind],
      citations[last].title.map({ TitleKey.key($0).hasSuffix(key.string) }) == true
    {
      return last
    }
    return ownKeys.contains { $0.string.hasSuffix(key.string) } ? -1 : nil
  }

  private static let bareKinds = Set(
    (KindParser.kinds.filter { $0.unicodeScalars.count >= 2 } + [
      "实施意见", "实施办法", "实施细则", "实施方案", "纲要", "工作方案",
    ]).map(TextKey.init))

  private static let longestBareKind = bareKinds.reduce(0) { max($0, $1.string.utf8.count) }

  /// A title that stands with its number once is known by it everywhere in the document.
  private mutating func fillNumbers() {
    guard !numberByTitle.isEmpty else { return }
    for index in citations.indices where citations[index].number == nil {
      guard let title = citations[index].title else { continue }
      citations[index].number = numberByTitle[TextKey(TitleKey.key(title))]
    }
  }

  /// The title that stands beside a number that was found alone.
  mutating func setTitle(_ title: String, of citation: Int) { citations[citation].title = title }

  mutating func setKind(_ kind: Citation.Kind, of citation: Int) { citations[citation].kind = kind }

  /// A document that stands in a table row or a list without marks.
  mutating func add(_ citation: Citation) -> Int {
    citations.append(citation)
    return citations.count - 1
  }
}
