import Bytes
import Foundation
import Notices
import Testing

@testable import Sites

@Suite struct DataTests {
  private static let built: SiteFixture.Built = {
    var site = SiteFixture()
    site.configuration.base = "https://www.example.gov.cn/"
    site.notices = [
      .sample("abc.txt", title: "=cmd|'/c calc'!A0, \"甲\"\n乙") { notice in
        notice.catalog = ["规范性文件", "奇怪的目录"]
        notice.dates.published = CivilDate(iso: "2024-06-30")
        notice.duties = [
          Duty(
            anchor: "2.1", task: "推进公开", clause: "第3项",
            organs: [
              .init(name: "县府办", role: .lead, collective: false),
              .init(name: "县财政局", role: .support, collective: false),
            ], deadlines: [Deadline(text: "年底前", kind: .point, on: CivilDate(iso: "2024-12-31"))],
            targets: ["达60%"])
        ]
      },
      .sample("def.txt") { $0.catalog = ["应急预案"] },
    ]
    return site.built
  }()

  @Test func `writes one JSON object a line with every field`() throws {
    let lines = Self.built["data/documents.jsonl"].split(separator: "\n")
    #expect(lines.count == 2)
    for line in lines {
      let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      #expect(Set(object.keys) == Set(OpenData.columns.map(\.key)))
    }
  }

  @Test func `writes a table that spreadsheets read and do not run`() {
    let csv = Self.built["data/documents.csv"]
    #expect(csv.unicodeScalars.first == "\u{FEFF}")
    #expect(csv.contains("\"'=cmd|'/c calc'!A0, \"\"甲\"\"\n乙\""))
    #expect(csv.utf8.count { $0 == 0x0D } == 3)
  }

  @Test func `describes the data sets in DCAT`() throws {
    let object =
      try JSONSerialization.jsonObject(with: Data(Self.built["data/catalog.jsonld"].utf8)) as? [String: Any]
    let sets = object?["dcat:dataset"] as? [[String: Any]]
    #expect(sets?.map { $0["dct:identifier"] as? String } == ["documents", "duties"])
    #expect(Self.built["data/catalog.jsonld"].contains("https://www.example.gov.cn/data/documents.csv"))
  }

  @Test func `keeps full-width formula signs from running too`() {
    var csv = CSVWriter()
    csv.row(["＝1+1", "＋1", "－1", "＠a", "甲=乙"])
    #expect(String(decoding: csv.bytes.dropFirst(3), as: UTF8.self) == "'＝1+1,'＋1,'－1,'＠a,甲=乙\r\n")
  }

  @Test func `writes deadlines as a calendar, folded between characters`() {
    let calendar = Self.built["data/duties.ics"]
    #expect(calendar.contains("UID:abc.2.1.1.1@gongkai\r\n"))
    #expect(calendar.contains("DTSTAMP:20240630T000000Z\r\n"))
    #expect(calendar.contains("DTSTART;VALUE=DATE:20241231\r\n"))
    #expect(calendar.contains("SUMMARY:年底前：推进公开\r\n"))
    #expect(calendar.contains("URL:https://www.example.gov.cn/d/abc/#2.1\r\n"))
    #expect(calendar.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 75 })
    let unfolded = calendar.replacing("\r\n ", with: "")
    #expect(unfolded.contains("DESCRIPTION:县府办、县财政局\\n《=cmd|'/c calc'!A0\\, \"甲\"\\n乙》 第3项"))
    #expect(Self.built["duties/县府办/deadlines.ics"].contains("X-WR-CALNAME:县府办 · "))
    #expect(
      Self.built["duties/县府办/index.html"].contains(
        "href=\"../../duties/%E5%8E%BF%E5%BA%9C%E5%8A%9E/deadlines.ics\""))
  }

  @Test func `makes no event of what recurs or begins`() {
    var site = SiteFixture()
    site.notices = [
      .sample("a.txt") { notice in
        notice.duties = [
          Duty(
            anchor: "1", task: "培训", organs: [.init(name: "县府办", role: .lead, collective: false)],
            deadlines: [
              Deadline(text: "每年第一季度", kind: .recurring, on: CivilDate(iso: "2024-03-31")),
              Deadline(text: "自2018年起", kind: .start, on: CivilDate(iso: "2018-01-01")),
            ])
        ]
      }
    ]
    #expect(!site.built.plan.has("data/duties.ics"))
    #expect(site.built.plan.has("data/duties.csv"))
  }

  @Test func `states size and digest of every data file, in DCAT and on the page`() throws {
    let file = Self.built["data/documents.csv"]
    let dcat = Self.built["data/catalog.jsonld"]
    #expect(dcat.contains(SHA256.hex(Array(file.utf8))))
    #expect(dcat.contains("\"\(file.utf8.count)\""))
    #expect(Self.built["data/index.html"].contains(SHA256.hex(Array(file.utf8))))
  }

  @Test func `explains every column and every member of the documents' JSON`() {
    let page = Self.built["data/index.html"]
    for column in OpenData.columns { #expect(page.contains("<code>\(column.key)</code>")) }
    for column in DutyData.columns { #expect(page.contains("<code>\(column.key)</code>")) }
    for path in [
      "source.sha256", "parts[].signature.date", "validity.derived.evidence[].text", "block(table).rows",
    ] {
      #expect(page.contains("<code>\(path)</code>"), "\(path)")
    }
  }

  @Test func `gives every organ a page with its duties, roles and deadlines`() {
    let page = Self.built["duties/县财政局/index.html"]
    #expect(page.contains("推进公开") && page.contains("（配合）") && page.contains("2024-12-31"))
    #expect(page.contains("href=\"../../d/abc/#2.1\""))
    #expect(Self.built["d/abc/index.html"].contains("href=\"../../duties/%E5%8E%BF%E5%BA%9C%E5%8A%9E/\""))
    #expect(Self.built["data/duties.csv"].contains("推进公开,县府办,牵头,年底前,2024-12-31,达60%,第3项"))
  }

  @Test func `orders the catalogue by the classes of the law and keeps others last`() {
    let page = Self.built["catalog/index.html"]
    let order = ["法规规章和规范性文件", "突发公共事件应对", "其他目录", "奇怪的目录"].map { page.range(of: $0)?.lowerBound }
    #expect(!order.contains(nil))
    #expect(order.compactMap { $0 } == order.compactMap { $0 }.sorted())
    #expect(!page.contains("公务员招考"))
  }

  @Test func `shows a catalogue as a table with the four columns of the law`() {
    let page = Self.built["catalog/规范性文件/index.html"]
    for name in ["索引号", "名称", "内容概述", "生成日期"] { #expect(page.contains("<th scope=\"col\">\(name)</th>")) }
    #expect(page.contains("<td><span class=\"lbl\">内容概述</span>—</td>"))
  }

  @Test func `draws charts without style, and says the same in a table`() {
    let page = Self.built["statistics/index.html"]
    #expect(page.contains("<svg class=\"chart\" role=\"img\""))
    #expect(page.contains("<th scope=\"row\">2024 年</th><td class=\"right\">2</td>"))
    #expect(page.contains("超过二十个工作日"))
    #expect(!page.contains("style="))
  }

  @Test func `counts working days`() {
    func days(_ a: String, _ b: String) -> Int { WorkingDays.between(CivilDate(iso: a)!, CivilDate(iso: b)!) }
    #expect(days("2017-07-07", "2017-09-28") == 59)
    #expect(days("2024-06-07", "2024-06-10") == 1)
    #expect(days("2024-06-08", "2024-06-09") == 0)
    #expect(days("2024-06-03", "2024-06-03") == 0)
    #expect(days("1969-12-26", "1970-01-02") == 5)
  }

  @Test func `finds the class of a catalogue by its name, else by what it contains`() {
    let classes = DisclosureClass.all(.county)
    func name(_ catalogue: String) -> String? {
      DisclosureClass.index(of: catalogue, in: classes).map { classes[$0].name }
    }
    #expect(name("规范性文件") == "法规规章和规范性文件")
    #expect(name("县级财政信息公开") == "财政预算决算")
    #expect(name("规划计划") == "规划计划")
    #expect(name("奇怪的目录") == nil)
    #expect(DisclosureClass.all(.province).count == 15)
  }
}
