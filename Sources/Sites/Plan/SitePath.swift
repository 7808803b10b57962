/// Makes names of folders and files of the site from values of the input.
enum SitePath {
  /// The most UTF-8 bytes one segment may have; file systems allow 255, an extension and a suffix must fit.
  static let maximumSegment = 200

  /// A safe path segment: Han and other letters stay (NFC as they came), what separates paths, is reserved on some
  /// system, is invisible or is white space becomes `-`; no leading dot or dash; never empty.
  /// Different values may give one segment: the plan tells them apart.
  static func segment(_ value: String) -> String {
    var out = ""
    var bytes = 0
    var pendingDash = false
    for scalar in value.unicodeScalars {
      guard isAllowed(scalar) else {
        pendingDash = true
        continue
      }
      let needsDash = pendingDash && !out.isEmpty
      let width = UTF8.width(scalar) + (needsDash ? 1 : 0)
      guard bytes + width <= maximumSegment else { break }
      if needsDash { out.unicodeScalars.append("-") }
      pendingDash = false
      if out.isEmpty && (scalar == "." || scalar == "-") { continue }
      out.unicodeScalars.append(scalar)
      bytes += width
    }
    while out.hasSuffix(".") || out.hasSuffix("-") { out.unicodeScalars.removeLast() }
    return out.isEmpty || isReserved(out) ? "x" + (out.isEmpty ? "" : "-" + out) : out
  }

  /// `#`, `%`, `?` and the like are left out although they could be escaped: addresses are read aloud and typed.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".": return true
    case "\u{0}"..."\u{7F}": return false
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
      .spaceSeparator:
      return false
    default: return true
    }
  }

  /// Names that Windows keeps for devices, with or without an extension.
  private static func isReserved(_ segment: String) -> Bool {
    let stem = segment.prefix { $0 != "." }.lowercased()
    if ["con", "prn", "aux", "nul"].contains(stem) { return true }
    return stem.count == 4 && (stem.hasPrefix("com") || stem.hasPrefix("lpt"))
      && stem.unicodeScalars.last.map { ("1"..."9").contains($0) } == true
  }

  /// A site path as it stands in an address: every byte but unreserved ASCII and `/` becomes `%XX`.
  static func percentEncoded(_ path: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var out: [UInt8] = []
    out.reserveCapacity(path.utf8.count)
    for byte in path.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E, 0x2F: out.append(byte)
      default:
        out.append(0x25)
        out.append(digits[Int(byte >> 4)])
        out.append(digits[Int(byte & 15)])
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The inverse of `percentEncoded`; malformed escapes stay as they are.
  static func percentDecoded(_ text: some StringProtocol) -> String {
    let bytes = Array(text.utf8)
    guard bytes.contains(0x25) else { return String(text) }
    func digit(_ byte: UInt8) -> UInt8? {
      switch byte {
      case 0x30...0x39: byte - 0x30
      case 0x41...0x46: byte - 0x37
      case 0x61...0x66: byte - 0x57
      default: nil
      }
    }
    var out: [UInt8] = []
    var at = 0
    while at < bytes.count {
      if bytes[at] == 0x25, at + 2 < bytes.count, let high = digit(bytes[at + 1]),
        let low = digit(bytes[at + 2])
      {
        out.append(high << 4 | low)
        at += 3
      } else {
        out.append(bytes[at])
        at += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// Resolves `relative` against the folder of `base`; `nil` when it would leave the root or is not a relative path.
  /// Both are `/`-separated and not percent-encoded.
  static func resolve(_ relative: some StringProtocol, from base: String) -> String? {
    guard !relative.hasPrefix("/") else { return nil }
    var segments = base.split(separator: "/", omittingEmptySubsequences: true).map(String.init)
    if !base.hasSuffix("/"), !segments.isEmpty { segments.removeLast() }
    for part in relative.split(separator: "/", omittingEmptySubsequences: true) {
      switch part {
      case ".": continue
      case "..":
        guard !segments.isEmpty else { return nil }
        segments.removeLast()
      default: segments.append(String(part))
      }
    }
    return segments.joined(separator: "/") + (relative.hasSuffix("/") && !segments.isEmpty ? "/" : "")
  }

  /// `.pdf` without its dot, lower case; empty when there is none.
  static func fileExtension(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }

  static func fileName(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

  static func folder(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return String(path[...slash])
  }

  static func stem(_ path: String) -> String {
    let name = fileName(path)
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }
}
