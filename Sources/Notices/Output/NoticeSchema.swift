/// What the public JSON of a document holds: names, types and meaning of every member, once. The JSON Schema and the page
/// that explains the fields are both made from it, and the tests hold every document of the site against it.
public enum NoticeSchema {
  /// The type of a value.
  public indirect enum Shape: Sendable {
    case text, integer, truth
    /// `YYYY-MM-DD`
    case day
    case oneOf([String])
    case object([Member])
    case list(Shape)
    /// Any names, values of one type.
    case map(Shape)
    /// A definition of `definitions`.
    case named(String)
    case orNull(Shape)
  }

  /// A member of an object. It is always there unless it is optional.
  public struct Member: Sendable {
    public let name: String
    public let shape: Shape
    public let isOptional: Bool
    public let zh: String
    public let en: String

    init(_ name: String, _ shape: Shape, _ zh: String, _ en: String, optional: Bool = false) {
      self.name = name
      self.shape = shape
      self.isOptional = optional
      self.zh = zh
      self.en = en
    }
  }

  /// The name of this edition, the value of `schema`.
  public static let edition = "gongkai/document/1"

  /// The members of a document, in the order in which they are written.
  public static let document: [Member] =
    identity + [
      Member("dates", .object(dates), "四种日期，互不合并", "four kinds of dates, never merged"),
      Member("validity", .object(validity), "有效性", "validity"),
    ] + catalogue + contents

  /// Shapes that are used in several places or hold themselves.
  public static let definitions: [(name: String, alternatives: [[Member]])] = [
    ("number", [number]), ("block", blocks), ("span", [span]),
  ]

  private static let identity: [Member] = [
    Member("schema", .oneOf([edition]), "本格式的版本", "edition of this format"),
    Member("id", .orNull(.text), "永久编号", "permanent id"),
    Member("url", .orNull(.text), "站内地址", "address in the site"),
    Member("source", .object(source), "原文件", "the source file"),
    Member("language", .text, "文件语言（BCP 47）", "language (BCP 47)"),
    Member("title", .orNull(.text), "标题", "title"),
    Member("altTitles", .list(.text), "又题", "other titles"),
    Member("kind", .orNull(.text), "文种", "kind of document"),
    Member("documentNumber", .orNull(.named("number")), "发文字号", "document number"),
    Member("otherNumbers", .list(.text), "其他编号", "other numbers"),
    Member("indexNumber", .orNull(.text), "索引号", "index number"),
    Member("publisher", .orNull(.text), "公开机构", "organ that published it"),
    Member("issuers", .list(.text), "发文机关", "organs that made it"),
  ]

  private static let source: [Member] = [
    Member("path", .text, "content/ 里的路径", "path in content/"),
    Member("format", .oneOf(["text", "markdown", "html"]), "格式", "format"),
    Member("encoding", .text, "编码", "encoding"),
    Member("sha256", .text, "原文的 SHA-256", "SHA-256 of the source"),
    Member("bytes", .integer, "字节数", "size in bytes"),
  ]

  private static let number: [Member] = [
    Member("text", .text, "规范写法", "normal form"),
    Member("code", .orNull(.text), "代字", "code of the organ"),
    Member("year", .orNull(.integer), "年份", "year"),
    Member("serial", .orNull(.integer), "序号", "serial"),
  ]

  private static let dates: [Member] = [
    Member("issued", .orNull(.day), "成文日期", "date of issue"),
    Member("published", .orNull(.day), "公开日期", "date of publication"),
    Member("effective", .orNull(.day), "施行日期", "first day in force"),
    Member("expires", .orNull(.day), "有效期的最后一日", "last day in force"),
  ]

  private static let states = ["effective", "amended", "repealed", "expired", "unknown"]

  private static let validity: [Member] = [
    Member("declared", .orNull(.text), "机关标注的有效性，照原文", "validity as declared"),
    Member("status", .oneOf(states), "有效性", "validity"),
    Member(
      "derived",
      .orNull(
        .object([
          Member("status", .oneOf(states), "推断的有效性", "validity that follows from the texts"),
          Member("on", .orNull(.day), "从哪一日起", "since when"),
          Member(
            "evidence",
            .list(
              .object([
                Member(
                  "document", .text, "写有这句话的文件，没有时是本文件", "document that says it; this one when absent",
                  optional: true),
                Member("anchor", .orNull(.text), "条款", "clause"),
                Member("text", .text, "原句", "the sentence"),
              ])), "依据", "evidence"),
        ])), "由文件原句推断的有效性", "validity that follows from the texts"),
  ]

  private static let catalogue: [Member] = [
    Member("disclosure", .orNull(.text), "公开形式", "form of disclosure"),
    Member("catalog", .list(.text), "公开目录", "catalogue classes"),
    Member("classifications", .map(.list(.text)), "各种分类及其值", "named classifications with their values"),
    Member("keywords", .list(.text), "关键词", "keywords"),
    Member("summary", .orNull(.text), "内容概述", "summary"),
    Member("provenance", .orNull(.text), "来源说明", "where it was taken from"),
    Member("extra", .map(.text), "其他字段，照原名", "other fields under their own names"),
  ]

  private static let contents: [Member] = [
    Member("parts", .list(.object(part)), "正文各部分", "parts of the text"),
    Member(
      "attachments",
      .list(
        .object([
          Member("label", .orNull(.text), "序号", "label"), Member("name", .text, "名称", "name"),
          Member("file", .orNull(.text), "文件名", "name of the file"),
        ])), "附件", "attachments"),
    Member("duties", .list(.object(duty)), "责任分工", "duties"),
    Member("citations", .list(.object(citation)), "引用的文件", "documents it mentions"),
    Member(
      "furniture",
      .list(
        .object([
          Member("line", .integer, "行号", "line"), Member("text", .text, "文字", "text"),
          Member("reason", .text, "理由", "reason"),
        ])), "不属于正文、已剔除的文字", "page furniture that was left out"),
    Member("diagnostics", .list(.object(diagnostic)), "读取时的提示", "what was noticed while reading"),
  ]

  private static let part: [Member] = [
    Member("role", .oneOf(["main", "forwarded", "issued", "annex", "interpretation"]), "角色", "role"),
    Member("label", .orNull(.text), "序号，如“附件1”", "label"),
    Member("title", .orNull(.text), "标题", "title"),
    Member("documentNumber", .orNull(.named("number")), "本部分的文号", "the part's number"),
    Member("addressee", .orNull(.text), "主送机关", "addressee"),
    Member("body", .list(.named("block")), "正文", "the text"),
    Member(
      "signature",
      .orNull(
        .object([
          Member("organs", .list(.text), "机关", "organs"), Member("signers", .list(.text), "签发人", "signers"),
          Member("date", .orNull(.day), "日期", "date"),
        ])), "落款", "signature"),
    Member("notes", .list(.text), "附注", "notes"),
  ]

  private static let duty: [Member] = [
    Member("anchor", .text, "条款的锚点", "anchor of the clause"),
    Member("task", .text, "事项", "task"),
    Member("clause", .orNull(.text), "条款，如“第35项”", "how the clause is cited"),
    Member(
      "organs",
      .list(
        .object([
          Member("name", .text, "名称，照原文", "name as printed"),
          Member("role", .oneOf(["lead", "responsible", "support"]), "牵头、责任、配合", "role"),
          Member("collective", .truth, "是一类单位，不是一个", "names a group"),
        ])), "责任单位", "organs"),
    Member("open", .truth, "名单以“等”结尾", "the list ends in 等"),
    Member(
      "deadlines",
      .list(
        .object([
          Member("text", .text, "原话", "as printed"),
          Member("kind", .oneOf(["point", "year", "recurring", "start", "default"]), "种类", "kind"),
          Member("on", .orNull(.day), "最后一日", "last day"),
        ])), "期限", "deadlines"),
    Member("targets", .list(.object([Member("text", .text, "原话", "as printed")])), "指标", "targets"),
    Member("inherited", .truth, "承接上一层条款", "taken over from the clause above"),
  ]

  private static let citation: [Member] = [
    Member("anchor", .text, "所在条款", "clause it stands in"), Member("text", .text, "照原文", "as printed"),
    Member("title", .orNull(.text), "标题", "title"), Member("number", .orNull(.text), "文号", "number"),
    Member("target", .orNull(.text), "本站文件的编号", "id of the document in this site"),
    Member(
      "kind", .oneOf(["cites", "forwards", "implements", "amends", "repeals", "interprets"]), "关系", "relation"
    ),
  ]

  private static let position: [Member] = [
    Member("line", .integer, "行", "line"), Member("column", .integer, "列", "column"),
  ]

  private static let diagnostic: [Member] = [
    Member("id", .text, "种类", "kind"),
    Member("severity", .oneOf(["note", "warning", "error"]), "轻重", "severity"),
    Member(
      "range",
      .orNull(
        .object([
          Member("start", .object(position), "开始", "start"), Member("end", .object(position), "结束", "end"),
        ])), "位置", "place"),
    Member("message", .text, "说明", "message"), Member("fix", .orNull(.text), "怎么改", "how to mend it"),
  ]
}

extension NoticeSchema {
  private static func type(_ name: String) -> Member {
    Member("type", .oneOf([name]), "块的种类", "kind of block")
  }
  private static let anchor = Member("anchor", .text, "锚点", "anchor")
  private static let children = Member("children", .list(.named("block")), "内层", "blocks inside")
  private static let spans = Member("spans", .list(.named("span")), "文字中的标记", "marks in the text")
  private static let text = Member("text", .text, "文字", "text")

  /// The kinds of blocks, told apart by `type`.
  static let blocks: [[Member]] = [
    [
      type("section"), anchor,
      Member("aliases", .list(.text), "旧锚点", "former anchors", optional: true),
      Member("level", .integer, "层次", "depth"),
      Member("family", .orNull(.text), "编号的种类", "family of numbers"),
      Member("number", .orNull(.text), "编号，照原文", "number as printed"),
      Member("ordinal", .orNull(.integer), "第几", "ordinal"),
      Member("suffix", .integer, "之几", "2 of 第十七条之二", optional: true),
      Member("heading", .orNull(.text), "标题", "heading"),
      Member("headingEnd", .orNull(.text), "标题后的标点", "mark that closes the heading"),
      Member("headingSpans", .list(.named("span")), "标题中的标记", "marks in the heading", optional: true),
      Member("runIn", .truth, "标题与正文接排", "the heading runs in"), children,
    ],
    [type("paragraph"), anchor, Member("label", .orNull(.text), "段首标签", "label"), text, spans],
    [
      type("list"), anchor, Member("ordered", .truth, "有序", "ordered"),
      Member("start", .orNull(.integer), "起始号", "first number"),
      Member("items", .list(.object([children])), "各项", "items"),
    ],
    [
      type("table"), anchor, Member("caption", .orNull(.text), "表题", "caption"),
      Member("alignments", .list(.oneOf(["none", "left", "center", "right"])), "对齐", "alignment of columns"),
      Member("head", .list(.object([text, spans])), "表头", "head"),
      Member("rows", .list(.list(.object([text, spans]))), "各行", "rows"),
    ],
    [type("quote"), anchor, children],
    [type("preformatted"), anchor, Member("language", .orNull(.text), "语言", "language"), text],
    [
      type("image"), anchor, Member("destination", .text, "地址", "address"),
      Member("alternative", .text, "替代文字", "text alternative"),
      Member("title", .orNull(.text), "标题", "title"),
    ],
    [type("rule")],
  ]

  /// A mark in a text; offsets count Unicode scalars.
  static let span: [Member] = [
    Member(
      "kind",
      .oneOf([
        "citation", "duty", "deadline", "strong", "emphasis", "strikethrough", "superscript", "subscript",
        "code", "link", "image", "footnote",
      ]), "种类", "kind"),
    Member("start", .integer, "从第几个字符", "first scalar"), Member("end", .integer, "到第几个字符之前", "end"),
    Member("ref", .integer, "第几个引用或者责任", "index of the citation or duty", optional: true),
    Member("deadline", .integer, "第几个期限", "index of the deadline", optional: true),
    Member("destination", .text, "地址", "address", optional: true),
    Member("title", .orNull(.text), "标题", "title", optional: true),
    Member("anchor", .text, "脚注的锚点", "anchor of the footnote", optional: true),
  ]
}
