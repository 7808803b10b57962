import Diagnostics

/// Title, number and addressee of a part.
extension Anatomy {
  /// The document itself begins here: what stood above was the page's title and summary.
  mutating func restartHead() -> Bool {
    guard parts.isEmpty, !part.isSigned, part.body.count <= Self.longestIntroduction, !part.body.isEmpty,
      lines[at].block == nil,
      part.addressee == nil || part.body.count <= 3,
      isText(part.body), beginsHead()
    else { return false }
    if let first = part.body.first, isSummaryLabel(first.range) {
      for line in part.body { trace.unclaim(flow, line.range) }
      trace.claim(flow, first.range, .headerLabel)
      summary = part.body.dropFirst().map { flow.string($0.range) }.joined(separator: "\n")
      for line in part.body.dropFirst() { trace.claim(flow, line.range, .summary) }
      part.body = []
    }
    // A head that turns out to be none is text, or this would go on for ever.
    let before = at
    readHead()
    return at > before
  }

  /// Neither blocks nor numbered lines.
  private func isText(_ lines: [FlowLine]) -> Bool {
    for line in lines where line.block != nil || NumberScanner.scan(bytes, line.range) != nil { return false }
    return true
  }

  func beginsHead() -> Bool {
    let range = lines[at].range
    if letterhead(range) != nil { return true }
    guard range.count < 400 else { return false }
    if let title = part.title, TitleScanner.isTitleLike(bytes, range) {
      let count = TitleScanner.extent(flow, lines, from: at, to: titleEnd())
      let text = TitleScanner.join(flow, lines[at..<at + count].map(\.range))
      return Folded.key(text) == Folded.key(title)
    }
    return numbers.whole(bytes, in: range) != nil && at + 1 < lines.count
      && (TitleScanner.isTitleLike(bytes, lines[at + 1].range)
        || AddresseeScanner.isAddressee(bytes, lines[at + 1].range))
  }

  func isSummaryLabel(_ range: Range<Int>) -> Bool {
    guard let pairs = HeaderLine.pairs(bytes, range), pairs.count == 1 else { return false }
    return pairs[0].label.field == .summary && pairs[0].value.isEmpty
  }

  /// An addressee below an introduction: `…全文如下：` and then the document.
  mutating func readLateAddressee() -> Bool {
    guard parts.isEmpty, part.addressee == nil, !part.isSigned, (1...3).contains(part.body.count),
      lines[at].block == nil,
      FlowText.endsSentence(bytes, part.body[part.body.count - 1].range), at + 1 < lines.count,
      isText(part.body),
      AddresseeScanner.isAddressee(bytes, lines[at].range)
    else { return false }
    takeAddressee()
    return true
  }

  mutating func takeAddressee() {
    let range = lines[at].range
    let colon =
      UTF8Scan.decodeBefore(bytes, range.upperBound, from: range.lowerBound)?.start ?? range.upperBound
    part.addressee = flow.string(range.lowerBound..<colon)
    trace.claim(flow, range, .addressee(partIndex))
    at += 1
  }

  /// A date of its own between title and text.
  mutating func readHeadDate() -> Bool {
    let range = lines[at].range
    guard part.headDateText == nil, let date = DateParser.whole(bytes, in: range), date.unit == .day else {
      return false
    }
    part.headDate = date.civil
    part.headDateText = flow.string(range)
    trace.claim(flow, range, .signatureDate(partIndex))
    at += 1
    return true
  }

  /// `——2026年1月26日在…会议上` and the speaker below the title of a speech.
  mutating func readOccasion() -> Bool {
    guard part.occasion == nil,
      FlowText.first(bytes, lines[at].range) == 0x2014 || FlowText.first(bytes, lines[at].range) == 0x2500,
      let date = DateParser.all(in: bytes, range: lines[at].range).first?.civil
    else { return false }
    var end = at + 1
    while end < lines.count, end - at < 3, !UTF8Scan.hasSuffix(bytes, lines[end - 1].range, "上"),
      TitleScanner.isTitleLike(bytes, lines[end].range), !SignatureScanner.isSigner(bytes, lines[end].range)
    {
      end += 1
    }
    part.notes.append(lines[at..<end].map { flow.string($0.range) }.joined())
    for line in lines[at..<end] { trace.claim(flow, line.range, .note(partIndex)) }
    part.occasion = date
    at = end
    if at < lines.count, SignatureScanner.isSigner(bytes, lines[at].range) {
      part.signers.append(flow.compactSigner(lines[at].range))
      trace.claim(flow, lines[at].range, .signer(partIndex))
      at += 1
    }
    return true
  }

  /// The first number of a part is its own; whatever else is printed is kept.
  mutating func keep(_ number: DocumentNumber) {
    if part.number == nil {
      part.number = number
    } else if part.number != number {
      part.otherNumbers.append(number.text)
    }
  }

  private mutating func take(_ number: DocumentNumber, lines count: Int) {
    keep(number)
    for line in lines[at..<at + count] { trace.claim(flow, line.range, .partNumber(partIndex)) }
    at += count
  }

  /// `财政部` | `税务总局公告2020年第8号`: the organs of a joint announcement on lines of their own.
  private func jointNumber() -> (DocumentNumber, Int)? {
    guard OrganNames.split(bytes, lines[at].range) != nil else { return nil }
    var joined = Array(bytes[lines[at].range])
    for count in 2...5 where at + count <= lines.count {
      let range = lines[at + count - 1].range
      guard lines[at + count - 1].block == nil, range.count < 150 else { return nil }
      joined.append(0x20)
      joined.append(contentsOf: bytes[range])
      if let found = numbers.whole(joined, in: 0..<joined.count), found.isOrder,
        TitleScanner.isSerialLine(bytes, range) || numbers.whole(bytes, in: range)?.isOrder == true
      {
        return (found.number, count)
      }
      guard OrganNames.split(bytes, range) != nil else { return nil }
    }
    return nil
  }

  /// The list of joint issuers that comes a second time: the page's title was cut short.
  private mutating func skipRepeatedOrgans() -> Bool {
    guard OrganNames.split(bytes, lines[at].range) != nil else { return false }
    let key = Folded.key(bytes, lines[at].range)
    var again: Int?
    for i in at + 1..<min(at + 12, lines.count) {
      guard lines[i].block == nil,
        OrganNames.split(bytes, lines[i].range) != nil || TitleScanner.isTitleLike(bytes, lines[i].range)
      else { break }
      if Folded.key(bytes, lines[i].range) == key { again = i }
      if OrganNames.split(bytes, lines[i].range) == nil { break }
    }
    guard let again else { return false }
    for i in at..<again { drop(i, .repetition) }
    at = again
    return true
  }

  /// Title, number and addressee of the part that begins at the position.
  mutating func readHead() {
    var titles: [(lines: Range<Int>, text: String)] = []
    head: while at < lines.count {
      let range = lines[at].range
      guard lines[at].block == nil else { break }
      if part.addressee == nil, AddresseeScanner.isAddressee(bytes, range), at + 1 < lines.count {
        takeAddressee()
        break
      }
      if !titles.isEmpty, readOccasion() { break }
      if !titles.isEmpty, readHeadDate() { continue }
      if let found = numbers.whole(bytes, in: range), !found.isOrder || !titles.isEmpty, range.count < 200 {
        take(found.number, lines: 1)
        continue
      }
      if let (number, count) = jointNumber() {
        take(number, lines: count)
        continue
      }
      if skipRepeatedOrgans() { continue }
      if TitleScanner.isSerialLine(bytes, range), let title = titles.last?.text {
        let above = part.number
        part.number = Self.orderNumber(title, flow.compact(range))
        if let above { keep(above) }
        trace.claim(flow, range, .partNumber(partIndex))
        at += 1
        continue
      }
      if SignatureScanner.isStatusNote(bytes, range) || Promulgation.isHistory(bytes, range) {
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
      var text: String
      if count == 1, let inner = TitleScanner.unbracketed(bytes, range) {
        text = TitleScanner.join(flow, [inner])
      } else {
        text = TitleScanner.join(flow, lines[at..<at + count].map(\.range))
      }
      let closing = TitleScanner.number(closing: Array(text.utf8), 0..<text.utf8.count)
      if let closing {
        text = String(decoding: Array(text.utf8)[closing.title], as: UTF8.self)
      }
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
      if let closing { keep(closing.number) }
      titles.append((at..<at + count, text))
      at += count
      if titles.count >= 3 { break }
    }
    settle(titles)
  }

  func isAbout(_ title: String) -> Bool {
    let text = Array(title.utf8)
    return UTF8Scan.find("关于", in: text, 0..<text.count) != nil
  }

  func isForwarding(_ title: String) -> Bool {
    let text = Array(title.utf8)
    return UTF8Scan.find("转发", in: text, 0..<text.count) != nil
      || UTF8Scan.find("批转", in: text, 0..<text.count) != nil
  }
}
