/// Takes apart paragraphs into which the number and the addressee, the signature, or the next title ran:
/// `财库〔2019〕38号各中央预算单位：为贯彻…`, `…施行。财政部2019年7月26日`, `…办法第一章总则`.
enum GluedEnds {
  private static let shortest = 60

  static func split(_ flow: inout Flow) {
    var result: [FlowLine] = []
    result.reserveCapacity(flow.lines.count)
    var isHead = true
    for line in flow.lines {
      guard line.block == nil, line.range.count >= shortest else {
        result.append(line)
        continue
      }
      var cuts: [Int] = []
      if isHead { cuts = headCuts(flow.buffer, line.range) }
      if result.isEmpty, cuts.isEmpty, let cut = openingCut(flow.buffer, line.range) { cuts = [cut] }
      if line.traits.contains(.day) { cuts += signatureCuts(flow.buffer, line.range) }
      if line.traits.contains(.ordinal) {
        if let cut = titleCut(flow.buffer, (cuts.last ?? line.range.lowerBound)..<line.range.upperBound) {
          cuts.append(cut)
        }
        if let cut = articleCut(flow.buffer, (cuts.last ?? line.range.lowerBound)..<line.range.upperBound) {
          cuts.append(cut)
        }
      }
      if result.count > 12 || !cuts.isEmpty || NumberScanner.scan(flow.buffer, line.range) != nil {
        isHead = false
      }
      if cuts.isEmpty {
        result.append(line)
      } else {
        result.append(contentsOf: line.cut(at: cuts, flow.buffer))
      }
    }
    flow.lines = result
  }

  /// Behind a title that the first sentence ran into: `示例县防汛工作方案为认真贯彻…`.
  private static func openingCut(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    let window = range.lowerBound..<min(range.lowerBound + 240, range.upperBound)
    for word in openings {
      guard let at = UTF8Scan.find(word, in: bytes, window), at > range.lowerBound else { continue }
      let title = range.lowerBound..<at
      guard UTF8Scan.count(bytes, title) >= 8, TitleScanner.isTitleLike(bytes, title),
        TitleScanner.isComplete(bytes, title), UTF8Scan.find("，", in: bytes, title) == nil
      else { continue }
      return at
    }
    return nil
  }

  private static let openings: [StaticString] = [
    "为认真", "为深入", "为全面", "为进一步", "为加快", "为贯彻", "为落实", "为推动", "为推进", "为规范", "为加强", "为促进", "为做好", "为切实",
    "根据《", "按照《",
  ]

  /// Behind a number and behind an addressee at the beginning of the text.
  private static func headCuts(_ bytes: [UInt8], _ range: Range<Int>) -> [Int] {
    var cuts: [Int] = []
    var start = range.lowerBound
    let window = start..<min(start + 150, range.upperBound)
    if let number = DocumentNumberParser().all(in: bytes, range: window).first,
      number.range.lowerBound == start,
      number.number.year != nil, number.range.upperBound < range.upperBound
    {
      start = number.range.upperBound
      cuts.append(start)
    }
    var cursor = Cursor(bytes, start..<min(start + 900, range.upperBound))
    while !cursor.isAtEnd {
      let scalar = cursor.next()
      if Scalars.isSentenceEnd(scalar) { break }
      guard Scalars.isColon(scalar) else { continue }
      let addressee = FlowText.trimmed(bytes, start..<cursor.at)
      let isSure = !cuts.isEmpty || UTF8Scan.hasPrefix(bytes, addressee, "各")
      if isSure, cursor.at < range.upperBound, AddresseeScanner.isAddressee(bytes, addressee) {
        cuts.append(cursor.at)
      } else if start > range.lowerBound {
        cuts.removeAll()
      }
      return cuts
    }
    return []
  }

  /// Around an organ and a date that follow the end of a sentence.
  private static func signatureCuts(_ bytes: [UInt8], _ range: Range<Int>) -> [Int] {
    var cuts: [Int] = []
    var at = range.lowerBound + 12
    while let day = UTF8Scan.find("日", in: bytes, at..<range.upperBound) {
      at = day + 3
      guard let start = sentenceStart(bytes, range.lowerBound..<day), start > range.lowerBound,
        day - start <= 180
      else { continue }
      let line = FlowText.trimmed(bytes, start..<at)
      guard let found = SignatureScanner.dateLine(bytes, line), !found.before.isEmpty else { continue }
      var rest = Cursor(bytes, at..<range.upperBound)
      rest.skipLayout()
      if SignatureScanner.startsStatusNote(bytes, rest.at..<range.upperBound) {
        rest.skip { !Scalars.isCloseParenthesis($0) }
        _ = rest.next()
      }
      let tail = rest.at..<range.upperBound
      at = max(at, rest.at)
      // `财政部2003年11月17日发布的…` is a sentence.
      guard
        tail.isEmpty || rest.at > day + 6 || titleCut(bytes, tail) != nil
          || AttachmentScanner.head(bytes, tail) != nil
      else { continue }
      cuts.append(line.lowerBound)
      if !tail.isEmpty { cuts.append(rest.at) }
    }
    return cuts
  }

  /// Right behind the last full stop in the range.
  private static func sentenceStart(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    var at = range.upperBound - 3
    let first = max(range.lowerBound, range.upperBound - 200)
    while at >= first {
      if bytes[at] == 0xE3, bytes[at + 1] == 0x80, bytes[at + 2] == 0x82 { return at + 3 }
      at -= 1
    }
    return nil
  }

  /// In front of the article that ran into the heading of its chapter: `第一章 总则第一条 为了…`.
  private static func articleCut(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    guard let chapter = NumberScanner.scan(bytes, range), chapter.shape.family == .chapter else { return nil }
    let window = range.lowerBound + 12..<min(range.lowerBound + 120, range.upperBound)
    var at = window.lowerBound
    while at < window.upperBound, let found = UTF8Scan.find("第", in: bytes, at..<window.upperBound) {
      let rest = found..<min(found + 60, range.upperBound)
      if let article = NumberScanner.scan(bytes, rest), article.shape.family == .article { return found }
      at = found + 3
    }
    return nil
  }

  /// In front of 第一章 or 第一条 behind a title: `安顺市市级储备粮管理办法第一章总则第一条…`.
  private static func titleCut(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    guard range.count > 120 else { return nil }
    let window = range.lowerBound..<min(range.lowerBound + 240, range.upperBound)
    for word: StaticString in ["第一章", "第一条"] {
      guard let at = UTF8Scan.find(word, in: bytes, window), at > range.lowerBound,
        // 本公告第一条、第二条所称… is a sentence.
        NumberScanner.scan(bytes, at..<range.upperBound) != nil
      else { continue }
      let title = FlowText.trimmed(bytes, range.lowerBound..<at)
      if TitleScanner.isTitleLike(bytes, title), TitleScanner.isComplete(bytes, title) { return at }
    }
    return nil
  }
}

extension FlowLine {
  /// The line in pieces, its marks shared out; layout at the cuts is dropped.
  func cut(at cuts: [Int], _ buffer: [UInt8]) -> [FlowLine] {
    guard !cuts.isEmpty else { return [self] }
    var result: [FlowLine] = []
    var start = range.lowerBound
    for end in cuts + [range.upperBound] where end > start {
      var piece = self
      piece.narrow(to: FlowText.trimmed(buffer, start..<end))
      piece.blankBefore = result.isEmpty && blankBefore
      if !spans.isEmpty {
        let offset = UTF8Scan.count(buffer, range.lowerBound..<piece.range.lowerBound)
        let count = UTF8Scan.count(buffer, piece.range)
        piece.spans = spans.compactMap { span in
          let start = max(span.start - offset, 0)
          let end = min(span.end - offset, count)
          return start < end ? Span(span.mark, start: start, end: end) : nil
        }
      }
      if !piece.range.isEmpty { result.append(piece) }
      start = end
    }
    return result
  }
}
