/// Finds quantities that a clause sets as goals: `办结率达55%以上`, `不超过1次`. The words are the clause's own, from the
/// last comma to the next.
enum TargetParser {
  static func all(_ text: ScalarText, in range: Range<Int>) -> [Range<Int>] {
    var result: [Range<Int>] = []
    guard text.signals.contains(.digit) else { return result }
    var rest = range
    while let digit = text.firstIndex(in: rest, where: Glyph.isDigit) {
      let segment = segment(text, around: digit, in: rest)
      if holdsTarget(text, segment), !isCondition(text, segment) {
        result.append(withoutOpening(text, text.trimmed(segment)))
      }
      rest = segment.upperBound..<range.upperBound
    }
    return result
  }

  /// The stretch between commas, colons and ends of sentences that holds a place.
  private static func segment(_ text: ScalarText, around index: Int, in range: Range<Int>) -> Range<Int> {
    var (start, end) = (index, index)
    while start > range.lowerBound, !parts(text, start - 1) { start -= 1 }
    while end < range.upperBound, !parts(text, end) { end += 1 }
    return start..<end
  }

  private static func parts(_ text: ScalarText, _ at: Int) -> Bool {
    let scalar = text[at]
    // 1,000 is one number.
    if scalar == 0x2C { return !(Glyph.isDigit(text[at - 1]) && Glyph.isDigit(text[at + 1])) }
    return scalar == 0x3A || Glyph.endsSentence(scalar)
  }

  /// Money that is given, and `…超过300平方米的`: what applies to whom, no goal.
  private static func isCondition(_ text: ScalarText, _ segment: Range<Int>) -> Bool {
    text[text.trimmed(segment).upperBound - 1] == 0x7684 || grants.contains(in: text, segment)
  }

  private static let grants: WordSet = [
    "补助", "补贴", "奖励", "奖补", "资助", "给予", "最高", "返还", "减免", "贴息", "《", "处以", "罚款", "最长", "周岁", "赔偿",
  ]
  private static let changes: WordSet = ["增长", "提高", "下降", "降低", "提升", "减少", "压减", "压缩", "年均增长", "降幅"]

  /// A number with a unit, and a word of comparison beside it.
  private static func holdsTarget(_ text: ScalarText, _ segment: Range<Int>) -> Bool {
    var at = segment.lowerBound
    while at < segment.upperBound {
      guard Glyph.isDigit(text[at]), !Glyph.isDigit(text[at - 1]) else {
        at += 1
        continue
      }
      let start = at
      while at < segment.upperBound, Glyph.isDigit(text[at]) || text[at] == 0x2E || text[at] == 0x2C {
        at += 1
      }
      let unit = units.length(in: text, at: at)
      let percent = text[at] == 0x25 || text[at] == 0x2030 || text.has(percentWord, before: start)
      guard unit > 0 || percent else { continue }
      let after = at + max(unit, text[at] == 0x25 || text[at] == 0x2030 ? 1 : 0)
      if comparesAfter.length(in: text, at: after) > 0 { return true }
      if percent || text.has(points, at: at) || text[at] == 0x500D,
        changes.length(in: text, before: text.skipSpaces(before: start)) > 0
      {
        return true
      }
      if comparesBefore.length(in: text, before: text.skipSpaces(before: start)) > 0 { return true }
      if text.has(percentWord, before: start), comparesBefore.length(in: text, before: start - 3) > 0 {
        return true
      }
    }
    return false
  }

  /// Without a deadline and 实现, 确保 … in front.
  private static func withoutOpening(_ text: ScalarText, _ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    while true {
      let length = openings.length(in: text, at: start)
      guard length > 0, range.upperBound - start > length + 2 else { break }
      start += length
    }
    return start..<range.upperBound
  }

  private static let units: WordSet = [
    "个百分点", "万元", "亿元", "元", "个", "家", "次", "人", "万人", "户", "项", "条", "件", "公里", "平方米", "平方公里", "亩", "万亩",
    "吨", "万吨", "个工作日", "分钟", "小时", "台", "辆", "套", "张", "名", "所", "座", "万户",
    "万平方米", "公顷", "倍", "分", "期", "场", "批", "万个", "万家", "千瓦", "万千瓦", "米", "立方米", "只", "头", "处", "万辆", "万套",
    "亿", "万", "人次", "万人次", "微克", "株", "床",
  ]
  private static let comparesAfter: WordSet = ["以上", "以内", "以下", "左右", "及以上", "以内的"]
  private static let comparesBefore: WordSet = [
    "达", "达到", "不低于", "不超过", "不少于", "不高于", "不得超过", "不得低于", "不得少于", "增长到", "提高到", "提高至", "提升到", "提升至", "降至",
    "降到", "控制在", "超过", "突破", "压缩至", "压减至", "下降到", "下降至", "缩短至", "减少到",
    "增加到", "扩大到", "至少", "力争达到", "不大于", "不小于", "稳定在", "保持在", "保持", "增至", "高于", "优于",
    "低于", "达标率",
  ]
  private static let percentWord: Word = "百分之"
  private static let points: Word = "个百分点"
  private static let openings: WordSet = ["实现", "确保", "力争", "使", "并实现", "努力实现", "其中", "力争使", "确保实现", "力争实现"]
}
