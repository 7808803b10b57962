import Testing

@testable import Notices

/// Traps 18 to 26, 42, 57 to 59: numbers, headings, lists and tables.
@Suite struct `Traps of numbering` {
  private func document(_ body: String) -> Notice { notice("示例县防火工作方案\n\n\(body)\n") }

  @Test(arguments: ["（", "(", "（mixed", "㈠", "一）"])
  func `trap 18: one recogniser for all forms of bracketed Han numbers`(_ style: String) {
    let numbers =
      switch style {
      case "（": ["（一）", "（二）", "（三）"]
      case "(": ["(一)", "(二)", "(三)"]
      case "（mixed": ["（一)", "(二）", "（三)"]
      case "㈠": ["㈠", "㈡", "㈢"]
      default: ["一）", "二）", "三）"]
      }
    let notice = document(
      "一、任务\n" + zip(numbers, ["甲项", "乙项", "丙项"]).map { "\($0)\($1)\n做好\($1)工作。" }.joined(separator: "\n"))
    #expect(notice.sections.map(\.family) == [.han, .hanParenthesised, .hanParenthesised, .hanParenthesised])
    #expect(notice.sections.map(\.ordinal) == [1, 1, 2, 3])
  }

  @Test(arguments: [
    ["1.", "2.", "3."], ["1．", "2．", "3．"], ["1、", "2、", "3、"], ["１．", "２．", "３．"], ["⒈", "⒉", "⒊"],
  ])
  func `trap 18: one recogniser for all forms of Arabic numbers`(_ numbers: [String]) {
    let notice = document("一、任务\n" + numbers.map { "\($0)做好某项工作。具体办法另定。" }.joined(separator: "\n"))
    #expect(notice.sections.map(\.family) == [.han, .digit, .digit, .digit])
  }

  @Test func `trap 18: circled numbers`() {
    let notice = document("一、任务\n1. 甲。分为：\n①第一步。\n②第二步。\n2. 乙。照办。")
    #expect(notice.sections.map(\.family) == [.han, .digit, .circled, .circled, .digit])
  }

  @Test func `trap 19: a number with or without a space behind it`() {
    let notice = document("一、任务\n1. 深化改革。照办。\n2.提高效率。照办。\n3.　加强督查。照办。")
    let headings = notice.sections.dropFirst().compactMap(\.heading).map(\.string)
    #expect(headings == ["深化改革", "提高效率", "加强督查"])
  }

  @Test func `trap 20: numbers that run on across their parents`() {
    let notice = document("一、甲\n（一）子\n1. 一项。照办。\n2. 二项。照办。\n（二）丑\n3. 三项。照办。\n二、乙\n（一）寅\n4. 四项。照办。")
    let items = notice.sections.filter { $0.family == .digit }
    #expect(items.map(\.ordinal) == [1, 2, 3, 4])
    #expect(items.allSatisfy { $0.level == 3 })
    #expect(Set(notice.sections.map(\.anchor)).count == notice.sections.count)
  }

  @Test func `trap 21: 一、 below a chapter and at the top`() {
    let rules = notice("示例县政府工作规则\n\n第一章 总则\n\n一、为了规范工作，制定本规则。\n二、依法行政。\n\n第二章 职责\n\n三、县长负责全面工作。\n")
    #expect(rules.sections.map(\.level) == [1, 2, 2, 1, 2])
    #expect(document("一、甲\n照办。\n二、乙\n照办。").sections.map(\.level) == [1, 1])
  }

  @Test func `trap 22: a repeated and a skipped number`() {
    let notice = document("一、甲\n照办。\n二、乙\n照办。\n二、丙\n照办。\n五、丁\n照办。")
    #expect(notice.sections.map(\.number) == ["一、", "二、", "二、", "五、"])
    #expect(Set(notice.sections.map(\.anchor)).count == 4)
    #expect(notice.findings.isSuperset(of: ["number-repeated", "number-skipped"]))
  }

  @Test(arguments: [
    "一是加强领导，二是落实责任。", "第一，提高认识。", "1.5万元以上的项目由县政府审批。", "2018年12月底前，完成全部任务。", "5.12防灾减灾日开展宣传。",
    "3.15消费者权益日活动。",
  ])
  func `trap 23: a sentence that only begins like a heading`(_ sentence: String) {
    let notice = document("一、任务\n\(sentence)\n二、保障\n照办。")
    #expect(notice.sections.count == 2)
    #expect(notice.paragraphs.contains { $0.text.string == sentence })
  }

  @Test func `trap 24: a typed table of contents before the body`() {
    let notice = notice(
      "示例县应急预案\n\n目 录\n1 总则\n1.1 编制目的\n1.2 编制依据\n2 组织体系\n2.1 指挥部\n\n1 总则\n1.1 编制目的\n为了应急，制定本预案。\n1.2 编制依据\n依据有关法律。\n2 组织体系\n2.1 指挥部\n县政府设立指挥部。\n"
    )
    let purposes = notice.sections.compactMap(\.heading).filter { $0.string == "编制目的" }
    #expect(purposes.count == 1)
    #expect(notice.bodyText.contains("为了应急，制定本预案。"))
  }

  @Test func `trap 25: decimal numbers`() {
    let notice = notice("示例县应急预案\n\n1 总则\n1.1 编制目的\n为了应急，制定本预案。\n1.2 适用范围\n适用于本县。\n2 保障\n2.1 宣传培训演练\n定期演练。\n")
    let decimals = notice.sections.filter { $0.family == .decimal }
    #expect(decimals.compactMap(\.heading).map(\.string).contains("宣传培训演练"))
    #expect(decimals.count >= 3)
  }

  @Test func `trap 26: paragraphs with a label`() {
    let notice = document("一、任务\n工作目标:牢固树立防火安全发展理念，全面提高防火能力。\n具体措施:\n1. 加强巡查。照办。")
    #expect(notice.paragraphs.contains { $0.label == "工作目标" && $0.text.string == "牢固树立防火安全发展理念，全面提高防火能力。" })
    #expect(notice.bodyText.contains("具体措施"))
  }

  @Test func `trap 42: headings shorter than six characters stay`() {
    let notice = notice("示例县防火办法\n\n第一章\n总则\n\n第一条　为了防火，制定本办法。\n\n第二章\n附则\n\n第二条　本办法自发布之日起施行。\n")
    #expect(notice.bodyText.contains("总则"))
    #expect(notice.bodyText.contains("附则"))
    #expect(notice.sections.filter { $0.family == .chapter }.count == 2)
    #expect(notice.furniture.isEmpty)
  }

  @Test func `trap 57: numbering wins over Markdown lists`() {
    let notice = notice(
      "# 示例县防火工作方案\n\n一、任务\n\n（一）甲\n\n1. 加强巡查。照办。\n2. 加强宣传。照办。\n\n（二）乙\n\n3. 加强督查。照办。\n", path: "content/a.md"
    )
    #expect(
      notice.sections.map(\.family) == [.han, .hanParenthesised, .digit, .digit, .hanParenthesised, .digit])
    #expect(notice.sections.last?.ordinal == 3)
  }

  @Test(arguments: ["使用C#编写", "实行5*8小时值守，提供7*24小时服务", "拆除1#楼和2#楼", "字段名为a_b_c的数据", "# 号键"])
  func `trap 58: marks of Markdown in plain text are text`(_ words: String) {
    let notice = document("一、任务\n本条要求\(words)。")
    #expect(notice.bodyText.contains(words))
    #expect(notice.paragraphs.allSatisfy { $0.text.spans.isEmpty })
  }

  @Test func `trap 59: columns of tabs stay together`() {
    let notice = document("一、任务分工\n序号\t事项\t责任单位\n1\t巡查\t县林业局\n2\t宣传\t县教育局")
    #expect(notice.bodyText.contains("县林业局"))
    #expect(notice.bodyText.contains("县教育局"))
    #expect(notice.sections.count == 1)
  }
}
