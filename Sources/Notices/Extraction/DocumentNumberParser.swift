/// A document number found in a text.
package struct FoundNumber: Sendable, Equatable {
  /// What is wrong with how it is printed. A damaged number is only used together with a diagnostic.
  package enum Fault: String, Sendable, CaseIterable {
    /// `〔201746`, `[2017 46号`: the bracket after the year is lost.
    case bracketMissing
    /// `〔2017〕46`: 号 is lost.
    case markMissing
    /// `[2017]`, `(2017)`: not 六角括号. Read without doubt; for checkers.
    case bracketStyle
    /// `〔2017〕第5号`
    case ordinalMark
    /// `〔2017〕05号`
    case padded
  }
  package var number: DocumentNumber
  /// Where it stands, in bytes of the text that was parsed (in scalars inside this module's passes).
  package var range: Range<Int>
  package var faults: [Fault] = []
  /// 令, 公告, 通告 rather than 代字〔年〕号.
  package var isOrder: Bool = false
  /// The left edge was cut by rule, not by a code that is known: it may hold a word too many.
  package var edgeIsUncertain: Bool = false

  /// Recovered from a damaged print: show it with a diagnostic, never silently.
  package var isDamaged: Bool { faults.contains(.bracketMissing) || faults.contains(.markMissing) }
}

/// Reads 发文字号: `代字〔2017〕10号` with any bracket and width, orders (`国务院令第711号`), announcements
/// (`财政部 税务总局公告2020年第8号`), 字號 of Taiwan, and damaged prints.
///
/// The normal form is `代字〔YYYY〕N号`: 〔〕, no 第, no spaces, serial as printed; orders stay as printed without layout
/// spaces. In running text the left edge is cut by the codes that are known (learned from headers), else by lead-ins
/// and organ names (domain rules: `按照财库〔2022〕3号` is `财库〔2022〕3号`). Linear: the text is searched for 号 and 〔 and
/// every find looks at a bounded stretch before it.
package struct DocumentNumberParser: Sendable {
  /// Codes known from headers: `国办发`, `宁发`.
  package private(set) var codes: Set<String>

  package init(codes: some Sequence<String> = []) { self.codes = Set(codes) }

  /// Remembers the code of a number that stood in a header, so that running text is cut at it.
  package mutating func learn(_ number: DocumentNumber) {
    if let code = number.code, number.year != nil, (2...14).contains(code.unicodeScalars.count) {
      codes.insert(code)
    }
  }

  /// The number that a whole value is (a header field, a line under the title). `nil` when other words stand beside it.
  /// Brackets around the whole are allowed; damaged prints are recovered and marked.
  package func whole(_ bytes: [UInt8], in range: Range<Int>) -> FoundNumber? {
    guard range.count <= 400, Self.mayStand(in: bytes, range) else { return nil }
    var source = ByteText(bytes, range)
    return whole(source.text).map { inBytes($0, &source) }
  }

  /// Every number in a stretch of running text, in order.
  package func all(in bytes: [UInt8], range: Range<Int>) -> [FoundNumber] {
    guard Self.mayStand(in: bytes, range) else { return [] }
    var source = ByteText(bytes, range)
    return all(source.text, in: source.text.all).map { inBytes($0, &source) }
  }

  /// Whether the bytes may hold 号, 號 or 〔, as every number does.
  private static func mayStand(in bytes: [UInt8], _ range: Range<Int>) -> Bool {
    BytePairs.mayStand(in: bytes.span, range) { word in
      // Their last two bytes.
      let simplified = BytePairs.after(0x8F, word) & BytePairs.bytes(0xB7, word)
      let traditional = BytePairs.after(0x99, word) & BytePairs.bytes(0x9F, word)
      let bracket = BytePairs.after(0x80, word) & BytePairs.bytes(0x94, word)
      return simplified | traditional | bracket
    }
  }

  private func inBytes(_ found: FoundNumber, _ source: inout ByteText) -> FoundNumber {
    var result = found
    result.range = source.bytes(found.range)
    return result
  }
}

extension DocumentNumberParser {
  func whole(_ text: ScalarText) -> FoundNumber? {
    var range = text.trimmed(text.all)
    let close = Glyph.closing(text[range.lowerBound])
    if close != 0, range.count > 2, text[range.upperBound - 1] == close {
      range = text.trimmed(range.lowerBound + 1..<range.upperBound - 1)
    }
    let found = all(text, in: range)
    guard found.count == 1, var only = found.first, only.range.upperBound == range.upperBound else {
      return nil
    }
    if only.range.lowerBound == range.lowerBound { return only }
    // A header value has no lead-in: what the edge rules cut off belongs to the code when it is short.
    guard !only.isOrder, let year = only.number.year,
      let code = plainCode(text, range.lowerBound..<text.skipSpaces(before: openBracket(text, only.range)))
    else { return nil }
    only.number.text = code + only.number.text.drop { $0 != "〔" }
    only.number = DocumentNumber(text: only.number.text, code: code, year: year, serial: only.number.serial)
    only.range = range
    return only
  }

  private func openBracket(_ text: ScalarText, _ range: Range<Int>) -> Int {
    range.first { NumberShape.isOpening(text[$0]) } ?? range.upperBound
  }

  /// A code of up to 14 Han characters and nothing else.
  private func plainCode(_ text: ScalarText, _ range: Range<Int>) -> String? {
    guard (2...14).contains(range.count), range.allSatisfy({ Glyph.isHan(text[$0]) }) else { return nil }
    return text.string(range)
  }

  func all(_ text: ScalarText, in range: Range<Int>) -> [FoundNumber] {
    var result: [FoundNumber] = []
    guard !text.signals.isDisjoint(with: [.numberMark, .yearBracket]) else { return result }
    var floor = range.lowerBound
    var at = range.lowerBound
    while let mark = text.first(PackedScalars.mark, in: at..<range.upperBound) {
      at = mark
      let scalar = text[at]
      var found: FoundNumber?
      if scalar == 0x53F7 || scalar == 0x865F {
        found = endingAt(text, mark: at, floor: floor, ceiling: range.upperBound)
      } else if scalar == 0x3014, Glyph.isDigit(text[text.skipSpaces(at + 1)]) {
        found = damaged(text, open: at, floor: floor, ceiling: range.upperBound)
      }
      if let found {
        result.append(found)
        floor = found.range.upperBound
        at = min(max(at + 1, floor), range.upperBound)
      } else {
        at += 1
      }
    }
    return result
  }

  /// The number whose 号 stands at `mark`.
  private func endingAt(_ text: ScalarText, mark: Int, floor: Int, ceiling: Int) -> FoundNumber? {
    guard let shape = NumberShape(text, mark: mark, floor: floor) else { return nil }
    switch shape.form {
    case .bracketed(let open, let year, let faults):
      return bracketed(text, shape, open, year, faults, floor, mark + 1)
    case .order(let start):
      return order(text, shape, start, floor, mark + 1, ceiling)
    case .letter(let start):
      return letter(text, shape, start, floor, mark + 1)
    }
  }

  /// `代字〔2017〕10号`
  private func bracketed(
    _ text: ScalarText, _ shape: NumberShape, _ open: Int, _ year: Int, _ faults: [FoundNumber.Fault],
    _ floor: Int, _ end: Int
  ) -> FoundNumber? {
    let codeEnd = text.skipSpaces(before: open)
    guard open - codeEnd <= 4,
      let edge = NumberEdge(codes: codes).code(text, endingAt: codeEnd, floor: floor)
    else { return nil }
    let code = text.string(edge.range)
    let isOrder = code.hasSuffix("令") || code.hasSuffix("公告") || code.hasSuffix("通告")
    let serial = text.foldedString(shape.serial)
    var number = DocumentNumber(
      text: "\(code)〔\(year)〕\(serial)号", code: code, year: year, serial: shape.value)
    if isOrder, faults.contains(.ordinalMark) { number.text = "\(code)〔\(year)〕第\(serial)号" }
    var found = FoundNumber(number: number, range: edge.range.lowerBound..<end, faults: faults)
    found.isOrder = isOrder
    found.edgeIsUncertain = edge.isUncertain
    return found
  }

  /// `国务院令第711号`, `商务部令2018年第2号`, `财政部 税务总局公告2020年第8号`, `国务院第711号令`
  private func order(
    _ text: ScalarText, _ shape: NumberShape, _ start: Int, _ floor: Int, _ end: Int, _ ceiling: Int
  ) -> FoundNumber? {
    var (kindStart, end, statedYear) = (text.skipSpaces(before: start), end, shape.year)
    if kindStart > floor, [0x28, 0x3014, 0x5B].contains(text[kindStart - 1]) {
      // 公告（2020年第8号）, 公告2006年(第9号)
      let close = Glyph.closing(text[kindStart - 1])
      kindStart = text.skipSpaces(before: kindStart - 1)
      if text[end] == close { end += 1 }
      if statedYear == nil, kindStart > floor, text[kindStart - 1] == 0x5E74,
        let year = NumberShape.yearBefore(text, kindStart - 1, floor: floor)
      {
        (statedYear, kindStart) = (year.year, text.skipSpaces(before: year.start))
      }
    }
    var kind = NumberShape.orderKinds.length(in: text, before: kindStart)
    var kindText = text.string(kindStart - kind..<kindStart)
    var organEnd = kindStart - kind
    if kind == 0 {
      // `国务院第417号令`
      let after = text.skipSpaces(end)
      kind = NumberShape.orderKinds.length(in: text, at: after)
      guard kind > 0, after - end <= 2, after + kind <= ceiling else { return nil }
      kindText = text.string(after..<after + kind)
      organEnd = kindStart
      end = after + kind
    }
    let organ = NumberEdge(codes: codes).organ(text, endingAt: organEnd, floor: floor)
    let name = text.string(organ).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let serial = text.foldedString(shape.serial)
    let year = statedYear.map { "\($0)年" } ?? ""
    let code = name + kindText
    guard !name.isEmpty || kind > 0 else { return nil }
    var found = FoundNumber(
      number: DocumentNumber(
        text: "\(code)\(year)第\(serial)号", code: code, year: statedYear, serial: shape.value),
      range: organ.lowerBound..<end)
    found.isOrder = true
    return found
  }

  /// `會核字第0950019354號`, `（87）财税字第3号`
  private func letter(_ text: ScalarText, _ shape: NumberShape, _ start: Int, _ floor: Int, _ end: Int)
    -> FoundNumber?
  {
    guard let edge = NumberEdge(codes: codes).code(text, endingAt: start, floor: floor) else { return nil }
    let code = text.string(edge.range)
    guard code.unicodeScalars.count >= 2 else { return nil }
    var (begin, year, prefix) = (edge.range.lowerBound, Int?.none, "")
    if let front = NumberShape.yearInBrackets(text, endingAt: begin, floor: floor, digits: 2...4) {
      (begin, year, prefix) = (front.open, front.year, text.foldedString(front.open..<begin))
    }
    let mark = text.string(end - 1..<end)
    return FoundNumber(
      number: DocumentNumber(
        text: "\(prefix)\(code)第\(text.foldedString(shape.serial))\(mark)", code: code, year: year,
        serial: shape.value),
      range: begin..<end, edgeIsUncertain: edge.isUncertain)
  }

  /// `牟政办发〔201746`, `国办发〔2017〕46`: brackets or 号 lost. Only after 〔, which stands nowhere else.
  private func damaged(_ text: ScalarText, open: Int, floor: Int, ceiling: Int) -> FoundNumber? {
    var at = text.skipSpaces(open + 1)
    let digitsStart = at
    while Glyph.isDigit(text[at]), at - digitsStart <= 9 { at += 1 }
    let digits = digitsStart..<at
    guard digits.count >= 4, digits.count <= 8,
      let year = value(text, digits.lowerBound..<digits.lowerBound + 4),
      DateParser.plausibleYears.contains(year)
    else { return nil }
    var faults: [FoundNumber.Fault] = []
    var serial = digits.lowerBound + 4..<digits.upperBound
    if serial.isEmpty {
      at = text.skipSpaces(at)
      if NumberShape.isClosing(text[at]) {
        at = text.skipSpaces(at + 1)
      } else {
        faults.append(.bracketMissing)
      }
      if text[at] == 0x7B2C { at = text.skipSpaces(at + 1) }
      let start = at
      while Glyph.isDigit(text[at]), at - start < 6 { at += 1 }
      serial = start..<at
    } else {
      faults.append(.bracketMissing)
    }
    let mark = text.skipSpaces(at)
    if text[mark] == 0x53F7 || text[mark] == 0x865F {
      // Intact numbers are found by their 号.
      if faults.isEmpty { return nil }
      at = mark + 1
    } else {
      faults.append(.markMissing)
    }
    let codeEnd = text.skipSpaces(before: open)
    guard !serial.isEmpty, at <= ceiling, let number = value(text, serial),
      let edge = NumberEdge(codes: codes).code(text, endingAt: codeEnd, floor: floor)
    else { return nil }
    let code = text.string(edge.range)
    return FoundNumber(
      number: DocumentNumber(
        text: "\(code)〔\(year)〕\(text.foldedString(serial))号", code: code, year: year, serial: number),
      range: edge.range.lowerBound..<at, faults: faults, edgeIsUncertain: edge.isUncertain)
  }

  private func value(_ text: ScalarText, _ range: Range<Int>) -> Int? {
    guard let number = Numerals.arabic(text, at: range.lowerBound), number.end >= range.upperBound else {
      return nil
    }
    return range.reduce(0) { $0 * 10 + Int(text[$1] - 0x30) }
  }
}
