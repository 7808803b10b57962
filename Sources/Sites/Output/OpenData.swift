import Bytes
import Notices

/// The whole catalogue as data: JSON Lines and CSV.
struct OpenData {
  let renderer: PageRenderer
  private var catalog: Catalog { renderer.catalog }

  init(_ renderer: PageRenderer) { self.renderer = renderer }

  /// A column of the tables with its meaning; the page that explains the fields is made from this list.
  struct Column: Sendable {
    let key: String
    let name: String
    let zh: String
    let en: String
    let value: @Sendable (CatalogEntry) -> String?
  }

  static let columns: [Column] = [
    Column(key: "id", name: "编号", zh: "永久编号", en: "permanent id") { $0.id },
    Column(key: "url", name: "网址", zh: "网页地址；没有配置网址时为站内路径", en: "address of the page") { $0.address },
    Column(key: "title", name: "名称", zh: "文件标题", en: "title") { $0.title },
    Column(key: "documentNumber", name: "文号", zh: "发文字号", en: "document number") {
      $0.record.documentNumber?.text
    },
    Column(key: "indexNumber", name: "索引号", zh: "索引号", en: "index number") { $0.record.indexNumber },
    Column(key: "issuers", name: "发文机关", zh: "制定机关，多个以“；”分隔", en: "organs that made it, separated by ；") {
      $0.record.issuers.joined(separator: "；")
    },
    Column(key: "publisher", name: "公开机构", zh: "公开该文件的机构", en: "organ that published it") {
      $0.record.publisher
    },
    Column(key: "issued", name: "成文日期", zh: "成文日期，年-月-日", en: "date of issue, ISO 8601") {
      $0.record.dates.issued?.iso
    },
    Column(key: "published", name: "公开日期", zh: "公开日期", en: "date of publication") {
      $0.record.dates.published?.iso
    },
    Column(key: "effective", name: "施行日期", zh: "施行日期", en: "first day in force") {
      $0.record.dates.effective?.iso
    },
    Column(key: "expires", name: "失效日期", zh: "有效期的最后一日", en: "last day in force") {
      $0.record.dates.expires?.iso
    },
    Column(key: "validityDeclared", name: "标注有效性", zh: "机关标注的有效性，照原文", en: "validity as declared") {
      $0.validity.declared
    },
    Column(
      key: "validity", name: "有效性", zh: "effective amended repealed expired unknown 之一",
      en: "one of effective, amended, repealed, expired, unknown"
    ) {
      $0.validity.status.rawValue
    },
    Column(key: "validityDerived", name: "推断有效性", zh: "由文件原句推断的有效性", en: "validity derived from the texts") {
      $0.validity.derived?.status.rawValue
    },
    Column(key: "kind", name: "体裁", zh: "文种", en: "kind of document") { $0.record.kind },
    Column(key: "catalog", name: "公开目录", zh: "公开目录，多个以“；”分隔", en: "catalogue classes, separated by ；") {
      $0.record.catalog.joined(separator: "；")
    },
    Column(key: "summary", name: "内容概述", zh: "内容概述", en: "summary") { $0.record.summary },
    Column(key: "language", name: "语言", zh: "文件语言（BCP 47）", en: "language (BCP 47)") { $0.record.language },
    Column(key: "sha256", name: "原文摘要", zh: "原文的 SHA-256", en: "SHA-256 of the source") {
      $0.record.source.sha256
    },
  ]

  /// One JSON object a line; absent values are `null`.
  func documentsJSONL() -> [UInt8] {
    var out: [UInt8] = []
    for entry in catalog.entries {
      var json = JSONWriter()
      json.object { json in
        for column in Self.columns { json.member(column.key, value(column, entry)) }
      }
      json.endLine()
      out += json.bytes
    }
    return out
  }

  /// RFC 4180 with a byte order mark, so that spreadsheets read it as UTF-8; names of columns in Chinese.
  func documentsCSV() -> [UInt8] {
    var csv = CSVWriter()
    csv.row(Self.columns.map(\.name))
    for entry in catalog.entries { csv.row(Self.columns.map { value($0, entry) ?? "" }) }
    return csv.bytes
  }

  private func value(_ column: Column, _ entry: CatalogEntry) -> String? {
    if column.key == "url" { return address(entry) }
    let value = column.value(entry)
    return value?.isEmpty == true ? nil : value
  }

  func address(_ entry: CatalogEntry) -> String { renderer.absolute(entry.address) ?? entry.address }
}
