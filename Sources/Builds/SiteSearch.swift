import Bytes
import Diagnostics
import Glibc
import Search

/// `gongkai search`: the engine over the index of a built site.
package struct SiteSearch {
  private let results: SearchResults
  private let surroundings: Surroundings

  /// - Parameter site: the folder of the site; the project's output when absent.
  package init(
    _ query: String, site: String?, content: String?, limit: Int, in surroundings: Surroundings, disk: Disk
  ) throws {
    let folder: String
    if let site {
      folder = surroundings.absolute(site)
    } else {
      folder = try Project.locate(content: content, in: surroundings, disk: disk).output
    }
    self.surroundings = surroundings
    do {
      let engine = try SearchEngine(source: FolderIndex(folder: folder, disk: disk))
      results = try engine.search(query, limit: limit)
    } catch let error as SearchError {
      throw Refusal(error.diagnostic(in: surroundings.relative(folder)))
    }
  }

  /// One object; names and order are a public contract.
  package func json() -> [UInt8] {
    var json = JSONWriter(pretty: true)
    json.object { json in
      json.member("total", results.total)
      json.key("hits")
      json.array { json in for hit in results.hits { json.object { write(hit, &$0) } } }
      json.member("requests", results.requests)
      json.member("bytes", results.bytes)
    }
    json.endLine()
    return json.bytes
  }

  private func write(_ hit: SearchHit, _ json: inout JSONWriter) {
    json.member("id", hit.id)
    json.member("source", hit.source)
    json.member("url", hit.url)
    json.member("anchor", hit.anchor)
    json.member("title", hit.title)
    json.member("documentNumber", hit.documentNumber)
    json.member("date", hit.date)
    json.member("score", hit.score)
    json.member("snippet", hit.snippet.map(\.text).joined())
    json.member("path", hit.path)
  }

  /// For a person: title, facts, place, snippet with what was found marked.
  package func text(explained: Bool) -> [UInt8] {
    let language = surroundings.language
    var out = (results.exact ? Self.total : Self.about).text(language, [String(results.total)]) + "\n"
    if !results.missing.isEmpty {
      out += Self.missing.text(language, [results.missing.joined(separator: "、")]) + "\n"
    }
    for (index, hit) in results.hits.enumerated() {
      let facts = [hit.documentNumber, hit.organ, hit.date].compactMap { $0 }.joined(separator: "  ")
      let anchor = hit.anchor.isEmpty ? "" : "#" + hit.anchor
      out += "\n\(index + 1). " + mark(hit.markedTitle) + "\n"
      if !facts.isEmpty { out += "   " + Printable.text(facts) + "\n" }
      if !hit.path.isEmpty { out += "   " + Printable.text(hit.path.joined(separator: " › ")) + "\n" }
      out += "   " + mark(hit.snippet) + "\n"
      out += "   content/\(Printable.text(hit.source))  →  \(Printable.text(hit.url + anchor))\n"
      if explained { out += explanation(hit) }
    }
    return Array(out.utf8)
  }

  private func explanation(_ hit: SearchHit) -> String {
    let it = hit.explanation
    var out = "   = \(hit.score): tier \(it.tier), body \(it.body), title \(it.title), clause \(it.clause), "
    out += "phrase \(it.phrase)\(it.sunk ? ", sunk" : "")\n"
    for term in it.terms {
      out += "     \(Printable.text(term.text)): \(term.documents) documents, idf \(term.idf), "
      out += "impact \(term.impact)\(term.inTitle ? ", in the title" : "")\n"
    }
    return out
  }

  /// What was found in bold on a terminal, in 【】 elsewhere.
  private func mark(_ pieces: [MarkedText]) -> String {
    let (open, close) = surroundings.coloursOutput ? ("\u{1B}[1m", "\u{1B}[0m") : ("【", "】")
    return pieces.map { $0.marked ? open + Printable.text($0.text) + close : Printable.text($0.text) }
      .joined()
  }

  private static let total = LocalizedText(zh: "找到 {0} 份文件", en: "{0} documents")
  private static let about = LocalizedText(zh: "找到约 {0} 份文件", en: "about {0} documents")
  private static let missing = LocalizedText(
    zh: "没有一份文件含有全部词语；下面的文件缺少：{0}", en: "no document has all words; these lack: {0}")
}

/// The index of a built site on the disk.
struct FolderIndex: IndexSource {
  let folder: String
  let disk: Disk

  func read(_ path: String) throws -> [UInt8]? {
    guard OutputPath.isSafe(path) else { return nil }
    do { return try disk.read(folder + "/" + path) } catch let error as DiskError
      where error.code == ENOENT || error.code == ENOTDIR
    { return nil }
  }
}
