/// Recognises 主送机关: the line ending in a colon before the text.
enum AddresseeScanner {
  static func isAddressee(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard range.count >= 9, range.count <= 1500, Scalars.isColon(FlowText.last(bytes, range)) else {
      return false
    }
    if NumberScanner.scan(bytes, range) != nil { return false }
    for word: StaticString in [
      "各位代表", "各位委员", "同志们", "如下", "现将", "根据", "按照", "为了", "。", "决定", "联系方式", "附件", "附：", "事项：", "盖章",
    ]
    where UTF8Scan.find(word, in: bytes, range) != nil { return false }
    if UTF8Scan.hasPrefix(bytes, range, "各") || UTF8Scan.hasPrefix(bytes, range, "尊敬的") { return true }
    let inner =
      range
      .lowerBound..<(UTF8Scan.decodeBefore(bytes, range.upperBound, from: range.lowerBound)?.start
      ?? range.upperBound)
    return namesOrgans(bytes, inner)
  }

  /// The last name of the list ends like an organ or a group of them.
  private static func namesOrgans(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var start = range.lowerBound
    var cursor = Cursor(bytes, range)
    var depth = 0
    while !cursor.isAtEnd {
      let scalar = cursor.next()
      if Scalars.isOpenParenthesis(scalar) { depth += 1 }
      if Scalars.isCloseParenthesis(scalar) { depth = max(0, depth - 1) }
      if depth == 0, Scalars.isComma(scalar) || scalar == 0x3001 { start = cursor.at }
    }
    let last = FlowText.trimmed(bytes, start..<range.upperBound)
    if OrganNames.isOrgan(bytes, last) { return true }
    for word: StaticString in [
      "单位", "部门", "机构", "组织", "企业", "院所", "机关", "人", "县", "市", "区", "兵团", "）", ")", "医院", "学校", "团体",
    ]
    where UTF8Scan.hasSuffix(bytes, last, word) { return UTF8Scan.count(bytes, range) >= 3 }
    return false
  }
}
