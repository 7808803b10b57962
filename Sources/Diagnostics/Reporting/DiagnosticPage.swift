/// The page of a kind in `docs/diagnostics/`, made from the catalogue; a test fails when the file differs.
public struct DiagnosticPage {
  private let kind: DiagnosticKind

  public init(_ kind: DiagnosticKind) { self.kind = kind }

  /// Relative to the repository.
  public var path: String { "docs/diagnostics/\(kind.id).md" }
  public static let indexPath = "docs/diagnostics/README.md"

  /// Chinese first, then English; arguments are shown as `…`.
  public var text: String {
    """
    # \(kind.id)

    <!-- Generated from Sources/Diagnostics/Catalog; do not edit. -->

    **\(kind.severity.name(.chinese))**：\(Self.filled(kind.message.zh))

    \(Self.filled(kind.explanation.zh))

    **怎么改**：\(Self.filled(kind.fix.zh))

    ---

    **\(kind.severity.name(.english))**: \(Self.filled(kind.message.en))

    \(Self.filled(kind.explanation.en))

    **Fix**: \(Self.filled(kind.fix.en))

    """
  }

  /// The list of all kinds.
  public static func index(_ kinds: [DiagnosticKind]) -> String {
    var text = """
      # 诊断信息一览 / Diagnostics

      <!-- Generated from Sources/Diagnostics/Catalog; do not edit. -->

      命令打印的每条信息都有一个固定的名字，写在方括号里。下面是全部名字；点开有解释和改法。

      Every message carries a stable id in brackets. These are all of them, each with an explanation and a fix.

      | id | | 信息 | message |
      |---|---|---|---|

      """
    for kind in kinds {
      let severity = kind.severity.name(.chinese)
      text +=
        "| [\(kind.id)](\(kind.id).md) | \(severity) | \(cell(kind.message.zh)) | \(cell(kind.message.en)) |\n"
    }
    return text
  }

  private static func cell(_ text: String) -> String {
    filled(text).split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }

  /// `{0}` → `…`; what Markdown would take for markup is escaped.
  private static func filled(_ text: String) -> String {
    let arguments = Array(repeating: "…", count: 10)
    var result = ""
    for character in LocalizedText(zh: text, en: text).text(.english, arguments) {
      if "<>*_`[]#\\".contains(character) { result += "\\" }
      result.append(character)
    }
    return result
  }
}
