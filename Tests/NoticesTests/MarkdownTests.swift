import Diagnostics
import Testing

@testable import Notices

struct MarkdownTests {
  private func read(_ text: String) -> Notice {
    NoticeReader().read(SourceFile(path: "content/a.md", bytes: Array(text.utf8)))
  }
  /// The blocks of a text under a title, so that nothing in it is taken for the title.
  private func blocks(_ text: String) -> [Block] { read("# 关于检查的通知\n\n各镇：\n\n\(text)").parts[0].body }
  private func paragraphs(_ text: String) -> [String] {
    blocks(text).compactMap { if case .paragraph(let it) = $0 { it.text.string } else { nil } }
  }
  private func rich(_ text: String) -> RichText? {
    for case .paragraph(let it) in blocks(text) { return it.text }
    return nil
  }
  private func sections(_ blocks: [Block]) -> [Section] {
    blocks.compactMap { if case .section(let it) = $0 { it } else { nil } }
  }
  private func marked(_ text: RichText?, _ mark: Span.Mark) -> [String] {
    guard let text else { return [] }
    let scalars = Array(text.string.unicodeScalars)
    return text.spans.filter { $0.mark == mark }.map { span in
      var string = String.UnicodeScalarView()
      string.append(contentsOf: scalars[span.start..<span.end])
      return String(string)
    }
  }

  // MARK: Emphasis

  @Test(arguments: [
    ("**真，**她说", "真，"), ("这是**“重点”**文字", "“重点”"), ("文**（1）**号", "（1）"), ("请看**《办法》**全文", "《办法》"),
    ("**首次**为了", "首次"), ("**“内容”**是", "“内容”"), ("请各单位务必认真**注意：**全文", "注意："), ("共**50%**以上", "50%"),
    ("其中**12.5%**的企业", "12.5%"),
  ])
  func `reads emphasis beside full-width punctuation`(source: String, strong: String) {
    #expect(marked(rich(source), .strong) == [strong])
    #expect(rich(source)?.string == source.filter { $0 != "*" })
  }

  @Test func `reads a second emphasis behind a document number`() {
    let text = rich("**全文**（国办发〔2024〕1号）**说明。**正文")
    #expect(marked(text, .strong) == ["全文", "说明。"])
  }

  @Test func `leaves escaped stars, code and products alone`() {
    #expect(rich(#"写作\*\*重点\*\*即可"#)?.string == "写作**重点**即可")
    #expect(rich("写作`**重点，**`即可")?.string == "写作**重点，**即可")
    #expect(rich("5*8小时、3*5*7厘米")?.string == "5*8小时、3*5*7厘米")
    #expect(rich("使用C#编程，入住1#楼，文件名a_b_c")?.string == "使用C#编程，入住1#楼，文件名a_b_c")
  }

  @Test func `reads emphasis of Latin text as CommonMark says`() {
    #expect(marked(rich("see **bold** and *thin* text"), .strong) == ["bold"])
    #expect(marked(rich("see **bold** and *thin* text"), .emphasis) == ["thin"])
    #expect(rich("a ** b ** c")?.string == "a ** b ** c")
  }

  @Test func `marks struck, raised and lowered text`() {
    #expect(marked(rich("面积100m<sup>2</sup>，CO<sub>2</sub>"), .superscript) == ["2"])
    #expect(marked(rich("面积100m<sup>2</sup>，CO<sub>2</sub>"), .subscript) == ["2"])
    #expect(marked(rich("原价~~100元~~90元"), .strikethrough) == ["100元"])
    #expect(rich("每日8~~10时")?.string == "每日8~~10时")
  }

  @Test func `nests marks that overlap in the source`() {
    let text = rich("<b>甲<i>乙</b>丙</i>丁")
    #expect(text?.string == "甲乙丙丁")
    #expect(marked(text, .strong) == ["甲乙"])
    #expect(marked(text, .emphasis) == ["乙", "丙"])
  }

  // MARK: Lines

  @Test func `joins lines that were broken at the margin without a space`() {
    let text = """
      为了深化政务服务改革，方便企业和群众办事，结合本县实际，现就有关事
      项通知如下：各镇人民政府，县政府各部门、各直属机构要认真组织实施，
      按时报送情况。
      """
    #expect(paragraphs(text) == [text.filter { !$0.isNewline }])
  }

  @Test func `joins lines of English with a space`() {
    #expect(paragraphs("The county\ngovernment\ndecided") == ["The county government decided"])
  }

  @Test func `keeps spaces that were typed`() {
    #expect(paragraphs("中共 示例县委 办公室") == ["中共 示例县委 办公室"])
  }

  @Test func `takes a line that begins with a number for a clause without an empty line before it`() {
    let found = sections(blocks("一、总则\n检查要求如下。\n二、附则\n解释权归县政府。"))
    #expect(found.map(\.number) == ["一、", "二、"])
    #expect(found.map { $0.heading?.string } == ["总则", "附则"])
  }

  @Test func `ends a paragraph at a hard break`() {
    #expect(paragraphs("第一行文字  \n第二行文字<br>第三行文字") == ["第一行文字", "第二行文字", "第三行文字"])
  }

  @Test func `reads a signature of lines without empty lines between them`() {
    let notice = read("# 示例县人民政府关于检查的通知\n\n各镇人民政府：\n\n请认真检查。\n\n示例县人民政府\n2024年1月30日\n")
    #expect(notice.parts[0].signature?.organs == ["示例县人民政府"])
    #expect(notice.dates.issued == CivilDate(iso: "2024-01-30"))
  }

  @Test func `never makes code of Chinese text that is indented`() {
    #expect(paragraphs("        现将有关事项通知如下。\n\n\t请认真执行。") == ["现将有关事项通知如下。", "请认真执行。"])
    #expect(sections(blocks("      1. 深化改革。加快推进。\n      2. 优化服务。加快建设。")).count == 2)
  }

  @Test func `keeps indented code without Chinese text`() {
    guard case .preformatted(let code) = blocks("    let x = 1\n    let y = 2").first else {
      Issue.record("no code")
      return
    }
    #expect(code.text == "let x = 1\nlet y = 2")
  }

  @Test func `does not make a heading of a paragraph with dashes under it`() {
    let found = blocks("请各单位认真组织实施，按时完成任务。\n---\n\n后文。")
    guard case .paragraph(let paragraph) = found.first else {
      Issue.record("no paragraph")
      return
    }
    #expect(paragraph.text.string == "请各单位认真组织实施，按时完成任务。")
  }

  // MARK: Numbers

  @Test func `lets document numbers win over Markdown lists`() {
    let found = sections(blocks("1. 深化改革。加快推进。\n\n（1）清理事项。\n\n3. 优化服务。加快建设。\n4. 强化监管。加快完善。"))
    #expect(found.map(\.number) == ["1.", "3.", "4."])
    #expect(sections(found[0].children).map(\.number) == ["（1）"])
  }

  @Test func `reads numbers behind headings, emphasis and bullets`() {
    #expect(sections(blocks("## 第一章 总则\n\n**第一条** 为了检查。")).first?.number == "第一章")
    #expect(sections(blocks("**第一条** 为了检查。\n\n**第二条** 适用本办法。")).map(\.ordinal) == [1, 2])
    #expect(sections(blocks("- （一）甲方案；\n- （二）乙方案。")).map(\.number) == ["（一）", "（二）"])
    #expect(
      sections(blocks("<p id=\"t1\">&emsp;&emsp;<b>第一条</b>&emsp;为了检查。<br>\n&emsp;&emsp;（一）甲；</p>")).map(
        \.number) == ["第一条"])
  }

  @Test func `keeps bullets as a list`() {
    guard case .list(let list) = blocks("- 窗口办理\n- 网上办理\n  - 手机\n").first else {
      Issue.record("no list")
      return
    }
    #expect(!list.ordered)
    #expect(list.items.count == 2)
    #expect(list.items[1].count == 2)
  }

  // MARK: Tables

  private func table(_ text: String) -> Table? {
    for case .table(let table) in blocks(text) { return table }
    return nil
  }

  @Test func `reads a pipe table with alignments and marks in cells`() {
    let found = table(
      "| 序号 | 事项 | 单位 |\n|---:|:---:|---|\n| 1 | **检查**，全面 | [县局](https://example.cn) |\n| 2 | a\\|b `c|d` | |"
    )
    #expect(found?.alignments == [.right, .center, .none])
    #expect(found?.head.map(\.string) == ["序号", "事项", "单位"])
    #expect(found?.rows.map { $0.map(\.string) } == [["1", "检查，全面", "县局"], ["2", "a|b c|d", ""]])
    #expect(marked(found?.rows[0][1], .strong) == ["检查"])
    #expect(found?.rows[0][2].spans.first?.mark == .link(destination: "https://example.cn", title: nil))
  }

  @Test func `keeps cells inline whatever they begin with`() {
    let found = table("| 甲 | 乙 |\n|---|---|\n| - x | 1. x |\n| # x | > x |\n| [x]: /y | x # |")
    #expect(found?.rows.map { $0.map(\.string) } == [["- x", "1. x"], ["# x", "> x"], ["[x]: /y", "x #"]])
  }

  @Test func `reads a table under a line of text, and rows with cells too few and too many`() {
    let found = blocks("责任分工见下表：\n| 甲 | 乙 |\n|---|---|\n| 1 |\n| 1 | 2 | 3 |")
    guard case .paragraph(let paragraph) = found.first, case .table(let table) = found.last else {
      Issue.record("no paragraph and table")
      return
    }
    #expect(paragraph.text.string == "责任分工见下表：" || paragraph.label == "责任分工见下表")
    #expect(table.rows.map { $0.map(\.string) } == [["1", ""], ["1", "2 | 3"]])
  }

  @Test func `does not grow a table out of a few bytes`() {
    let wide = "|" + String(repeating: "a|", count: 199)
    let rule = "|" + String(repeating: "-|", count: 199)
    let text = "\(wide)\n\(rule)\n" + String(repeating: "|\n", count: 20_000)
    #expect(table(text) == nil)
  }

  // MARK: Notes, links, HTML

  @Test func `takes footnotes out of the text and links their marks`() {
    let found = blocks("按照规定[^1]办理。\n\n[^1]: 见附件\n\n继续办理。")
    guard case .paragraph(let first) = found.first, case .paragraph(let note) = found.last else {
      Issue.record("no paragraphs")
      return
    }
    #expect(first.text.string == "按照规定[1]办理。")
    #expect(marked(first.text, .footnote("fn1")) == ["[1]"])
    #expect(note.anchor == "fn1")
    #expect(note.text.string == "[1] 见附件")
  }

  @Test func `keeps addresses as written for the renderer to judge`() {
    let text = rich("[甲](javascript:alert(1)) [乙](https://example.cn/a?b=c 丙) <https://example.cn>")
    let destinations = (text?.spans ?? []).compactMap { span -> String? in
      if case .link(let destination, _) = span.mark { destination } else { nil }
    }
    #expect(destinations.contains("javascript:alert(1)"))
    #expect(destinations.contains("https://example.cn"))
    #expect(!destinations.joined().unicodeScalars.contains { (0xFDD0...0xFDEF).contains($0.value) })
  }

  @Test func `shows HTML that is not on the safe list as text`() {
    let notice = read("# 关于检查的通知\n\n各镇：\n\n<script>alert(1)</script>\n\n点击<img src=x onerror=alert(1)>查看\n")
    let text = notice.clauses.map(\.text).joined()
    #expect(text.contains("<script>alert(1)</script>"))
    #expect(text.contains("<img src=x onerror=alert(1)>"))
    #expect(
      notice.diagnostics.first { $0.id == "html-as-text" }?.range?.start == SourcePosition(line: 5, column: 1)
    )
  }

  @Test func `drops the name of an anchor and keeps the address of a link`() {
    #expect(rich(#"<a id="t1"></a>第三款"#)?.string == "第三款")
    #expect(rich(#"见<a href="/d/b/">办法</a>"#)?.spans.first?.mark == .link(destination: "/d/b/", title: nil))
  }

  @Test func `reads a sole image as a block and names one inside text`() {
    guard case .image(let image) = blocks("![公章](gz.png)").first else {
      Issue.record("no image")
      return
    }
    #expect(image.destination == "gz.png")
    #expect(image.alternative == "公章")
    #expect(rich("见图![](图/一.png)所示")?.string == "见图一.png所示")
  }

  @Test func `lists comments and container marks as furniture`() {
    let notice = read(
      "# 监测办法\n\n<!-- INFO END -->\n\n::: details 目录\n\n[1](#t1)\n\n:::\n\n::: tip 修订信息\n\n（2007年发布）\n\n:::\n\n## 第一章 总则{align=\"center\"}\n\n第一条 监测。\n"
    )
    let lines = notice.furniture.map(\.text)
    for text in ["<!-- INFO END -->", "::: details 目录", "[1](#t1)", "::: tip 修订信息", "{align=\"center\"}"] {
      #expect(lines.contains(text))
    }
    #expect(notice.clauses.map(\.text).joined().contains("（2007年发布）"))
    #expect(sections(notice.parts[0].body).first?.heading?.string == "总则")
  }

  @Test func `warns of a code fence that never ends`() {
    let notice = read("# 关于检查的通知\n\n正文。\n\n```\n第一条 检查。\n")
    #expect(notice.diagnostics.first { $0.id == "markdown-fence-open" }?.range?.start.line == 5)
  }

  @Test func `does not lose a note in brackets that looks like the definition of a link`() {
    #expect(rich("[说明]: 数据截至2024年底")?.string == "[说明]: 数据截至2024年底")
    #expect(
      rich("见[办法]。\n\n[办法]: https://example.cn/a")?.spans.first?.mark
        == .link(destination: "https://example.cn/a", title: nil))
  }

  @Test func `loses no word of a text with every mark of Markdown`() {
    let text = """
      # 示例县人民政府关于检查的通知

      各镇人民政府：

      现将**“重点”**事项[^1]印发，见[办法](https://example.cn/a "说明")。<b>请</b>执行&emsp;`code`。

      ## 一、总则

      1. 深化改革。加快推进。
      2. 优化服务。

      - 甲
        - 乙

      > 引用的话

      | 序号 | 事项 |
      |---|---|
      | 1 | **检查** |

      ```swift
      let x = 1
      ```

      ![公章](gz.png)

      [^1]: 见附件

      示例县人民政府
      2024年1月30日
      """
    #expect(LosslessCheck.check(SourceFile(path: "content/a.md", bytes: Array(text.utf8))).isEmpty)
  }

  @Test func `notices when a word of the source is missing from a notice`() {
    let text = Array("# 关于检查的通知\n\n各镇：\n\n请认真检查并报送情况。\n".utf8)
    var notice = NoticeReader().read(SourceFile(path: "content/a.md", bytes: text))
    #expect(RenderedLosslessCheck.check(notice, text).isEmpty)
    notice.parts[0].body = [.paragraph(Paragraph(text: "请认真报送情况。", line: 5))]
    #expect(RenderedLosslessCheck.check(notice, text).map(\.line) == [5])
  }

  // MARK: Hostile input

  @Test(arguments: [
    String(repeating: ">", count: 10_000) + " 文字", String(repeating: "> ", count: 10_000) + "文字",
    String(repeating: "- ", count: 10_000) + "文字", String(repeating: "1. ", count: 10_000) + "文字",
    String(repeating: "* - + ", count: 3_000) + "文字",
  ])
  func `caps ten thousand nested quotes and lists, keeps the text and says so`(text: String) {
    let notice = read("# 关于检查的通知\n\n各镇：\n\n\(text)\n")
    #expect(notice.diagnostics.contains { $0.id == "markdown-too-deep" })
    #expect(notice.clauses.map(\.text).joined().contains("文字"))
  }

  @Test func `caps lists that nest by their indentation`() {
    let text = (0..<400).map { String(repeating: "  ", count: $0) + "- item\($0)" }.joined(separator: "\n")
    let notice = read("# 关于检查的通知\n\n各镇：\n\n\(text)\n")
    let found = notice.clauses.map(\.text).joined()
    #expect(found.contains("item0") && found.contains("item399"))
  }

  /// The limit ends a run that is not linear: 160 KB of any shape take far less than a second.
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "[", "![", "**a ", "*a_ ", "`", "``a`", "<", "<a ", "<!--", "](", "[a](", "&", "\\", "~~", "~~a", "|",
      "[^1]",
      "> - ", "<b>", "a**，", "[a]: ", "<!-- ", "</p", "{", "\t", "<?", "[a](<b",
    ])
  func `comes to an end on hostile shapes, and twice to the same notice`(unit: String) {
    let text = String(repeating: unit, count: 32_000)
    let notice = read(text)
    #expect(notice == read(text))
    #expect(notice.source.bytes == text.utf8.count)
  }
}
