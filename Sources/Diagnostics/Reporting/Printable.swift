/// Text of an input on its way to a terminal: what could move the cursor, switch colours or turn the reading
/// direction is shown as `\u{…}`, so that a pasted file cannot write the screen.
public enum Printable {
  /// The text with control and bidirectional format characters spelled out; line feeds too.
  public static func text(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { isUnsafe($0) }) else { return text }
    var result = ""
    for scalar in text.unicodeScalars { append(scalar, to: &result) }
    return result
  }

  /// How the scalar is shown: itself, or `\u{1b}`.
  static func append(_ scalar: Unicode.Scalar, to result: inout String) {
    if isUnsafe(scalar) {
      result += "\\u{\(String(scalar.value, radix: 16))}"
    } else {
      result.unicodeScalars.append(scalar)
    }
  }

  /// C0, DEL, C1, line and paragraph separators, bidirectional controls.
  public static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0x061C: true
    default: false
    }
  }
}
