/// Takes apart numbered units that were run together on one line: `…基础设施。（二）算力基础设施…`.
///
/// A number inside a line begins a unit when it stands right behind the end of a sentence and continues the numbers at
/// line beginnings; an enumeration inside a sentence does not.
enum GluedUnits {
  static func split(_ flow: inout Flow) {
    var last = [Int](repeating: 0, count: NumberMark.Shape.allCases.count)
    var result: [FlowLine] = []
    result.reserveCapacity(flow.lines.count)
    var changed = false
    let lines = flow.lines
    func mark(of i: Int) -> NumberMark? {
      guard i < lines.count, lines[i].block == nil else { return nil }
      return NumberScanner.scan(flow.buffer, lines[i].range)
    }
    var next = mark(of: 0)
    for (i, line) in lines.enumerated() {
      if let mark = next { last[mark.shape.rawValue] = mark.ordinal }
      next = mark(of: i + 1)
      guard line.block == nil else {
        result.append(line)
        continue
      }
      let cuts = line.range.count > 30 ? cuts(flow.buffer, flow.marks, line.range, &last, next) : []
      if cuts.isEmpty {
        result.append(line)
        continue
      }
      changed = true
      result.append(contentsOf: line.cut(at: cuts, flow.buffer))
    }
    if changed { flow.lines = result }
  }

  /// Where units begin inside the line; `next` is the number of the line below.
  private static func cuts(
    _ bytes: [UInt8], _ marks: TextMarks, _ range: Range<Int>, _ last: inout [Int], _ next: NumberMark?
  ) -> [Int] {
    var result: [Int] = []
    var at = range.lowerBound
    let end = range.upperBound
    var depth = 0
    var place = marks.index(from: at)
    if let start = behindHeading(bytes, range, last, next),
      let mark = NumberScanner.scan(bytes, start..<min(start + 120, end))
    {
      result.append(start)
      last[mark.shape.rawValue] = mark.ordinal
      at = mark.content
    }
    while let stop = nextMark(bytes.span.bytes, marks, &place, at, end) {
      at = stop
      let byte = bytes[at]
      // `:(一)`, `;(二)` of half width; without the bracket it is a time or a ratio.
      let isHalf = byte == 0x3A || byte == 0x3B
      let second = isHalf ? 0xBC : bytes[at + 1]
      let third = isHalf ? byte + 0x60 : bytes[at + 2]
      if byte == 0xE3, second == 0x80 {
        if third == 0x8A { depth += 1 } else if third == 0x8B { depth = max(0, depth - 1) }
      }
      let isStop =
        (byte == 0xE3 && second == 0x80 && third == 0x82)
        || ((byte == 0xEF || isHalf) && second == 0xBC && (third == 0x9B || third == 0x9A || third == 0x89))
      at += isHalf ? 1 : 3
      guard isStop, depth == 0 else { continue }
      let isColon = third == 0x9A
      let isBracket = third == 0x89
      var cursor = Cursor(bytes, at..<end)
      // The sentence may end inside quotation marks.
      _ = cursor.take { $0 == 0x201D }
      cursor.skipLayout()
      let start = cursor.at
      if isHalf, !Scalars.isOpenParenthesis(cursor.scalar) { continue }
      guard start > range.lowerBound, start < end,
        let mark = NumberScanner.scan(bytes, start..<min(start + 120, end))
      else { continue }
      let opensList =
        isColon && mark.ordinal == 1 && next?.shape == mark.shape && next?.ordinal == 2
        && !hasNext(bytes, mark, start, end)
      if opensList || isUnit(bytes, mark, start, end, last, isColon: isColon, isBracket: isBracket) {
        result.append(start)
        last[mark.shape.rawValue] = mark.ordinal
        at = max(at, mark.printed.upperBound)
      }
    }
    return result
  }

  /// The next 。《》；：）, colon or semicolon that something follows.
  private static func nextMark(
    _ text: RawSpan, _ marks: TextMarks, _ place: inout Int, _ start: Int, _ end: Int
  ) -> Int? {
    precondition(start >= 0 && end <= text.byteCount)
    var at = start
    while at &+ 4 <= end {
      let four = ByteSearch.half(text, at)
      if four & 0xF0 == 0xE0 {
        let (pair, third) = (four & 0xFFFF, four &>> 16 & 0xFF)
        if pair == 0x80E3 && (third == 0x82 || third == 0x8A || third == 0x8B)
          || pair == 0xBCEF && (third == 0x89 || third == 0x9A || third == 0x9B)
        {
          return at
        }
        at = four & 0xFF &- 0xE4 <= 5 ? marks.next(after: at, upTo: end, &place) : at &+ 3
      } else {
        if four & 0xFF == 0x3A || four & 0xFF == 0x3B { return at }
        at &+= 1
      }
    }
    return nil
  }

  /// The first item that ran into the heading above it: `一、强化统筹协调1.加强工作谋划。`
  private static func behindHeading(
    _ bytes: [UInt8], _ range: Range<Int>, _ last: [Int], _ next: NumberMark?
  ) -> Int? {
    guard let head = NumberScanner.scan(bytes, range),
      head.shape.family == .han || head.shape == .hanParenthesised
    else { return nil }
    var cursor = Cursor(bytes, head.content..<min(head.content + 180, range.upperBound))
    var before: UInt32 = 0
    while !cursor.isAtEnd {
      let start = cursor.at
      // Most are Han, which alone would not matter.
      if cursor.takeCommonHan() {
        before = 0x5000
        continue
      }
      let scalar = cursor.next()
      if Scalars.isSentenceEnd(scalar) || Scalars.isColon(scalar) || Scalars.isSemicolon(scalar) {
        return nil
      }
      if Scalars.isDigit(scalar), Scalars.isHan(before), start > head.content,
        let mark = NumberScanner.scan(bytes, start..<range.upperBound), mark.shape == .digit,
        mark.content < range.upperBound, Scalars.isHan(Cursor(bytes, mark.content..<range.upperBound).scalar)
      {
        let previous = last[mark.shape.rawValue]
        let continues = previous > 0 && mark.ordinal == previous + 1
        let opens =
          mark.ordinal == 1
          && (next?.shape == .digit && next?.ordinal == 2 || hasNext(bytes, mark, start, range.upperBound))
        return continues || opens ? start : nil
      }
      before = scalar
    }
    return nil
  }

  private static func isUnit(
    _ bytes: [UInt8], _ mark: NumberMark, _ start: Int, _ end: Int, _ last: [Int], isColon: Bool,
    isBracket: Bool
  ) -> Bool {
    let previous = last[mark.shape.rawValue]
    switch mark.shape {
    case .chapter, .division, .subvolume, .volume:
      return mark.ordinal == previous + 1 && !isColon
    case .article:
      guard !isColon else { return false }
      if isBracket { return mark.ordinal == 1 && previous == 0 && hasNext(bytes, mark, start, end) }
      return mark.ordinal == previous + 1 && (previous > 0 || hasNext(bytes, mark, start, end))
    case .han:
      guard !isBracket else { return false }
      return mark.ordinal == previous + 1 && (previous > 0 && !isColon || hasNext(bytes, mark, start, end))
    case .hanParenthesised:
      guard !isColon, !isBracket else { return false }
      return mark.ordinal == previous + 1 && previous > 0
    case .digit:
      guard !isBracket else { return false }
      if mark.ordinal == previous + 1, previous > 0, !isColon { return true }
      return mark.ordinal == 1 && hasNext(bytes, mark, start, end)
    default: return false
    }
  }

  /// The next number of the same shape stands behind a sentence end further on in the line.
  private static func hasNext(_ bytes: [UInt8], _ mark: NumberMark, _ start: Int, _ end: Int) -> Bool {
    var at = mark.content
    let limit = min(end, start + 6000)
    while at + 3 < limit {
      if bytes[at] >= 0xE3,
        (bytes[at] == 0xE3 && bytes[at + 1] == 0x80 && bytes[at + 2] == 0x82)
          || (bytes[at] == 0xEF && bytes[at + 1] == 0xBC && bytes[at + 2] == 0x9B)
      {
        var cursor = Cursor(bytes, at + 3..<limit)
        cursor.skipLayout()
        if let next = NumberScanner.scan(bytes, cursor.at..<limit), next.shape == mark.shape {
          return next.ordinal == mark.ordinal + 1
        }
        at += 3
      } else {
        at += bytes[at] >= 0xE0 ? 3 : 1
      }
    }
    return false
  }
}
