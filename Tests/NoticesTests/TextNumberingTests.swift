import Testing

@testable import Notices

@Suite("Numbering of plain text") struct TextNumberingTests {
  private func scan(_ line: String) -> NumberMark? {
    let bytes = Array(line.utf8)
    return NumberScanner.scan(bytes, 0..<bytes.count)
  }

  @Test(arguments: [
    ("一、总则", NumberFamily.han, 1), ("十二、附则", .han, 12), ("(一)目标", .hanParenthesised, 1),
    ("（十九）目标", .hanParenthesised, 19),
    ("（一)目标", .hanParenthesised, 1), ("㈢目标", .hanParenthesised, 3), ("一）目标", .hanParenthesised, 1),
    ("1.目标", .digit, 1),
    ("1. 目标", .digit, 1), ("12．目标", .digit, 12), ("１．目标", .digit, 1), ("3、目标", .digit, 3), ("⒋目标", .digit, 4),
    ("（1）目标", .digitParenthesised, 1), ("(12)目标", .digitParenthesised, 12), ("⑵目标", .digitParenthesised, 2),
    ("2）目标", .digitParenthesised, 2), ("①目标", .circled, 1), ("⑳目标", .circled, 20), ("1.1 编制目的", .decimal, 1),
    ("3.1.2 职责", .decimalDeep, 2), ("第一章　总　则", .chapter, 1), ("第二十一条为了", .article, 21),
    ("第12条 为了", .article, 12),
    ("第三节 程序", .division, 3), ("第一编 总则", .volume, 1), ("【第二篇】赋能", .subvolume, 2),
    ("第一百零三条 为了", .article, 103),
  ])
  func `recognises a number in every width and glyph`(_ line: String, _ family: NumberFamily, _ ordinal: Int)
  {
    #expect(scan(line)?.shape.family == family)
    #expect(scan(line)?.ordinal == ordinal)
  }

  @Test(arguments: [
    "1.5万元以上的", "2018年12月底前完成", "一是加强领导", "第一，提高认识", "第六条至第十六条规定的资金", "第三条、第四条所称", "2017.7.7发布", "12.5%以上",
    "一、二、三等奖各一名", "二。工程进入新阶段", "（县城）的", "3—5年", "0.5     0.5",
  ])
  func `a line that only looks like a number is text`(_ line: String) {
    #expect(scan(line) == nil)
  }

  @Test func `reads 之一 of an inserted article`() {
    let mark = scan("第十七条之二 为了")
    #expect(mark?.ordinal == 17)
    #expect(mark?.suffix == 2)
  }

  @Test func `the level comes from the number, not from the indent`() {
    let notice = TextReading.read(
      "　　　　一、甲部分\n（一）甲项\n        1. 甲目。说明甲。\n  2. 乙目。说明乙。\n（二）乙项\n      3. 丙目。说明丙。\n   二、乙部分")
    #expect(TextReading.anchors(notice) == ["1", "1.1", "1.1.1", "1.1.2", "1.2", "1.2.3", "2"])
  }

  @Test func `numbers that run on across parents stay under their own parent`() {
    let notice = TextReading.read(
      "一、甲\n（一）子\n1. 一号。文。\n2. 二号。文。\n（二）丑\n3. 三号。文。\n二、乙\n（一）寅\n4. 四号。文。\n三、丙\n5. 五号。文。")
    #expect(
      TextReading.anchors(notice) == [
        "1", "1.1", "1.1.1", "1.1.2", "1.2", "1.2.3", "2", "2.1", "2.1.4", "3", "3.5",
      ])
  }

  @Test func `the order of families is learned: 一、 inside 章, （一） inside 1.`() {
    let rules = TextReading.read("第一章 总则\n一、甲。文一。\n二、乙。文二。\n第二章 职责\n三、丙。文三。")
    #expect(TextReading.anchors(rules) == ["1", "1.1", "1.2", "2", "2.3"])
    let turned = TextReading.read("1.甲事\n（一）子\n（二）丑\n2.乙事\n（一）寅\n（二）卯\n3.丙事")
    #expect(TextReading.anchors(turned) == ["1", "1.1", "1.2", "2", "2.1", "2.2", "3"])
  }

  @Test func `decimals nest by their depth and need their sequence`() {
    let notice = TextReading.read(
      "1 总则\n1.1 编制目的\n为应对灾害。\n1.2 适用范围\n2.5 米以上的堤防不在此列。\n2 组织\n2.1 指挥部\n2.1.1 组成\n2.1.2 职责")
    #expect(TextReading.anchors(notice) == ["1", "1.1", "1.2", "2", "2.1", "2.1.1", "2.1.2"])
    #expect(TextReading.sections(notice).map(\.family?.rawValue).contains("1.1.1"))
  }

  @Test func `a heading is the first sentence when more follows and the whole line when nothing follows`() {
    let sections = TextReading.sections(
      TextReading.read("一、总体要求\n（一）指导思想。高举旗帜。\n（二）深化改革，推进建设。\n1. 目标"))
    #expect(sections.map { $0.heading?.string } == ["总体要求", "指导思想", "深化改革，推进建设", "目标"])
    #expect(sections.map(\.runIn) == [false, true, false, false])
    #expect(TextReading.paragraphs(sections[1].children) == ["高举旗帜。"])
    #expect(sections[2].headingEnd == "。")
  }

  @Test func `a full stop inside quotation marks or brackets does not end a heading`() {
    let sections = TextReading.sections(TextReading.read("一、推广“好差评。”制度（试行。）工作。加快建设。"))
    #expect(sections.first?.heading?.string == "推广“好差评。”制度（试行。）工作")
  }

  @Test func `an article is text, a short one without a stop is a heading`() {
    let sections = TextReading.sections(TextReading.read("第一条 为了规范管理，制定本办法。\n第二条 补偿范围\n（一）合法建筑；\n（二）附属物。"))
    #expect(sections.first?.heading == nil)
    #expect(TextReading.paragraphs(sections[0].children) == ["为了规范管理，制定本办法。"])
    #expect(sections[1].heading?.string == "补偿范围")
    #expect(TextReading.anchors(TextReading.read("第一条 甲。\n第二条 乙。\n（一）子；")) == ["1", "2", "2.1"])
  }

  @Test func `spaces inside a heading are layout`() {
    #expect(TextReading.outline(TextReading.read("第一章  总　　则\n第一条 甲。")).first == "第一章总则")
  }

  @Test func `label paragraphs carry their label, lines of data stay whole`() {
    let body = TextReading.read("一、甲\n工作目标:牢固树立新的发展理念，切实转变政府职能，提高服务水平。\n具体措施:\n联系电话：1234567").parts[0].body
    guard case .section(let section) = body[0] else {
      Issue.record("no section")
      return
    }
    let labels = section.children.map { block -> String? in
      if case .paragraph(let paragraph) = block { return paragraph.label }
      return nil
    }
    #expect(labels == ["工作目标", "具体措施", nil])
    #expect(TextReading.paragraphs(section.children).last == "联系电话：1234567")
  }

  @Test func `a repeated number keeps its print and gets an anchor of its own`() {
    let notice = TextReading.read("一、甲\n二、乙\n二、丙\n三、丁")
    #expect(TextReading.anchors(notice) == ["1", "2", "2_2", "3"])
  }

  @Test func `two families under one parent get the letters of their families`() {
    let notice = TextReading.read("第一条 甲。\n第一条之一 乙。\n第二条 丙。")
    #expect(TextReading.anchors(notice) == ["1", "a1-1", "2"])
  }

  @Test func `later parts with sections are prefixed, paragraphs are counted`() {
    let notice = TextReading.read(
      "示例县关于印发《甲办法》的通知\n各镇人民政府：\n现将《甲办法》印发给你们。\n一、认真学习。\n示例县人民政府\n2021年1月1日\n甲办法\n第一条 为规范，制定本办法。\n第二条 施行。")
    #expect(TextReading.anchors(notice) == ["1", "p2.1", "p2.2"])
    guard case .paragraph(let first)? = notice.parts.first?.body.first else {
      Issue.record("no paragraph")
      return
    }
    #expect(first.anchor == "p1")
  }

  @Test func `a table of contents is taken out of the text`() {
    let notice = TextReading.read("示例县供水条例\n目  录\n第一章 总  则\n第二章 管理\n第一章 总  则\n第一条 甲。\n第二章 管理\n第二条 乙。")
    #expect(TextReading.outline(notice) == ["第一章总则", "第一条", "第二章管理", "第二条"])
    #expect(notice.furniture.count == 3)
  }

  @Test func `contents end where the name of their first entry comes again without its number`() {
    let notice = TextReading.read("示例县供水条例\n目  录\n第一章  总则\n第二章  管理\n\n总则\n第一条 甲。\n管理\n第二条 乙。")
    #expect(notice.furniture.map(\.text) == ["目  录", "第一章  总则", "第二章  管理"])
    #expect(TextReading.losses("示例县供水条例\n目  录\n第一章  总则\n第二章  管理\n\n总则\n第一条 甲。\n管理\n第二条 乙。") == [])
    #expect(TextReading.outline(notice) == ["第一条", "第二条"])
  }
}
