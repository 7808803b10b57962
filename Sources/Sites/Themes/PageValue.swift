import Mustache

/// A value that a template may see. Text is escaped when the context is made; the template engine never escapes.
enum PageValue: Sendable {
  case text(String)
  case html(HTML)
  case flag(Bool)
  case object([String: PageValue])
  case list([[String: PageValue]])

  /// Text, or nothing when it is `nil` or empty.
  static func optional(_ text: String?) -> PageValue { .text(text ?? "") }

  static func number(_ value: Int) -> PageValue { .text(String(value)) }

  /// An object that is absent when there is nothing to list, so that its heading is not printed alone.
  static func items(_ rows: [[String: PageValue]], _ more: [String: PageValue] = [:]) -> PageValue? {
    rows.isEmpty
      ? nil : .object(more.merging(["items": .list(rows), "count": .number(rows.count)]) { a, _ in a })
  }
}

/// Stands for a value that is not there: prints nothing, its section is skipped, and the engine does not look for the
/// name further out.
struct Absent: MustacheCustomRenderable {
  var renderText: String { "" }
  var isNull: Bool { true }
}

extension PageSchema.Field {
  /// The value in the form the engine takes, with every declared name present: `Absent`, `false` or an empty list where
  /// the page gives none. A name of the page that the schema does not declare is a fault of this program.
  func context(_ value: PageValue?) -> Any {
    switch (type, value) {
    case (.text, .text(let text)): return text.isEmpty ? Absent() : HTML(text: text).string
    case (.html, .html(let html)): return html.isEmpty ? Absent() : html.string
    case (.flag, .flag(let flag)): return flag
    case (.flag, nil): return false
    case (.object(let fields), .object(let values)): return PageSchema.context(fields, values)
    case (.list(let fields), .list(let rows)): return rows.map { PageSchema.context(fields, $0) }
    case (.list, nil): return [[String: Any]]()
    case (_, nil): return Absent()
    default:
      assertionFailure("\(name): the value does not have the declared type")
      return Absent()
    }
  }
}

extension PageSchema {
  /// The dictionary the engine takes for a list of fields.
  static func context(_ fields: [Field], _ values: [String: PageValue]) -> [String: Any] {
    var result: [String: Any] = [:]
    result.reserveCapacity(fields.count)
    var used = 0
    for field in fields {
      let value = values[field.name]
      if value != nil { used += 1 }
      result[field.name] = field.context(value)
    }
    assert(
      used == values.count, "undeclared: \(values.keys.filter { key in !fields.contains { $0.name == key } })"
    )
    return result
  }
}
