/// Finds what a finished page refers to. It reads HTML that this program wrote: attributes are in double quotes, and
/// `<` `>` in text are escaped; what a theme author typed is read the same way.
enum LinkScan {
  struct Result {
    var addresses: [String] = []
    var ids: [String] = []
  }

  /// The values of `href`, `src`, `action` and `id`, in order, unescaped. Linear.
  static func scan(_ bytes: [UInt8]) -> Result {
    var result = Result()
    bytes.withUnsafeBufferPointer { text in
      var at = 0
      while at < text.count {
        guard text[at] == 0x3C, at + 1 < text.count, isLetter(text[at + 1]) else {
          at += 1
          continue
        }
        at = tag(text, at + 1, &result)
      }
    }
    return result
  }

  /// Every value in a text that is an address beginning with `base`, in order: it stands alone between quotes, tags or
  /// separators, so that an address inside a sentence is none. For feeds, site maps, data. Linear.
  static func addresses(_ bytes: [UInt8], from base: String?) -> [String] {
    guard let base, !base.isEmpty else { return [] }
    let start = Array(base.utf8)
    var found: [String] = []
    bytes.withUnsafeBufferPointer { text in
      var at = 0
      while at + start.count <= text.count {
        guard text[at] == start[0], text[at..<at + start.count].elementsEqual(start) else {
          at += 1
          continue
        }
        var end = at + start.count
        while end < text.count, isInAddress(text[end]) { end += 1 }
        let isAlone = at == 0 || "\">, \n".utf8.contains(text[at - 1])
        if isAlone, end == text.count || "\"<,{\r\n".utf8.contains(text[end]) {
          found.append(unescaped(text, at..<end))
        }
        at = end
      }
    }
    return found
  }

  private static func isInAddress(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: "-._~:/?#@!$&()*+;=%".utf8.contains(byte)
    }
  }

  private static func tag(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ result: inout Result) -> Int {
    var at = start
    while at < text.count, text[at] != 0x3E {
      guard text[at] == 0x20 || text[at] == 0x0A || text[at] == 0x09 else {
        at += 1
        continue
      }
      at += 1
      let nameStart = at
      while at < text.count, text[at] != 0x3D, text[at] != 0x20, text[at] != 0x0A, text[at] != 0x3E {
        at += 1
      }
      guard at + 1 < text.count, text[at] == 0x3D, text[at + 1] == 0x22 else { continue }
      let valueStart = at + 2
      var end = valueStart
      while end < text.count, text[end] != 0x22 { end += 1 }
      attribute(text, nameStart..<at, valueStart..<end, &result)
      at = end + 1
    }
    return at
  }

  private static func attribute(
    _ text: UnsafeBufferPointer<UInt8>, _ name: Range<Int>, _ value: Range<Int>, _ result: inout Result
  ) {
    func named(_ wanted: StaticString) -> Bool {
      wanted.utf8CodeUnitCount == name.count
        && wanted.withUTF8Buffer { $0.elementsEqual(text[name]) }
    }
    if named("href") || named("src") || named("action") {
      result.addresses.append(unescaped(text, value))
    } else if named("id") {
      result.ids.append(unescaped(text, value))
    }
  }

  private static func unescaped(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
    let raw = String(decoding: text[range], as: UTF8.self)
    guard raw.utf8.contains(0x26) else { return raw }
    var out = ""
    var rest = raw[...]
    while let ampersand = rest.firstIndex(of: "&") {
      out += rest[..<ampersand]
      rest = rest[ampersand...]
      if let (entity, character) = entities.first(where: { rest.hasPrefix($0.0) }) {
        out += character
        rest = rest.dropFirst(entity.count)
      } else {
        out += "&"
        rest = rest.dropFirst()
      }
    }
    return out + rest
  }

  private static let entities = [
    ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"),
  ]

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte)
  }

  /// What `address` on the page at `path` means inside the site; `nil` for an address outside.
  /// `base` is the path of the site's root on its server, `/` or `/zwgk/`, for absolute addresses.
  /// `origin` is the configured absolute address of the root, when there is one.
  static func link(_ address: String, on path: String, base: String, origin: String? = nil) -> PageLink? {
    if let origin, address.hasPrefix(origin) {
      return link(base + address.dropFirst(origin.count), on: path, base: base)
    }
    if address.hasPrefix("#") {
      return PageLink(path: path, fragment: SitePath.percentDecoded(address.dropFirst()))
    }
    let hash = address.firstIndex(of: "#")
    var plain = hash.map { address[..<$0] } ?? address[...]
    if let query = plain.firstIndex(of: "?") { plain = plain[..<query] }
    let fragment = hash.map { SitePath.percentDecoded(address[address.index(after: $0)...]) }
    let decoded: String
    if plain.hasPrefix(base), plain.hasPrefix("/"), !plain.hasPrefix("//") {
      decoded = SitePath.percentDecoded(plain.dropFirst(base.utf8.count))
      return PageLink(path: decoded, fragment: fragment)
    }
    let head = plain.prefix { $0 != "/" }
    guard !head.contains(":"), !plain.hasPrefix("/") else { return nil }
    guard let resolved = SitePath.resolve(SitePath.percentDecoded(plain), from: path) else {
      return PageLink(path: "../" + plain, fragment: fragment)
    }
    let isFolder =
      plain.isEmpty || plain.hasSuffix("/") || plain.hasSuffix("..") || plain.hasSuffix("/.") || plain == "."
    return PageLink(
      path: isFolder && !resolved.isEmpty && !resolved.hasSuffix("/") ? resolved + "/" : resolved,
      fragment: fragment)
  }
}
