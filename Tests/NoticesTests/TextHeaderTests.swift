import Testing

@testable import Notices

@Suite("Header fields of plain text") struct TextHeaderTests {
  private func read(_ header: String) -> Notice {
    TextReading.read(
      """
      \(header)

      示例县人民政府关于加强防汛工作的通知

      各镇人民政府：
      现就防汛工作通知如下。
      一、加强值守
      示例县人民政府
      2021年5月6日
      """)
  }

  @Test func `cuts two pairs on a line at the labels, not at the colon`() {
    let notice = read("索引号: SL01-2021-0007 公开责任部门 示例镇\n公开日期 2021-05-10 关键词")
    #expect(notice.indexNumber == "SL01-2021-0007")
    #expect(notice.publisher == "示例镇")
    #expect(notice.dates.published?.iso == "2021-05-10")
    #expect(notice.keywords.isEmpty)
  }

  @Test func `takes the value from the next line and leaves empty fields empty`() {
    let notice = read("索引号:\n\n6107280000/2024-001005\n发文字号：\n示府〔2021〕5号\n主题词：\n公开形式：主动公开")
    #expect(notice.indexNumber == "6107280000/2024-001005")
    #expect(notice.documentNumber?.text == "示府〔2021〕5号")
    #expect(notice.disclosure == "主动公开")
    #expect(notice.keywords.isEmpty)
  }

  @Test func `reads labels with spaces inside`() {
    let notice = read("索 引 号：SL-1　文　　号：示府办〔2021〕8号\n发布机构：示例县人民政府办公室")
    #expect(notice.indexNumber == "SL-1")
    #expect(notice.documentNumber?.text == "示府办〔2021〕8号")
    #expect(notice.publisher == "示例县人民政府办公室")
  }

  @Test func `reads a header that was a table`() {
    let notice = read("| 索引号: | SL-2 | 公开方式: | 主动公开 |\n| 信息有效性: | 有效 | 生成日期: | 2021-05-06 |")
    #expect(notice.indexNumber == "SL-2")
    #expect(notice.disclosure == "主动公开")
    #expect(notice.declaredValidity == "有效")
  }

  @Test func `reads labels in lenticular brackets`() {
    let notice = read("【发文单位】 示例县税务局\n【发布文号】 示税函〔2021〕9号\n【是否有效】 全文有效")
    #expect(notice.documentNumber?.text == "示税函〔2021〕9号")
    #expect(notice.declaredValidity == "全文有效")
  }

  @Test func `a time of day makes an ambiguous date the day of publication`() {
    #expect(read("索引号：A1\n发文日期：2021-05-09 11:24:43").dates.published?.iso == "2021-05-09")
    let notice = read("索引号：A1\n发文日期：2021-05-04")
    #expect(notice.dates.published == nil)
    #expect(notice.extra.contains(NamedValue(name: "成文日期", value: "2021-05-04")))
  }

  @Test func `keeps several classifications and the catalogue`() {
    let notice = read("主题分类：综合政务\\政务公开　体裁分类：通知\n公开目录：规范性文件")
    #expect(
      notice.classifications == [
        NamedValues(name: "主题分类", values: ["综合政务", "政务公开"]), NamedValues(name: "体裁分类", values: ["通知"]),
      ])
    #expect(notice.catalog == ["规范性文件"])
  }

  @Test func `a list of times in the text is no header`() {
    let notice = TextReading.read(
      "示例县人民政府关于召开会议的通知\n各镇人民政府：\n现将会议事项通知如下。\n时间：2021年5月6日\n地点：县政府会议室\n示例县人民政府\n2021年5月1日")
    #expect(notice.dates.published == nil)
    #expect(notice.parts.first?.body.count == 3)
  }

  @Test func `a statement of source at the end is provenance, not text`() {
    let notice = TextReading.read(
      "示例县人民政府公告\n现将有关事项公告如下。\n示例县人民政府\n2021年5月1日\n来源：示例县人民政府办公室")
    #expect(notice.provenance == "示例县人民政府办公室")
  }

  @Test func `two numbers are both kept`() {
    let notice = read("文号：示府〔2021〕5号\n统一编号：SLGS—2021—9")
    #expect(notice.documentNumber?.text == "示府〔2021〕5号")
    #expect(notice.extra.contains(NamedValue(name: "统一编号", value: "SLGS—2021—9")))
  }
}
