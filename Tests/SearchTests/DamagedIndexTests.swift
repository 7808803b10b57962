import Testing

@testable import Search

@Suite struct DamagedIndexTests {
  private let documents = InventedDocuments.make(12, seed: 9)
  private let queries = ["网格化管理", "公共租赁住房 申请条件", "pm2", "部门:住建局 通知", "示府〔2020〕3号", "xzxk", "的", "公共租赁住房如何申请"]

  private func files() throws -> [IndexFile] {
    try SearchIndex.files(
      shards: [IndexShard(documents: documents)], options: SearchOptions(chunkBytes: 512))
  }

  /// Asks everything; a typed error is an answer, anything else is a failure of the test.
  private func ask(_ files: [IndexFile]) throws -> [SearchError] {
    var errors: [SearchError] = []
    do {
      let engine = try SearchEngine(source: MemoryIndex(files))
      for query in queries {
        do { _ = try engine.search(SearchRequest(query, facets: true)) } catch let error as SearchError {
          errors.append(error)
        }
      }
    } catch let error as SearchError { errors.append(error) }
    return errors
  }

  @Test func `a missing file is named`() throws {
    let files = try files()
    for i in files.indices where !files[i].path.contains("fold-") {
      var rest = files
      rest.remove(at: i)
      for error in try ask(rest) { #expect(error == .missing(path: files[i].path)) }
    }
    #expect(try ask([]) == [.missing(path: "search/root.json")])
  }

  @Test func `an error page with status 200 is not taken for a file of the index`() throws {
    var files = try files()
    for i in files.indices { files[i].bytes = Array("<!DOCTYPE html><title>404</title>".utf8) }
    #expect(try ask(files).count == 1)
    files = try self.files()
    for i in files.indices where !files[i].path.hasSuffix("root.json") && !files[i].path.hasSuffix("m.bin") {
      files[i].bytes = Array("<!DOCTYPE html><title>404</title>".utf8)
    }
    #expect(try ask(files).count == queries.count)
  }

  @Test func `chunks that changed places are noticed`() throws {
    var files = try files()
    let chunks = files.indices.filter { files[$0].path.contains("/c/") }
    #expect(chunks.count > 4)
    for (a, b) in zip(chunks, chunks.dropFirst()) where a % 2 == 0 {
      (files[a].bytes, files[b].bytes) = (files[b].bytes, files[a].bytes)
    }
    #expect(!(try ask(files).isEmpty))
  }

  @Test func `text blocks that changed places are noticed`() throws {
    var files = try files()
    let blocks = files.indices.filter { files[$0].path.contains("/t/") }
    let bytes = blocks.map { files[$0].bytes }
    for (i, at) in blocks.enumerated() { files[at].bytes = bytes[(i + 1) % blocks.count] }
    #expect(!(try ask(files).isEmpty))
  }

  @Test func `files that are cut short give errors`() throws {
    let files = try files()
    var random = Random(10)
    for _ in 0..<24 {
      var cut = files
      let i = random.next(files.count)
      cut[i].bytes.removeLast(1 + random.next(cut[i].bytes.count))
      for error in try ask(cut) {
        guard case .damaged(let path, _) = error else {
          if case .unsupported = error { continue }
          Issue.record("\(error)")
          continue
        }
        #expect(path == files[i].path)
      }
    }
  }

  /// Changed bits behind a right checksum: what a hostile or mistaken writer could make. Nothing may trap or hang.
  @Test func `changed bytes never crash the decoder`() throws {
    let files = try files()
    var random = Random(12)
    for _ in 0..<40 {
      var changed = files
      let i = random.next(files.count)
      for _ in 0..<(1 + random.next(4)) where !changed[i].bytes.isEmpty {
        changed[i].bytes[random.next(changed[i].bytes.count)] = UInt8(random.next(256))
      }
      if changed[i].path.contains("/c/") {
        let end = changed[i].bytes.count - 4
        let sum = Zlib.crc32(changed[i].bytes[..<end])
        for k in 0..<4 { changed[i].bytes[end + k] = UInt8(truncatingIfNeeded: sum >> UInt32(8 * k)) }
      }
      _ = try ask(changed)
    }
  }

  @Test func `changed manifests and lists behind right checksums never crash the decoder`() throws {
    let files = try files()
    guard let i = files.firstIndex(where: { $0.path.hasSuffix("/m.bin") }) else { return }
    let plain = try #require(Zlib.decompress(files[i].bytes, limit: 1 << 20))
    var random = Random(13)
    for _ in 0..<40 {
      var bytes = plain
      for _ in 0..<(1 + random.next(3)) { bytes[random.next(bytes.count)] = UInt8(random.next(256)) }
      var changed = files
      changed[i].bytes = try Zlib.compress(bytes)
      _ = try ask(changed)
    }
  }

  @Test func `hostile queries get an answer`() throws {
    let engine = try SearchEngine(source: MemoryIndex(files()))
    let long = String(repeating: "公开", count: 5000)
    for query in [
      long, String(repeating: "a", count: 10_000), String(repeating: "网格化管理 ", count: 2000),
      String(repeating: "\"", count: 9999),
      String(repeating: "-", count: 9999), "。，、；", "\u{0}\u{1}\u{7F}", "<script>alert(1)</script>",
      "../../etc/passwd", ".*+?^${}()|[]\\",
      String(repeating: "年:", count: 3000), "标题:", "\u{FFFD}\u{FFFE}",
    ] {
      let results = try engine.search(query)
      #expect(results.hits.count <= 10)
      if query == long { #expect(results.truncated) }
    }
  }
}
