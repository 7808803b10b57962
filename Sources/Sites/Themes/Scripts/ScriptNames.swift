/// Short names: `a`, `b` … `aa`, `ba` …, letters that the script uses most first.
struct ScriptNames: Sendable {
  private let first: [UInt8]
  private let later: [UInt8]

  /// - Parameter counts: how often each byte stands in what is not renamed.
  init(counts: [Int]) {
    func sorted(_ letters: String) -> [UInt8] {
      letters.utf8.enumerated().sorted {
        (counts[Int($1.element)], $0.offset) < (counts[Int($0.element)], $1.offset)
      }.map(\.element)
    }
    let letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ$_"
    first = sorted(letters)
    later = sorted(letters + "0123456789")
  }

  /// The name of that number; words of the language are passed over by `ScriptScopes`, which keeps them.
  func name(_ number: Int) -> String {
    var out = [first[number % first.count]]
    var rest = number / first.count
    while rest > 0 {
      rest -= 1
      out.append(later[rest % later.count])
      rest /= later.count
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// Words that are not names, or not everywhere.
  static let reserved: Set<String> = [
    "break", "case", "catch", "class", "const", "continue", "debugger", "default", "delete", "do", "else",
    "enum", "export",
    "extends", "false", "finally", "for", "function", "if", "import", "in", "instanceof", "new", "null",
    "return", "super",
    "switch", "this", "throw", "true", "try", "typeof", "var", "void", "while", "with",
  ]

  /// Names with a meaning of their own in some place.
  static let contextual: Set<String> = [
    "__proto__", "arguments", "as", "async", "await", "eval", "from", "get", "implements", "interface", "let",
    "of", "package", "private",
    "protected", "public", "set", "static", "undefined", "yield",
  ]
}
