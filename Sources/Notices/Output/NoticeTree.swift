import Diagnostics

/// A notice as an outline for people: what was understood, what was left out, what is in doubt.
public struct NoticeTree: Sendable {
  private let notice: Notice
  private let language: MessageLanguage
  /// Columns a line may take; longer text is cut with `…`.
  private let width: Int

  public init(_ notice: Notice, language: MessageLanguage = .chinese, width: Int = 100) {
    self.notice = notice
    self.language = language
    self.width = max(40, width)
  }

  /// The outline, with a line feed at the end.
  public var text: String {
    var out = Outline(width: width)
    head(&out)
    for (i, part) in notice.parts.enumerated() { self.part(part, i, &out) }
    lists(&out)
    doubts(&out)
    summary(&out)
    return out.text
  }

  private func say(_ zh: String, _ en: String) -> String { language == .chinese ? zh : en }

  // MARK: Head

  private func head(_ out: inout Outline) {
    out.line(notice.title ?? say("（没有印出标题）", "(no title printed)"))
    let fields: [(String, String?)] = [
      (say("又题", "also"), notice.altTitles.isEmpty ? nil : notice.altTitles.joined(separator: " ／ ")),
      (say("文种", "kind"), notice.kind),
      (say("文号", "number"), notice.documentNumber?.text),
      (
        say("其他编号", "other numbers"),
        notice.otherNumbers.isEmpty ? nil : notice.otherNumbers.joined(separator: "、")
      ),
      (say("索引号", "index"), notice.indexNumber),
      (say("发文机关", "issuers"), notice.issuers.isEmpty ? nil : notice.issuers.joined(separator: "、")),
      (say("发布机构", "publisher"), notice.publisher),
      (say("日期", "dates"), dates),
      (say("有效性", "validity"), notice.declaredValidity),
      (say("公开形式", "disclosure"), notice.disclosure),
      (say("公开目录", "catalogue"), notice.catalog.isEmpty ? nil : notice.catalog.joined(separator: "、")),
      (say("关键词", "keywords"), notice.keywords.isEmpty ? nil : notice.keywords.joined(separator: "、")),
      (say("概述", "summary"), notice.summary),
      (say("来源", "provenance"), notice.provenance),
    ]
    for (name, value) in fields { if let value, !value.isEmpty { out.field(name, value) } }
    for axis in notice.classifications { out.field(axis.name, axis.values.joined(separator: " › ")) }
    for field in notice.extra { out.field(field.name, field.value) }
  }

  private var dates: String? {
    let all: [(String, CivilDate?)] = [
      (say("成文", "issued"), notice.dates.issued), (say("发布", "published"), notice.dates.published),
      (say("施行", "effective"), notice.dates.effective), (say("失效", "expires"), notice.dates.expires),
    ]
    let known = all.compactMap { name, date in date.map { "\(name) \($0.iso)" } }
    return known.isEmpty ? nil : known.joined(separator: " · ")
  }

  // MARK: Parts

  private func part(_ part: Part, _ index: Int, _ out: inout Outline) {
    out.blank()
    let role: String
    switch part.role {
    case .main: role = say("正文", "main")
    case .forwarded: role = say("转发", "forwarded")
    case .issued: role = say("印发", "issued")
    case .annex: role = say("附件", "annex")
    case .interpretation: role = say("解读", "interpretation")
    }
    out.line("【\(role)】\(part.title ?? say("（无标题）", "(untitled)"))", note: line(part.line))
    if let number = part.documentNumber { out.field(say("文号", "number"), number.text) }
    if let addressee = part.addressee { out.field(say("主送", "to"), addressee) }
    blocks(part.body, "", &out)
    if let signature = part.signature {
      let names = signature.organs + signature.signers
      let date = signature.date?.iso ?? signature.dateText
      out.field(
        say("落款", "signed"),
        (names.isEmpty ? [] : [names.joined(separator: "、")] + [date].compactMap(\.self)).joined(
          separator: "  "))
    }
    for note in part.notes { out.field(say("附注", "note"), note) }
  }

  private func line(_ number: Int) -> String { say("第 \(number) 行", "line \(number)") }

  private func blocks(_ blocks: [Block], _ indent: String, _ out: inout Outline) {
    for (i, block) in blocks.enumerated() {
      let isLast = i == blocks.count - 1
      let branch = indent + (isLast ? "└ " : "├ ")
      let inner = indent + (isLast ? "  " : "│ ")
      switch block {
      case .section(let it): section(it, branch, inner, &out)
      case .paragraph(let it):
        out.line(branch + (it.label.map { "［\($0)］" } ?? "") + it.text.string, note: it.anchor)
      case .list(let it):
        out.line(branch + say("列表，\(it.items.count) 项", "list of \(it.items.count)"), note: it.anchor)
        for item in it.items { self.blocks(item, inner, &out) }
      case .table(let it):
        let size = "\(it.rows.count)×\(max(it.head.count, it.rows.first?.count ?? 0))"
        let head = it.head.map(\.string).joined(separator: " | ")
        out.line(branch + say("表 \(size)  ", "table \(size)  ") + head, note: it.anchor)
      case .quote(let it):
        out.line(branch + say("引文", "quotation"), note: it.anchor)
        self.blocks(it.children, inner, &out)
      case .preformatted(let it):
        out.line(branch + say("原样文字  ", "preformatted  ") + it.text, note: it.anchor)
      case .image(let it): out.line(branch + say("图  ", "image  ") + it.alternative, note: it.anchor)
      case .rule: out.line(branch + "──")
      }
    }
  }

  private func section(_ it: Section, _ branch: String, _ inner: String, _ out: inout Outline) {
    let duties = notice.duties.count { $0.anchor == it.anchor }
    var note = it.anchor
    if duties > 0 { note += say(" · 责任分工 \(duties)", " · \(duties) duties") }
    var text = (it.number ?? "") + (it.heading?.string ?? "")
    var children = it.children
    // A heading that runs into its paragraph, and a unit that is one paragraph, take one line.
    if case .paragraph(let first)? = children.first, first.label == nil, it.runIn || it.heading == nil {
      text += (it.heading == nil ? "" : (it.headingEnd ?? "") + " ") + first.text.string
      children.removeFirst()
    }
    out.line(branch + text, note: note)
    blocks(children, inner, &out)
  }

  // MARK: Lists

  private func lists(_ out: inout Outline) {
    if !notice.attachments.isEmpty {
      out.heading(say("附件", "Attachments"))
      for it in notice.attachments {
        out.line("  \(it.label ?? "") \(it.name)", note: it.file ?? say("无文件", "no file"))
      }
    }
    if !notice.citations.isEmpty {
      out.heading(say("引用文件 \(notice.citations.count)", "\(notice.citations.count) citations"))
      for it in notice.citations { out.line("  " + it.text, note: it.anchor) }
    }
    if !notice.furniture.isEmpty {
      out.heading(say("不属于正文、已剔除", "Left out of the text"))
      for it in notice.furniture { out.line("  \(line(it.line))  \(it.text)", note: it.reason) }
    }
  }

  private func doubts(_ out: inout Outline) {
    guard !notice.diagnostics.isEmpty else { return }
    out.heading(say("需要留意", "In doubt"))
    for it in notice.diagnostics {
      let place = it.range.map { line($0.start.line) + "  " } ?? ""
      out.line("  \(mark(it.severity)) \(place)\(it.message(language))", note: it.id)
    }
  }

  private func mark(_ severity: Severity) -> String {
    switch severity {
    case .note: say("提示", "note")
    case .warning: say("警告", "warning")
    case .error: say("错误", "error")
    }
  }

  private func summary(_ out: inout Outline) {
    var counts = [Int](repeating: 0, count: NumberFamily.allCases.count)
    var paragraphs = 0
    var tables = 0
    func walk(_ blocks: [Block]) {
      for block in blocks {
        switch block {
        case .section(let it):
          if let family = it.family, let i = NumberFamily.allCases.firstIndex(of: family) { counts[i] += 1 }
          walk(it.children)
        case .paragraph: paragraphs += 1
        case .table: tables += 1
        case .list(let it): for item in it.items { walk(item) }
        case .quote(let it): walk(it.children)
        default: break
        }
      }
    }
    for part in notice.parts { walk(part.body) }
    var pieces = zip(NumberFamily.allCases, counts).filter { $0.1 > 0 }.map { "\($0.0.rawValue)×\($0.1)" }
    pieces.append(say("段落 \(paragraphs)", "\(paragraphs) paragraphs"))
    if tables > 0 { pieces.append(say("表 \(tables)", "\(tables) tables")) }
    if !notice.duties.isEmpty {
      pieces.append(say("责任分工 \(notice.duties.count)", "\(notice.duties.count) duties"))
    }
    out.heading(say("合计", "In all"))
    out.line("  " + pieces.joined(separator: "  "))
  }
}

/// Lines of bounded width with a note at the right margin.
private struct Outline {
  private(set) var text = ""
  let width: Int

  init(width: Int) { self.width = width }

  mutating func blank() { text += "\n" }

  mutating func heading(_ name: String) {
    blank()
    line("── \(name)")
  }

  mutating func field(_ name: String, _ value: String) { line("  \(name)  \(value)") }

  mutating func line(_ content: String, note: String = "") {
    let room = width - (note.isEmpty ? 0 : Self.columns(note) + 2)
    let (cut, columns) = Self.cut(content, to: max(20, room))
    text += cut
    if !note.isEmpty {
      text += String(repeating: " ", count: max(2, width - columns - Self.columns(note))) + note
    }
    text += "\n"
  }

  private static func columns(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + (Scalars.isWide($1.value) ? 2 : 1) }
  }

  /// One line, at most `limit` columns; control characters are shown as spaces.
  private static func cut(_ text: String, to limit: Int) -> (String, Int) {
    var result = String.UnicodeScalarView()
    var used = 0
    for scalar in text.unicodeScalars {
      if Scalars.isInvisible(scalar.value) { continue }
      let shown: Unicode.Scalar = scalar.value < 0x20 ? " " : scalar
      let columns = Scalars.isWide(shown.value) ? 2 : 1
      if used + columns > limit - 1 {
        result.append("…")
        return (String(result), used + 1)
      }
      result.append(shown)
      used += columns
    }
    return (String(result), used)
  }
}
