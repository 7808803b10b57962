import Diagnostics
import Glibc
import Synchronization
import TestSupport
import Testing

@testable import Builds

/// What is wrong with a site as a whole: each fault is told with its file and, where there is one, its line, and the pages
/// stay usable.
@Suite struct BadSiteInputTests {
  private func fault(_ id: String, _ result: BuildResult) throws -> Diagnostic {
    try #require(result.diagnostics.first { $0.id == id }, "\(Set(result.diagnostics.map(\.id)).sorted())")
  }

  @Test func `a statutory field that is missing`() async throws {
    let site = try Site(smallSite)
    try site.write("content/site.yml", "网站名称: 示例县人民政府\n\n页脚:\n  主办单位: 示例县人民政府\n")
    let result = await site.build()
    let missing = result.diagnostics.filter { $0.id == "statutory-field-missing" }
    #expect(missing.count == 6)
    #expect(missing.allSatisfy { $0.file == "content/site.yml" && $0.range != nil })
    #expect(!(try site.page("index.html")).contains("ICP"))
  }

  @Test func `a column without documents is told by its line and not shown`() async throws {
    let site = try Site(smallSite)
    try site.write("content/site.yml", "网站名称: 示例县\n栏目:\n  - {名称: 空栏目, 列表: kind/没有的体裁}\n")
    let result = await site.build()
    let fault = try fault("column-empty", result)
    #expect(fault.file == "content/site.yml" && fault.range?.start.line == 3)
    #expect(!(try site.page("index.html")).contains("空栏目"))
  }

  @Test func `a theme that lacks a template publishes nothing and says which`() async throws {
    let site = try Site(smallSite)
    try site.copyDefaultTheme(as: "mine")
    try site.remove("themes/mine/templates/statistics.mustache")
    let result = await site.build { $0.theme = "mine" }
    #expect(result.status == .nothingPublished)
    let fault = try fault("template-missing", result)
    #expect(fault.arguments == ["statistics"] && fault.file == "themes/mine/theme.yml")
  }

  @Test func `an attachment that is missing or outside is told by its line and said on the page`()
    async throws
  {
    let site = try Site(smallSite)
    try site.write(
      "content/附.md",
      "---\n标题: 关于附件的通知\n附件:\n  - 没有.pdf\n  - ../../etc/passwd\n  - {名称: 表, 文件: /etc/shadow}\n---\n\n正文。\n")
    let result = await site.build()
    let missing = try fault("attachment-missing", result)
    #expect(missing.file == "content/附.md" && missing.range?.start.line == 4)
    let outside = result.diagnostics.filter { $0.id == "attachment-outside" }
    #expect(outside.map { $0.range?.start.line } == [5, 6])
    let pages = try site.output().filter { $0.key.hasPrefix("d/") && $0.key.hasSuffix("index.html") }
    // Of the two documents only this one has attachments.
    let saying = pages.values.filter { String(decoding: $0, as: UTF8.self).contains("未随文公开") }
    #expect(saying.count == 1)
    #expect(try !site.output().keys.contains { $0.contains("passwd") || $0.contains("shadow") })
  }

  @Test func `an attachment of two gigabytes is published without being held in memory`() async throws {
    let site = try Site(smallSite)
    try site.write("content/大.md", "---\nid: big\n标题: 关于大文件的通知\n附件: [数据.zip]\n---\n\n正文。\n")
    let size = 2 << 30
    let file = open(site.folder / "content/数据.zip", O_CREAT | O_WRONLY, 0o644)
    ftruncate(file, off_t(size))
    close(file)
    let reads = Atomic(0)
    var disk = Disk()
    // `read` holds a whole file; `copy` goes through it piece by piece.
    disk.fault = { operation, path in
      if operation == .read, path.hasSuffix("数据.zip") { reads.add(1, ordering: .relaxed) }
      return nil
    }
    let result = await site.build(disk: disk)
    #expect(reads.load(ordering: .relaxed) == 0)
    let fault = try fault("attachment-large", result)
    #expect(fault.file == "content/大.md" && fault.range?.start.line == 4)
    #expect(try Disk().status(site.folder / "site/d/big/数据.zip")?.size == size)
    #expect(try site.page("d/big/index.html").contains("2.1 GB"))
  }

  @Test func `a link to a clause that does not exist is told by its line`() async throws {
    let site = try Site(smallSite)
    try site.write(
      "content/链.md", "---\nid: link\n标题: 关于链接的通知\n---\n\n第一段。\n\n见[第九十九条](#99)和[别处](另.md#1.99)。\n")
    try site.write("content/另.md", "---\nid: other\n标题: 关于别处的通知\n---\n\n一段。\n")
    let result = await site.build()
    let broken = result.diagnostics.filter { $0.id == "page-anchor-broken" }
    #expect(broken.map(\.arguments) == [["d/link/index.html#99"], ["d/other/#1.99"]])
    #expect(broken.allSatisfy { $0.file == "content/链.md" && $0.range?.start.line == 8 })
    #expect(try site.page("d/link/index.html").contains("第一段。"))
  }

  @Test func `two documents with one alias: the first keeps the address`() async throws {
    let site = try Site(smallSite)
    for name in ["甲", "乙"] {
      try site.write("content/\(name).md", "---\n标题: 关于\(name)的通知\n旧地址: /old/x.html\n---\n\n正文。\n")
    }
    let result = await site.build()
    let fault = try fault("path-collision", result)
    #expect(fault.arguments.first == "old/x.html")
    #expect(result.documents == 4 && result.status == .builtWithErrors)
    #expect(try site.output()["old/x.html"] != nil)
  }

  @Test func `an image that is none shows its text alternative`() async throws {
    let site = try Site(smallSite)
    try site.write(
      "content/图.md", "---\nid: picture\n标题: 关于图片的通知\n---\n\n一段。\n\n![流程图](假.png)\n\n![真图](真.png)\n")
    try site.write("content/假.png", "<script>alert(1)</script>")
    try site.write("content/真.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13])
    let result = await site.build()
    let fault = try fault("image-invalid", result)
    #expect(fault.file == "content/图.md" && fault.range?.start.line == 8)
    let page = try site.page("d/picture/index.html")
    #expect(page.contains("流程图") && !page.contains("src=\"../../d/picture/%E5%81%87"))
    #expect(page.contains("alt=\"真图\""))
  }

  @Test func `ten thousand attachments: fifty on the page, all of them on their own pages`() async throws {
    let site = try Site(smallSite)
    try site.write("content/多.md", "---\nid: many\n标题: 关于附件很多的通知\n---\n\n正文。\n")
    for number in 1...10_000 { try site.write("content/多/表\(number).csv", "a,b\n") }
    let result = await site.build()
    #expect(result.documents == 3 && result.count(.error) == 0)
    let page = try site.page("d/many/index.html")
    #expect(page.ranges(of: ".csv\"").count == 50)
    #expect(page.contains("href=\"../../d/many/attachments/\""))
    #expect(page.utf8.count < 100_000)
    let pages = try (1...20).map {
      try site.page($0 == 1 ? "d/many/attachments/index.html" : "d/many/attachments/page/\($0)/index.html")
    }
    #expect(pages.reduce(0) { $0 + $1.ranges(of: ".csv\"").count } == 10_000)
  }

  @Test func `a title of five hundred characters`() async throws {
    let title = "关于" + String(repeating: "加强政务公开工作", count: 62) + "的通知"
    let site = try Site(smallSite)
    try site.write("content/长题.md", "---\nid: long\n标题: \(title)\n---\n\n正文。\n")
    let result = await site.build()
    #expect(result.documents == 3 && result.count(.error) == 0)
    #expect(try site.page("d/long/index.html").contains("的通知"))
    #expect(
      try site.output().keys.allSatisfy { $0.split(separator: "/").allSatisfy { $0.utf8.count <= 255 } })
  }

  @Test func `one document with five thousand clauses`() async throws {
    let site = try Site(smallSite)
    var text = "示例县公共事务管理办法\n\n"
    let digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    func han(_ number: Int) -> String {
      let (thousands, hundreds, tens, ones) = (
        number / 1000, number / 100 % 10, number / 10 % 10, number % 10
      )
      var out = ""
      if thousands > 0 { out += digits[thousands] + "千" }
      if hundreds > 0 {
        out += digits[hundreds] + "百"
      } else if thousands > 0, number % 1000 > 0 {
        out += "零"
      }
      if tens > 0 { out += digits[tens] + "十" } else if hundreds > 0, ones > 0 { out += "零" }
      return out + (ones > 0 ? digits[ones] : "")
    }
    for number in 1...5000 { text += "第\(han(number))条　各单位应当做好第\(number)项公共事务。\n" }
    try site.write("content/五千条.txt", text)
    let result = await site.build()
    #expect(result.documents == 3 && result.count(.error) == 0)
    let page = try #require(
      try site.output().first {
        $0.key.hasPrefix("d/") && $0.key.hasSuffix("/index.html") && $0.value.count > 500_000
      }.map {
        String(decoding: $0.value, as: UTF8.self)
      })
    #expect(page.contains("id=\"5000\"") && page.contains("class=\"chunk\""))
    #expect(page.utf8.count < 4_000_000)
  }
}
