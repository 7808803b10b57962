/// A title folded so that two prints of it compare equal: no spaces, no marks and quotes, one kind of dash, half width.
package enum TitleKey {
  package static func key(_ title: String) -> String {
    let text = ScalarText(title)
    return key(text, text.all)
  }

  static func key(_ text: ScalarText, _ range: Range<Int>) -> String {
    var result = String.UnicodeScalarView()
    for at in range {
      let scalar = text[at]
      switch scalar {
      case 0x20, 0x0A, 0x0D, 0x200B, 0xFEFF, 0x300A, 0x300B, 0x3008, 0x3009, 0x3C, 0x3E, 0x201C, 0x201D,
        0x2018, 0x2019,
        0x22, 0x27, 0xB7:
        break
      case 0x2010...0x2015, 0x2212, 0x7E, 0x301C, 0x2500:
        if result.last != "-" { result.append("-") }
      case 0x3014, 0x5B: result.append("(")
      case 0x3015, 0x5D: result.append(")")
      default: result.append(Unicode.Scalar(scalar) ?? "\u{FFFD}")
      }
    }
    return String(result)
  }

  /// The keys under which a document may be named: whole, from 关于 on, and what a 的通知 made of it.
  static func ownKeys(_ titles: [String]) -> Set<String> {
    var keys = Set<String>()
    for title in titles {
      let whole = key(title)
      guard whole.unicodeScalars.count > 1 else { continue }
      keys.insert(whole)
      keys.insert(whole + "的通知")
      if let from = whole.range(ofScalars: "关于") { keys.insert(String(whole[from...])) }
    }
    return keys
  }
}

extension String {
  /// Where `needle` begins, compared scalar by scalar.
  fileprivate func range(ofScalars needle: String) -> String.Index? {
    let scalars = unicodeScalars
    let wanted = Array(needle.unicodeScalars)
    var at = scalars.startIndex
    while at < scalars.endIndex {
      if scalars[at...].starts(with: wanted) { return at }
      at = scalars.index(after: at)
    }
    return nil
  }
}
