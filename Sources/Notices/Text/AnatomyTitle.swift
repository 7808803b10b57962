import Diagnostics

/// How far a title goes, and which of several is the printed one.
extension Anatomy {
  /// Lines of the title that begins here; `nil` when it is no title.
  func titleExtent(after last: String?) -> Int? {
    // Under 附件 a link leads to an annex; it is not the title of one.
    if part.label != nil, Self.isLink(lines[at]) { return nil }
    var end = at
    while end < lines.count, end - at < 6, lines[end].block == nil, end == at || continuesTitle(end) {
      end += 1
    }
    let count = TitleScanner.extent(flow, lines, from: at, to: end)
    var joined: [UInt8] = []
    for line in lines[at..<at + count] { joined.append(contentsOf: bytes[line.range]) }
    let whole = 0..<joined.count
    if TitleScanner.isComplete(joined, whole) || TitleScanner.unbracketed(joined, whole) != nil {
      return count
    }
    // A line without a kind is a title only at the very top, when text follows.
    let range = lines[at].range
    guard last == nil, at + 1 < lines.count, (4...50).contains(UTF8Scan.count(bytes, range)) else {
      return nil
    }
    if SignatureScanner.isBracketed(bytes, range) { return nil }
    for comma: StaticString in ["，", ",", "、"] where UTF8Scan.find(comma, in: bytes, range) != nil {
      return nil
    }
    return 1
  }

  /// The end of the run of lines that could be one title.
  func titleEnd() -> Int {
    var end = at
    while end < lines.count, end - at < 6, lines[end].block == nil, end == at || continuesTitle(end) {
      end += 1
    }
    return end
  }

  func continuesTitle(_ i: Int) -> Bool {
    let range = lines[i].range
    if TitleScanner.isSupplement(bytes, range) { return true }
    if range.count <= 6, Scalars.isHan(FlowText.first(bytes, range)) { return true }
    return TitleScanner.isTitleLike(bytes, range) && !AddresseeScanner.isAddressee(bytes, range)
      && numbers.whole(bytes, in: range) == nil && SignatureScanner.dateLine(bytes, range) == nil
      && !SignatureScanner.isStatusNote(bytes, range)
  }

  /// `广宁县人民政府文件`: the red head, as printed.
  func letterhead(_ range: Range<Int>) -> String? {
    guard range.count <= 150, UTF8Scan.hasSuffix(bytes, range, "文件") else { return nil }
    let organ = range.lowerBound..<range.upperBound - 6
    return OrganNames.split(bytes, organ) != nil ? flow.compact(range) : nil
  }

  mutating func settle(_ titles: [(lines: Range<Int>, text: String)]) {
    guard var printed = titles.last else { return }
    // A line that is only `海关总署公告` beside one that says what it is about.
    var titles = titles
    if titles.count > 1, !isAbout(printed.text), let i = titles.lastIndex(where: { isAbout($0.text) }) {
      printed = titles.remove(at: i)
      titles.append(printed)
    }
    if let before = part.title {
      if Folded.key(before) == Folded.key(printed.text) {
        for title in titles {
          if Folded.key(title.text) == Folded.key(before) {
            for i in title.lines { drop(i, .repetition) }
          } else {
            for i in title.lines { trace.claim(flow, lines[i].range, .altTitle) }
            part.otherTitles.append(title.text)
          }
        }
        return
      }
      part.otherTitles.append(before)
      trace.reclaim(.partTitle(partIndex), as: .altTitle)
    }
    part.title = printed.text
    part.titleLines = Array(lines[printed.lines])
    part.line = lines[printed.lines.lowerBound].line
    for line in part.titleLines { trace.claim(flow, line.range, .partTitle(partIndex)) }
    keepAddresses(of: part.titleLines)
    let key = Folded.key(printed.text)
    var above: [FlowLine] = []
    for title in titles.dropLast() {
      if Folded.key(title.text) == key {
        for i in title.lines { drop(i, .repetition) }
      } else if partIndex == 0 {
        for i in title.lines { trace.claim(flow, lines[i].range, .altTitle) }
        part.otherTitles.append(title.text)
      } else {
        // Only the notice has other titles; in a part such a line is text.
        for i in title.lines { trace.claim(flow, lines[i].range, .body(partIndex)) }
        above.append(contentsOf: lines[title.lines])
      }
    }
    part.body.insert(contentsOf: above, at: 0)
    carried.append(contentsOf: TitleScanner.carried(by: printed.text))
  }

  /// A title is plain text; where it linked to is listed with what was left out.
  private mutating func keepAddresses(of titles: [FlowLine]) {
    for line in titles {
      for span in line.spans {
        guard case .link(let destination, _) = span.mark else { continue }
        furniture.append(Furniture(line: line.line, text: destination, reason: "markup"))
      }
    }
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
