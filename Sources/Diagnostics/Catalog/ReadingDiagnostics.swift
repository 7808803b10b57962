extension DiagnosticKind {
  static let reading: [DiagnosticKind] = [headerDisagrees]

  public static let headerDisagrees = DiagnosticKind(
    "header-disagrees", .warning,
    message: LocalizedText(
      zh: "抬头里的{0}是“{1}”，正文里是“{2}”；采用正文的",
      en: "{0} is “{1}” in the header and “{2}” in the text; the text is used"),
    explanation: LocalizedText(
      zh: "抬头是网页上“文号：”“成文日期：”那几行，由发布的人另外填写，正文才是印发的文件，所以以正文为准；但两处不一致，总有一处写错了。抬头的写法没有丢，另外列出。",
      en:
        "The header is the lines “number:”, “date:” of a page, filled in by whoever published it; the text is the document that was issued, so it wins. But as the two differ, one of them is wrong. What the header says is kept beside it."
    ),
    fix: LocalizedText(
      zh: "核对原件，改正其中一处；或者在文件头里写明正确的。",
      en: "Check the original and correct one of the two; or state the right one in front matter."))
}
