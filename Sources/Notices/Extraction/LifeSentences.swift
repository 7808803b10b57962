/// Sentences that say from when and how long a text holds.
struct LifeSentence {
  var kind: Effect.Kind
  var on: CivilDate?
  /// The words state the whole day.
  var isExplicit: Bool
  /// The document the sentence is about; `nil`: the one it stands in.
  var citation: Int?
  var evidence: Range<Int>
}

enum LifeSentences {
  /// `isHead`: the text stands where laws print their history (`2009年12月1日公布　自2010年3月1日起施行`).
  static func all(_ text: ScalarText, mentions: [CitationPass.Mention], isHead: Bool) -> [LifeSentence] {
    var result: [LifeSentence] = []
    guard mayStand(text.signals) else { return result }
    var rest = text.all
    while let at = text.first(PackedScalars.life, in: rest) {
      let length = triggers.length(in: text, at: at)
      rest = at + 1..<text.count
      if length == 0 { continue }
      let sentence = Sentence.around(text, at)
      result += sentenceEffects(text, sentence, mentions, isHead)
      rest = max(at + length, sentence.upperBound)..<text.count
    }
    return result
  }

  /// Whether a text with these signals may hold a trigger, and a date, a time counted from an event, or a length of
  /// time.
  static func mayStand(_ signals: Signals) -> Bool {
    guard signals.contains(.life) else { return false }
    guard !signals.isDisjoint(with: .dates) || relatives.mayStand(signals) || validity.mayStand(signals)
    else {
      return false
    }
    return triggers.mayStand(signals)
  }

  private static let triggers = WordSet(triggerWords)

  /// A sentence without any of these says nothing of the kind.
  static let triggerWords = [
    "施行", "实施", "执行", "生效", "有效期", "试行期", "暂行期", "失效", "實施", "執行", "生效", "施行日期", "修正", "修订", "修改",
  ]

  private static func sentenceEffects(
    _ text: ScalarText, _ sentence: Range<Int>, _ mentions: [CitationPass.Mention], _ isHead: Bool
  ) -> [LifeSentence] {
    var result: [LifeSentence] = []
    let dates = DateParser.all(text, in: sentence)
    let commencement = commencement(text, sentence, dates)
    guard commencement != nil || !dates.isEmpty || validity.contains(in: text, sentence) else {
      return result
    }
    if let commencement {
      let (isOwn, citation) = subject(text, sentence, commencement.start, mentions, isHead)
      if isOwn || citation != nil {
        result.append(
          LifeSentence(
            kind: .commences, on: commencement.on, isExplicit: commencement.on != nil, citation: citation,
            evidence: sentence))
      }
    }
    let isAboutThis = result.first.map { $0.citation == nil } ?? ownWords.contains(in: text, sentence)
    if isAboutThis, let end = expiry(text, sentence, dates, from: result.first?.on) {
      result.append(
        LifeSentence(
          kind: .expires, on: end.on, isExplicit: end.isExplicit, citation: nil, evidence: sentence))
    } else if !dates.isEmpty, let span = span(text, sentence) {
      result.append(
        LifeSentence(kind: .commences, on: span.from, isExplicit: true, citation: nil, evidence: sentence))
      result.append(
        LifeSentence(kind: .expires, on: span.to, isExplicit: true, citation: nil, evidence: sentence))
    }
    if isHead { result += amendments(text, sentence, dates) }
    return result
  }

  // MARK: From when

  /// `自2019年9月1日起施行`, `2020年1月1日起正式执行`, `自发布之日起施行` (no day).
  private static func commencement(_ text: ScalarText, _ sentence: Range<Int>, _ dates: [PrintedDate]) -> (
    on: CivilDate?, start: Int
  )? {
    for date in dates {
      var at = text.skipSpaces(date.range.upperBound)
      let hour = hours.length(in: text, at: at)
      at += hour
      let from = froms.length(in: text, before: text.skipSpaces(before: date.range.lowerBound))
      let since = sinces.length(in: text, at: at)
      guard since > 0 || from > 0 else { continue }
      at = text.skipSpaces(at + since)
      at += adverbs.length(in: text, at: at)
      guard actions.length(in: text, at: at) > 0 else { continue }
      let start = text.skipSpaces(before: date.range.lowerBound) - from
      return (date.civil, start)
    }
    guard let since = relatives.first(in: text, sentence) else { return nil }
    var at = text.skipSpaces(since.upperBound)
    at += adverbs.length(in: text, at: at)
    guard actions.length(in: text, at: at) > 0 else { return nil }
    let start = text.findLast(
      fromWord, in: max(sentence.lowerBound, since.lowerBound - 16)..<since.lowerBound)
    return (nil, start ?? since.lowerBound)
  }

  /// Who begins to hold: this document, one that the sentence names, or something else (a price, a standard).
  private static func subject(
    _ text: ScalarText, _ sentence: Range<Int>, _ start: Int, _ mentions: [CitationPass.Mention],
    _ isHead: Bool
  ) -> (isOwn: Bool, citation: Int?) {
    let before = sentence.lowerBound..<max(sentence.lowerBound, start)
    // 《X》自…起施行: the title right before is the subject.
    if let title = last(mentions, in: before), isSubject(text, title.end, start) {
      return (title.citation == nil, title.citation)
    }
    if ownWords.contains(in: text, before) { return (true, nil) }
    var segment = before.upperBound
    while segment > before.lowerBound, text[segment - 1] != 0x2C, text[segment - 1] != 0x20 { segment -= 1 }
    let words = text.trimmed(segment..<before.upperBound)
    if words.count <= 2 || published.length(in: text, before: words.upperBound) > 0 { return (true, nil) }
    return (isHead && published.contains(in: text, before), nil)
  }

  /// The last mention that ends in `range`; mentions are in order.
  private static func last(_ mentions: [CitationPass.Mention], in range: Range<Int>) -> CitationPass.Mention?
  {
    var (low, high) = (0, mentions.count)
    while low < high {
      let middle = (low + high) / 2
      if mentions[middle].end <= range.upperBound { low = middle + 1 } else { high = middle }
    }
    guard low > 0, mentions[low - 1].range.lowerBound >= range.lowerBound else { return nil }
    return mentions[low - 1]
  }

  /// Nothing but a bracket (`（以下简称…）`) and a comma between the title and 自.
  private static func isSubject(_ text: ScalarText, _ titleEnd: Int, _ start: Int) -> Bool {
    var at = text.skipSpaces(titleEnd)
    if let bracket = Brackets.range(text, openAt: at, limit: 120) { at = text.skipSpaces(bracket.upperBound) }
    return start - at <= 3
  }

  private static let hours: WordSet = ["零时", "0时", "零時", "00:00", "24时", "零点", "0点"]
  private static let froms: WordSet = ["自", "从", "於", "于", "自:", "時間:", "日期:", "时间:"]
  private static let fromWord: Word = "自"
  private static let toWord: Word = "至"
  private static let monthWord: Word = "个月"
  private static let sinces: WordSet = ["起", "开始", "起开始", "始"]
  private static let adverbs: WordSet = [
    "正式", "开始", "全面", "在全省", "在全市", "在全县", "在本市", "统一", "予以", "公布", "同时", "在全国", "公布并", "發布並",
  ]
  private static let actions: WordSet = ["施行", "实施", "执行", "生效", "实行", "试行", "启用", "實施", "執行", "適用", "适用"]
  private static let relatives: WordSet = [
    "发布之日起", "公布之日起", "印发之日起", "颁布之日起", "下发之日起", "签发之日起", "发文之日起", "即日起", "通过之日起", "批准之日起", "发布之日", "公布之日",
    "印发之日", "颁布之日", "發布日起", "公布日起", "发布日起",
    "印发日起", "發布之日起", "公告之日起", "下达之日起", "发布后", "印发后", "公布后",
  ]
  private static let ownWords: WordSet = [
    "本通知", "本办法", "本规定", "本意见", "本决定", "本公告", "本通告", "本条例", "本细则", "本方案", "本规则", "本令", "本措施", "本规划", "本预案",
    "本指南", "本标准", "本制度", "本文件", "本实施", "本计划", "本章程", "本规范", "本若干", "本政策",
    "本纲要", "本暂行", "本管理", "本批复", "本函", "本要點", "本辦法", "本規定", "本條例", "本法", "本细则", "本清单", "本目录", "本规程", "本导则",
    "本准则", "本公約", "本要点", "本指引", "本试行", "本工作", "该办法", "此前", "本奖励", "本扶持",
    "本指导", "本补贴", "本守则", "本须知", "本解释", "本批次", "本流程", "本裁量", "本议事", "本安排",
  ]
  private static let published: WordSet = [
    "公布", "发布", "颁布", "印发", "通过", "批准", "修订", "修正", "令", "號", "号公布", "施行日期", "有效期", "本市",
  ]

  // MARK: How long

  /// `有效期至2026年2月21日`, `有效期5年` when the start is stated.
  private static func expiry(
    _ text: ScalarText, _ sentence: Range<Int>, _ dates: [PrintedDate], from start: CivilDate?
  ) -> (on: CivilDate?, isExplicit: Bool)? {
    guard let word = validity.first(in: text, sentence) else {
      return until(text, dates)
    }
    let rest = word.upperBound..<sentence.upperBound
    var at = text.skipSpaces(word.upperBound)
    at += validityFillers.length(in: text, at: at)
    at = text.skipSpaces(at)
    let until = untils.length(in: text, at: at)
    if until > 0 || DateParser.begins(text, at) {
      if let date = DateParser.date(text, at: text.skipSpaces(at + until)),
        date.range.upperBound <= rest.upperBound,
        !isFirstOfSpan(text, date.range.upperBound)
      {
        return (date.last, date.unit == .day)
      }
    }
    at += vagues.length(in: text, at: at)
    if let number = Numerals.any(text, at: at), (1...50).contains(number.value) {
      let end = text.skipSpaces(number.end)
      let years = text[end] == 0x5E74 ? number.value : 0
      let months = text.has(monthWord, at: end) ? number.value : 0
      if years + months > 0 { return (start.flatMap { after($0, years: years, months: months) }, false) }
    }
    if let dates = Optional(DateParser.all(text, in: rest)), let last = dates.last,
      text.contains(toWord, in: rest)
    {
      return (last.last, last.unit == .day)
    }
    return nil
  }

  /// `自…起施行，至2026年2月21日止`, `施行至2025年12月31日`, `2025年12月31日失效`.
  private static func until(_ text: ScalarText, _ dates: [PrintedDate]) -> (on: CivilDate?, isExplicit: Bool)?
  {
    for date in dates {
      let before = text.skipSpaces(before: date.range.lowerBound)
      let after = text.skipSpaces(date.range.upperBound)
      let ends = endings.length(in: text, at: after) > 0
      if runsTo.length(in: text, before: before) > 0 || (text[before - 1] == 0x81F3 && ends)
        || (ends && lapses.length(in: text, at: after) > 0)
      {
        return (date.last, date.unit == .day)
      }
    }
    return nil
  }

  private static func isFirstOfSpan(_ text: ScalarText, _ end: Int) -> Bool {
    let at = text.skipSpaces(end)
    let length = text[at] == 0x8D77 ? at + 1 : at
    return text[length] == 0x81F3 || text[length] == 0x2D || (0x2010...0x2015).contains(text[length])
  }

  /// `执行时间自2007年1月1日起至2009年12月31日止`
  private static func span(_ text: ScalarText, _ sentence: Range<Int>) -> (from: CivilDate, to: CivilDate)? {
    guard let word = spanWords.first(in: text, sentence) else { return nil }
    let dates = DateParser.all(text, in: word.upperBound..<min(sentence.upperBound, word.upperBound + 60))
    guard dates.count >= 2, let from = dates[0].civil, let to = dates[1].civil, from < to else { return nil }
    let between = dates[0].range.upperBound..<dates[1].range.lowerBound
    guard between.count <= 4, spanJoints.contains(in: text, between) else { return nil }
    return (from, to)
  }

  /// The last day of a stretch of years that begins on `start`.
  static func after(_ start: CivilDate, years: Int, months: Int) -> CivilDate? {
    let total = start.month - 1 + months
    let (year, month) = (start.year + years + total / 12, total % 12 + 1)
    guard (1...9999).contains(year) else { return nil }
    let day = start.day
    if day == 1 {
      let (y, m) = month == 1 ? (year - 1, 12) : (year, month - 1)
      return CivilDate(year: y, month: m, day: CivilDate.daysIn(month: m, of: y))
    }
    return CivilDate(year: year, month: month, day: min(day - 1, CivilDate.daysIn(month: month, of: year)))
  }

  private static let validity: WordSet = [
    "有效期限", "有效期", "试行期限", "试行期", "暂行期", "执行期限", "执行期", "实施期限", "政策有效期", "施行期限",
  ]
  private static let validityFillers: WordSet = [
    "为", "是", "暂定", "截止", "暂定为", "限为", "截止日期为", "自发布之日起", "自印发之日起", "自公布之日起", "自施行之日起", "自实施之日起", "延长", "延续",
    "截至", "自本办法施行之日起", ":",
  ]
  private static let untils: WordSet = ["至", "到", "截至", "截止至", "截止到", "截止", "延长至", "延长到", "延续至", "止于", "为至"]
  private static let vagues: WordSet = ["为", "暂定", "期限为", "暂定为"]
  private static let runsTo: WordSet = [
    "施行至", "执行至", "实施至", "试行至", "有效至", "延续执行至", "延长执行至", "继续执行至", "施行到", "执行到", "实施到",
  ]
  private static let endings: WordSet = ["止", "失效", "废止", "为止", "自动失效", "自行失效", "起失效", "停止执行", "终止"]
  private static let lapses: WordSet = ["失效", "自动失效", "自行失效", "起失效", "停止执行"]
  private static let spanWords: WordSet = [
    "执行时间", "执行期限", "实施期限", "执行期", "有效期", "实施时间", "施行期限", "政策执行期限", "有效期限", "執行期間", "执行期间", "政策有效期", "实施期",
  ]
  private static let spanJoints: WordSet = ["至", "到", "-", "—", "–", "~"]

  // MARK: History

  /// `根据2020年5月12日…修订` in front of a law.
  private static func amendments(_ text: ScalarText, _ sentence: Range<Int>, _ dates: [PrintedDate])
    -> [LifeSentence]
  {
    var result: [LifeSentence] = []
    for (index, date) in dates.enumerated() {
      guard let day = date.civil else { continue }
      let end = index + 1 < dates.count ? dates[index + 1].range.lowerBound : sentence.upperBound
      let reach = date.range.upperBound..<end
      guard let verb = changes.first(in: text, reach),
        based.length(in: text, before: text.skipSpaces(before: date.range.lowerBound)) > 0
          || verb.upperBound == end || text[verb.upperBound] == 0x29 || text[verb.upperBound] == 0x20
      else { continue }
      result.append(
        LifeSentence(kind: .amended, on: day, isExplicit: true, citation: nil, evidence: sentence))
    }
    return result
  }

  private static let changes: WordSet = ["修正", "修订", "修改", "修訂"]
  private static let based: WordSet = ["根据", "依据", "依"]
}
