/// The reference part of `docs/themes.md`: every name of every kind of page, made from the schemas that pages are
/// filled and templates are checked with, so that it cannot be wrong.
package enum ThemeReference {
  /// The line in `docs/themes.md` below which everything is generated.
  package static let marker = "<!-- 以下由程序生成，请勿手工修改 · generated, do not edit -->"

  /// Markdown with a table for each template and one for the words the generator itself uses.
  package static func markdown() -> String {
    var out = "## 每类页面的名称 · Names of every kind of page\n\n"
    out += """
      | 类型 type | 写法 how it is used |
      |---|---|
      | text | `{{名称}}`，自动转义 escaped |
      | HTML | `{{{名称}}}`，程序生成的标记 markup made by the generator |
      | flag | `{{#名称}}…{{/名称}}`、`{{^名称}}…{{/名称}}` |
      | object | `{{#名称}}…{{/名称}}`，没有时略去 left out when absent；`{{名称.内层}}` |
      | list | `{{#名称}}…{{/名称}}`，每项一次 once for each item |


      """
    out += section(
      "所有页面 · Every page", "除 `header` 和 `footer` 以外的模板都有 · in every template but `header` and `footer`",
      PageSchema.frame)
    for schema in PageSchema.all {
      let inherited = Set(PageSchema.frame.map(\.name))
      let isPage = schema.template != "header" && schema.template != "footer"
      let fields = schema.fields.filter { !isPage || !inherited.contains($0.name) }
      out += section("`\(schema.template).mustache`", "\(schema.zh) · \(schema.en)", fields)
    }
    out += """
      ## 程序使用的词条 · Words the generator uses

      每种语言的 `strings/*.yml` 都必须有这些键；模板可以使用更多的键。
      Every `strings/*.yml` must have these keys; templates may use more.


      """
    out += StringKey.allCases.map { "`\($0.rawValue)`" }.joined(separator: " ") + "\n"
    return out
  }

  private static func section(_ title: String, _ meaning: String, _ fields: [PageSchema.Field]) -> String {
    var out = "### \(title)\n\n\(meaning)\n\n| 名称 name | 类型 type | 含义 | meaning |\n|---|---|---|---|\n"
    append(fields, prefix: "", to: &out)
    return out + "\n"
  }

  private static func append(_ fields: [PageSchema.Field], prefix: String, to out: inout String) {
    for field in fields {
      out += "| `\(prefix)\(field.name)` | \(field.type.name) | \(field.zh) | \(field.en) |\n"
      switch field.type {
      case .object(let inner): append(inner, prefix: prefix + field.name + ".", to: &out)
      case .list(let inner): append(inner, prefix: prefix + field.name + "[].", to: &out)
      case .text, .html, .flag: break
      }
    }
  }
}
