import Diagnostics

/// What a careful reader recovers from one file. Field by field the public JSON of `docs/document.md`;
/// what only a whole site can know (id, address, targets of citations, status on a day) is added by `Sites`.
public struct Notice: Sendable, Equatable {
  public var source: NoticeSource
  /// BCP 47: `zh-Hans`, `zh-Hant`, `en` …
  public var language: String = "zh-Hans"
  /// The document's own title on one line; `nil` when none is printed.
  public var title: String?
  public var altTitles: [String] = []
  /// 文种: the kind that ends the title.
  public var kind: String?
  public var documentNumber: DocumentNumber?
  public var otherNumbers: [String] = []
  /// 索引号, opaque.
  public var indexNumber: String?
  /// Who put it on the page.
  public var publisher: String?
  /// Who made it.
  public var issuers: [String] = []
  public var dates = NoticeDates()
  public var declaredValidity: String?
  /// 公开形式.
  public var disclosure: String?
  public var catalog: [String] = []
  /// Named axes in the order of the file: 主题分类 → [综合政务, 政务公开].
  public var classifications: [NamedValues] = []
  public var keywords: [String] = []
  public var summary: String?
  /// The 来源 statement.
  public var provenance: String?
  /// Header fields that are not known, under their own name, in the order of the file.
  public var extra: [NamedValue] = []
  /// In reading order; the first is the main text.
  public var parts: [Part] = []
  public var attachments: [Attachment] = []
  public var duties: [Duty] = []
  public var citations: [Citation] = []
  /// What the text says about its own life and about other documents, with the sentence.
  public var effects: [Effect] = []
  public var furniture: [Furniture] = []
  /// What the editor laid down in front matter for the site, not for the document.
  public var directives = Directives()
  public var diagnostics: [Diagnostic] = []

  public init(source: NoticeSource) { self.source = source }
}

/// Where a notice came from.
public struct NoticeSource: Sendable, Equatable {
  public enum Format: String, Sendable { case text, markdown, html }
  /// Relative to the project, as in `SourceFile`.
  public var path: String
  public var format: Format
  /// `UTF-8`, `UTF-16`, `GB18030`.
  public var encoding: String
  /// Lower-case hex of the bytes on disk.
  public var sha256: String
  public var bytes: Int

  public init(path: String, format: Format, encoding: String, sha256: String, bytes: Int) {
    self.path = path
    self.format = format
    self.encoding = encoding
    self.sha256 = sha256
    self.bytes = bytes
  }
}

/// 发文字号. `text` is the normal form `宁发〔2017〕10号` (or as printed for orders); the fields are absent when not told apart.
public struct DocumentNumber: Sendable, Hashable {
  public var text: String
  public var code: String?
  public var year: Int?
  public var serial: Int?

  public init(text: String, code: String? = nil, year: Int? = nil, serial: Int? = nil) {
    self.text = text
    self.code = code
    self.year = year
    self.serial = serial
  }

  /// Both are read to year and serial, and these differ; two ways to print one number do not.
  func contradicts(_ other: DocumentNumber) -> Bool {
    guard let year, let serial, let otherYear = other.year, let otherSerial = other.serial else {
      return false
    }
    return year != otherYear || serial != otherSerial
  }
}

/// Four dates that are never merged.
public struct NoticeDates: Sendable, Equatable {
  /// 成文日期
  public var issued: CivilDate?
  /// 发布日期 of the page
  public var published: CivilDate?
  /// `HH:MM` of `published` when the source prints a time.
  public var publishedTime: String?
  /// 自…起施行
  public var effective: CivilDate?
  /// 有效期至…
  public var expires: CivilDate?

  public init() {}
}

public struct NamedValues: Sendable, Equatable {
  public var name: String
  public var values: [String]
  public init(name: String, values: [String]) {
    self.name = name
    self.values = values
  }
}

public struct NamedValue: Sendable, Equatable {
  public var name: String
  public var value: String
  public init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}

/// A file that a document names, or that lies beside it.
public struct Attachment: Sendable, Equatable {
  /// `附件1`, as printed.
  public var label: String?
  public var name: String
  /// The path as written in front matter or text, relative to the document; `nil` when none is named.
  public var file: String?
  /// 1-based line of the source where the attachment is declared; `nil` when it is not known.
  public var line: Int?
  public init(label: String? = nil, name: String, file: String? = nil, line: Int? = nil) {
    self.label = label
    self.name = name
    self.file = file
    self.line = line
  }
}

/// A line, or part of one, that is page furniture: kept out of the body, listed here.
public struct Furniture: Sendable, Equatable {
  public var line: Int
  public var text: String
  public var reason: String
  public init(line: Int, text: String, reason: String) {
    self.line = line
    self.text = text
    self.reason = reason
  }
}

/// Site instructions of front matter; none of them is document text.
public struct Directives: Sendable, Equatable {
  /// A chosen, permanent id.
  public var id: String?
  /// Former addresses that lead here.
  public var aliases: [String] = []
  /// `notice` (default) or `page`: a page stands outside the catalogue (公开指南).
  public var type: String?
  /// Not published while true.
  public var draft = false
  /// 解读对象: id, number or title of the document this one interprets.
  public var interprets: [String] = []
  /// `zh-Hans` … when stated.
  public var language: String?
  /// Marked visibly as a sample.
  public var sample = false
  /// The place of a `page` in the navigation.
  public var column: String?
  /// Withdrawn: the reason; the page then says so and shows no text.
  public var withdrawn: String?
  /// What replaced a withdrawn document.
  public var replacedBy: String?

  public init() {}
}
