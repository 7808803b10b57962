extension DiagnosticKind {
  static let frontMatter: [DiagnosticKind] = [
    frontMatterUnclosed, frontMatterTooLarge, frontMatterInvalid, frontMatterNotMapping, frontMatterAlias,
    frontMatterTooDeep, frontMatterKeyTwice, frontMatterKeyUnknown, frontMatterKeyMisspelt,
    frontMatterFullWidthColon, frontMatterComment, frontMatterWantsText, frontMatterWantsTexts,
    frontMatterWantsDate, frontMatterWantsFlag, frontMatterWantsLanguage, frontMatterWantsPageType,
    frontMatterWantsAttachments, frontMatterDisagrees, frontMatterDateUnclear,
  ]

  public static let frontMatterUnclosed = DiagnosticKind(
    "front-matter-unclosed", .error,
    message: LocalizedText(
      zh: "文件头（---）没有结束，已当作正文", en: "the front matter (---) never ends; it was read as text"),
    explanation: LocalizedText(
      zh: "第一行是 ---，表示下面是文件头，但后面找不到另一行 ---。文件头的内容因此成了正文的一部分，标题、文号等没有读到。",
      en:
        "The first line is ---, which begins front matter, but no second --- follows. What was meant as metadata is now part of the text."
    ),
    fix: LocalizedText(
      zh: "在文件头最后一行的下面加一行 ---；如果不需要文件头，删去第一行。",
      en: "Put a line --- below the last line of the front matter; or delete the first line if none is meant."
    ))

  public static let frontMatterTooLarge = DiagnosticKind(
    "front-matter-too-large", .error,
    message: LocalizedText(
      zh: "文件头有 {0} 字节，超过上限 {1}，已当作正文",
      en: "the front matter has {0} bytes, more than the limit of {1}; it was read as text"),
    explanation: LocalizedText(
      zh: "文件头只放标题、文号、日期等信息，不放正文。这么长，多半是少了结束的 ---。",
      en: "Front matter holds title, number, dates; not text. So long a one probably lacks its closing ---."),
    fix: LocalizedText(
      zh: "在文件头结束的地方加一行 ---，正文放在它下面。", en: "Put --- where the front matter ends; the text belongs below."))

  public static let frontMatterInvalid = DiagnosticKind(
    "front-matter-invalid", .error,
    message: LocalizedText(zh: "文件头的写法有误：{0}", en: "the front matter is not valid YAML: {0}"),
    explanation: LocalizedText(
      zh: "文件头每行是“名称: 值”。值里含有英文冒号加空格、或者以 [ { * & ! % @ ` 等符号开头时，必须加引号。能单独读懂的行仍然采用了。",
      en:
        "Front matter has one “key: value” a line. A value that holds a colon and a space, or begins with one of [ { * & ! % @ `, needs quotes. Lines that make sense by themselves were used."
    ),
    fix: LocalizedText(
      zh: "把这一行的值用双引号括起来，例如 标题: \"关于：某事的通知\"。",
      en: "Put the value of this line in double quotes: title: \"Notice: something\"."))

  public static let frontMatterNotMapping = DiagnosticKind(
    "front-matter-not-mapping", .warning,
    message: LocalizedText(
      zh: "两行 --- 之间不是“名称: 值”，已当作正文",
      en: "what stands between the two --- is not “key: value”; it was read as text"),
    explanation: LocalizedText(
      zh: "文件开头的两行 --- 之间应当是文件头。这里的文字不是，所以按正文处理。",
      en: "Between two --- at the top of a file belongs front matter. This is none, so it is text."),
    fix: LocalizedText(
      zh: "如果是正文，在第一个 --- 前面先写标题；如果是文件头，每行写成“名称: 值”，冒号后加空格。",
      en:
        "If it is text, put the title before the first ---; if metadata, write “key: value” on each line, with a space behind the colon."
    ))

  public static let frontMatterAlias = DiagnosticKind(
    "front-matter-alias", .error,
    message: LocalizedText(
      zh: "文件头里用了 YAML 引用（& 和 *），不接受",
      en: "the front matter uses YAML anchors and aliases (& and *), which are refused"),
    explanation: LocalizedText(
      zh: "引用可以让很短的文字展开成极大的数据，占满内存；公文信息用不着它。整个文件头没有采用。",
      en:
        "With references, a few lines can stand for data that fills the memory; metadata has no use for them. The front matter was not used."
    ),
    fix: LocalizedText(
      zh: "把值直接写出来；如果 & 或 * 是文字的一部分，用双引号括起来。",
      en: "Write the values out; if & or * is part of a text, put it in double quotes."))

  public static let frontMatterTooDeep = DiagnosticKind(
    "front-matter-too-deep", .error,
    message: LocalizedText(
      zh: "文件头嵌套超过 {0} 层，不接受", en: "the front matter is nested more than {0} levels deep, which is refused"),
    explanation: LocalizedText(
      zh: "公文信息最多用到三层。嵌套极深的文件头多半是误粘贴，读它会耗尽内存。整个文件头没有采用。",
      en:
        "Metadata needs three levels at most. Deeper nesting is probably a wrong paste and could exhaust the memory. The front matter was not used."
    ),
    fix: LocalizedText(zh: "只保留“名称: 值”。", en: "Keep to “key: value”."))

  public static let frontMatterKeyTwice = DiagnosticKind(
    "front-matter-key-twice", .error,
    message: LocalizedText(
      zh: "文件头里“{0}”写了两次，只采用第一次", en: "“{0}” stands twice in the front matter; the first is used"),
    explanation: LocalizedText(
      zh: "同一项信息只能写一次；中文名称和英文名称（如 标题 和 title）算同一项。",
      en: "Each key may stand once; its Chinese and English names (标题 and title) are one key."),
    fix: LocalizedText(zh: "删去多余的一行。", en: "Delete one of the lines."))

  public static let frontMatterKeyUnknown = DiagnosticKind(
    "front-matter-key-unknown", .note,
    message: LocalizedText(
      zh: "文件头里的“{0}”不是已知的名称，按原名保留",
      en: "the key “{0}” in the front matter is not known; it is kept under its own name"),
    explanation: LocalizedText(
      zh: "不认识的信息不会丢，显示在公文信息的最后，但不参与检索条件和分类。",
      en:
        "What is not known is not lost: it is shown below the other metadata, but is no filter and no facet."),
    fix: LocalizedText(
      zh: "不必处理；如果是写错了名称，对照说明改正。", en: "Nothing to do; if the name is a slip, correct it."))

  public static let frontMatterKeyMisspelt = DiagnosticKind(
    "front-matter-key-misspelt", .warning,
    message: LocalizedText(
      zh: "文件头里的“{0}”不是已知的名称，是不是“{1}”？",
      en: "the key “{0}” in the front matter is not known; did you mean “{1}”?"),
    explanation: LocalizedText(
      zh: "名称写错一两个字，这项信息就不会生效，只按原名保留。",
      en: "A key with a slip has no effect; it is only kept under its own name."),
    fix: LocalizedText(zh: "改成“{1}”。", en: "Change it to “{1}”."))

  public static let frontMatterFullWidthColon = DiagnosticKind(
    "front-matter-full-width-colon", .note,
    message: LocalizedText(
      zh: "“{0}”后面用了中文冒号，已按英文冒号读取", en: "“{0}” is followed by a full-width colon; it was read as “: ”"),
    explanation: LocalizedText(
      zh: "文件头的冒号本来要用英文冒号加空格。名称是已知的，所以照样读取。",
      en: "Front matter wants a colon and a space. As the key is known, the line was read all the same."),
    fix: LocalizedText(
      zh: "不必处理；其他软件要读这个文件时，改成英文冒号加空格。", en: "Nothing to do, unless other software reads the file."))

  public static let frontMatterComment = DiagnosticKind(
    "front-matter-comment", .warning,
    message: LocalizedText(
      zh: "“{0}”前面有空格和 #，被当作注释，没有读取",
      en: "“{0}” follows a space and #, so it is a comment and was not read"),
    explanation: LocalizedText(
      zh: "文件头里，空格后面的 # 表示注释开始，后面的字会丢掉。",
      en: "In front matter, # behind a space begins a comment; what follows is dropped."),
    fix: LocalizedText(
      zh: "把整个值用双引号括起来。", en: "Put the whole value in double quotes."))

  public static let frontMatterWantsText = DiagnosticKind(
    "front-matter-wants-text", .error,
    message: LocalizedText(
      zh: "“{0}”应当是一行文字，这里是“{1}”，没有采用", en: "“{0}” should be one text; “{1}” was not used"),
    explanation: LocalizedText(
      zh: "这一项只接受一个值，不接受列表或下级项目。值以 [ 或 { 开头时会被当作列表，需要加引号。",
      en:
        "This key takes one value, neither a list nor nested keys. A value that begins with [ or { counts as a list unless it is quoted."
    ),
    fix: LocalizedText(zh: "写成一行文字，必要时加双引号。", en: "Write one line of text, in double quotes if need be."))

  public static let frontMatterWantsTexts = DiagnosticKind(
    "front-matter-wants-texts", .error,
    message: LocalizedText(
      zh: "“{0}”应当是文字或文字的列表，这里是“{1}”，没有采用",
      en: "“{0}” should be a text or a list of texts; “{1}” was not used"),
    explanation: LocalizedText(
      zh: "这一项接受一个或几个值，写成一行，或者写成 [甲, 乙]，或者每行一个“- 值”。",
      en: "This key takes one or more values: on one line, as [a, b], or one “- value” a line."),
    fix: LocalizedText(zh: "例如 关键词: [养老服务, 征求意见]。", en: "For example keywords: [elderly care, consultation].")
  )

  public static let frontMatterWantsDate = DiagnosticKind(
    "front-matter-wants-date", .error,
    message: LocalizedText(zh: "“{0}”应当是日期，“{1}”没有采用", en: "“{0}” should be a date; “{1}” was not used"),
    explanation: LocalizedText(
      zh: "日期要写全年、月、日，而且必须是存在的日子。只有发布日期可以带时间。",
      en: "A date has year, month and day, and must be a day that exists. A time may follow it."),
    fix: LocalizedText(zh: "写成 2017-07-07 或 2017年7月7日。", en: "Write 2017-07-07 or 2017年7月7日."))

  public static let frontMatterWantsFlag = DiagnosticKind(
    "front-matter-wants-flag", .error,
    message: LocalizedText(
      zh: "“{0}”应当是 true 或 false（是、否），“{1}”没有采用", en: "“{0}” should be true or false; “{1}” was not used"),
    explanation: LocalizedText(zh: "这一项只表示是或者否。", en: "This key says yes or no, nothing else."),
    fix: LocalizedText(zh: "写成 true 或 false。", en: "Write true or false."))

  public static let frontMatterWantsLanguage = DiagnosticKind(
    "front-matter-wants-language", .error,
    message: LocalizedText(
      zh: "“{0}”应当是语言代码，“{1}”没有采用", en: "“{0}” should be a language tag; “{1}” was not used"),
    explanation: LocalizedText(
      zh: "语言代码如 zh-Hans（简体中文）、zh-Hant（繁体中文）、en（英文）；没有写时由正文判断。",
      en: "Language tags are zh-Hans, zh-Hant, en and the like; without one the text decides."),
    fix: LocalizedText(zh: "写成 zh-Hans、zh-Hant 或 en。", en: "Write zh-Hans, zh-Hant or en."))

  public static let frontMatterWantsPageType = DiagnosticKind(
    "front-matter-wants-page-type", .error,
    message: LocalizedText(
      zh: "“{0}”应当是 notice 或 page，“{1}”没有采用", en: "“{0}” should be notice or page; “{1}” was not used"),
    explanation: LocalizedText(
      zh: "notice（公文）列入目录；page（页面）如公开指南，不列入目录。没有写就是 notice。",
      en:
        "A notice is listed in the catalogue; a page, such as a guide, is not. Without the key a file is a notice."
    ),
    fix: LocalizedText(zh: "写成 notice 或 page，或者删去这一行。", en: "Write notice or page, or delete the line."))

  public static let frontMatterWantsAttachments = DiagnosticKind(
    "front-matter-wants-attachments", .error,
    message: LocalizedText(
      zh: "“{0}”里有一项读不懂：“{1}”", en: "an entry of “{0}” cannot be read: “{1}”"),
    explanation: LocalizedText(
      zh: "每个附件写文件名，或者写 文件、名称、标签 三项。", en: "An attachment is a file name, or the keys file, name and label."),
    fix: LocalizedText(
      zh: "例如 附件: [申请表.docx]，或者每行一个“- 文件: 申请表.docx”。",
      en: "For example attachments: [form.docx], or one “- file: form.docx” a line."))

  public static let frontMatterDisagrees = DiagnosticKind(
    "front-matter-disagrees", .warning,
    message: LocalizedText(
      zh: "文件头的 {0} 是“{1}”，正文里是“{2}”；采用文件头的",
      en: "{0} is “{1}” in the front matter and “{2}” in the text; the front matter is used"),
    explanation: LocalizedText(
      zh: "文件头是人填写的，所以以它为准；但两处不一致，总有一处写错了。",
      en: "Front matter is what a person filled in, so it wins; but as the two differ, one of them is wrong."),
    fix: LocalizedText(
      zh: "核对原件，改正其中一处；如果正文的写法没有问题，删去文件头的这一项。",
      en: "Check the original and correct one of the two; or delete the key if the text is right."))

  public static let frontMatterDateUnclear = DiagnosticKind(
    "front-matter-date-unclear", .note,
    message: LocalizedText(
      zh: "文件头的 date 是 {0}，没有说明是哪一个日期；没有当作成文日期或发布日期",
      en:
        "date is {0} in the front matter and does not say which date; it was taken for neither issued nor published"
    ),
    explanation: LocalizedText(
      zh: "公文有成文、发布、施行、失效几个日期，意义不同，不能猜。写了时刻的 date（如 2024-02-02 10:15）是网页的发布时间，会采用。",
      en:
        "A document has a date of issue, of publication, of effect and of expiry; they mean different things and are not guessed. A date with a time of day (2024-02-02 10:15) is that of the page and is used."
    ),
    fix: LocalizedText(
      zh: "把 date 改成 发布日期、成文日期 或 施行日期。", en: "Write published, issued or effective instead of date."))
}
