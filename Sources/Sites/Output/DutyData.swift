import Bytes
import Notices

/// Who has to do what, until when, as data: one row a duty and organ.
struct DutyData {
  private let renderer: PageRenderer
  private var catalog: Catalog { renderer.catalog }

  init(_ renderer: PageRenderer) { self.renderer = renderer }

  /// What one row is about.
  struct Row {
    var entry: CatalogEntry
    var duty: Duty
    var organ: Duty.Organ
    /// Address of the clause.
    var address: String
  }

  /// A column with its meaning; the page that explains the fields is made from this list.
  struct Column: Sendable {
    let key: String
    let name: String
    let zh: String
    let en: String
    let value: @Sendable (Row) -> String
  }

  static let columns: [Column] = [
    Column(key: "task", name: "事项", zh: "条款的标题或者第一句", en: "heading or first sentence of the clause") {
      $0.duty.task
    },
    Column(key: "organ", name: "责任单位", zh: "责任单位，照原文", en: "organ, as printed") { $0.organ.name },
    Column(
      key: "role", name: "角色", zh: "牵头、责任、配合之一；JSON 里是 lead、responsible、support",
      en: "one of lead, responsible, support; in Chinese in the CSV"
    ) { $0.organ.role.rawValue },
    Column(key: "deadline", name: "期限", zh: "期限的原话，多个以“；”分隔", en: "deadline as printed, separated by ；") {
      $0.duty.deadlines.map(\.text).joined(separator: "；")
    },
    Column(key: "deadlineOn", name: "期限日期", zh: "期限的最后一日，年-月-日", en: "last day, ISO 8601") {
      $0.duty.deadlines.compactMap { $0.on?.iso }.joined(separator: "；")
    },
    Column(key: "target", name: "指标", zh: "指标的原话", en: "targets as printed") {
      $0.duty.targets.joined(separator: "；")
    },
    Column(key: "clause", name: "条款", zh: "条款，如“第35项”", en: "how the clause is cited") {
      $0.duty.clause ?? ""
    },
    Column(key: "document", name: "文件", zh: "文件标题", en: "title of the document") { $0.entry.title },
    Column(key: "documentNumber", name: "文号", zh: "发文字号", en: "document number") {
      $0.entry.record.documentNumber?.text ?? ""
    },
    Column(key: "url", name: "网址", zh: "条款的地址", en: "address of the clause") { $0.address },
  ]

  /// Bytes of a piece, about.
  private static let pieceSize = 1 << 18

  /// RFC 4180 as `CSVWriter` writes it, names of columns in Chinese; in pieces of whole lines.
  func csv() -> AnyIterator<[UInt8]> {
    var rows = rows.makeIterator()
    var csv = CSVWriter()
    csv.row(Self.columns.map(\.name))
    return AnyIterator {
      while csv.bytes.count < Self.pieceSize, let row = rows.next() {
        csv.row(Self.columns.map { $0.key == "role" ? Self.word(row.organ.role) : $0.value(row) })
      }
      let piece = csv.take()
      return piece.isEmpty ? nil : piece
    }
  }

  /// One JSON object a line, absent values `null`; in pieces of whole lines.
  func jsonl() -> AnyIterator<[UInt8]> {
    var rows = rows.makeIterator()
    return AnyIterator {
      var piece: [UInt8] = []
      while piece.count < Self.pieceSize, let row = rows.next() {
        var json = JSONWriter()
        json.object { json in
          for column in Self.columns {
            let value = column.value(row)
            json.member(column.key, value.isEmpty ? nil : value)
          }
        }
        json.endLine()
        piece += json.bytes
      }
      return piece.isEmpty ? nil : piece
    }
  }

  /// The table is in Chinese whatever the interface is.
  private static func word(_ role: Duty.Organ.Role) -> String {
    switch role {
    case .lead: "牵头"
    case .responsible: "责任"
    case .support: "配合"
    }
  }

  /// How many rows there are: a duty of three organs is three.
  var count: Int {
    catalog.entries.reduce(0) { $0 + $1.record.duties.reduce(0) { $0 + $1.organs.count } }
  }

  private var rows: some Sequence<Row> {
    let data = OpenData(renderer)
    return catalog.entries.lazy.flatMap { entry in
      entry.record.duties.lazy.flatMap { duty in
        let fragment = duty.anchor.isEmpty ? "" : "#" + SitePath.percentEncoded(duty.anchor)
        return duty.organs.lazy.map { organ in
          Row(entry: entry, duty: duty, organ: organ, address: data.address(entry) + fragment)
        }
      }
    }
  }
}
