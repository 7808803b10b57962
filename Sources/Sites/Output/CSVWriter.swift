/// Comma-separated values (RFC 4180) with a byte order mark and CRLF.
struct CSVWriter {
  private(set) var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
  private static let formulaStarts: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠",
  ]

  /// Fields that a spreadsheet would take for a formula get an apostrophe in front: a title that begins with `=`, or with
  /// a full-width `＝` as Chinese editions read it, must not run anything.
  mutating func row(_ fields: [String]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(0x2C) }
      append(field)
    }
    bytes += [0x0D, 0x0A]
  }

  /// What was written since the last time.
  mutating func take() -> [UInt8] {
    defer { bytes.removeAll() }
    return bytes
  }

  private mutating func append(_ field: String) {
    let text = field.unicodeScalars.first.map(Self.formulaStarts.contains) == true ? "'" + field : field
    guard text.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else {
      bytes += text.utf8
      return
    }
    bytes.append(0x22)
    for byte in text.utf8 {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }
}
