import Testing

@testable import Notices

/// Traps 1 to 9 and 51 to 54 of the domain notes: what stands around a document on its page.
@Suite struct `Traps of the header` {
  private let after = "\n示例县人民政府关于加强防火工作的通知\n\n各镇人民政府：\n\n现将有关事项通知如下。\n\n示例县人民政府\n2017年7月7日\n"

  @Test func `trap 1: two labels and values on one line`() {
    let notice = notice("索引号: SLx-04-2017-0346 公开责任部门 青石镇\n公开目录 规范性文件 文号 示府〔2017〕10号\n" + after)
    #expect(notice.indexNumber == "SLx-04-2017-0346")
    #expect(notice.publisher == "青石镇")
    #expect(notice.catalog == ["规范性文件"])
    #expect(notice.documentNumber?.text == "示府〔2017〕10号")
  }

  @Test func `trap 2: a label without colon, an empty value`() {
    let notice = notice("索引号: SLx-1 公开责任部门 青石镇\n公开日期 2017-09-28 关键词\n内容概述\n" + after)
    #expect(notice.dates.published?.iso == "2017-09-28")
    #expect(notice.keywords.isEmpty)
    #expect(notice.summary == nil)
    #expect(notice.title == "示例县人民政府关于加强防火工作的通知")
  }

  @Test func `trap 3: label and value on separate lines, some empty`() {
    let notice = notice(
      "索引号:\n\n610728/2024-001005\n\n发文字号:\n\n发布机构:\n\n示例县人民政府办公室\n\n发布日期:\n\n2024-04-06\n" + after)
    #expect(notice.indexNumber == "610728/2024-001005")
    #expect(notice.documentNumber == nil)
    #expect(notice.publisher == "示例县人民政府办公室")
    #expect(notice.dates.published?.iso == "2024-04-06")
  }

  @Test func `trap 4: a label with spaces inside`() {
    let notice = notice("索 引 号：SLx-2\n文　　号：示府〔2017〕3号\n发 布 机 构：示例县人民政府\n名  称：关于加强防火工作的通知\n" + after)
    #expect(notice.indexNumber == "SLx-2")
    #expect(notice.documentNumber?.text == "示府〔2017〕3号")
    #expect(notice.publisher == "示例县人民政府")
  }

  @Test func `trap 5: a header drawn with pipes`() {
    let notice = notice("索引号: | SLx-3 | 公开方式: | 主动公开 |\n发布机构: | 示例县教育局 | 发布日期: | 2021-03-02 |\n" + after)
    #expect(notice.indexNumber == "SLx-3")
    #expect(notice.disclosure == "主动公开")
    #expect(notice.publisher == "示例县教育局")
    #expect(notice.dates.published?.iso == "2021-03-02")
  }

  @Test(arguments: ["before", "after the title", "at the end"])
  func `trap 6: the header stands before, after or behind the text`(_ place: String) {
    let header = "索引号：SLx-4\n发布日期：2017-07-09\n发文字号：示府〔2017〕11号\n"
    let title = "示例县人民政府关于加强防火工作的通知\n"
    let rest = "\n各镇人民政府：\n\n现将有关事项通知如下。请认真执行。\n\n示例县人民政府\n2017年7月7日\n"
    let text =
      switch place {
      case "before": header + "\n" + title + rest
      case "after the title": title + "\n" + header + rest
      default: title + rest + "\n" + header
      }
    let notice = notice(text)
    #expect(notice.indexNumber == "SLx-4")
    #expect(notice.dates.published?.iso == "2017-07-09")
    #expect(notice.documentNumber?.text == "示府〔2017〕11号")
    #expect(notice.title == "示例县人民政府关于加强防火工作的通知")
    #expect(!notice.bodyText.contains("SLx-4"))
  }

  @Test func `trap 7: the title of the page is another than the document's`() {
    let notice = notice(
      "【已失效】关于加强示例县防火工作的通知\n\n示例县人民政府关于加强防火工作的通知\n示府〔2017〕10号\n\n各镇人民政府：\n\n请执行。\n\n示例县人民政府\n2017年7月7日\n")
    #expect(notice.title == "示例县人民政府关于加强防火工作的通知")
    #expect(!(notice.title ?? "").contains("失效"))
    #expect(notice.altTitles.contains { $0.contains("关于加强示例县防火工作的通知") })
    let says = notice.declaredValidity == "已失效" || notice.effects.contains { $0.kind == .repealed }
    #expect(says)
  }

  @Test func `trap 8: the status stands in the body`() throws {
    let notice = notice("示例县防火办法\n\n（该文件已废止）\n\n第一条　为了防火，制定本办法。\n第二条　本办法适用于本县。\n")
    let effect = try #require(notice.effects.first { $0.kind == .repealed })
    #expect(effect.evidence == "（该文件已废止）")
  }

  @Test func `trap 9: how long it holds stands in front of the title`() {
    let notice = notice("(2024年2月18日起施行，有效期至2029年2月17日)示例市防火办法\n\n第一条　为了防火，制定本办法。\n第二条　本办法适用于本市。\n")
    #expect(notice.title == "示例市防火办法")
    #expect(notice.dates.effective?.iso == "2024-02-18")
    #expect(notice.dates.expires?.iso == "2029-02-17")
  }

  @Test func `trap 51: a time of day belongs to the page, not to the signing`() {
    let notice = notice("发文日期：2021-12-09 11:24:43\n" + after)
    #expect(notice.dates.issued?.iso == "2017-07-07")
    #expect(notice.dates.published?.iso == "2021-12-09")
    #expect(notice.dates.publishedTime == "11:24")
  }

  @Test func `trap 52: the same text under another index number is the same work`() {
    let one = notice("索引号：A-1\n发布机构：示例县民政局\n" + after)
    let two = notice("索引号：B-7\n发布机构：样例镇\n" + after)
    #expect(one.indexNumber != two.indexNumber)
    #expect(one.textDigest == two.textDigest)
    #expect(one.textDigest != notice("索引号：A-1\n" + after.replacing("有关事项", with: "其他事项")).textDigest)
  }

  @Test func `trap 53: two numbers of registration`() {
    let notice = notice("文号：示府〔2017〕46号\n规范性文件编号：SLGS—2017—9\n" + after)
    #expect(notice.documentNumber?.text == "示府〔2017〕46号")
    let kept =
      notice.otherNumbers.contains("SLGS—2017—9") || notice.extra.contains { $0.value == "SLGS—2017—9" }
    #expect(kept)
  }

  @Test func `trap 54: attachments that are only names of files`() {
    let notice = notice(
      "示例县人民政府关于创城工作的通知\n\n各镇人民政府：\n\n请执行。\n\n附件：1、创城工作方案.docx\n2、县各单位主要工作任务.docx\n\n示例县人民政府\n2017年7月7日\n")
    #expect(notice.attachments.map(\.name) == ["创城工作方案.docx", "县各单位主要工作任务.docx"])
  }
}
