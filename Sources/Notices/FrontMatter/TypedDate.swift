/// A date as editors type it in front matter: `2017-07-07`, `2017/7/7`, `2017.7.7`, `2017年7月7日`, `20170707`, with or
/// without a time of day behind it.
enum TypedDate {
  /// The day, and `HH:MM` when a time is given. `nil` when it is no date.
  static func read(_ text: String) -> (CivilDate, time: String?)? {
    let scalars = Array(text.unicodeScalars)
    var at = 0
    skipSpaces(scalars, &at)
    guard let date = day(scalars, &at) else { return nil }
    if at < scalars.count, scalars[at] == "T" || scalars[at] == "t" { at += 1 }
    skipSpaces(scalars, &at)
    if at == scalars.count { return (date, nil) }
    guard let time = time(scalars, &at) else { return nil }
    return (date, time)
  }

  private static func day(_ scalars: [Unicode.Scalar], _ at: inout Int) -> CivilDate? {
    guard let (first, digits) = number(scalars, &at) else { return nil }
    if digits == 8 { return CivilDate(year: first / 10_000, month: first / 100 % 100, day: first % 100) }
    guard digits == 4, separator(scalars, &at, ["-", "/", ".", "年", "．", "－", "／"]),
      let (month, _) = number(scalars, &at), separator(scalars, &at, ["-", "/", ".", "月", "．", "－", "／"]),
      let (day, _) = number(scalars, &at)
    else { return nil }
    if at < scalars.count, scalars[at] == "日" { at += 1 }
    return CivilDate(year: first, month: month, day: day)
  }

  private static func time(_ scalars: [Unicode.Scalar], _ at: inout Int) -> String? {
    guard let (hour, _) = number(scalars, &at), separator(scalars, &at, [":", "：", "时"]),
      let (minute, _) = number(scalars, &at), hour < 24, minute < 60
    else { return nil }
    let rest = scalars[at...]
    guard rest.allSatisfy({ "0123456789:：.+-Zz分秒 ".unicodeScalars.contains($0) }) else { return nil }
    return (hour < 10 ? "0\(hour)" : "\(hour)") + ":" + (minute < 10 ? "0\(minute)" : "\(minute)")
  }

  private static func number(_ scalars: [Unicode.Scalar], _ at: inout Int) -> (value: Int, digits: Int)? {
    var (value, digits) = (0, 0)
    while at < scalars.count, digits < 9, let digit = digit(scalars[at]) {
      value = value * 10 + digit
      digits += 1
      at += 1
    }
    return digits == 0 ? nil : (value, digits)
  }

  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x30...0x39: Int(scalar.value - 0x30)
    case 0xFF10...0xFF19: Int(scalar.value - 0xFF10)
    default: nil
    }
  }

  private static func separator(
    _ scalars: [Unicode.Scalar], _ at: inout Int, _ accepted: Set<Unicode.Scalar>
  ) -> Bool {
    skipSpaces(scalars, &at)
    guard at < scalars.count, accepted.contains(scalars[at]) else { return false }
    at += 1
    skipSpaces(scalars, &at)
    return true
  }

  private static func skipSpaces(_ scalars: [Unicode.Scalar], _ at: inout Int) {
    while at < scalars.count, scalars[at].properties.isWhitespace { at += 1 }
  }
}
