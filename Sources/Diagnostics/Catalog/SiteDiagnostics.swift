extension DiagnosticKind {
  static let site: [DiagnosticKind] = [
    .configurationMissing, .configurationTooLarge, .configurationEncoding, .configurationTooDeep,
    .configurationSyntax, .configurationDuplicateKey, .configurationUnknownKeyNear,
    .configurationUnknownKey, .configurationWrongType, .configurationValue, .configurationKeyMissing,
    .statutoryFieldMissing, .columnEmpty, .titleMissing, .dateMissing, .idInvalid, .idDuplicate,
    .lockEntryInvalid, .attachmentOutside, .attachmentMissing, .attachmentsTooMany, .attachmentLarge,
    .referenceMissing, .interpretedMissing, .replacementMissing, .pathCollision, .themeMissing,
    .themeCycle, .templateMissing, .templateUnused, .templateSyntax, .templateUnknownNameNear,
    .templateUnknownName, .templateRawText, .templateEscapedMarkup, .templateNotPrintable,
    .templateUnknownPartial, .templateRecursion, .templateUnknownBlock, .templateDelimiters,
    .stringMissing, .stringsLanguageMissing, .assetReferenceMissing, .assetCycle, .assetNotClassic,
    .pageLinkBroken,
    .pageAnchorBroken, .linkRefused, .aliasInvalid,
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

  public static let columnEmpty = DiagnosticKind(
    "column-empty", .warning,
    message: LocalizedText(
      zh: "栏目“{0}”没有内容，没有显示",
      en: "the column “{0}” has no content and is not shown"),
    explanation: LocalizedText(
      zh: "空栏目在政府网站检查中会被扣分，因此不显示。",
      en: "Inspections count empty columns against a site, so an empty one is not shown."),
    fix: LocalizedText(
      zh: "为这个栏目添加文件或页面，或者从 content/site.yml 里删去它。",
      en: "Add a document or page for the column, or remove it from content/site.yml."))

  public static let titleMissing = DiagnosticKind(
    "title-missing", .warning,
    message: LocalizedText(
      zh: "没有找到文件标题，目录里显示“{0}”",
      en: "no title was found; lists show “{0}”"),
    explanation: LocalizedText(
      zh: "公开目录必须有名称（《政府信息公开条例》第十二条）。",
      en: "The public catalogue must name every document (Regulation, art. 12)."),
    fix: LocalizedText(
      zh: "在正文第一行写上标题，或者在文件头里写“标题: …”。",
      en: "Put the title on the first line of the text, or write “标题: …” in the front matter."))

  public static let dateMissing = DiagnosticKind(
    "date-missing", .warning,
    message: LocalizedText(
      zh: "没有成文日期，也没有公开日期",
      en: "neither a date of issue nor of publication was found"),
    explanation: LocalizedText(
      zh: "公开目录必须有生成日期（条例第十二条）；没有日期的文件排在列表最后。",
      en:
        "The public catalogue must date every document (Regulation, art. 12); undated ones stand at the end of lists."
    ),
    fix: LocalizedText(
      zh: "在文件头里写“成文日期: 2024-05-01”和“公开日期: 2024-05-06”。",
      en: "Write “成文日期: 2024-05-01” and “公开日期: 2024-05-06” in the front matter."))

  public static let idInvalid = DiagnosticKind(
    "id-invalid", .error,
    message: LocalizedText(
      zh: "编号“{0}”不能用作网址",
      en: "the id “{0}” cannot be part of an address"),
    explanation: LocalizedText(
      zh: "编号只能由小写字母、数字和单个连字符组成，最长 80 个字符。已另选编号。",
      en:
        "An id consists of lower-case letters, digits and single inner dashes, 80 at most. Another id was chosen."
    ),
    fix: LocalizedText(
      zh: "改成类似 ning-fa-2017-10 的编号。",
      en: "Use an id such as ning-fa-2017-10."))

  public static let idDuplicate = DiagnosticKind(
    "id-duplicate", .error,
    message: LocalizedText(
      zh: "两个文件的编号都是“{0}”：{1} 和 {2}",
      en: "two files have the id “{0}”: {1} and {2}"),
    explanation: LocalizedText(
      zh: "一个网址只能属于一个文件；后一个文件没有发布。",
      en: "An address belongs to one document; the second file was not published."),
    fix: LocalizedText(
      zh: "给其中一个文件换一个编号；如果是同一个文件放了两份，删去一份。",
      en: "Give one of them another id; if it is the same document twice, remove one copy."))

  public static let lockEntryInvalid = DiagnosticKind(
    "lock-entry-invalid", .error,
    message: LocalizedText(
      zh: "ids.lock.yml 里的“{0}”无法识别",
      en: "the entry “{0}” of ids.lock.yml cannot be used"),
    explanation: LocalizedText(
      zh: "这个文件记录每份文件的永久编号，损坏的一项会被忽略，对应文件可能得到新的网址。",
      en:
        "This file keeps every document's permanent id. A damaged entry is ignored, and its document may get a new address."
    ),
    fix: LocalizedText(
      zh: "从版本库恢复 content/ids.lock.yml。",
      en: "Restore content/ids.lock.yml from version control."))

  public static let attachmentOutside = DiagnosticKind(
    "attachment-outside", .error,
    message: LocalizedText(
      zh: "“{0}”指向 content/ 之外，没有公开",
      en: "“{0}” lies outside content/ and was not published"),
    explanation: LocalizedText(
      zh: "附件、图片和链接只能指向 content/ 里的文件，否则可能把不该公开的文件带到网上。",
      en:
        "Attachments, images and links may only name files inside content/; anything else could publish what must stay private."
    ),
    fix: LocalizedText(
      zh: "把文件放进 content/，写它相对于本文件的路径。",
      en: "Put the file into content/ and write its path relative to the document."))

  public static let attachmentMissing = DiagnosticKind(
    "attachment-missing", .warning,
    message: LocalizedText(
      zh: "附件“{0}”不存在",
      en: "the attachment “{0}” does not exist"),
    explanation: LocalizedText(
      zh: "页面会如实写明“未随文公开”。检查时，下载不了的附件会被扣分。",
      en:
        "The page says that the file was not published. Inspections count attachments that cannot be downloaded."
    ),
    fix: LocalizedText(
      zh: "把文件放到文中写明的位置，或者改正路径。",
      en: "Put the file where the document says, or correct the path."))

  public static let attachmentsTooMany = DiagnosticKind(
    "attachments-too-many", .warning,
    message: LocalizedText(
      zh: "有 {0} 个附件，只处理前 {1} 个",
      en: "there are {0} attachments; the first {1} are used"),
    explanation: LocalizedText(
      zh: "超过 50 个附件的，文件页列出前 50 个，其余在附件页上；再多就不像是一份文件的附件了。",
      en:
        "Beyond 50 the document's page lists the first 50 and leads to pages with all of them; this many are hardly those of one document."
    ),
    fix: LocalizedText(
      zh: "把附件打包，或者分成几份文件。",
      en: "Pack the files, or split the document."))

  public static let attachmentLarge = DiagnosticKind(
    "attachment-large", .warning,
    message: LocalizedText(
      zh: "附件“{0}”有 {1} MB",
      en: "the attachment “{0}” has {1} MB"),
    explanation: LocalizedText(
      zh: "手机和乡镇的网络很难下载这么大的文件；超过 100 MB 的附件照常公开，但会提示。",
      en:
        "Readers on phones and slow lines can hardly load a file of this size. It is published; this is a reminder."
    ),
    fix: LocalizedText(
      zh: "压缩图片、拆分文件，或者改用体积更小的格式。",
      en: "Compress pictures, split the file or use a leaner format."))

  public static let referenceMissing = DiagnosticKind(
    "reference-missing", .warning,
    message: LocalizedText(
      zh: "“{0}”在 content/ 里不存在",
      en: "“{0}” does not exist in content/"),
    explanation: LocalizedText(
      zh: "正文里的链接或图片没有对应的文件，页面上显示为文字。",
      en: "A link or image of the text has no file; the page shows its text only."),
    fix: LocalizedText(
      zh: "补上文件，或者改正路径。",
      en: "Add the file, or correct the path."))

  public static let interpretedMissing = DiagnosticKind(
    "interpreted-missing", .warning,
    message: LocalizedText(
      zh: "没有找到解读对象“{0}”",
      en: "the interpreted document “{0}” was not found"),
    explanation: LocalizedText(
      zh: "政策解读要与所解读的文件互相链接。",
      en: "An interpretation and its document link to each other."),
    fix: LocalizedText(
      zh: "写被解读文件的编号、文号或完整标题。",
      en: "Write the document's id, number or full title."))

  public static let replacementMissing = DiagnosticKind(
    "replacement-missing", .warning,
    message: LocalizedText(
      zh: "没有找到替代文件“{0}”",
      en: "the replacement “{0}” was not found"),
    explanation: LocalizedText(
      zh: "撤下的文件应当指明替代它的文件。",
      en: "A withdrawn document should lead to what replaced it."),
    fix: LocalizedText(
      zh: "写替代文件的编号、文号或完整标题。",
      en: "Write the replacement's id, number or full title."))

  public static let pathCollision = DiagnosticKind(
    "path-collision", .error,
    message: LocalizedText(
      zh: "两个页面要用同一个地址 {0}：{1} 和 {2}",
      en: "two outputs want the address {0}: {1} and {2}"),
    explanation: LocalizedText(
      zh: "每个地址只能有一个页面；后一个没有生成。",
      en: "Every address has one page; the second was not made."),
    fix: LocalizedText(
      zh: "改掉其中一个的编号或名称。",
      en: "Change the id or the name of one of them."))

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
