/// Takes apart a document whose line ends were turned into spaces: everything stands on one line.
///
/// A space between two wide characters is a line end that was lost. Not every one of them was the end of a paragraph:
/// pieces of a sentence are put together again, and what stays apart is what a line would be.
enum FlattenedLines {
  /// Shorter lines are not looked at, in bytes.
  private static let shortest = 500
  /// Letter-spaced text has pieces of one or two characters.
  private static let averagePiece = 8

  static func split(_ flow: inout Flow) {
    guard flow.lines.contains(where: { $0.range.count >= shortest && $0.block == nil }) else { return }
    let long = flow.lines.count { $0.range.count >= shortest }
    guard flow.lines.count <= 3 * long else { return }
    var result: [FlowLine] = []
    result.reserveCapacity(flow.lines.count)
    var changed = false
    let lines = flow.lines
    for line in lines {
      guard line.block == nil, line.spans.isEmpty, line.range.count >= shortest,
        line.traits.contains(.layout),
        let pieces = pieces(flow.buffer, line.range, alone: lines.count <= 3)
      else {
        result.append(line)
        continue
      }
      changed = true
      for (i, group) in grouped(flow.buffer, pieces).enumerated() {
        var piece = line
        piece.narrow(to: group.count == 1 ? group[0] : flow.join(group))
        piece.blankBefore = i == 0 && line.blankBefore
        result.append(piece)
      }
    }
    if changed { flow.lines = result }
  }

  /// The stretches between spaces that stand between wide characters; `nil` when the line is not flattened.
  private static func pieces(_ bytes: [UInt8], _ range: Range<Int>, alone: Bool) -> [Range<Int>]? {
    var result: [Range<Int>] = []
    var start = range.lowerBound
    var before: UInt32 = 0
    var marks = 0
    var cursor = Cursor(bytes, range)
    while !cursor.isAtEnd {
      let at = cursor.at
      // Most are Han, and which one does not matter.
      if cursor.takeCommonHan() {
        before = 0x5000
        continue
      }
      let scalar = cursor.next()
      guard Scalars.isLayout(scalar) else {
        before = scalar
        continue
      }
      let spaces = 1 + cursor.skipLayout()
      let after = cursor.scalar
      guard breaks(before, after, bytes, cursor, spaces) else { continue }
      if NumberScanner.scan(bytes, cursor.at..<min(cursor.at + 40, range.upperBound)) != nil
        || Scalars.isSentenceEnd(before) || Scalars.isColon(before)
      {
        marks += 1
      }
      result.append(start..<at)
      start = cursor.at
    }
    result.append(start..<range.upperBound)
    guard result.count >= 4, marks >= 2 || (alone && marks >= 1) else { return nil }
    return UTF8Scan.count(bytes, range) >= result.count * averagePiece ? result : nil
  }

  private static func breaks(
    _ before: UInt32, _ after: UInt32, _ bytes: [UInt8], _ cursor: Cursor, _ spaces: Int
  ) -> Bool {
    if isWide(before), isWide(after), Scalars.isWide(before) || Scalars.isWide(after) { return true }
    if Scalars.isSentenceEnd(before) || Scalars.isColon(before) || Scalars.isSemicolon(before) {
      return after != 0
    }
    // 指挥部 2020年2月17日, 号 各区县, 27日 （此件…）, 要求 1.加强
    if after == 0x3010 || before == 0x3011 { return true }
    if isWide(before), Scalars.isDigit(after) || Scalars.isOpenParenthesis(after) || after == 0x5B {
      let rest = cursor.at..<min(cursor.at + 60, cursor.end)
      return spaces > 1 || NumberScanner.scan(bytes, rest).map { $0.shape != .digitBare } == true
        || DateParser.date(in: bytes, at: cursor.at, end: cursor.end)?.unit == .day
        || Scalars.isOpenParenthesis(after) && cursor.bytes.count > 0
          && SignatureScanner.startsStatusNote(bytes, rest)
    }
    if Scalars.isDigit(before), Scalars.isDigit(after) {
      // 电话：86211230 2.李四
      let rest = cursor.at..<min(cursor.at + 60, cursor.end)
      return NumberScanner.scan(bytes, rest).map { $0.shape == .digit || $0.shape == .digitComma } == true
    }
    if isLatin(before), Scalars.isHan(after), startsSignature(bytes, cursor) { return true }
    return spaces > 2 && (Scalars.isWide(before) || Scalars.isWide(after))
  }

  private static func isLatin(_ scalar: UInt32) -> Bool { (0x61...0x7A).contains(scalar | 0x20) }

  /// One to four organs and then a date, behind text in Latin letters.
  private static func startsSignature(_ bytes: [UInt8], _ cursor: Cursor) -> Bool {
    var cursor = cursor
    for count in 0..<5 {
      if count > 0, DateParser.date(in: bytes, at: cursor.at, end: cursor.end)?.unit == .day { return true }
      let start = cursor.at
      cursor.skip { !Scalars.isLayout($0) }
      guard OrganNames.isOrgan(bytes, start..<cursor.at) else { return false }
      cursor.skipLayout()
    }
    return false
  }

  /// Wide, or a bracket or a stop of half width between wide characters.
  private static func isWide(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x28, 0x29, 0x5B, 0x5D, 0x2C, 0x3B, 0x3A, 0x21, 0x3F: true
    default: Scalars.isWide(scalar)
    }
  }

  /// Pieces that make one line each: pieces of one sentence come together.
  private static func grouped(_ bytes: [UInt8], _ pieces: [Range<Int>]) -> [[Range<Int>]] {
    var groups: [[Range<Int>]] = []
    var inBody = false
    var signed = false
    let firstKey = Folded.key(bytes, pieces[0])
    let firstScalar = Folded.first(bytes, pieces[0])
    for (i, piece) in pieces.enumerated() {
      // The head comes twice on many pages: page title and summary, then the document itself.
      if inBody, !signed, groups.count < 24,
        startsHead(bytes, piece)
          || Folded.first(bytes, piece) == firstScalar && Folded.key(bytes, piece) == firstKey
      {
        inBody = false
      }
      let next = i + 1 < pieces.count ? pieces[i + 1] : nil
      if let current = groups.last, let last = current.last,
        joins(bytes, current, last, piece, next, inBody: inBody, signed: signed)
      {
        groups[groups.count - 1].append(piece)
      } else {
        groups.append([piece])
      }
      let whole = groups[groups.count - 1]
      if !inBody {
        inBody =
          Scalars.isSentenceEnd(FlowText.last(bytes, piece)) || NumberScanner.scan(bytes, whole[0]) != nil
          || AddresseeScanner.isAddressee(bytes, whole[0])
      }
      if inBody, SignatureScanner.dateLine(bytes, piece) != nil { signed = true }
    }
    return groups
  }

  /// A red head or a document number: what stands above a title.
  private static func startsHead(_ bytes: [UInt8], _ piece: Range<Int>) -> Bool {
    guard piece.count <= 150 else { return false }
    if UTF8Scan.hasSuffix(bytes, piece, "文件") {
      return OrganNames.split(bytes, piece.lowerBound..<piece.upperBound - 6) != nil
    }
    return DocumentNumberParser().whole(bytes, in: piece) != nil
  }

  /// A bracket or a title mark that was opened in these pieces is still open.
  private static func isOpen(_ bytes: [UInt8], _ pieces: [Range<Int>]) -> Bool {
    var round = 0
    var title = 0
    for piece in pieces {
      var cursor = Cursor(bytes, piece)
      while !cursor.isAtEnd {
        if cursor.takeCommonHan() { continue }
        let scalar = cursor.next()
        if Scalars.isOpenParenthesis(scalar) { round += 1 }
        if Scalars.isCloseParenthesis(scalar) { round = max(0, round - 1) }
        if scalar == 0x300A { title += 1 }
        if scalar == 0x300B { title = max(0, title - 1) }
      }
    }
    return round > 0 || title > 0
  }

  private static func joins(
    _ bytes: [UInt8], _ current: [Range<Int>], _ last: Range<Int>, _ piece: Range<Int>, _ next: Range<Int>?,
    inBody: Bool, signed: Bool
  ) -> Bool {
    guard inBody, !signed else { return false }
    if current.count < 6, isOpen(bytes, current), NumberScanner.scan(bytes, piece)?.shape.isStatutory != true
    {
      return true
    }
    if FlowText.endsSentence(bytes, last) { return false }
    if NumberScanner.scan(bytes, piece) != nil || AttachmentScanner.head(bytes, piece) != nil { return false }
    // A heading ends where its line did; a unit that already has sentences goes on.
    if current.count == 1, NumberScanner.scan(bytes, current[0]) != nil,
      UTF8Scan.find("。", in: bytes, current[0]) == nil || !isUnfinished(bytes, last)
    {
      return false
    }
    if AttachmentScanner.head(bytes, current[0]) != nil { return false }
    if SignatureScanner.dateLine(bytes, piece) != nil || SignatureScanner.isStatusNote(bytes, piece) {
      return false
    }
    if SignatureScanner.isStatusNote(bytes, last) { return false }
    let currentIsOrgan = OrganNames.split(bytes, last) != nil
    if currentIsOrgan { return false }
    if OrganNames.split(bytes, piece) != nil {
      // A name broken in two: 天津市…的肺炎 | 疫情防控工作指挥部 | 2020年2月17日
      let dated = next.map { SignatureScanner.dateLine(bytes, $0) != nil } ?? true
      return dated && current.count == 1 && last.count <= 90 && isHan(bytes, last)
    }
    return true
  }

  /// Ends in a character or a comma, not in a mark that could close a unit.
  private static func isUnfinished(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    let last = FlowText.last(bytes, range)
    return Scalars.isHan(last) || Scalars.isComma(last)
  }

  private static func isHan(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var cursor = Cursor(bytes, range)
    while !cursor.isAtEnd { guard Scalars.isHan(cursor.next()) else { return false } }
    return true
  }
}
