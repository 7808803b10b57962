/// Tells the names of organs by their form. No list of organs: names end in what organs are called.
package enum OrganNames {
  private static let endings: [StaticString] = [
    "人民政府", "政府", "办公室", "办公厅", "委员会", "委员會", "委", "局", "厅", "廳", "部", "院", "署", "会", "會", "办", "辦", "处", "處",
    "室", "中心", "指挥部", "领导小组", "小组", "公司", "银行", "大学", "学院", "学校", "中学", "小学", "总队", "支队", "大队", "法院",
    "检察院", "县委", "市委", "省委", "区委", "党委", "党组", "工委", "管委会", "协会", "学会", "基金会", "联合会", "总工会", "集团", "社",
    "馆", "所", "站", "台", "中央", "总局", "分局", "司", "军区", "研究所", "医院", "警备区", "党支部", "街道", "镇", "乡", "府", "团",
    "机制", "联防联控机制",
  ]

  /// `广宁县人民政府`, `中共广宁县委`, `国家税务总局`: two to forty Han characters and brackets that end like an organ.
  package static func isOrgan(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    let range = FlowText.trimmed(bytes, range)
    guard range.count >= 6, range.count <= 150 else { return false }
    var end = range
    if Scalars.isCloseParenthesis(FlowText.last(bytes, range)) {
      // 上海市卫生局（上海市…）
      var at = range.lowerBound
      while at < range.upperBound {
        let (scalar, width) = UTF8Scan.decode(bytes, at, range.upperBound)
        if Scalars.isOpenParenthesis(scalar) { break }
        at += width
      }
      end = range.lowerBound..<at
    }
    guard isName(bytes, range), endings.contains(where: { UTF8Scan.hasSuffix(bytes, end, $0) }) else {
      return false
    }
    return true
  }

  /// Only Han characters, brackets and · : no punctuation, no digits, no spaces.
  private static func isName(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var cursor = Cursor(bytes, range)
    while !cursor.isAtEnd {
      let scalar = cursor.next()
      guard
        Scalars.isHan(scalar) || Scalars.isOpenParenthesis(scalar) || Scalars.isCloseParenthesis(scalar)
          || scalar == 0xB7 || scalar == 0x2022
      else { return false }
    }
    return true
  }

  /// Organs on one line, separated by spaces or 、; `nil` when any piece is not an organ.
  package static func split(_ bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>]? {
    let range = FlowText.trimmed(bytes, range)
    if isOrgan(bytes, range) { return apart(bytes, range) }
    var pieces: [Range<Int>] = []
    var start = range.lowerBound
    var cursor = Cursor(bytes, range)
    while !cursor.isAtEnd {
      let at = cursor.at
      let scalar = cursor.next()
      if Scalars.isLayout(scalar) || scalar == 0x3001 {
        if start < at { pieces.append(start..<at) }
        start = cursor.at
      }
    }
    if start < range.upperBound { pieces.append(start..<range.upperBound) }
    guard pieces.count > 1 else { return nil }
    if pieces.allSatisfy({ isOrgan(bytes, $0) }) { return pieces }
    // 广 宁 县 人 民 政 府: letters set apart are one name.
    if pieces.allSatisfy({ $0.count <= 6 }) { return isSpacedName(bytes, range) ? [range] : nil }
    return nil
  }

  /// Two names printed without a space: `工业和信息化部办公厅国家标准化管理委员会办公室`.
  private static func apart(_ bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = range.lowerBound
    for word: StaticString in ["国家", "中共", "中华人民共和国"] {
      guard let at = UTF8Scan.find(word, in: bytes, start + 3..<max(range.upperBound, start + 3)),
        at - start >= 9
      else { continue }
      guard isOrgan(bytes, start..<at), isOrgan(bytes, at..<range.upperBound) else { continue }
      pieces.append(start..<at)
      start = at
    }
    pieces.append(start..<range.upperBound)
    return pieces
  }

  private static func isSpacedName(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    let compact = Array(FlowText.compact(bytes, range).utf8)
    return isOrgan(compact, 0..<compact.count)
  }
}
