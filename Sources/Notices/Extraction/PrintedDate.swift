/// A date as a document prints it: a day, or as much of one as is said.
package struct PrintedDate: Sendable, Equatable {
  /// The stretch of time that the words name.
  package enum Unit: Sendable, Equatable { case day, tenDays, month, quarter, half, year }
  package var year: Int
  package var month: Int?
  package var day: Int?
  package var unit: Unit
  /// First and last day of the stretch; equal for a day.
  package var first: CivilDate
  package var last: CivilDate
  /// `HH:MM` when the source prints a time after the day.
  package var time: String?
  /// Printed with fragments only (`{ 2017 6 23`), or in another doubtful form: say so.
  package var isDamaged = false
  /// Where it stands, in bytes of the text that was parsed (in scalars inside this module's passes).
  package var range: Range<Int>

  /// The day, when a whole day is printed.
  package var civil: CivilDate? { unit == .day ? first : nil }

  init(year: Int, month: Int?, day: Int?, unit: Unit, first: CivilDate, last: CivilDate, range: Range<Int>) {
    self.year = year
    self.month = month
    self.day = day
    self.unit = unit
    self.first = first
    self.last = last
    self.range = range
  }

  /// A day; `nil` when it does not exist.
  static func day(_ year: Int, _ month: Int, _ day: Int, range: Range<Int>) -> PrintedDate? {
    guard let date = CivilDate(year: year, month: month, day: day) else { return nil }
    return PrintedDate(
      year: year, month: month, day: day, unit: .day, first: date, last: date, range: range)
  }

  /// Whole months `from` to `to` of a year.
  static func months(_ year: Int, _ from: Int, _ to: Int, unit: Unit, range: Range<Int>) -> PrintedDate? {
    guard (1...12).contains(from), (from...12).contains(to),
      let first = CivilDate(year: year, month: from, day: 1),
      let last = CivilDate(year: year, month: to, day: CivilDate.daysIn(month: to, of: year))
    else { return nil }
    return PrintedDate(
      year: year, month: unit == .month ? from : nil, day: nil, unit: unit, first: first, last: last,
      range: range)
  }
}

/// `2016—2020年`: the years that a title or a sentence spans.
package struct PrintedYears: Sendable, Equatable {
  package var first: Int
  package var last: Int
  /// Where it stands, in bytes of the text that was parsed.
  package var range: Range<Int>
}
