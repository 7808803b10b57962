extension DiagnosticKind {
  static let themes: [DiagnosticKind] = [
    .themeMissing, .themeCycle, .templateMissing, .templateUnused, .templateSyntax, .templateUnknownNameNear,
    .templateUnknownName, .templateRawText, .templateEscapedMarkup, .templateNotPrintable,
    .templateUnknownPartial, .templateRecursion, .templateUnknownBlock, .templateDelimiters, .stringMissing,
    .stringsLanguageMissing, .assetReferenceMissing, .assetCycle, .assetNotClassic,
  ]

  public static let themeMissing = DiagnosticKind(
    "theme-missing", .error,
    message: LocalizedText(
      zh: "没有主题“{0}”",
      en: "there is no theme “{0}”"),
    explanation: LocalizedText(
      zh: "themes/ 下没有这个文件夹，或者里面没有 theme.yml。",
      en: "themes/ has no such folder, or it has no theme.yml."),
    fix: LocalizedText(
      zh: "检查主题的名称；默认主题是 default。",
      en: "Check the theme's name; the one that comes with the program is default."))

  public static let themeCycle = DiagnosticKind(
    "theme-cycle", .error,
    message: LocalizedText(
      zh: "主题“{0}”经由 extends 引用了自己",
      en: "the theme “{0}” extends itself"),
    explanation: LocalizedText(
      zh: "主题的继承成了循环。",
      en: "The chain of extends is a circle."),
    fix: LocalizedText(
      zh: "改正 theme.yml 里的 extends。",
      en: "Correct extends in theme.yml."))

  public static let templateMissing = DiagnosticKind(
    "template-missing", .error,
    message: LocalizedText(
      zh: "主题缺少模板 {0}",
      en: "the theme lacks the template {0}"),
    explanation: LocalizedText(
      zh: "没有它就无法生成这类页面。",
      en: "Pages of this kind cannot be made without it."),
    fix: LocalizedText(
      zh: "添加 templates/{0}.mustache，或者在 theme.yml 里写 extends: default。",
      en: "Add templates/{0}.mustache, or write extends: default in theme.yml."))

  public static let templateUnused = DiagnosticKind(
    "template-unused", .warning,
    message: LocalizedText(
      zh: "模板 {0} 没有被任何页面使用",
      en: "no page uses the template {0}"),
    explanation: LocalizedText(
      zh: "它既不是页面模板，也没有被别的模板引用，多半是文件名写错了。",
      en: "It is neither a page template nor included by one; most likely its name is mistyped."),
    fix: LocalizedText(
      zh: "对照 docs/themes.md 检查文件名，或者删去它。",
      en: "Compare the name with docs/themes.md, or remove the file."))

  public static let templateSyntax = DiagnosticKind(
    "template-syntax", .error,
    message: LocalizedText(
      zh: "模板语法错误：{0}",
      en: "template syntax error: {0}"),
    explanation: LocalizedText(
      zh: "模板无法解析，网站没有生成。",
      en: "The template cannot be parsed; no site was made."),
    fix: LocalizedText(
      zh: "检查 {{ }} 是否成对，{{#名称}} 与 {{/名称}} 是否对应。",
      en: "Check that {{ }} are balanced and that every {{#name}} has its {{/name}}."))

  public static let templateUnknownNameNear = DiagnosticKind(
    "template-unknown-name-near", .error,
    message: LocalizedText(
      zh: "这里没有“{0}”，是不是“{1}”？",
      en: "there is no “{0}” here; did you mean “{1}”?"),
    explanation: LocalizedText(
      zh: "写错的名称在页面上什么也不显示，所以在载入主题时就要查出来。",
      en: "A mistyped name prints nothing, so it is found when the theme is loaded."),
    fix: LocalizedText(
      zh: "改为“{1}”。每类页面的全部名称见 docs/themes.md。",
      en: "Write “{1}”. docs/themes.md lists the names of every kind of page."))

  public static let templateUnknownName = DiagnosticKind(
    "template-unknown-name", .error,
    message: LocalizedText(
      zh: "这里没有“{0}”",
      en: "there is no “{0}” here"),
    explanation: LocalizedText(
      zh: "写错的名称在页面上什么也不显示，所以在载入主题时就要查出来。",
      en: "A mistyped name prints nothing, so it is found when the theme is loaded."),
    fix: LocalizedText(
      zh: "每类页面的全部名称见 docs/themes.md。",
      en: "docs/themes.md lists the names of every kind of page."))

  public static let templateRawText = DiagnosticKind(
    "template-raw-text", .error,
    message: LocalizedText(
      zh: "“{0}”是文字，不能用三层大括号输出",
      en: "“{0}” is text and may not be put out unescaped"),
    explanation: LocalizedText(
      zh: "三层大括号不转义，文件里的 <script> 就会进入页面；只有“HTML”类的名称可以这样用。",
      en:
        "Triple braces do not escape, so a <script> in a document would enter the page. Only names of the kind HTML may stand in them."
    ),
    fix: LocalizedText(
      zh: "改成 {{{0}}}。",
      en: "Use two braces instead of three."))

  public static let templateEscapedMarkup = DiagnosticKind(
    "template-escaped-markup", .error,
    message: LocalizedText(
      zh: "“{0}”是 HTML，要用三层大括号输出",
      en: "“{0}” is HTML and needs triple braces"),
    explanation: LocalizedText(
      zh: "用两层大括号，读者会看到标签本身。",
      en: "With two braces readers would see the tags."),
    fix: LocalizedText(
      zh: "把两层大括号改成三层。",
      en: "Use three braces instead of two."))

  public static let templateNotPrintable = DiagnosticKind(
    "template-not-printable", .error,
    message: LocalizedText(
      zh: "“{0}”是{1}，不能直接输出",
      en: "“{0}” is a {1} and cannot be put out as it is"),
    explanation: LocalizedText(
      zh: "列表和对象要用 {{#名称}}…{{/名称}} 展开。",
      en: "Lists and objects are opened with {{#name}}…{{/name}}."),
    fix: LocalizedText(
      zh: "展开它，再输出里面的名称。",
      en: "Open it and put out the names inside."))

  public static let templateUnknownPartial = DiagnosticKind(
    "template-unknown-partial", .error,
    message: LocalizedText(
      zh: "没有模板“{0}”",
      en: "there is no template “{0}”"),
    explanation: LocalizedText(
      zh: "引用的模板不存在，这一部分会是空的。",
      en: "The template that is included does not exist; this part would be empty."),
    fix: LocalizedText(
      zh: "对照 templates/ 检查名称。",
      en: "Compare the name with the files in templates/."))

  public static let templateRecursion = DiagnosticKind(
    "template-recursion", .error,
    message: LocalizedText(
      zh: "模板“{0}”引用了自己",
      en: "the template “{0}” includes itself"),
    explanation: LocalizedText(
      zh: "模板不能直接或间接引用自己。",
      en: "A template may not include itself, directly or through others."),
    fix: LocalizedText(
      zh: "去掉循环的引用。",
      en: "Remove the circular include."))

  public static let templateUnknownBlock = DiagnosticKind(
    "template-unknown-block", .error,
    message: LocalizedText(
      zh: "模板“{1}”里没有块“{0}”",
      en: "the template “{1}” has no block “{0}”"),
    explanation: LocalizedText(
      zh: "覆盖一个不存在的块没有任何效果。",
      en: "Overriding a block that does not exist has no effect."),
    fix: LocalizedText(
      zh: "对照被继承的模板检查块的名称。",
      en: "Compare the name with the blocks of the inherited template."))

  public static let templateDelimiters = DiagnosticKind(
    "template-delimiters", .error,
    message: LocalizedText(
      zh: "主题不支持“{0}”",
      en: "themes do not support “{0}”"),
    explanation: LocalizedText(
      zh: "改变分隔符、关闭转义和变换函数不属于主题的语言，否则无法在载入时检查模板。",
      en:
        "Changed delimiters, content types and transforms are not part of the theme language: templates could not be checked when they are loaded."
    ),
    fix: LocalizedText(
      zh: "改用普通的 {{名称}}。",
      en: "Use plain {{name}}."))

  public static let stringMissing = DiagnosticKind(
    "string-missing", .error,
    message: LocalizedText(
      zh: "{0} 缺少词条“{1}”",
      en: "{0} lacks the string “{1}”"),
    explanation: LocalizedText(
      zh: "界面的文字都来自 strings/；缺少的词条会让页面出现空白。",
      en: "All words of the interface come from strings/; a missing one would leave a gap on pages."),
    fix: LocalizedText(
      zh: "补上“{1}: …”。",
      en: "Add “{1}: …”."))

  public static let stringsLanguageMissing = DiagnosticKind(
    "strings-language-missing", .error,
    message: LocalizedText(
      zh: "主题没有语言 {0} 的词条",
      en: "the theme has no strings for {0}"),
    explanation: LocalizedText(
      zh: "网站语言必须有对应的 strings/{0}.yml。",
      en: "The site's language needs strings/{0}.yml."),
    fix: LocalizedText(
      zh: "添加 strings/{0}.yml，或者改用 zh-Hans、zh-Hant、en。",
      en: "Add strings/{0}.yml, or use zh-Hans, zh-Hant or en."))

  public static let assetReferenceMissing = DiagnosticKind(
    "asset-reference-missing", .error,
    message: LocalizedText(
      zh: "引用的“{0}”不在主题的 assets/ 里",
      en: "“{0}” is not in the theme's assets/"),
    explanation: LocalizedText(
      zh: "样式表或脚本引用了不存在的文件。",
      en: "A style sheet or script names a file that does not exist."),
    fix: LocalizedText(
      zh: "检查文件名；网站不引用外部资源。",
      en: "Check the name; the site uses no external resources."))

  public static let assetNotClassic = DiagnosticKind(
    "asset-not-classic", .warning,
    message: LocalizedText(
      zh: "“{0}”里的 import 或 export 不能改写成离线网站可用的脚本",
      en: "an import or export of “{0}” cannot be rewritten for a site that is opened from a disk"),
    explanation: LocalizedText(
      zh: "从磁盘打开的网页不能使用模块。能改写的是：行首的 export 加声明或一行的列表、import('./x.js')、import.meta.url。",
      en:
        "Pages opened from a disk cannot use modules. What can be rewritten: export at the start of a line with a declaration or a list, import('./x.js'), import.meta.url."
    ),
    fix: LocalizedText(
      zh: "改用 import('./x.js')；离线网站不需要这个脚本时可以不管",
      en: "use import('./x.js'); ignore this when the offline site does not need the script"))

  public static let assetCycle = DiagnosticKind(
    "asset-cycle", .error,
    message: LocalizedText(
      zh: "“{0}”与其他脚本互相引用，成了循环",
      en: "“{0}” and other scripts refer to each other in a circle"),
    explanation: LocalizedText(
      zh: "文件名带有内容的摘要，循环引用的摘要无法确定。",
      en: "File names carry a digest of the content, which cannot be computed in a circle."),
    fix: LocalizedText(
      zh: "去掉循环的引用。",
      en: "Break the circle."))
}
