/// Tables that list documents and what becomes of them: `序号 文件名称 文号 清理结果`.
struct RepealTable {
  struct Row {
    var anchor: String
    var title: String?
    var number: String?
    /// The citation that the number's cell already made.
    var citation: Int?
    var kind: Citation.Kind
    var text: String
    var evidence: String
  }

  static func rows(_ tree: UnitTree, _ scopes: RepealScopes, _ citations: CitationPass) -> [Row] {
    var result: [Row] = []
    var start = 0
    while start < tree.texts.count {
      guard case .cell(let table, _, _) = tree.places[start].role else {
        start += 1
        continue
      }
      var end = start
      while end < tree.texts.count, case .cell(table, _, _) = tree.places[end].role { end += 1 }
      result += rows(tree, start..<end, isRepeal: scopes.contains(start), citations)
      start = end
    }
    return result
  }

  private enum Column { case title, number, result }

  private static func rows(_ tree: UnitTree, _ cells: Range<Int>, isRepeal: Bool, _ citations: CitationPass)
    -> [Row]
  {
    guard let (headRow, columns) = head(tree, cells), isRepeal || columns.values.contains(.result) else {
      return []
    }
    var rows: [Int: [Column: Int]] = [:]
    var order: [Int] = []
    for index in cells {
      guard case .cell(_, let row, let column) = tree.places[index].role, row > headRow,
        let kind = columns[column]
      else { continue }
      if rows[row] == nil { order.append(row) }
      rows[row, default: [:]][kind] = index
    }
    return order.compactMap { row(tree, rows[$0] ?? [:], isRepeal, citations) }
  }

  private static func row(
    _ tree: UnitTree, _ cells: [Column: Int], _ isRepeal: Bool, _ citations: CitationPass
  ) -> Row? {
    guard let title = cells[.title], citations.mentions[title].isEmpty else { return nil }
    let name = value(tree.texts[title])
    guard name.unicodeScalars.count >= 4 else { return nil }
    let numberText = cells[.number].map { value(tree.texts[$0]) }
    let number = cells[.number].flatMap { DocumentNumberParser().whole(tree.texts[$0])?.number.text }
    let result = cells[.result].map { tree.texts[$0] }
    guard let kind = result.map(kind) ?? (isRepeal ? .repeals : nil) else { return nil }
    let evidence = [name, numberText, cells[.result].map { value(tree.texts[$0]) }].compactMap { $0 }
    return Row(
      anchor: tree.places[title].anchor, title: name, number: number,
      citation: cells[.number].flatMap { citations.mentions[$0].first?.citation }, kind: kind,
      text: [name, numberText].compactMap { $0 }.joined(separator: " "),
      evidence: evidence.joined(separator: " "))
  }

  private static func kind(_ result: ScalarText) -> Citation.Kind {
    if keeps.contains(in: result, result.all) { return .cites }
    if ends.contains(in: result, result.all) { return .repeals }
    return changes.contains(in: result, result.all) ? .amends : .cites
  }

  private static func value(_ text: ScalarText) -> String {
    let range = text.trimmed(text.all)
    return text.string(range).split(whereSeparator: \.isNewline).joined()
  }

  private static func head(_ tree: UnitTree, _ cells: Range<Int>) -> (row: Int, columns: [Int: Column])? {
    var byRow: [Int: [Int: Column]] = [:]
    for index in cells {
      guard case .cell(_, let row, let column) = tree.places[index].role else { continue }
      if row > 2 { break }
      guard let name = DutyTable.columnName(tree.texts[index]) else { continue }
      if titles.contains(name) { byRow[row, default: [:]][column] = .title }
      if numbers.contains(name) { byRow[row, default: [:]][column] = .number }
      if results.contains(name) { byRow[row, default: [:]][column] = .result }
    }
    for row in byRow.keys.sorted() {
      if let columns = byRow[row], columns.values.contains(.title), columns.count > 1 {
        return (row, columns)
      }
    }
    return nil
  }

  private static let titles: Set<String> = [
    "文件名称", "文件名", "文件标题", "标题", "名称", "规范性文件名称", "规章名称", "制度名称", "文件题名", "法规名称",
  ]
  private static let numbers: Set<String> = ["文号", "发文字号", "文件编号", "发文文号", "文件文号", "文件号", "发文号"]
  private static let results: Set<String> = [
    "清理结果", "清理意见", "处理意见", "效力", "效力状态", "处理结果", "清理结论", "结论", "状态", "有效性", "处理方式", "备注",
  ]
  private static let keeps: WordSet = ["继续有效", "有效", "保留"]
  private static let ends: WordSet = ["废止", "失效", "停止执行"]
  private static let changes: WordSet = ["修改", "修订"]
}
