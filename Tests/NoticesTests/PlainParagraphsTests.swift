import Diagnostics
import Testing

@testable import Notices

/// What is read without libcmark reads as libcmark reads it.
struct PlainParagraphsTests {
  private func expectSame(_ text: String) {
    let source = Array(text.utf8)
    let plain = MarkdownReader.read(source, path: "a.md").flow
    let parsed = MarkdownReader.read(source, path: "a.md", parse: PlainParagraphs.withoutStubs).flow
    #expect(describe(plain) == describe(parsed), "\(text.debugDescription)")
  }

  private func describe(_ flow: Flow) -> [String] {
    flow.lines.map { line in
      let text = String(decoding: flow.buffer[line.range], as: UTF8.self)
      let place = "\(line.line) \(line.range) \(line.blankBefore) \(line.headingLevel)"
      return "\(place) \(text) \(line.spans) \(String(describing: line.block))"
    }
  }

  private func usesStub(_ text: String) -> Bool {
    let prepared = MarkdownPreparation(Array(text.utf8), path: "a.md").text
    return PlainParagraphs.parse(prepared).contains { if case .plain = $0 { true } else { false } }
  }

  @Test(arguments: [
    "各镇：\n\n一、要求", "# 标题\n正文\n## 第二节\n\n**第一条**　内容**重点**。", "<p>&emsp;&emsp;<b>第一条</b>&emsp;内容</p>",
    "1986年\n\n（一）",
    "~~旧~~新", "<a href=\"a.pdf\">附件</a>",
  ])
  func `leaves plain paragraphs out`(text: String) {
    #expect(usesStub(text))
    expectSame(text)
  }

  @Test(arguments: [
    "正文\n===", "1. 一\n二", "> 引\n文", "[附件](a.pdf)", "`码`", "a_b_c", "行尾  \n行", "**“重点”**文", "正文**重点", "&lt;文",
    "表头|二\n---|---", "    code", "正文\n- 项", "#标题", "# 标题 #",
  ])
  func `leaves the rest to libcmark`(text: String) {
    #expect(!usesStub(text))
    expectSame(text)
  }

  @Test(arguments: [
    "```\n码\n\n正文\n\n```\n\n正文", "- 项\n  ```\n\n正文\n\n# 标题", "<span>```\n\n正文",
    "~~~\n    ~~~\n\n正文\n\n> 引\n\n正文",
    "- 项\n\n  项中\n\n正文\n\n- 项", "> 引\n\n正文\n# 标题\n正文\n\n1. 一\n\n# 标题",
  ])
  func `finds where blocks end as libcmark does`(text: String) { expectSame(text) }

  /// Documents of a few odd lines in any order.
  @Test func `reads any mixture of lines as libcmark does`() {
    let lines = [
      "", "", "", "", "正文。", "正文**重点**文字", "**第一条** 内容", "a**b**c", "**a** **b", "“引”**（一）**", "***x***",
      "- 项", "1. 一",
      "2) 二", "* 星", "+", "* * *", "> 引", "```", "~~~", "    缩进", "\t制表", "## 标题", "## **标题** 尾", "## 标题 ##",
      "#标题", "# ",
      "===", "---", "| a | b |", "| --- | --- |", "[链接](a.pdf)", "[名]: a.pdf", "[名]", "![图](a.png)",
      "&emsp;&emsp;文&emsp;", "&amp;文",
      "<p>&emsp;段<b>粗</b></p>", "<b>粗", "</b>尾", "<br>", "行尾  ", "行尾\\", "`码", "码`", "~~删~~", "~~",
      "<https://a.cn>", "<script>",
      "<!-- 注", "-->", "[^1]: 注", "文[^1]", "::: tip 提示", ":::", "1986年", "5*8", "3.5%", "(一) x", "a<5",
      "<a href=\"b\">链</a>",
    ]
    var state: UInt64 = 20_261_127
    func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    for _ in 0..<4000 {
      expectSame((0..<(2 + next(8))).map { _ in lines[next(lines.count)] }.joined(separator: "\n"))
    }
  }
}
