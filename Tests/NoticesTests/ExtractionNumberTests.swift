import Testing

@testable import Notices

@Suite struct `Document numbers` {
  private func whole(_ text: String, codes: [String] = []) -> FoundNumber? {
    let bytes = Array(text.utf8)
    return DocumentNumberParser(codes: codes).whole(bytes, in: 0..<bytes.count)
  }

  private func all(_ text: String, codes: [String] = []) -> [String] {
    let bytes = Array(text.utf8)
    return DocumentNumberParser(codes: codes).all(in: bytes, range: 0..<bytes.count).map(\.number.text)
  }

  @Test(arguments: [
    "宁发〔2017〕10号", "宁发[2017]10号", "宁发【2017】10号", "宁发(2017)10号", "宁发（２０１７）１０号", "宁发〈2017〉10号", "宁发《2017》10号",
    "宁发‘2017’10号", "宁发„2017‟10号", "宁发〔2017〕第10号", " 宁发 〔 2017 〕 10 号 ", "（宁发〔2017〕10号）", "宁发﹝2017﹞10号",
    "宁发〔2017]10號",
  ])
  func `every bracket and width gives the normal form`(_ printed: String) throws {
    let found = try #require(whole(printed))
    #expect(found.number == DocumentNumber(text: "宁发〔2017〕10号", code: "宁发", year: 2017, serial: 10))
    #expect(!found.isDamaged)
  }

  @Test func `keeps a padded serial as printed and says so`() throws {
    let found = try #require(whole("沪科合〔2008〕第006号"))
    #expect(found.number.text == "沪科合〔2008〕006号")
    #expect(found.number.serial == 6)
    #expect(found.faults == [.ordinalMark, .padded])
  }

  @Test(arguments: [
    ("国务院令第711号", "国务院令第711号", nil, 711), ("粤府令第277号", "粤府令第277号", nil, 277),
    ("商务部令 2018 年 第 2 号", "商务部令2018年第2号", 2018, 2), ("国家税务总局公告2015年第41号", "国家税务总局公告2015年第41号", 2015, 41),
    ("国务院第417号令", "国务院令第417号", nil, 417), ("公告2006年(第9号）", "公告2006年第9号", 2006, 9),
    ("财政部 税务总局公告（2020年第8号）", "财政部 税务总局公告2020年第8号", 2020, 8),
    ("政府令〔2010〕第15号", "政府令〔2010〕第15号", 2010, 15), ("主席令第二十四号", "主席令第二十四号", nil, 24),
    ("令\n第277号", "令第277号", nil, 277),
  ])
  func `reads orders and announcements`(_ printed: String, _ text: String, _ year: Int?, _ serial: Int) throws
  {
    let found = try #require(whole(printed))
    #expect(found.number.text == text)
    #expect(found.number.year == year)
    #expect(found.number.serial == serial)
    #expect(found.isOrder)
  }

  @Test(arguments: ["會核字第0950019354號", "台財稅字第09804547930號"])
  func `reads numbers of Taiwan`(_ printed: String) {
    #expect(whole(printed)?.number.text == printed)
  }

  @Test(arguments: [
    ("牟政办发〔201746", "牟政办发〔2017〕46号"), ("牟政办发〔2017〕46", "牟政办发〔2017〕46号"), ("国发〔2009 12号", "国发〔2009〕12号"),
  ])
  func `recovers damaged numbers and marks them`(_ printed: String, _ text: String) throws {
    let found = try #require(whole(printed))
    #expect(found.number.text == text)
    #expect(found.isDamaged)
  }

  @Test(arguments: [
    ("按照财库〔2022〕3号要求", ["财库〔2022〕3号"]), ("印发规划的通知国发〔2009〕12号", ["国发〔2009〕12号"]),
    ("苏州市住房和城乡建设局苏住建规〔2011〕4号", ["苏住建规〔2011〕4号"]), ("（国办发〔2017〕47号）", ["国办发〔2017〕47号"]),
    ("国发〔2011〕4号和财税〔2017〕17号", ["国发〔2011〕4号", "财税〔2017〕17号"]), ("和政办发〔2019〕3号", ["和政办发〔2019〕3号"]),
    ("要认真按照国办发明电〔2021〕11号执行", ["国办发明电〔2021〕11号"]), ("教育部教高〔2018〕2号", ["教高〔2018〕2号"]),
    ("沪规划资源规〔2020〕5号", ["沪规划资源规〔2020〕5号"]), ("中共中央办公厅厅字〔2016〕1号", ["厅字〔2016〕1号"]),
    ("国家防汛抗旱总指挥部发明电〔2021〕9号", ["发明电〔2021〕9号"]),
    ("根据2020年5月12日广东省人民政府令第275号修改", ["广东省人民政府令第275号"]),
    ("符合财政部  税务总局 海关总署公告2019年第39号和财政部 税务总局公告2020年第8号", ["财政部 税务总局 海关总署公告2019年第39号", "财政部 税务总局公告2020年第8号"]),
    ("《发票管理办法》（原国家环境保护总局令第5号）同时废止", ["国家环境保护总局令第5号"]),
    ("环境保护部、公安部、交通运输部令第23号公布", ["环境保护部、公安部、交通运输部令第23号"]),
  ])
  func `cuts the left edge in running text`(_ text: String, _ numbers: [String]) {
    #expect(all(text) == numbers)
  }

  @Test func `a known code wins over the rules`() {
    #expect(all("送达县办公室宁发〔2017〕10号", codes: ["宁发"]) == ["宁发〔2017〕10号"])
    #expect(all("各有关单位由发〔2017〕10号", codes: ["由发"]) == ["由发〔2017〕10号"])
  }

  @Test(arguments: ["门牌第12号", "12号楼", "2017年第3号", "5〕号", "号", "〔2017〕", "〔〕号", "（2017）号"])
  func `finds no number where none is`(_ text: String) {
    #expect(all(text).isEmpty)
  }

  @Test func `gives the bytes that a number stands at`() throws {
    let bytes = Array("详见宁发〔2017〕10号。".utf8)
    let found = try #require(DocumentNumberParser().all(in: bytes, range: 0..<bytes.count).first)
    #expect(String(decoding: bytes[found.range], as: UTF8.self) == "宁发〔2017〕10号")
  }
}
