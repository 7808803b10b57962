extension DiagnosticKind {
  static let decoding: [DiagnosticKind] = [
    fileEmpty, fileTooLarge, fileNotText, encodingGB18030, encodingBig5, encodingUTF16, encodingUTF32,
    invalidBytes,
    invalidBytesMore, controlCharacters, byteOrderMarkInside, lineEndsUnusual, lineTooLong, textNormalized,
    textMojibake, replacementCharacters, readingsInjected,
  ]

  public static let fileEmpty = DiagnosticKind(
    "file-empty", .error,
    message: LocalizedText(zh: "文件里没有文字", en: "the file holds no text"),
    explanation: LocalizedText(
      zh: "文件是空的，或者只有空格和空行，没有可以发布的内容。常见原因是复制正文时没有保存。",
      en:
        "The file is empty, or holds only spaces and blank lines: there is nothing to publish. Often a copied text was not saved."
    ),
    fix: LocalizedText(zh: "补上正文，或者删除这个文件。", en: "Add the text, or delete the file."))

  public static let fileTooLarge = DiagnosticKind(
    "file-too-large", .error,
    message: LocalizedText(
      zh: "文件有 {0}，超过上限 {1}，没有读取", en: "the file has {0}, more than the limit of {1}; it was not read"),
    explanation: LocalizedText(
      zh: "公文的文字很少超过几兆字节。这么大的文件多半不是公文，或者里面夹带了图片数据，读它会占满内存。",
      en:
        "The text of a document rarely has more than a few megabytes. A file of this size is probably something else, or carries image data; reading it would fill the memory."
    ),
    fix: LocalizedText(
      zh: "把文件拆成几份，或者删去其中不是正文的数据。", en: "Split the file, or remove from it what is not text."))

  public static let fileNotText = DiagnosticKind(
    "file-not-text", .error,
    message: LocalizedText(
      zh: "这不是文本文件（格式：{0}），没有读取", en: "this is not a text file (format: {0}); it was not read"),
    explanation: LocalizedText(
      zh: "只有纯文本、Markdown 和 HTML 能作为公文读取。Word、WPS、PDF、图片等文件改了扩展名也不会变成文本。",
      en:
        "Only plain text, Markdown and HTML can be read as documents. A Word, WPS, PDF or image file does not become text by another file name."
    ),
    fix: LocalizedText(
      zh: "用原来的软件打开，全选、复制文字，粘贴到文本文件里，存为 .txt（编码选 UTF-8）；原文件改回原来的扩展名，放在旁边作为附件。扫描件请先识别文字。",
      en:
        "Open it in its own program, select all, copy, paste into a text file and save as .txt (encoding UTF-8). Give the original its own extension back and keep it beside the text as an attachment. Scans need text recognition first."
    ))

  public static let encodingGB18030 = DiagnosticKind(
    "encoding-gb18030", .note,
    message: LocalizedText(
      zh: "文件按 GB18030（GBK、GB2312）编码读取", en: "the file was read as GB18030 (GBK, GB 2312)"),
    explanation: LocalizedText(
      zh: "文件不是 UTF-8，按 GB18030 读出来是通顺的中文，所以按 GB18030 读取。Windows 的记事本以前默认用这种编码。",
      en:
        "The file is not UTF-8, and read as GB18030 it gives plausible Chinese. Notepad on Windows used to save in this encoding."
    ),
    fix: LocalizedText(
      zh: "不必处理。想消除这条提示，就用编辑器另存为 UTF-8。", en: "Nothing to do. To silence this note, save the file as UTF-8."))

  public static let encodingBig5 = DiagnosticKind(
    "encoding-big5", .note,
    message: LocalizedText(zh: "文件按 Big5 编码读取", en: "the file was read as Big5"),
    explanation: LocalizedText(
      zh: "文件不是 UTF-8，按 Big5（大五码）读出来是通顺的繁体中文，所以按 Big5 读取。",
      en: "The file is not UTF-8, and read as Big5 it gives plausible traditional Chinese."),
    fix: LocalizedText(
      zh: "看一眼页面上的文字是否正确；最好另存为 UTF-8。", en: "Check the text on the page; better save the file as UTF-8."))

  public static let encodingUTF16 = DiagnosticKind(
    "encoding-utf16", .note,
    message: LocalizedText(zh: "文件按 UTF-16 编码读取", en: "the file was read as UTF-16"),
    explanation: LocalizedText(
      zh: "文件是 UTF-16 编码（记事本里叫“Unicode”）。文字完整，只是文件较大，别的工具也未必认得。",
      en:
        "The file is in UTF-16 (Notepad calls it “Unicode”). The text is complete; the file is larger than need be, and other tools may not know the encoding."
    ),
    fix: LocalizedText(
      zh: "不必处理。想消除这条提示，就用编辑器另存为 UTF-8。", en: "Nothing to do. To silence this note, save the file as UTF-8."))

  public static let encodingUTF32 = DiagnosticKind(
    "encoding-utf32", .note,
    message: LocalizedText(zh: "文件按 UTF-32 编码读取", en: "the file was read as UTF-32"),
    explanation: LocalizedText(
      zh: "文件以 UTF-32 的字节顺序标记开头，所以按 UTF-32 读取。", en: "The file begins with the byte order mark of UTF-32."),
    fix: LocalizedText(
      zh: "不必处理。想消除这条提示，就用编辑器另存为 UTF-8。", en: "Nothing to do. To silence this note, save the file as UTF-8."))

  public static let invalidBytes = DiagnosticKind(
    "invalid-bytes", .warning,
    message: LocalizedText(
      zh: "这里的字节不是有效的 {0}，已显示为 �", en: "the bytes here are not valid {0}; they are shown as �"),
    explanation: LocalizedText(
      zh: "文件在这里损坏，或者混进了另一种编码的文字。无法知道原来是什么字，所以换成了替代字符，其余文字不受影响。",
      en:
        "The file is damaged here, or text in another encoding was pasted in. What it was cannot be known, so a replacement character stands for it; the rest of the text is not affected."
    ),
    fix: LocalizedText(
      zh: "对照原件，把这里的字重新输入，再存为 UTF-8。", en: "Type the characters again from the original and save as UTF-8."))

  public static let invalidBytesMore = DiagnosticKind(
    "invalid-bytes-more", .warning,
    message: LocalizedText(
      zh: "全文共有 {0} 处字节不是有效的 {1}，上面只列出前几处",
      en: "{0} places in the file are not valid {1}; only the first are listed"),
    explanation: LocalizedText(
      zh: "损坏的地方很多，多半是整个文件的编码不对，或者传输时被改动。",
      en:
        "So much damage usually means that the whole file is in another encoding, or was changed in transfer."
    ),
    fix: LocalizedText(
      zh: "重新从原处复制全文，存为 UTF-8。", en: "Copy the whole text from its source again and save as UTF-8."))

  public static let controlCharacters = DiagnosticKind(
    "control-characters", .warning,
    message: LocalizedText(
      zh: "有 {0} 个控制字符（如 NUL），已去掉", en: "{0} control characters (such as NUL) were taken out"),
    explanation: LocalizedText(
      zh: "这些字符看不见，网页和订阅源里不允许出现。它们多半来自损坏的文件或者不合适的导出方式。",
      en:
        "These characters are invisible and not allowed in pages and feeds. They come from damaged files or unsuitable exports."
    ),
    fix: LocalizedText(
      zh: "检查第一处附近的文字是否完整；重新保存文件可以消除这条提示。",
      en: "Check that the text near the first place is complete; saving the file anew silences this warning.")
  )

  public static let byteOrderMarkInside = DiagnosticKind(
    "byte-order-mark-inside", .note,
    message: LocalizedText(
      zh: "正文中间有 {0} 个字节顺序标记（U+FEFF），已去掉",
      en: "{0} byte order marks (U+FEFF) inside the text were taken out"),
    explanation: LocalizedText(
      zh: "把几个文件首尾相接，或者从网页复制时，会带进这种看不见的字符；留着它，搜索会找不到跨过它的词。",
      en:
        "Joining files, or copying from web pages, brings in this invisible character; left in place, words across it could not be found."
    ),
    fix: LocalizedText(zh: "不必处理。", en: "Nothing to do."))

  public static let lineEndsUnusual = DiagnosticKind(
    "line-ends-unusual", .note,
    message: LocalizedText(
      zh: "有 {0} 处不常见的换行（单独的 CR、手动换行符、分页符等），已作为换行",
      en: "{0} unusual line ends (lone CR, manual line break, page break …) were read as line ends"),
    explanation: LocalizedText(
      zh: "这些字符在 Word 或网页里表示换行，这里一律当作换行，后面的行号也按此计算，可能与有的编辑器显示的不同。",
      en:
        "In Word or on web pages these characters end a line, and so they do here; line numbers after them count accordingly and may differ from those of some editors."
    ),
    fix: LocalizedText(zh: "不必处理。", en: "Nothing to do."))

  public static let lineTooLong = DiagnosticKind(
    "line-too-long", .warning,
    message: LocalizedText(
      zh: "有 {0} 行超过一百万字节，换行多半丢失了",
      en: "{0} lines have more than a million bytes; line ends were probably lost"),
    explanation: LocalizedText(
      zh: "没有换行，就看不出标题、条款和落款，全文会成为一个自然段。",
      en:
        "Without line ends, title, clauses and signature cannot be told apart: the text becomes one paragraph."
    ),
    fix: LocalizedText(
      zh: "重新从原处复制，保留分段；夹带的图片数据请删去。",
      en: "Copy the text again with its paragraphs; remove image data from it."))

  public static let textNormalized = DiagnosticKind(
    "text-normalized", .note,
    message: LocalizedText(
      zh: "有的字符换成了统一的写法（Unicode NFC）", en: "some characters were replaced by their normal form (Unicode NFC)"),
    explanation: LocalizedText(
      zh: "同一个字可以有几种编码写法，例如兼容汉字或者字母加附标。统一之后，搜索和比较才不会遗漏；字形不变。",
      en:
        "One character can be written in several ways, as a compatibility ideograph or as letter and mark. In one form, search and comparison miss nothing; the text looks the same."
    ),
    fix: LocalizedText(zh: "不必处理。", en: "Nothing to do."))

  public static let textMojibake = DiagnosticKind(
    "text-mojibake", .warning,
    message: LocalizedText(
      zh: "文字像是乱码（{0} 处），多半在保存之前就读错了编码",
      en: "the text looks garbled ({0} places): it was probably decoded wrongly before it was saved"),
    explanation: LocalizedText(
      zh: "“锛”“銆”“锟斤拷”或者成串的拉丁字母附标，是把一种编码误当作另一种编码读取后留下的痕迹。这样的文字不能可靠地还原，所以原样保留。",
      en:
        "Characters such as 锛, 銆, 锟斤拷, or runs of accented letters, are what is left when one encoding is read as another. Such text cannot be restored reliably, so it is kept as it is."
    ),
    fix: LocalizedText(
      zh: "找到原来的文件，用正确的编码（多为 GB18030 或 UTF-8）打开，再存为 UTF-8。",
      en:
        "Find the original file, open it in its right encoding (mostly GB18030 or UTF-8) and save it as UTF-8."
    ))

  public static let replacementCharacters = DiagnosticKind(
    "replacement-characters", .warning,
    message: LocalizedText(
      zh: "有 {0} 个 �（替代字符）：这里原来的字已经丢失", en: "{0} � (replacement characters): what stood there is lost"),
    explanation: LocalizedText(
      zh: "� 是软件遇到读不懂的字节时写下的。文件里保存的已经是 �，原来的字无从恢复。",
      en:
        "Software writes � for bytes it cannot read. The file itself holds �, so the characters cannot be brought back."
    ),
    fix: LocalizedText(
      zh: "对照原件补上这些字。", en: "Fill in the characters from the original."))

  public static let readingsInjected = DiagnosticKind(
    "readings-injected", .warning,
    message: LocalizedText(
      zh: "有 {0} 处汉字后面夹着拼音，例如“站(zhan)”",
      en: "{0} characters are followed by their reading in brackets, as in 站(zhan)"),
    explanation: LocalizedText(
      zh: "有的转载网站为了防止抄录，在字后面插入拼音。这样的文字搜索不到，也不是公文的原样。",
      en:
        "Some mirror sites insert readings against copying. Such text cannot be found, and is not what the document says."
    ),
    fix: LocalizedText(
      zh: "从发文机关的网站重新复制全文。", en: "Copy the text again from the site of the issuing organ."))
}
