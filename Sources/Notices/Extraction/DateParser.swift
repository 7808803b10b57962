/// Reads dates in every form that notices print (numeric, spaced, Chinese numerals with any zero glyph, 中華民國 years).
///
/// The public functions take UTF-8 bytes and give byte ranges. Linear: every scalar is looked at a bounded number of times.
package enum DateParser {
  /// The date that begins exactly at byte `index`, in its longest reading.
  package static func date(in bytes: [UInt8], at index: Int, end: Int) -> PrintedDate? {
    let window = index..<min(end, index + 160)
    var source = ByteText(bytes, window)
    return date(source.text, at: 0).map { inBytes($0, &source) }
  }

  /// The date that a whole value is (a header field, a signature line): layout spaces around and inside it, brackets
  /// and a time are allowed, other words are not. Also takes `20170928`, and `{ 2017 6 23` as damaged.
  package static func whole(_ bytes: [UInt8], in range: Range<Int>) -> PrintedDate? {
    guard range.count <= 200, mayStand(in: bytes, range) else { return nil }
    var source = ByteText(bytes, range)
    return whole(source.text).map { inBytes($0, &source) }
  }

  /// Every date in a stretch of text, in order, none overlapping.
  package static func all(in bytes: [UInt8], range: Range<Int>) -> [PrintedDate] {
    guard mayStand(in: bytes, range) else { return [] }
    var source = ByteText(bytes, range)
    return all(source.text, in: source.text.all).map { inBytes($0, &source) }
  }

  /// The years that a text such as `(2016—2020年)` names, the last of them in the text.
  package static func years(in bytes: [UInt8], range: Range<Int>) -> PrintedYears? {
    var source = ByteText(bytes, range)
    guard var years = years(source.text, in: source.text.all).last else { return nil }
    years.range = source.bytes(years.range)
    return years
  }

  /// Whether the bytes may hold a digit of either width or 年, as every date does.
  private static func mayStand(in bytes: [UInt8], _ range: Range<Int>) -> Bool {
    BytePairs.mayStand(in: bytes.span, range) { word in
      let digits = BytePairs.below(word ^ BytePairs.all(0x30), 10)
      // The last two bytes of 年, and of digits of full width.
      let year = BytePairs.after(0xB9, word) & BytePairs.bytes(0xB4, word)
      let wide = BytePairs.after(0xBC, word) & BytePairs.below(word ^ BytePairs.all(0x90), 10)
      return digits | year | wide
    }
  }

  private static func inBytes(_ date: PrintedDate, _ source: inout ByteText) -> PrintedDate {
    var result = date
    result.range = source.bytes(date.range)
    return result
  }
}

extension DateParser {
  /// Years that a document can speak of.
  static let plausibleYears = 1900...2199

  static func whole(_ text: ScalarText) -> PrintedDate? {
    var range = text.trimmed(text.all)
    let wrapped = Glyph.closing(text[range.lowerBound])
    if wrapped != 0, range.count > 2, text[range.upperBound - 1] == wrapped {
      range = text.trimmed(range.lowerBound + 1..<range.upperBound - 1)
    }
    if let date = date(text, at: range.lowerBound), text.skipSpaces(date.range.upperBound) >= range.upperBound
    {
      return date
    }
    return compact(text, range) ?? fragments(text, range)
  }

  static func all(_ text: ScalarText, in range: Range<Int>) -> [PrintedDate] {
    var result: [PrintedDate] = []
    var at = range.lowerBound
    while let date = first(text, in: at..<range.upperBound) {
      result.append(date)
      at = date.range.upperBound
    }
    return result
  }

  /// The first date that stands whole in `range`.
  static func first(_ text: ScalarText, in range: Range<Int>) -> PrintedDate? {
    guard !text.signals.isDisjoint(with: .dates), text.first(PackedScalars.date, in: range) != nil else {
      return nil
    }
    var rest = range
    while let at = text.firstIndex(in: rest, where: beginningSet.contains) {
      if begins(text, at), let date = date(text, at: at), date.range.upperBound <= range.upperBound {
        return date
      }
      rest = at + 1..<range.upperBound
    }
    return nil
  }

  /// Whether a date may begin here: a digit or numeral that does not continue one, or 民國.
  @inline(__always) static func begins(_ text: ScalarText, _ at: Int) -> Bool {
    let scalar = text[at]
    if Glyph.isDigit(scalar) { return !Glyph.isDigit(text[at - 1]) && text[at - 1] != 0x2E }
    if scalar == 0x4E8C || scalar == 0x4E00 || scalar == 0x8D30 || scalar == 0x58F9 { return true }
    return scalar == 0x6C11 || scalar == 0x4E2D
  }

  /// What `begins` may hold for.
  static let beginnings: [UInt32] = Array(0x30...0x39) + [0x4E8C, 0x4E00, 0x8D30, 0x58F9, 0x6C11, 0x4E2D]
  private static let beginningSet = ScalarSet(beginnings)

  /// The date at scalar `index`.
  static func date(_ text: ScalarText, at index: Int) -> PrintedDate? {
    guard let (year, afterYear) = year(text, at: index) else { return nil }
    guard plausibleYears.contains(year) else { return nil }
    if text[afterYear] == 0x5E74 {
      return afterYearMark(text, year, index, afterYear + 1)
    }
    return separated(text, year, index, afterYear)
  }

  /// A year of four digits, four Chinese numerals, or counted from 1912 after 民國.
  static func year(_ text: ScalarText, at index: Int) -> (year: Int, end: Int)? {
    let era = eraLength(text, at: index)
    if era > 0 {
      let at = text.skipSpaces(index + era)
      if text[at] == 0x5143 { return (1912, text.skipSpaces(at + 1)) }
      guard let number = Numerals.any(text, at: at), (1...250).contains(number.value) else { return nil }
      let end = text.skipSpaces(number.end)
      return text[end] == 0x5E74 ? (number.value + 1911, end) : nil
    }
    var (value, at) = (0, index)
    let arabic = Glyph.isDigit(text[index])
    while at < index + 4, let digit = Numerals.digit(text[at]) {
      // Numerals mix only with the many glyphs of zero.
      if at > index, Glyph.isDigit(text[at]) != arabic, digit != 0 { return nil }
      value = value * 10 + digit
      at += 1
    }
    guard at == index + 4 else { return nil }
    if arabic, Glyph.isDigit(text[at]) { return nil }
    let end = spacesWithoutNewline(text, at)
    if !arabic, text[end] != 0x5E74, !isDash(text[end]) { return nil }
    return (value, text[end] == 0x5E74 ? end : at)
  }

  private static func eraLength(_ text: ScalarText, at index: Int) -> Int {
    eras.length(in: text, at: index)
  }

  private static let eras: WordSet = ["中華民國", "中华民国", "民國", "民国"]

  private static func spacesWithoutNewline(_ text: ScalarText, _ index: Int) -> Int {
    var at = index
    while text[at] == 0x20, at - index < 8 { at += 1 }
    return at
  }

  /// What follows `2017年`.
  private static func afterYearMark(_ text: ScalarText, _ year: Int, _ start: Int, _ index: Int)
    -> PrintedDate?
  {
    let at = spacesWithoutNewline(text, index)
    if let month = Numerals.any(text, at: at) {
      let mark = spacesWithoutNewline(text, month.end)
      if text[mark] == 0x6708, (1...12).contains(month.value) {
        return afterMonthMark(text, year, month.value, start, mark + 1)
      }
      if text.has(quarters, at: month.end), (1...4).contains(month.value) {
        return quarter(year, month.value, start..<month.end + 2)
      }
    }
    if text[at] == 0x7B2C, let number = Numerals.any(text, at: at + 1), (1...4).contains(number.value),
      text.has(quarters, at: number.end)
    {
      return quarter(year, number.value, start..<number.end + 2)
    }
    if text.has(firstHalf, at: at) { return .months(year, 1, 6, unit: .half, range: start..<at + 3) }
    if text.has(secondHalf, at: at) { return .months(year, 7, 12, unit: .half, range: start..<at + 3) }
    return .months(year, 1, 12, unit: .year, range: start..<index)
  }

  private static let quarters: Word = "季度"
  private static let firstHalf: Word = "上半年"
  private static let secondHalf: Word = "下半年"

  private static func quarter(_ year: Int, _ number: Int, _ range: Range<Int>) -> PrintedDate? {
    .months(year, number * 3 - 2, number * 3, unit: .quarter, range: range)
  }

  /// What follows `2017年7月`.
  private static func afterMonthMark(
    _ text: ScalarText, _ year: Int, _ month: Int, _ start: Int, _ index: Int
  ) -> PrintedDate? {
    let at = spacesWithoutNewline(text, index)
    if let day = Numerals.any(text, at: at) {
      let mark = spacesWithoutNewline(text, day.end)
      if text[mark] == 0x65E5 || text[mark] == 0x53F7 || text[mark] == 0x865F,
        let date = PrintedDate.day(year, month, day.value, range: start..<mark + 1)
      {
        return withTime(text, date)
      }
    }
    if let third = thirds.firstIndex(where: { text.has($0, at: at) }) {
      let end = third < 2 ? third * 10 + 10 : CivilDate.daysIn(month: month, of: year)
      guard let first = CivilDate(year: year, month: month, day: third * 10 + 1),
        let last = CivilDate(year: year, month: month, day: end)
      else { return nil }
      return PrintedDate(
        year: year, month: month, day: nil, unit: .tenDays, first: first, last: last, range: start..<at + 2)
    }
    return .months(year, month, month, unit: .month, range: start..<index)
  }

  private static let thirds: [Word] = ["上旬", "中旬", "下旬"]

  /// `2017-09-28`, `2020/12/31`, `2017.7.7`; `2017-09` alone is no date.
  private static func separated(_ text: ScalarText, _ year: Int, _ start: Int, _ index: Int) -> PrintedDate? {
    let separator = text[index]
    guard Glyph.isDigit(text[start]), separator == 0x2D || separator == 0x2F || separator == 0x2E,
      let month = Numerals.arabic(text, at: index + 1), month.end - index <= 3, text[month.end] == separator,
      let day = Numerals.arabic(text, at: month.end + 1), day.end - month.end <= 3,
      let date = PrintedDate.day(year, month.value, day.value, range: start..<day.end)
    else { return nil }
    return withTime(text, date)
  }

  /// `20170928`, all of a value.
  private static func compact(_ text: ScalarText, _ range: Range<Int>) -> PrintedDate? {
    guard range.count == 8, let number = Numerals.arabic(text, at: range.lowerBound),
      number.end == range.upperBound, plausibleYears.contains(number.value / 10000)
    else { return nil }
    return .day(number.value / 10000, number.value / 100 % 100, number.value % 100, range: range)
  }

  /// `{ 2017 6 23`: what is left of a Word date field. The reader says that it is doubtful.
  private static func fragments(_ text: ScalarText, _ range: Range<Int>) -> PrintedDate? {
    var numbers: [Int] = []
    var at = range.lowerBound
    while at < range.upperBound {
      if let number = Numerals.arabic(text, at: at) {
        numbers.append(number.value)
        at = number.end
      } else if text[at] == 0x20 || text[at] == 0x7B || text[at] == 0x7D {
        at += 1
      } else {
        return nil
      }
    }
    guard numbers.count == 3, plausibleYears.contains(numbers[0]) else { return nil }
    var date = PrintedDate.day(numbers[0], numbers[1], numbers[2], range: range)
    date?.isDamaged = true
    return date
  }

  /// Takes ` 16:40` or ` 16:40:32` after a day into the date.
  private static func withTime(_ text: ScalarText, _ date: PrintedDate) -> PrintedDate {
    var at = date.range.upperBound
    let gap = spacesWithoutNewline(text, at)
    if gap == at, text[at] != 0x54 { return date }
    at = text[gap] == 0x54 ? gap + 1 : gap
    guard let hour = Numerals.arabic(text, at: at), hour.value < 24, hour.end - at <= 2,
      text[hour.end] == 0x3A,
      let minute = Numerals.arabic(text, at: hour.end + 1), minute.value < 60, minute.end - hour.end == 3
    else { return date }
    var end = minute.end
    if text[end] == 0x3A, let second = Numerals.arabic(text, at: end + 1), second.value < 61,
      second.end - end == 3
    {
      end = second.end
    }
    var result = date
    result.time =
      (hour.value < 10 ? "0" : "") + "\(hour.value):" + (minute.value < 10 ? "0" : "") + "\(minute.value)"
    result.range = date.range.lowerBound..<end
    return result
  }

  /// `2016-2020年`, `2016—2020年`, `2021年至2025年`, `2016～2020`.
  static func years(_ text: ScalarText, in range: Range<Int>) -> [PrintedYears] {
    var result: [PrintedYears] = []
    var at = range.lowerBound
    while at < range.upperBound {
      if begins(text, at), let found = years(text, at: at), found.range.upperBound <= range.upperBound {
        result.append(found)
        at = found.range.upperBound
      } else {
        at += 1
      }
    }
    return result
  }

  private static func years(_ text: ScalarText, at index: Int) -> PrintedYears? {
    guard let first = year(text, at: index), plausibleYears.contains(first.year) else { return nil }
    var at = first.end
    if text[at] == 0x5E74 { at += 1 }
    at = spacesWithoutNewline(text, at)
    let dash = at
    while at - dash < 3, isDash(text[at]) { at += 1 }
    guard at > dash else { return nil }
    at = spacesWithoutNewline(text, at)
    guard let last = year(text, at: at), plausibleYears.contains(last.year), last.year >= first.year else {
      return nil
    }
    let end = text[last.end] == 0x5E74 ? last.end + 1 : last.end
    // A day or a month follows: the end of a span of days, not of years.
    if text[last.end] != 0x5E74, text[end] == 0x2D || text[end] == 0x2F || text[end] == 0x2E { return nil }
    if Numerals.any(text, at: end) != nil, text[end - 1] == 0x5E74 { return nil }
    return PrintedYears(first: first.year, last: last.year, range: index..<end)
  }

  private static func isDash(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2D, 0x7E, 0x2010...0x2015, 0x2212, 0x301C, 0x223C, 0x2500, 0x2501, 0x81F3, 0x5230, 0x4E00: true
    default: false
    }
  }
}
