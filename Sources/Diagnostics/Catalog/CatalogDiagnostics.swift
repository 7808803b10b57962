extension DiagnosticKind {
  static let catalog: [DiagnosticKind] = [
    .columnEmpty, .titleMissing, .dateMissing, .idInvalid, .idDuplicate, .lockEntryInvalid,
    .attachmentOutside, .attachmentMissing, .attachmentsTooMany, .attachmentLarge, .referenceMissing,
    .interpretedMissing, .replacementMissing, .pathCollision,
  ]

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
}
