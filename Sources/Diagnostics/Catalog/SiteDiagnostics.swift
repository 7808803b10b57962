extension DiagnosticKind {
  static let site: [DiagnosticKind] = configuration + catalog + themes + pages

  private static let pages: [DiagnosticKind] = [
    .pageLinkBroken, .pageAnchorBroken, .linkRefused, .aliasInvalid,
  ]

  public static let pageLinkBroken = DiagnosticKind(
    "page-link-broken", .error,
    message: LocalizedText(
      zh: "链接 {0} 没有对应的页面",
      en: "the link {0} leads to no page"),
    explanation: LocalizedText(
      zh: "打不开的链接会被读者和检查组发现。",
      en: "Readers and inspectors find links that do not open."),
    fix: LocalizedText(
      zh: "检查主题模板或文件里的这个链接。",
      en: "Check the link in the theme's template or in the document."))

  public static let pageAnchorBroken = DiagnosticKind(
    "page-anchor-broken", .warning,
    message: LocalizedText(
      zh: "链接 {0} 指向的位置不存在",
      en: "the link {0} names a place that is not on the page"),
    explanation: LocalizedText(
      zh: "页面能打开，但不会停在所指的条款上。",
      en: "The page opens, but not at the clause that is meant."),
    fix: LocalizedText(
      zh: "检查锚点；条款编号改变后，锚点也会改变。",
      en: "Check the anchor; it changes when clauses are renumbered."))

  public static let linkRefused = DiagnosticKind(
    "link-refused", .warning,
    message: LocalizedText(
      zh: "链接“{0}”不安全，显示为文字",
      en: "the link “{0}” is not allowed and stays text"),
    explanation: LocalizedText(
      zh: "只允许 http、https、mailto、tel 和本站的相对地址；javascript: 之类的地址会运行别人的代码。",
      en:
        "Only http, https, mailto, tel and relative addresses are allowed; javascript: and the like would run foreign code."
    ),
    fix: LocalizedText(
      zh: "改成完整的 https:// 地址，或者删去链接。",
      en: "Write a full https:// address, or remove the link."))

  public static let aliasInvalid = DiagnosticKind(
    "alias-invalid", .warning,
    message: LocalizedText(
      zh: "旧地址“{0}”不能使用",
      en: "the alias “{0}” cannot be used"),
    explanation: LocalizedText(
      zh: "旧地址必须是本站的相对路径，不能含有 .. 、查询或控制字符。",
      en: "An alias is a relative path of this site without .., query or control characters."),
    fix: LocalizedText(
      zh: "写类似 old/2017/12.html 的路径。",
      en: "Write a path such as old/2017/12.html."))
}
