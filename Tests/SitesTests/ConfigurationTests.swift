import Diagnostics
import Testing

@testable import Sites

@Suite struct ConfigurationTests {
  private func read(_ text: String) -> Diagnosed<SiteConfiguration> {
    SiteConfiguration.read(SourceFile(path: "content/site.yml", bytes: Array(text.utf8)))
  }

  private func faults(_ text: String) -> [Diagnostic] {
    read(text).diagnostics.filter { $0.id.hasPrefix("configuration-") }
  }

  @Test func `reads names, columns and the footer, in Chinese or English keys`() {
    let site = read(
      """
      网站名称: 示例县人民政府
      identifier: bm01000001
      网址: https://www.example.gov.cn/zwgk
      每页条数: 50
      栏目:
        - 政府信息公开指南
        - {名称: 年报, 列表: catalog/年报, 关键词: [年报, 报告]}
      页脚:
        主办单位: 示例县人民政府
        icp: 示ICP备1号
      """
    ).value
    #expect(site.name == "示例县人民政府")
    #expect(site.identifier == "bm01000001")
    #expect(site.base == "https://www.example.gov.cn/zwgk/")
    #expect(site.perPage == 50)
    #expect(site.columns.map(\.name) == ["政府信息公开指南", "年报"])
    #expect(site.columns[0].type == "信息公开指南")
    #expect(site.columns[1].target == .facet(name: "catalog", value: "年报"))
    #expect(site.columns[1].keywords == ["年报", "报告"])
    #expect(site.footer.sponsor == "示例县人民政府")
    #expect(site.footer.icp == "示ICP备1号")
  }

  @Test func `keeps scalars as they were typed`() {
    #expect(read("网站标识码: 0123456789").value.identifier == "0123456789")
    #expect(read("网站名称: no").value.name == "no")
    #expect(read("页脚:\n  办公时间: 12:30").value.footer.hours == "12:30")
  }

  @Test func `names the key that a mistyped one most likely means`() {
    let fault = faults("网站名程: 示例县")[0]
    #expect(fault.id == "configuration-unknown-key-near")
    #expect(fault.arguments == ["网站名程", "网站名称"])
    #expect(fault.range?.start == SourcePosition(line: 1, column: 1))
  }

  @Test func `reports a key that resembles none`() {
    #expect(faults("天气预报: 晴").map(\.id) == ["configuration-unknown-key"])
  }

  @Test func `places a value of the wrong type by line and column`() {
    let fault = faults("网站名称: 示例县\n页脚: [a]")[0]
    #expect(fault.id == "configuration-wrong-type")
    #expect(fault.range?.start.line == 2)
    #expect(fault.range?.start.column == 5)
  }

  @Test(arguments: [
    "每页条数: 4", "每页条数: 二十", "语言: fr", "层级: 省", "网址: javascript:alert(1)", "网址: https://a.cn/?q=1",
    "网址: \"https://\"", "页脚:\n  找错链接: data:text/html,x", "离线浏览: maybe",
  ])
  func `refuses a value outside what is allowed and keeps the default`(_ line: String) {
    let site = read(line)
    #expect(faults(line).map(\.id) == ["configuration-value"])
    #expect(site.value.perPage == 20)
    #expect(site.value.base == nil)
    #expect(site.value.footer.reportErrors == nil)
  }

  @Test func `reports a key that stands twice, under its name and its alias`() {
    #expect(faults("网站名称: 甲\n网站名称: 乙").map(\.id) == ["configuration-duplicate-key"])
    #expect(faults("网站名称: 甲\nname: 乙").map(\.id) == ["configuration-duplicate-key"])
  }

  @Test func `says where the YAML breaks`() {
    let fault = faults("网站名称: 示例\n栏目: [a, b")[0]
    #expect(fault.id == "configuration-syntax")
    #expect((fault.range?.start.line ?? 0) >= 2)
  }

  @Test func `refuses what could exhaust memory before it is parsed`() {
    #expect(faults(String(repeating: "[", count: 10_000)).map(\.id) == ["configuration-too-deep"])
    #expect(faults(String(repeating: "- ", count: 10_000)).map(\.id) == ["configuration-too-deep"])
    #expect(faults(String(repeating: "#", count: 5_000_000)).map(\.id) == ["configuration-too-large"])
    let invalid = SiteConfiguration.read(SourceFile(path: "content/site.yml", bytes: [0xFF, 0xFE, 0x41]))
    #expect(invalid.diagnostics.map(\.id) == ["configuration-encoding"])
  }

  @Test func `survives a bomb of aliases`() {
    var yaml = "a: &a [x, x, x, x, x, x, x, x, x]\n"
    for letter in "bcdefghi" {
      let before = Unicode.Scalar(letter.unicodeScalars.first!.value - 1)!
      yaml +=
        "\(letter): &\(letter) [" + Array(repeating: "*\(before)", count: 9).joined(separator: ", ") + "]\n"
    }
    #expect(faults(yaml).isEmpty == false)
  }

  @Test func `reports each statutory element that is missing, and says so without a file`() {
    let missing = read("网站名称: 示例县").diagnostics.filter { $0.id == "statutory-field-missing" }
    #expect(missing.map { $0.arguments[0] }.contains("网站标识码"))
    #expect(missing.map { $0.arguments[0] }.contains("网站名称") == false)
    #expect(SiteConfiguration.read(nil).diagnostics.map(\.id) == ["site-configuration-missing"])
    #expect(SiteConfiguration.read(nil).value.columns.count == 5)
  }
}
