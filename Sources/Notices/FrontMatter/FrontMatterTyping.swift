import Diagnostics

/// How editors type front matter, where YAML reads it otherwise: `标题：通知` with a full-width colon, and ` #` inside a
/// value, which YAML takes for a comment.
struct FrontMatterTyping {
  /// The text to parse: full-width colons behind a known key replaced.
  private(set) var yaml: [UInt8]
  private(set) var diagnostics: [Diagnostic] = []

  init(_ yaml: [UInt8], path: String) {
    self.yaml = []
    self.yaml.reserveCapacity(yaml.count)
    for (index, line) in LineRanges(yaml).enumerated() {
      let line = yaml[line]
      if let colon = Self.fullWidthColon(in: line) {
        self.yaml += line[..<colon] + ": ".utf8 + line[(colon + 3)...]
        let key = String(decoding: line[..<colon], as: UTF8.self)
        diagnostics.append(
          Diagnostic(
            .frontMatterFullWidthColon, key, file: path,
            range: SourceRange(line: index + 1, width: line.count)))
      } else {
        self.yaml += line
        if let comment = Self.swallowedText(in: line) {
          let text = String(decoding: line[comment...], as: UTF8.self)
          let column = 1 + UTF8Scan.count(yaml, line.startIndex..<comment)
          let start = SourcePosition(line: index + 1, column: column)
          let end = SourcePosition(line: index + 1, column: column + text.unicodeScalars.count)
          diagnostics.append(
            Diagnostic(.frontMatterComment, text, file: path, range: SourceRange(start, end)))
        }
      }
      self.yaml.append(0x0A)
    }
  }

  private static func fullWidthColon(in line: ArraySlice<UInt8>) -> Int? {
    guard let colon = line.firstOffset(of: Array("：".utf8)) else { return nil }
    let name = line[..<colon]
    guard name.count <= 60, !name.contains(0x3A), name.first != 0x20, name.first != 0x09,
      FrontMatterKey(name: String(decoding: name, as: UTF8.self)) != nil
    else { return nil }
    return colon
  }

  /// `标题: 关于1 #楼的通知`: what follows ` #` would vanish. A comment proper has a space after `#`.
  private static func swallowedText(in line: ArraySlice<UInt8>) -> Int? {
    guard let value = line.firstOffset(of: Array(": ".utf8)).map({ $0 + 2 }), value < line.endIndex else {
      return nil
    }
    let typed = line[value...].drop { $0 == 0x20 }
    guard let first = typed.first, first != 0x22, first != 0x27, first != 0x23,
      let mark = typed.firstOffset(of: Array(" #".utf8)), mark + 2 < line.endIndex, line[mark + 2] != 0x20
    else { return nil }
    return mark + 1
  }

  /// The unindented `key: value` lines of a text that is no YAML: the metadata of a file with one mistake is kept.
  static func plainEntries(of yaml: [UInt8]) -> [MetadataEntry] {
    var entries: [MetadataEntry] = []
    for (index, line) in LineRanges(yaml).enumerated() {
      let bytes = yaml[line]
      guard let colon = bytes.firstOffset(of: Array(": ".utf8)), let first = bytes.first, first > 0x2D else {
        continue
      }
      let key = String(decoding: bytes[..<colon], as: UTF8.self)
      guard FrontMatterKey(name: key) != nil, !entries.contains(where: { $0.key == key }) else { continue }
      let value = bytes[(colon + 2)...].drop { $0 == 0x20 }
      guard let opening = value.first, !"&*[{|>\"'!".utf8.contains(opening) else { continue }
      let range = SourceRange(line: index + 1, width: UTF8Scan.count(yaml, line))
      let text = String(decoding: value, as: UTF8.self)
      entries.append(MetadataEntry(key: key, keyRange: range, value: .text(text, range)))
    }
    return entries
  }
}
