/// What the rules for disclosure and the pages of the site miss: found when the whole catalogue is known.
extension DiagnosticKind {
  static let disclosure: [DiagnosticKind] = [
    languageNotInTheme, classesEmpty, summariesMissing, accessibilityUnstated, imageInvalid,
  ]

  public static let languageNotInTheme = DiagnosticKind(
    "language-not-in-theme", .error,
    message: LocalizedText(
      zh: "主题 {1} 没有界面语言 {0}", en: "the theme {1} does not have the interface language {0}"),
    explanation: LocalizedText(
      zh: "“界面语言”里的每一种语言都要有主题的 strings/*.yml；没有的语言不生成页面。",
      en: "Every language of “languages” needs a strings/*.yml in the theme; pages in others are not made."),
    fix: LocalizedText(
      zh: "添加 themes/{1}/strings/{0}.yml，或者从“界面语言”里删去 {0}。",
      en: "Add themes/{1}/strings/{0}.yml, or take {0} out of “languages”."))

  public static let classesEmpty = DiagnosticKind(
    "classes-empty", .note,
    message: LocalizedText(
      zh: "法定主动公开内容有 {0} 类还没有文件：{1}",
      en: "{0} classes of compulsory disclosure have no documents yet: {1}"),
    explanation: LocalizedText(
      zh: "《政府信息公开条例》第二十、二十一条列出的类别。没有文件的类别不显示，网站上不会有空栏目。",
      en:
        "These are the classes of articles 20 and 21 of the Regulations. A class without documents is not shown, so that the site has no empty column."
    ),
    fix: LocalizedText(
      zh: "公开属于这些类别的文件，并在“公开目录”里写明类别。",
      en: "Publish documents of these classes and name the class in their catalogue field."))

  public static let summariesMissing = DiagnosticKind(
    "summaries-missing", .note,
    message: LocalizedText(
      zh: "公开目录里有 {0} 份文件没有内容概述，例如 {1}",
      en: "{0} documents of the catalogue have no summary, {1} for one"),
    explanation: LocalizedText(
      zh: "《政府信息公开条例》第十二条要求公开目录包括索引、名称、内容概述、生成日期。没有的概述显示为“—”，不会编造。",
      en:
        "Article 12 of the Regulations asks for index, title, summary and date in the catalogue. A missing summary is shown as a dash and never made up."
    ),
    fix: LocalizedText(
      zh: "在文件头里写“内容概述”，不超过 100 字。", en: "Write a summary of at most 100 characters in the front matter."))

  public static let accessibilityUnstated = DiagnosticKind(
    "accessibility-unstated", .note,
    message: LocalizedText(
      zh: "没有写无障碍声明的“{0}”", en: "the accessibility statement lacks “{0}”"),
    explanation: LocalizedText(
      zh: "声明页只写 site.yml 里写明的结论和日期，不替单位作结论。",
      en: "The page says only what site.yml states; no claim is made in the office's name."),
    fix: LocalizedText(
      zh: "在 site.yml 的“无障碍声明”里补上。", en: "Add it to “accessibility” in site.yml."))

  public static let imageInvalid = DiagnosticKind(
    "image-invalid", .warning,
    message: LocalizedText(
      zh: "“{0}”不是图片", en: "“{0}” is not an image"),
    explanation: LocalizedText(
      zh: "文件的开头不是 PNG、JPEG、GIF、WebP、AVIF、BMP 或者 SVG。页面显示替代文字，不显示坏图。",
      en:
        "The file does not begin like a PNG, JPEG, GIF, WebP, AVIF, BMP or SVG. The page shows the text alternative instead of a broken image."
    ),
    fix: LocalizedText(
      zh: "换成真正的图片；不是图片的文件请用链接。", en: "Replace it by a real image; link to files that are none."))
}
