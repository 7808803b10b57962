import Diagnostics
import Mustache

/// Templates, words and assets, checked: what a page needs besides its values.
public struct Theme: Sendable {
  public let name: String
  /// Sorted by name.
  public let assets: [ThemeAsset]
  let library: MustacheLibrary
  private let languages: [String: Strings]

  init(name: String, assets: [ThemeAsset], library: MustacheLibrary, languages: [String: Strings]) {
    self.name = name
    self.assets = assets
    self.library = library
    self.languages = languages
  }

  /// The words in one language; a language the theme does not have gets the first one it has, in the order of
  /// `Strings.languages`.
  func strings(_ language: String) -> Strings {
    languages[language]
      ?? Strings.languages.lazy.compactMap { languages[$0] }.first ?? Strings(language: language, texts: [:])
  }

  func hasStrings(_ language: String) -> Bool { languages[language] != nil }

  func asset(_ name: String) -> ThemeAsset? { assets.first { $0.name == name } }
}
