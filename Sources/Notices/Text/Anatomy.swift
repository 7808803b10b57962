import Diagnostics

/// Cuts the lines of a document into its parts and each part into title, number, addressee, body, signature and notes.
///
/// One pass with a bounded look ahead; what fits no rule is body. Header fields and furniture have been taken out before.
struct Anatomy {
  private(set) var flow: Flow
  var lines: [FlowLine]
  var parts: [PartDraft] = []
  var attachments: [Attachment] = []
  var furniture: [Furniture] = []
  var diagnostics: [Diagnostic] = []
  var trace: ReadingTrace
  /// The title of a forwarding notice that has no text of its own on the page.
  var wrapperTitle: String?
  /// Folded titles that the parts read so far say they carry, not yet met.
  var carried: [[UInt8]] = []
  let numbers: DocumentNumberParser

  var bytes: [UInt8] { flow.buffer }
  private var at = 0
  private var part = PartDraft(role: .main, line: 1)

  init(flow: Flow, lines: [FlowLine], numbers: DocumentNumberParser, trace: ReadingTrace) {
    self.flow = flow
    self.lines = lines
    self.numbers = numbers
    self.trace = trace
  }

  /// Reads all lines into `parts`.
  mutating func read() {
    part = PartDraft(role: .main, line: lines.first?.line ?? 1)
    readHead()
    while at < lines.count {
      if startsPart() { continue }
      if readAttachments() { continue }
      if readContents() { continue }
      if readSignature() { continue }
      if readAfterSignature() { continue }
      appendBody(at)
      at += 1
    }
    finishPart()
  }

  var partIndex: Int { parts.count }

  private mutating func appendBody(_ i: Int) {
    trace.claim(flow, lines[i].range, .body(partIndex))
    part.body.append(lines[i])
  }

  private mutating func drop(_ i: Int, _ reason: FurnitureScanner.Reason) {
    trace.claim(flow, lines[i].range, .furniture)
    furniture.append(
      Furniture(line: lines[i].line, text: flow.string(lines[i].range), reason: reason.rawValue))
  }

  // MARK: Parts

  /// Closes the part at hand and opens the next one.
  private mutating func open(_ role: Part.Role) {
    finishPart()
    part = PartDraft(role: role, line: at < lines.count ? lines[at].line : 1)
    readHead()
  }

  private mutating func finishPart() {
    takeUndatedSignature()
    if part.isEmpty, !parts.isEmpty { return }
    parts.append(part)
    part = PartDraft(role: .annex, line: 1)
  }

  /// The next part begins here: under 附件1, with a title that was announced, or with any title after the signature.
  private mutating func startsPart() -> Bool {
    guard !part.isEmpty else { return false }
    if let head = AttachmentScanner.head(bytes, lines[at].range), isAnnexHead(head) {
      trace.claim(
        flow,
        lines[at].range.lowerBound..<(head.rest.isEmpty ? lines[at].range.upperBound : head.rest.lowerBound),
        .annexLabel(partIndex + 1))
      if head.rest.isEmpty {
        at += 1
      } else {
        lines[at].range = head.rest
      }
      open(nextRole(isAnnex: true))
      return true
    }
    guard TitleScanner.isTitleLike(bytes, lines[at].range) else { return false }
    if let count = announcedTitle() {
      _ = count
      open(nextRole(isAnnex: false))
      return true
    }
    guard part.isSigned || beginsAnew() else { return false }
    if part.isSigned, !looksLikeTitle() { return false }
    open(nextRole(isAnnex: false))
    return true
  }

  /// `附件1` alone above something that is not a list of names; or with a title behind it after the signature.
  private func isAnnexHead(_ head: AttachmentScanner.Head) -> Bool {
    guard at + 1 < lines.count else { return false }
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

  /// The next one to four lines together are a title that a part before said it carries.
  private mutating func announcedTitle() -> Int? {
    guard !carried.isEmpty else { return nil }
    var ranges: [UInt8] = []
    for count in 1...4 where at + count <= lines.count {
      let range = lines[at + count - 1].range
      guard range.count < 400,
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

  private static func sameTitle(_ wanted: [UInt8], _ found: [UInt8]) -> Bool {
    if wanted == found { return true }
    // An organ or a year more in front; a bracketed supplement more behind.
    guard found.count >= 18, wanted.count >= 18 else { return false }
    return wanted.hasSuffix(found) || found.hasSuffix(wanted)
      || (found.count < wanted.count + 40 && found.hasPrefix(wanted) && found[wanted.count] == 0x28)
      || (wanted.count < found.count + 60 && wanted.hasPrefix(found) && wanted[found.count] == 0x28)
  }

  /// Without a signature: a title of its own, followed by first numbers, when numbers were used before or the title
  /// of this part says it carries something.
  private func beginsAnew() -> Bool {
    guard part.body.count > 0, !part.body.isEmpty, at + 1 < lines.count else { return false }
    let count = TitleScanner.extent(flow, lines, from: at, to: titleEnd())
    guard at + count < lines.count else { return false }
    let last = part.body[part.body.count - 1].range
    guard FlowText.endsSentence(bytes, last) || part.body[part.body.count - 1].block != nil else {
      return false
    }
    var joined: [UInt8] = []
    for line in lines[at..<at + count] { joined.append(contentsOf: bytes[line.range]) }
    guard TitleScanner.isComplete(joined, 0..<joined.count) else { return false }
    guard let mark = NumberScanner.scan(bytes, lines[at + count].range), mark.ordinal == 1 else {
      return false
    }
    return mark.shape.isStatutory || mark.shape == .han
  }

  /// Behind a signature: a line or several that end in a kind, or a short line above numbered or long text.
  private func looksLikeTitle() -> Bool {
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
    for word: StaticString in [
      "表", "名单", "目录", "清单", "说明", "名录", "格式", "样式", "式样", "职责", "分工", "一览", "标准", "图",
    ]
    where UTF8Scan.hasSuffix(bytes, range, word) { return true }
    let next = lines[at + 1]
    return UTF8Scan.count(bytes, range) <= 40
      && (next.range.count > 150 || next.block != nil || NumberScanner.scan(bytes, next.range)?.ordinal == 1)
  }

  private func nextRole(isAnnex: Bool) -> Part.Role {
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

  // MARK: Table of contents

  /// 目录 and the entries below it, up to the line where the first entry comes again.
  private mutating func readContents() -> Bool {
    guard TitleScanner.isContents(bytes, lines[at].range), at + 2 < lines.count else { return false }
    var end = at + 1
    let firstKey = contentsKey(lines[end].range)
    while end < lines.count, end - at < 400 {
      let range = lines[end].range
      if end > at + 1, contentsKey(range) == firstKey, !firstKey.isEmpty { break }
      if range.count > 240 || FlowText.last(bytes, range) == 0x3002 { break }
      end += 1
    }
    guard end < lines.count, end > at + 2,
      contentsKey(lines[end].range) == firstKey || lines[end].range.count > 240
    else {
      return false
    }
    for i in at..<end { drop(i, .contents) }
    at = end
    return true
  }

  /// An entry without dots and page number.
  private func contentsKey(_ range: Range<Int>) -> [UInt8] {
    guard range.count < 300 else { return [] }
    var key = Folded.key(bytes, range)
    while let last = key.last, (last >= 0x30 && last <= 0x39) || last == 0x2E || last == 0x2D {
      key.removeLast()
    }
    while key.count >= 3,
      key.suffix(3).elementsEqual([0xE2, 0x80, 0xA6]) || key.suffix(2).elementsEqual([0xC2, 0xB7])
    {
      key.removeLast(key.suffix(2).elementsEqual([0xC2, 0xB7]) ? 2 : 3)
    }
    return key
  }

  // MARK: Signature

  private mutating func readSignature() -> Bool {
    let line = lines[at]
    guard line.block == nil, !part.isSigned || part.dateText == nil,
      !part.body.isEmpty || part.addressee != nil,
      let found = SignatureScanner.dateLine(bytes, line.range)
    else { return false }
    let hasOrgans = !found.before.isEmpty || trailingOrgans() > 0
    guard hasOrgans || endsDocument(at + 1) else { return false }
    takeTrailingOrgans(limit: 40)
    if !found.before.isEmpty { takeOrganLine(found.before) }
    part.date = found.date.civil
    part.dateText = flow.string(found.date.range)
    trace.claim(flow, found.date.range, .signatureDate(partIndex))
    if !found.after.isEmpty { takeNote(found.after) }
    at += 1
    return true
  }

  /// Nothing but notes, annexes or titles follow.
  private func endsDocument(_ i: Int) -> Bool {
    guard i < lines.count else { return true }
    let range = lines[i].range
    return SignatureScanner.isNote(bytes, range) || SignatureScanner.isImprint(bytes, range)
      || AttachmentScanner.head(bytes, range) != nil || TitleScanner.isTitleLike(bytes, range)
      || Scalars.isOpenParenthesis(FlowText.first(bytes, range))
      || lines.count - i <= 3
  }

  /// How many lines at the end of the body are organs or signers.
  private func trailingOrgans() -> Int {
    var count = 0
    for line in part.body.reversed() {
      guard line.block == nil, line.headingLevel == 0, line.range.count <= 200,
        NumberScanner.scan(bytes, line.range) == nil,
        OrganNames.split(bytes, line.range) != nil || SignatureScanner.isSigner(bytes, line.range)
      else { break }
      count += 1
    }
    return count
  }

  private mutating func takeTrailingOrgans(limit: Int) {
    let count = min(trailingOrgans(), limit)
    let organs = part.body.suffix(count)
    part.body.removeLast(count)
    for line in organs {
      trace.unclaim(flow, line.range)
      takeOrganLine(line.range)
    }
  }

  private mutating func takeOrganLine(_ range: Range<Int>) {
    if let organs = OrganNames.split(bytes, range) {
      for organ in organs {
        part.organs.append(flow.compact(organ))
      }
      trace.claim(flow, range, .organ(partIndex))
    } else {
      part.signers.append(flow.compactSigner(range))
      trace.claim(flow, range, .signer(partIndex))
    }
  }

  /// A part that closes with the name of an organ, without a date.
  private mutating func takeUndatedSignature() {
    guard !part.isSigned, part.body.count >= 2 else { return }
    let count = trailingOrgans()
    guard count > 0, count < part.body.count else { return }
    let before = part.body[part.body.count - 1 - count]
    guard before.block == nil, FlowText.endsSentence(bytes, before.range) else { return }
    takeTrailingOrgans(limit: count)
  }

  // MARK: After the signature

  /// Notes, imprint, download lists and contact lines between the signature and the next part.
  private mutating func readAfterSignature() -> Bool {
    let range = lines[at].range
    if lines[at].block != nil { return false }
    if SignatureScanner.isStatusNote(bytes, range) {
      takeNote(range)
      at += 1
      return true
    }
    guard part.isSigned else { return false }
    if AttachmentScanner.isFileName(bytes, range), range.count < 400 {
      bindFile(range)
      drop(at, .links)
      at += 1
      return true
    }
    if NumberScanner.scan(bytes, range) == nil || SignatureScanner.isImprint(bytes, range) {
      takeNote(range)
      at += 1
      return true
    }
    open(.annex)
    return true
  }

  private mutating func takeNote(_ range: Range<Int>) {
    trace.claim(flow, range, .note(partIndex))
    part.notes.append(flow.string(range))
  }

  /// A download line that repeats an attachment gives its file.
  private mutating func bindFile(_ range: Range<Int>) {
    let (_, _, name) = AttachmentScanner.name(bytes, range)
    let key = Folded.key(bytes, name)
    for i in attachments.indices where attachments[i].file == nil {
      let wanted = Folded.key(attachments[i].name)
      if key == wanted || key.starts(with: wanted + [0x2E]) {
        attachments[i].file = flow.compact(name)
        return
      }
    }
  }

  // MARK: Attachments

  /// 附件说明: `附件：1. 名称` and the lines that continue it.
  private mutating func readAttachments() -> Bool {
    guard lines[at].block == nil, let head = AttachmentScanner.head(bytes, lines[at].range), head.hasColon
    else { return false }
    if part.body.isEmpty, part.addressee == nil { return false }
    var entries: [(line: Int, range: Range<Int>, ordinal: Int?)] = []
    var i = at
    var expected = 1
    if !head.rest.isEmpty {
      guard head.rest.count <= 450, !isProse(head.rest) else { return false }
      entries.append((at, head.rest, head.ordinal))
      if let mark = NumberScanner.scan(bytes, head.rest) {
        expected = mark.ordinal + 1
      } else if let ordinal = head.ordinal {
        expected = ordinal + 1
      }
    }
    i += 1
    while i < lines.count, lines[i].block == nil {
      let range = lines[i].range
      if let next = AttachmentScanner.head(bytes, range), next.ordinal == expected, next.hasColon,
        !next.rest.isEmpty, next.rest.count <= 450
      {
        entries.append((i, next.rest, next.ordinal))
      } else if let mark = NumberScanner.scan(bytes, range), mark.ordinal == expected,
        mark.components.isEmpty, range.count <= 450, !isProse(range),
        !entries.isEmpty || expected == 1
      {
        entries.append((i, range, nil))
      } else {
        break
      }
      expected += 1
      i += 1
    }
    guard !entries.isEmpty else { return false }
    take(head, entries, end: i)
    return true
  }

  /// Reads like a sentence, not like a name.
  private func isProse(_ range: Range<Int>) -> Bool {
    guard FlowText.last(bytes, range) == 0x3002 else { return false }
    return UTF8Scan.count(bytes, range) > 60
  }

  private mutating func take(
    _ head: AttachmentScanner.Head, _ entries: [(line: Int, range: Range<Int>, ordinal: Int?)], end: Int
  ) {
    let isDownload =
      part.isSigned && entries.contains { AttachmentScanner.isFileName(bytes, $0.range) }
      && !attachments.isEmpty
    if isDownload {
      for i in at..<end {
        bindFile(i == at && !head.rest.isEmpty ? head.rest : lines[i].range)
        drop(i, .links)
      }
      at = end
      return
    }
    for i in at..<end { trace.claim(flow, lines[i].range, .attachment) }
    for entry in entries {
      let (_, ordinal, name) = AttachmentScanner.name(bytes, entry.range)
      let number = entry.ordinal ?? ordinal
      let text = flow.compact(name)
      let file = AttachmentScanner.isFileName(bytes, name) ? text : nil
      attachments.append(Attachment(label: number.map { "附件\($0)" } ?? "附件", name: text, file: file))
      carried.append(TitleScanner.key(bytes, name))
    }
    at = end
  }

  // MARK: Head

  /// Title, number and addressee of the part that begins at the position.
  private mutating func readHead() {
    var titles: [(lines: Range<Int>, text: String)] = []
    head: while at < lines.count {
      let range = lines[at].range
      guard lines[at].block == nil else { break }
      if part.addressee == nil, AddresseeScanner.isAddressee(bytes, range), at + 1 < lines.count {
        let colon =
          UTF8Scan.decodeBefore(bytes, range.upperBound, from: range.lowerBound)?.start ?? range.upperBound
        part.addressee = flow.string(range.lowerBound..<colon)
        trace.claim(flow, range, .addressee(partIndex))
        at += 1
        break
      }
      if let found = numbers.whole(bytes, in: range), !found.isOrder || !titles.isEmpty, range.count < 200 {
        if part.number == nil {
          part.number = found.number
        } else {
          part.otherNumbers.append(found.number.text)
        }
        trace.claim(flow, range, .partNumber(partIndex))
        at += 1
        continue
      }
      if TitleScanner.isSerialLine(bytes, range), let title = titles.last?.text {
        part.number = Self.orderNumber(title, flow.compact(range))
        trace.claim(flow, range, .partNumber(partIndex))
        at += 1
        continue
      }
      if SignatureScanner.isStatusNote(bytes, range) {
        takeNote(range)
        at += 1
        continue
      }
      guard TitleScanner.isTitleLike(bytes, range), !AddresseeScanner.isAddressee(bytes, range) else { break }
      if SignatureScanner.dateLine(bytes, range) != nil { break }
      if let organ = letterhead(range) {
        part.letterheads.append(organ)
        trace.claim(flow, range, .letterhead)
        at += 1
        continue
      }
      guard let count = titleExtent(after: titles.last?.text) else { break }
      let text = TitleScanner.join(flow, lines[at..<at + count].map(\.range))
      // The title of the document that the one above carries opens its own part.
      if let last = titles.last {
        let key = TitleScanner.key(Array(text.utf8), 0..<text.utf8.count)
        if TitleScanner.carried(by: last.text).contains(where: { Self.sameTitle($0, key) }) {
          guard parts.isEmpty, part.isEmpty, isForwarding(last.text),
            TitleScanner.carried(by: text).isEmpty == false
          else {
            break head
          }
          // 转发《…》 as page title over the forwarded notice itself: the wrapper has no text of its own.
          for i in last.lines { trace.claim(flow, lines[i].range, .title) }
          wrapperTitle = last.text
          titles.removeLast()
        }
      }
      titles.append((at..<at + count, text))
      at += count
      if titles.count >= 3 { break }
    }
    settle(titles)
  }

  private func isForwarding(_ title: String) -> Bool {
    let text = Array(title.utf8)
    return UTF8Scan.find("转发", in: text, 0..<text.count) != nil
      || UTF8Scan.find("批转", in: text, 0..<text.count) != nil
  }

  /// Lines of the title that begins here; `nil` when it is no title.
  private func titleExtent(after last: String?) -> Int? {
    var end = at
    while end < lines.count, end - at < 6, lines[end].block == nil, end == at || continuesTitle(end) {
      end += 1
    }
    let count = TitleScanner.extent(flow, lines, from: at, to: end)
    var joined: [UInt8] = []
    for line in lines[at..<at + count] { joined.append(contentsOf: bytes[line.range]) }
    if TitleScanner.isComplete(joined, 0..<joined.count) { return count }
    // A line without a kind is a title only at the very top, when text follows.
    guard last == nil, UTF8Scan.count(bytes, lines[at].range) <= 50 else { return nil }
    guard at + 1 < lines.count else { return nil }
    return 1
  }

  /// The end of the run of lines that could be one title.
  private func titleEnd() -> Int {
    var end = at
    while end < lines.count, end - at < 6, lines[end].block == nil, end == at || continuesTitle(end) { end += 1 }
    return end
  }

  private func continuesTitle(_ i: Int) -> Bool {
    let range = lines[i].range
    if TitleScanner.isSupplement(bytes, range) { return true }
    return TitleScanner.isTitleLike(bytes, range) && !AddresseeScanner.isAddressee(bytes, range)
      && numbers.whole(bytes, in: range) == nil && SignatureScanner.dateLine(bytes, range) == nil
      && !SignatureScanner.isStatusNote(bytes, range)
  }

  /// `广宁县人民政府文件`: the red head; the organ.
  private func letterhead(_ range: Range<Int>) -> String? {
    guard range.count <= 150, UTF8Scan.hasSuffix(bytes, range, "文件") else { return nil }
    let organ = range.lowerBound..<range.upperBound - 6
    return OrganNames.split(bytes, organ) != nil ? flow.compact(organ) : nil
  }

  private mutating func settle(_ titles: [(lines: Range<Int>, text: String)]) {
    guard let printed = titles.last else { return }
    part.title = printed.text
    part.titleLines = Array(lines[printed.lines])
    part.line = lines[printed.lines.lowerBound].line
    for line in part.titleLines { trace.claim(flow, line.range, .partTitle(partIndex)) }
    let key = Folded.key(printed.text)
    for title in titles.dropLast() {
      if Folded.key(title.text) == key {
        for i in title.lines { drop(i, .repetition) }
      } else {
        for i in title.lines { trace.claim(flow, lines[i].range, .altTitle) }
        part.otherTitles.append(title.text)
      }
    }
    carried.append(contentsOf: TitleScanner.carried(by: printed.text))
  }

  /// 中华人民共和国商务部令 and 2018年第2号 → 商务部令2018年第2号.
  static func orderNumber(_ title: String, _ serial: String) -> DocumentNumber {
    var organ = title
    if let range = organ.firstRange(of: "中华人民共和国"), range.lowerBound == organ.startIndex {
      organ.removeSubrange(range)
    }
    let brackets: Set<Character> = ["(", ")", "（", "）", " "]
    return DocumentNumber(text: organ + serial.filter { !brackets.contains($0) })
  }
}

extension Array where Element == UInt8 {
  func hasPrefix(_ other: [UInt8]) -> Bool { starts(with: other) }
  func hasSuffix(_ other: [UInt8]) -> Bool {
    count >= other.count && suffix(other.count).elementsEqual(other)
  }
}

extension Flow {
  /// `部　长　　钟　山` → `部长 钟山`: letters set apart are joined, office and name keep one space.
  func compactSigner(_ range: Range<Int>) -> String {
    var words: [[UInt8]] = []
    var gaps: [Int] = []
    var gap = 0
    var cursor = Cursor(buffer, range)
    var word: [UInt8] = []
    while !cursor.isAtEnd {
      let at = cursor.at
      if Scalars.isLayout(cursor.next()) {
        if !word.isEmpty {
          words.append(word)
          gaps.append(0)
          word = []
        }
        gap += 1
        if !gaps.isEmpty { gaps[gaps.count - 1] = gap }
      } else {
        gap = 0
        word.append(contentsOf: buffer[at..<cursor.at])
      }
    }
    if !word.isEmpty { words.append(word) }
    // The widest gap separates the office from the name.
    let widest = gaps.prefix(max(0, words.count - 1)).max() ?? 0
    var result: [UInt8] = []
    for (i, word) in words.enumerated() {
      result.append(contentsOf: word)
      if i < words.count - 1, gaps[i] == widest { result.append(0x20) }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
