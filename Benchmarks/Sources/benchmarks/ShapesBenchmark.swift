import Diagnostics
import Notices

/// Time against size for the shapes that could make a reader slow. Linear is when the last column stays near 1: it is
/// the time for a megabyte at this size over the time at the size before.
enum ShapesBenchmark {
  struct Shape: Sendable {
    var name: String
    var path = "content/a.txt"
    /// One more piece of the text, by its index.
    var head = ""
    var piece: @Sendable (Int) -> String
    var tail = ""
  }

  static func run(_ arguments: [String]) {
    let largest = arguments.compactMap(Double.init).first ?? 20
    let sizes = [0.3125, 1.25, 5, 20].filter { $0 <= largest }
    print("milliseconds by size in MB; ×: time a megabyte against the size before")
    for shape in shapes {
      var line = Stopwatch.padded(shape.name, 34, left: true)
      var before: Double?
      for size in sizes {
        let file = SourceFile(path: shape.path, bytes: bytes(of: shape, size: Int(size * 1e6)))
        let seconds = Stopwatch.best(of: size < 2 ? 3 : 1) { _ = NoticeReader().read(file) }
        let each = seconds / (Double(file.bytes.count) / 1e6)
        line += Stopwatch.padded(Stopwatch.rounded(seconds * 1000, 0), 8)
        line += Stopwatch.padded(before.map { "×" + Stopwatch.rounded(each / $0, 1) } ?? "", 6)
        before = each
      }
      print(line)
    }
  }

  private static func bytes(of shape: Shape, size: Int) -> [UInt8] {
    var result = Array(shape.head.utf8)
    var index = 0
    while result.count < size {
      result += Array(shape.piece(index).utf8)
      index += 1
    }
    return result + Array(shape.tail.utf8)
  }

  private static let head = "示例县人民政府关于印发示例方案的通知\n示府〔2017〕1号\n\n各镇人民政府：\n\n"

  static let shapes: [Shape] = [
    Shape(name: "plain paragraphs", head: head) { _ in "为了加强管理，提高服务水平，现将有关事项通知如下。\n" },
    Shape(name: "numbered clauses", head: head) { "\($0 + 1). 加强管理。具体办法由县政府另行规定。（责任单位：县编办、县财政局）\n" },
    Shape(name: "articles", head: head) { "第\($0 + 1)条　本办法适用于本县。\n" },
    Shape(name: "(一) without a parent", head: head) { _ in "（一）加强管理。\n" },
    Shape(name: "one clause in one line", head: head + "一、任务。") { _ in "加强管理，提高服务水平，到2018年底前完成任务" },
    Shape(name: "one sentence after another, one line", head: head) { _ in "本办法自2018年1月1日起施行，《甲办法》同时废止。" },
    Shape(name: "《 never closed", head: head) { _ in "《" },
    Shape(name: "《》 nested deep", head: head) { _ in "《办法" },
    Shape(name: "《A》《B》 in a row", head: head) { "《第\($0)号办法》" },
    Shape(name: "《办法》 again and again", head: head + "按《示例县办法》（以下简称《办法》）") { _ in "《办法》、" },
    Shape(name: "document numbers in a row", head: head) { "按照示府〔2017〕\($0 + 2)号" },
    Shape(name: "号号号", head: head) { _ in "号" },
    Shape(name: "〔〔〔", head: head) { _ in "〔" },
    Shape(name: "（（（", head: head) { _ in "（" },
    Shape(name: "（）（）", head: head) { _ in "（责任单位：县编办）" },
    Shape(name: "digits", head: head) { _ in "2017" },
    Shape(name: "年年年", head: head) { _ in "2017年" },
    Shape(name: "spaces", head: head) { _ in " \u{3000}\u{A0}" },
    Shape(name: "colons", head: head) { _ in "责任单位：" },
    Shape(name: "contradicting headers") { "索引号：SL-\($0) 文号 示府〔2017〕\($0)号 发布日期 2017-09-28\n" },
    Shape(name: "headers without values") { _ in "索引号：\n\n文号：\n" },
    Shape(name: "titles", head: "") { "示例县人民政府关于第\($0)号工作的通知\n" },
    Shape(name: "signatures", head: head) { _ in "示例县人民政府\n2017年7月7日\n" },
    Shape(name: "attachment lists", head: head + "附件：") { "\($0 + 1). 第\($0)号名单\n" },
    Shape(name: "annexes", head: head) { "附件\($0 + 1)\n第\($0)号名单\n甲、乙、丙。\n" },
    Shape(name: "short lines", head: head) { _ in "甲\n" },
    Shape(name: "Markdown: nested quotes", path: "content/a.md") { _ in "> " },
    Shape(name: "Markdown: nested lists", path: "content/a.md") {
      String(repeating: "  ", count: min($0, 100)) + "- 甲\n"
    },
    Shape(name: "Markdown: emphasis", path: "content/a.md") { _ in "**甲*" },
    Shape(name: "Markdown: brackets", path: "content/a.md") { _ in "[" },
    Shape(name: "Markdown: links", path: "content/a.md") { _ in "[甲](b) " },
    Shape(name: "Markdown: tables", path: "content/a.md", head: "| 序号 | 责任单位 |\n|---|---|\n") {
      "| \($0) | 县编办、县财政局 |\n"
    },
    Shape(name: "Markdown: wide table", path: "content/a.md", head: "|甲|乙|\n|---|---|\n|") { _ in "甲|" },
    Shape(name: "Markdown: headings", path: "content/a.md") { "## \($0 + 1). 加强管理\n\n照办。\n\n" },
    Shape(name: "Markdown: footnotes", path: "content/a.md") { "甲[^\($0)]\n\n[^\($0)]: 注\n\n" },
    Shape(name: "Markdown: front matter open", path: "content/a.md", head: "---\n") { "k\($0): v\n" },
    Shape(name: "Markdown: HTML", path: "content/a.md") { _ in "<div><p>甲</p>\n" },
    Shape(name: "Markdown: code fence open", path: "content/a.md", head: "```\n") { _ in "甲乙\n" },
    Shape(name: "HTML: nested tags", path: "content/a.html") { _ in "<div>" },
    Shape(name: "HTML: entities", path: "content/a.html") { _ in "&amp;&#x4e00;" },
    Shape(name: "HTML: table", path: "content/a.html", head: "<table>") { _ in "<tr><td>甲</td><td>乙</td></tr>"
    },
  ]
}
