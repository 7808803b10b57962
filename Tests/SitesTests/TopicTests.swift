import Notices
import Testing

@testable import Sites

@Suite struct TopicTests {
  @Test func `has the 22 groups of the scheme`() {
    #expect(TopicGroup.all.count == 22)
    #expect(Set(TopicGroup.all.map(\.name)).count == 22)
    #expect(TopicGroup.all.first?.name == "国务院组织机构" && TopicGroup.all.last?.name == "其他")
  }

  @Test(arguments: [
    (["综合政务", "政务公开"], ["综合政务", "综合政务 / 政务公开"]), (["综合政务\\政务公开"], ["综合政务", "综合政务 / 政务公开"]),
    (["综合政务-文秘工作"], ["综合政务", "综合政务 / 文秘工作"]), (["财政金融审计"], ["财政、金融、审计"]),
    (["民政、乡村振兴、救灾"], ["民政、扶贫、救灾"]), (["02 综合政务"], ["综合政务"]),
    (["住房和城乡建设、生态环境/住房保障"], ["城乡建设、环境保护", "城乡建设、环境保护 / 住房保障"]),
    (["民航"], ["工业、交通", "工业、交通 / 民航"]), (["机构职能"], ["机构职能"]), ([], []),
  ])
  func `tells a group however it is written`(field: [String], values: [String]) {
    #expect(TopicGroup.values(of: field) == values)
  }

  @Test func `no name means two groups`() {
    for group in TopicGroup.all {
      for name in [group.name] + group.aliases {
        #expect(TopicGroup.group(named: name)?.name == group.name, "\(name)")
      }
    }
  }

  @Test func `the page of topics has the groups in the order of the scheme, other words last`() {
    var site = SiteFixture()
    for (at, topic) in [["民政、扶贫、救灾"], ["综合政务", "政务公开"], ["别的主题"]].enumerated() {
      site.notices.append(
        .sample("n\(at).txt") { $0.classifications = [NamedValues(name: "主题分类", values: topic)] })
    }
    let built = site.built
    let page = built["topic/index.html"]
    let order = [">综合政务</a>", ">政务公开</a>", ">民政、扶贫、救灾</a>", ">别的主题</a>"].map {
      page.firstRange(of: $0)?.lowerBound
    }
    #expect(!order.contains(nil))
    #expect(order.compactMap { $0 } == order.compactMap { $0 }.sorted())
    #expect(built.plan.has("topic/综合政务-政务公开/"))
    #expect(built["d/" + built.catalog.entries[0].id + "/index.html"].contains("../../topic/"))
  }

  @Test(arguments: [("令", "命令"), ("会议纪要", "纪要"), ("复函", "函"), ("办法", "办法"), ("通知", "通知")])
  func `lists a genre under one name`(kind: String, name: String) {
    #expect(GenreName.canonical(kind) == name)
  }
}
