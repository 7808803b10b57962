import Diagnostics

/// Puts a notice together from what the anatomy and the header found.
enum NoticeAssembly {
  static func assemble(_ anatomy: Anatomy, _ header: HeaderReader.Header, into notice: inout Notice) {
    notice.parts = zip(anatomy.parts, bodies(anatomy)).map { draft, body in
      var part = Part(role: draft.role, title: draft.title)
      part.label = draft.label
      part.documentNumber = draft.number
      part.addressee = draft.addressee
      part.body = body
      part.notes = draft.notes
      part.line = draft.line
      if draft.isSigned || !draft.signers.isEmpty || draft.headDateText != nil {
        part.signature = Signature(
          organs: draft.organs, signers: draft.signers, date: draft.date ?? draft.headDate,
          dateText: draft.dateText ?? draft.headDateText)
      }
      return part
    }
    if notice.parts.isEmpty { notice.parts = [Part(role: .main)] }
    notice.attachments = anatomy.attachments
    notice.furniture.append(contentsOf: anatomy.furniture)
    notice.furniture.sort { $0.line < $1.line }
    notice.diagnostics.append(contentsOf: anatomy.diagnostics)
    fill(&notice, header)
    if let summary = anatomy.summary {
      if notice.summary == nil {
        notice.summary = summary
      } else if notice.summary != summary {
        notice.extra.append(NamedValue(name: "内容概述", value: summary))
      }
    }
    titles(anatomy, header, &notice)
    identity(anatomy, header, &notice)
  }

  /// The blocks of every part. The first part that has sections keeps bare anchors, every other one is prefixed with
  /// `p<n>.`.
  private static func bodies(_ anatomy: Anatomy) -> [[Block]] {
    let builders = anatomy.parts.map { SectionBuilder(anatomy.flow, $0.body) }
    let bare = builders.firstIndex(where: \.hasSections) ?? 0
    return builders.indices.map { builders[$0].blocks(prefix: $0 == bare ? "" : "p\($0 + 1).") }
  }

  private static func fill(_ notice: inout Notice, _ header: HeaderReader.Header) {
    notice.indexNumber = header.indexNumber
    notice.publisher = header.publisher
    notice.declaredValidity = header.validity
    notice.disclosure = header.disclosure
    notice.catalog = header.catalog
    notice.classifications = header.classifications
    notice.keywords = header.keywords
    notice.summary = header.summary
    notice.provenance = header.provenance
    notice.extra = header.extra
    notice.dates.published = header.published
    notice.dates.publishedTime = header.publishedTime
    notice.dates.effective = header.effective
    notice.dates.expires = header.expires
  }

  private static func titles(_ anatomy: Anatomy, _ header: HeaderReader.Header, _ notice: inout Notice) {
    let main = anatomy.parts.first
    notice.title = anatomy.wrapperTitle ?? main?.title ?? header.title
    var alternatives: [String] = []
    if anatomy.wrapperTitle != nil, let inner = main?.title { alternatives.append(inner) }
    alternatives.append(contentsOf: main?.otherTitles ?? [])
    if let title = header.title { alternatives.append(title) }
    for title in alternatives where title != notice.title && !notice.altTitles.contains(title) {
      notice.altTitles.append(title)
    }
    takePrefixes(&notice)
    notice.kind = notice.title.flatMap { KindParser.kind(of: $0) }
  }

  /// A status in front of a title is not its words: it goes to the notes of the first part, and stands for a declared
  /// validity when the header has none.
  private static func takePrefixes(_ notice: inout Notice) {
    var statuses: [String] = []
    func stripped(_ title: String) -> String {
      guard let found = TitlePrefix.split(title) else { return title }
      if !statuses.contains(found.status) { statuses.append(found.status) }
      return found.title
    }
    notice.title = notice.title.map(stripped)
    notice.altTitles = notice.altTitles.map(stripped).filter { $0 != notice.title }
    for index in notice.parts.indices { notice.parts[index].title = notice.parts[index].title.map(stripped) }
    guard let first = statuses.first else { return }
    notice.parts[0].notes.insert(contentsOf: statuses.map { "（\($0)）" }, at: 0)
    if notice.declaredValidity == nil, first.unicodeScalars.count <= 6 { notice.declaredValidity = first }
  }

  private static func identity(_ anatomy: Anatomy, _ header: HeaderReader.Header, _ notice: inout Notice) {
    let main = anatomy.parts.first
    notice.documentNumber = main?.number ?? header.number
    var others = main?.otherNumbers ?? []
    if let number = header.number, number != notice.documentNumber {
      others.append(number.text)
      if let printed = main?.number, number.contradicts(printed) {
        disagree("文号", number.text, printed.text, main, &notice)
      }
    }
    notice.otherNumbers = []
    let inAnnexes = anatomy.parts.dropFirst().flatMap(\.otherNumbers)
    for number in others + header.otherNumbers + inAnnexes
    where number != notice.documentNumber?.text && !notice.otherNumbers.contains(number) {
      notice.otherNumbers.append(number)
    }
    notice.dates.issued =
      main?.date ?? main?.headDate ?? header.issued ?? main?.occasion
    if let issued = header.issued, let printed = notice.dates.issued, issued != printed {
      notice.extra.append(NamedValue(name: "成文日期", value: issued.iso))
      disagree("成文日期", issued.iso, printed.iso, main, &notice)
    }
    notice.issuers = issuers(anatomy, header, notice.title)
    if !header.issuers.isEmpty, header.issuers != notice.issuers {
      notice.extra.append(NamedValue(name: "发文机关", value: header.issuers.joined(separator: "、")))
    }
    for mark in anatomy.parts.flatMap(\.letterheads) {
      notice.extra.append(NamedValue(name: "发文机关标志", value: mark))
    }
  }

  private static func disagree(
    _ field: String, _ header: String, _ text: String, _ main: PartDraft?, _ notice: inout Notice
  ) {
    notice.diagnostics.append(
      Diagnostic(
        .headerDisagrees, field, header, text, file: notice.source.path,
        range: main.map { SourceRange(line: $0.line) }))
  }

  /// Who signed; else who the header, the title, the speech or the red head names.
  private static func issuers(_ anatomy: Anatomy, _ header: HeaderReader.Header, _ title: String?) -> [String]
  {
    let main = anatomy.parts.first
    if let organs = main?.organs, !organs.isEmpty { return organs }
    if !header.issuers.isEmpty { return header.issuers }
    if let organs = title.map(TitleIssuers.organs(in:)), !organs.isEmpty { return organs }
    if main?.occasion != nil, let organ = speaker(anatomy) { return [organ] }
    guard let mark = main?.letterheads.first, mark.hasSuffix("文件") else { return [] }
    return [String(mark.dropLast(2))]
  }
}

extension NoticeAssembly {
  /// `现在，我代表省人民政府，向大会报告工作`
  private static func speaker(_ anatomy: Anatomy) -> String? {
    let bytes = anatomy.flow.buffer
    for line in anatomy.parts.first?.body.prefix(6) ?? [] {
      guard let at = UTF8Scan.find("代表", in: bytes, line.range) else { continue }
      var cursor = Cursor(bytes, at + 6..<line.range.upperBound)
      cursor.skip { !Scalars.isComma($0) && $0 != 0x5411 }
      let organ = at + 6..<cursor.at
      if OrganNames.isOrgan(bytes, organ) { return FlowText.compact(bytes, organ) }
    }
    return nil
  }
}

/// The organs in front of a title: `广宁县人民政府关于…`, `财政部 税务总局公告`.
enum TitleIssuers {
  static func organs(in title: String) -> [String] {
    let bytes = Array(title.utf8)
    let whole = 0..<bytes.count
    for word: StaticString in ["关于", "印发", "转发", "批转", "公布", "發布", "关于", "令", "公告", "通告", "關於"] {
      guard let at = UTF8Scan.find(word, in: bytes, whole) else { continue }
      guard at > 0 else { return [] }
      guard let organs = OrganNames.split(bytes, 0..<at) else { continue }
      return organs.map { FlowText.compact(bytes, $0) }
    }
    return []
  }
}
