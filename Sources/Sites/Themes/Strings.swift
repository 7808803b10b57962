import Diagnostics

/// The words of the interface in one language.
public struct Strings: Sendable, Equatable {
  /// The interface languages of the theme that comes with the program.
  public static let languages = ["zh-Hans", "zh-Hant", "en"]

  public let language: String
  private let texts: [String: String]

  init(language: String, texts: [String: String]) {
    self.language = language
    self.texts = texts
  }

  /// Sorted.
  var keys: [String] { texts.keys.sorted() }

  func has(_ key: String) -> Bool { texts[key] != nil }

  /// The text with `{0}`, `{1}` … filled in. A missing key cannot occur once the theme is loaded: the check requires
  /// every key of `StringKey`.
  func callAsFunction(_ key: StringKey, _ arguments: String...) -> String {
    let text = texts[key.rawValue] ?? key.rawValue
    return arguments.isEmpty ? text : LocalizedText(zh: text, en: text).text(.chinese, arguments)
  }

  func text(_ key: String) -> String? { texts[key] }

  /// Reads `strings/<language>.yml`: one level of keys.
  static func read(_ file: SourceFile, language: String) -> Diagnosed<[String: String]> {
    let parsed = YAMLFile.read(file)
    var diagnostics = parsed.diagnostics
    guard let yaml = parsed.value, let root = yaml.root else { return Diagnosed([:], diagnostics) }
    guard let mapping = root.mapping else {
      diagnostics.append(
        Diagnostic(
          .configurationWrongType, file.path, "mapping", file: file.path, range: YAMLFile.range(root.mark)))
      return Diagnosed([:], diagnostics)
    }
    var texts: [String: String] = [:]
    for (key, value) in mapping {
      guard let name = key.string, let scalar = value.scalar else {
        diagnostics.append(
          Diagnostic(
            .configurationWrongType, key.string ?? "–", "text", file: file.path,
            range: YAMLFile.range(value.mark)))
        continue
      }
      texts[name] = scalar.string
    }
    return Diagnosed(texts, diagnostics)
  }
}
