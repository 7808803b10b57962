/// The 22 groups of 主题分类 that the State Council's scheme has, with their topics; local spellings are aliases.
struct TopicGroup: Sendable {
  /// As the scheme prints it.
  let name: String
  /// Other names of the group.
  let aliases: [String]
  /// The topics of the group without 其他.
  let topics: [String]

  init(_ name: String, aliases: [String] = [], _ topics: [String]) {
    self.name = name
    self.aliases = aliases
    self.topics = topics
  }

  /// Between the group and the topic in the name of a value.
  static let separator = " / "

  /// The values that a field stands for: its group, and the topic in the group, a local one as it is printed; without a
  /// group the value stays as it is. Levels may be values of their own or joined by `\`, `-`, `/`, `>`, `›`, `_`.
  static func values(of field: [String]) -> [String] {
    var result: [String] = []
    var seen = Set<String>()
    func add(_ value: String) {
      if !value.isEmpty, seen.insert(value).inserted { result.append(value) }
    }
    var open: TopicGroup?
    for value in field {
      if let group = group(named: value) {
        open = group
        add(group.name)
        continue
      }
      let levels = value.split(whereSeparator: { "\\-/>›_".contains($0) }).map { String($0).trimmingSpaces }
      if levels.count > 1, let group = group(named: levels[0]) {
        open = group
        add(group.name)
        add(group.name + separator + (group.topic(named: levels[1]) ?? levels[1]))
      } else if let group = open {
        add(group.name + separator + (group.topic(named: value) ?? value))
      } else if let (group, topic) = topic(named: value) {
        add(group.name)
        add(group.name + separator + topic)
      } else {
        add(value)
      }
    }
    return result
  }

  /// The group that bears this name, however it is punctuated; a number in front does not count.
  static func group(named name: String) -> TopicGroup? { byName[fold(name)].map { all[$0] } }

  private func topic(named name: String) -> String? {
    let folded = Self.fold(name)
    return topics.first { Self.fold($0) == folded }
  }

  private static func topic(named name: String) -> (TopicGroup, String)? {
    for group in all { if let topic = group.topic(named: name) { return (group, topic) } }
    return nil
  }

  private static func fold(_ name: String) -> String {
    TitleFold.fold(String(name.drop { $0.isNumber || $0 == "." || $0 == "、" || $0 == " " }))
  }

  private static let byName: [String: Int] = {
    var names: [String: Int] = [:]
    for (index, group) in all.enumerated() {
      for name in [group.name] + group.aliases where names[fold(name)] == nil { names[fold(name)] = index }
    }
    return names
  }()

  /// In the order of the scheme.
  static let all: [TopicGroup] = [
    TopicGroup(
      "国务院组织机构", aliases: ["组织机构", "机构"],
      ["国务院", "国务院办公厅", "组成部门", "直属特设机构", "直属机构", "办事机构", "直属事业单位", "部委管理的国家局", "议事协调机构"]),
    TopicGroup(
      "综合政务", aliases: ["政务", "综合"],
      ["政务公开", "政务督查", "应急管理", "电子政务", "文秘工作", "保密工作", "信访", "参事、文史"]),
    TopicGroup(
      "国民经济管理、国有资产监管", aliases: ["国民经济管理", "国有资产监管", "经济管理"],
      ["宏观经济", "经济体制改革", "统计", "物价", "国有资产监管", "重大建设项目"]),
    TopicGroup(
      "财政、金融、审计", aliases: ["财政金融", "金融", "财税金融审计"],
      ["财政", "税务", "银行", "货币（含外汇）", "证券", "保险", "社会信用体系建设", "审计"]),
    TopicGroup(
      "国土资源、能源", aliases: ["国土资源", "自然资源、能源", "自然资源", "能源"],
      ["土地", "矿产", "水资源", "海洋", "煤炭", "石油与天然气", "电力"]),
    TopicGroup(
      "农业、林业、水利", aliases: ["农林水利", "农业农村、林业、水利", "农林水"], ["农业、畜牧业、渔业", "林业", "水利"]),
    TopicGroup(
      "工业、交通", aliases: ["工业交通", "工业、信息化、交通"],
      [
        "机械制造与重工业", "轻工纺织", "化工", "国防工业", "航天、航空", "信息产业（含电信）", "公路", "水运", "铁路", "民航", "邮政",
      ]),
    TopicGroup(
      "商贸、海关、旅游", aliases: ["商贸旅游", "商务、海关、旅游", "商贸"],
      ["对外经贸合作", "国内贸易（含供销）", "海关", "检验、检疫", "旅游"]),
    TopicGroup(
      "市场监管、安全生产监管", aliases: ["市场监管", "市场监督管理、安全生产监管"],
      ["工商", "质量监督", "标准", "食品药品监管", "安全生产监管"]),
    TopicGroup(
      "城乡建设、环境保护", aliases: ["城乡建设、生态环境", "住房和城乡建设、生态环境", "城乡建设", "环境保护"],
      ["城市规划", "城乡建设（含住房）", "环境监测、保护与治理", "节能与资源综合利用", "气象、水文、测绘、地震"]),
    TopicGroup("科技、教育", aliases: ["科教"], ["科技", "教育", "知识产权"]),
    TopicGroup(
      "文化、广电、新闻出版", aliases: ["文化、旅游、广电", "文化广电", "文化体育广电"],
      ["文化", "文物", "新闻出版", "广播、电影、电视"]),
    TopicGroup("卫生、体育", aliases: ["卫生健康、体育", "卫生健康"], ["卫生", "医药管理", "体育"]),
    TopicGroup(
      "人口与计划生育、妇女儿童工作", aliases: ["人口与计划生育", "妇女儿童工作", "人口、妇女儿童"], ["人口与计划生育", "妇女儿童"]),
    TopicGroup(
      "劳动、人事、监察", aliases: ["人力资源和社会保障", "人力资源社会保障", "劳动人事"],
      ["劳动就业", "社会保障", "人事工作", "军转安置", "监察", "纠正行业不正之风"]),
    TopicGroup("公安、安全、司法", aliases: ["公安司法", "政法"], ["公安", "国家安全", "司法"]),
    TopicGroup(
      "民政、扶贫、救灾", aliases: ["民政、乡村振兴、救灾", "民政、扶贫、慈善", "民政、应急管理、救灾"],
      ["减灾救灾", "优抚安置", "社会福利", "行政区划与地名", "社团管理", "扶贫"]),
    TopicGroup("民族、宗教", aliases: [], ["民族事务", "宗教事务"]),
    TopicGroup("对外事务", aliases: ["外事"], ["外交、外事", "国际条约、国际组织"]),
    TopicGroup("港澳台侨工作", aliases: ["港澳台侨"], ["港澳工作", "对台工作", "侨务工作"]),
    TopicGroup("国防", aliases: [], ["国防建设", "国防动员"]),
    TopicGroup("其他", aliases: ["其它"], []),
  ]
}

extension String {
  /// Without white space at both ends.
  fileprivate var trimmingSpaces: String {
    var text = self[...]
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
