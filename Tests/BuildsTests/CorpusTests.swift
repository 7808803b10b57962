import TestSupport
import Testing

@testable import Builds

/// Real documents, when `GONGKAI_CORPUS` names a folder of them; none of their text is kept in the repository.
@Suite(.enabled(if: Repository.corpus != nil, "set GONGKAI_CORPUS to the folder of a corpus"))
struct CorpusTests {
  @Test(.timeLimit(.minutes(10)))
  func `every document of the corpus becomes part of one site`() throws {
    let corpus = try #require(Repository.corpus)
    let site = try Site("-- content/site.yml --\n网站名称: 测试\n")
    let disk = Disk()
    var documents = 0
    for folder in ["notices", "laws"] {
      for file in try FolderScan.files(in: corpus + "/" + folder, shownAs: folder, disk: disk).value {
        let bytes = try disk.read(file.location)
        try site.write("content/" + file.path, bytes)
        if ContentScan.documentExtensions.contains(file.fileExtension) { documents += 1 }
      }
    }
    #expect(documents > 1000)
    let outcome = try Program.run(
      ["build", "--at", "2026-01-01", "--quiet", "--format", "json"], in: site.folder.path)
    #expect(outcome.status < 2, "\(outcome.errors)")
    let output = try site.output()
    let pages = output.keys.filter { $0.hasPrefix("d/") && $0.hasSuffix("/index.html") }
    // Some collections mark folders with files that hold no text: those are reported, not published.
    let empty = outcome.output.split(separator: "\n").count { $0.contains("\"id\": \"file-empty\"") }
    #expect(pages.count + empty == documents)
    let faults = outcome.output.split(separator: "\n").filter {
      $0.contains("\"id\": \"page-link-broken\"") || $0.contains("\"id\": \"page-anchor-broken\"")
    }
    #expect(faults.isEmpty, "links inside the site lead somewhere: \(faults.count)")
    for query in ["人民政府", "第一条", "责任"] {
      let found = try Program.run(
        ["search", query, "--format", "json", "--limit", "1"], in: site.folder.path)
      #expect(found.status == 0)
      #expect(!found.output.contains("\"total\": 0,"), "\(query)")
    }
  }
}
