/// Tables that give work to organs: a column 责任单位, 牵头单位 … beside a column of tasks.
struct DutyTable {
  struct Row {
    var task: Int?
    var organs: [(unit: Int, role: Duty.Organ.Role)] = []
    var deadline: Int?
  }

  private enum Column {
    case organs(Duty.Organ.Role)
    case task
    case deadline
  }

  /// The rows of all duty tables, as indices of units.
  static func rows(of tree: UnitTree) -> [Row] {
    var result: [Row] = []
    var start = 0
    while start < tree.texts.count {
      guard case .cell(let table, _, _) = tree.places[start].role else {
        start += 1
        continue
      }
      var end = start
      while end < tree.texts.count, case .cell(table, _, _) = tree.places[end].role { end += 1 }
      result += rows(of: tree, start..<end)
      start = end
    }
    return result
  }

  private static func rows(of tree: UnitTree, _ cells: Range<Int>) -> [Row] {
    guard let (headRow, columns) = head(tree, cells), columns.values.contains(where: isOrgans) else {
      return []
    }
    var rows: [Int: Row] = [:]
    var order: [Int] = []
    for index in cells {
      guard case .cell(_, let row, let column) = tree.places[index].role, row > headRow,
        let kind = columns[column],
        !tree.texts[index].trimmed(tree.texts[index].all).isEmpty
      else { continue }
      if rows[row] == nil { order.append(row) }
      switch kind {
      case .organs(let role): rows[row, default: Row()].organs.append((index, role))
      case .task: rows[row, default: Row()].task = rows[row]?.task ?? index
      case .deadline: rows[row, default: Row()].deadline = index
      }
    }
    return order.compactMap { rows[$0] }.filter { !$0.organs.isEmpty && $0.task != nil }
  }

  private static func isOrgans(_ column: Column) -> Bool {
    if case .organs = column { return true }
    return false
  }

  /// The row with the column names: the head, or one of the first three rows.
  private static func head(_ tree: UnitTree, _ cells: Range<Int>) -> (row: Int, columns: [Int: Column])? {
    var byRow: [Int: [Int: Column]] = [:]
    for index in cells {
      guard case .cell(_, let row, let column) = tree.places[index].role else { continue }
      if row > 2 { break }
      if let kind = kind(tree.texts[index]) { byRow[row, default: [:]][column] = kind }
    }
    for row in byRow.keys.sorted() {
      if let columns = byRow[row], columns.values.contains(where: isOrgans), columns.count > 1 {
        return (row, columns)
      }
    }
    return nil
  }

  private static func kind(_ text: ScalarText) -> Column? {
    guard let name = columnName(text) else { return nil }
    let label = ScalarText(name)
    if let role = DutyBracket.roleLabels.first(where: {
      $0.word.count >= 4 && $0.word.count == label.count && label.has($0.word, at: 0)
    })?.role {
      return .organs(role)
    }
    if taskNames.contains(name) { return .task }
    return deadlineNames.contains(name) ? .deadline : nil
  }

  /// A cell without its spaces, folded; `nil` when it is too long to name a column.
  static func columnName(_ text: ScalarText) -> String? {
    guard
      text.all.lazy.filter({ !Glyph.isSpace(text[$0]) }).prefix(13).reduce(0, { count, _ in count + 1 }) <= 12
    else { return nil }
    return text.string(text.all, folded: true) { !Glyph.isSpace(text[$0]) }
  }

  private static let taskNames: Set<String> = [
    "任务", "工作任务", "重点任务", "主要任务", "事项", "工作内容", "主要内容", "内容", "具体内容", "措施", "工作措施", "具体措施", "主要措施", "重点工作",
    "工作事项", "任务内容", "目标任务", "项目", "项目名称", "具体任务", "任务分工", "工作项目",
    "建设内容", "任务名称", "任务清单", "整改措施", "问题", "改革事项", "重点事项", "工作要点", "服务事项",
  ]
  private static let deadlineNames: Set<String> = [
    "完成时限", "完成时间", "时限", "时间要求", "完成期限", "时限要求", "时间", "进度安排", "时间安排", "整改时限", "时间节点", "工作时限", "时间进度",
  ]
}
