import Testing

@testable import Notices

/// Traps 10 to 17, 40, 41, 43 to 45, 50, 55 and 56: the parts of a document and what is only its page.
@Suite struct `Traps of the anatomy` {
  @Test func `trap 10: a title broken over lines, its kind spaced`() {
    let notice = notice(
      "示例县人民政府关于印发《示例县教育规划\n(2016—2020年)》的 通  知\n\n各镇人民政府：\n\n现印发给你们。\n\n示例县人民政府\n2017年7月7日\n")
    #expect(notice.title == "示例县人民政府关于印发《示例县教育规划(2016—2020年)》的通知")
    #expect(notice.kind == "通知")
  }

  @Test func `trap 11: spaces inside headings`() {
    let notice = notice("示例县防火办法\n\n第一章  总    则\n\n第一条　为了防火，制定本办法。\n\n第二章　附  则\n\n第二条　本办法自2018年1月1日起施行。\n")
    let chapters = notice.sections.filter { $0.family == .chapter }.map { $0.heading?.string }
    #expect(chapters == ["总则", "附则"])
  }

  @Test func `trap 12: the article's number glued to its text`() {
    let notice = notice("示例县防火办法\n\n第一条为加强防火工作，制定本办法。\n第二条 本办法适用于本县。\n第三条本办法自发布之日起施行。\n")
    #expect(notice.sections.map(\.number) == ["第一条", "第二条", "第三条"])
    #expect(notice.bodyText.contains("为加强防火工作"))
  }

  @Test func `trap 13: everything in one paragraph`() {
    let notice = notice(
      "示例市人民政府关于印发示例市储备粮管理办法的通知\n各县人民政府：现将《示例市储备粮管理办法》印发给你们，请认真贯彻落实。示例市人民政府2023年9月5日（此件公开发布）示例市储备粮管理办法第一章 总则第一条 为了加强管理，制定本办法。第二条 本办法适用于本市。\n"
    )
    #expect(notice.dates.issued?.iso == "2023-09-05")
    #expect(notice.parts.contains { $0.title == "示例市储备粮管理办法" })
    #expect(notice.sections.filter { $0.family == .article }.count == 2)
    #expect(notice.parts.flatMap(\.notes).contains { $0.contains("此件公开发布") })
  }

  @Test func `trap 14: no addressee`() {
    let notice = notice("示例县人民政府关于禁放烟花的通告\n\n为了安全，现通告如下：\n\n一、全县禁放烟花。\n二、违者依法处理。\n\n示例县人民政府\n2018年1月12日\n")
    #expect(notice.parts.first?.addressee == nil)
    #expect(notice.kind == "通告")
    #expect(notice.bodyText.contains("现通告如下"))
  }

  @Test func `trap 15: an addressee longer than a hundred characters`() {
    let many = (1...30).map { "示例第\($0)局" }.joined(separator: "、")
    let notice = notice(
      "示例省人民政府关于防火的通知\n\n各市、县、区人民政府，省人民政府各工作部门、各直属机构，\(many):\n\n为了防火，现通知如下。\n\n示例省人民政府\n2017年7月7日\n")
    #expect(notice.parts.first?.addressee?.hasSuffix("示例第30局") == true)
    #expect(notice.parts.first?.addressee?.hasPrefix("各市、县、区人民政府") == true)
  }

  @Test func `trap 16: indentation of any kind and depth means nothing`() {
    let notice = notice(
      "示例县工作方案\n\n\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}一、总体要求\n\t\u{3000}（一）指导思想\n坚持防火。\n（二）目标\n保证安全。\n\u{3000}\u{3000}\u{3000}\u{3000}二、任务\n完成任务。\n"
    )
    #expect(notice.sections.map(\.level) == [1, 2, 2, 1])
    #expect(notice.outline == ["一、总体要求", "（一）指导思想", "（二）目标", "二、任务"])
  }

  @Test func `trap 17: half-width punctuation everywhere`() {
    let notice = notice(
      "示例县人民政府关于防火的通知\n示府[2017]10号\n\n各镇人民政府:\n\n一、总体要求\n(一)指导思想.坚持防火,保证安全.(责任单位:县林业局,县公安局)\n\n示例县人民政府\n2017年7月7日\n"
    )
    #expect(notice.parts.first?.addressee == "各镇人民政府")
    #expect(notice.sections.map(\.family) == [.han, .hanParenthesised])
    #expect(notice.duties.first?.organs.map(\.name) == ["县林业局", "县公安局"])
  }

  @Test func `trap 40: a picture where words should be`() {
    let notice = notice(
      "示例省人民政府令\n令.GIF\n第15号\n\n《示例省防火办法》已经通过，现予公布，自2011年3月1日起施行。\n\n省长\n省长签名.GIF\n二○一○年十二月二十五日\n")
    let whole =
      notice.bodyText + notice.furniture.map(\.text).joined()
      + (notice.parts.first?.signature?.signers.joined() ?? "")
      + notice.parts.flatMap(\.notes).joined()
    #expect(whole.contains("省长签名.GIF"))
    #expect(notice.title?.contains("GIF") != true)
    #expect(notice.dates.effective?.iso == "2011-03-01")
  }

  @Test(arguments: [
    "【字体: 】【关闭窗口", "【打印】 【字体:", "【字体：大 中 小】", "【字体：小中大】", "字号:〖大 中 小〗", "字体大小：[大中小]", "【我要打印】", "扫一扫在手机打开当前页",
    "上一篇：", "浏览次数：-",
    "视力保护色:",
  ])
  func `trap 41: page controls with broken brackets are furniture`(_ control: String) {
    let notice = notice("示例县人民政府关于防火的通知\n\n\(control)\n\n各镇人民政府：\n\n请执行。\n\n示例县人民政府\n2017年7月7日\n")
    #expect(notice.furniture.contains { $0.text.contains(control) })
    #expect(!notice.bodyText.contains(control))
  }

  @Test func `trap 41: a bracketed heading is content`() {
    let notice = notice("示例县法院典型案例通报\n\n【基本案情】\n某公司未依法处理污水。\n\n【典型意义】\n警示企业守法。\n")
    #expect(notice.bodyText.contains("【基本案情】"))
    #expect(notice.bodyText.contains("【典型意义】"))
  }

  @Test func `trap 43: a block of related links at the end`() {
    let notice = notice(
      "示例县人民政府关于防火的通知\n\n各镇人民政府：\n\n请认真执行。\n\n示例县人民政府\n2017年7月7日\n\n相关链接：\n示例县森林防火条例解读\n示例县防火十问\n")
    #expect(!notice.bodyText.contains("示例县防火十问"))
    #expect(notice.furniture.contains { $0.text.contains("示例县防火十问") })
    #expect(notice.bodyText.contains("请认真执行"))
  }

  @Test func `trap 44: a line 来源 may be the provenance`() {
    let notice = notice("示例县人民政府关于防火的通知\n\n各镇人民政府：\n\n请执行。\n\n示例县人民政府\n2017年7月7日\n\n来源:转载于示例县人民政府公开发文资料\n")
    #expect(notice.provenance == "转载于示例县人民政府公开发文资料")
  }

  @Test func `trap 45: counters and hashes of the footer are furniture`() {
    let notice = notice(
      "示例县人民政府关于防火的通知\n\n各镇人民政府：\n\n请认真执行。\n\n示例县人民政府\n2017年7月7日\n\n粤公网安备 11040102700145号 粤ICP备05070218号\n网站标识码bm01000001\n"
    )
    #expect(!notice.bodyText.contains("11040102700145"))
    #expect(!notice.bodyText.contains("bm01000001"))
  }

  @Test func `trap 50: script text in the paste`() {
    let notice = notice(
      "示例县人民政府关于防火的通知\n\n\"; document.write(str); document.close(); }\n\n各镇人民政府：\n\n请认真执行。\n\n示例县人民政府\n2017年7月7日\n"
    )
    #expect(!notice.bodyText.contains("document.write"))
    #expect(notice.furniture.contains { $0.text.contains("document.write") })
  }

  @Test(arguments: [true, false])
  func `trap 55: a note before or after the signature is no body text`(_ before: Bool) {
    let signature = "示例县人民政府\n2017年7月7日\n"
    let note = "（此件公开发布）\n"
    let notice = notice(
      "示例县人民政府关于防火的通知\n\n各镇人民政府：\n\n请认真执行。\n\n" + (before ? note + signature : signature + note))
    #expect(notice.parts.flatMap(\.notes).contains { $0.contains("此件公开发布") })
    #expect(!notice.bodyText.contains("此件公开发布"))
    #expect(notice.dates.issued?.iso == "2017-07-07")
  }

  @Test func `trap 56: an interpretation pasted behind the document`() {
    let notice = notice(
      "示例县人民政府关于印发示例县防火办法的通知\n\n各镇人民政府：\n\n现印发给你们。\n\n示例县人民政府\n2017年7月7日\n\n《示例县防火办法》政策解读\n\n一、起草背景\n为了防火。\n\n二、主要内容\n共有三条。\n"
    )
    #expect(notice.parts.contains { $0.role == .interpretation || $0.title?.contains("解读") == true })
    #expect(notice.title == "示例县人民政府关于印发示例县防火办法的通知")
  }
}
