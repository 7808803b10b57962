/// The names a kind of page offers to its template, with their types and meaning: what the check at loading and
/// `docs/themes.md` are made from, and what fills every context.
public struct PageSchema: Sendable {
  public struct Field: Sendable {
    public indirect enum Kind: Sendable {
      /// Escaped where it is put in.
      case text
      /// Markup made by the generator, for triple braces.
      case html
      case flag
      /// Absent or one object.
      case object([Field])
      case list([Field])
    }
    public let name: String
    public let type: Kind
    public let zh: String
    public let en: String

    init(_ name: String, _ type: Kind, _ zh: String, _ en: String) {
      self.name = name
      self.type = type
      self.zh = zh
      self.en = en
    }
  }

  /// The template's name, `document` for `templates/document.mustache`.
  public let template: String
  public let zh: String
  public let en: String
  public let fields: [Field]
}

/// The kinds of pages, each with one template.
public enum PageKind: String, Sendable, CaseIterable, Hashable {
  case home, document, page, withdrawn, list, axis, catalog, numbers, search, statistics, duties, data,
    accessibility
  case attachments
  case notFound = "not-found"
  case organDuties = "organ-duties"
  case redirect
}

extension PageSchema {
  static func text(_ name: String, _ zh: String, _ en: String) -> Field { Field(name, .text, zh, en) }
  static func html(_ name: String, _ zh: String, _ en: String) -> Field { Field(name, .html, zh, en) }
  static func flag(_ name: String, _ zh: String, _ en: String) -> Field { Field(name, .flag, zh, en) }
  static func object(_ name: String, _ zh: String, _ en: String, _ fields: [Field]) -> Field {
    Field(name, .object(fields), zh, en)
  }
  static func list(_ name: String, _ zh: String, _ en: String, _ fields: [Field]) -> Field {
    Field(name, .list(fields), zh, en)
  }
  /// A block that is absent when it has no rows: `{{#name}}<h2>…</h2>{{#items}}…{{/items}}{{/name}}`.
  static func block(_ name: String, _ zh: String, _ en: String, _ rows: [Field], _ more: [Field] = [])
    -> Field
  {
    Field(
      name,
      .object(
        [list("items", "各项", "the rows", rows), text("count", "项数", "how many there are")] + more), zh, en)
  }

  /// The schema of one kind of page without the theme's own strings and assets.
  static func of(_ kind: PageKind) -> PageSchema {
    switch kind {
    case .home: home
    case .document: document
    case .page: page
    case .withdrawn: withdrawn
    case .list: listPage
    case .axis: axis
    case .catalog: catalog
    case .statistics: statistics
    case .duties: duties
    case .organDuties: organDuties
    case .data: data
    case .accessibility: accessibility
    case .attachments: attachments
    case .numbers: numbers
    case .search: search
    case .notFound: notFound
    case .redirect: redirect
    }
  }
}
