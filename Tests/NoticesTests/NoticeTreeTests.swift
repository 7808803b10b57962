import Diagnostics
import Testing

@testable import Notices

@Suite("The outline of inspect") struct NoticeTreeTests {
  private let text = """
    政府信息公开系统
    索引号: SL-1 公开责任部门 示例镇
    公开日期 2021-09-28 关键词
    示例县人民政府关于做好防汛工作的通知
    各镇人民政府：
    现通知如下：
    一、加强巡查。各镇要每日巡查。（责任单位：县水务局，各镇人民政府）
    三、落实值守。到2021年10月底前完成。（责任单位：县水务局）
    示例县人民政府
    2021年7月7日
    【打印】【关闭窗口】
    """

  private func tree(
    _ language: MessageLanguage = .chinese, width: Int = 100, coloured: Bool = false
  ) -> [String] {
    NoticeTree(TextReading.read(text), language: language, width: width, coloured: coloured).text
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test func `the first lines say what was understood, what was left out and what is in doubt`() {
    let lines = tree()
    #expect(lines[0] == "示例县人民政府关于做好防汛工作的通知")
    #expect(lines[1].hasPrefix("  看懂了  1 个部分 · 一、×2"))
    #expect(lines[1].contains("责任分工 2"))
    #expect(lines[2].hasPrefix("  剔除了  2 处："))
    #expect(lines[2].contains("网站栏目") && lines[2].contains("页面按钮"))
    #expect(lines[3] == "  拿不准  警告 1")
    #expect(tree(.english)[1].hasPrefix("  understood  1 parts"))
  }

  @Test func `a line in doubt is marked where it stands`() {
    #expect(tree().contains { $0.contains("三、落实值守") && $0.contains("拿不准 · 责任分工") })
  }

  @Test func `names stand in a column and values under each other, in full-width columns`() {
    let lines = tree()
    let starts = [("文种", "通知"), ("发文机关", "示例县人民政府"), ("成文日期", "2021-07-07")].map { name, value in
      let line = lines.first { $0.contains(name) && $0.contains(value) } ?? ""
      return line.range(of: value).map { DisplayWidth.of(line[..<$0.lowerBound]) }
    }
    #expect(starts[0] != nil)
    #expect(Set(starts).count == 1)
  }

  @Test(arguments: [40, 72, 100, 160])
  func `no line is wider than the terminal, and notes end at its edge`(_ width: Int) {
    let lines = tree(width: width)
    #expect(lines.allSatisfy { DisplayWidth.of($0) <= width })
    #expect(lines.contains { $0.hasSuffix(" 1") && DisplayWidth.of($0) == width })
  }

  @Test func `a long title is broken, not cut`() {
    let title = "示例县人民政府关于" + String(repeating: "进一步加强和改进", count: 8) + "工作的通知"
    let lines = NoticeTree(TextReading.read(title + "\n各镇：\n请办理。"), width: 60).text
      .split(separator: "\n").map(String.init)
    #expect(lines.prefix(4).joined().hasPrefix(title))
  }

  @Test func `colours are written only when asked for`() {
    #expect(!tree().joined().contains("\u{1B}"))
    #expect(tree(coloured: true).joined().contains("\u{1B}[33m"))
  }

  @Test func `control characters of a document never reach the terminal`() {
    let notice = TextReading.read("示例县关于\u{1B}[31m检查的通知\n各镇：\n请\u{7}办理\u{9B}31m。")
    let shown = NoticeTree(notice).text.unicodeScalars
    #expect(!shown.contains { ($0.value < 0x20 && $0 != "\n") || (0x7F...0x9F).contains($0.value) })
  }

  @Test func `what is not stated is said`() {
    let shown = NoticeTree(TextReading.read("一、目标\n完成任务。\n二、措施\n落实责任。")).text
    #expect(shown.contains("没有写明  文种、文号、发文机关、成文日期"))
  }
}
