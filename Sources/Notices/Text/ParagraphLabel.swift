/// The label in front of an unnumbered paragraph: `工作目标：牢固树立…`, `具体措施:`.
enum ParagraphLabel {
  private static let longest = 8

  /// Two to eight Han characters and a colon at the beginning of the line; verbs of saying are no labels.
  static func find(_ bytes: [UInt8], _ range: Range<Int>) -> (label: Range<Int>, rest: Range<Int>)? {
    var cursor = Cursor(bytes, range)
    var count = 0
    while !cursor.isAtEnd, count <= longest {
      let at = cursor.at
      let scalar = cursor.next()
      if Scalars.isColon(scalar) {
        let label = range.lowerBound..<at
        let rest = FlowText.trimmed(bytes, cursor.at..<range.upperBound)
        guard count >= 2, !saysSomething(bytes, label), rest.isEmpty || isText(bytes, rest) else {
          return nil
        }
        return (label, rest)
      }
      if Scalars.isLayout(scalar) { continue }
      guard Scalars.isHan(scalar) else { return nil }
      count += 1
    }
    return nil
  }

  /// Long enough to be a paragraph: `电话：1234` is a line of data and stays whole.
  private static func isText(_ bytes: [UInt8], _ rest: Range<Int>) -> Bool {
    rest.count >= 45 && FlowText.endsSentence(bytes, rest)
  }

  private static func saysSomething(_ bytes: [UInt8], _ label: Range<Int>) -> Bool {
    for word: StaticString in ["如下", "强调", "指出", "认为", "要求", "决定", "代表", "同志们", "报告", "包括", "条件", "之一", "提出"]
    where UTF8Scan.hasSuffix(bytes, label, word) { return true }
    return false
  }
}
