/// What stands before a 号, read backwards: serial, 第, year and brackets.
struct NumberShape {
  enum Form {
    /// `〔2017〕10号`; `open` is the opening bracket.
    case bracketed(open: Int, year: Int, faults: [FoundNumber.Fault])
    /// `2018年第2号`, `第277号`; `start` is where the year or 第 begins.
    case order(start: Int)
    /// `字第0950019354號`; `start` is after 字.
    case letter(start: Int)
  }
  var form: Form
  /// Year of an order.
  var year: Int?
  /// The digits of the serial.
  var serial: Range<Int>
  /// The serial as a number; `nil` when it is too long for one.
  var value: Int?

  static let orderKinds: WordSet = ["令", "公告", "通告", "主席令", "政府令", "通报"]

  init?(_ text: ScalarText, mark: Int, floor: Int) {
    let serialEnd = text.skipSpaces(before: mark)
    guard let serial = NumberShape.serial(text, endingAt: serialEnd, floor: floor) else { return nil }
    self.serial = serial
    self.value = Numerals.any(text, at: serial.lowerBound).flatMap {
      $0.end == serial.upperBound ? $0.value : nil
    }
    var at = text.skipSpaces(before: serial.lowerBound)
    let hasOrdinal = at > floor && text[at - 1] == 0x7B2C
    if hasOrdinal { at = text.skipSpaces(before: at - 1) }
    let isArabic = Glyph.isDigit(text[serial.lowerBound])

    if isArabic, let bracket = NumberShape.yearInBrackets(text, endingAt: at, floor: floor, digits: 4...4) {
      var faults: [FoundNumber.Fault] = []
      if text[bracket.open] != 0x3014 || text[at - 1] != 0x3015 { faults.append(.bracketStyle) }
      if hasOrdinal { faults.append(.ordinalMark) }
      if text[serial.lowerBound] == 0x30, serial.count > 1 { faults.append(.padded) }
      form = .bracketed(open: bracket.open, year: bracket.year, faults: faults)
    } else if hasOrdinal, at > floor, text[at - 1] == 0x5E74,
      let year = NumberShape.yearBefore(text, at - 1, floor: floor)
    {
      form = .order(start: year.start)
      self.year = year.year
    } else if isArabic, at > floor, text[at - 1] == 0x5B57 {
      form = .letter(start: at)
    } else if hasOrdinal || (at > floor && text[at - 1] == 0x4EE4) {
      form = .order(start: at)
    } else {
      return nil
    }
  }

  /// Digits (with stray spaces between them allowed only around) or Chinese numerals that end at `end`.
  private static func serial(_ text: ScalarText, endingAt end: Int, floor: Int) -> Range<Int>? {
    var at = end
    while at > floor, Glyph.isDigit(text[at - 1]), end - at < 14 { at -= 1 }
    if at < end { return at..<end }
    while at > floor, Numerals.isChinese(text[at - 1]), end - at < 8 { at -= 1 }
    return at < end ? at..<end : nil
  }

  /// `〔2017〕` that ends at `end`: any opening with any closing mark, spaces inside allowed.
  static func yearInBrackets(_ text: ScalarText, endingAt end: Int, floor: Int, digits: ClosedRange<Int>)
    -> (open: Int, year: Int)?
  {
    guard end > floor, isClosing(text[end - 1]) else { return nil }
    var at = text.skipSpaces(before: end - 1)
    if at > floor, text[at - 1] == 0x5E74 { at = text.skipSpaces(before: at - 1) }
    let yearEnd = at
    while at > floor, yearEnd - at < digits.upperBound, Numerals.digit(text[at - 1]) != nil { at -= 1 }
    guard digits.contains(yearEnd - at) else { return nil }
    var year = (at..<yearEnd).reduce(0) { $0 * 10 + (Numerals.digit(text[$1]) ?? 0) }
    if year < 100 { year += 1900 }
    at = text.skipSpaces(before: at)
    guard at > floor, isOpening(text[at - 1]), DateParser.plausibleYears.contains(year) else { return nil }
    return (at - 1, year)
  }

  /// The four digits of `2018年` that end at `end`, spaces allowed before 年.
  static func yearBefore(_ text: ScalarText, _ end: Int, floor: Int) -> (start: Int, year: Int)? {
    let yearEnd = text.skipSpaces(before: end)
    guard yearEnd - 4 >= floor, let year = DateParser.year(text, at: yearEnd - 4),
      DateParser.plausibleYears.contains(year.year)
    else { return nil }
    return (yearEnd - 4, year.year)
  }

  /// `〔 [ ( 【 〈 《 < { ‘ „ ‚ “` and their look-alikes.
  static func isOpening(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3014, 0x5B, 0x28, 0x3010, 0x3008, 0x300A, 0x3C, 0x7B, 0x2018, 0x201E, 0x201A, 0x201C, 0xFE5D,
      0x3016, 0x300C,
      0x2039, 0x2E28, 0x27E6, 0x3018:
      true
    default: false
    }
  }

  static func isClosing(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3015, 0x5D, 0x29, 0x3011, 0x3009, 0x300B, 0x3E, 0x7D, 0x2019, 0x201F, 0x201B, 0x201D, 0xFE5E,
      0x3017, 0x300D,
      0x203A, 0x2E29, 0x27E7, 0x3019:
      true
    default: false
    }
  }
}
