import Diagnostics
import Glibc
import Notices

/// The day that a build is for: what has expired or come into force on it is derived by it. Taken once.
package enum BuildDay {
  /// `--at`, else `SOURCE_DATE_EPOCH` (reproducible-builds.org), else the clock. Moments are days in Beijing
  /// (UTC+8, no summer time since 1991), whatever zone the machine keeps.
  package static func choose(at: String?, in surroundings: Surroundings) throws -> CivilDate {
    if let at {
      guard let day = CivilDate(iso: at) else {
        throw Refusal(Diagnostic(.optionInvalid, "--at", Printable.text(at), "2026-01-31"))
      }
      return day
    }
    if let epoch = surroundings.variables["SOURCE_DATE_EPOCH"], !epoch.isEmpty {
      guard let seconds = Int(epoch), let day = day(seconds: seconds) else {
        throw Refusal(Diagnostic(.optionInvalid, "SOURCE_DATE_EPOCH", Printable.text(epoch), "1767225600"))
      }
      return day
    }
    guard let day = day(seconds: time(nil)) else {
      throw Refusal(Diagnostic(.optionInvalid, "clock", String(time(nil)), "--at 2026-01-31"))
    }
    return day
  }

  /// The day in Beijing of a moment in seconds since 1970-01-01 UTC; `nil` outside the years 1 to 9999.
  static func day(seconds: Int) -> CivilDate? {
    guard abs(seconds) < 300_000_000_000 else { return nil }
    // Days since 0000-03-01, so that a leap day ends a year (Howard Hinnant, "chrono-compatible date algorithms").
    let local = seconds + 8 * 3600
    let days = (local >= 0 ? local : local - 86399) / 86400 + 719_468
    let era = (days >= 0 ? days : days - 146_096) / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * month + 2) / 5 + 1
    let year = yearOfEra + era * 400 + (month >= 10 ? 1 : 0)
    return CivilDate(year: year, month: month < 10 ? month + 3 : month - 9, day: day)
  }
}
