/// Tells from the words around a mention what the sentence does with the document.
enum CitationKinds {
  /// For a chain of mentions (`《A》、《B》和《C》`) give the scalars from the first to the end of the last.
  static func kind(_ text: ScalarText, _ chain: Range<Int>) -> Citation.Kind {
    let before = clauseBefore(text, chain.lowerBound)
    let after = Sentence.rest(text, from: chain.upperBound)
    if repeals(text, before: before, after: after) { return .repeals }
    if amends(text, before: before, after: after) { return .amends }
    if forwardsBefore.length(in: text, before: before.upperBound) > 0
      || forwardsAfter.contains(in: text, after)
    {
      return .forwards
    }
    let near = text.skipSpaces(after.lowerBound)
    if interpretsAfter.length(in: text, at: near) > 0
      || interpretsBefore.length(in: text, before: before.upperBound) > 0
    {
      return .interprets
    }
    if implements(text, before, after) { return .implements }
    return .cites
  }

  /// Whether the text has a word of forwarding at all.
  static func mayForward(_ text: ScalarText) -> Bool {
    forwardsBefore.mayStand(in: text) || forwardsAfter.mayStand(in: text)
  }

  /// The stretch from the last comma or full stop to the mention, at most 40 scalars.
  private static func clauseBefore(_ text: ScalarText, _ start: Int) -> Range<Int> {
    var at = start
    while at > 0, start - at < 40, text[at - 1] != 0x2C, !Glyph.endsSentence(text[at - 1]) { at -= 1 }
    return at..<start
  }

  static func repeals(_ text: ScalarText, before: Range<Int>, after: Range<Int>) -> Bool {
    if orders(text, repealVerbs, before) { return true }
    let reach = reach(text, after)
    guard let verb = repealWords.first(in: text, reach) else { return false }
    // 《X》中关于…的规定同时废止 changes the document, it does not end it.
    if partial.contains(in: text, reach.lowerBound..<verb.lowerBound) { return false }
    return !excluded.contains(in: text, reach.lowerBound..<verb.lowerBound)
  }

  /// A verb right before the title, said here and now: `决定废止《A》`, `关于修改《A》的决定`; not `加快修订《A》`.
  private static func orders(_ text: ScalarText, _ verbs: WordSet, _ before: Range<Int>) -> Bool {
    let end = text.skipSpaces(before: before.upperBound)
    let length = verbs.length(in: text, before: end)
    guard length > 0 else { return false }
    let start = text.skipSpaces(before: end - length)
    return start <= before.lowerBound || here.length(in: text, before: start) > 0
  }

  private static let here: WordSet = [
    "决定", "关于", "现", "同时", "予以", "一并", "即行", "日起", "通知", "废止和", "修改和", "和", "宣布", "将", "、", "并", ":",
  ]

  private static func amends(_ text: ScalarText, before: Range<Int>, after: Range<Int>) -> Bool {
    if orders(text, amendVerbs, before) { return true }
    let reach = reach(text, after)
    if amendWords.contains(in: text, reach) { return true }
    guard let verb = repealWords.first(in: text, reach) else { return false }
    return partial.contains(in: text, reach.lowerBound..<verb.lowerBound)
  }

  /// How far words after a mention still speak of it: to the next comma, or past it when what follows goes on
  /// (`，自本办法施行之日起废止`).
  private static func reach(_ text: ScalarText, _ after: Range<Int>) -> Range<Int> {
    var at = after.lowerBound
    while at < after.upperBound, at - after.lowerBound < 60 {
      if text[at] == 0x300A { break }
      if text[at] == 0x2C, goesOn.length(in: text, at: text.skipSpaces(at + 1)) == 0 { break }
      at += 1
    }
    return after.lowerBound..<at
  }

  private static func implements(_ text: ScalarText, _ before: Range<Int>, _ after: Range<Int>) -> Bool {
    if carryOut.contains(in: text, before) { return true }
    return basis.contains(in: text, before) && drafting.contains(in: text, after)
  }

  private static let repealVerbs: WordSet = ["废止", "废除", "撤销", "废止了", "废止原", "废止《", "廢止", "停止执行", "取代", "代替"]
  private static let repealWords: WordSet = [
    "废止", "停止执行", "不再执行", "失效", "作废", "停止施行", "停止实施", "不再施行", "不再适用", "廢止", "停止適用",
  ]
  private static let partial: WordSet = [
    "中关于", "中有关", "中的", "部分条款", "第", "有关条款", "相关条款", "有关规定", "相关规定", "相关内容", "中涉及",
  ]
  private static let excluded: WordSet = ["不一致", "未", "不得", "是否", "应当及时", "有关"]
  private static let amendVerbs: WordSet = ["修改", "修订", "修正", "修改了", "补充", "调整"]
  private static let amendWords: WordSet = [
    "作如下修改", "作出如下修改", "修改如下", "作以下修改", "作部分修改", "进行修改", "进行修订", "予以修改", "做如下修改", "做出如下修改", "进行了修订", "作出修改",
    "修改为", "修正如下", "作如下修正", "进行调整",
  ]
  private static let goesOn: WordSet = ["自", "从", "现", "同时", "予以", "均", "即", "于", "一律", "一并", "宣布"]
  private static let forwardsBefore: WordSet = ["转发", "批转", "轉發", "转发了", "现转发"]
  private static let forwardsAfter: WordSet = ["转发给你们", "转发你们", "转发如下", "转发给", "予以转发", "批转给", "轉發"]
  private static let interpretsBefore: WordSet = ["解读", "解释"]
  private static let interpretsAfter: WordSet = ["解读", "的解读", "政策解读", "的政策解读", "解释", "的解释", "有关问题的解释", "问答"]
  private static let carryOut: WordSet = ["贯彻", "落实", "组织实施", "推进实施", "貫徹"]
  private static let basis: WordSet = ["根据", "依据", "按照", "依照", "依據", "根據", "依"]
  private static let drafting: WordSet = [
    "制定本", "特制定", "制定了", "制订本", "特制订", "结合", "制定如下", "提出如下", "訂定", "研究制定", "现就", "现将", "决定",
  ]
}

/// Sentences of a scalar text.
enum Sentence {
  /// The sentence that holds `index`, without the spaces at its ends; at most `limit` scalars either side.
  static func around(_ text: ScalarText, _ index: Int, limit: Int = 300) -> Range<Int> {
    var start = min(max(index, 0), text.count)
    let low = max(0, start - limit)
    while start > low, !stops(text, start - 1) { start -= 1 }
    var end = max(start, index)
    let high = min(text.count, end + limit)
    while end < high, !stops(text, end) { end += 1 }
    if end < high, text[end] != 0x0A { end += 1 }
    return text.trimmed(start..<end)
  }

  /// From `index` to the end of its sentence, the stop not included.
  static func rest(_ text: ScalarText, from index: Int, limit: Int = 300) -> Range<Int> {
    var end = index
    let high = min(text.count, index + limit)
    while end < high, !stops(text, end) { end += 1 }
    return index..<end
  }

  private static func stops(_ text: ScalarText, _ at: Int) -> Bool {
    let scalar = text[at]
    return scalar == 0x3002 || scalar == 0x21 || scalar == 0x3F || scalar == 0x3B || scalar == 0x0A
  }
}
