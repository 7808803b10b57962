/// Cuts the left edge of a number in running text, the hard part of 发文字号: before the code stand lead-ins, ends of
/// titles, organ names, with no mark between.
struct NumberEdge {
  var codes: Set<String>

  static let longestCode = 14

  struct Code {
    var range: Range<Int>
    /// Cut by rule only.
    var isUncertain: Bool
  }

  /// The code that ends at `end`; `nil` when fewer than two characters are left.
  func code(_ text: ScalarText, endingAt end: Int, floor: Int) -> Code? {
    var start = end
    while start > floor, end - start < 40, isCodeScalar(text[start - 1]) { start -= 1 }
    guard start < end else { return nil }
    let run = start..<end
    if let known = known(text, run) { return Code(range: known, isUncertain: false) }
    let cut = afterOrgan(text, afterKind(text, afterLeadIn(text, run, floor: floor)))
    guard cut.count >= 2 else { return nil }
    if cut.count <= NumberEdge.longestCode { return Code(range: cut, isUncertain: cut != run) }
    return Code(range: end - 8..<end, isUncertain: true)
  }

  private func isCodeScalar(_ scalar: UInt32) -> Bool {
    Glyph.isHan(scalar) && scalar != 0x53F7 && scalar != 0x865F
  }

  /// The longest code of the dictionary that the run ends with.
  private func known(_ text: ScalarText, _ run: Range<Int>) -> Range<Int>? {
    guard !codes.isEmpty else { return nil }
    var length = min(run.count, NumberEdge.longestCode)
    while length >= 2 {
      if codes.contains(text.string(run.upperBound - length..<run.upperBound)) {
        return run.upperBound - length..<run.upperBound
      }
      length -= 1
    }
    return nil
  }

  /// Cuts behind the last lead-in.
  private func afterLeadIn(_ text: ScalarText, _ run: Range<Int>, floor: Int) -> Range<Int> {
    var at = run.upperBound - 2
    while at > run.lowerBound {
      if isLeadIn(text, before: at, run) { return skipConjunction(text, at..<run.upperBound) }
      at -= 1
    }
    let follows =
      run.lowerBound > 0 && run.lowerBound >= floor && NumberEdge.follows(text[run.lowerBound - 1])
    return follows ? skipConjunction(text, run) : run
  }

  /// Single characters are lead-ins only where no code can begin with them or hold them: 自然资发, 并政发, 日政发 stay whole.
  private func isLeadIn(_ text: ScalarText, before at: Int, _ run: Range<Int>) -> Bool {
    if NumberEdge.leadIns.length(in: text, before: at) > 0 { return true }
    if NumberEdge.endsDate(text, before: at) { return true }
    guard at - 1 > run.lowerBound || run.upperBound - at > 2,
      NumberEdge.weakLeadIns.length(in: text, before: at) > 0
    else { return false }
    return NumberEdge.wordsWithLeadIns.length(in: text, at: at - 1) == 0
  }

  /// 年, 月 or 日 behind a numeral.
  private static func endsDate(_ text: ScalarText, before at: Int) -> Bool {
    [0x5E74, 0x6708, 0x65E5].contains(text[at - 1]) && Numerals.isYearDigit(text[at - 2])
      || (text[at - 1] == 0x65E5 && Numerals.isChinese(text[at - 2]))
  }

  /// After 号, 》 or ）, a 和 or 及 is a conjunction, not the first character of a code.
  private func skipConjunction(_ text: ScalarText, _ run: Range<Int>) -> Range<Int> {
    let length = NumberEdge.conjunctions.length(in: text, at: run.lowerBound)
    return length > 0 && run.count - length >= 2 ? run.lowerBound + length..<run.upperBound : run
  }

  private static func follows(_ scalar: UInt32) -> Bool {
    scalar == 0x53F7 || scalar == 0x300B || scalar == 0x29 || scalar == 0x3001
  }

  private static let conjunctions: WordSet = ["和", "与", "及", "以及", "或", "暨"]

  /// What ends right before a code and is never part of one.
  private static let leadIns: WordSet = [
    "按照", "依照", "遵照", "参照", "比照", "对照", "根据", "依据", "按", "据", "贯彻", "落实", "执行", "实施", "参见", "详见", "见", "的",
    "和国", "以及", "关于",
    "印发", "转发", "下发", "颁发", "发布", "公布", "颁布", "文件", "文号", "字号", "号文", "规定", "精神", "要求", "通过", "废止", "修改",
    "修订", "编号", "附件", "依據", "根據", "參照",
    "發布", "訂定", "收文", "来文", "上述", "有关", "包括", "例如", "同意", "批准", "批复", "核准", "参考", "结合", "遵循", "现将", "下达", "与",
    "及", "以", "由", "把", "是", "被", "该", "此", "了", "且",
  ]
  private static let weakLeadIns: WordSet = [
    "依", "将", "在", "为", "从", "对", "等", "其", "原", "即", "至", "于", "或", "并", "自", "如",
  ]
  private static let wordsWithLeadIns: WordSet = [
    "自然", "自治", "自贡", "对外", "从业", "依法", "原子", "于都", "将乐", "如皋", "如东", "即墨", "至诚", "等级", "从化",
  ]

  /// Cuts behind a document kind (`…的通知国发`, `实施方案国发`).
  private func afterKind(_ text: ScalarText, _ run: Range<Int>) -> Range<Int> {
    var at = run.upperBound - 2
    while at > run.lowerBound {
      let length = NumberEdge.kinds.length(in: text, before: at)
      if length > 0, at - length >= run.lowerBound { return at..<run.upperBound }
      at -= 1
    }
    return run
  }

  private static let kinds: WordSet = [
    "通知", "意见", "决定", "批复", "通告", "公告", "通报", "方案", "办法", "条例", "细则", "措施", "报告", "请示", "纪要", "预案", "计划",
  ]

  /// Cuts behind an organ's full name (`苏州市住房和城乡建设局苏住建规`).
  private func afterOrgan(_ text: ScalarText, _ run: Range<Int>) -> Range<Int> {
    var at = run.upperBound - 2
    while at > run.lowerBound + 1 {
      let name = at - run.lowerBound
      if NumberEdge.shortOrgans.length(in: text, before: at) == name { return at..<run.upperBound }
      let long = NumberEdge.organEnds.length(in: text, before: at)
      if long > 1, name >= 4, name > long { return at..<run.upperBound }
      if long == 1, name >= 4, isPlace(text, run.lowerBound..<at) { return at..<run.upperBound }
      at -= 1
    }
    return run
  }

  /// Whether a name begins like an organ's full name: holds 省, 市, 县, 区, 国家 …, or is long.
  private func isPlace(_ text: ScalarText, _ name: Range<Int>) -> Bool {
    name.count >= 6 || NumberEdge.places.contains(in: text, name)
  }

  private static let places: WordSet = ["省", "市", "县", "區", "区", "州", "旗", "国家", "中央", "全国", "國家", "縣"]

  private static let organEnds: WordSet = [
    "人民政府", "委员会", "办公厅", "办公室", "总局", "领导小组", "指挥部", "法院", "检察院", "总署", "协会", "政府", "银行", "委員會", "辦公室",
    "联席会议", "管委会",
    "局", "厅", "部", "院", "署", "委", "社",
  ]

  private static let shortOrgans: WordSet = [
    "国务院", "教育部", "财政部", "商务部", "科技部", "公安部", "民政部", "司法部", "水利部", "农业部", "文化部", "卫生部", "铁道部", "建设部", "交通部",
    "外交部",
    "国防部", "监察部", "人事部", "劳动部", "我省", "我市", "我县", "我区", "我局", "我部", "我厅", "我委", "本市", "本省", "本县", "本区", "省政府",
    "市政府", "县政府",
    "区政府", "省委", "市委", "县委", "区委", "中央", "党中央", "省厅", "市局", "縣政府",
  ]

  /// The organs in front of 令 or 公告 that ends at `end`; several may stand with single spaces or 、 between.
  func organ(_ text: ScalarText, endingAt end: Int, floor: Int) -> Range<Int> {
    var start = segment(text, endingAt: end, floor: floor)
    guard start < end else { return end..<end }
    // 财政部 税务总局 海关总署公告, 生态环境部、公安部令
    while start > floor, end - start < 60 {
      let gap = text.skipSpaces(before: start)
      let joined = gap == start ? text[start - 1] == 0x3001 : start - gap <= 2
      guard joined else { break }
      let previousEnd = gap == start ? start - 1 : gap
      let previous = segment(text, endingAt: previousEnd, floor: floor)
      guard previous < previousEnd, NumberEdge.joinable.length(in: text, before: previousEnd) > 0,
        previousEnd - previous <= 16
      else { break }
      start = previous
      if previous > floor, Glyph.isHan(text[previous - 1]) { break }
    }
    return start..<end
  }

  private static let joinable: WordSet = ["部", "局", "署", "委", "会", "院", "行", "办", "厅", "社", "政府", "委员会"]

  /// Where the Han run that ends at `end` begins, lead-ins cut.
  private func segment(_ text: ScalarText, endingAt end: Int, floor: Int) -> Int {
    var start = end
    while start > floor, end - start < 30, isCodeScalar(text[start - 1]) { start -= 1 }
    var at = end - 1
    while at > start {
      if NumberEdge.orderLeadIns.length(in: text, before: at) > 0 || NumberEdge.endsDate(text, before: at) {
        return at
      }
      at -= 1
    }
    if start < end, start > 0, NumberEdge.follows(text[start - 1]) {
      let length = NumberEdge.conjunctions.length(in: text, at: start)
      if end - start > length { start += length }
    }
    return start
  }

  /// As `leadIns`, without what organ names hold (中华人民共和国, 发展, 以 …).
  private static let orderLeadIns: WordSet = [
    "按照", "依照", "遵照", "参照", "比照", "根据", "依据", "贯彻", "落实", "执行", "参见", "详见", "见", "的", "以", "由", "被", "原",
    "关于", "印发", "转发",
    "下发", "颁发", "发布", "公布", "颁布", "文件", "通过", "废止", "修改", "修订", "依據", "根據", "發布", "按", "和原", "其中", "符合",
    "办法", "规定", "条例", "通知", "决定", "比照", "下称", "简称", "以及",
  ]
}
