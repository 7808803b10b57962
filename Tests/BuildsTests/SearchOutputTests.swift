import Search
import TestSupport
import Testing

@testable import Builds

/// What the site's settings of search do to the site that is built.
@Suite struct SearchOutputTests {
  private func site() throws -> Site {
    let site = try Site()
    for number in 1...12 {
      let clauses = (1...200).map { "第\($0)条 　第\(number)号文件的第\($0)项规定，由有关部门负责落实，并报县人民政府备案。" }
      try site.write(
        "content/\(number).txt", "关于第\(number)项工作的通知\n\n" + clauses.joined(separator: "\n") + "\n")
    }
    try site.write("content/insurance.txt", "关于社会保险经办的通知\n\n社会保险经办机构应当一次告知所需材料。\n")
    return site
  }

  private func engine(_ site: Site) throws -> SearchEngine {
    try SearchEngine(source: FolderIndex(folder: site.folder / "site", disk: Disk()))
  }

  private func files(_ site: Site) throws -> [String] {
    try site.output().keys.filter { $0.hasPrefix("search/") && !$0.hasSuffix(".html") }
  }

  @Test func `a synonym of the content folder finds the document, also on the command line`() async throws {
    let site = try site()
    #expect(await site.build().status == .built)
    #expect(try engine(site).search("社保经办").partial || engine(site).search("社保经办").total == 0)

    try site.write("content/synonyms.txt", "社保 = 社会保险\n")
    #expect(await site.build().status == .built)
    let results = try engine(site).search("社保经办")
    #expect(!results.partial && results.hits.map(\.source) == ["insurance.txt"])
    #expect(results.hits.first?.snippet.contains { $0.marked && $0.text == "社会保险经办" } == true)
    // The engine in the browser reads the same file, and is held to the same answers.
    #expect(try site.page("search/root.json").contains(#"[["社保","社会保险"]]"#))

    let outcome = try Program.run(["search", "社保经办", "--site", "site"], in: site.folder.path)
    #expect(outcome.status == 0 && outcome.output.contains("【社会保险经办】"), "\(outcome.errors)")
  }

  @Test func `a limit of files is kept, and everything is found as before`() async throws {
    let site = try site()
    await site.build()
    let free = try files(site).count
    let before = try engine(site).search("第7号文件的第42项规定", limit: 40).hits.map(\.source)
    #expect(before == ["7.txt"])

    let most = 25
    #expect(free > most)
    try site.write("content/site.yml", "搜索:\n  文件数上限: \(most)\n")
    let result = await site.build()
    #expect(result.status != .nothingPublished, "\(result.diagnostics)")
    #expect(try files(site).count <= most)
    #expect(try engine(site).search("第7号文件的第42项规定", limit: 40).hits.map(\.source) == before)
  }
}
