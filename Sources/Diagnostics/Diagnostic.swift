/// How much a diagnostic matters.
public enum Severity: String, Sendable, Comparable, CaseIterable {
  /// Worth knowing; nothing to do.
  case note
  /// Doubtful; the result stands but a person should look.
  case warning
  /// The file, or a part of it, could not be used.
  case error

  public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// The languages that messages are written in.
public enum MessageLanguage: String, Sendable, CaseIterable {
  case chinese = "zh"
  case english = "en"

  /// The language for a locale name such as `zh_CN.UTF-8`; English when it is not Chinese.
  public init(locale: String) {
    self = locale.lowercased().hasPrefix("zh") ? .chinese : .english
  }
}

/// A text in both languages of the messages. `{0}`, `{1}` … stand for the arguments.
public struct LocalizedText: Sendable, Hashable {
  public let zh: String
  public let en: String

  public init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  /// The text in one language with its arguments filled in.
  public func text(_ language: MessageLanguage, _ arguments: [String] = []) -> String {
    var result = ""
    var rest = (language == .chinese ? zh : en)[...]
    while let open = rest.firstIndex(of: "{") {
      result += rest[..<open]
      let after = rest[rest.index(after: open)...]
      if let close = after.firstIndex(of: "}"), let index = Int(after[..<close]), index < arguments.count {
        result += arguments[index]
        rest = after[after.index(after: close)...]
      } else {
        result.append("{")
        rest = after
      }
    }
    return result + rest
  }
}

/// What a diagnostic says, whatever file it is about: one `static let` in `Catalog/`, one page in `docs/diagnostics/`.
public struct DiagnosticKind: Sendable, Hashable {
  /// Stable, kebab-case, named after the fault (`front-matter-unclosed`).
  public let id: String
  public let severity: Severity
  /// One line: the rule that was broken, with arguments.
  public let message: LocalizedText
  /// A paragraph for `docs/diagnostics/<id>.md` and `--verbose`: why it matters.
  public let explanation: LocalizedText
  /// What to do about it.
  public let fix: LocalizedText

  public init(
    _ id: String, _ severity: Severity, message: LocalizedText, explanation: LocalizedText, fix: LocalizedText
  ) {
    self.id = id
    self.severity = severity
    self.message = message
    self.explanation = explanation
    self.fix = fix
  }
}

/// Something a person should know about an input: a value, never thrown.
public struct Diagnostic: Sendable, Hashable {
  public var kind: DiagnosticKind
  /// Fills `{0}`, `{1}` … of the kind's texts.
  public var arguments: [String]
  /// The file, relative to the project; `nil` when it is about the whole build.
  public var file: String?
  public var range: SourceRange?

  public init(_ kind: DiagnosticKind, _ arguments: String..., file: String? = nil, range: SourceRange? = nil)
  {
    self.kind = kind
    self.arguments = arguments
    self.file = file
    self.range = range
  }

  public var id: String { kind.id }
  public var severity: Severity { kind.severity }

  public func message(_ language: MessageLanguage) -> String { kind.message.text(language, arguments) }
  public func explanation(_ language: MessageLanguage) -> String {
    kind.explanation.text(language, arguments)
  }
  public func fix(_ language: MessageLanguage) -> String { kind.fix.text(language, arguments) }
}

/// A value and what was noticed while it was made. Readers return this; they never throw for a fault of the input.
public struct Diagnosed<Value> {
  public var value: Value
  public var diagnostics: [Diagnostic]

  public init(_ value: Value, _ diagnostics: [Diagnostic] = []) {
    self.value = value
    self.diagnostics = diagnostics
  }
}

extension Diagnosed: Sendable where Value: Sendable {}
