import Diagnostics

/// Where the parts of a document begin.
extension Anatomy {
  /// Closes the part at hand and opens the next one.
  mutating func open(_ role: Part.Role) {
    finishPart()
    part = PartDraft(role: role, line: at < lines.count ? lines[at].line : 1)
    readHead()
  }

  mutating func finishPart() {
    takeUndatedSignature()
    if part.isEmpty, !parts.isEmpty { return }
    parts.append(part)
    part = PartDraft(role: .annex, line: 1)
  }

  /// The next part begins here: under 附件1, with a title that was announced, or with any title after the signature.
  mutating func startsPart() -> Bool {
    guard !part.isEmpty else { return false }
    if opensNumberedAnnex() { return true }
    if let head = AttachmentScanner.head(bytes, lines[at].range), isAnnexHead(head) {
      openAnnex(head)
      return true
    }
    guard TitleScanner.isTitleLike(bytes, lines[at].range),
      SignatureScanner.dateLine(bytes, lines[at].range) == nil
    else { return false }
    if let count = announcedTitle() {
      _ = count
      open(nextRole(isAnnex: false))
      return true
    }
    guard part.isSigned || beginsAnew() || resemblesTitle() else { return false }
    if part.isSigned, !looksLikeTitle(), !resemblesTitle() { return false }
    open(nextRole(isAnnex: false))
    return true
  }

  /// Opens a part under its label `附件1`.
  private mutating func openAnnex(_ head: AttachmentScanner.Head) {
    let line = lines[at].range
    let end = head.rest.isEmpty ? line.upperBound : head.rest.lowerBound
    let role = nextRole(isAnnex: true)
    finishPart()
    part = PartDraft(role: role, line: lines[at].line)
    part.label = flow.compact(line.lowerBound..<end)
    trace.claim(flow, FlowText.trimmed(bytes, line.lowerBound..<end), .annexLabel(partIndex))
    if head.rest.isEmpty {
      at += 1
    } else {
      lines[at].narrow(to: head.rest)
    }
    readHead()
  }

  /// `示府〔2020〕19号附件1`: the number of the whole document in front of the label.
  private mutating func opensNumberedAnnex() -> Bool {
    let line = lines[at].range
    guard part.isSigned, lines[at].block == nil, line.count <= 400, at + 1 < lines.count,
      UTF8Scan.find("附件", in: bytes, line.lowerBound..<min(line.lowerBound + 90, line.upperBound)) != nil,
      let found = numbers.all(in: bytes, range: line).first, found.range.lowerBound == line.lowerBound,
      found.number.year != nil
    else { return false }
    let rest = FlowText.trimmed(bytes, found.range.upperBound..<line.upperBound)
    guard let head = AttachmentScanner.head(bytes, rest), head.ordinal != nil else { return false }
    lines[at].narrow(to: rest)
    openAnnex(head)
    keep(found.number)
    trace.claim(flow, found.range, .partNumber(partIndex))
    return true
  }

  /// `附件1` alone above something that is not a list of names; or with a title behind it after the signature.
  func isAnnexHead(_ head: AttachmentScanner.Head) -> Bool {
    guard at + 1 < lines.count, !Self.isLink(lines[at]) else { return false }
    if head.rest.isEmpty {
      let next = lines[at + 1].range
      if head.hasColon, !part.isSigned { return false }
      if AttachmentScanner.isFileName(bytes, next) { return false }
      if head.hasColon, let mark = NumberScanner.scan(bytes, next), mark.shape.family == .digit {
        return false
      }
      return true
    }
    guard part.isSigned, !AttachmentScanner.isFileName(bytes, head.rest) else { return false }
    // 附件：1. 名称 is a list even behind the signature.
    if NumberScanner.scan(bytes, head.rest) != nil { return false }
    return TitleScanner.isTitleLike(bytes, head.rest) && at + 1 < lines.count
      && !AttachmentScanner.isFileName(bytes, lines[at + 1].range)
      && AttachmentScanner.head(bytes, lines[at + 1].range) == nil
      && lines[(at + 1)...].prefix(3).contains {
        $0.range.count > 120 || NumberScanner.scan(bytes, $0.range) != nil || $0.block != nil
      }
  }

  /// The text is the text of a link: it points at an annex and is none.
  static func isLink(_ line: FlowLine) -> Bool {
    line.spans.contains { span in
      if case .link = span.mark { true } else { false }
    }
  }

  /// The next one to four lines together are a title that a part before said it carries.
  mutating func announcedTitle() -> Int? {
    guard !carried.isEmpty else { return nil }
    var ranges: [UInt8] = []
    for count in 1...4 where at + count <= lines.count {
      let range = lines[at + count - 1].range
      guard range.count < 400, SignatureScanner.dateLine(bytes, range) == nil,
        count == 1 || TitleScanner.isTitleLike(bytes, range) || TitleScanner.isSupplement(bytes, range)
      else { return nil }
      ranges.append(contentsOf: TitleScanner.key(bytes, range))
      guard ranges.count >= 12 else { continue }
      if let i = carried.firstIndex(where: { Self.sameTitle($0, ranges) }) {
        guard at + count < lines.count else { return nil }
        carried.remove(at: i)
        return count
      }
    }
    return nil
  }

  static func sameTitle(_ wanted: [UInt8], _ found: [UInt8]) -> Bool {
    if wanted == found { return true }
    // An organ or a year more in front; a bracketed supplement more behind.
    guard found.count >= 18, wanted.count >= 18 else { return false }
    return wanted.hasSuffix(found) || found.hasSuffix(wanted)
      || (found.count < wanted.count + 40 && found.hasPrefix(wanted) && found[wanted.count] == 0x28)
      || (wanted.count < found.count + 60 && wanted.hasPrefix(found) && wanted[found.count] == 0x28)
  }

  /// Without a signature: a title of its own, followed by first numbers, when numbers were used before or the title
  /// of this part says it carries something.
  func beginsAnew() -> Bool {
    guard let last = part.body.last, at + 1 < lines.count,
      last.block != nil || FlowText.endsSentence(bytes, last.range)
    else { return false }
    let count = TitleScanner.extent(flow, lines, from: at, to: titleEnd())
    guard at + count < lines.count else { return false }
    var joined: [UInt8] = []
    for line in lines[at..<at + count] { joined.append(contentsOf: bytes[line.range]) }
    let whole = 0..<joined.count
    if TitleScanner.isListTitle(joined, whole) { return UTF8Scan.count(joined, whole) >= 6 }
    guard TitleScanner.isComplete(joined, whole) else { return false }
    guard let mark = NumberScanner.scan(bytes, lines[at + count].range), mark.ordinal == 1 else {
      return false
    }
    return mark.shape.isStatutory || mark.shape == .han
  }

  /// Begins like the title of this part: the explanation of a budget under the table of the budget.
  func resemblesTitle() -> Bool {
    guard let title = part.title, !part.body.isEmpty, at + 1 < lines.count else { return false }
    let range = lines[at].range
    guard Folded.first(bytes, range) == Folded.first(title) else { return false }
    let wanted = Folded.key(title)
    let key = Folded.key(bytes, range)
    var common = 0
    while common < min(wanted.count, key.count), wanted[common] == key[common] { common += 1 }
    guard common >= 36, common * 2 >= key.count, key != wanted else { return false }
    for word: StaticString in ["表", "说明", "情况", "名单", "清单", "解读"] where UTF8Scan.hasSuffix(bytes, range, word)
    { return true }
    return KindParser.kind(in: bytes, range: range) != nil
  }

  /// Behind a signature: a line or several that end in a kind, or a short line above numbered or long text.
  func looksLikeTitle() -> Bool {
    let range = lines[at].range
    if SignatureScanner.isStatusNote(bytes, range) || SignatureScanner.isNote(bytes, range)
      || SignatureScanner.isImprint(bytes, range)
    {
      return false
    }
    if SignatureScanner.dateLine(bytes, range) != nil { return false }
    if AttachmentScanner.isFileName(bytes, range) { return false }
    let count = TitleScanner.extent(flow, lines, from: at, to: titleEnd())
    guard at + count < lines.count else { return false }
    var joined: [UInt8] = []
    for line in lines[at..<at + count] { joined.append(contentsOf: bytes[line.range]) }
    if TitleScanner.isComplete(joined, 0..<joined.count) { return true }
    if OrganNames.split(bytes, range) != nil { return false }
    if TitleScanner.isListTitle(joined, 0..<joined.count) { return true }
    let next = lines[at + 1]
    return UTF8Scan.count(bytes, range) <= 40
      && (next.range.count > 150 || next.block != nil || NumberScanner.scan(bytes, next.range)?.ordinal == 1)
  }

  func nextRole(isAnnex: Bool) -> Part.Role {
    let first = parts.isEmpty && part.role == .main
    let carrier = parts.last(where: { _ in true })
    _ = carrier
    let title = Array((part.title ?? "").utf8)
    let whole = 0..<title.count
    if !title.isEmpty, !isAnnex || first {
      if UTF8Scan.find("转发", in: title, whole) != nil || UTF8Scan.find("批转", in: title, whole) != nil {
        return .forwarded
      }
      if TitleScanner.isWrapper(title, whole) || UTF8Scan.hasSuffix(title, whole, "令") { return .issued }
    }
    return isAnnex || !first ? .annex : .issued
  }
}
