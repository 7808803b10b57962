@testable import Notices

/// A file made of header lines: each byte of the input chooses a label, a separator, a value or a line of text.
enum HeaderInput {
  private static let separators = [
    "：", ":", "", " ", "　", "：\n", "\n", " | ", "|", "｜", "】", "：　", "\t", "：：", "为", "\r", "\u{A0}", "[",
    "] ", "\u{200B}：",
  ]
  private static let values = [
    "", "示府〔2017〕10号", "示府[2017]10号", "10号", "2017-09-28", "2017年9月28日", "二〇一七年九月二十八日", "2017-09-28 10:11",
    "2017年13月40日",
    "有效", "失效", "现行有效", "主动公开", "示例县人民政府", "示例县人民政府 示例县财政局", "示例县人民政府关于印发管理办法的通知", "SL-001/2017-00010",
    "农业、林业",
    "农业/林业", "无", "-", "——", "长长长长长长长长长长长长长长长长长长长长长长长长长长长长", "\u{E5E5}", "《办法》", "（代章）", "1", "[大 中 小]",
    "索引号",
  ]
  private static let ends = ["\n", "\n\n", "　　", "  ", "\t", "|", "\r\n", "\r", "；", "】【", "\u{2028}", ""]
  private static let lines = [
    "示例县人民政府关于印发管理办法的通知\n", "示府〔2017〕10号\n", "各镇人民政府：\n", "一、总体要求\n", "加强管理。\n", "示例县人民政府\n2017年7月7日\n",
    "【字体：大 中 小】\n",
    "附件：名单\n", "目录\n", "（此件公开发布）\n", "| 索引号 | SL-1 |\n|---|---|\n", "---\n", "2017年7月7日\n", "关于\n", "公 告\n",
  ]

  static func text(_ bytes: [UInt8]) -> [UInt8] {
    var out = ""
    var i = 0
    func next() -> Int {
      defer { i += 1 }
      return i < bytes.count ? Int(bytes[i]) : 0
    }
    while i < bytes.count && i < 400 {
      let first = next()
      switch first {
      case 0..<176:
        let label = HeaderLabels.all[first % HeaderLabels.all.count].text
        out += first >= 160 ? label.map { "\($0) " }.joined() : label
        out += separators[next() % separators.count]
        out += values[next() % values.count]
        out += ends[next() % ends.count]
      case 176..<240: out += lines[first % lines.count]
      default:
        // A byte as it is, so that no character is out of reach.
        out.unicodeScalars.append(Unicode.Scalar(UInt32(next()) << 8 | UInt32(next())) ?? "\u{FFFD}")
      }
    }
    return Array(out.utf8)
  }

  static var seeds: [[UInt8]] { (0..<12).map(seed) }

  private static func seed(_ round: UInt8) -> [UInt8] {
    var out: [UInt8] = []
    for line: UInt8 in 0..<8 { out += [round * 11 + line, round, line * 3, round % 3] }
    return out + [176, 177, 178, 179, 180, 181]
  }
}
