/// Where a notice lists documents that end: under `下列文件予以废止：`, a heading 废止的文件, or a title that says so.
struct RepealScopes {
  /// By unit; empty when nothing is listed.
  private var listed: [Bool] = []
  /// How far the introductions so far reach, and where the part of the last of them ends: nothing is listed twice.
  private var reach = 0
  private var partEnd = 0

  init(_ notice: borrowing Notice, _ tree: UnitTree) {
    readTitles(notice, tree)
    for clause in tree.clauses where clause.heading != nil {
      guard let first = clause.units.first, tree.texts[first].count <= 60 else { continue }
      let text = tree.texts[first]
      if RepealScopes.speaksOfRepeal(text, text.all) { mark(clause.units, true, tree) }
      if !listed.isEmpty, RepealScopes.keeps.contains(in: text, text.all) { mark(clause.units, false, tree) }
    }
    for index in tree.texts.indices
    where tree.texts.length(index) == 0 || tree.texts.signals(index).contains(.colon) {
      readIntroduction(tree, index)
    }
  }

  private mutating func readTitles(_ notice: Notice, _ tree: UnitTree) {
    let speaks = notice.parts.enumerated().map { part, own in
      let title = own.title ?? ""
      let text = ScalarText(part == 0 && title.isEmpty ? notice.title ?? "" : title)
      return RepealScopes.speaksOfRepeal(text, text.all)
    }
    guard speaks.contains(true) else { return }
    for index in tree.places.indices where speaks[tree.places[index].part] {
      mark(index..<index + 1, true, tree)
    }
  }

  private mutating func mark(_ units: Range<Int>, _ isListed: Bool, _ tree: UnitTree) {
    if listed.isEmpty { listed = Array(repeating: false, count: tree.texts.count) }
    for index in units { listed[index] = isListed }
  }

  /// `…决定废止以下文件：`
  private mutating func readIntroduction(_ tree: UnitTree, _ index: Int) {
    guard let text = introduction(tree, index), text.signals.contains(.colon),
      RepealScopes.words.mayStand(in: text)
    else { return }
    let range = text.trimmed(text.all)
    guard range.count > 4, text[range.upperBound - 1] == 0x3A else { return }
    let last = Sentence.around(text, range.upperBound - 2)
    guard RepealScopes.these.contains(in: text, last), RepealScopes.words.contains(in: text, last),
      RepealScopes.documents.contains(in: text, last), !RepealScopes.keeps.contains(in: text, last)
    else { return }
    let end = tree.places[index].clause.map { tree.clauses[$0].units.upperBound } ?? endOfPart(tree, index)
    // An earlier introduction that reaches further has listed all up to its own end.
    let start = max(index + 1, reach)
    if start < end { mark(start..<end, true, tree) }
    reach = max(reach, end)
  }

  /// A short introduction on a line of its own is the label of an empty paragraph.
  private func introduction(_ tree: UnitTree, _ index: Int) -> ScalarText? {
    if tree.texts.length(index) > 0 { return tree.texts[index] }
    return tree.places[index].label.map { ScalarText($0 + "：") }
  }

  private mutating func endOfPart(_ tree: UnitTree, _ index: Int) -> Int {
    if index < partEnd { return partEnd }
    partEnd = index
    while partEnd < tree.texts.count, tree.places[partEnd].part == tree.places[index].part { partEnd += 1 }
    return partEnd
  }

  private static func speaksOfRepeal(_ text: ScalarText, _ range: Range<Int>) -> Bool {
    words.contains(in: text, range) && objects.contains(in: text, range) && !keeps.contains(in: text, range)
  }

  /// Whether a mention that begins at `start` is an entry of such a list: it opens its paragraph or cell.
  func lists(_ text: ScalarText, _ index: Int, _ start: Int) -> Bool {
    guard contains(index), start <= 12 else { return false }
    return (0..<start).allSatisfy { !Glyph.isHan(text[$0]) || Numerals.isChinese(text[$0]) }
  }

  var isEmpty: Bool { listed.isEmpty }

  func contains(_ index: Int) -> Bool { index < listed.count && listed[index] }

  private static let words: WordSet = ["废止", "失效", "停止执行", "廢止"]
  private static let objects: WordSet = [
    "文件", "目录", "清单", "规章", "部分", "一批", "等", "下列", "以下", "规定", "通知", "办法", "决定", "意见",
  ]
  private static let documents: WordSet = ["文件", "规章", "规定", "通知", "办法", "决定", "意见", "条例", "制度", "公告"]
  private static let these: WordSet = ["下列", "以下", "如下", "下述"]
  private static let keeps: WordSet = ["继续有效", "保留", "修改", "继续施行", "拟修订"]
}
