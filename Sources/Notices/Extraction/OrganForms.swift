/// What the names of organs look like.
enum OrganForms {
  /// Whether a name names a group (`各镇人民政府`, `县直有关单位`) and not one organ.
  static func isCollective(_ text: ScalarText, _ name: Range<Int>) -> Bool {
    if groups.contains(in: text, name) { return true }
    let head = text[name.lowerBound]
    if head == 0x5404 { return true }  // 各
    return groupEnds.length(in: text, before: name.upperBound) > 0
  }

  private static let groups: WordSet = [
    "有关", "相关", "直属", "各单位", "各部门", "各镇", "各乡", "各县", "各市", "各区", "各街道", "各地", "各级", "各成员", "各行", "全体", "其他",
    "各盟", "各旗", "各州", "各園", "各园区",
    "各高校", "各企业", "各學校", "各学校", "各有關",
  ]
  private static let groupEnds: WordSet = [
    "成员单位", "直单位", "直部门", "直各部门", "各办", "责任部门", "职能部门", "主管部门", "行业部门", "牵头部门",
  ]

  /// Whether a bare name, without a label beside it, can be an organ.
  static func isOrgan(_ text: ScalarText, _ name: Range<Int>) -> Bool {
    guard (2...40).contains(name.count) else { return false }
    var end = name.upperBound
    if let bracket = Brackets.range(text, closedAt: end), bracket.lowerBound > name.lowerBound {
      end = bracket.lowerBound
    }
    for at in name.lowerBound..<end where text[at] == 0x3002 || text[at] == 0x300A { return false }
    if verbs.contains(in: text, name.lowerBound..<end) { return false }
    return ends.length(in: text, before: end) > 0 || isCollective(text, name)
  }

  /// Whether anything in a stretch may end the name of an organ, or tell that it names a group.
  static func mayName(_ text: ScalarText, _ range: Range<Int>) -> Bool {
    text.firstIndex(in: range, where: tells.contains) != nil
  }

  /// A scalar of each of the words that `isOrgan` asks for, and 各.
  private static let tells = ScalarSet(
    ends.lastScalars + groupEnds.lastScalars + groups.lastScalars + [0x5404])

  /// Words of sentences, never of names.
  private static let verbs: WordSet = [
    "是否", "应当", "可以", "不得", "的", "了", "必须", "进行", "提供", "包括", "例如", "含", "下同", "以下", "按", "经", "由于", "负责人",
    "自行", "谁",
  ]

  /// Whether an organ's name may end here, so that a following 和 or 及 joins two names.
  static func endsName(_ text: ScalarText, before index: Int) -> Bool {
    joinEnds.length(in: text, before: index) > 0
  }

  private static let joinEnds: WordSet = [
    "局", "委", "厅", "部", "办", "署", "院", "会", "府", "单位", "部门", "公司", "中心", "银行", "海关", "机构", "企业", "学校", "街道",
    "乡镇", "镇", "县", "区", "市", "州", "队", "集团", "高校", "院校",
    "廳", "縣", "區",
  ]

  private static let ends: WordSet = [
    "局", "委", "厅", "部", "院", "会", "署", "办", "处", "所", "站", "队", "中心", "公司", "集团", "行", "行管部", "营管部", "营业管理部",
    "政府", "党委", "海关", "税务", "公安",
    "政法", "县", "市", "区", "镇", "乡", "街道", "单位", "部门", "机构", "学校", "高校", "院校", "医院", "企业", "协会", "联合会", "党组",
    "组织", "小组", "指挥部", "社", "台", "馆", "园", "团", "室",
    "科", "股", "工会", "妇联", "团委", "残联", "科协", "侨联", "工商联", "文联", "红十字会", "分局", "供电", "盟", "旗", "管委会", "工委", "州",
    "兵团", "军区", "总队", "支队", "大队", "学会", "商会", "联盟",
    "研究院", "大学", "学院", "团省委", "团市委", "团县委", "团中央", "总工会", "法院", "检察院", "人行", "证监", "银保监", "金融办", "发改", "办事处",
    "管委", "景区", "园区", "新区", "开发区", "高新区", "经开区",
    "农场", "林场", "居委会", "村委会", "村", "社区", "网信办", "编办", "电视台", "日报", "报社", "通信", "移动", "联通", "电信", "铁塔", "邮政",
    "烟草", "气象", "机关", "组长单位", "专班", "党校", "档案馆", "分行", "支行",
    "分公司", "廳", "處", "會", "縣", "區", "鎮", "鄉", "隊", "團", "屬", "銀行", "門", "總局", "政协", "人大", "纪委监委", "督查室", "部委",
    "银行业",
  ]

  /// `各市、县（区）人民政府` is one group: 各 and a level of places, with the government behind the next.
  static func isCutGroup(_ text: ScalarText, _ name: Range<Int>, _ next: Range<Int>) -> Bool {
    // 各镇党委、人民政府
    if bareGovernments.length(in: text, at: next.lowerBound) == next.count { return true }
    return text[name.lowerBound] == 0x5404 && name.count <= 8
      && levels.length(in: text, before: name.upperBound) > 0
      && levels.length(in: text, at: next.lowerBound) > 0
      && governments.length(in: text, before: next.upperBound) > 0
  }

  private static let bareGovernments: WordSet = ["人民政府", "政府", "管委会", "党委", "办事处"]
  private static let levels: WordSet = [
    "市", "县", "区", "州", "盟", "旗", "镇", "乡", "街道", "地区", "自治州", "自治县", "乡镇", "(市)", "(区)", "〔区〕", "直辖市", "省",
  ]
  private static let governments: WordSet = ["政府", "管委会", "管理委员会", "党委", "办事处", "单位", "部门"]

  /// Places whose committee is named once for all of them: `两江新区、西部科学城重庆高新区、万盛经开区管委会`.
  static func sharesEnd(_ text: ScalarText, _ name: Range<Int>, with next: Range<Int>) -> Bool {
    shared.length(in: text, before: name.upperBound) > 0
      && sharedEnds.length(in: text, before: next.upperBound) > 0
      && shared.length(in: text, before: next.upperBound) == 0
  }

  private static let shared: WordSet = ["新区", "高新区", "经开区", "开发区", "保税区", "示范区", "度假区", "合作区", "产业园", "科学城"]
  private static let sharedEnds: WordSet = ["管委会", "管理委员会"]
}
