extension DiagnosticKind {
  static let extraction: [DiagnosticKind] = [
    .titleMarkUnpaired, .numberDamaged, .citationNumbersDisagree, .dutyWithoutOrgan, .numberRepeated,
    .numberSkipped, .numberMisprinted, .dateImplausible,
  ]

  public static let titleMarkUnpaired = DiagnosticKind(
    "title-mark-unpaired", .note,
    message: LocalizedText(zh: "书名号不成对：“{0}”", en: "a book-title mark without its partner: “{0}”"),
    explanation: LocalizedText(
      zh: "《与》必须成对出现，内层用〈〉。缺了一半时，无法确定所引文件名称从哪里到哪里，这一处就不会成为引用链接。",
      en:
        "《 and 》 come in pairs, with 〈〉 inside. Where one is missing, nobody can tell where the cited title begins or ends, so no citation is made of it."
    ),
    fix: LocalizedText(zh: "对照原件补上缺少的书名号。", en: "Add the missing mark, as in the original document."))

  public static let numberDamaged = DiagnosticKind(
    "number-damaged", .warning,
    message: LocalizedText(
      zh: "发文字号“{0}”残缺，按“{1}”理解", en: "the document number “{0}” is damaged; read as “{1}”"),
    explanation: LocalizedText(
      zh: "发文字号应为“代字〔年份〕顺序号号”。括号或“号”字在复制时丢失，程序只能推断，推断可能有误。原文不会被改动。",
      en:
        "A document number reads code〔year〕serial号. A bracket or the closing 号 was lost in copying, so its parts were inferred and may be wrong. The text itself is left as it is."
    ),
    fix: LocalizedText(zh: "对照原件改正发文字号。", en: "Correct the number from the original document."))

  public static let citationNumbersDisagree = DiagnosticKind(
    "citation-numbers-disagree", .warning,
    message: LocalizedText(zh: "《{0}》在文中有不同的发文字号：{1}", en: "《{0}》 stands with different numbers: {1}"),
    explanation: LocalizedText(
      zh: "同一文件名称前后跟着不同的发文字号，其中至少一处有误，引用链接可能指向错误的文件。",
      en:
        "One title stands with different numbers; at least one of them is wrong, and the link may lead to the wrong document."
    ),
    fix: LocalizedText(zh: "核对所引文件的发文字号。", en: "Check the number of the cited document."))

  public static let dutyWithoutOrgan = DiagnosticKind(
    "duty-without-organ", .warning,
    message: LocalizedText(zh: "责任分工没有写明单位：“{0}”", en: "a clause of duties names no organ: “{0}”"),
    explanation: LocalizedText(
      zh: "“责任单位”“牵头单位”之后应写单位名称，名称用顿号分隔。空着的分工不会列入责任清单。",
      en:
        "Names of organs, separated by 、, are expected after the label. An empty clause is not listed among the duties."
    ),
    fix: LocalizedText(zh: "补上单位名称，或删去空的分工。", en: "Name the organs, or remove the empty clause."))

  public static let numberRepeated = DiagnosticKind(
    "number-repeated", .warning,
    message: LocalizedText(zh: "序号“{0}”重复", en: "the number {0} stands twice in a row"),
    explanation: LocalizedText(
      zh: "前后两条用了同一个序号。原文照登，两条各有自己的链接，但引用“{0}”时不知道指哪一条。",
      en:
        "Two units in a row have the same number. Both are shown as printed and each has an address of its own, but a reference to {0} is ambiguous."
    ),
    fix: LocalizedText(zh: "对照原件核对序号。", en: "Compare the number with the original document."))

  public static let numberSkipped = DiagnosticKind(
    "number-skipped", .warning,
    message: LocalizedText(zh: "序号不连续：“{0}”之前是第 {1} 条", en: "the numbers do not follow: {0} comes after {1}"),
    explanation: LocalizedText(
      zh: "序号应逐一递增。跳号可能是原件如此，也可能是复制时漏掉了一条，或者两条连成了一条。",
      en:
        "Numbers go up by one. A gap may be in the original, or a unit was lost in copying, or two units ran together."
    ),
    fix: LocalizedText(zh: "对照原件查看是否有缺漏。", en: "Look in the original document whether something is missing."))

  public static let numberMisprinted = DiagnosticKind(
    "number-misprinted", .warning,
    message: LocalizedText(
      zh: "序号“{0}”里的“笫”当作“第”", en: "in the number “{0}” 笫 was read as 第"),
    explanation: LocalizedText(
      zh: "识别扫描件时常把“第”认成字形相近的“笫”。序号按“第”理解，原文不会被改动。",
      en:
        "Text recognition often takes 第 for 笫, which looks alike. The number is read as meant; the text is left as it is."
    ),
    fix: LocalizedText(zh: "对照原件，把“笫”改为“第”。", en: "Write 第, as in the original document."))

  public static let dateImplausible = DiagnosticKind(
    "date-implausible", .warning,
    message: LocalizedText(
      zh: "{0}是 {1}，年份不像真的", en: "{0} is {1}, an unlikely year"),
    explanation: LocalizedText(
      zh: "1949 年以前或 2100 年以后的日期，多半是录入或转换表格时弄错的。程序照原文记下，没有改动。",
      en:
        "A date before 1949 or after 2100 was probably damaged by typing or by a spreadsheet. It is recorded as printed."
    ),
    fix: LocalizedText(zh: "对照原件改正日期。", en: "Correct the date from the original document."))
}
