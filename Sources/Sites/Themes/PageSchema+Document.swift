extension PageSchema {
  static let document = PageSchema(
    template: "document", zh: "文件页", en: "a document",
    fields: frame + head + actions + body + relations)

  private static let head: [Field] = [
    text("id", "编号", "id"), text("title", "标题", "title"),
    html("title_html", "标题，带换行位置", "title with places to break"),
    text("document_lang", "文件语言", "the document's language"),
    text("number", "文号", "document number"), text("organ", "机关", "organ"), text("date", "日期", "date"),
    flag("sample", "示例文件", "a sample document"),
    flag("short", "短文件：没有目录", "a short document without contents"),
    list("badges", "有效性标记", "status badges", badge),
    object(
      "banner", "状态横幅：已废止、已修改、已过期、标注与推断不一致", "the status banner",
      [
        text("status", "状态", "status"), text("heading", "第一句", "the first sentence"),
        text("detail", "说明", "the detail"),
        list(
          "evidence", "依据的原句", "the sentences that say so",
          [
            text("text", "原句", "the sentence"), text("source", "出处的标题", "title of the document that says it"),
            text("href", "出处的地址", "address of the clause"),
          ]),
        object(
          "current", "现行文件", "the document now in force",
          [text("title", "标题", "title"), text("href", "地址", "address")]),
      ]),
    block("facts", "文件信息", "the facts", fact), block("more_facts", "更多字段", "further facts", fact),
    block(
      "chain", "文件构成：转发、印发的各部分", "what the document consists of",
      [
        text("ordinal", "序号", "ordinal"), text("role", "角色", "role"), text("title", "标题", "title"),
        text("href", "锚点", "anchor"), text("number", "文号", "number"), text("date", "日期", "date"),
        text("note", "说明（如没有正文）", "a note, such as no text"),
      ]),
    block(
      "timeline", "时间线：公布、施行、修改、废止；没有其他文件时没有", "the life of the text; absent without other documents",
      [
        text("date", "日期", "date"), text("event", "事件，如“修改”", "what happened"),
        text("title", "文件标题", "title of the document"), text("number", "文号", "document number"),
        text("href", "另一文件的地址", "address of another document"), flag("current", "本页文件", "this document"),
        flag("future", "尚未到来", "in the future"),
      ]),
    object(
      "contents", "目录", "the contents list",
      [
        text("count", "项数", "how many entries"), text("label", "名称，如“目录（共 12 项）”", "its name"),
        html("list", "目录的 ol", "the ordered list"),
      ]),
  ]

  private static let fact: [Field] = [
    text("name", "字段名称", "name"),
    list("values", "值", "values", [text("text", "文字", "text"), text("href", "地址", "address")]),
  ]

  private static let actions: [Field] = [
    object(
      "downloads", "下载", "downloads",
      [
        text("source", "原文的地址", "address of the source"),
        text("source_type", "原文的格式", "format of the source"),
        text("source_size", "原文的大小", "size of the source"),
        text("text", "纯文本的地址", "address of the plain text"),
        text("json", "JSON 的地址", "address of the JSON"),
        text("sha256", "原文的 SHA-256", "SHA-256 of the source"),
        text("encoding", "原文的编码", "encoding of the source"),
      ]),
    text("human_citation", "整份文件的引用写法", "how the document is cited"),
  ]

  private static let body: [Field] = [
    list(
      "parts", "正文各部分", "the parts of the text",
      [
        text("anchor", "锚点", "anchor"), text("role", "角色代号", "role"),
        text("role_name", "角色名称", "name of the role"),
        html("heading", "本部分的标题；只有一部分时没有", "the part's title; absent when there is one part"),
        text("title", "标题，纯文字", "the title as text"),
        text("number", "本部分的文号", "the part's number"), text("addressee", "主送机关", "addressee"),
        html("text", "正文", "the text"),
        block(
          "signature", "落款", "signature", [text("text", "机关或签发人", "organ or signer")],
          [text("date", "日期，照原文", "date as printed"), text("date_iso", "日期", "date")]),
        list("notes", "附注", "notes", [text("text", "文字", "text")]),
      ]),
    block(
      "attachments", "附件", "attachments", attachmentRow,
      [
        object(
          "all", "附件很多，全部在另外的页上", "there are many: all of them on pages of their own",
          [text("count", "总数", "how many"), text("href", "地址", "address")])
      ]),
  ]

  private static let relations: [Field] = [
    block(
      "duties", "责任分工", "duties", dutyRow,
      [
        block(
          "all_organs", "出现的全部单位，各一次", "every organ, once",
          [text("name", "名称", "name"), text("href", "该单位全部事项的地址", "address of all its duties")])
      ]),
    block(
      "cites", "引用的文件", "documents it mentions",
      [
        text("text", "照原文", "as printed"), text("href", "本站地址", "address in this site"),
        text("kind", "关系", "relation"),
        text("note", "说明，如“已废止”“本站未收录”", "a note"),
      ]),
    block(
      "cited_by", "被引用", "documents that mention it",
      [
        text("title", "标题", "title"), text("href", "地址", "address"), text("kind", "关系", "relation"),
        text("number", "文号", "number"), text("date", "日期", "date"),
      ]),
    block("interpreted_by", "政策解读", "interpretations", row),
    block("interprets", "解读的文件", "the documents it explains", row),
    text("provenance", "来源说明", "where it was taken from"),
    text("report_errors", "纠错入口的地址", "address for reporting errors"),
    text("address", "网页地址，用于打印", "the page's address, for print"),
    text("disclosure", "公开形式", "form of disclosure"),
    text("index_number", "索引号", "索引号"), text("publisher", "公开机构", "publisher"),
    text("published", "公开日期", "date of publication"),
    text("declared_validity", "标注的有效性", "validity as declared"),
    text("digest", "原文 SHA-256 的前 16 位", "first 16 digits of the source's SHA-256"),
  ]
}

extension PageSchema {
  /// One attachment.
  static let attachmentRow: [Field] = [
    text("label", "序号，如“附件1”", "label"), text("name", "名称", "name"),
    text("href", "地址；未公开时没有", "address; absent when not published"),
    text("type", "类型，如 PDF", "type"), text("size", "大小", "size"),
  ]

  static let attachments = PageSchema(
    template: "attachments", zh: "附件很多的文件：全部附件，分页", en: "all attachments of a document with many, paginated",
    fields: frame + [
      text("title", "页面标题", "the page's title"), text("total", "附件总数", "how many attachments"),
      text("start", "本页第一件的序号", "ordinal of the first row"),
      text("document", "文件标题", "title of the document"),
      text("document_href", "文件的地址", "address of the document"),
      list("files", "本页的附件", "the attachments of this page", attachmentRow), pagination,
    ])

  /// One duty.
  static let dutyRow: [Field] = [
    text("task", "事项", "task"), text("clause", "条款，如“第35项”", "clause"),
    text("href", "条款的地址", "address of the clause"),
    list(
      "organs", "责任单位", "organs",
      [
        text("name", "名称", "name"), text("role", "角色", "role"), text("role_key", "角色代号", "key of the role"),
      ]),
    flag("open", "名单以“等”结尾", "the list ends in 等"),
    list(
      "deadlines", "期限", "deadlines",
      [text("text", "原话", "as printed"), text("date", "日期", "date"), text("kind", "种类", "kind")]),
    list("targets", "指标", "targets", [text("text", "原话", "as printed")]),
  ]
}
