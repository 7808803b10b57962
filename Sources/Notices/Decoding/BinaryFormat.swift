/// A file format that is not text, known by its first bytes.
struct BinaryFormat {
  /// Reads the same in both languages of the messages.
  let name: String

  static let unknownName = "?"

  init?(of bytes: [UInt8]) {
    guard let known = Self.signatures.first(where: { bytes.starts(with: $0.magic) }) else { return nil }
    name = known.name == Self.zip ? Self.nameInsideZip(bytes) : known.name
  }

  private static let zip = "ZIP"

  private static let signatures: [(magic: [UInt8], name: String)] = [
    ([0x50, 0x4B, 0x03, 0x04], zip),
    ([0x50, 0x4B, 0x05, 0x06], zip),
    (Array("%PDF".utf8), "PDF"),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "Word / Excel / WPS (.doc .xls .wps)"),
    (Array("{\\rtf".utf8), "RTF (.rtf)"),
    ([0x89, 0x50, 0x4E, 0x47], "PNG"),
    ([0xFF, 0xD8, 0xFF], "JPEG"),
    (Array("GIF8".utf8), "GIF"),
    ([0x49, 0x49, 0x2A, 0x00], "TIFF"),
    ([0x4D, 0x4D, 0x00, 0x2A], "TIFF"),
    (Array("RIFF".utf8), "RIFF (.webp .wav .avi)"),
    ([0x1F, 0x8B, 0x08], "gzip (.gz)"),
    (Array("Rar!\u{1A}".utf8), "RAR (.rar)"),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "7-Zip (.7z)"),
    (Array("SQLite format 3\0".utf8), "SQLite"),
    ([0x7F, 0x45, 0x4C, 0x46], "ELF"),
    ([0x00, 0x00, 0x00, 0x0C, 0x4A, 0x58, 0x4C, 0x20], "JPEG XL"),
    (Array("ID3".utf8) + [0x03], "MP3"),
  ]

  /// Office formats are ZIP archives; the names of their members stand in the clear near the front.
  private static func nameInsideZip(_ bytes: [UInt8]) -> String {
    let front = bytes.prefix(8192)
    let members: [(String, String)] = [
      ("word/", "Word (.docx)"), ("xl/", "Excel (.xlsx)"), ("ppt/", "PowerPoint (.pptx)"),
      ("OFD.xml", "OFD (.ofd)"), ("opendocument.text", "OpenDocument (.odt)"),
      ("opendocument.spreadsheet", "OpenDocument (.ods)"), ("epub+zip", "EPUB (.epub)"),
      ("[Content_Types].xml", "Office (.docx .xlsx .pptx)"),
    ]
    return members.first { front.firstOffset(of: Array($0.0.utf8)) != nil }?.1 ?? "ZIP (.zip)"
  }
}

extension RandomAccessCollection where Element == UInt8 {
  /// Where `needle` begins first; `nil` when it does not occur.
  func firstOffset(of needle: [UInt8]) -> Index? {
    guard let first = needle.first else { return startIndex }
    var at = startIndex
    while let found = self[at...].firstIndex(of: first) {
      if self[found...].starts(with: needle) { return found }
      at = index(after: found)
    }
    return nil
  }
}
