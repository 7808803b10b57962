@testable import Search

/// SplitMix64: the same numbers on every machine.
struct Random {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed }

  mutating func next(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ z >> 31) % UInt64(limit))
  }

  mutating func pick<T>(_ items: [T]) -> T { items[next(items.count)] }
}

/// Documents of an invented county, made of office phrases, numbers, Latin words, spaces and old characters.
enum InventedDocuments {
  static let phrases = [
    "网格化管理", "公共租赁住房", "申请条件", "县人民政府", "各镇人民政府", "安全生产", "监督检查", "政务公开", "行政许可", "规范性文件", "农村供水", "责任单位",
    "实施方案", "管理办法", "有关事项", "通知如下", "现予公布", "自发布之日起施行", "依法依规", "住房公积金", "社会保险", "养老服务", "垃圾分类", "耕地保护",
    "臺灣同胞", "行政復議", "信息公開", "二○一七年", "第十二条", "的", "和", "不得", "应当", "县 财 政 局", "龘靐", "𠮷田村", "ㄅㄆ", "カタカナ",
  ]
  static let words = [
    "PM2.5", "2017", "10", "100", "IPv6", "5G", "COVID-19", "www.example.gov", "３．１４", "㎡", "Ⅳ", "a", "B2B",
    "2023-05-01", "naïve",
    "12345678901234567890", "supercalifragilisticexpialidociousness",
  ]
  static let marks = [
    "，", "。", "；", "、", "（", "）", "《", "》", "“", "”", "：", "\n", " ", "　", "〔", "〕", "—", "\u{200B}",
  ]
  static let organs = ["示例县人民政府", "示例县住建局", "示例县教育局", "甲镇人民政府"]

  static func sentence(_ random: inout Random, _ length: Int) -> String {
    var out = ""
    for _ in 0..<length {
      switch random.next(10) {
      case 0..<6: out += random.pick(phrases)
      case 6: out += random.pick(words)
      case 7: out.unicodeScalars.append(Unicode.Scalar(UInt32(0x4E00 + random.next(2000)))!)
      default: out += random.pick(marks)
      }
    }
    return out
  }

  static func make(_ count: Int, seed: UInt64) -> [SearchDocument] {
    var random = Random(seed)
    return (0..<count).map { i in
      let year = 2024 - i * 10 / count
      let organ = random.pick(organs)
      let number = "示府〔\(year)〕\(i + 1)号"
      let title = "关于" + sentence(&random, 4).split(separator: "\n").joined() + "的通知"
      var clauses = [SearchClause(anchor: "", text: title)]
      for c in 0..<(1 + random.next(40)) {
        clauses.append(
          SearchClause(
            anchor: "\(c + 1)", path: ["第\(c / 10)章"], text: sentence(&random, 3 + random.next(20)),
            continues: random.next(3) == 0))
      }
      let validity = random.pick(["effective", "effective", "repealed", "expired", "unknown"])
      return SearchDocument(
        id: "doc-\(i)", source: "\(i).txt", url: "d/doc-\(i)/", title: title, documentNumber: number,
        numbers: [number], organ: organ, date: "\(year)-01-01", validity: validity,
        facets: [("organ", [organ]), ("year", ["\(year)"]), ("validity", [validity])], clauses: clauses)
    }
  }

  /// Ids of the documents whose normal text contains the typed run: the truth that the index is measured by.
  static func scan(_ documents: [SearchDocument], for run: [UInt32]) -> Set<String> {
    Set(documents.filter { $0.indexedClauses.contains { NormalText($0.text).contains(run) } }.map(\.id))
  }
}
