/// Recognises page furniture: what the page around a document left in the copied text.
///
/// A list of control words, never "any line in 【】": 【基本案情】 is content. A line is furniture when it begins with one of
/// the openings, or when nothing is left of it once the control words are taken away.
enum FurnitureScanner {
  /// Why a line is furniture.
  enum Reason: String {
    case control = "page control"
    case navigation = "navigation"
    case footer = "site footer"
    case pageNumber = "page number"
    case links = "related links"
    case contents = "table of contents"
    case banner = "site banner"
    case artefact = "copying artefact"
    case repetition = "repeated header"
    case code = "script code"
  }

  static func reason(_ bytes: [UInt8], _ range: Range<Int>, _ traits: LineTraits = .all) -> Reason? {
    guard range.count <= 600 else { return nil }
    if isPageNumber(bytes, range) { return .pageNumber }
    var cursor = Cursor(bytes, range)
    cursor.skip { Scalars.isLayout($0) || isFrame($0) }
    // Most lines of a text begin with none of the words' first characters.
    if openings.contains(cursor.scalar) {
      let start = cursor.at..<range.upperBound
      for word in navigation where UTF8Scan.hasPrefix(bytes, start, word) { return .navigation }
      for word in footer where UTF8Scan.hasPrefix(bytes, start, word) { return .footer }
      for word in links where UTF8Scan.hasPrefix(bytes, start, word) { return .links }
      for word in banners where bytes[start].elementsEqual(word) { return .banner }
    }
    if isControlStart(cursor.scalar), consistsOfControls(bytes, range) { return .control }
    if traits.contains(.latinWord), isCode(bytes, range) { return .code }
    return nil
  }

  /// `小`, `中`, `大`, `】` on lines of their own, one after the other: what is left of the buttons for the size of letters.
  static func isLoneControl(_ bytes: [UInt8], _ lines: [FlowLine], _ i: Int) -> Bool {
    func isLone(_ i: Int) -> Bool {
      guard lines.indices.contains(i), lines[i].block == nil, (1...3).contains(lines[i].range.count) else {
        return false
      }
      switch FlowText.first(bytes, lines[i].range) {
      case 0x5927, 0x4E2D, 0x5C0F, 0x3010, 0x3011, 0x5B, 0x5D: return true
      default: return false
      }
    }
    return isLone(i) && (isLone(i - 1) || isLone(i + 1))
  }

  /// How many lines at the end are the titles under `相关链接：`: at most six, none a sentence.
  static func relatedTitles(_ bytes: [UInt8], _ lines: [FlowLine]) -> Int {
    for count in 1...6 where count + 1 < lines.count {
      let start = lines.count - count - 1
      guard lines[start + 1].block == nil, lines[start + 1].range.count <= 240,
        !FlowText.endsSentence(bytes, lines[start + 1].range)
      else { return 0 }
      let head = lines[start].range
      if head.count <= 24, related.contains(where: { UTF8Scan.hasPrefix(bytes, head, $0) }) { return count }
    }
    return 0
  }

  private static let related: [StaticString] = ["相关链接", "相关阅读", "相关文档", "相关稿件", "相关新闻", "相关信息", "相关解读"]

  /// Script that came along with a copied page.
  private static func isCode(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    hasLongLatinWord(bytes, range) && code.contains { UTF8Scan.find($0, in: bytes, range) != nil }
  }

  /// Six Latin letters in a row: most lines have none, and need no search.
  private static func hasLongLatinWord(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var run = 0
    for at in range {
      let letter = bytes[at] | 0x20
      run = letter >= 0x61 && letter <= 0x7A ? run + 1 : 0
      if run >= 6 { return true }
    }
    return false
  }

  private static let code: [StaticString] = [
    "document.write", "document.getElementById", "document.close", "window.location", "window.open(",
    "function(",
    "function (", "addEventListener(", "$(document)", "$(function", "jQuery(",
    "var _hmt",
  ]

  /// A bread crumb of one word a line (`当前位置：` `首页` `>` `政务信息` …) at the top: how many lines it takes.
  static func brokenCrumbs(_ bytes: [UInt8], _ lines: [FlowLine]) -> Int {
    guard let first = lines.first,
      UTF8Scan.hasPrefix(bytes, first.range, "当前位置") || UTF8Scan.hasPrefix(bytes, first.range, "首页")
    else { return 0 }
    func isArrow(_ line: FlowLine) -> Bool {
      let text = bytes[line.range]
      return text.elementsEqual([0x3E]) || text.elementsEqual(Array("＞".utf8))
        || text.elementsEqual(Array("»".utf8))
    }
    var end = 0
    for (i, line) in lines.prefix(20).enumerated() where isArrow(line) { end = i + 2 }
    return end <= lines.count ? end : 0
  }

  /// The licence box of a collection (`本作品来自…` to the end): where it begins.
  static func licenceBox(_ bytes: [UInt8], _ lines: [FlowLine]) -> Int {
    for i in lines.indices.suffix(16) where lines[i].block == nil {
      for word: StaticString in ["本作品来自", "本作品在", "本作品是", "本作品屬於", "本作品属于"]
      where UTF8Scan.hasPrefix(bytes, lines[i].range, word) { return i }
    }
    return lines.count
  }

  private static let navigation: [StaticString] = [
    "当前位置", "您的位置", "您现在的位置", "您当前的位置", "首页 >", "首页>", "首页 »", "首页＞", "上一篇", "下一篇", "上一条", "下一条",
    "返回首页", "返回顶部", "返回列表", "网站首页",
  ]
  /// Names of columns that stand alone above a title.
  private static let banners: [[UInt8]] = [
    "政策文件", "最新文件", "通知公告", "政务公开", "政府信息公开", "信息公开", "公告公示", "文件通知", "相关解读", "政策解读",
  ]
  .map { Array($0.utf8) }

  private static let footer: [StaticString] = [
    "网站标识码", "政府网站标识码", "版权所有", "Copyright", "copyright", "COPYRIGHT", "主办单位：", "主办单位:", "承办单位：网", "技术支持：",
    "技术支持:", "Public domain", "公安备案", "ICP备",
  ]
  private static let links: [StaticString] = [
    "相关链接", "相关附件下载", "文件下载及相关附件", "文件下载", "附件下载", "公告正文下载链接", "全真版：", "全真版:", "相关阅读", "法宝联想", "相关文档",
    "相关稿件", "扫一扫", "原文链接", "查看原文",
  ]

  /// Longest first.
  private static let controls: [StaticString] = [
    "扫一扫在手机打开当前页", "视力保护色", "打印本页", "我要打印", "关闭窗口", "关闭本页", "字体大小", "浏览次数", "浏览量", "阅读次数", "点击次数",
    "点击数", "点击量", "阅读量", "返回顶部", "分享到", "分享至", "收藏本页", "加入收藏", "微信", "微博", "新浪微博", "QQ空间", "朋友圈", "字体",
    "字号", "分享", "打印", "关闭", "收藏", "保存", "纠错", "大", "中", "小", "默认", "超大", "下载", "文字版", "图片版", "Top", "false",
    "true",
    "undefined", "null", "复制链接", "语音播报", "朗读",
  ]

  private static let openings = ScalarSet(
    firsts(navigation + footer + links)
      + banners.compactMap { $0.isEmpty ? nil : UTF8Scan.decode($0, 0, $0.count).scalar })
  private static let controlOpenings = ScalarSet(firsts(controls))

  private static func firsts(_ words: [StaticString]) -> [UInt32] {
    words.compactMap { $0.description.unicodeScalars.first?.value }
  }

  private static func isControlStart(_ scalar: UInt32) -> Bool {
    scalar == 0 || scalar == 0x6B21 || Scalars.isDigit(scalar) || controlOpenings.contains(scalar)
  }

  private static func isFrame(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3010, 0x3011, 0x5B, 0x5D, 0x3016, 0x3017, 0x28, 0x29, 0xFF08, 0xFF09, 0x7C, 0xFF5C, 0x2F, 0x3A,
      0xFF1A,
      0x2D, 0xB7, 0x2022, 0x3E, 0x3C, 0xFF0F, 0x2014, 0xFF3B, 0xFF3D:
      return true
    default: return false
    }
  }

  /// Nothing but control words, brackets, colons, digits and spaces, and at least one word of two characters.
  private static func consistsOfControls(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard range.count <= 200 else { return false }
    var cursor = Cursor(bytes, range)
    var words = 0
    var single = 0
    scan: while !cursor.isAtEnd {
      if controlOpenings.contains(cursor.scalar) {
        for word in controls where cursor.take(word) {
          if word.utf8CodeUnitCount > 3 { words += 1 } else { single += 1 }
          continue scan
        }
      }
      let scalar = cursor.next()
      guard Scalars.isLayout(scalar) || isFrame(scalar) || Scalars.isDigit(scalar) || scalar == 0x6B21 else {
        return false
      }
    }
    return words > 0 || single >= 2
  }

  /// `— 3 —`, `- 12 -`, `第3页 共5页`, `第 3 页`.
  static func isPageNumber(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard range.count <= 40 else { return false }
    var cursor = Cursor(bytes, range)
    func isDash(_ scalar: UInt32) -> Bool {
      scalar == 0x2D || scalar == 0x2014 || scalar == 0x2013 || scalar == 0xFF0D || scalar == 0x2015
        || scalar == 0x2500
    }
    if cursor.skip(where: isDash) > 0 {
      cursor.skipLayout()
      guard cursor.skip(where: Scalars.isDigit) > 0 else { return false }
      cursor.skipLayout()
      return cursor.skip(where: isDash) > 0 && cursor.isAtEnd
    }
    guard cursor.take("第") else { return false }
    cursor.skipLayout()
    guard cursor.skip(where: Scalars.isDigit) > 0 else { return false }
    cursor.skipLayout()
    guard cursor.take("页") else { return false }
    cursor.skip { Scalars.isLayout($0) || Scalars.isComma($0) || $0 == 0x2F }
    if cursor.isAtEnd { return true }
    guard cursor.take("共") else { return false }
    cursor.skipLayout()
    guard cursor.skip(where: Scalars.isDigit) > 0 else { return false }
    cursor.skipLayout()
    return cursor.take("页") && cursor.isAtEnd
  }
}
