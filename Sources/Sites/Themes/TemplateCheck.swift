import Diagnostics
import Notices

/// Checks every name in every template against what the page offers there, the way the engine will look it up: through
/// sections outwards, through partials with the scope of the place that includes them, through blocks with the scope
/// of the place where they are expanded.
struct TemplateCheck {
  private typealias Field = PageSchema.Field

  private let templates: [String: TemplateSource]
  private var diagnostics: [Diagnostic] = []
  private var used = Set<String>()
  /// Faults that were reported, so that a partial included ten times does not report ten times.
  private var reported = Set<Diagnostic>()

  static func check(
    _ templates: [String: TemplateSource], strings: Set<String>, assets: [ThemeAsset], theme: String
  ) -> [Diagnostic] {
    var check = TemplateCheck(templates)
    let shared = [PageSchema.strings(strings), PageSchema.assets(assets)]
    for schema in PageSchema.all {
      guard templates[schema.template] != nil else {
        check.note(Diagnostic(.templateMissing, schema.template, file: "themes/\(theme)/theme.yml"))
        continue
      }
      check.template(schema.template, [shared + schema.fields], [:], [])
    }
    for (name, source) in templates.sorted(by: { $0.key < $1.key })
    where !check.used.contains(source.file) && !name.contains("/") {
      check.note(Diagnostic(.templateUnused, name, file: source.file))
    }
    return check.diagnostics
  }

  private init(_ templates: [String: TemplateSource]) { self.templates = templates }

  /// - Parameters:
  ///   - scopes: fields by scope, outermost first.
  ///   - overrides: bodies for blocks, each with the file it stands in.
  ///   - open: the templates that are being expanded.
  private mutating func template(
    _ name: String, _ scopes: [[Field]], _ overrides: [String: (TemplateBlock, String)], _ open: [String]
  ) {
    guard let source = templates[name] else { return }
    used.insert(source.file)
    walk(source.nodes, source.file, scopes, overrides, open + [name])
  }

  private mutating func walk(
    _ nodes: [TemplateNode], _ file: String, _ scopes: [[Field]],
    _ overrides: [String: (TemplateBlock, String)], _ open: [String]
  ) {
    for node in nodes {
      switch node {
      case .variable(let name, let raw, let at): variable(name, raw, at, file, scopes)
      case .section(let name, let inverted, let children, let at):
        guard let field = resolve(name, at, file, scopes) else { continue }
        walk(children, file, inverted ? scopes : opened(field, scopes), overrides, open)
      case .partial(let name, let at):
        guard enter(name, at, file, open) else { continue }
        template(name, scopes, overrides, open)
      case .parent(let name, let blocks, let at):
        guard enter(name, at, file, open) else { continue }
        let known = blockNames(name, [])
        for block in blocks where !known.contains(block.name) {
          note(
            Diagnostic(
              .templateUnknownBlock, block.name, name, file: file, range: SourceRange(block.at, block.at)))
        }
        var merged = Dictionary(
          blocks.map { ($0.name, ($0, file)) }, uniquingKeysWith: { first, _ in first })
        merged.merge(overrides) { $1 }
        template(name, scopes, merged, open)
      case .block(let block):
        if let (override, origin) = overrides[block.name] {
          walk(override.children, origin, scopes, overrides.filter { $0.key != block.name }, open)
        } else {
          walk(block.children, file, scopes, overrides, open)
        }
      }
    }
  }

  private mutating func variable(
    _ name: String, _ raw: Bool, _ at: SourcePosition, _ file: String, _ scopes: [[Field]]
  ) {
    guard let field = resolve(name, at, file, scopes) else { return }
    let range = SourceRange(at, at)
    switch (field.type, raw) {
    case (.text, true): note(Diagnostic(.templateRawText, name, file: file, range: range))
    case (.html, false): note(Diagnostic(.templateEscapedMarkup, name, file: file, range: range))
    case (.flag, _), (.object, _), (.list, _):
      note(Diagnostic(.templateNotPrintable, name, field.type.name, file: file, range: range))
    default: break
    }
  }

  /// The field that a dotted name means, innermost scope first, as the engine looks it up.
  private mutating func resolve(_ name: String, _ at: SourcePosition, _ file: String, _ scopes: [[Field]])
    -> Field?
  {
    let segments = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard let first = segments.first, !segments.contains("") else {
      unknown(name, name, [], at, file)
      return nil
    }
    guard var field = scopes.reversed().lazy.compactMap({ $0.first { $0.name == first } }).first else {
      unknown(name, first, scopes.reversed().flatMap { $0.map(\.name) }, at, file)
      return nil
    }
    for segment in segments.dropFirst() {
      guard case .object(let fields) = field.type else {
        unknown(name, segment, [], at, file)
        return nil
      }
      guard let next = fields.first(where: { $0.name == segment }) else {
        unknown(name, segment, fields.map(\.name), at, file)
        return nil
      }
      field = next
    }
    return field
  }

  private func opened(_ field: Field, _ scopes: [[Field]]) -> [[Field]] {
    switch field.type {
    case .object(let fields), .list(let fields): scopes + [fields]
    case .text, .html, .flag: scopes
    }
  }

  private mutating func enter(_ name: String, _ at: SourcePosition, _ file: String, _ open: [String]) -> Bool
  {
    let range = SourceRange(at, at)
    guard let source = templates[name] else {
      note(Diagnostic(.templateUnknownPartial, name, file: file, range: range))
      return false
    }
    guard !open.contains(where: { templates[$0]?.file == source.file }) else {
      note(Diagnostic(.templateRecursion, name, file: file, range: range))
      return false
    }
    return true
  }

  /// The blocks that a template and what it includes offer to be overridden.
  private func blockNames(_ name: String, _ open: Set<String>) -> Set<String> {
    guard let source = templates[name], !open.contains(name) else { return [] }
    return blockNames(source.nodes, open.union([name]))
  }

  private func blockNames(_ nodes: [TemplateNode], _ open: Set<String>) -> Set<String> {
    var names = Set<String>()
    for node in nodes {
      switch node {
      case .block(let block): names.formUnion(blockNames(block.children, open).union([block.name]))
      case .section(_, _, let children, _): names.formUnion(blockNames(children, open))
      case .partial(let name, _): names.formUnion(blockNames(name, open))
      case .parent(let name, let blocks, _):
        names.formUnion(blockNames(name, open))
        for block in blocks { names.formUnion(blockNames(block.children, open)) }
      case .variable: break
      }
    }
    return names
  }

  private mutating func unknown(
    _ name: String, _ segment: String, _ known: [String], _ at: SourcePosition, _ file: String
  ) {
    let range = SourceRange(at, at)
    if let near = NearMiss.nearest(to: segment, in: known) {
      let whole =
        name == segment
        ? near : name.split(separator: ".").map { $0 == segment ? near : String($0) }.joined(separator: ".")
      note(Diagnostic(.templateUnknownNameNear, name, whole, file: file, range: range))
    } else {
      note(Diagnostic(.templateUnknownName, name, file: file, range: range))
    }
  }

  private mutating func note(_ diagnostic: Diagnostic) {
    if reported.insert(diagnostic).inserted { diagnostics.append(diagnostic) }
  }
}

extension PageSchema {
  /// The words of the theme, by key.
  static func strings(_ keys: Set<String>) -> Field {
    object(
      "strings", "界面文字（strings/*.yml）", "the words of the interface (strings/*.yml)",
      keys.sorted().map { text($0, $0, $0) })
  }

  /// The files of the theme, by name with `_` for everything but letters and digits.
  static func assets(_ assets: [ThemeAsset]) -> Field {
    object(
      "assets", "主题的文件（assets/），名称中字母数字以外的字符写作 _",
      "files of the theme, named with _ for all but letters and digits",
      assets.map {
        object(
          $0.key, $0.name, $0.name,
          [
            text("href", "地址，带内容摘要", "address with a digest"),
            text("integrity", "integrity 属性的值", "value of the integrity attribute"),
          ])
      })
  }

  /// Every schema with a template of its own.
  static let all: [PageSchema] = PageKind.allCases.map(PageSchema.of) + [header, footer]
}

extension PageSchema.Field.Kind {
  /// For messages and documentation.
  var name: String {
    switch self {
    case .text: "text"
    case .html: "HTML"
    case .flag: "flag"
    case .object: "object"
    case .list: "list"
    }
  }
}
