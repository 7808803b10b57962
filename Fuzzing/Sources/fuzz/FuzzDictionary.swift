@testable import Notices

/// Words that the readers look for, in the form of libFuzzer's -dict.
enum FuzzDictionary {
  static var text: String {
    words.map { word in "\"" + word.utf8.map { "\\x" + hexadecimal($0) }.joined() + "\"\n" }.joined()
  }

  static var words: [String] { HeaderLabels.all.map(\.text) + marks + numbers + phrases + markup }

  private static let marks =
    "《 》 〈 〉 〔 〕 （ ） ( ) 【 】 [ ] 「 」 “ ” ： : 、 ， 。 ； | ｜ — － · 　".split(separator: " ").map(String.init)
    + [
      "\n", "\r", "\r\n", "\u{2028}", "\u{200B}", "\u{FEFF}", "\u{E5E5}", "\u{AD}", "\u{202E}", "\u{FE0F}",
      "\t", "\n\n",
    ]
  private static let numbers = [
    "一、", "十、", "二十一、", "（一）", "(一)", "㈠", "一）", "1．", "1.", "1、", "⒈", "（1）", "①", "⑴", "第一条", "第十七条之一",
    "第一章",
    "第一节", "第一篇", "第一编", "1.1.1", "一是", "1.5倍", "附件1", "附件：", "附：", "附表", "〔2017〕10号", "[2017]10号",
    "2017年第10号",
    "第3号", "令", "2017年7月7日", "二〇一七年七月七日", "二○一七", "2018年12月底前", "2017-09-28", "2020.1.1", "每年6月底前",
    "中華民國106年", "Article 1",
    "No. 5", "Part I", "12345678901234567890", "９９９９", "百千万亿",
  ]
  private static let phrases = [
    "人民政府", "办公室", "关于", "印发", "转发", "的通知", "管理办法", "各镇人民政府：", "抄送：", "印发", "此件公开发布", "特此通知", "责任单位：",
    "牵头单位：", "配合单位：",
    "按职责分工负责", "完成时限：", "等", "各有关部门", "自2018年1月1日起施行", "同时废止", "有效期5年", "修改为", "以下简称", "本办法", "目录", "目　录",
    "第 1 页", "字体：大 中 小",
    "关闭窗口", "打印", "上一篇：", "签发人：", "主送：", "——", "现行有效", "失效", "公开",
  ]
  private static let markup = [
    "---\n", "title: ", "date: ", "number: ", "status: ", "# ", "## ", "**", "*", "_", "- ", "1. ", "> ",
    "```", "~~~", "|", "|---|---|", "![a](b)",
    "[a](b)", "[^1]", "[^1]: ", "::: tip", ":::", "<div>", "</div>", "<table>", "<tr>", "<td>", "<th>", "<p>",
    "<br>", "<br/>", "<!--", "-->", "<script>",
    "</script>", "<style>", "<![CDATA[", "&nbsp;", "&#x4e00;", "&amp;", "&lt;", "\\", "\\[", "    ",
    "<a href=\"", "<img src=\"", "colspan=\"2\"",
  ]

  private static func hexadecimal(_ byte: UInt8) -> String {
    let digits = Array("0123456789ABCDEF")
    return String([digits[Int(byte >> 4)], digits[Int(byte & 15)]])
  }
}
