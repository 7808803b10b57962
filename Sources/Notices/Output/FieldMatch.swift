/// Whether a field of a notice holds the text that was claimed for it.
enum FieldMatch {
  /// `claimed`: the stretches in source order, as printed.
  static func holds(_ notice: Notice, _ field: ReadingTrace.Field, _ printed: [[UInt8]]) -> Bool {
    let claimed = printed.map { Solid.text($0, 0..<$0.count) }
    let whole = Array(claimed.joined())
    if isOverruled(notice, whole) || claimed.allSatisfy({ isOverruled(notice, $0) }) { return true }
    switch field {
    case .title: return whole == solid(notice.title)
    case .altTitle:
      let titles =
        notice.altTitles + [notice.title].compactMap(\.self) + notice.parts.compactMap(\.title)
      if segments(notice, whole, titles) { return true }
      // A title of several lines may have had a header field between them.
      let held = titles.map { Solid.text($0) }
      return claimed.allSatisfy { line in held.contains { $0.firstOffset(of: line) != nil } }
    case .documentNumber, .partNumber, .otherNumber:
      return printed.allSatisfy { holdsNumber(notice, $0) }
        || holdsNumber(notice, Array(printed.joined(separator: [0x20])))
        || isSequence(whole, of: [notice.documentNumber?.text] + notice.otherNumbers)
    case .letterhead: return claimed.allSatisfy { mark in notice.extra.contains { solid($0.value) == mark } }
    case .headerLabel: return claimed.allSatisfy(isLabel)
    case .indexNumber: return isSequence(whole, of: [notice.indexNumber])
    case .publisher: return isSequence(whole, of: [notice.publisher])
    case .issuer:
      return isSequence(
        lettersOnly(whole), of: [letters(notice.issuers.joined())] + notice.extra.map { letters($0.value) })
    case .dates: return printed.allSatisfy { holdsDate(notice, $0) }
    case .validity: return isSequence(whole, of: [notice.declaredValidity])
    case .disclosure: return isSequence(whole, of: [notice.disclosure])
    case .catalog: return lettersOnly(whole) == lettersOnly(solid(notice.catalog.joined()))
    case .keywords: return isSequence(lettersOnly(whole), of: notice.keywords.map(letters))
    case .classification:
      return lettersOnly(whole) == lettersOnly(solid(notice.classifications.flatMap(\.values).joined()))
    case .summary: return isSequence(whole, of: [notice.summary] + notice.extra.map(\.value))
    case .provenance: return isSequence(whole, of: [notice.provenance])
    case .extra: return isSequence(whole, of: notice.extra.map(\.value))
    case .attachment: return holdsAttachments(notice, claimed)
    case .furniture: return holdsFurniture(notice, claimed)
    default: return holdsPart(notice, field, whole)
    }
  }

  /// Front matter says something else, and the diagnostic tells what the text said.
  private static func isOverruled(_ notice: Notice, _ whole: [UInt8]) -> Bool {
    overruled(notice).contains { lettersOnly(solid($0)) == lettersOnly(whole) }
  }

  private static func overruled(_ notice: Notice) -> [String] {
    notice.diagnostics.filter { $0.kind == .frontMatterDisagrees }.compactMap(\.arguments.last)
  }

  private static func holdsPart(_ notice: Notice, _ field: ReadingTrace.Field, _ whole: [UInt8]) -> Bool {
    func part(_ i: Int) -> Part? { i < notice.parts.count ? notice.parts[i] : nil }
    switch field {
    case .partTitle(let i):
      let title = solid(part(i)?.title)
      if whole == title || Array(whole.dropFirst(3).dropLast(3)) == title
        || Array(whole.dropFirst().dropLast()) == title
      {
        return true
      }
      return !title.isEmpty && whole.starts(with: title) && holdsNumber(notice, Array(whole[title.count...]))
    case .addressee(let i): return withoutColon(whole) == solid(part(i)?.addressee)
    case .body(let i): return part(i).map { BodyMatch.holds($0.body, whole) } ?? false
    case .note(let i): return isSequence(whole, of: part(i)?.notes ?? [])
    case .organ(let i): return lettersOnly(whole) == lettersOnly(solid(part(i)?.signature?.organs.joined()))
    case .signer(let i): return whole == solid(part(i)?.signature?.signers.joined())
    case .signatureDate(let i): return whole == solid(part(i)?.signature?.dateText)
    case .annexLabel(let i): return whole == solid(part(i)?.label)
    default: return false
    }
  }

  private static func solid(_ text: String?) -> [UInt8] { Solid.text(text ?? "") }

  private static func letters(_ text: String) -> String {
    String(decoding: lettersOnly(solid(text)), as: UTF8.self)
  }

  /// Without separators: 、，,；;\|/
  private static func lettersOnly(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var cursor = Cursor(bytes, 0..<bytes.count)
    while !cursor.isAtEnd {
      let at = cursor.at
      let scalar = cursor.next()
      if Scalars.isComma(scalar) || Scalars.isSemicolon(scalar) || scalar == 0x5C || scalar == 0x7C
        || scalar == 0x2F
        || scalar == 0xFF3C || scalar == 0xFF0F || scalar == 0xFF5C
      {
        continue
      }
      result.append(contentsOf: bytes[at..<cursor.at])
    }
    return result
  }

  /// The whole is these texts, in any order; a text that the file repeats may come again.
  private static func isSequence(_ whole: [UInt8], of texts: [String?]) -> Bool {
    let candidates = texts.map(solid).filter { !$0.isEmpty }.sorted { $0.count < $1.count }
    // Where one of them may begin. The longest are tried first; one may begin as two others together do.
    var open = [0]
    var seen: Set = [0]
    while let at = open.popLast() {
      if at == whole.count { return true }
      for text in candidates where whole[at...].starts(with: text) && seen.insert(at + text.count).inserted {
        open.append(at + text.count)
      }
    }
    return false
  }

  private static func withoutColon(_ bytes: [UInt8]) -> [UInt8] {
    guard let (last, start) = UTF8Scan.decodeBefore(bytes, bytes.count, from: 0), Scalars.isColon(last) else {
      return bytes
    }
    return Array(bytes[..<start])
  }

  /// The whole is a sequence of these texts, in any order.
  private static func segments(_ notice: Notice, _ whole: [UInt8], _ texts: [String]) -> Bool {
    let candidates = texts.map { Solid.text($0) }.filter { !$0.isEmpty }.sorted { $0.count > $1.count }
    var rest = whole[...]
    while !rest.isEmpty {
      if let text = candidates.first(where: { rest.starts(with: $0) }) {
        rest = rest.dropFirst(text.count)
      } else if let end = bracketEnd(rest), holdsNumber(notice, Array(rest[..<end])) {
        rest = rest[end...]
      } else if let (scalar, width) = Optional(UTF8Scan.decode(whole, rest.startIndex, whole.count)),
        Scalars.isOpenParenthesis(scalar) || Scalars.isCloseParenthesis(scalar)
      {
        rest = rest.dropFirst(width)
      } else {
        return false
      }
    }
    return true
  }

  /// Behind the bracket that opens here.
  private static func bracketEnd(_ text: ArraySlice<UInt8>) -> Int? {
    var cursor = Cursor(Array(text), 0..<text.count)
    guard Scalars.isOpenParenthesis(cursor.next()) else { return nil }
    while !cursor.isAtEnd {
      if Scalars.isCloseParenthesis(cursor.next()) { return text.startIndex + cursor.at }
    }
    return nil
  }

  /// Nothing but words of known labels, brackets, bars and colons.
  private static func isLabel(_ claimed: [UInt8]) -> Bool {
    var cursor = Cursor(claimed, 0..<claimed.count)
    while !cursor.isAtEnd {
      if HeaderLabels.match(&cursor) != nil { continue }
      switch cursor.next() {
      case 0x3A, 0xFF1A, 0x7C, 0xFF5C, 0x3010, 0x3011, 0x5B, 0x5D, 0x3014, 0x3015, 0x2022, 0xB7, 0x25CF,
        0x25A0, 0x25C6,
        0xFE55, 0x2236:
        continue
      default: return false
      }
    }
    return true
  }

  private static func holdsNumber(_ notice: Notice, _ claimed: [UInt8]) -> Bool {
    let numbers =
      [notice.documentNumber?.text].compactMap(\.self) + notice.otherNumbers
      + notice.parts.compactMap { $0.documentNumber?.text }
    let printed = String(decoding: Solid.text(claimed, 0..<claimed.count), as: UTF8.self)
    let normal = DocumentNumberParser().whole(claimed, in: 0..<claimed.count)?.number.text
    let brackets: Set<Character> = ["(", ")", "（", "）"]
    let bare = printed.filter { !brackets.contains($0) }
    return numbers.contains {
      Solid.text($0) == Array(printed.utf8) || $0 == normal
        || (!bare.isEmpty && Solid.text($0).hasSuffix(Array(bare.utf8)))
    }
  }

  private static func holdsDate(_ notice: Notice, _ claimed: [UInt8]) -> Bool {
    guard let date = DateParser.all(in: claimed, range: 0..<claimed.count).first else { return false }
    let held = [notice.dates.issued, notice.dates.published, notice.dates.effective, notice.dates.expires]
    if held.contains(date.civil) {
      return date.range.count == claimed.count || date.time != nil || isTime(claimed, date.range)
    }
    guard let iso = date.civil?.iso else { return false }
    return notice.extra.contains { $0.value.contains(iso) }
      || overruled(notice).contains { $0.hasPrefix(iso) }
  }

  /// Digits and colons behind the date: the time of day.
  private static func isTime(_ claimed: [UInt8], _ date: Range<Int>) -> Bool {
    claimed[date.upperBound...].allSatisfy { $0 == 0x20 || ($0 >= 0x30 && $0 <= 0x3A) || $0 == 0x2E }
  }

  /// Line by line: 附件 and numbers, then the next name, then at most a stop.
  private static func holdsAttachments(_ notice: Notice, _ claimed: [[UInt8]]) -> Bool {
    var next = 0
    var pending: [UInt8] = []
    for line in claimed {
      pending += line
      guard next < notice.attachments.count else {
        guard isListHead(pending[...]) else { return false }
        pending = []
        continue
      }
      var text = pending[...]
      while let (last, start) = UTF8Scan.decodeBefore(pending, text.endIndex, from: 0),
        last == 0x3002 || Scalars.isSemicolon(last)
      {
        text = text[..<start]
      }
      let name = Solid.text(notice.attachments[next].name)
      guard !name.isEmpty, text.count >= name.count, text.suffix(name.count).elementsEqual(name),
        isListHead(text.dropLast(name.count))
      else {
        if isListHead(pending[...]) { pending = [] }
        continue
      }
      next += 1
      pending = []
    }
    return pending.isEmpty && next == notice.attachments.count
  }

  private static func isListHead(_ text: ArraySlice<UInt8>) -> Bool {
    var cursor = Cursor(Array(text), 0..<text.count)
    while !cursor.isAtEnd { guard isListMark(cursor.next()) else { return false } }
    return true
  }

  private static func isListMark(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x9644, 0x4EF6, 0x8868, 0x56FE, 0x5F55, 0x3A, 0xFF1A, 0x2E, 0xFF0E, 0x3001, 0x3002, 0x28, 0x29,
      0xFF08, 0xFF09,
      0x3010, 0x3011, 0x3B, 0xFF1B, 0x2460...0x249B:
      return true
    default: return Scalars.isDigit(scalar) || HanNumeral.isNumeral(scalar)
    }
  }

  /// Each claimed stretch stands in an item of the list, and the list holds no more text than was claimed.
  private static func holdsFurniture(_ notice: Notice, _ claimed: [[UInt8]]) -> Bool {
    var held = [UInt8](notice.furniture.map { Solid.text($0.text) }.joined()).count
    for text in claimed { held -= text.count }
    guard held >= 0 else { return false }
    let items = notice.furniture.map { Solid.text($0.text) }
    var open: [Int: Int] = [:]
    var next = 0
    for text in claimed {
      var found = false
      for offset in items.indices {
        let i = (next + offset) % items.count
        let at = open[i, default: 0]
        if contains(items[i], text, from: at) {
          open[i] = at
          next = i
          found = true
          break
        }
      }
      if !found { return false }
    }
    return true
  }

  private static func contains(_ item: [UInt8], _ text: [UInt8], from: Int) -> Bool {
    guard !text.isEmpty else { return true }
    guard item.count >= text.count else { return false }
    if item == text { return true }
    var at = from
    while at + text.count <= item.count {
      if item[at] == text[0], item[at..<at + text.count].elementsEqual(text) { return true }
      at += 1
    }
    return false
  }
}

/// Whether blocks, read in order, are the claimed text.
struct BodyMatch {
  private let claimed: [UInt8]
  private var at = 0
  private var matches = true

  static func holds(_ blocks: [Block], _ claimed: [UInt8]) -> Bool {
    var match = BodyMatch(claimed: claimed)
    match.take(blocks)
    return match.matches && match.at == claimed.count
  }

  private init(claimed: [UInt8]) { self.claimed = claimed }

  private mutating func take(_ text: String?) {
    guard let text, matches else { return }
    let wanted = Solid.text(text)
    guard at + wanted.count <= claimed.count, claimed[at..<at + wanted.count].elementsEqual(wanted) else {
      matches = false
      return
    }
    at += wanted.count
  }

  /// The colon that a label stands for.
  private mutating func takeColon() {
    guard matches, at < claimed.count else { return }
    let (scalar, width) = UTF8Scan.decode(claimed, at, claimed.count)
    if Scalars.isColon(scalar) { at += width } else { matches = false }
  }

  private mutating func take(_ blocks: [Block]) {
    for block in blocks {
      guard matches else { return }
      switch block {
      case .section(let it):
        take(it.number)
        take(it.heading?.string)
        take(it.headingEnd)
        take(it.children)
      case .paragraph(let it):
        if it.label != nil {
          take(it.label)
          takeColon()
        }
        take(it.text.string)
      case .list(let it): for item in it.items { take(item) }
      case .table(let it):
        take(it.caption)
        for cell in it.head { take(cell.string) }
        for row in it.rows { for cell in row { take(cell.string) } }
      case .quote(let it): take(it.children)
      case .preformatted(let it): take(it.text)
      case .image(let it): take(it.alternative)
      case .rule: break
      }
    }
  }
}
