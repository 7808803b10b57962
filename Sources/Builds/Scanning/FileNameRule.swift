import Diagnostics

/// Which names below `content/` are read. Names come from anywhere: zip files, network shares, attackers.
enum FileNameRule {
  enum Verdict: Equatable {
    case read
    /// Read, and mentioned.
    case readWith(DiagnosticKind)
    /// Hidden files and what editors and systems leave behind: not content, not mentioned.
    case ignore
    case refuse(DiagnosticKind)
  }

  /// The longest name that every file system can hold.
  static let longestName = 255

  static func verdict(_ name: [UInt8]) -> Verdict {
    guard let text = String(validating: name, as: UTF8.self) else { return .refuse(.fileNameNotUTF8) }
    if text.unicodeScalars.contains(where: Printable.isUnsafe) {
      return .refuse(.fileNameControlCharacter)
    }
    if name.starts(with: [0x2E, 0x2E]) || name.contains(0x5C) { return .refuse(.fileNameTraversal) }
    if name.count > longestName { return .refuse(.fileNameTooLong) }
    if isLeftover(text) { return .ignore }
    if name.first == 0x2D { return .readWith(.fileNameLeadingDash) }
    return .read
  }

  private static func isLeftover(_ name: String) -> Bool {
    if name.hasPrefix(".") || name.hasPrefix("~$") || name.hasSuffix("~") { return true }
    return ["Thumbs.db", "desktop.ini", "__MACOSX"].contains(name)
  }
}
