/// The shapes of `ShapesBenchmark`: what somebody could publish, by accident or on purpose.
enum Shapes {
  private static let head = "示例县人民政府关于印发示例方案的通知\n示府〔2017〕1号\n\n各镇人民政府：\n\n"

  static let all: [ShapesBenchmark.Shape] = text + markup

  private static let text: [ShapesBenchmark.Shape] = [
    .init("plain paragraphs", head: head) { _ in "为了加强管理，提高服务水平，现将有关事项通知如下。\n" },
    .init("numbered clauses", head: head) { "\($0 + 1). 加强管理。具体办法由县政府另行规定。（责任单位：县编办、县财政局）\n" },
    .init("articles", head: head) { "第\($0 + 1)条　本办法适用于本县。\n" },
    .init("(一) without a parent", head: head) { _ in "（一）加强管理。\n" },
    .init("one clause in one line", head: head + "一、任务。") { _ in "加强管理，提高服务水平，到2018年底前完成任务" },
    .init("one sentence after another, one line", head: head) { _ in "本办法自2018年1月1日起施行，《甲办法》同时废止。" },
    .init("《 never closed", head: head) { _ in "《" },
    .init("《》 nested deep", head: head) { _ in "《办法" },
    .init("《A》《B》 in a row", head: head) { "《第\($0)号办法》" },
    .init("《办法》 again and again", head: head + "按《示例县办法》（以下简称《办法》）") { _ in "《办法》、" },
    .init("document numbers in a row", head: head) { "按照示府〔2017〕\($0 + 2)号" },
    .init("号号号", head: head) { _ in "号" },
    .init("〔〔〔", head: head) { _ in "〔" },
    .init("（（（", head: head) { _ in "（" },
    .init("（）（）", head: head) { _ in "（责任单位：县编办）" },
    .init("digits", head: head) { _ in "2017" },
    .init("年年年", head: head) { _ in "2017年" },
    .init("spaces", head: head) { _ in " \u{3000}\u{A0}" },
    .init("colons", head: head) { _ in "责任单位：" },
    .init("contradicting headers") { "索引号：SL-\($0) 文号 示府〔2017〕\($0)号 发布日期 2017-09-28\n" },
    .init("headers without values") { _ in "索引号：\n\n文号：\n" },
    .init("titles", head: "") { "示例县人民政府关于第\($0)号工作的通知\n" },
    .init("signatures", head: head) { _ in "示例县人民政府\n2017年7月7日\n" },
    .init("attachment lists", head: head + "附件：") { "\($0 + 1). 第\($0)号名单\n" },
    .init("annexes", head: head) { "附件\($0 + 1)\n第\($0)号名单\n甲、乙、丙。\n" },
    .init("short lines", head: head) { _ in "甲\n" },
    .init("one character", head: head) { _ in "的" },
    .init("one letter", head: head) { _ in "a" },
    .init("all header labels") { "\(labels[$0 % labels.count])：\($0)\n" },
    .init("header labels, no line break") { "\(labels[$0 % labels.count])：\($0) " },
    .init("no line break at all", head: "关于印发办法的通知") { "第\($0)条为了加强管理制定本办法。（一）甲。1.乙。" },
    .init("only line breaks") { _ in "\n" },
    .init("lone carriage returns") { _ in "加强管理。\r" },
    .init("zero-width characters", head: head) { _ in "加\u{200B}强\u{FEFF}管\u{AD}理。" },
    .init("private-use characters", head: head) { _ in "\u{E5E5}\u{E004}" },
    .init("brackets that do not match", head: head) { _ in "（《〔」》）〉【" },
    .init("）））", head: head) { _ in "）" },
    .init("（《 nested deep", head: head) { _ in "（根据《办法" },
    .init("one bracket with all organs", head: head + "一、加强管理。（责任单位：", tail: "）\n") { "县第\($0)局、" },
    .init("one number", head: head) { _ in "9" },
    .init("1.1.1.1", head: head) { _ in "1." },
    .init("第一百万", head: head) { _ in "第一百零一万" },
    .init("table with bars", head: head) { "|\($0)|县编办|2018年12月底前|\n" },
    .init("contents", head: head + "目录\n") { "第\($0 + 1)章 总则……\($0)\n" },
    .init("letters with spaces", head: head) { _ in "通 知 " },
    .init("deadlines", head: head) { "到20\(10 + $0 % 90)年12月底前完成\($0)%以上，" },
    .init("short names", head: head) { "《示例县第\($0)办法》（以下简称《\($0)办法》）" },
    .init("repeals", head: head + "下列文件废止：\n") { "\($0 + 1). 示例县第\($0)办法（示府〔2017〕\($0 + 1)号）\n" },
    .init(bytes: "mis-decoded text") { _ in Array("å…³äºŽå\u{8D}°å\u{8F}‘æ–¹æ¡ˆçš„é€šçŸ¥\n".utf8) },
    .init(bytes: "GB18030 noise") { noise($0, 0x81...0xFE) },
    .init(bytes: "noise") { noise($0, 0x00...0xFF) },
  ]

  private static let markup: [ShapesBenchmark.Shape] = [
    .init("Markdown: nested brackets and links", path: "content/a.md") { _ in "[甲](" },
    .init("Markdown: backticks", path: "content/a.md") { String(repeating: "`", count: $0 % 50 + 1) + "甲" },
    .init("Markdown: underscores", path: "content/a.md") { _ in "_甲 " },
    .init("Markdown: images", path: "content/a.md") { _ in "![" },
    .init("Markdown: link definitions", path: "content/a.md") { "[\($0)]: b\n" },
    .init("Markdown: containers", path: "content/a.md") { _ in "::: tip\n甲\n" },
    .init("Markdown: entities", path: "content/a.md") { _ in "&nbsp;&amp;" },
    .init("Markdown: escapes", path: "content/a.md") { _ in "\\[甲\\]" },
    .init("Markdown: front matter list", path: "content/a.md", head: "---\ntags:\n", tail: "---\n甲\n") {
      "- v\($0)\n"
    },
    .init("HTML: unclosed comment", path: "content/a.html") { _ in "<!-- 甲 " },
    .init("HTML: <", path: "content/a.html") { _ in "<" },
    .init("HTML: attributes", path: "content/a.html", head: "<p ") { "a\($0)=\"甲\" " },
    .init("HTML: nested tables", path: "content/a.html") { _ in "<table><tr><td>甲" },
    .init("HTML: scripts", path: "content/a.html") { _ in "<script>甲</script>乙" },
    .init("Markdown: nested quotes", path: "content/a.md") { _ in "> " },
    .init("Markdown: nested lists", path: "content/a.md") {
      String(repeating: "  ", count: min($0, 100)) + "- 甲\n"
    },
    .init("Markdown: emphasis", path: "content/a.md") { _ in "**甲*" },
    .init("Markdown: brackets", path: "content/a.md") { _ in "[" },
    .init("Markdown: links", path: "content/a.md") { _ in "[甲](b) " },
    .init("Markdown: tables", path: "content/a.md", head: "| 序号 | 责任单位 |\n|---|---|\n") {
      "| \($0) | 县编办、县财政局 |\n"
    },
    .init("Markdown: wide table", path: "content/a.md", head: "|甲|乙|\n|---|---|\n|") { _ in "甲|" },
    .init("Markdown: headings", path: "content/a.md") { "## \($0 + 1). 加强管理\n\n照办。\n\n" },
    .init("Markdown: footnotes", path: "content/a.md") { "甲[^\($0)]\n\n[^\($0)]: 注\n\n" },
    .init("Markdown: front matter open", path: "content/a.md", head: "---\n") { "k\($0): v\n" },
    .init("Markdown: HTML", path: "content/a.md") { _ in "<div><p>甲</p>\n" },
    .init("Markdown: code fence open", path: "content/a.md", head: "```\n") { _ in "甲乙\n" },
    .init("HTML: nested tags", path: "content/a.html") { _ in "<div>" },
    .init("HTML: entities", path: "content/a.html") { _ in "&amp;&#x4e00;" },
    .init("HTML: table", path: "content/a.html", head: "<table>") { _ in "<tr><td>甲</td><td>乙</td></tr>"
    },
  ]

  private static let labels = [
    "索引号", "文号", "发布机构", "发文机关", "成文日期", "发布日期", "名称", "主题分类", "有效性", "公开方式", "关键词", "内容概述", "来源",
  ]

  /// Eight bytes in a range, the same for an index everywhere.
  @Sendable private static func noise(_ index: Int, _ range: ClosedRange<UInt8>) -> [UInt8] {
    var z = UInt64(truncatingIfNeeded: index) &* 0x9E37_79B9_7F4A_7C15
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return (0..<8).map {
      range.lowerBound + UInt8((z >> (8 * $0) & 255) % UInt64(Int(range.upperBound - range.lowerBound) + 1))
    }
  }
}
