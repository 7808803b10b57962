/// Reading and writing the search index.
extension DiagnosticKind {
  static let search: [DiagnosticKind] = [
    searchIndexMissing, searchIndexDamaged, searchIndexUnsupported, searchIndexTooLarge, searchIndexNotMade,
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
}
