/// Folds a title so that two ways of printing it are equal: width of ASCII and brackets, kinds of dashes and quotes,
/// white space and title marks do not count; letters are lowered.
enum TitleFold {
  static func fold(_ title: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in title.unicodeScalars {
      if let folded = fold(scalar) { out.append(folded) }
    }
    return String(out)
  }

  private static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "\u{FF01}"..."\u{FF5E}":
      return Unicode.Scalar(scalar.value - 0xFEE0).flatMap(fold)
    case "A"..."Z": return Unicode.Scalar(scalar.value + 0x20)
    case "《", "》", "〈", "〉", "<", ">", "“", "”", "\"", "‘", "’", "'", "「", "」", "『", "』", "·", "・", "、", ",":
      return nil
    case "—", "–", "―", "‐", "‑", "-", "−", "～", "~", "─": return "-"
    case "〔", "［", "【", "[", "(": return "("
    case "〕", "］", "】", "]", ")": return ")"
    default: break
    }
    return scalar.properties.isWhitespace || scalar.properties.generalCategory == .format ? nil : scalar
  }
}
