extension DiagnosticKind {
  static let markdown: [DiagnosticKind] = [markdownTooDeep, markdownFenceOpen, htmlAsText, htmlConverted]

  public static let markdownTooDeep = DiagnosticKind(
    "markdown-too-deep", .warning,
    message: LocalizedText(
      zh: "引用或列表嵌套超过 {0} 层，更深的符号按文字处理",
      en: "quotes or lists are nested more than {0} levels deep; deeper marks are text"),
    explanation: LocalizedText(
      zh: "公文不会嵌套这么深，多半是误粘贴。文字没有丢，只是从这里起 > 和 - 等符号当作普通文字。",
      en:
        "No document nests so deep; it is probably a wrong paste. No text is lost, but from here on marks such as > and - are ordinary text."
    ),
    fix: LocalizedText(zh: "删去多余的 > 或 - 符号。", en: "Remove the superfluous > or - marks."))

  public static let markdownFenceOpen = DiagnosticKind(
    "markdown-fence-open", .warning,
    message: LocalizedText(
      zh: "代码块从这里开始，一直没有结束，后面全部按原样显示",
      en: "the code block that begins here never ends; all that follows is shown as it is typed"),
    explanation: LocalizedText(
      zh: "``` 或 ~~~ 表示代码块，要用同样的一行结束。没有结束时，后面的标题、条款都认不出来。",
      en:
        "``` or ~~~ begins a code block and the same line ends it. Without the end, no title or clause below is recognised."
    ),
    fix: LocalizedText(
      zh: "在代码块结束处加一行 ```，或者删去开头的一行。", en: "Add a line ``` where the block ends, or delete the opening line.")
  )

  public static let htmlAsText = DiagnosticKind(
    "html-as-text", .note,
    message: LocalizedText(
      zh: "有 {0} 处网页代码（HTML）按文字显示", en: "{0} pieces of HTML are shown as text"),
    explanation: LocalizedText(
      zh: "Markdown 里只接受换行、加粗、上下标、链接等少数标记；其他网页代码原样显示，不会执行，也不会丢。",
      en:
        "Markdown may hold a few tags only: line breaks, bold, superscripts, links. Other HTML is shown as typed: it is not run, and it is not lost."
    ),
    fix: LocalizedText(
      zh: "删去网页代码，只保留文字；表格改用竖线画。", en: "Remove the tags and keep the text; draw tables with bars."))

  public static let htmlConverted = DiagnosticKind(
    "html-converted", .note,
    message: LocalizedText(
      zh: "网页文件（HTML）已转成文字读取，版面没有保留", en: "the HTML file was read as text; its layout is not kept"),
    explanation: LocalizedText(
      zh: "保存下来的网页里，导航、脚本等与正文混在一起。程序取出文字、标题和表格，可能带进网页残留。",
      en:
        "In a saved page, navigation and scripts surround the text. Text, headings and tables are taken out of it, and remnants of the page may come along."
    ),
    fix: LocalizedText(
      zh: "核对生成的页面；更好的做法是只复制正文，存为 .txt 或 .md。",
      en: "Check the result; better copy the text alone into a .txt or .md file."))
}
