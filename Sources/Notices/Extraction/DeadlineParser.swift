/// A deadline found in a text, with the scalars of its words.
struct FoundDeadline: Equatable {
  var deadline: Deadline
  var range: Range<Int>
}

/// Finds by when, since when and how often, in the words of the text. Without a year in print no day is given.
struct DeadlineParser {
  /// Years before the document's own are history, not deadlines.
  var issuedYear: Int?

  func all(_ text: ScalarText, in range: Range<Int>) -> [FoundDeadline] {
    var result: [FoundDeadline] = []
    var at = range.lowerBound
    let beginnings = DeadlineParser.beginnings
    while at < range.upperBound,
      let start = text.firstIndex(in: at..<range.upperBound, where: beginnings.contains)
    {
      at = start
      let found: FoundDeadline?
      if DateParser.begins(text, at), let date = DateParser.date(text, at: at) {
        found = self.found(text, date, in: range)
        at = max(at + 1, found?.range.upperBound ?? date.range.upperBound)
      } else if text[at] == 0x6BCF {
        found = recurring(text, at, in: range)
        at = max(at + 1, found?.range.upperBound ?? at)
      } else {
        found = yearless(text, at, in: range)
        at = max(at + 1, found?.range.upperBound ?? at)
      }
      if let found { result.append(found) }
    }
    return result
  }

  /// Every scalar that a deadline may begin with: those of dates and numbers, 每 年 今 本 当.
  private static let beginnings = ScalarSet(
    Array(DateParser.beginnings) + Numerals.glyphs + [0x6BCF, 0x5E74, 0x4ECA, 0x672C, 0x5F53])

  // MARK: With a year

  private func found(_ text: ScalarText, _ date: PrintedDate, in range: Range<Int>) -> FoundDeadline? {
    let (start, end) = (date.range.lowerBound, date.range.upperBound)
    guard end <= range.upperBound, issuedYear.map({ date.last.year >= $0 }) ?? true else { return nil }
    if isQuoted(text, start, in: range) { return nil }
    let leadLength = DeadlineParser.leads.length(in: text, before: start)
    let lead = start - leadLength
    // 2020年2月1日至6月30日: a span of days.
    if text[start - 1] == 0x81F3, DeadlineParser.dateEnds.contains(text[start - 2]) { return nil }
    if let since = since(text, date, lead) { return since }
    guard DeadlineParser.history.length(in: text, before: start) == 0 else { return nil }

    let tail = text.skipSpaces(end)
    let suffix = DeadlineParser.suffixes.length(in: text, at: tail)
    if suffix > 0 {
      guard !isEffect(text, tail + suffix) else { return nil }
      let last = isBeginning(text, tail, suffix) ? firstMonth(date) : date.last
      return make(text, lead..<tail + suffix, .point, last)
    }
    if isSpan(text, start, end) || isEffect(text, end) { return nil }
    let isGoal = DeadlineParser.goals.length(in: text, before: start) > 0
    if date.unit == .year {
      if isGoal { return make(text, lead..<end, .year, date.last) }
      return startsClause(text, start, in: range) && text[end] == 0x2C && issuedYear != nil
        ? make(text, start..<end, .year, date.last) : nil
    }
    if isGoal || DeadlineParser.completes.length(in: text, at: tail) > 0 {
      return make(text, lead..<end, .point, date.last)
    }
    return nil
  }

  /// `自2018年起`, `从2017年7月1日开始`
  private func since(_ text: ScalarText, _ date: PrintedDate, _ lead: Int) -> FoundDeadline? {
    let tail = text.skipSpaces(date.range.upperBound)
    let mark = DeadlineParser.starts.length(in: text, at: tail)
    guard mark > 0, !isEffect(text, tail + mark) else { return nil }
    let from = DeadlineParser.froms.length(in: text, before: date.range.lowerBound)
    return FoundDeadline(
      deadline: Deadline(text: text.string(date.range.lowerBound - from..<tail + mark), kind: .start),
      range: date.range.lowerBound - from..<tail + mark)
  }

  private func make(_ text: ScalarText, _ range: Range<Int>, _ kind: Deadline.Kind, _ on: CivilDate?)
    -> FoundDeadline
  {
    FoundDeadline(deadline: Deadline(text: text.string(range), kind: kind, on: on), range: range)
  }

  /// `起施行`, `实施`: the day of effect, not a task's.
  private func isEffect(_ text: ScalarText, _ index: Int) -> Bool {
    DeadlineParser.effects.length(in: text, at: text.skipSpaces(index)) > 0
  }

  /// `2016年—2020年`, `2017年度`, `2016年的`: no point in time.
  private func isSpan(_ text: ScalarText, _ start: Int, _ end: Int) -> Bool {
    switch text[end] {
    case 0x2D, 0x7E, 0x2010...0x2015, 0x81F3, 0x5EA6, 0x7684, 0x4EE5, 0x540E: true
    default:
      switch text[start - 1] {
      case 0x2D, 0x7E, 0x2010...0x2015: true
      default: false
      }
    }
  }

  /// A date inside a number, a title or an older act is no deadline.
  private func isQuoted(_ text: ScalarText, _ start: Int, in range: Range<Int>) -> Bool {
    var at = start - 1
    while at >= range.lowerBound, start - at < 80 {
      if text[at] == 0x300B { return false }
      if text[at] == 0x300A { return true }
      at -= 1
    }
    return false
  }

  private func startsClause(_ text: ScalarText, _ index: Int, in range: Range<Int>) -> Bool {
    let at = text.skipSpaces(before: index)
    return at <= range.lowerBound || text[at - 1] == 0x3B || text[at - 1] == 0x3002
  }

  /// 年初: the first month.
  private func isBeginning(_ text: ScalarText, _ tail: Int, _ length: Int) -> Bool {
    text[tail] == 0x521D || (text[tail] == 0x5E74 && text[tail + 1] == 0x521D)
  }

  private func firstMonth(_ date: PrintedDate) -> CivilDate? {
    date.unit == .year ? CivilDate(year: date.year, month: 1, day: 31) : date.last
  }

  // MARK: How often

  /// `每年第一季度`, `每年3月底前`, `每季度`, `每隔5年`
  private func recurring(_ text: ScalarText, _ index: Int, in range: Range<Int>) -> FoundDeadline? {
    var at = index + 1
    if text[at] == 0x9694 { at += 1 }
    if let number = Numerals.any(text, at: at), number.value > 0 { at = number.end }
    if text[at] == 0x4E2A { at += 1 }
    let unit = DeadlineParser.periods.length(in: text, at: at)
    guard unit > 0 else { return nil }
    at += unit
    var end = at
    if text[at] == 0x7684 { at += 1 }
    if let within = withinPeriod(text, at) { end = within }
    guard end <= range.upperBound else { return nil }
    return make(text, index..<end, .recurring, nil)
  }

  /// What narrows a period: `第一季度`, `每季度`, `3月底前`, `12月31日前`.
  private func withinPeriod(_ text: ScalarText, _ index: Int) -> Int? {
    var at = index
    if text[at] == 0x5728 || text[at] == 0x4E8E { at += 1 }
    let named = DeadlineParser.narrower.length(in: text, at: at)
    if named > 0 {
      let end = at + named
      return end + DeadlineParser.suffixes.length(in: text, at: end)
    }
    if text[at] == 0x7B2C { at += 1 }
    guard let number = Numerals.any(text, at: at) else { return nil }
    at = number.end
    if text.has(DeadlineParser.quarter, at: at) {
      return at + 2 + DeadlineParser.suffixes.length(in: text, at: at + 2)
    }
    guard text[at] == 0x6708 else { return nil }
    at += 1
    if text[at] == 0x4EFD { at += 1 }
    if let day = Numerals.any(text, at: at), text[day.end] == 0x65E5 || text[day.end] == 0x53F7 {
      at = day.end + 1
    }
    return at + DeadlineParser.suffixes.length(in: text, at: at)
  }

  // MARK: Without a year

  /// `年底前`, `6月底前`, `3个月内`: by when, but on no day that is printed.
  private func yearless(_ text: ScalarText, _ index: Int, in range: Range<Int>) -> FoundDeadline? {
    if text[index] == 0x5E74 || text[index] == 0x4ECA || text[index] == 0x672C || text[index] == 0x5F53 {
      let length = DeadlineParser.yearEnds.length(in: text, at: index)
      if length > 0, index + length <= range.upperBound, !Numerals.isYearDigit(text[index - 1]),
        text[index - 1] != 0x5E74
      {
        return make(text, index..<index + length, .point, nil)
      }
      return nil
    }
    guard let number = number(text, index), number.value > 0 else { return nil }
    var at = number.end
    if text[at] == 0x6708, number.value <= 12 {
      at += 1
      if text[at] == 0x4EFD { at += 1 }
      if let day = Numerals.any(text, at: at), text[day.end] == 0x65E5 || text[day.end] == 0x53F7 {
        at = day.end + 1
      }
      let suffix = DeadlineParser.beforeSuffixes.length(in: text, at: at)
      guard suffix > 0, at + suffix <= range.upperBound, !afterYear(text, index) else { return nil }
      let lead = DeadlineParser.leads.length(in: text, before: index)
      guard DeadlineParser.history.length(in: text, before: index) == 0, text[index - 1] != 0x81F3 else {
        return nil
      }
      return make(text, index - lead..<at + suffix, .point, nil)
    }
    let within = DeadlineParser.withins.length(in: text, at: at)
    guard within > 0, at + within <= range.upperBound else { return nil }
    return make(text, index..<at + within, .point, nil)
  }

  private func number(_ text: ScalarText, _ index: Int) -> (value: Int, end: Int)? {
    let scalar = text[index]
    if Glyph.isDigit(scalar) {
      return Glyph.isDigit(text[index - 1]) || text[index - 1] == 0x2E
        ? nil : Numerals.arabic(text, at: index)
    }
    guard Numerals.isChinese(scalar), !Numerals.isChinese(text[index - 1]) else { return nil }
    return Numerals.chinese(text, at: index)
  }

  private func afterYear(_ text: ScalarText, _ index: Int) -> Bool {
    text[text.skipSpaces(before: index) - 1] == 0x5E74
  }

  /// 日 月 年 起 底 号
  private static let dateEnds: Set<UInt32> = [0x65E5, 0x6708, 0x5E74, 0x8D77, 0x5E95, 0x53F7]
  private static let quarter: Word = "季度"
  private static let leads: WordSet = [
    "到", "至", "在", "于", "截至", "截止", "截止到", "力争到", "力争在", "确保在", "确保到", "力争",
    "不晚于", "不迟于", "最迟于",
  ]
  private static let goals: WordSet = ["到", "力争到", "确保到", "至", "不晚于", "不迟于", "最迟于"]
  private static let history: WordSet = ["截至", "截止", "截止到", "截至到", "自", "从", "原", "比", "较", "与", "以"]
  private static let froms: WordSet = ["自", "从", "由"]
  private static let starts: WordSet = ["起", "开始", "以来起", "之日起", "度起"]
  private static let suffixes: WordSet = [
    "底", "底前", "底之前", "底以前", "年底", "年底前", "年底之前", "年底以前", "末", "末前", "年末", "年末前", "前", "之前", "以前", "初",
    "年初", "内", "年内", "年前", "止", "为止", "月底", "月底前",
    "日前", "份前", "份底前", "份底",
  ]
  private static let beforeSuffixes: WordSet = ["底前", "底之前", "底以前", "末前", "前", "之前", "以前", "底"]
  private static let effects: WordSet = [
    "施行", "实施", "执行", "生效", "起施行", "起实施", "起执行", "起生效", "正式施行", "印发", "发布", "公布", "颁布", "通过", "修订", "修正",
    "起试行", "出台的", "印发的",
  ]
  private static let completes: WordSet = [
    "完成", "全面完成", "基本完成", "建成", "实现", "出台", "投入使用", "全面建成", "基本建成", "启动",
  ]
  private static let periods: WordSet = ["年", "季度", "月", "半年", "周", "学期", "学年", "旬", "两年", "季", "年度"]
  private static let narrower: WordSet = ["每季度", "每半年", "每月", "上半年", "下半年", "年底", "年初", "年末", "底", "末"]
  private static let yearEnds: WordSet = [
    "年底前", "年底之前", "年底以前", "年末前", "年内", "今年底前", "今年年底前", "本年底前", "当年底前", "今年内", "今年底", "今年年底", "本年度内", "年底",
  ]
  private static let withins: WordSet = [
    "个月内", "个工作日内", "日内", "天内", "年内", "周内", "个月之内", "年之内", "小时内", "个工作日之内", "工作日内",
  ]
}

extension Numerals {
  /// A digit that may end a year.
  static func isYearDigit(_ scalar: UInt32) -> Bool { digit(scalar) != nil }
}
