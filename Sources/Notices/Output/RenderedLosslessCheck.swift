import Diagnostics

/// The check for Markdown and HTML, where marks of the format stand between the words: every letter, digit and Han
/// character of a source line is found in the notice, each place of the notice standing for one place of the source.
///
/// It knows nothing of how the file was read. A line is cut at the marks of its format; each piece must occur in what the
/// notice holds (text, addresses, furniture), normally right behind the piece before it. Linear for a faithful reading; the
/// search for what stands elsewhere has a limit.
enum RenderedLosslessCheck {
  private static let mostLosses = 50

  static func check(_ notice: Notice, _ text: [UInt8]) -> [LosslessCheck.Loss] {
    var holdings = NoticeHoldings(notice)
    var losses: [LosslessCheck.Loss] = []
    for piece in MarkupPieces.of(text, format: notice.source.format) {
      let solid = ContentText.solid(text, piece.range)
      guard !solid.isEmpty, !holdings.take(solid), losses.count < mostLosses else { continue }
      // What a tag or a mark cut in two may stand together, and a label may be structure.
      let rest = MarkupPieces.valuesOfLabels(text, piece.range)
      if let rest, rest.allSatisfy({ holdings.take(ContentText.solid(text, $0)) }) { continue }
      let place = SourcePosition(atByte: piece.range.lowerBound, of: text)
      let shown = String(decoding: text[piece.range].prefix(120), as: UTF8.self)
      losses.append(LosslessCheck.Loss(line: place.line, column: place.column, text: shown, field: nil))
    }
    return losses
  }
}

/// Letters, digits and Han characters of a text in one width and case.
enum ContentText {
  static func solid(_ bytes: [UInt8], _ range: Range<Int>) -> [UInt8] {
    var result: [UInt8] = []
    var at = range.lowerBound
    while at < range.upperBound {
      if bytes[at] == 0x26, let (scalar, next) = HTMLEntity.read(bytes, at: at, end: range.upperBound) {
        append(scalar, to: &result)
        at = next
      } else {
        let length = max(1, UTF8Sequence.length(at: at, of: bytes))
        append(UTF8Sequence.scalar(at: at, of: bytes), to: &result)
        at += length
      }
    }
    return result
  }

  static func solid(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    return solid(bytes, 0..<bytes.count)
  }

  private static func append(_ scalar: UInt32, to result: inout [UInt8]) {
    let folded = Scalars.folded(scalar)
    if isContent(folded) { UTF8Sequence.append(folded, to: &result) }
  }

  private static func isContent(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x3007: true
    case 0..<0xC0, 0xD7, 0xF7, 0x2000...0x206F, 0x3000...0x3030, 0xFE10...0xFE6F, 0xFF00...0xFFEF, 0xFEFF:
      false
    default: !Scalars.isLayout(scalar)
    }
  }
}

/// Everything a notice holds, as one text without marks; each stretch of it is given out once.
private struct NoticeHoldings {
  private var text: [UInt8] = []
  private var used: [Bool] = []
  /// Header fields and titles as a whole, by their text: where each stands.
  private var wholes: [[UInt8]: [Int]] = [:]
  private var next = 0
  /// Behind what was last found elsewhere: furniture and header fields have an order of their own.
  private var aside = 0
  /// The last piece was found elsewhere: the next one normally stands right behind it.
  private var isAside = false
  /// Bytes that may still be searched.
  private var effort = 0
  private static let window = 16_384
  /// A number or a word may stand anywhere: it is looked for close by.
  private static let shortWindow = 512
  private static let shortest = 12

  init(_ notice: Notice) {
    addHeader(notice)
    for part in notice.parts { add(part) }
    for attachment in notice.attachments {
      add(attachment.label)
      add(attachment.name)
      add(attachment.file)
    }
    for piece in notice.furniture { add(piece.text) }
    used = [Bool](repeating: false, count: text.count)
    effort = 64 * text.count + (1 << 20)
  }

  /// Marks an unused occurrence of a piece as used; false when there is none.
  mutating func take(_ piece: [UInt8]) -> Bool {
    guard !piece.isEmpty else { return true }
    if let start = wholes[piece]?.first(where: { !used[$0] }) {
      use(start, piece.count, aside: true)
      return true
    }
    for isAside in [isAside, !isAside] where fits(piece, isAside ? aside : next) {
      use(isAside ? aside : next, piece.count, aside: isAside)
      return true
    }
    let window = piece.count < Self.shortest ? Self.shortWindow : Self.window
    if let near = find(piece, from: next, to: min(text.count, next + window)) {
      use(near, piece.count, aside: false)
      return true
    }
    guard
      let start = find(piece, from: aside, to: min(text.count, aside + Self.shortWindow))
        ?? find(piece, from: 0, to: text.count)
    else { return false }
    use(start, piece.count, aside: true)
    return true
  }

  /// Marks a stretch as given out.
  private mutating func use(_ start: Int, _ count: Int, aside isAside: Bool) {
    for index in start..<start + count { used[index] = true }
    self.isAside = isAside
    if isAside { aside = start + count } else { next = start + count }
  }

  private func fits(_ piece: [UInt8], _ start: Int) -> Bool {
    start + piece.count <= text.count && !used[start]
      && text[start..<start + piece.count].elementsEqual(piece)
  }

  private mutating func find(_ piece: [UInt8], from start: Int, to end: Int) -> Int? {
    guard end - start >= piece.count, effort > 0 else { return nil }
    let first = piece[0]
    for index in start...(end - piece.count) where text[index] == first && fits(piece, index) {
      effort -= index - start
      return index
    }
    effort -= end - start
    return nil
  }

  // MARK: - What a notice holds

  private mutating func add(_ string: String?) {
    if let string { text += ContentText.solid(string) }
  }

  /// Adds a field that the source may print as one piece.
  private mutating func addWhole(_ string: String?) {
    guard let string else { return }
    let solid = ContentText.solid(string)
    wholes[solid, default: []].append(text.count)
    text += solid
  }

  private mutating func addHeader(_ notice: Notice) {
    for title in [notice.title].compactMap(\.self) + notice.altTitles { addWhole(title) }
    for value in [
      notice.documentNumber?.text, notice.indexNumber, notice.publisher, notice.declaredValidity,
      notice.disclosure,
      notice.summary, notice.provenance, notice.kind, notice.dates.publishedTime,
    ] {
      addWhole(value)
    }
    for value in notice.otherNumbers + notice.issuers + notice.catalog + notice.keywords { addWhole(value) }
    for axis in notice.classifications {
      addWhole(axis.name)
      for value in axis.values { addWhole(value) }
    }
    for entry in notice.extra {
      addWhole(entry.name)
      addWhole(entry.value)
    }
    let dates = notice.dates
    for date in [dates.issued, dates.published, dates.effective, dates.expires].compactMap(\.self) {
      add(date.iso)
      add("\(date.year)年\(date.month)月\(date.day)日")
      let padded = date.iso.split(separator: "-")
      if padded.count == 3 { add("\(padded[0])年\(padded[1])月\(padded[2])日") }
    }
  }

  private mutating func add(_ part: Part) {
    addWhole(part.title)
    addWhole(part.documentNumber?.text)
    addWhole(part.addressee)
    for block in part.body { add(block) }
    if let signature = part.signature {
      for organ in signature.organs + signature.signers { addWhole(organ) }
      add(signature.dateText)
    }
    for note in part.notes { add(note) }
    add(part.label)
  }

  private mutating func add(_ rich: RichText) {
    add(rich.string)
    for span in rich.spans {
      if case .link(let destination, let title) = span.mark {
        add(destination)
        add(title)
      } else if case .image(let destination, let title) = span.mark {
        add(destination)
        add(title)
      }
    }
  }

  private mutating func add(_ block: Block) {
    switch block {
    case .section(let it):
      add(it.number)
      if let heading = it.heading { add(heading) }
      for child in it.children { add(child) }
    case .paragraph(let it):
      add(it.label)
      add(it.text)
    case .list(let it):
      for (index, item) in it.items.enumerated() {
        if it.ordered { add(String(it.start + index)) }
        for child in item { add(child) }
      }
    case .table(let it):
      add(it.caption)
      for cell in ([it.head] + it.rows).joined() { add(cell) }
    case .quote(let it):
      for child in it.children { add(child) }
    case .preformatted(let it):
      add(it.language)
      add(it.text)
    case .image(let it):
      add(it.alternative)
      add(it.destination)
      add(it.title)
    case .rule: break
    }
  }
}

/// The text of a source between the marks of its format.
enum MarkupPieces {
  struct Piece {
    var range: Range<Int>
  }

  static func of(_ text: [UInt8], format: NoticeSource.Format) -> [Piece] {
    var pieces: [Piece] = []
    var cutter = MarkupCutter(text)
    if format == .html {
      cutter.cut(0..<text.count, isHTML: true, &pieces)
    } else {
      for line in LineRanges(text) { cutter.cutLine(line, &pieces) }
    }
    return pieces
  }

  /// The values of a line of header fields, or the name behind 附件, without their labels; `nil` when it is neither.
  static func valuesOfLabels(_ text: [UInt8], _ range: Range<Int>) -> [Range<Int>]? {
    if let pairs = HeaderLine.pairs(text, range) { return pairs.map(\.value) }
    // 附件三：…: the number is part of the attachment's label, in digits.
    return AttachmentScanner.head(text, FlowText.trimmed(text, range)).map { [$0.rest] }
  }
}

private struct MarkupCutter {
  private let text: [UInt8]
  private var fence: UInt8 = 0

  init(_ text: [UInt8]) { self.text = text }

  mutating func cutLine(_ line: Range<Int>, _ pieces: inout [MarkupPieces.Piece]) {
    let content = line.lowerBound + text[line].prefix { $0 == 0x20 || $0 == 0x09 }.count..<line.upperBound
    let first = text[content].prefix(3)
    let isFence = first.count == 3 && (first.allSatisfy { $0 == 0x60 } || first.allSatisfy { $0 == 0x7E })
    if isFence, fence == 0 || fence == first.first {
      fence = fence == 0 ? first.first ?? 0 : 0
      pieces.append(MarkupPieces.Piece(range: content))
    } else if fence != 0 {
      pieces.append(MarkupPieces.Piece(range: content))
    } else if first.elementsEqual(":::".utf8) {
      // The kind of a container and its title.
      let kind = text[content].drop { $0 == 0x3A || $0 == 0x20 }.prefix { $0 != 0x20 }
      pieces.append(MarkupPieces.Piece(range: content.lowerBound..<kind.endIndex))
      pieces.append(MarkupPieces.Piece(range: kind.endIndex..<content.upperBound))
    } else {
      cut(content, isHTML: false, &pieces)
    }
  }

  /// Cuts at tags, and in Markdown at the addresses of links, the bars of tables and the attributes of headings.
  func cut(_ range: Range<Int>, isHTML: Bool, _ pieces: inout [MarkupPieces.Piece]) {
    var start = range.lowerBound
    var at = range.lowerBound
    func close(_ end: Int) {
      if end > start { pieces.append(MarkupPieces.Piece(range: start..<end)) }
    }
    while at < range.upperBound {
      let byte = text[at]
      if byte == 0x3C, let end = tagEnd(at, range.upperBound, isHTML: isHTML) {
        close(at)
        at = end
        start = end
      } else if !isHTML,
        byte == 0x7C || byte == 0x7B || byte == 0x5D && at + 1 < range.upperBound && text[at + 1] == 0x28
      {
        close(at)
        at += 1
        start = at
      } else if !isHTML, byte == 0x29 || byte == 0x22 {
        close(at)
        at += 1
        start = at
      } else if isHTML, byte == 0x0A {
        close(at)
        at += 1
        start = at
      } else {
        at += 1
      }
    }
    close(range.upperBound)
  }

  /// Behind a tag that is markup; in HTML behind a whole element that has no text, too.
  private func tagEnd(_ at: Int, _ end: Int, isHTML: Bool) -> Int? {
    if isHTML, text[at..<end].starts(with: "<!--".utf8) {
      return text[at..<end].firstOffset(of: Array("-->".utf8)).map { $0 + 3 } ?? end
    }
    if isHTML, at + 1 < end, text[at + 1] == 0x21 || text[at + 1] == 0x3F {
      return text[at..<end].firstIndex(of: 0x3E).map { $0 + 1 }
    }
    guard let tag = HTMLTag(text, at..<min(end, at + HTMLTag.longest)) else { return nil }
    guard isHTML else { return tag.role == nil ? nil : tag.end }
    guard !tag.isClosing, HTMLReader.hasNoText(tag.name) else { return tag.end }
    return text[tag.end..<end].firstOffset(of: Array("</".utf8) + tag.name.bytes) ?? end
  }
}
