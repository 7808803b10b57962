extension DiagnosticKind {
  static let configuration: [DiagnosticKind] = [
    .configurationMissing, .configurationTooLarge, .configurationEncoding, .configurationTooDeep,
    .configurationSyntax, .configurationDuplicateKey, .configurationUnknownKeyNear, .configurationUnknownKey,
    .configurationWrongType, .configurationValue, .configurationKeyMissing, .statutoryFieldMissing,
  ]

  public static let configurationMissing = DiagnosticKind(
    "site-configuration-missing", .warning,
    message: LocalizedText(
      zh: "没有 content/site.yml",
      en: "there is no content/site.yml"),
    explanation: LocalizedText(
      zh: "网站名称、栏目和页脚的法定要素都写在这个文件里；没有它，网站仍会生成，但没有名称和页脚信息。",
      en:
        "The site's name, columns and statutory footer come from this file. Without it the site is built, but nameless and without a footer."
    ),
    fix: LocalizedText(
      zh: "新建 content/site.yml，写上网站名称、网站标识码、栏目和页脚；每个键见 docs/site.md。",
      en: "Create content/site.yml with name, identifier, columns and footer; docs/site.md lists every key."))

  public static let configurationTooLarge = DiagnosticKind(
    "configuration-too-large", .error,
    message: LocalizedText(
      zh: "配置文件有 {0} 字节，超过 {1} 字节的上限",
      en: "the configuration has {0} bytes; the limit is {1}"),
    explanation: LocalizedText(
      zh: "配置文件只有几千字节；这么大的文件多半是放错了位置。",
      en: "A configuration has a few kilobytes; a file this large is most likely something else."),
    fix: LocalizedText(
      zh: "检查是否把别的文件存成了这个名字。",
      en: "See whether another file was saved under this name."))

  public static let configurationEncoding = DiagnosticKind(
    "configuration-encoding", .error,
    message: LocalizedText(
      zh: "配置文件不是 UTF-8 编码",
      en: "the configuration is not UTF-8"),
    explanation: LocalizedText(
      zh: "配置文件要求用 UTF-8 编码，猜测编码会改错网站名称和备案号。",
      en: "Configuration must be UTF-8: a guessed encoding could corrupt names and registration numbers."),
    fix: LocalizedText(
      zh: "用编辑器把文件另存为 UTF-8。",
      en: "Save the file as UTF-8."))

  public static let configurationTooDeep = DiagnosticKind(
    "configuration-too-deep", .error,
    message: LocalizedText(
      zh: "配置文件嵌套超过 {0} 层",
      en: "the configuration nests deeper than {0} levels"),
    explanation: LocalizedText(
      zh: "配置最多三层；更深的嵌套会耗尽内存，因此不予解析。",
      en: "A configuration has three levels at most; deeper nesting could exhaust memory and is not parsed."),
    fix: LocalizedText(
      zh: "删去多余的括号或缩进。",
      en: "Remove the surplus brackets or indentation."))

  public static let configurationSyntax = DiagnosticKind(
    "configuration-syntax", .error,
    message: LocalizedText(
      zh: "配置文件不是有效的 YAML：{0}",
      en: "the configuration is not valid YAML: {0}"),
    explanation: LocalizedText(
      zh: "文件无法解析，里面的设置都没有生效，网站按默认设置生成。",
      en: "The file cannot be parsed, so none of its settings is used and the defaults hold."),
    fix: LocalizedText(
      zh: "对照这一行检查冒号后的空格、缩进和引号。",
      en: "Check the space after the colon, the indentation and the quotes on this line."))

  public static let configurationDuplicateKey = DiagnosticKind(
    "configuration-duplicate-key", .error,
    message: LocalizedText(
      zh: "键“{0}”写了两次",
      en: "the key “{0}” is given twice"),
    explanation: LocalizedText(
      zh: "同一个键出现两次时，不知道以哪一个为准。",
      en: "When a key stands twice it is unclear which value is meant."),
    fix: LocalizedText(
      zh: "只保留一个。",
      en: "Keep one of them."))

  public static let configurationUnknownKeyNear = DiagnosticKind(
    "configuration-unknown-key-near", .error,
    message: LocalizedText(
      zh: "没有“{0}”这个键，是不是“{1}”？",
      en: "there is no key “{0}”; did you mean “{1}”?"),
    explanation: LocalizedText(
      zh: "不认识的键不起作用；写错一个字，页脚就会少一项。",
      en: "An unknown key has no effect: one mistyped letter and the footer lacks an item."),
    fix: LocalizedText(
      zh: "改为“{1}”，或者删去这一行。",
      en: "Write “{1}”, or remove the line."))

  public static let configurationUnknownKey = DiagnosticKind(
    "configuration-unknown-key", .error,
    message: LocalizedText(
      zh: "没有“{0}”这个键",
      en: "there is no key “{0}”"),
    explanation: LocalizedText(
      zh: "不认识的键不起作用。这里可以写：{1}。",
      en: "An unknown key has no effect. Keys allowed here: {1}."),
    fix: LocalizedText(
      zh: "从允许的键里选一个，或者删去这一行；每个键见 docs/site.md。",
      en: "Use one of the allowed keys or remove the line; docs/site.md lists them."))

  public static let configurationWrongType = DiagnosticKind(
    "configuration-wrong-type", .error,
    message: LocalizedText(
      zh: "“{0}”的值类型不对，应为 {1}",
      en: "the value of “{0}” has the wrong type; expected: {1}"),
    explanation: LocalizedText(
      zh: "值的形式与这个键不符，没有采用。",
      en: "The value does not have the form this key takes and was not used."),
    fix: LocalizedText(
      zh: "text 是一行文字，list 是以“- ”开头的若干行，mapping 是“键: 值”。",
      en: "text is one line, list is lines that begin with “- ”, mapping is “key: value”."))

  public static let configurationValue = DiagnosticKind(
    "configuration-value", .error,
    message: LocalizedText(
      zh: "“{0}”不能是“{1}”，应为 {2}",
      en: "“{0}” cannot be “{1}”; expected: {2}"),
    explanation: LocalizedText(
      zh: "值不在允许的范围内，没有采用，按默认值处理。",
      en: "The value is outside what is allowed; the default holds instead."),
    fix: LocalizedText(
      zh: "改成允许的值。",
      en: "Use an allowed value."))

  public static let configurationKeyMissing = DiagnosticKind(
    "configuration-key-missing", .error,
    message: LocalizedText(
      zh: "这一项缺少“{0}”",
      en: "this item lacks “{0}”"),
    explanation: LocalizedText(
      zh: "没有它，这一项无法显示，已略去。",
      en: "Without it the item cannot be shown and is left out."),
    fix: LocalizedText(
      zh: "补上“{0}: …”。",
      en: "Add “{0}: …”."))

  public static let statutoryFieldMissing = DiagnosticKind(
    "statutory-field-missing", .warning,
    message: LocalizedText(
      zh: "页面缺少法定要素“{0}”",
      en: "the statutory element “{0}” is missing"),
    explanation: LocalizedText(
      zh: "《政府网站发展指引》（国办发〔2017〕47号）要求每个页面都有这一要素；缺少的要素不会凭空补上。",
      en: "国办发〔2017〕47号 asks for this element on every page; a missing one is left out, never invented."),
    fix: LocalizedText(
      zh: "在 content/site.yml 里填写“{0}”。",
      en: "Fill in “{0}” in content/site.yml."))
}
