import Diagnostics

/// 附件说明 and tables of contents.
extension Anatomy {
  /// 附件说明: `附件：1. 名称` and the lines that continue it.
  mutating func readAttachments() -> Bool {
    let line = lines[at]
    guard line.block == nil, !Self.isLink(line),
      let head = AttachmentScanner.head(bytes, line.range), head.hasColon
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
  func isProse(_ range: Range<Int>) -> Bool {
    guard FlowText.last(bytes, range) == 0x3002 else { return false }
    return UTF8Scan.count(bytes, range) > 60
  }

  mutating func take(
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

  /// 目录 and the entries below it, up to the line where the first entry comes again.
  mutating func readContents() -> Bool {
    guard TitleScanner.isContents(bytes, lines[at].range), at + 2 < lines.count else { return false }
    var end = at + 1
    let firstKey = contentsKey(lines[end].range)
    while end < lines.count, end - at < 400 {
      let range = lines[end].range
      if end > at + 1, isFirstAgain(end, firstKey) { break }
      if range.count > 240 || FlowText.last(bytes, range) == 0x3002 { break }
      end += 1
    }
    guard end < lines.count, end > at + 2,
      isFirstAgain(end, firstKey) || lines[end].range.count > 240
    else {
      return false
    }
    for i in at..<end { drop(i, .contents) }
    at = end
    return true
  }

  /// The first entry of the contents comes again, or its name alone: some pages lose the `第一章` of the text.
  private func isFirstAgain(_ index: Int, _ firstKey: [UInt8]) -> Bool {
    let key = contentsKey(lines[index].range)
    if key == firstKey { return !key.isEmpty }
    let isNumbered = firstKey.starts(with: "第".utf8)
    return isNumbered && key.count >= 6 && firstKey.count > key.count
      && firstKey.suffix(key.count) == key[...]
  }

  /// An entry without dots and page number.
  func contentsKey(_ range: Range<Int>) -> [UInt8] {
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
}
