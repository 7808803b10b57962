import Bytes

extension Notice {
  /// SHA-256 (lower-case hex) of the words of the document itself, width, spaces and marks folded, header and page left
  /// out: two pages that carry the same document have the same digest, whatever their index numbers are.
  package var textDigest: String {
    var words: [UInt8] = []
    for part in parts {
      words += Array(TitleKey.key([part.title, part.addressee].compactMap { $0 }.joined()).utf8)
    }
    for text in UnitTree(self).texts { words += Array(TitleKey.key(text, text.all).utf8) }
    return SHA256.hex(words)
  }
}
