import Testing

@testable import Search

@Suite struct QueryTests {
  /// Small documents with known words.
  private static func document(
    _ id: String, _ title: String, _ clauses: [String], number: String? = nil, organ: String = "示例县人民政府",
    date: String = "2020-01-01", validity: String = "effective"
  ) -> SearchDocument {
    let year = String(date.prefix(4))
    let all =
      [SearchClause(anchor: "", text: title)]
      + clauses.enumerated().map { SearchClause(anchor: "\($0 + 1)", path: ["第\($0 + 1)条"], text: $1) }
    return SearchDocument(
      id: id, source: "\(id).txt", url: "d/\(id)/", title: title, documentNumber: number,
      numbers: number.map { [$0] } ?? [], organ: organ, date: date, validity: validity,
      facets: [("organ", [organ]), ("year", [year]), ("validity", [validity])], clauses: all)
  }

  private static let documents = [
    document(
      "new", "公共租赁住房管理办法", ["申请条件由县住建局规定。", "公共租赁住房的租金标准。"], number: "示府〔2023〕3号", date: "2023-05-01"),
    document(
      "old", "公共租赁住房管理暂行办法", ["申请公共租赁住房应当符合条件。"], number: "示府〔2015〕30号", date: "2015-05-01",
      validity: "repealed"),
    document("grid", "关于网格化管理的通知", ["推进社区网格化管理，构建五级治理网络。", "其他事项。"], organ: "示例县民政局", date: "2014-01-01"),
    document("mixed", "关于格化和管理的说明", ["网格和管理，化管为主，格化为辅。"], date: "2013-01-01"),
    document("cite", "转发文件", ["根据示府[2023]3号文件和PM2.5、IPv6要求办理。", "社会保险经办。"], date: "2012-01-01"),
    document("hundred", "其他文件", ["见示府〔2023〕300号。"], date: "2011-01-01"),
  ]

  private static func engine() throws -> SearchEngine {
    let options = SearchOptions(synonyms: [["社保", "社会保险"]])
    return try SearchEngine(
      source: MemoryIndex(
        SearchIndex.files(shards: [IndexShard(documents: documents, options: options)], options: options)))
  }

  private func ids(_ query: String) throws -> [String] {
    let results = try Self.engine().search(query)
    return results.partial ? [] : results.hits.map(\.id)
  }

  @Test(arguments: [
    ("网格化管理", ["grid"]),
    ("格化管", ["grid"]),
    ("網格化管理", ["grid"]),
    ("ＰＭ２．５", ["cite"]),
    ("ipv6", ["cite"]), ("pv6", ["cite"]), ("v", ["cite"]),
    ("公共租赁住房 申请条件", ["new"]),
    ("\"公共租赁住房的租金\"", ["new"]),
    ("公共租赁住房 -暂行", ["new"]),
    ("公共租赁住房 -\"租金标准\"", ["old"]),
    ("标题:租赁住房 标题:暂行", ["old"]),
    ("标题：租金", []),
    ("部门:民政局", ["grid"]),
    ("年:2015", ["old"]),
    ("有效性:废止 租赁", ["old"]),
    ("文号:示府〔2015〕", ["old"]),
    ("社保", ["cite"]),
    ("社保经办", ["cite"]),
    ("wangge", ["grid"]), ("wgh", ["grid"]), ("wang ge hua guan li", ["grid"]),
    ("示府〔2023〕3号", ["new", "cite"]),
    ("示府2023 3", ["new", "cite"]), ("示府(2023)第3号", ["new", "cite"]), ("示府20233号", ["new", "cite"]),
  ])
  func `finds what is meant`(_ query: String, _ expected: [String]) throws {
    #expect(try ids(query).sorted() == expected.sorted())
  }

  @Test func `the document that bears a number stands before those that cite it`() throws {
    #expect(try ids("示府〔2023〕3号") == ["new", "cite"])
    #expect(try ids("【2023】3").first == "new")
    #expect(try ids("2015 30").first == "old")
  }

  @Test func `what reads as a number that no document has is words`() throws {
    #expect(try ids("示府 2015 30") == ["old"])
    // Cut off in the middle of 示府〔2015〕30号.
    #expect(try ids("示府，2015，3") == ["old"])
    #expect(try Self.engine().search(SearchRequest("示府〔2015〕3", offset: 1)).total == 1)
    #expect(try Self.engine().search("示府〔2015〕7号").partial)
  }

  @Test func `repealed documents stand below valid ones, unless they are asked for`() throws {
    #expect(try ids("公共租赁住房") == ["new", "old"])
    #expect(try ids("公共租赁住房管理暂行办法").first == "old")
    #expect(try ids("公共租赁住房 有效性:废止") == ["old"])
  }

  @Test func `words in items that follow each other stand before words far apart`() throws {
    let filling = (0..<8).map { "第\($0)项其他内容。" }
    let documents = [
      Self.document("far", "甲文", ["水库移民安置。"] + filling + ["档案数字化验收。"], date: "2020-01-01"),
      Self.document("near", "乙文", filling + ["水库移民安置。", "其他内容。", "档案数字化验收。"], date: "2019-01-01"),
      Self.document("one", "丙文", filling + ["水库移民安置，档案数字化验收。", "其他内容。"], date: "2018-01-01"),
    ]
    let files = try SearchIndex.files(shards: [IndexShard(documents: documents)])
    let hits = try SearchEngine(source: MemoryIndex(files)).search("移民安置 数字化验收").hits
    #expect(hits.map(\.id) == ["one", "near", "far"])
  }

  @Test func `words in items of an article stand together, the item with most of them is shown`()
    throws
  {
    func article(_ id: String, date: String, continues: Bool) -> SearchDocument {
      var out = Self.document(
        id, "\(id)文", ["下列材料应当报送：", "申请书；", "水库移民安置方案，养老服务；", "档案数字化验收表。", "其他内容。"], date: date)
      for i in 2...4 { out.clauses[i].continues = continues }
      return out
    }
    let documents = [
      article("apart", date: "2020-01-01", continues: false),
      article("whole", date: "2019-01-01", continues: true),
    ]
    let files = try SearchIndex.files(shards: [IndexShard(documents: documents)])
    let engine = try SearchEngine(source: MemoryIndex(files))
    let hits = try engine.search("移民安置 养老服务 数字化验收").hits
    #expect(hits.map(\.id) == ["whole", "apart"])
    #expect(hits.map(\.anchor) == ["3", "3"])
    #expect(try engine.search("移民安置 其他内容").hits.map(\.anchor) == ["3", "3"])
    // A pattern stands in one piece.
    #expect(try engine.search("养老服务档案").partial)
  }

  @Test func `when nothing has everything the best parts are shown and what is missing is said`() throws {
    let results = try Self.engine().search("网格化管理 水库移民")
    #expect(results.partial)
    #expect(results.hits.first?.id == "grid")
    #expect(results.missing == ["水库移民"])
    #expect(results.hits.first?.missing == ["水库移民"])
  }

  @Test func `a snippet marks what was typed and nothing else`() throws {
    let hit = try #require(try Self.engine().search("网格化管理").hits.first)
    #expect(hit.anchor == "1")
    #expect(hit.path == ["第1条"])
    #expect(
      hit.snippet == [
        MarkedText("推进社区"), MarkedText("网格化管理", marked: true), MarkedText("，构建五级治理网络。"),
      ])
    #expect(
      hit.markedTitle == [MarkedText("关于"), MarkedText("网格化管理", marked: true), MarkedText("的通知")])
  }

  @Test func `marks fall on the original characters of folded text`() throws {
    let hit = try #require(try Self.engine().search("pm2.5").hits.first)
    #expect(hit.snippet.filter(\.marked).map(\.text) == ["PM2.5"])
  }

  @Test func `filters, order by date and facets`() throws {
    let engine = try Self.engine()
    let results = try engine.search(
      SearchRequest("管理", filters: [("year", ["2014", "2015"])], sort: .date, facets: true))
    #expect(results.hits.map(\.id) == ["old", "grid"])
    let organs = results.facets.first { $0.name == "organ" }
    #expect(organs?.values.map(\.value) == ["示例县人民政府", "示例县民政局"])
    #expect(try engine.search(SearchRequest("管理", filters: [("nothing", ["x"])])).total == 0)
  }

  @Test func `pages follow each other without gaps`() throws {
    let engine = try Self.engine()
    let all = try engine.search(SearchRequest("管理", limit: 10)).hits.map(\.id)
    var paged: [String] = []
    var next: Int? = 0
    while let offset = next {
      let results = try engine.search(SearchRequest("管理", limit: 1, offset: offset))
      paged += results.hits.map(\.id)
      next = results.next
    }
    #expect(paged == all)
  }

  @Test func `an explanation adds up to the score`() throws {
    for hit in try Self.engine().search("公共租赁住房 管理").hits {
      let e = hit.explanation
      let sum = e.body + e.title + e.clause + e.phrase
      #expect(hit.score == e.tier * 1_000_000_000 + (e.sunk ? sum / 2 : sum))
      #expect(!e.terms.isEmpty)
    }
  }
}
