/// What may stand in an `href` or `src`: an allow-list, everything else is text.
enum WebAddress {
  /// How an address that a document or a theme gives is meant.
  enum Reference: Equatable {
    /// `http`, `https`, `mailto`, `tel`.
    case external(String)
    /// `#anchor` of the same page, decoded.
    case fragment(String)
    /// A relative path, decoded, with its fragment.
    case relative(path: String, fragment: String?)
    /// Any other scheme, a protocol-relative address, an absolute path, control characters.
    case refused
  }

  /// Classifies an address as typed. Schemes are recognised the way browsers do: case does not count, and what
  /// a browser would strip (tabs, line feeds, leading controls) makes the address refused.
  static func classify(_ text: String) -> Reference {
    guard isClean(text), !text.isEmpty else { return .refused }
    if text.hasPrefix("#") { return .fragment(SitePath.percentDecoded(text.dropFirst())) }
    if let scheme = scheme(text) {
      return ["http", "https", "mailto", "tel"].contains(scheme) ? .external(text) : .refused
    }
    if text.hasPrefix("/") || text.hasPrefix("\\") || text.contains("\\") { return .refused }
    let hash = text.firstIndex(of: "#")
    var path = hash.map { text[..<$0] } ?? text[...]
    if let query = path.firstIndex(of: "?") { path = path[..<query] }
    guard !path.isEmpty else { return .refused }
    let fragment = hash.map { SitePath.percentDecoded(text[text.index(after: $0)...]) }
    let decoded = SitePath.percentDecoded(path)
    guard isClean(decoded), !decoded.hasPrefix("/") else { return .refused }
    return .relative(path: decoded, fragment: fragment)
  }

  /// No control character, no white space but inner U+0020, no bidi override.
  static func isClean(_ text: String) -> Bool {
    guard text.utf8.count <= 4096, text.utf8.first != 0x20, text.utf8.last != 0x20 else { return false }
    return text.unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator, .surrogate, .format: false
      default: true
      }
    }
  }

  /// The lower-case scheme when the text has one: letters, digits, `+ - .` before the first `:` that precedes any
  /// `/`, `?` or `#`. A colon after other characters is refused as a scheme too, by an empty name.
  private static func scheme(_ text: String) -> String? {
    for (offset, byte) in text.utf8.enumerated() {
      switch byte {
      case 0x3A: return String(decoding: text.utf8.prefix(offset), as: UTF8.self).lowercased()
      case 0x2F, 0x3F, 0x23: return nil
      default: continue
      }
    }
    return nil
  }
}
