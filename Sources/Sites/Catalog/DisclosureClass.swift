/// The classes of compulsory disclosure: 《政府信息公开条例》 art. 20, and art. 21 for counties and towns.
struct DisclosureClass: Sendable {
  /// How the class is called on pages.
  let name: String
  /// Names of catalogues that belong to it; a name that contains one of them belongs to it too.
  let names: [String]

  /// The tree for a level of government, in the order of the law.
  static func all(_ level: SiteConfiguration.Level) -> [DisclosureClass] {
    switch level {
    case .province: state
    case .city, .county: state + county
    case .town: state + town
    }
  }

  /// The class that a catalogue's name belongs to: exactly, else by the first name it contains; `nil` for none.
  static func index(of catalogue: String, in classes: [DisclosureClass]) -> Int? {
    let folded = TitleFold.fold(catalogue)
    return classes.firstIndex { $0.name == catalogue || $0.names.contains(catalogue) }
      ?? classes.firstIndex { $0.names.contains { folded.contains(TitleFold.fold($0)) } }
  }

  private static let state: [DisclosureClass] = [
    DisclosureClass(name: "法规规章和规范性文件", names: ["规范性文件", "行政法规", "规章", "法规", "政策文件", "政策解读"]),
    DisclosureClass(name: "机关职能和机构设置", names: ["机构职能", "机关职能", "机构设置", "机构概况", "领导信息", "内设机构"]),
    DisclosureClass(name: "规划计划", names: ["规划计划", "发展规划", "专项规划", "规划", "计划总结"]),
    DisclosureClass(name: "统计信息", names: ["统计信息", "统计数据", "统计公报"]),
    DisclosureClass(name: "行政许可和对外管理服务", names: ["行政许可", "办事指南", "政务服务", "权责清单"]),
    DisclosureClass(name: "行政处罚和行政强制", names: ["行政处罚", "行政强制", "双随机"]),
    DisclosureClass(name: "财政预算决算", names: ["财政信息", "预算", "决算", "财政资金"]),
    DisclosureClass(name: "行政事业性收费", names: ["行政事业性收费", "收费项目", "收费"]),
    DisclosureClass(name: "政府采购", names: ["政府采购", "集中采购", "招标投标"]),
    DisclosureClass(name: "重大建设项目", names: ["重大建设项目", "重大项目", "重点项目"]),
    DisclosureClass(name: "扶贫、教育、医疗、社会保障、就业", names: ["扶贫", "乡村振兴", "教育", "医疗", "社会保障", "社会保险", "就业", "惠民"]),
    DisclosureClass(name: "突发公共事件应对", names: ["应急管理", "应急预案", "预警", "突发"]),
    DisclosureClass(
      name: "环境保护、公共卫生、安全生产、食品药品、产品质量", names: ["环境保护", "生态环境", "公共卫生", "安全生产", "食品药品", "产品质量", "监督检查"]),
    DisclosureClass(name: "公务员招考", names: ["公务员", "招考录用", "人事信息", "人事任免", "招录"]),
    DisclosureClass(name: "其他应当主动公开的信息", names: ["决策公开", "建议提案", "政府信息公开年报", "会议", "公示公告"]),
  ]

  private static let county: [DisclosureClass] = [
    DisclosureClass(name: "市政建设、公共服务、公益事业", names: ["市政建设", "公共服务", "公益事业"]),
    DisclosureClass(name: "土地征收、房屋征收", names: ["土地征收", "房屋征收", "征地", "征收补偿"]),
    DisclosureClass(name: "治安管理、社会救助", names: ["治安管理", "社会救助", "社会福利"]),
  ]

  private static let town: [DisclosureClass] = [
    DisclosureClass(name: "农业农村政策、农田水利", names: ["农业", "农村", "农田水利"]),
    DisclosureClass(name: "土地承包流转、宅基地审批", names: ["土地承包", "土地流转", "宅基地"]),
    DisclosureClass(name: "土地征收、房屋征收、筹资筹劳、社会救助", names: ["土地征收", "房屋征收", "筹资筹劳", "社会救助"]),
  ]
}
