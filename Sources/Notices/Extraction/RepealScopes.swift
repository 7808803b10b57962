/// Where a notice lists documents that end: under `下列文件予以废止：`, a heading 废止的文件, or a title that says so.
struct RepealScopes {
  /// By unit; empty when nothing is listed.
  private var listed: [Bool] = []
  /// What the last introduction opened: most of the next ones open no more.
  private var opened = 0..<0

  init(_ notice: Notice, _ tree: UnitTree) {
    for (part, own) in notice.parts.enumerated() {
      let title = own.title ?? ""
      let text = ScalarText(part == 0 && title.isEmpty ? notice.title ?? "" : title)
      guard RepealScopes.speaksOfRepeal(text, text.all) else { continue }
      for index in tree.texts.indices where tree.places[index].part == part {
        mark(index..<index + 1, true, tree)
      }
    }
    for clause in tree.clauses where clause.heading != nil {
      guard let first = clause.units.first, tree.texts[first].count <= 60 else { continue }
      let text = tree.texts[first]
      if RepealScopes.speaksOfRepeal(text, text.all) { mark(clause.units, true, tree) }
      if !listed.isEmpty, RepealScopes.keeps.contains(in: text, text.all) { mark(clause.units, false, tree) }
    }
    for index in tree.texts.indices { readIntroduction(tree, index) }
  }

  private mutating func mark(_ units: Range<Int>, _ isListed: Bool, _ tree: UnitTree) {
    if listed.isEmpty { listed = Array(repeating: false, count: tree.texts.count) }
    for index in units { listed[index] = isListed }
  }

  /// `…决定废止以下文件：`
  private mutating func readIntroduction(_ tree: UnitTree, _ index: Int) {
    let text = tree.texts[index]
    guard text.signals.contains(.colon), RepealScopes.words.mayStand(in: text) else { return }
    let range = text.trimmed(text.all)
    guard range.count > 4, text[range.upperBound - 1] == 0x3A else { return }
    let last = Sentence.around(text, range.upperBound - 2)
    guard RepealScopes.these.contains(in: text, last), RepealScopes.words.contains(in: text, last),
      RepealScopes.documents.contains(in: text, last), !RepealScopes.keeps.contains(in: text, last)
    else { return }
    if index + 1 >= opened.lowerBound, index + 1 < opened.upperBound, tree.places[index].clause == nil {
      return
    }
    let end = tree.places[index].clause.map { tree.clauses[$0].units.upperBound } ?? partEnd(tree, index)
    guard index + 1 < end else { return }
    mark(index + 1..<end, true, tree)
    if tree.places[index].clause == nil { opened = index + 1..<end }
  }

  private func partEnd(_ tree: UnitTree, _ index: Int) -> Int {
    var end = index
    while end < tree.texts.count, tree.places[end].part == tree.places[index].part { end += 1 }
    return end
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
