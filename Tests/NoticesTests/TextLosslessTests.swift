import Diagnostics
import TestSupport
import Testing

@testable import Notices

@Suite("Nothing is lost") struct TextLosslessTests {
  private let text = """
    政府信息公开系统
    索引号: SL-1 公开责任部门 示例镇
    公开日期 2021-09-28 关键词
    【字体: 】【关闭窗口
    示例县人民政府关于印发《示例县方案》的通知
    各镇人民政府:
    现将《示例县方案》印发给你们。
    附件：1. 甲表
    2. 乙表
    示例县人民政府
    2021年7月7日
    （此件公开发布）
    附件1
    示例县方案
    为做好工作,制定本方案。
    一、总则
    (一)目标。到2022年建成。
    工作目标:牢固树立发展理念，切实转变职能，提高服务水平。
    来源:示例县人民政府
    """

  @Test func `every scalar of a notice with all its organs is accounted for`() {
    #expect(TextReading.losses(text) == [])
  }

  @Test func `holds for odd texts`() {
    for odd in [
      "", "\n\n", "甲", "第一条", "附件", "附件1\n附件2", "：：：", "《《《", "（（一）", "1.1.1.1.1.1", "\u{200B}\u{3000}", "文号",
      "文号：\n文号：",
    ] {
      #expect(TextReading.losses(odd) == [], "\(odd)")
    }
  }

  /// The check must see what is taken away, wherever it stood.
  @Test func `a scalar that is missing from any field is a loss`() {
    let file = SourceFile(path: "a.txt", bytes: Array(text.utf8))
    let (notice, source, trace) = NoticeReader().trace(file)
    func losses(_ change: (inout Notice) -> Void) -> Int {
      var changed = notice
      change(&changed)
      return TracedLosslessCheck(changed, source, trace).losses().count
    }
    #expect(losses { _ in } == 0)
    #expect(losses { $0.indexNumber = "SL-" } > 0)
    #expect(losses { $0.publisher = nil } > 0)
    #expect(losses { $0.dates.published = nil } > 0)
    #expect(losses { $0.provenance = "示例县" } > 0)
    #expect(losses { $0.furniture.removeLast() } > 0)
    #expect(losses { $0.attachments[1].name = "乙" } > 0)
    #expect(losses { $0.parts[0].title = "示例县人民政府关于印发《示例县方案》" } > 0)
    #expect(losses { $0.parts[0].addressee = "各镇" } > 0)
    #expect(losses { $0.parts[0].signature?.organs = [] } > 0)
    #expect(losses { $0.parts[0].signature?.dateText = "2021年7月" } > 0)
    #expect(losses { $0.parts[0].notes = [] } > 0)
    #expect(losses { $0.parts[1].label = nil } > 0)
    #expect(losses { $0.parts[1].body.removeLast() } > 0)
    #expect(losses { $0.parts[1].body.swapAt(0, 1) } > 0)
    #expect(losses { $0.parts[0].body.append(.paragraph(Paragraph(text: "多出", line: 1))) } > 0)
  }

  @Test func `a stretch that no field claims is a loss, with its place`() {
    let file = SourceFile(path: "a.txt", bytes: Array("示例县公告\n现予公告。".utf8))
    let (notice, source, _) = NoticeReader().trace(file)
    let losses = TracedLosslessCheck(notice, source, ReadingTrace(isEnabled: true)).losses()
    #expect(losses.first?.line == 1)
    #expect(losses.first?.field == nil)
  }

  @Test func `clauses hold every word of the text`() {
    let notice = TextReading.read(text)
    let all = Solid.text(notice.clauses.map(\.text).joined())
    let words = [
      "示例县人民政府关于印发", "现将《示例县方案》印发给你们", "甲表", "乙表", "此件公开发布", "为做好工作", "一、总则", "(一)目标", "到2022年建成", "牢固树立",
      "工作目标", "示例县人民政府",
    ]
    for word in words {
      let wanted = Solid.text(word)
      #expect(
        String(decoding: all, as: UTF8.self).contains(String(decoding: wanted, as: UTF8.self)), "\(word)")
    }
    #expect(notice.clauses.first?.anchor == "")
  }

  @Test func `holds for every plain text of the corpus`() throws {
    guard let corpus = Repository.corpus else {
      print("GONGKAI_CORPUS is not set: the corpus is not read")
      return
    }
    var lossy: [String] = []
    for folder in ["notices", "laws"] {
      for path in try CorpusFiles.paths(corpus + "/" + folder) where path.hasSuffix(".txt") {
        let file = SourceFile(path: path, bytes: try CorpusFiles.bytes(path))
        if !LosslessCheck.check(file).isEmpty { lossy.append(path) }
      }
    }
    #expect(lossy == [])
  }

  @Test func `holds for Markdown with containers, links, attributes and a title that links`() {
    let text = """
      ---
      title: 示例县环境保护办法
      date: 2020-01-01
      ---

      ::: details 目录

      [1](#t1)&emsp;[2](#t2)&emsp;[3](#t3)

      :::

      ## 第一章&emsp;总则{align="center"}

      <p id="t1">&emsp;&emsp;<b>第一条</b>&emsp;为了保护环境，制定本办法。</p>

      ::: info 附件

      [附表一：税目税额表](/static/附表一.pdf){target="_blank"}

      [附表二：当量值表](/static/附表二.pdf){target="_blank"}

      :::
      """
    #expect(TextReading.losses(text, path: "content/样例.md") == [])
    let notice = TextReading.read(text, path: "content/样例.md")
    #expect(notice.furniture.contains { $0.text == "{target=\"_blank\"}" })
    #expect(!notice.bodyText.contains("{"))
    let links = notice.paragraphs.flatMap(\.text.spans).filter {
      if case .link = $0.mark { true } else { false }
    }
    #expect(links.count == 2)
    #expect(
      TextReading.losses("# [示例县关于检查的通知](https://example.gov.cn/a)\n\n请检查。\n", path: "content/样例.md") == [])
  }

  @Test func `holds for a saved page whose header and text say the same words twice`() {
    let text = """
      <table><tr><td>索 引 号：</td><td>000014349/2019-00006</td><td>主题分类：</td><td>财政、金融、审计\\银行</td></tr>
      <tr><td>发文机关：</td><td>示例县人民政府</td><td>成文日期：</td><td>2019年01月02日</td></tr>
      <tr><td>标　　题：</td><td>示例县人民政府关于做好检查工作的通知</td></tr></table>
      <p>示例县人民政府关于</p><p>做好检查工作的通知</p><p>各镇人民政府：</p><p>请检查。</p>
      <p>示例县人民政府</p><p>2019年1月2日</p>
      """
    #expect(TextReading.losses(text, path: "content/样例.html") == [])
    let notice = TextReading.read(text, path: "content/样例.html")
    #expect(notice.classification("主题分类") == ["财政、金融、审计", "银行"])
  }

  @Test
  func `takes words that a tag cut up from the sentence they stand in, not from a note that repeats them`() {
    let text = """
      <p>示例部令</p><p>中華民國99年8月27日</p><p>示關字第09905906970號</p>
      <p>修正「<b>示例倉庫設立辦法</b>」第四十八條。</p>
      <p>附修正「<b>示例倉庫設立辦法</b>」第四十八條</p>
      <p>部　　長　李示例</p>
      <p><b>示例倉庫設立辦法第四十八條修正條文</b></p>
      <p>第四十八條　貨物自進儲之日起算。</p>
      """
    #expect(TextReading.losses(text, path: "content/样例.html") == [])
  }

  @Test func `sees a word that is missing from a saved page`() {
    let file = SourceFile(path: "a.html", bytes: Array("<p>示例县通知</p><p>请检查道路。</p>".utf8))
    var notice = NoticeReader().read(file)
    #expect(RenderedLosslessCheck.check(notice, file.bytes).isEmpty)
    notice.parts[0].body.removeLast()
    #expect(!RenderedLosslessCheck.check(notice, file.bytes).isEmpty)
  }
}
