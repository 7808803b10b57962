/// Reading and writing the search index.
extension DiagnosticKind {
  static let search: [DiagnosticKind] = [
    searchIndexMissing, searchIndexDamaged, searchIndexUnsupported, searchIndexTooLarge, searchIndexNotMade,
    searchIndexTooManyFiles, synonymAlone, synonymEmpty, synonymDivided, synonymTooLong, synonymRepeated,
    synonymsTooMany,
  ]

  public static let searchIndexMissing = DiagnosticKind(
    "search-index-missing", .error,
    message: LocalizedText(zh: "没有索引文件 {0}", en: "the index file {0} is missing"),
    explanation: LocalizedText(
      zh: "搜索只读站点里的索引，不读原文。站点还没有生成，或者上传、复制时漏了文件。",
      en:
        "Search reads the index in the site, not the sources. The site was never built, or a file was left out when it was copied."
    ),
    fix: LocalizedText(
      zh: "先运行 gongkai build，或用 --site 指定站点文件夹",
      en: "run gongkai build first, or name the site's folder with --site"))

  public static let searchIndexDamaged = DiagnosticKind(
    "search-index-damaged", .error,
    message: LocalizedText(
      zh: "索引文件 {0} 已损坏（{1}）", en: "the index file {0} is damaged ({1})"),
    explanation: LocalizedText(
      zh: "文件的校验值或内容与写入时不同：没有传完、被改动、与别的文件调换，或者服务器返回了错误页面。",
      en:
        "The file is not what was written: cut short, changed, exchanged with another one, or an error page of a server."
    ),
    fix: LocalizedText(zh: "重新生成并重新上传整个站点", en: "build the site again and upload all of it"))

  public static let searchIndexUnsupported = DiagnosticKind(
    "search-index-unsupported", .error,
    message: LocalizedText(
      zh: "不认识的索引格式 {0}", en: "the index has the unknown format {0}"),
    explanation: LocalizedText(
      zh: "索引由别的版本的程序写成。",
      en: "The index was written by another version of this program."),
    fix: LocalizedText(
      zh: "用这个版本的程序重新生成站点", en: "build the site again with this version"))

  public static let searchIndexTooLarge = DiagnosticKind(
    "search-index-too-large", .error,
    message: LocalizedText(
      zh: "内容超过索引格式的上限：{0}", en: "more than the index format can number: {0}"),
    explanation: LocalizedText(
      zh: "一个索引最多容纳 16,777,216 份文件。",
      en: "An index holds at most 16,777,216 documents."),
    fix: LocalizedText(zh: "把内容分成几个站点", en: "split the content into several sites"))

  public static let searchIndexNotMade = DiagnosticKind(
    "search-index-not-made", .error,
    message: LocalizedText(
      zh: "无法生成索引（{0}）", en: "the index could not be made ({0})"),
    explanation: LocalizedText(
      zh: "压缩文本时内存不足，或者程序有错误。",
      en: "There was not enough memory to compress the text, or the program is at fault."),
    fix: LocalizedText(
      zh: "关闭其他程序后重试；仍然出现时请报告", en: "close other programs and try again; report it when it stays"))

  public static let searchIndexTooManyFiles = DiagnosticKind(
    "search-index-too-many-files", .error,
    message: LocalizedText(
      zh: "搜索索引至少要 {0} 个文件，超过了上限 {1}",
      en: "the search index needs at least {0} files, more than the limit of {1}"),
    explanation: LocalizedText(
      zh: "“搜索 › 文件数上限”限制 search/ 里的文件数。每份文件的正文至少占一个文件；块和片已经放到最大，仍然超过。",
      en:
        "The key “search › maxFiles” limits the files below search/. The text of each document takes at least one file; blocks and chunks are already as large as they get."
    ),
    fix: LocalizedText(
      zh: "在 site.yml 里提高“文件数上限”，或者去掉这一项；主机不允许时把内容分成几个站点",
      en:
        "raise maxFiles in site.yml or remove the key; when the host does not allow it, split the content into several sites"
    ))

  public static let synonymAlone = DiagnosticKind(
    "synonym-alone", .warning,
    message: LocalizedText(
      zh: "这一行只有一个词“{0}”，没有用等号连接同义词",
      en: "this line has one word, “{0}”, and no synonym joined by an equals sign"),
    explanation: LocalizedText(
      zh: "同义词表一行一组，例如：社保 = 社会保险 = 社会保障。没有等号的行不起作用。",
      en: "Each line is a group: 社保 = 社会保险. A line without an equals sign has no effect."),
    fix: LocalizedText(
      zh: "写成“词 = 词”；是说明文字时在行首加 #",
      en: "write “word = word”; put # in front of a remark"))

  public static let synonymEmpty = DiagnosticKind(
    "synonym-empty", .warning,
    message: LocalizedText(
      zh: "等号旁边没有可检索的词", en: "there is no searchable word beside the equals sign"),
    explanation: LocalizedText(
      zh: "空白和标点不能检索，这一处不起作用，同一行其余的词照常使用。",
      en: "White space and punctuation cannot be searched for; the other words of the line are used."),
    fix: LocalizedText(
      zh: "补上词，或者删去多余的等号",
      en: "add the word or remove the equals sign"))

  public static let synonymDivided = DiagnosticKind(
    "synonym-divided", .warning,
    message: LocalizedText(
      zh: "同义词“{0}”中间有标点或空格，没有采用", en: "the synonym “{0}” has punctuation or a space inside and is not used"),
    explanation: LocalizedText(
      zh: "同义词替换检索词里连续的一段；检索时标点和英文单词之间的空格把文字断开，断开的词替换不了。",
      en:
        "A synonym replaces a part of an unbroken word of the query; punctuation, and spaces between Latin words, break it."
    ),
    fix: LocalizedText(
      zh: "换成中间没有标点的写法",
      en: "use a form without punctuation"))

  public static let synonymTooLong = DiagnosticKind(
    "synonym-too-long", .warning,
    message: LocalizedText(
      zh: "同义词“{0}”超过 {1} 个字，没有采用", en: "the synonym “{0}” is longer than {1} characters and is not used"),
    explanation: LocalizedText(
      zh: "太长的词几乎不会被原样输入。",
      en: "Nobody types a word that long."),
    fix: LocalizedText(
      zh: "换成简短的说法",
      en: "use a shorter form"))

  public static let synonymRepeated = DiagnosticKind(
    "synonym-repeated", .warning,
    message: LocalizedText(
      zh: "“{0}”与同一行前面的词在检索时没有区别", en: "“{0}” is the same to the search as a word before it on the line"),
    explanation: LocalizedText(
      zh: "繁简、全角半角、大小写在检索时本来就视为相同，不用写成同义词。",
      en: "Traditional and simplified characters, widths and case are the same to the search already."),
    fix: LocalizedText(
      zh: "删去重复的词",
      en: "remove the repeated word"))

  public static let synonymsTooMany = DiagnosticKind(
    "synonyms-too-many", .warning,
    message: LocalizedText(
      zh: "同义词超过 {0} 组，从这一行起没有采用",
      en: "more than {0} groups of synonyms; those from this line on are not used"),
    explanation: LocalizedText(
      zh: "同义词表在每次打开搜索时下载，每次检索都要比较；太大会拖慢所有读者。",
      en:
        "The list is downloaded with the search and compared with every query; a large one slows down every reader."
    ),
    fix: LocalizedText(
      zh: "删去用不着的组",
      en: "remove groups that nobody needs"))
}
