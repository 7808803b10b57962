import Testing

@testable import Notices

/// Traps 27 to 39, 46 to 49 and 60: duties, citations, effects, damaged and foreign text.
@Suite struct `Traps of meaning` {
  @Test(arguments: [
    ("（责任单位：县林业局、县公安局）", "responsible"), ("（县林业局、县公安局按职责分工负责）", "responsible"), ("（县林业局、县公安局牵头）", "lead"),
    ("（牵头单位：县林业局、县公安局；完成时限：2018年6月底）", "lead"),
  ])
  func `trap 27: one extractor for all wordings of a responsibility clause`(_ clause: String, _ role: String)
  {
    let notice = body("一、任务\n（一）甲。做好甲项工作。\(clause)\n（二）乙。照办。")
    #expect(notice.duties.map { $0.organs.map(\.name) } == [["县林业局", "县公安局"]])
    #expect(notice.duties.first?.organs.allSatisfy { $0.role.rawValue == role } == true)
  }

  @Test(arguments: ["、", ",", "，", "；", ";", " ", "、 "])
  func `trap 28: any separator between organs`(_ separator: String) {
    let notice = body("一、任务\n（一）甲。照办。（责任单位：县林业局\(separator)县公安局\(separator)各镇人民政府 ）")
    #expect(notice.duties.first?.organs.map(\.name) == ["县林业局", "县公安局", "各镇人民政府"])
  }

  @Test(arguments: ["县林业局、县水务局等，各镇人民政府", "县林业局、县水务局等部门、各镇人民政府"])
  func `trap 29: an open list keeps its organs and says that it is open`(_ list: String) {
    let notice = body("一、任务\n（一）甲。照办。（责任单位：\(list)）")
    #expect(notice.duties.first?.open == true)
    #expect(notice.duties.first?.organs.map(\.name) == ["县林业局", "县水务局", "各镇人民政府"])
  }

  @Test(arguments: ["县直属各单位", "县直各行政执法单位", "县直有关单位", "县直属各有关单位", "县直各有关单位", "县直各单位", "县直有关执法单位", "各镇人民政府"])
  func `trap 30: every spelling of a group is a group`(_ group: String) {
    let notice = body("一、任务\n（一）甲。照办。（责任单位：县林业局、\(group)）")
    #expect(notice.duties.first?.organs.map(\.collective) == [false, true])
  }

  @Test func `trap 31: an organ that no longer exists keeps its printed name`() {
    let notice = body("一、任务\n（一）甲。照办。（责任单位：县法制局、县监察局）")
    #expect(notice.duties.first?.organs.map(\.name) == ["县法制局", "县监察局"])
  }

  @Test func `trap 32: nested title marks need a real parser`() {
    let notice = body("按《示例省人民政府关于印发<甲办法> <乙办法>和<丙办法>的通知》和《丁〈戊〉规定》执行。")
    #expect(notice.citations.map(\.title) == ["示例省人民政府关于印发<甲办法> <乙办法>和<丙办法>的通知", "丁〈戊〉规定"])
  }

  @Test func `trap 33: ill-nested title marks are borne and told`() {
    let notice = body("按《甲办法》》和《乙办法执行。")
    #expect(notice.citations.map(\.title) == ["甲办法"])
    #expect(notice.findings.contains("title-mark-unpaired"))
  }

  @Test func `trap 34: several titles without separators`() {
    #expect(body("依照《宪法》《组织法》和《工作规则》办理。").citations.map(\.title) == ["宪法", "组织法", "工作规则"])
  }

  @Test func `trap 35: a short name stands for the document it was made for`() {
    let notice = body("一、按《示例省人民政府工作规则》（以下简称《规则》）执行。\n二、《规则》未规定的，另行研究。")
    #expect(notice.citations.map(\.title) == ["示例省人民政府工作规则", "示例省人民政府工作规则"])
  }

  @Test func `trap 36: name and number of a citation disagree`() {
    let notice = body("一、按《政府网站发展指引》（国办发〔2017〕47号）办理。\n二、依照《政府网站发展指引》（国办发〔2017〕17号）执行。")
    #expect(notice.findings.contains("citation-numbers-disagree"))
  }

  @Test(arguments: ["《甲意见》(国办发〔2017〕47号)", "国办发〔2017〕47号《甲意见》", "《甲意见》国办发〔2017〕47号"])
  func `trap 37: the number before or after the title`(_ words: String) {
    let notice = body("按\(words)办理。")
    #expect(notice.citations.map(\.number) == ["国办发〔2017〕47号"])
    #expect(notice.citations.map(\.title) == ["甲意见"])
  }

  @Test(arguments: [
    "原2007年印发的《甲办法》同时废止。", "2020年3月13日印发的《甲办法》废止。", "本办法自2018年1月1日起施行，《甲办法》（示府〔2010〕1号）同时废止。",
    "自本通知印发之日起，《甲办法》停止执行。", "《甲办法》自2018年1月1日起废止。",
  ])
  func `trap 38: every form of a repeal`(_ sentence: String) throws {
    let notice = body(sentence)
    let effect = try #require(notice.effects.first { $0.kind == .repeals })
    let citation = try #require(effect.citation)
    #expect(notice.citations[citation].title == "甲办法")
  }

  @Test func `trap 39: a damaged number is recovered only with a diagnostic`() {
    let notice = body("按照牟政办发〔201746执行。")
    #expect(notice.citations.map(\.number) == ["牟政办发〔2017〕46号"])
    #expect(notice.findings.contains("number-damaged"))
    #expect(notice.bodyText.contains("牟政办发〔201746"))
  }

  @Test func `trap 46: keywords that a machine cut are kept as they are`() {
    let notice = notice(
      "主 题 词 示例县 人民政府 政府办公室 印发\n示例县人民政府关于防火的通知\n\n各镇人民政府：\n\n请认真执行。\n\n示例县人民政府\n2017年7月7日\n")
    #expect(notice.title == "示例县人民政府关于防火的通知")
    #expect(notice.keywords.contains("政府办公室"))
    #expect(!notice.bodyText.contains("政府办公室"))
  }

  @Test func `trap 47: Traditional text is read as it is printed`() {
    let notice = notice("示例縣人民政府關於規範性檔案的公告\n\n主旨：公告網際網路訊息管理事項。\n\n中華民國109年8月18日\n")
    #expect(notice.language == "zh-Hant")
    #expect(notice.title == "示例縣人民政府關於規範性檔案的公告")
    #expect(notice.bodyText.contains("網際網路"))
    #expect(notice.dates.issued?.iso == "2020-08-18")
  }

  @Test func `trap 48: readings injected after characters are detected`() {
    let notice = body("各地要规(guī)范(fàn)网(wǎng)站(zhàn)建(jiàn)设(shè)，加(jiā)强(qiáng)管(guǎn)理(lǐ)。")
    #expect(notice.findings.contains("readings-injected"))
  }

  @Test func `trap 49: text decoded the wrong way is detected`() {
    let notice = notice("棣栭〉 > 淇℃伅鍏紑\n鍏充簬鍔犲己闃茬伀宸ヤ綔鐨勯€氱煡\n锛堜竴锛夊姞寮洪瀵硷紝钀藉疄璐ｄ换銆\n")
    #expect(notice.findings.contains("text-mojibake"))
  }

  @Test func `trap 60: a list of titles is the whole document`() {
    let table =
      "| 序号 | 文件名称 | 文号 | 清理结果 |\n|---|---|---|---|\n| 1 | 示例县甲办法 | 示府〔2010〕1号 | 废止 |\n| 2 | 示例县乙办法 | 示府〔2011〕2号 | 继续有效 |\n| 3 | 示例县丙规定 | 示府〔2012〕3号 | 失效 |\n"
    let notice = notice("# 示例县规范性文件清理目录\n\n\(table)", path: "content/目录.md")
    let ended = notice.effects.filter { $0.kind == .repeals }.compactMap(\.citation).map {
      notice.citations[$0]
    }
    #expect(ended.map(\.title) == ["示例县甲办法", "示例县丙规定"])
    #expect(ended.map(\.number) == ["示府〔2010〕1号", "示府〔2012〕3号"])
    #expect(notice.citations.contains { $0.title == "示例县乙办法" && $0.kind == .cites })
  }
}
