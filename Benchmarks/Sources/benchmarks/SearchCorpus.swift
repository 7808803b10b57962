import Diagnostics
import Foundation
import Notices
import Search

/// Documents to index: a folder of texts, read by the reader, or lines of JSON that a script made.
enum SearchCorpus {
  private struct Line: Decodable {
    struct Clause: Decodable {
      var anchor: String
      var text: String
    }
    var id: String
    var title: String
    var clauses: [Clause]
  }

  /// Hands the documents of `path` to `body`, 256 at a time, in an order that does not depend on the disk.
  static func slices(of path: String, _ body: ([SearchDocument]) throws -> Void) throws {
    let corpus = try open(path)
    for start in stride(from: 0, to: corpus.count, by: 256) {
      try body(try (start..<min(start + 256, corpus.count)).map(corpus.document))
    }
  }

  /// The documents that the index's code of characters is made from.
  static func sample(of path: String) throws -> [SearchDocument] {
    let corpus = try open(path)
    return try TextCode.sample(of: corpus.count).map(corpus.document)
  }

  private static func open(_ path: String) throws -> (count: Int, document: (Int) throws -> SearchDocument) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
      let lines = try Data(contentsOf: URL(fileURLWithPath: path)).split(separator: 0x0A)
      return (lines.count, { try document(line: Data(lines[$0])) })
    }
    let names = try FileManager.default.subpathsOfDirectory(atPath: path).filter {
      ["txt", "md", "html"].contains(($0 as NSString).pathExtension)
    }.sorted()
    return (names.count, { document(path, names[$0], $0) })
  }

  private static func document(line: Data) throws -> SearchDocument {
    let it = try JSONDecoder().decode(Line.self, from: line)
    return SearchDocument(
      id: it.id, source: it.id, url: "d/\(it.id)/", title: it.title,
      clauses: it.clauses.map { SearchClause(anchor: $0.anchor, text: $0.text) })
  }

  private static func document(_ folder: String, _ name: String, _ number: Int) -> SearchDocument {
    let bytes = FileManager.default.contents(atPath: folder + "/" + name).map { [UInt8]($0) } ?? []
    let notice = NoticeReader().read(SourceFile(path: "content/" + name, bytes: bytes))
    let title = notice.title ?? name
    return SearchDocument(
      id: "n\(number)", source: name, url: "d/n\(number)/", title: title,
      documentNumber: notice.documentNumber?.text,
      numbers: notice.documentNumber.map { [$0.text] } ?? [],
      clauses: notice.clauses.map {
        SearchClause(anchor: $0.anchor, path: $0.path, text: $0.text, continues: $0.continues)
      })
  }
}
