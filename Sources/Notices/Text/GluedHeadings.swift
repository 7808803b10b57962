/// Headings that ran into their text without a mark: `一、严格执行审查制度各地区、各部门应当…`.
///
/// One such line could be a long sentence. When every `一、` of a text reads so, line breaks were lost behind the headings, and
/// each is cut in front of the word that begins a sentence anew: an addressed organ (各地区) or a second verb (加强, 完善).
enum GluedHeadings {
  /// A heading has at least this many characters.
  private static let shortest = 6
  private static let longest = 60

  /// Where the text behind the heading begins, by index into the lines; empty when not every top-level unit is glued. Linear.
  static func cuts(_ bytes: [UInt8], _ lines: [FlowLine], _ marks: [NumberMark?]) -> [Int: Int] {
    var cuts: [Int: Int] = [:]
    for i in lines.indices {
      guard let mark = marks[i], mark.shape == .han else { continue }
      guard let cut = cut(bytes, mark.content..<lines[i].range.upperBound) else { return [:] }
      cuts[i] = cut
    }
    return cuts.count >= 3 ? cuts : [:]
  }

  private static func cut(_ bytes: [UInt8], _ content: Range<Int>) -> Int? {
    guard let stop = HeadingSplit.firstSentenceEnd(bytes, content),
      stop.upperBound < content.upperBound
    else { return nil }
    var cursor = Cursor(bytes, content.lowerBound..<stop.lowerBound)
    var count = 0
    var before: UInt32 = 0
    while !cursor.isAtEnd, count <= longest {
      if count >= shortest, Scalars.isHan(before), !isOpen(before),
        begins(bytes, cursor.at..<stop.lowerBound), !isAdverb(bytes, content.lowerBound..<cursor.at)
      {
        return cursor.at
      }
      before = cursor.next()
      // A heading that is glued has no comma: what follows one is the same sentence.
      if Scalars.isComma(before), before != 0x3001 { return nil }
      count += 1
    }
    return nil
  }

  private static func begins(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    range.count >= 12 && openers.contains { UTF8Scan.hasPrefix(bytes, range, $0) }
  }

  /// 和, 与, 的 …: more of the same phrase must follow.
  private static func isOpen(_ scalar: UInt32) -> Bool {
    "和与及的并或将要对以在把被等不更再先所可应".unicodeScalars.contains { $0.value == scalar }
  }

  private static func isAdverb(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    adverbs.contains { UTF8Scan.hasSuffix(bytes, range, $0) }
  }

  private static let openers: [StaticString] = [
    "各地区", "各部门", "各级", "各地", "各有关", "各单位", "根据", "按照", "优化", "推进", "加强", "畅通", "完善", "健全", "落实", "强化", "推动",
    "提升", "加快", "建立", "深化", "开展", "严格", "加大", "鼓励", "提高", "发挥", "构建", "打造", "培育",
  ]
  private static let adverbs: [StaticString] = [
    "加快", "大力", "进一步", "切实", "全面", "积极", "着力", "持续", "深入", "继续", "共同", "依法", "统筹", "协同", "有序", "稳妥", "不断",
    "逐步", "有效", "充分", "扎实", "重点", "加强", "推动",
  ]
}
