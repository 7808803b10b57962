import Notices

/// Deadlines for calendars (iCalendar, RFC 5545): one all-day event a deadline that names a day.
///
/// The same documents give the same bytes: the stamp of an event is the date of its document, never the clock.
struct DutyCalendar {
  private let renderer: PageRenderer
  private var catalog: Catalog { renderer.catalog }

  init(_ renderer: PageRenderer) { self.renderer = renderer }

  /// The deadlines of every document, or of one organ's duties.
  func bytes(organ: Int?) -> [UInt8] {
    var calendar = CalendarWriter()
    let site = FeedIdentity.title(renderer.configuration)
    let name = organ.map { "\(catalog.duties.organs[$0].name) · \(site)" } ?? site
    calendar.line("BEGIN", "VCALENDAR")
    calendar.line("VERSION", "2.0")
    calendar.line("PRODID", "-//gongkai//duties//ZH")
    calendar.line("CALSCALE", "GREGORIAN")
    calendar.line("METHOD", "PUBLISH")
    calendar.text("X-WR-CALNAME", name)
    if let organ {
      for item in catalog.duties.organs[organ].items { events(item.entry, item.duty, &calendar) }
    } else {
      for (at, entry) in catalog.entries.enumerated() {
        for duty in entry.record.duties.indices { events(at, duty, &calendar) }
      }
    }
    calendar.line("END", "VCALENDAR")
    return calendar.bytes
  }

  /// Whether a deadline is a day on which something is due: 自…起 and 每年 are not.
  static func isDue(_ deadline: Deadline) -> Bool {
    switch deadline.kind {
    case .point, .year, .default: deadline.on != nil
    case .recurring, .start: false
    }
  }

  private func events(_ at: Int, _ index: Int, _ calendar: inout CalendarWriter) {
    let entry = catalog.entries[at]
    let duty = entry.record.duties[index]
    for (number, deadline) in duty.deadlines.enumerated() where Self.isDue(deadline) {
      guard let day = deadline.on else { continue }
      let place = duty.anchor.isEmpty ? "\(index + 1)" : duty.anchor
      // A clause may hold several duties: those before this one tell them apart.
      let before = entry.record.duties[..<index].count { $0.anchor == duty.anchor }
      calendar.line("BEGIN", "VEVENT")
      calendar.text(
        "UID",
        "\(entry.id).\(place).\(before + 1).\(number + 1)@\(renderer.configuration.domain ?? "gongkai")")
      calendar.line("DTSTAMP", Self.compact(entry.date) + "T000000Z")
      calendar.line("DTSTART;VALUE=DATE", Self.compact(day))
      calendar.text("SUMMARY", "\(deadline.text)：\(duty.task)")
      calendar.text("DESCRIPTION", description(entry, duty))
      if let url = renderer.absolute(entry.address) {
        let fragment = duty.anchor.isEmpty ? "" : "#" + SitePath.percentEncoded(duty.anchor)
        calendar.line("URL", url + fragment)
      }
      calendar.line("TRANSP", "TRANSPARENT")
      calendar.line("END", "VEVENT")
    }
  }

  private func description(_ entry: CatalogEntry, _ duty: Duty) -> String {
    let organs = duty.organs.map(\.name).joined(separator: "、")
    let number = entry.record.documentNumber.map { "（\($0.text)）" } ?? ""
    return "\(organs)\n\(QuotedTitle.quoted(entry.title))\(number)" + (duty.clause.map { " \($0)" } ?? "")
  }

  private static func compact(_ day: CivilDate?) -> String {
    String((day?.iso ?? "1970-01-01").filter { $0 != "-" })
  }
}

/// Content lines of RFC 5545: CRLF, folded after 75 octets without cutting a character.
struct CalendarWriter {
  private(set) var bytes: [UInt8] = []

  /// A value that needs no escaping: a date, an address, a word of the format. Control characters are left out.
  mutating func line(_ name: String, _ value: String) { fold("\(name):\(value)") }

  /// A value of type TEXT.
  mutating func text(_ name: String, _ value: String) {
    var escaped = ""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\\\"
      case ";": escaped += "\\;"
      case ",": escaped += "\\,"
      case "\n": escaped += "\\n"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    fold("\(name):\(escaped)")
  }

  private mutating func fold(_ line: String) {
    var width = 0
    for scalar in line.unicodeScalars {
      if scalar.value < 0x20 || scalar.value == 0x7F { continue }
      let encoded = Array(String(scalar).utf8)
      if width + encoded.count > 75 {
        bytes += [0x0D, 0x0A, 0x20]
        width = 1
      }
      bytes += encoded
      width += encoded.count
    }
    bytes += [0x0D, 0x0A]
  }
}
