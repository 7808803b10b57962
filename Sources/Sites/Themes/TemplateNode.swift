import Diagnostics

/// A parsed template: what the check walks, with the place of every tag.
indirect enum TemplateNode: Sendable {
  /// `{{name}}` or `{{{name}}}`.
  case variable(name: String, raw: Bool, at: SourcePosition)
  case section(name: String, inverted: Bool, children: [TemplateNode], at: SourcePosition)
  case partial(name: String, at: SourcePosition)
  /// `{{<name}}…{{/name}}` with the blocks it overrides.
  case parent(name: String, blocks: [TemplateBlock], at: SourcePosition)
  /// `{{$name}}…{{/name}}` outside of a parent: a place that others may override.
  case block(TemplateBlock)
}

struct TemplateBlock: Sendable {
  var name: String
  var children: [TemplateNode]
  var at: SourcePosition
}

/// A template's source as the theme author wrote it, parsed.
struct TemplateSource: Sendable {
  let file: String
  let nodes: [TemplateNode]
  /// The text for the engine: every `{{name}}` has become `{{{name}}}`, because values are escaped when they enter the
  /// context. The engine's own escaping goes by grapheme and lets a quotation mark with a combining mark through.
  let engineText: String

  /// `default/document` as the engine knows it, whose closing tags take no `/`.
  static func engineName(_ name: String) -> String { name.replacing("/", with: "--") }
}
