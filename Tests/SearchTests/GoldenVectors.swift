import Bytes

@testable import Search

/// What the engine in the browser has to reproduce: an index, and the answers to many queries, as JSON.
enum GoldenVectors {
  static let special = [
    "", " ", "，。、", "\u{0}\u{1F}", "<script>alert(1)</script>", ".*+?^${}()|[]\\", "../../etc/passwd",
    "\u{FFFD}", "😀", "龘", "丨", "zzzz",
    "\"公共租赁住房\"", "“公共租赁住房申请条件”", "公共租赁住房 申请条件", "公共租赁住房 -行政许可", "-行政许可", "通知 -\"安全生产监督检查\"", "标题:通知",
    "标题：安全生产 监督检查",
    "文号:示府", "文号:示府〔2016〕", "部门:住建局", "部門:住建局 通知", "年:2020", "年份：2020 通知", "有效性:废止", "有效性:有效 网格化管理",
    "validity:repealed",
    "示府〔2020〕10号", "示府2020 10", "2020 10", "示府2020 1", "示府〔2018〕", "示府", "2017年", "2017", "017", "201", "17",
    "1", "a", "超",
    "臺灣同胞", "ＰＭ２．５", "pm2", "m2.5", "covid-19", "wangge", "wgh", "gonggong zulin", "xzxk", "網格化管理", "政務公開",
    "网格化管", "格化管理",
    "网格管理化", "公共租赁住房如何申请", "农村供水安全监督怎么办理", "住房公积金社会保险养老服务垃圾分类耕地保护", "社保", "示例县", "的", "县财政局", "第十二条", "第12条",
    "㎡", "Ⅳ", "１２３４５", "678901234567", "califragil", "www.example", "example.gov", "naive", "NAÏVE",
    "\u{200B}行政\u{200B}许可", "title:", "标题:", "-", "\"",
    "\"\"", "\"不闭合", "关于“三个代表”", "x-5", "公共租赁住房 公共租赁住房", "不得 应当 和 的", "标题:\"安全生产\" 年:2018",
  ]

  static func documents() -> [SearchDocument] { InventedDocuments.make(24, seed: 7) }

  static func queries(_ documents: [SearchDocument]) -> [String] {
    var random = Random(11)
    var out = special
    out.append(String(repeating: "公共租赁住房，", count: 1500))
    while out.count < 240 {
      let clause = random.pick(random.pick(documents).clauses)
      let text = Array(clause.text.unicodeScalars)
      let length = 1 + random.next(16)
      guard text.count >= length else { continue }
      let start = random.next(text.count - length + 1)
      out.append(String(String.UnicodeScalarView(text[start..<start + length])))
    }
    return out
  }

  static func requests(_ documents: [SearchDocument]) -> [SearchRequest] {
    queries(documents).enumerated().map { i, query in
      SearchRequest(
        query, limit: i % 7 == 0 ? 3 : 10, offset: i % 11 == 10 ? 2 : 0,
        filters: i % 13 == 5 ? [("organ", ["示例县教育局", "示例县住建局"])] : [],
        sort: i % 9 == 4 ? .date : .relevance, facets: i % 5 == 0)
    }
  }

  static func files(_ documents: [SearchDocument]) throws -> [IndexFile] {
    // Lists of more than 40 bytes are split, so that both kinds are there.
    // The code of characters is made from some of the documents, so that the others have some that it lacks.
    let options = SearchOptions(
      chunkBytes: 1024, synonyms: [["社保", "社会保险"], ["县府", "县人民政府"]], splitBytes: 40, splitAbove: 0,
      textCode: TextCode(documents: Array(documents[..<3])))
    let shards = [
      try IndexShard(documents: Array(documents[..<9]), options: options),
      try IndexShard(documents: Array(documents[9...]), options: options),
    ]
    return try SearchIndex.files(shards: shards, options: options)
  }

  /// The whole document: files in hexadecimal, then requests with answers.
  static func json() throws -> [UInt8] {
    let documents = documents()
    let files = try files(documents)
    let engine = try SearchEngine(source: MemoryIndex(files))
    let requests = requests(documents)
    let answers = try requests.map { try engine.search($0) }
    var json = JSONWriter()
    json.object { root in
      root.member("fold", Int(foldDigest()))
      root.key("logarithms")
      root.array { for n in stride(from: 1, to: 2_000_000, by: 9973) { $0.number(FixedLog.log2(n)) } }
      root.key("files")
      root.object { for file in files { $0.member(file.path, hexadecimal(file.bytes)) } }
      root.key("answers")
      root.array { list in
        for (request, answer) in zip(requests, answers) { list.object { write(request, answer, &$0) } }
      }
    }
    json.endLine()
    return json.bytes
  }

  /// CRC-32 over what every code point folds to: 32-bit little-endian symbols, and 0xFFFFFFFF after each.
  static func foldDigest() -> UInt32 {
    var bytes: [UInt8] = []
    func append(_ value: UInt32) {
      for shift: UInt32 in [0, 8, 16, 24] { bytes.append(UInt8(truncatingIfNeeded: value >> shift)) }
    }
    for scalar in UInt32(0)..<0x50000 where !(0xD800...0xDFFF ~= scalar) {
      FoldTable.standard.fold(scalar) { if $0 != Symbol.dropped { append($0) } }
      append(0xFFFF_FFFF)
    }
    return Zlib.crc32(bytes[...])
  }

  static func write(_ request: SearchRequest, _ answer: SearchResults, _ json: inout JSONWriter) {
    json.member("query", request.query)
    json.member("limit", request.limit)
    json.member("offset", request.offset)
    json.member("sort", request.sort.rawValue)
    json.key("filters")
    json.object { filters in for (name, values) in request.filters { filters.member(name, values) } }
    json.member("wantsFacets", request.facets)
    json.member("total", answer.total)
    json.member("exact", answer.exact)
    json.member("partial", answer.partial)
    json.member("truncated", answer.truncated)
    json.member("missing", answer.missing)
    json.member("next", answer.next)
    json.key("facets")
    json.array { list in
      for (name, values) in answer.facets {
        list.string(name)
        for (value, count) in values {
          list.string(value)
          list.number(count)
        }
      }
    }
    json.key("hits")
    json.array { list in
      for (i, hit) in answer.hits.enumerated() { list.object { write(hit, terms: i == 0, &$0) } }
    }
  }

  private static func write(_ hit: SearchHit, terms: Bool, _ json: inout JSONWriter) {
    func marked(_ pieces: [MarkedText]) -> String {
      pieces.map { $0.marked ? "[\($0.text)]" : $0.text }.joined()
    }
    json.member("id", hit.id)
    json.member("anchor", hit.anchor)
    json.member("score", hit.score)
    json.member("title", marked(hit.markedTitle))
    json.member("snippet", marked(hit.snippet))
    json.member("path", hit.path)
    json.member("missing", hit.missing)
    guard terms else { return }
    json.member(
      "terms", hit.explanation.terms.map { "\($0.text) \($0.documents) \($0.idf) \($0.impact) \($0.inTitle)" }
    )
  }
}
