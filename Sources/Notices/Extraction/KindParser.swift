/// Finds the kind (文种) that ends a title: the 15 statutory kinds and the names that other documents have.
///
/// Brackets after the kind (`(试行)`, `（2016—2020年）`) and a number (`第277号`) are skipped, spaces inside it too
/// (`通  知`). English titles name their kind at the front (`Notice of …`, `Measures for …`).
package enum KindParser {
  /// The kind, in its own words without layout spaces, and the bytes it stands at. `nil` when the title ends in none.
  package static func kind(in bytes: [UInt8], range: Range<Int>) -> (kind: String, range: Range<Int>)? {
    var source = ByteText(bytes, range)
    return kind(source.text, in: source.text.all).map { ($0.kind, source.bytes($0.range)) }
  }

  /// The kind of a title.
  package static func kind(of title: String) -> String? {
    let text = ScalarText(title)
    return kind(text, in: text.all)?.kind
  }

  static func kind(_ text: ScalarText, in range: Range<Int>) -> (kind: String, range: Range<Int>)? {
    let end = tail(text, range)
    guard end > range.lowerBound else { return nil }
    if Glyph.isLatin(text[end - 1]) { return english(text, range.lowerBound..<end) }
    return han(text, range.lowerBound, end)
  }

  /// Where the title proper ends: before brackets, numbers, draft marks and spaces.
  private static func tail(_ text: ScalarText, _ range: Range<Int>) -> Int {
    var end = range.upperBound
    while end > range.lowerBound {
      let before = end
      end = text.skipSpaces(before: end)
      end = beforeBracket(text, range.lowerBound, end)
      end = beforeNumber(text, end)
      let draft = drafts.length(in: text, before: end)
      if draft > 0, end - draft > range.lowerBound { end -= draft }
      if end > range.lowerBound, closers.contains(text[end - 1]) { end -= 1 }
      if end == before { break }
    }
    return max(end, range.lowerBound)
  }

  private static let drafts: WordSet = ["征求意见稿", "公开征求意见稿", "送审稿", "修订草案", "草案", "修订稿", "修订版"]
  /// `。` after a title, quotation marks that lost their partner.
  private static let closers: Set<UInt32> = [0x3002, 0x2E, 0x201D, 0x22]

  private static func beforeBracket(_ text: ScalarText, _ start: Int, _ end: Int) -> Int {
    guard end > start else { return end }
    let close = text[end - 1]
    guard [0x29, 0x5D, 0x3015, 0x3011, 0x3017].contains(close) else { return end }
    var (at, depth) = (end - 1, 0)
    while at >= start, end - at < 60 {
      if text[at] == close { depth += 1 }
      if Glyph.closing(text[at]) == close {
        depth -= 1
        if depth == 0 { return at > start ? at : end }
      }
      at -= 1
    }
    return end
  }

  /// `第277号`, `2018年第2号` after 令 or 公告.
  private static func beforeNumber(_ text: ScalarText, _ end: Int) -> Int {
    guard text[end - 1] == 0x53F7 || text[end - 1] == 0x865F else { return end }
    var at = text.skipSpaces(before: end - 1)
    while at > 0,
      Numerals.digit(text[at - 1]) != nil || Numerals.isChinese(text[at - 1]) || text[at - 1] == 0x20
    {
      at -= 1
    }
    guard at > 0, text[at - 1] == 0x7B2C else { return end }
    at = text.skipSpaces(before: at - 1)
    if at > 0, text[at - 1] == 0x5E74 {
      at -= 1
      while at > 0, Numerals.digit(text[at - 1]) != nil { at -= 1 }
    }
    return text.skipSpaces(before: at)
  }

  /// Compares backwards and lets layout spaces stand between the scalars of a kind.
  private static func han(_ text: ScalarText, _ start: Int, _ end: Int) -> (kind: String, range: Range<Int>)?
  {
    for (word, printed) in byLast[text[end - 1]] ?? [] {
      var (at, left) = (end, word.count)
      while left > 0, at > start {
        if text[at - 1] == word.scalars[left - 1] {
          left -= 1
          at -= 1
        } else if text[at - 1] == 0x20, left < word.count {
          at -= 1
        } else {
          break
        }
      }
      if left == 0, isKind(text, word, at, start) { return (printed, at..<end) }
    }
    return nil
  }

  /// 指令, 方法, 执法 …: a kind of one character must not be the end of another word.
  private static func isKind(_ text: ScalarText, _ word: Word, _ at: Int, _ start: Int) -> Bool {
    word.count > 1 || at == start || notKinds.length(in: text, before: at + 1) == 0
  }

  private static let notKinds: WordSet = [
    "指令", "口令", "法令", "司令", "时令", "条令", "方法", "做法", "执法", "司法", "立法", "普法", "守法", "违法", "看法", "手法", "用法",
    "书法", "无法", "合法", "依法", "想法", "算法",
    "疗法", "说法", "语法", "枪法", "设法", "护法", "變法", "释法", "学法", "尊法", "信函",
  ]

  private static let byLast: [UInt32: [(word: Word, printed: String)]] = {
    var table: [UInt32: [(word: Word, printed: String)]] = [:]
    for name in kinds {
      let word = Word(name)
      table[word.scalars[word.count - 1], default: []].append((word, name))
    }
    // Longer names first, so 命令 is not read as 令.
    return table.mapValues { $0.sorted { $0.word.count > $1.word.count } }
  }()

  /// Statutory kinds first (中办发〔2012〕14号, art. 8), then the names of what notices carry, Traditional forms last.
  static let kinds: [String] = [
    "决议", "决定", "命令", "令", "公报", "公告", "通告", "意见", "通知", "通报", "报告", "请示", "批复", "议案", "函", "纪要",
    "办法", "条例", "规定", "方案", "规划", "细则", "预案", "计划", "措施", "要点", "清单", "指南", "规则", "章程", "制度", "纲要", "大纲",
    "公示", "答复", "名单", "目录", "标准", "规范", "导则", "要求", "说明", "协议", "指引", "守则", "准则", "解读", "解释", "启事", "声明",
    "倡议书", "倡议", "公开信", "总结", "安排", "规程", "讲话", "致辞", "白皮书", "简报", "建议", "公约", "宣言", "须知", "流程", "政策",
    "年报", "通知书", "决定书", "宪法", "法典", "法", "手册", "图则", "责任书",
    "決議", "決定", "公報", "意見", "通報", "報告", "請示", "批覆", "議案", "紀要", "辦法", "條例", "規定", "規劃", "細則", "預案", "計畫",
    "計劃",
    "要點", "清單", "規則", "制度", "綱要", "目錄", "標準", "規範", "準則", "須知", "簡報",
  ]

  private static let englishKinds: [String] = [
    "Notice", "Announcement", "Circular", "Decision", "Decisions", "Opinions", "Opinion", "Measures",
    "Regulations",
    "Regulation", "Provisions", "Rules", "Plan", "Program", "Programme", "Reply", "Letter", "Order", "Decree",
    "Report",
    "Bulletin", "Communique", "Communiqué", "Minutes", "Guidelines", "Guideline", "Guide", "Interpretation",
    "Interpretations", "Catalogue", "List", "Resolution", "Law", "Act", "Outline", "Proposal", "Directive",
    "Statement",
    "Standards", "Procedures", "Bylaws", "Charter", "Scheme", "Policy",
  ]

  /// The first kind among the words of an English title: `Notice of …`, `Measures for …`, `… County Notice on …`.
  private static func english(_ text: ScalarText, _ range: Range<Int>) -> (kind: String, range: Range<Int>)? {
    var at = range.lowerBound
    while at < range.upperBound {
      let start = at
      while at < range.upperBound, Glyph.isLatin(text[at]) || text[at] == 0xE9 { at += 1 }
      if at == start {
        at += 1
        continue
      }
      let word = text.string(start..<at).lowercased()
      if let kind = englishKinds.first(where: { $0.lowercased() == word }) { return (kind, start..<at) }
    }
    return nil
  }
}
