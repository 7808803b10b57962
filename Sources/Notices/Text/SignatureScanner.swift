/// Reads 落款: organs, signers, the date.
enum SignatureScanner {
  struct DateLine {
    /// The organs or the signer in front of the date on the same line; empty when there is none.
    var before: Range<Int>
    var date: PrintedDate
    /// What follows on the line: `印发`, `（此件公开发布）`.
    var after: Range<Int>
  }

  /// A line that is a date, or organs and a date.
  static func dateLine(_ bytes: [UInt8], _ range: Range<Int>) -> DateLine? {
    guard range.count >= 8, range.count <= 260 else { return nil }
    let last = FlowText.last(bytes, range)
    // 日, 號, a digit, or the bracket of a note: anything else cannot close a date.
    guard last == 0x65E5 || Scalars.isDigit(last) || Scalars.isCloseParenthesis(last) else { return nil }
    if let date = DateParser.whole(bytes, in: range), date.unit == .day {
      return DateLine(
        before: range.lowerBound..<range.lowerBound, date: date, after: range.upperBound..<range.upperBound)
    }
    guard let date = DateParser.all(in: bytes, range: range).last, date.unit == .day else { return nil }
    let before = FlowText.trimmed(bytes, range.lowerBound..<date.range.lowerBound)
    let after = FlowText.trimmed(bytes, date.range.upperBound..<range.upperBound)
    guard after.isEmpty || isNote(bytes, after) else { return nil }
    guard before.isEmpty || OrganNames.split(bytes, before) != nil || isSigner(bytes, before) else {
      return nil
    }
    return DateLine(before: before, date: date, after: after)
  }

  /// `部　长　　钟　山`, `市长 刘赐贵`, `广东省省长 孟凡利`
  static func isSigner(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard range.count <= 100, range.count >= 9 else { return false }
    let spaced = FlowText.trimmed(bytes, range)
    guard isSpacedName(bytes, spaced) else { return false }
    var key = Array(FlowText.compact(bytes, spaced).utf8)
    key.removeAll { $0 == 0x20 }
    let whole = 0..<key.count
    for title: StaticString in [
      "部长", "部長", "市长", "市長", "省长", "县长", "區長", "区长", "州长", "主席", "总理", "院長", "主任委员", "主任委員", "主任", "局长",
      "局長", "厅长", "行长", "署长", "署長", "會長", "会长", "主任委員",
    ] {
      guard let at = UTF8Scan.find(title, in: key, whole) else { continue }
      let rest = key.count - at - title.utf8CodeUnitCount
      if rest == 0 || (rest >= 6 && rest <= 15) { return rest > 0 || at == 0 }
    }
    return false
  }

  /// Han characters and `·` with layout between them, and nothing else.
  private static func isSpacedName(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard Scalars.isHan(FlowText.last(bytes, range)) || FlowText.last(bytes, range) == 0xB7 else {
      return false
    }
    var isSpaced = false
    var cursor = Cursor(bytes, range)
    while !cursor.isAtEnd {
      let scalar = cursor.next()
      if Scalars.isLayout(scalar) {
        isSpaced = true
      } else if !Scalars.isHan(scalar), scalar != 0xB7 {
        return false
      }
    }
    return isSpaced
  }

  /// Begins and ends with a round bracket.
  static func isBracketed(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    Scalars.isOpenParenthesis(FlowText.first(bytes, range))
      && Scalars.isCloseParenthesis(FlowText.last(bytes, range))
  }

  /// A line or a rest in brackets: （此件公开发布）.
  static func isNote(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard range.count <= 300 else { return false }
    let first = FlowText.first(bytes, range)
    let last = FlowText.last(bytes, range)
    return (Scalars.isOpenParenthesis(first) && Scalars.isCloseParenthesis(last))
      || (first == 0x3010 && last == 0x3011)
      || (first == 0x5B && last == 0x5D)
  }

  /// A note that says how the document may be published or what became of it: never body text.
  static func isStatusNote(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard range.count <= 200 else { return false }
    let first = FlowText.first(bytes, range)
    let bracketed = isNote(bytes, range) || Scalars.isOpenParenthesis(first)
    guard bracketed else { return false }
    for word: StaticString in ["此件", "有删减", "已废止", "已失效", "公开发布", "主动公开", "依申请公开", "不予公开", "发至", "全文有效"]
    where UTF8Scan.find(word, in: bytes, range) != nil { return true }
    return false
  }

  /// `（此件公开发布）…` begins here.
  static func startsStatusNote(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    UTF8Scan.find("此件", in: bytes, range.lowerBound..<min(range.lowerBound + 12, range.upperBound)) != nil
      || UTF8Scan.find("本文有删减", in: bytes, range.lowerBound..<min(range.lowerBound + 21, range.upperBound))
        != nil
  }

  /// 抄送：…, …2017年7月7日印发, （共印80份）
  static func isImprint(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard range.count <= 900 else { return false }
    for word: StaticString in ["抄送", "抄 送", "主题词：", "主题词:", "抄报", "分送"]
    where UTF8Scan.hasPrefix(bytes, range, word) { return true }
    guard range.count <= 200 else { return false }
    if UTF8Scan.hasPrefix(bytes, range, "（共印") || UTF8Scan.hasPrefix(bytes, range, "(共印") { return true }
    for word: StaticString in ["印发", "印發"] where UTF8Scan.hasSuffix(bytes, range, word) {
      return !DateParser.all(in: bytes, range: range).isEmpty
    }
    return false
  }
}
