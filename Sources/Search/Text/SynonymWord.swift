/// What the search makes of a word of `synonyms.txt`.
public enum SynonymWord: Sendable, Equatable {
  /// Its folded symbols: two spellings with the same symbols are the same word.
  case word(String)
  /// No letter, digit or character.
  case empty
  /// A separator stands inside: a synonym replaces a part of one run.
  case divided
  /// More symbols than `longest`.
  case tooLong

  /// Linear in the length of `text`.
  public static func check(_ text: String, longest: Int) -> SynonymWord {
    let symbols = NormalText(text).symbols
    if symbols.isEmpty { return .empty }
    if symbols.contains(0) { return .divided }
    if symbols.count > longest { return .tooLong }
    return .word(String(String.UnicodeScalarView(symbols.compactMap(Unicode.Scalar.init))))
  }
}
