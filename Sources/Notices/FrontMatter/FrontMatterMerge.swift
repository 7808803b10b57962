import Diagnostics

extension FrontMatter {
  /// Lays the declared values over what the text says. Front matter wins; where the text says something else, a
  /// diagnostic tells both.
  package func apply(to notice: inout Notice) {
    var merge = FrontMatterMerge(notice: notice)
    for field in fields { merge.apply(field) }
    if let field = self[.date], case .date(let day, let time) = field.value {
      merge.applyBareDate(day, time: time)
    }
    merge.notice.extra += extra
    notice = merge.notice
  }
}

extension FrontMatter {
  /// Asks about a `date` that the finished notice states nowhere else.
  package func askAboutDate(_ notice: inout Notice) {
    guard let field = self[.date], case .date(let day, _) = field.value else { return }
    let dates = notice.dates
    guard ![dates.issued, dates.published, dates.effective, dates.expires].contains(day) else { return }
    notice.diagnostics.append(
      Diagnostic(.frontMatterDateUnclear, day.iso, file: notice.source.path, range: field.range))
  }
}

/// One notice while front matter is laid over it.
private struct FrontMatterMerge {
  var notice: Notice

  mutating func apply(_ field: FrontMatter.Field) {
    switch field.value {
    case .text(let text): applyText(text, field)
    case .texts(let texts): applyTexts(texts, field)
    case .date(let date, let time): applyDate(date, time: time, field)
    case .flag(let flag):
      if field.key == .draft { notice.directives.draft = flag } else { notice.directives.sample = flag }
    case .attachments(let attachments): applyAttachments(attachments)
    case .classifications(let axes):
      for axis in axes { classify(axis, field) }
    }
  }

  /// Sets a value and reports when the text has another.
  private mutating func declare(
    _ path: WritableKeyPath<Notice, String?>, _ text: String, _ field: FrontMatter.Field
  ) {
    if let found = notice[keyPath: path] { compare(text, with: found, field) }
    notice[keyPath: path] = text
  }

  private mutating func compare(_ declared: String, with found: String, _ field: FrontMatter.Field) {
    guard !found.isEmpty, Self.folded(declared) != Self.folded(found) else { return }
    disagree(field, declared: declared, found: found)
  }

  private mutating func disagree(_ field: FrontMatter.Field, declared: String, found: String) {
    notice.diagnostics.append(
      Diagnostic(
        .frontMatterDisagrees, field.key.rawValue, declared, found, file: notice.source.path,
        range: field.range))
  }

  // MARK: - Texts

  private mutating func applyText(_ text: String, _ field: FrontMatter.Field) {
    guard !text.isEmpty || field.key == .withdrawn else { return }
    switch field.key {
    case .title: applyTitle(text, field)
    case .shortTitle: addAlternative(text)
    case .id: notice.directives.id = text
    case .documentNumber:
      if let found = notice.documentNumber?.text { compare(text, with: found, field) }
      notice.documentNumber = DeclaredNumber.read(text)
    case .indexNumber: declare(\.indexNumber, text, field)
    case .publisher: declare(\.publisher, text, field)
    case .validity: declare(\.declaredValidity, text, field)
    case .disclosure: declare(\.disclosure, text, field)
    case .summary: declare(\.summary, text, field)
    case .kind: declare(\.kind, text, field)
    case .provenance: declare(\.provenance, text, field)
    case .language:
      notice.directives.language = text
      notice.language = text
    case .type: notice.directives.type = text
    case .column: notice.directives.column = text
    case .withdrawn: notice.directives.withdrawn = text
    case .replacedBy: notice.directives.replacedBy = text
    default: break
    }
  }

  /// With or without its issuer, a title is the same title; both wordings are kept.
  private mutating func applyTitle(_ title: String, _ field: FrontMatter.Field) {
    let found = notice.title
    notice.title = title
    notice.kind = KindParser.kind(of: title) ?? notice.kind
    notice.altTitles.removeAll { $0 == title }
    guard let found, found != title else { return }
    let (a, b) = (Self.folded(title), Self.folded(found))
    guard a != b else { return }
    addAlternative(found)
    if !a.hasSuffix(b) && !b.hasSuffix(a) { disagree(field, declared: title, found: found) }
  }

  private mutating func addAlternative(_ title: String) {
    if title != notice.title && !notice.altTitles.contains(title) { notice.altTitles.append(title) }
  }

  private mutating func applyTexts(_ texts: [String], _ field: FrontMatter.Field) {
    switch field.key {
    case .aliases: notice.directives.aliases = texts
    case .interprets: notice.directives.interprets = texts
    case .otherNumbers:
      notice.otherNumbers += texts.filter { !notice.otherNumbers.contains($0) }
    case .issuers: declare(\.issuers, texts, field)
    case .author:
      // Who wrote the page, in other systems; for want of anything better, the issuer.
      if notice.issuers.isEmpty { notice.issuers = texts }
    case .catalog: declare(\.catalog, texts, field)
    case .topics: classify(NamedValues(name: "主题分类", values: texts), field)
    case .keywords: declare(\.keywords, texts, field)
    default: break
    }
  }

  private mutating func declare(
    _ path: WritableKeyPath<Notice, [String]>, _ texts: [String], _ field: FrontMatter.Field
  ) {
    compare(texts, with: notice[keyPath: path], field)
    notice[keyPath: path] = texts
  }

  /// In any order.
  private mutating func compare(_ declared: [String], with found: [String], _ field: FrontMatter.Field) {
    guard !found.isEmpty, Set(found.map(Self.folded)) != Set(declared.map(Self.folded)) else { return }
    disagree(field, declared: declared.joined(separator: "、"), found: found.joined(separator: "、"))
  }

  private mutating func classify(_ axis: NamedValues, _ field: FrontMatter.Field) {
    if let index = notice.classifications.firstIndex(where: { $0.name == axis.name }) {
      compare(axis.values, with: notice.classifications[index].values, field)
      notice.classifications[index] = axis
    } else {
      notice.classifications.append(axis)
    }
  }

  // MARK: - Dates and files

  private mutating func applyDate(_ date: CivilDate, time: String?, _ field: FrontMatter.Field) {
    let path: WritableKeyPath<NoticeDates, CivilDate?>
    switch field.key {
    case .issued: path = \.issued
    case .published: path = \.published
    case .effective: path = \.effective
    case .expires: path = \.expires
    default: return
    }
    if let found = notice.dates[keyPath: path] { compare(date.iso, with: found.iso, field) }
    notice.dates[keyPath: path] = date
    if field.key == .published, let time { notice.dates.publishedTime = time }
  }

  /// `date` does not say which date it is. With a time of day it is the stamp of a page; else it is kept under its own name.
  mutating func applyBareDate(_ date: CivilDate, time: String?) {
    if let time, notice.dates.published == nil {
      notice.dates.published = date
      notice.dates.publishedTime = time
      return
    }
    notice.extra.append(NamedValue(name: "date", value: date.iso))
  }

  /// An attachment that the text names gets its file; the others are added.
  private mutating func applyAttachments(_ attachments: [Attachment]) {
    for attachment in attachments {
      let name = Self.folded(attachment.name)
      if let index = notice.attachments.firstIndex(where: { $0.file == nil && Self.folded($0.name) == name })
      {
        notice.attachments[index].file = attachment.file
        notice.attachments[index].line = attachment.line
        notice.attachments[index].label = notice.attachments[index].label ?? attachment.label
      } else {
        notice.attachments.append(attachment)
      }
    }
  }

  /// For comparison only: without spaces, full-width forms and the shapes of brackets as one.
  private static func folded(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
      switch scalar {
      case "〔", "[", "［", "【", "﹝": result.append("(")
      case "〕", "]", "］", "】", "﹞": result.append(")")
      case "—", "–", "－", "―", "-": result.append("-")
      case "〈", "<", "＜": result.append("<")
      case "〉", ">", "＞": result.append(">")
      default:
        let half = (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) : nil
        result.append(half ?? scalar)
      }
    }
    return String(result)
  }
}

/// A document number as declared.
enum DeclaredNumber {
  /// Its normal form; what is no number in any known form stays as typed.
  static func read(_ text: String) -> DocumentNumber {
    let bytes = Array(text.utf8)
    guard let found = DocumentNumberParser().whole(bytes, in: 0..<bytes.count), !found.isDamaged else {
      return DocumentNumber(text: text)
    }
    return found.number
  }
}
