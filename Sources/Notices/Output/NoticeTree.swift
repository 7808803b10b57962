import Diagnostics

/// A notice as an outline for people: what was understood, what was left out, what is in doubt.
///
/// The first lines answer the three questions; the parts follow, then the lists.
public struct NoticeTree: Sendable {
  let notice: Notice
  private let language: MessageLanguage
  /// Columns a line may take; longer text is cut with `…`.
  private let width: Int
  private let coloured: Bool
  /// Lines of the source that a diagnostic points at.
  private let doubtful: Set<Int>

  /// - Parameter coloured: write ANSI colours; for a terminal only.
  public init(
    _ notice: Notice, language: MessageLanguage = .chinese, width: Int = 100, coloured: Bool = false
  ) {
    self.notice = notice
    self.language = language
    self.width = max(40, width)
    self.coloured = coloured
    doubtful = Set(
      notice.diagnostics.lazy.filter { $0.severity > .note }.compactMap { $0.range?.start.line })
  }

  /// The outline, with a line feed at the end.
  public var text: String {
    var out = Outline(width: width, coloured: coloured)
    out.wrapped(notice.title ?? say("（没有印出标题）", "(no title printed)"), .bold)
    summary(&out)
    doubts(&out)
    head(&out)
    for part in notice.parts { self.part(part, &out) }
    lists(&out)
    return out.text
  }

  func say(_ zh: String, _ en: String) -> String { language == .chinese ? zh : en }

  // MARK: In five seconds

  private func summary(_ out: inout Outline) {
    let furniture = Self.counted(notice.furniture.map { reason($0.reason) })
    out.fields([
      (say("看懂了", "understood"), understood),
      (
        say("剔除了", "left out"),
        notice.furniture.isEmpty
          ? say("没有", "nothing")
          : say("\(notice.furniture.count) 处：", "\(notice.furniture.count): ") + furniture
      ),
      (say("拿不准", "in doubt"), doubtCount),
    ])
  }

  private var understood: String {
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
    var pieces = [say("\(notice.parts.count) 个部分", "\(notice.parts.count) parts")]
    pieces += zip(NumberFamily.allCases, counts).filter { $0.1 > 0 }.map { "\($0.0.rawValue)×\($0.1)" }
    func add(_ count: Int, _ zh: String, _ en: String) {
      if count > 0 { pieces.append(say("\(zh) \(count)", "\(count) \(en)")) }
    }
    add(paragraphs, "段落", "paragraphs")
    add(tables, "表", "tables")
    add(notice.attachments.count, "附件", "attachments")
    add(notice.duties.count, "责任分工", "duties")
    add(notice.citations.count, "引用", "citations")
    return pieces.joined(separator: " · ")
  }

  private var doubtCount: String {
    let names = [Severity.error, .warning, .note].compactMap { severity -> String? in
      let count = notice.diagnostics.count { $0.severity == severity }
      return count == 0 ? nil : "\(mark(severity)) \(count)"
    }
    return names.isEmpty ? say("没有", "nothing") : names.joined(separator: " · ")
  }

  private func doubts(_ out: inout Outline) {
    guard !notice.diagnostics.isEmpty else { return }
    out.heading(say("拿不准", "In doubt"))
    let sorted = notice.diagnostics.enumerated().sorted {
      ($1.element.severity, $0.offset) < ($0.element.severity, $1.offset)
    }
    for (_, it) in sorted.prefix(Self.longestList) {
      let place = it.range.map { line($0.start.line) + "  " } ?? ""
      out.line(
        "\(place)\(it.message(language))", lead: "  \(mark(it.severity)) ", note: it.id,
        it.severity == .error ? .error : it.severity == .warning ? .warning : nil)
    }
    rest(notice.diagnostics.count, &out)
  }

  private func mark(_ severity: Severity) -> String {
    switch severity {
    case .note: say("提示", "note")
    case .warning: say("警告", "warning")
    case .error: say("错误", "error")
    }
  }

  // MARK: Head

  private func head(_ out: inout Outline) {
    out.heading(say("文件信息", "About the document"))
    let list: ([String]) -> String? = { $0.isEmpty ? nil : $0.joined(separator: "、") }
    let known: [(String, String?)] = [
      (say("又题", "also"), notice.altTitles.isEmpty ? nil : notice.altTitles.joined(separator: " ／ ")),
      (say("文种", "kind"), notice.kind), (say("文号", "number"), notice.documentNumber?.text),
      (say("其他编号", "other numbers"), list(notice.otherNumbers)), (say("索引号", "index"), notice.indexNumber),
      (say("发文机关", "issuers"), list(notice.issuers)), (say("发布机构", "publisher"), notice.publisher),
      (say("成文日期", "issued"), notice.dates.issued?.iso),
      (say("发布日期", "published"), notice.dates.published?.iso),
      (say("施行日期", "effective"), notice.dates.effective?.iso),
      (say("失效日期", "expires"), notice.dates.expires?.iso),
      (say("有效性", "validity"), notice.declaredValidity), (say("公开形式", "disclosure"), notice.disclosure),
      (say("公开目录", "catalogue"), list(notice.catalog)), (say("关键词", "keywords"), list(notice.keywords)),
      (say("概述", "summary"), notice.summary), (say("来源", "provenance"), notice.provenance),
    ]
    var fields: [(name: String, value: String)] = []
    for (name, value) in known { if let value, !value.isEmpty { fields.append((name, value)) } }
    for axis in notice.classifications { fields.append((axis.name, axis.values.joined(separator: " › "))) }
    for field in notice.extra { fields.append((field.name, field.value)) }
    let wanted = [
      notice.kind == nil ? say("文种", "kind") : nil, notice.documentNumber == nil ? say("文号", "number") : nil,
      notice.issuers.isEmpty ? say("发文机关", "issuers") : nil,
      notice.dates.issued == nil ? say("成文日期", "issued") : nil,
    ].compactMap(\.self)
    if !wanted.isEmpty {
      fields.append((say("没有写明", "not stated"), wanted.joined(separator: say("、", ", "))))
    }
    out.fields(fields)
  }

  // MARK: Parts

  private func part(_ part: Part, _ out: inout Outline) {
    out.blank()
    let role =
      switch part.role {
      case .main: say("正文", "main")
      case .forwarded: say("转发", "forwarded")
      case .issued: say("印发", "issued")
      case .annex: say("附件", "annex")
      case .interpretation: say("解读", "interpretation")
      }
    out.line(
      part.title ?? say("（无标题）", "(untitled)"), lead: "【\(part.label ?? role)】", note: line(part.line), .bold)
    var fields: [(name: String, value: String)] = []
    if let number = part.documentNumber { fields.append((say("文号", "number"), number.text)) }
    if let addressee = part.addressee { fields.append((say("主送", "to"), addressee)) }
    if let signature = part.signature {
      let date = signature.date?.iso ?? signature.dateText
      fields.append(
        (
          say("落款", "signed"),
          [(signature.organs + signature.signers).joined(separator: "、"), date ?? ""].filter { !$0.isEmpty }
            .joined(separator: "  ")
        ))
    }
    for note in part.notes { fields.append((say("附注", "note"), note)) }
    out.fields(fields)
    blocks(part.body, "", &out)
  }

  func line(_ number: Int) -> String { say("第 \(number) 行", "line \(number)") }

  private func blocks(_ blocks: [Block], _ indent: String, _ out: inout Outline) {
    for (i, block) in blocks.enumerated() {
      let isLast = i == blocks.count - 1
      let branch = indent + (isLast ? "└ " : "├ ")
      let inner = indent + (isLast ? "  " : "│ ")
      switch block {
      case .section(let it): section(it, branch, inner, &out)
      case .paragraph(let it):
        let text = (it.label.map { "［\($0)］" } ?? "") + it.text.string
        out.line(text, lead: branch, note: note(it.anchor, it.line), style(it.line))
      case .list(let it):
        out.line(say("列表，\(it.items.count) 项", "list of \(it.items.count)"), lead: branch, note: it.anchor)
        for item in it.items { self.blocks(item, inner, &out) }
      case .table(let it):
        let size = "\(it.rows.count)×\(max(it.head.count, it.rows.first?.count ?? 0))"
        let head = (it.head.isEmpty ? it.rows.first ?? [] : it.head).map(\.string).joined(separator: " | ")
        out.line(say("［表 \(size)］", "[table \(size)] ") + head, lead: branch, note: it.anchor)
      case .quote(let it):
        out.line(say("［引文］", "[quotation]"), lead: branch, note: it.anchor)
        self.blocks(it.children, inner, &out)
      case .preformatted(let it):
        out.line(say("［原样文字］", "[preformatted] ") + it.text, lead: branch, note: it.anchor)
      case .image(let it):
        out.line(say("［图］", "[image] ") + it.alternative, lead: branch, note: it.anchor)
      case .rule: out.line("──", lead: branch)
      }
    }
  }

  private func section(_ it: Section, _ branch: String, _ inner: String, _ out: inout Outline) {
    var text = (it.number ?? "") + (it.heading?.string ?? "")
    var children = it.children
    // A heading that runs into its paragraph, and a unit that is one paragraph, take one line.
    if case .paragraph(let first)? = children.first, first.label == nil, it.runIn || it.heading == nil {
      text += (it.heading == nil ? "" : (it.headingEnd ?? "") + " ") + first.text.string
      children.removeFirst()
    }
    let isTop = it.level == 1 && it.heading != nil
    out.line(text, lead: branch, note: note(it.anchor, it.line), style(it.line) ?? (isTop ? .bold : nil))
    blocks(children, inner, &out)
  }

  /// The anchor, and what else there is to say of the line.
  private func note(_ anchor: String, _ line: Int) -> String {
    let duties = notice.duties.count { $0.anchor == anchor }
    let pieces = [
      doubtful.contains(line) ? say("拿不准", "in doubt") : nil,
      duties > 0 ? say("责任分工", "duties") + (duties > 1 ? " \(duties)" : "") : nil, anchor,
    ]
    return pieces.compactMap(\.self).joined(separator: " · ")
  }

  private func style(_ line: Int) -> Outline.Style? { doubtful.contains(line) ? .warning : nil }
}
