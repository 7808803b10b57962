import Diagnostics

/// The lists behind the parts: attachments, duties, effects, citations, and what was left out.
extension NoticeTree {
  /// A list that is longer ends with the number of what is not shown; the JSON holds all.
  static let longestList = 40

  func lists(_ out: inout Outline) {
    attachments(&out)
    duties(&out)
    effects(&out)
    citations(&out)
    furniture(&out)
  }

  func rest(_ count: Int, _ out: inout Outline) {
    guard count > Self.longestList else { return }
    let more = count - Self.longestList
    out.line(say("……另有 \(more) 条，见 --format json", "… and \(more) more: --format json"), lead: "  ", .dim)
  }

  private func attachments(_ out: inout Outline) {
    guard !notice.attachments.isEmpty else { return }
    out.heading(say("附件 \(notice.attachments.count)", "\(notice.attachments.count) attachments"))
    for it in notice.attachments {
      out.line(it.name, lead: "  \(it.label ?? "")  ", note: it.file ?? say("没有文件", "no file"))
    }
  }

  /// Each organ with the number of clauses that name it, and the deadlines by kind.
  private func duties(_ out: inout Outline) {
    guard !notice.duties.isEmpty else { return }
    out.heading(say("责任分工 \(notice.duties.count)", "\(notice.duties.count) duties"))
    let organs = notice.duties.flatMap { $0.organs.map(\.name) }
    let deadlines = notice.duties.flatMap(\.deadlines).map(\.text)
    var fields = [(name: say("机关", "organs"), value: Self.counted(organs))]
    if !deadlines.isEmpty { fields.append((say("期限", "deadlines"), Self.counted(deadlines))) }
    let open = notice.duties.count(where: \.open)
    if open > 0 { fields.append((say("带“等”的", "open lists"), "\(open)")) }
    out.fields(fields)
  }

  private func effects(_ out: inout Outline) {
    guard !notice.effects.isEmpty else { return }
    out.heading(say("效力", "Effects"))
    for it in notice.effects.prefix(Self.longestList) {
      let day = it.on.map { " " + $0.iso } ?? ""
      out.line(it.evidence, lead: "  \(effect(it.kind))\(day)  ", note: it.anchor ?? "")
    }
    rest(notice.effects.count, &out)
  }

  private func effect(_ kind: Effect.Kind) -> String {
    switch kind {
    case .commences: say("施行", "in force")
    case .expires: say("失效", "expires")
    case .repeals: say("废止他文", "repeals")
    case .amends: say("修改他文", "amends")
    case .repealed: say("已废止", "repealed")
    case .amended: say("已修改", "amended")
    case .horizon: say("规划期", "horizon")
    }
  }

  private func citations(_ out: inout Outline) {
    guard !notice.citations.isEmpty else { return }
    out.heading(say("引用文件 \(notice.citations.count)", "\(notice.citations.count) citations"))
    for it in notice.citations.prefix(Self.longestList) { out.line(it.text, lead: "  ", note: it.anchor) }
    rest(notice.citations.count, &out)
  }

  private func furniture(_ out: inout Outline) {
    guard !notice.furniture.isEmpty else { return }
    out.heading(say("不属于正文，已剔除", "Left out of the text"))
    for it in notice.furniture.prefix(Self.longestList) {
      out.line(it.text, lead: "  \(line(it.line))  ", note: reason(it.reason), .dim)
    }
    rest(notice.furniture.count, &out)
  }

  /// `县财政局 12、县水务局 3`: most frequent first, ties in reading order.
  static func counted(_ words: [String]) -> String {
    var counts: [String: (count: Int, first: Int)] = [:]
    for (i, word) in words.enumerated() { counts[word, default: (0, i)].count += 1 }
    return counts.sorted { ($1.value.count, $0.value.first) < ($0.value.count, $1.value.first) }
      .map { $0.value.count > 1 ? "\($0.key) \($0.value.count)" : $0.key }.joined(separator: "、")
  }

  /// The reasons of the JSON in the reader's language.
  func reason(_ reason: String) -> String {
    let words: [String: String] = [
      "page control": "页面按钮", "navigation": "导航", "site footer": "页脚", "page number": "页码",
      "related links": "相关链接",
      "table of contents": "目录", "site banner": "网站栏目", "copying artefact": "复制残留",
      "repeated header": "重复的标题",
      "script code": "网页脚本", "markup": "标记", "markup comment": "注释",
    ]
    return say(words[reason] ?? reason, reason)
  }
}
