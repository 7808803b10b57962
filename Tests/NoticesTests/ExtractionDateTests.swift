import Testing

@testable import Notices

@Suite struct `Printed dates` {
  private func whole(_ text: String) -> PrintedDate? {
    let bytes = Array(text.utf8)
    return DateParser.whole(bytes, in: 0..<bytes.count)
  }

  @Test(arguments: [
    ("2017年7月7日", "2017-07-07"), ("2017年05月15日", "2017-05-15"), ("2020 年 11 月 30 日", "2020-11-30"),
    ("２０１７年７月７日", "2017-07-07"), ("2017-09-28", "2017-09-28"), ("2020/12/31 14:29:32", "2020-12-31"),
    ("2017.7.7", "2017-07-07"), ("20230925", "2023-09-25"), ("二○一○年十二月二十五日", "2010-12-25"),
    ("二〇〇四年一月三十一日", "2004-01-31"), ("二OO九年三月一日", "2009-03-01"), ("二ＯＯ七年二月六日", "2007-02-06"),
    ("二零一五年十月十日", "2015-10-10"), ("二ОО八年五月二十三日", "2008-05-23"), ("中華民國95年7月10日", "2006-07-10"),
    ("中華民國 九十八年七月二十日", "2009-07-20"), ("（2017年7月7日）", "2017-07-07"), ("2024年04月06日 16:40", "2024-04-06"),
    ("\u{A0}2017年7月7日\u{3000}", "2017-07-07"), ("{ 2017 6 23", "2017-06-23"),
  ])
  func `reads every form`(_ printed: String, _ iso: String) {
    #expect(whole(printed)?.civil?.iso == iso)
  }

  @Test(arguments: [
    "2017年2月30日", "2017年13月1日", "20171332", "7月7日", "2017-09", "1.5倍", "第2017号", "二〇一", "", "2017年7月7日印发",
  ])
  func `refuses what is no day`(_ printed: String) {
    #expect(whole(printed)?.civil == nil)
  }

  @Test func `keeps the time and the doubt`() {
    #expect(whole("2024年04月06日 16:40")?.time == "16:40")
    #expect(whole("2021-12-09 9:24:43")?.time == "09:24")
    #expect(whole("{ 2017 6 23")?.isDamaged == true)
  }

  @Test func `finds all dates of a sentence with the stretch they name`() {
    let bytes = Array("到2018年，2017年10月底前，2019年第一季度，2020年下半年，2021年5月上旬，2022年3月4日".utf8)
    let found = DateParser.all(in: bytes, range: 0..<bytes.count)
    #expect(
      found.map(\.last.iso) == [
        "2018-12-31", "2017-10-31", "2019-03-31", "2020-12-31", "2021-05-10", "2022-03-04",
      ])
    #expect(found.map(\.unit) == [.year, .month, .quarter, .half, .tenDays, .day])
    #expect(String(decoding: bytes[found[1].range], as: UTF8.self) == "2017年10月")
  }

  @Test(arguments: ["(2016-2020年)", "（2016—2020年）", "2016年至2020年", "２０１６～２０２０", "二〇一六—二〇二〇年"])
  func `reads spans of years`(_ printed: String) {
    let bytes = Array(printed.utf8)
    let years = DateParser.years(in: bytes, range: 0..<bytes.count)
    #expect(years?.first == 2016)
    #expect(years?.last == 2020)
  }

  @Test func `a day is no span of years`() {
    let bytes = Array("2016-10-20 和 2016年5月".utf8)
    #expect(DateParser.years(in: bytes, range: 0..<bytes.count) == nil)
  }
}

@Suite struct `Kinds of documents` {
  @Test(arguments: [
    ("关于转发《广宁县法治政府建设实施方案(2016-2020年)的通知》的通知", "通知"), ("广宁县法治政府建设实施方案(2016—2020年)", "方案"),
    ("关于推进工作的 通  知", "通知"), ("某某管理办法（试行）", "办法"), ("关于进一步支持企业的若干措施", "措施"), ("实施细则", "细则"), ("政府工作报告", "报告"),
    ("关于同意设立的批复", "批复"), ("中华人民共和国商务部令（2018年第2号）", "令"), ("国务院令第711号", "令"), ("关于某事的复函", "函"),
    ("某市条例（征求意见稿）", "条例"), ("某市条例征求意见稿", "条例"), ("會計師懲戒委員會公告", "公告"), ("作業要點", "要點"),
    ("Notice of the General Office on Issuing the Plan", "Notice"),
    ("Measures for the Administration of Fees", "Measures"),
  ])
  func `the kind ends the title`(_ title: String, _ kind: String) {
    #expect(KindParser.kind(of: title) == kind)
  }

  @Test(arguments: ["李明同志先进事迹", "", "（试行）", "2017"])
  func `no kind where none is`(_ title: String) {
    #expect(KindParser.kind(of: title) == nil)
  }
}
