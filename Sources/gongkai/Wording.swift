import Builds
import Diagnostics

/// The words of the command line in the language of the locale.
enum Wording {
  static let language = Surroundings.current().language

  static func say(_ zh: String, _ en: String) -> String { language == .chinese ? zh : en }
}
