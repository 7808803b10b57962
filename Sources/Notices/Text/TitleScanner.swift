/// Finds titles: what a line must look like to be one, and how lines join to one.
enum TitleScanner {
  /// Longest line of a title, in scalars.
  private static let longestLine = 90

  /// Could be a line of a title: short, no end of a sentence, no number, no date.
  static func isTitleLike(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard range.count >= 6, range.count <= longestLine * 4 else { return false }
    let last = FlowText.last(bytes, range)
    if Scalars.isSemicolon(last) || Scalars.isColon(last) || Scalars.isComma(last) || last == 0x3002 {
      return false
    }
    guard UTF8Scan.count(bytes, range) <= longestLine, NumberScanner.scan(bytes, range) == nil else {
      return false
    }
    if UTF8Scan.find("。", in: bytes, range) != nil || UTF8Scan.find("；", in: bytes, range) != nil {
      return false
    }
    if UTF8Scan.hasPrefix(bytes, range, "附件") || UTF8Scan.hasPrefix(bytes, range, "抄送") { return false }
    if isContents(bytes, range) || isSerialLine(bytes, range) { return false }
    if isInBrackets(bytes, range), unbracketed(bytes, range) == nil { return false }
    let first = FlowText.first(bytes, range)
    if Scalars.isComma(first) || Scalars.isSentenceEnd(first) || Scalars.isCloseParenthesis(first) {
      return false
    }
    var cursor = Cursor(bytes, range)
    var han = 0
    var commas = 0
    var colons = 0
    var digits = 0
    while !cursor.isAtEnd {
      let scalar = cursor.next()
      if Scalars.isHan(scalar) {
        han += 1
      } else if scalar == 0xFF0C || scalar == 0x2C {
        commas += 1
      } else if Scalars.isColon(scalar) {
        colons += 1
      } else if Scalars.isDigit(scalar) {
        digits += 1
      }
      if scalar == 0x09 || scalar == 0x7C { return false }
    }
    return han >= 2 && commas <= 2 && colons <= 1 && digits <= han + 4
      && !isDate(bytes, range, last)
  }

  /// The line is a date and nothing else; only a line that ends like one is parsed.
  private static func isDate(_ bytes: [UInt8], _ range: Range<Int>, _ last: UInt32) -> Bool {
    guard last == 0x65E5 || last == 0x6708 || last == 0x5E74 || last == 0x53F7 || Scalars.isDigit(last) else {
      return false
    }
    return DateParser.whole(bytes, in: range) != nil
  }

  /// `（2003年6月28日第十届全国人民代表大会常务委员会第三次会议通过）`: all of it between one pair of brackets.
  private static func isInBrackets(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard Scalars.isOpenParenthesis(FlowText.first(bytes, range)),
      Scalars.isCloseParenthesis(FlowText.last(bytes, range))
    else { return false }
    var depth = 0
    var cursor = Cursor(bytes, range)
    while !cursor.isAtEnd {
      let scalar = cursor.next()
      if Scalars.isOpenParenthesis(scalar) { depth += 1 }
      if Scalars.isCloseParenthesis(scalar) { depth -= 1 }
      if depth == 0 { return cursor.isAtEnd }
    }
    return false
  }

  /// 目录, 目　　次
  static func isContents(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard range.count <= 40 else { return false }
    let first = Folded.first(bytes, range)
    guard first == 0x76EE || first == 0x5B else { return false }
    let key = Folded.key(bytes, range)
    return key == Array("目录".utf8) || key == Array("目次".utf8) || key == Array("目錄".utf8)
      || key == Array("[目录]".utf8)
  }

  /// `第28号`, `（2018年第2号）`, `2018 年 第 2 号`: the serial under the head of an order.
  static func isSerialLine(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard range.count <= 60 else { return false }
    var cursor = Cursor(bytes, range)
    _ = cursor.take(where: Scalars.isOpenParenthesis)
    cursor.skipLayout()
    if cursor.skip(where: Scalars.isDigit) == 4 {
      cursor.skipLayout()
      guard cursor.take("年") else { return false }
      cursor.skipLayout()
    }
    guard cursor.take("第") else { return false }
    cursor.skipLayout()
    let arabic = cursor.skip(where: Scalars.isDigit)
    let count = arabic > 0 ? arabic : cursor.skip(where: HanNumeral.isNumeral)
    cursor.skipLayout()
    guard count > 0, cursor.take("号") || cursor.take("號") else { return false }
    _ = cursor.take(where: Scalars.isCloseParenthesis)
    return cursor.isAtEnd
  }

  /// The kind that closes the text, a bracketed supplement (（试行）) aside; brackets must be closed.
  static func isComplete(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    isBalanced(bytes, range) && KindParser.kind(in: bytes, range: range) != nil
  }

  private static let listWords: [StaticString] = [
    "名单", "名單", "清单", "清單", "名录", "一览表", "汇总表", "对照表", "對照表", "分工表", "明细表", "情况表", "申请表", "登记表", "职责分工",
    "总说明草案",
    "總說明草案", "总说明", "預算表", "预算表", "决算表", "统计表", "安排表", "计划表", "目录", "格式", "样式", "式样", "样图",
  ]

  /// Ends like the title of a table or a list: 名单, 清单, 对照表.
  static func isListTitle(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard isBalanced(bytes, range), UTF8Scan.count(bytes, range) <= 70, !isContents(bytes, range) else {
      return false
    }
    for word: StaticString in ["，", "包括", "如图", "专栏"] where UTF8Scan.find(word, in: bytes, range) != nil {
      return false
    }
    for word: StaticString in ["图", "表", "见", "详见"] where UTF8Scan.hasPrefix(bytes, range, word) {
      return false
    }
    return listWords.contains { UTF8Scan.hasSuffix(bytes, range, $0) }
  }

  /// The number that closes a title: `…的通知（黔发改服务〔2020〕111号）`, `…指挥部通告（第7号）`. The range is what is
  /// left of the title.
  static func number(closing bytes: [UInt8], _ range: Range<Int>) -> (
    number: DocumentNumber, title: Range<Int>
  )? {
    guard Scalars.isCloseParenthesis(FlowText.last(bytes, range)) else { return nil }
    var at = range.upperBound
    while let (scalar, start) = UTF8Scan.decodeBefore(bytes, at, from: range.lowerBound),
      !Scalars.isOpenParenthesis(scalar)
    {
      at = start
      if range.upperBound - at > 90 { return nil }
    }
    guard let (_, open) = UTF8Scan.decodeBefore(bytes, at, from: range.lowerBound), open > range.lowerBound
    else { return nil }
    let title = FlowText.trimmed(bytes, range.lowerBound..<open)
    let inside = open..<range.upperBound
    if isSerialLine(bytes, inside) {
      return (Anatomy.orderNumber(FlowText.compact(bytes, title), FlowText.compact(bytes, inside)), title)
    }
    let inner = at..<(UTF8Scan.decodeBefore(bytes, range.upperBound, from: at)?.start ?? range.upperBound)
    guard let found = DocumentNumberParser().whole(bytes, in: inner), found.number.year != nil else {
      return nil
    }
    return (found.number, title)
  }

  /// `（关于…的公告）`: a title that stands in brackets as a whole.
  static func unbracketed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    guard range.count > 30, Scalars.isOpenParenthesis(FlowText.first(bytes, range)),
      Scalars.isCloseParenthesis(FlowText.last(bytes, range)),
      UTF8Scan.find("关于", in: bytes, range) != nil
    else { return nil }
    let first = UTF8Scan.decode(bytes, range.lowerBound, range.upperBound).width
    let last =
      UTF8Scan.decodeBefore(bytes, range.upperBound, from: range.lowerBound)?.start ?? range.upperBound
    let inner = range.lowerBound + first..<last
    return KindParser.kind(in: bytes, range: inner) != nil ? inner : nil
  }

  private static func isBalanced(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var titles = 0
    var parentheses = 0
    var cursor = Cursor(bytes, range)
    while !cursor.isAtEnd {
      let scalar = cursor.next()
      switch scalar {
      case 0x300A: titles += 1
      case 0x300B: titles -= 1
      default:
        if Scalars.isOpenParenthesis(scalar) { parentheses += 1 }
        if Scalars.isCloseParenthesis(scalar) { parentheses -= 1 }
      }
    }
    return titles <= 0 && parentheses <= 0
  }

  /// How many of the title-like lines from `start` on make one title: at least one.
  static func extent(_ flow: Flow, _ lines: [FlowLine], from start: Int, to end: Int) -> Int {
    let bytes = flow.buffer
    var joined: [UInt8] = []
    var best: Int?
    var count = 0
    var i = start
    while i < end, count < 6 {
      joined.append(contentsOf: bytes[lines[i].range])
      count += 1
      let whole = 0..<joined.count
      if isComplete(joined, whole) || isListTitle(joined, whole) || unbracketed(joined, whole) != nil {
        best = count
        guard i + 1 < end, continues(joined, bytes, lines[i + 1].range) else { break }
      }
      i += 1
    }
    return best ?? 1
  }

  /// The next line belongs to a title that could end here: `的通知`, `（试行）`, `（2016—2020年）`.
  private static func continues(_ joined: [UInt8], _ bytes: [UInt8], _ next: Range<Int>) -> Bool {
    if UTF8Scan.hasPrefix(bytes, next, "的") || UTF8Scan.hasPrefix(bytes, next, "》") { return true }
    if isSupplement(bytes, next) { return true }
    let whole = 0..<joined.count
    guard !endsAsCarrier(joined, whole) else { return false }
    // …支持性两部制电价政策 | 降低企业用电成本的通知
    if UTF8Scan.find("关于", in: joined, whole) != nil, UTF8Scan.find("关于", in: bytes, next) == nil,
      UTF8Scan.hasSuffix(bytes, next, "的通知") || UTF8Scan.hasSuffix(bytes, next, "的公告")
    {
      return true
    }
    guard isWrapper(joined, whole) else { return false }
    return UTF8Scan.hasSuffix(bytes, next, "通知") || UTF8Scan.hasSuffix(bytes, next, "的函")
  }

  /// `（试行）`, `(2016—2020年)`, `（征求意见稿）`: a line of its own that closes the title above it.
  static func isSupplement(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard range.count <= 60, Scalars.isOpenParenthesis(FlowText.first(bytes, range)),
      Scalars.isCloseParenthesis(FlowText.last(bytes, range)), !isSerialLine(bytes, range)
    else { return false }
    for word: StaticString in ["此件", "公开", "废止", "有删减", "失效", "略", "通过", "附件"]
    where UTF8Scan.find(word, in: bytes, range) != nil { return false }
    let inner = range.lowerBound + 1..<range.upperBound
    return DateParser.whole(bytes, in: inner) == nil
      && DocumentNumberParser().all(in: bytes, range: range).isEmpty
  }

  /// 印发, 转发, 公布 …: the title carries another document.
  static func isWrapper(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    for word: StaticString in ["印发", "转发", "批转", "公布", "发布", "颁布", "下发"]
    where UTF8Scan.find(word, in: bytes, range) != nil { return true }
    return false
  }

  /// Ends in a kind that carries others: 通知, 令, 公告, 函 …
  private static func endsAsCarrier(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    for word: StaticString in ["通知", "令", "公告", "通告", "函", "决定", "命令", "批复"]
    where UTF8Scan.hasSuffix(bytes, range, word) { return true }
    return false
  }

  /// The titles that this one says it carries: inside the outer 《》, or between 印发 and 的通知.
  static func carried(by title: String) -> [[UInt8]] {
    let bytes = Array(title.utf8)
    let range = 0..<bytes.count
    guard isWrapper(bytes, range) || endsAsCarrier(bytes, range) else { return [] }
    var result: [[UInt8]] = []
    for name in quoted(bytes, range) { result.append(key(bytes, name)) }
    if result.isEmpty {
      for verb: StaticString in ["印发", "转发", "批转", "公布", "发布", "颁布", "下发"] {
        guard let at = UTF8Scan.find(verb, in: bytes, range) else { continue }
        var end = bytes.count
        if let (_, kind) = KindParser.kind(in: bytes, range: range) { end = kind.lowerBound }
        let start = at + verb.utf8CodeUnitCount
        if end - 3 > start, UTF8Scan.hasPrefix(bytes, end - 3, bytes.count, "的") { end -= 3 }
        if end > start + 9 { result.append(key(bytes, start..<end)) }
        break
      }
    }
    return result
  }

  /// What stands inside the outermost 《》, in order.
  static func quoted(_ bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var depth = 0
    var start = 0
    var cursor = Cursor(bytes, range)
    while !cursor.isAtEnd {
      let at = cursor.at
      let scalar = cursor.next()
      if scalar == 0x300A {
        if depth == 0 { start = cursor.at }
        depth += 1
      } else if scalar == 0x300B, depth > 0 {
        depth -= 1
        if depth == 0, at > start { result.append(start..<at) }
      }
    }
    return result
  }

  /// For comparing titles: folded, without 《》 and quotation marks.
  static func key(_ bytes: [UInt8], _ range: Range<Int>) -> [UInt8] {
    Folded.key(bytes, range).filter { $0 != 0x3C && $0 != 0x3E && $0 != 0x22 }
  }

  /// The title on one line: layout dropped, but for the single space that separates joint issuers and words of Latin letters.
  static func join(_ flow: Flow, _ ranges: [Range<Int>]) -> String {
    var pieces: [Range<Int>] = []
    for range in ranges {
      var start: Int?
      var cursor = Cursor(flow.buffer, range)
      while !cursor.isAtEnd {
        let at = cursor.at
        if Scalars.isLayout(cursor.next()) {
          if let begin = start { pieces.append(begin..<at) }
          start = nil
        } else if start == nil {
          start = at
        }
      }
      if let begin = start { pieces.append(begin..<range.upperBound) }
    }
    var result: [UInt8] = []
    var segment = 0
    var beforeMatter = true
    for piece in pieces {
      if !result.isEmpty {
        let before = FlowText.last(result, 0..<result.count)
        let first = FlowText.first(flow.buffer, piece)
        let latin = !Scalars.isWide(before) && !Scalars.isWide(first)
        let organs =
          beforeMatter && OrganNames.isOrgan(result, segment..<result.count)
          && startsWithOrgan(flow.buffer, piece)
        if latin || organs {
          result.append(0x20)
          segment = result.count
        }
      }
      result.append(contentsOf: flow.buffer[piece])
      if UTF8Scan.find("关于", in: flow.buffer, piece) != nil
        || UTF8Scan.find("印发", in: flow.buffer, piece) != nil
      {
        beforeMatter = false
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Begins with an organ's name: the whole piece is one, or what stands before 关于, 印发, 转发 is.
  private static func startsWithOrgan(_ bytes: [UInt8], _ piece: Range<Int>) -> Bool {
    for word: StaticString in ["关于", "印发", "转发", "令", "公告", "通告"] {
      if let at = UTF8Scan.find(word, in: bytes, piece), at > piece.lowerBound {
        return OrganNames.isOrgan(bytes, piece.lowerBound..<at)
      }
    }
    return OrganNames.isOrgan(bytes, piece)
  }
}
