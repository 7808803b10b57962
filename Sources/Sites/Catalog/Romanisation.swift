import Search

/// Latin syllables for an id.
enum Romanisation {
  /// One lower-case syllable a Han character, a run of ASCII letters and digits as one; `nil` when nothing is left or
  /// something is not plain ASCII.
  static func syllables(_ text: String) -> [String]? {
    let syllables = Pinyin.syllables(of: text)
    let plain = syllables.allSatisfy { word in
      word.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
    }
    return syllables.isEmpty || !plain ? nil : syllables
  }
}
