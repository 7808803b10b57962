/// Notices that look like real ones, of an invented county; the same seed gives the same text.
enum SampleText {
  static func notice(seed: Int) -> String {
    var random = Random(UInt64(seed))
    var text = """
      索引号: SL-\(seed) 公开责任部门 青石镇
      公开日期 2017-09-28 文号 示府〔2017〕\(seed % 90 + 1)号

      示例县人民政府关于印发示例县第\(seed)号工作方案的通知

      各镇人民政府，县直各单位：

      现将《示例县第\(seed)号工作方案》印发给你们，请认真贯彻执行。

      示例县人民政府
      2017年7月7日

      示例县第\(seed)号工作方案

      """
    for section in 1...6 {
      text += "\n\(han(section))、\(words(&random, 8))\n"
      for item in 1...5 {
        text += "（\(han(item))）\(words(&random, 10))。"
        for _ in 0..<6 { text += words(&random, 18) + "，" + words(&random, 14) + "。" }
        text += "到201\(random.next(10))年12月底前，\(words(&random, 8))率达\(random.next(99))%以上。"
        text += "根据《示例\(words(&random, 4))办法》（示府〔201\(random.next(8))〕\(random.next(60))号）执行。"
        text += "（责任单位：县编办、县财政局、县教育局等，各镇人民政府）\n"
      }
    }
    return text
  }

  private static func words(_ random: inout Random, _ count: Int) -> String {
    var result = ""
    for _ in 0..<count / 2 { result += vocabulary[random.next(vocabulary.count)] }
    return result
  }

  static func han(_ number: Int) -> String {
    let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    let tens = number / 10 == 0 ? "" : (number / 10 == 1 ? "" : digits[number / 10 % 10]) + "十"
    return tens + digits[number % 10]
  }

  private static let vocabulary = [
    "加强", "推进", "建设", "管理", "服务", "工作", "机制", "完善", "落实", "责任", "公开", "群众", "政府", "部门", "保障", "安全", "生态",
    "改革", "发展", "监督", "审批", "网格",
    "标准", "信息", "平台", "社会", "治理", "依法", "行政", "效能",
  ]

  /// A small generator with the same numbers everywhere.
  struct Random {
    private var state: UInt64
    init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }
    mutating func next(_ limit: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(limit))
    }
  }
}
