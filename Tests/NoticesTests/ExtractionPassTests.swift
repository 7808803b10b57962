import Diagnostics
import TestSupport
import Testing

@testable import Notices

/// Reads a text as if it lay in `content/`.
func notice(_ text: String, path: String = "content/样例.txt") -> Notice {
  NoticeReader().read(SourceFile(path: path, bytes: Array(text.utf8)))
}

/// A notice around body lines, so that the reader sees a document.
func body(_ lines: String, title: String = "示例县人民政府关于印发示例工作方案的通知", number: String = "示府〔2017〕10号") -> Notice {
  notice("\(title)\n\(number)\n\n各镇人民政府：\n\n\(lines)\n\n示例县人民政府\n2017年7月7日\n")
}

@Suite struct `Duties` {
  private func organs(_ notice: Notice, _ index: Int = 0) -> [String] {
    guard notice.duties.indices.contains(index) else { return [] }
    return notice.duties[index].organs.map { "\($0.role.rawValue) \($0.name)" + ($0.collective ? " *" : "") }
  }

  @Test func `the seed has 53 duties and 19 outside citations`() throws {
    let bytes = Array(try Repository.text("content/2017/法治政府建设实施方案.txt").utf8)
    let notice = NoticeReader().read(SourceFile(path: "content/2017/法治政府建设实施方案.txt", bytes: bytes))
    #expect(notice.duties.count == 53)
    #expect(notice.citations.count == 19)
    #expect(notice.duties.filter { $0.organs.contains { $0.name == "各镇人民政府" } }.count == 38)
    #expect(notice.duties.filter { $0.organs.contains { $0.name == "县法制局" } }.count == 30)
    #expect(notice.duties.filter(\.open).count == 3)
    let item = try #require(notice.duties.first { $0.clause == "第15项" })
    #expect(item.task == "健全依法决策机制")
    #expect(
      item.deadlines == [
        Deadline(text: "到2017年12月底前", kind: .point, on: CivilDate(year: 2017, month: 12, day: 31)),
        Deadline(text: "2018年", kind: .year, on: CivilDate(year: 2018, month: 12, day: 31)),
      ])
    let words = Set(notice.duties.flatMap { $0.deadlines.map(\.text) })
    for printed in [
      "到2018年", "到2017年10月底前", "到2017年底", "到2017年年底前", "2017年底前", "2018年12月底前", "自2018年起", "每隔5年", "自2017年起",
      "每年每季度", "原则上应当在2019年年底前完成",
    ] { #expect(words.contains(printed), "\(printed)") }
    let targets = notice.duties.flatMap(\.targets)
    #expect(targets.contains("网上办结率达55%以上"))
    #expect(targets.contains { $0.contains("不超过1次") })
  }

  @Test(arguments: [
    ("（责任单位：县编办、县发改局）", ["responsible 县编办", "responsible 县发改局"]),
    ("(牵头单位:县科技局,责任单位:县财政局;配合单位:各镇人民政府 )", ["lead 县科技局", "responsible 县财政局", "support 各镇人民政府 *"]),
    ("（县烟草专卖局牵头，县公安局、县交通运输局配合）", ["lead 县烟草专卖局", "support 县公安局", "support 县交通运输局"]),
    ("（工业和信息化部、公安部、应急管理部按职责分工负责）", ["responsible 工业和信息化部", "responsible 公安部", "responsible 应急管理部"]),
    ("（县发展和改革局会同县财政局负责）", ["responsible 县发展和改革局", "support 县财政局"]),
    ("〔责任单位：各区县（自治县）政府和两江新区、高新区管委会（以下统称区县政府）〕", ["responsible 各区县（自治县）政府 *", "responsible 两江新区、高新区管委会"]),
    ("（商务部、交通运输部负责）", ["responsible 商务部", "responsible 交通运输部"]),
    ("（各市、县（区）人民政府负责）", ["responsible 各市、县（区）人民政府 *"]),
    ("（责任单位：各镇党委、人民政府）", ["responsible 各镇党委、人民政府 *"]),
    ("【责任单位：县人力资源和社会保障局 县财政局】", ["responsible 县人力资源和社会保障局", "responsible 县财政局"]),
  ])
  func `reads every wording of a bracketed clause`(_ bracket: String, _ expected: [String]) {
    let notice = body("一、重点任务\n（一）健全工作机制。建立联席会议制度。\(bracket)\n（二）加强宣传。做好宣传工作。")
    #expect(notice.duties.count == 1)
    #expect(organs(notice) == expected)
  }

  @Test(arguments: [
    "（以下简称《办法》）", "（法定代表人、主要负责人）", "（由企业自行负责）", "（见附件）", "（2016—2020年）", "（谁主管谁负责）", "（试行）",
  ])
  func `takes no other bracket for a duty`(_ bracket: String) {
    #expect(body("一、重点任务\n（一）健全工作机制。建立联席会议制度\(bracket)。").duties.isEmpty)
  }

  @Test func `bare lists count when a document uses them throughout`() {
    let notice = body(
      "一、任务\n1. 甲工作。做好甲工作。（财政部、教育部）\n2. 乙工作。做好乙工作。（科技部、公安部）\n3. 丙工作。做好丙工作。（水利部、民政部等）")
    #expect(notice.duties.count == 3)
    #expect(notice.duties.last?.open == true)
    #expect(body("一、任务\n1. 甲工作。做好甲工作。（财政部、教育部）").duties.isEmpty)
  }

  @Test func `each bracket of a paragraph speaks of its own sentences`() throws {
    let notice = body("一、任务\n（一）搭建平台。2018年6月底前建成平台。（体育局负责）完善制度，覆盖率达90%以上。（民政局、公安局负责）")
    #expect(notice.duties.map(\.task) == ["搭建平台", "完善制度，覆盖率达90%以上"])
    #expect(notice.duties.map { $0.deadlines.map(\.text) } == [["2018年6月底前"], []])
    #expect(notice.duties.map(\.targets) == [[], ["覆盖率达90%以上"]])
  }

  @Test func `same as above inherits and says so`() throws {
    let notice = body("一、任务\n（一）甲。做甲。（责任单位：县财政局）\n（二）乙。做乙。（责任单位：同上）")
    #expect(notice.duties.count == 2)
    #expect(organs(notice, 1) == ["responsible 县财政局"])
    #expect(notice.duties[1].inherited)
    #expect(!notice.duties[0].inherited)
  }

  @Test func `the first of a list leads where the text says so`() {
    let notice = body("一、任务\n（一）甲。做甲。（责任单位：县财政局、县教育局）\n注：责任单位列第一位的为牵头单位。")
    #expect(organs(notice) == ["lead 县财政局", "responsible 县教育局"])
  }

  @Test func `a time limit inside the bracket is a deadline in the words of the text`() {
    let notice = body("一、任务\n（一）甲。做甲。（责任单位：县财政局；完成时限：2018年6月底）\n（二）乙。做乙。（县教育局负责，长期坚持）")
    #expect(
      notice.duties.first?.deadlines == [
        Deadline(text: "2018年6月底", kind: .point, on: CivilDate(year: 2018, month: 6, day: 30))
      ])
    #expect(notice.duties.last?.deadlines == [Deadline(text: "长期坚持", kind: .recurring)])
  }

  @Test func `lines with labels make one duty`() {
    let notice = body("一、任务\n（一）甲。做甲。\n牵头单位：县财政局\n配合单位：县教育局、各镇人民政府\n完成时限：2018年底前")
    #expect(notice.duties.count == 1)
    #expect(organs(notice) == ["lead 县财政局", "support 县教育局", "support 各镇人民政府 *"])
    #expect(notice.duties.first?.deadlines.map(\.on) == [CivilDate(year: 2018, month: 12, day: 31)])
  }

  @Test func `a table of duties is read when nothing is in brackets`() {
    let table = "| 序号 | 工作任务 | 责任单位 | 完成时限 |\n|---|---|---|---|\n| 1 | 建成平台 | 县财政局、县教育局 | 2018年6月底 |\n"
    let notice = notice("# 示例县任务分工表\n\n\(table)", path: "content/表.md")
    #expect(notice.duties.count == 1)
    #expect(notice.duties.first?.task == "建成平台")
    #expect(organs(notice) == ["responsible 县财政局", "responsible 县教育局"])
  }

  @Test func `history, spans and days of effect are no deadlines`() {
    let notice = body(
      "一、任务\n（一）甲。截至2018年底，已完成九成。2016年12月，县政府印发方案。2017年8月1日至2018年9月1日开展。本办法自2018年1月1日起施行。（责任单位：县财政局）")
    #expect(notice.duties.first?.deadlines.isEmpty == true)
  }

  @Test func `marks deadlines and clauses in the text`() throws {
    let notice = body("一、任务\n（一）甲。到2018年底完成甲项工作。（责任单位：县财政局）")
    func paragraphs(_ blocks: [Block]) -> [Paragraph] {
      blocks.flatMap { block -> [Paragraph] in
        switch block {
        case .paragraph(let paragraph): [paragraph]
        case .section(let section): paragraphs(section.children)
        default: []
        }
      }
    }
    let text = try #require(paragraphs(notice.parts[0].body).map(\.text).first { !$0.spans.isEmpty })
    let scalars = Array(text.string.unicodeScalars)
    let words = text.spans.map { span in
      String(String.UnicodeScalarView(scalars[span.start..<span.end]))
    }
    #expect(words == ["到2018年底", "（责任单位：县财政局）"])
    #expect(text.spans.map(\.mark) == [.deadline(duty: 0, 0), .duty(0)])
  }
}

@Suite struct `Citations` {
  private func cited(_ text: String) -> [String] {
    body(text).citations.map { "\($0.kind.rawValue) \($0.title ?? "-") \($0.number ?? "-")" }
  }

  @Test func `numbers stand before, after, inside and alone`() {
    #expect(cited("按《公文条例》（国办发〔2017〕47号）办理。") == ["cites 公文条例 国办发〔2017〕47号"])
    #expect(cited("按国办发〔2017〕47号《公文条例》办理。") == ["cites 公文条例 国办发〔2017〕47号"])
    #expect(cited("按《公文条例》国办发[2017]47号办理。") == ["cites 公文条例 国办发〔2017〕47号"])
    #expect(cited("按照国办发〔2017〕47号办理。") == ["cites - 国办发〔2017〕47号"])
  }

  @Test func `nested and ill-formed marks give the outermost title`() {
    #expect(cited("按《省政府关于印发〈甲办法〉〈乙办法〉的通知》办理。") == ["cites 省政府关于印发〈甲办法〉〈乙办法〉的通知 -"])
    #expect(cited("按《省政府关于印发《甲办法》的通知》办理。") == ["cites 省政府关于印发《甲办法》的通知 -"])
    #expect(cited("按《省政府关于印发<甲办法>的通知》办理。") == ["cites 省政府关于印发<甲办法>的通知 -"])
    let broken = body("按《甲办法的规定办理，参照《乙办法》执行。")
    #expect(broken.citations.map(\.title) == ["乙办法"])
    #expect(broken.diagnostics.contains { $0.id == "title-mark-unpaired" })
  }

  @Test func `titles in a row are each cited`() {
    #expect(cited("依照《宪法》《组织法》和《规则》办理。") == ["cites 宪法 -", "cites 组织法 -", "cites 规则 -"])
  }

  @Test func `short names lead back to the document they stand for`() throws {
    let notice = body("一、按《工作规则》（以下简称《规则》）执行。\n二、《规则》第三条适用。\n三、依照《示例工作方案》（以下简称《方案》）和《方案》执行。")
    #expect(notice.citations.map(\.title) == ["工作规则", "工作规则"])
    #expect(Set(notice.citations.map(\.anchor)).count == 2)
  }

  @Test func `the document itself is not cited`() {
    let notice = body("现将《示例工作方案》印发给你们。", title: "示例县人民政府关于印发《示例工作方案》的通知")
    let own = notice.citations.filter { $0.title == "示例工作方案" }
    #expect(own.allSatisfy { $0.anchor.isEmpty })
    #expect(body("本通知（示府〔2017〕10号）自印发之日起执行。").citations.isEmpty)
  }

  @Test func `the sentence tells what is done`() {
    #expect(cited("为贯彻落实《甲条例》，现就有关事项通知如下。") == ["implements 甲条例 -"])
    #expect(cited("现将《甲通知》（国办发〔2017〕47号）转发给你们。") == ["forwards 甲通知 国办发〔2017〕47号"])
    #expect(cited("《甲办法》（示府〔2010〕1号）同时废止。") == ["repeals 甲办法 示府〔2010〕1号"])
    #expect(cited("原2007年印发的《甲办法》、《乙办法》同时废止。") == ["repeals 甲办法 -", "repeals 乙办法 -"])
    #expect(cited("2020年3月13日印发的《甲的通知》废止。") == ["repeals 甲的通知 -"])
    #expect(cited("决定对《甲办法》作如下修改：") == ["amends 甲办法 -"])
    #expect(cited("《甲办法》中关于收费的规定同时废止。") == ["amends 甲办法 -"])
    #expect(cited("加快修订《甲条例》，清理妨碍竞争的规定。") == ["cites 甲条例 -"])
  }

  @Test func `one title with two numbers is doubted`() {
    let notice = body("一、按《甲指引》（国办发〔2017〕47号）办理。\n二、参照《甲指引》（国办发〔2017〕17号）执行。")
    #expect(notice.diagnostics.contains { $0.id == "citation-numbers-disagree" })
  }

  @Test func `a damaged number is recovered with a diagnostic`() {
    let notice = body("按照牟政办发〔201746执行。")
    #expect(notice.citations.map(\.number) == ["牟政办发〔2017〕46号"])
    #expect(notice.diagnostics.contains { $0.id == "number-damaged" })
  }
}

@Suite struct `Effects` {
  @Test func `days of effect that the text states in full`() {
    let both = body("本办法自2023年2月22日起施行，有效期至2026年2月21日。")
    #expect(both.dates.effective?.iso == "2023-02-22")
    #expect(both.dates.expires?.iso == "2026-02-21")
    let span = body("四、本通知的执行时间为2007年1月1日至2009年12月31日。")
    #expect(span.dates.effective?.iso == "2007-01-01")
    #expect(span.dates.expires?.iso == "2009-12-31")
    let neither = body("本办法自印发之日起施行，有效期2年。")
    #expect(neither.dates.effective == nil)
    #expect(neither.dates.expires == nil)
    #expect(neither.effects.map(\.kind) == [.commences, .expires])
    #expect(neither.effects.allSatisfy { $0.on == nil })
  }

  @Test func `a length of validity counts from a stated start`() {
    let notice = body("本办法自2017年6月1日起施行，有效期5年。")
    #expect(notice.effects.last?.on?.iso == "2022-05-31")
    #expect(notice.dates.expires == nil)
    let middle = body("本办法自2017年6月15日起施行，试行期两年。")
    #expect(middle.effects.last?.on?.iso == "2019-06-14")
  }

  @Test func `other texts' days are not this document's`() {
    #expect(body("《行政许可法》自2004年7月1日起施行，各单位要认真学习。").dates.effective == nil)
    #expect(body("配额自登记日起生效。").effects.isEmpty)
    #expect(body("许可证有效期5年。").effects.isEmpty)
  }

  @Test func `a plan's title has a horizon`() {
    let notice = body("正文。", title: "示例县教育规划（2016—2020年）")
    #expect(notice.effects.map(\.on?.iso) == ["2020-12-31"])
    #expect(notice.effects.first?.evidence == "2016—2020年")
  }

  @Test func `repeals keep their sentence and day`() throws {
    let notice = body("本办法自2017年6月1日起施行，《甲办法》（示府〔2010〕1号）同时废止。")
    let repeal = try #require(notice.effects.first { $0.kind == .repeals })
    #expect(repeal.on?.iso == "2017-06-01")
    #expect(repeal.citation == 0)
    #expect(repeal.evidence.contains("同时废止"))
  }

  @Test func `lists of ended documents are read with their numbers`() {
    let notice = body(
      "现对以下规范性文件宣布失效：\n1. 示例县甲管理办法（试行）\n文号：示府〔2005〕11号\n2. 示例县乙管理办法（示府〔2007〕53号）",
      title: "示例县人民政府关于宣布部分规范性文件失效的通知")
    #expect(notice.citations.map(\.kind) == [.repeals, .repeals])
    #expect(notice.citations.map(\.title) == ["示例县甲管理办法（试行）", "示例县乙管理办法"])
    #expect(notice.citations.map(\.number) == ["示府〔2005〕11号", "示府〔2007〕53号"])
  }

  @Test func `an order's own history gives its number and day`() {
    let notice = notice(
      "示例排污管理办法\n（2014年12月19日环境保护部令第28号公布　自2015年1月1日起施行）\n第一条　为了规范排污，制定本办法。\n第二条　本办法适用于本县。\n")
    #expect(notice.documentNumber?.text == "环境保护部令第28号")
    #expect(notice.dates.issued?.iso == "2014-12-19")
    #expect(notice.dates.effective?.iso == "2015-01-01")
  }
}

@Suite struct `Marks on text` {
  @Test func `new marks never cross old ones`() {
    let old = [Span(.strong, start: 2, end: 6)]
    let merged = SpanMerge.merged(
      old,
      adding: [
        Span(.citation(0), start: 4, end: 9), Span(.duty(0), start: 0, end: 8),
        Span(.citation(1), start: 3, end: 5),
      ])
    #expect(
      merged == [
        Span(.duty(0), start: 0, end: 8), Span(.strong, start: 2, end: 6),
        Span(.citation(1), start: 3, end: 5),
      ])
  }

  @Test func `an editor's link keeps its place`() {
    let old = [Span(.link(destination: "a", title: nil), start: 0, end: 6)]
    #expect(SpanMerge.merged(old, adding: [Span(.citation(0), start: 1, end: 5)]) == old)
  }
}

@Suite struct `Documents in tables and brackets` {
  private func table(_ rows: [String]) -> Notice {
    notice(
      "# 示例县人民政府关于公布规范性文件清理结果的通知\n\n示府〔2020〕1号\n\n"
        + (["| 序号 | 文件名称 | 文号 | 清理结果 |", "|---|---|---|---|"] + rows).joined(separator: "\n") + "\n",
      path: "content/清理.md")
  }

  @Test(.timeLimit(.minutes(1)))
  func `a table of ten thousand documents takes no more than its share of time`() {
    let notice = table(
      (1...10_000).map { "| \($0) | 示例县第\($0)号事项管理办法 | 示府〔2010〕\($0)号 | \($0 % 2 == 0 ? "废止" : "继续有效") |" })
    #expect(notice.effects.filter { $0.kind == .repeals }.count == 5_000)
    #expect(notice.citations.count == 10_000)
    #expect(notice.citations.filter { $0.kind == .repeals }.count == 5_000)
  }

  @Test func `of several rows about a document the last counts`() {
    let notice = table([
      "| 1 | 示例县甲管理办法 | 示府〔2010〕5号 | 废止 |", "| 2 | 示例县乙管理办法 | 示府〔2010〕6号 | 修改 |",
      "| 3 | 示例县甲管理办法（修订） | 示府〔2010〕5号 | 修改 |",
    ])
    let effects = notice.effects.filter { $0.citation != nil }
    #expect(effects.map(\.kind) == [.amends, .amends])
    #expect(effects.last?.evidence.contains("甲管理办法（修订）") == true)
  }

  @Test func `a short introduction on a line of its own lists what follows`() {
    let notice = body("现予公告。\n决定废止下列文件：\n1．示例县水库管理办法（示府〔2010〕5号）\n2．示例县道路管理办法（示府〔2011〕6号）")
    #expect(notice.effects.filter { $0.kind == .repeals }.count == 2)
    #expect(notice.citations.map(\.kind) == [.repeals, .repeals])
  }

  @Test(.timeLimit(.minutes(1))) func `introductions on introductions list what follows once`() {
    let lines = (1...1_000).map { "经清理，第\($0)批中，县人民政府决定废止下列文件：\n\n《示例县第\($0)号管理办法》\n" }
    let notice = body("一、清理结果\n\n" + lines.joined(separator: "\n"))
    #expect(notice.citations.count == 1_000)
    #expect(notice.effects.filter { $0.kind == .repeals }.count == 1_000)
  }

  @Test func `mentions inside the bracket of another do not follow it`() {
    let notice = body("根据《甲管理办法》（国发〔2017〕1号、国办发〔2018〕2号）和《乙管理办法》（国发〔2019〕3号）制定本办法。")
    #expect(notice.citations.map(\.number) == ["国发〔2017〕1号", "国发〔2019〕3号", "国办发〔2018〕2号"])
  }

  @Test func `every printing of a scalar comes back`() {
    let printed = (UInt32(0)...0x2_FFFF).compactMap(Unicode.Scalar.init)
    let text = ScalarText(String(String.UnicodeScalarView(printed)))
    #expect(text.count == printed.count)
    #expect(Array(text.string(text.all).unicodeScalars) == printed)
    #expect(text.all.allSatisfy { text[$0] == ScalarText.fold(printed[$0].value) })
  }

  @Test func `bytes that are no text are places too`() {
    let bytes = Array("号".utf8) + [0xE4, 0xB8, 0x41, 0xFF, 0xC3] + Array("（".utf8) + [0xF0, 0x9F]
    var source = ByteText(bytes, 0..<bytes.count)
    let text = source.text
    #expect(text.string(text.all) == "号\u{FFFD}\u{FFFD}A\u{FFFD}\u{FFFD}（\u{FFFD}\u{FFFD}")
    #expect(text.foldedString(text.all).contains("("))
    let places = text.all.map { source.bytes($0..<$0 + 1) }
    #expect(places == [0..<3, 3..<4, 4..<5, 5..<6, 6..<7, 7..<8, 8..<11, 11..<12, 12..<13])
    #expect(source.bytes(0..<9) == 0..<13)
    #expect(text.signals == [.numberMark, .bracketOpen])
  }
}
