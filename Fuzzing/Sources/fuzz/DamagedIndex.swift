@testable import Search

/// A small index of which one file is replaced by the input. A wrong checksum would be all there is to see, so that what
/// guards a file (magic, place, checksum, zlib) is made right around the bytes.
final class DamagedIndex: Sendable {
  static let shared = DamagedIndex()
  static let queries = [
    "公共租赁住房", "住房 申请", "pm2", "2.5", "部门:住建 通知", "年:2020", "示府〔2020〕3号", "文号:示府", "gggl", "gonggong", "的",
    "\"申请条件\" -学校",
    "标题:办法", "公共租赁住房如何申请补贴", "covid-19", "ipv", "臺灣",
  ]

  /// The kinds of file, by the first byte of an input.
  private enum Kind: Int, CaseIterable {
    case root, manifest, chunk, block, facet, raw

    func matches(_ path: String) -> Bool {
      switch self {
      case .root: path.hasSuffix("/root.json")
      case .manifest: path.hasSuffix("/m.bin")
      case .chunk: path.contains("/c/")
      case .block: path.contains("/t/")
      case .facet: path.contains("/f/")
      case .raw: true
      }
    }
  }

  private let files: [IndexFile]
  private let byKind: [[Int]]

  private init() {
    do {
      let documents = Self.documents
      let options = SearchOptions(
        chunkBytes: 512, blockShift: 2, synonyms: [["补贴", "补助"]], textCode: Self.code)
      let shard = try IndexShard(documents: documents, options: options)
      let files = try SearchIndex.files(shards: [shard], options: options)
      self.files = files
      byKind = Kind.allCases.map { kind in files.indices.filter { kind.matches(files[$0].path) } }
    } catch { fatalError("the index of the fuzz target cannot be made: \(error)") }
  }

  /// Input: kind, which file of the kind, which queries, content.
  func ask(_ input: [UInt8]) {
    guard input.count >= 3 else { return }
    let kind = Kind.allCases[Int(input[0]) % Kind.allCases.count]
    let places = byKind[kind.rawValue]
    guard !places.isEmpty else { return }
    let place = places[Int(input[1]) % places.count]
    var damaged = files
    damaged[place].bytes = packed(Array(input[3...]), kind, files[place].bytes)
    ask(damaged, from: Int(input[2]))
  }

  func ask(query bytes: [UInt8]) {
    let query = String(decoding: bytes, as: UTF8.self)
    expectTyped {
      let results = try SearchEngine(source: MemoryIndex(files)).search(
        SearchRequest(query, limit: 5, facets: true))
      check(results, limit: 5)
      require(
        results.hits.allSatisfy { hit in Self.documents.contains { $0.id == hit.id } }, "a hit on no document"
      )
    }
  }

  /// Asks a few of the queries, so that an input takes milliseconds; the input says which.
  private func ask(_ files: [IndexFile], from first: Int) {
    expectTyped {
      let engine = try SearchEngine(source: MemoryIndex(files))
      for i in first..<first + 4 {
        let query = Self.queries[i % Self.queries.count]
        let sort: SearchSort = i.isMultiple(of: 5) ? .date : .relevance
        expectTyped {
          check(
            try engine.search(SearchRequest(query, limit: 4, sort: sort, facets: i.isMultiple(of: 4))),
            limit: 4)
        }
      }
    }
  }

  private func check(_ results: SearchResults, limit: Int) {
    require(results.hits.count <= limit, "more hits than asked for")
    require(results.total >= results.hits.count || results.partial, "fewer matches than hits")
  }

  /// An error of the index is an answer, any other is a fault.
  private func expectTyped(_ body: () throws -> Void) {
    do { try body() } catch is SearchError {} catch { fatalError("not a typed error: \(error)") }
  }

  // MARK: Guards of a file

  private func packed(_ plain: [UInt8], _ kind: Kind, _ original: [UInt8]) -> [UInt8] {
    switch kind {
    case .root, .raw: return plain
    case .manifest, .facet: return deflated { try Zlib.compress(plain, level: 1) }
    case .chunk:
      let sum = Zlib.crc32(plain[...])
      return plain + (0..<4).map { UInt8(truncatingIfNeeded: sum >> UInt32(8 * $0)) }
    case .block:
      return Array(original[..<blockHead(original)])
        + deflated { try Zlib.compress(plain, after: Self.dictionary) }
    }
  }

  private func unpacked(_ bytes: [UInt8], _ kind: Kind) -> [UInt8] {
    switch kind {
    case .root, .raw: bytes
    case .manifest, .facet: Zlib.decompress(bytes, limit: 1 << 24) ?? []
    case .chunk: Array(bytes.dropLast(4))
    case .block:
      Array(
        (Zlib.decompress(Zlib.lead(Self.dictionary) + bytes[blockHead(bytes)...], limit: 1 << 24) ?? [])
          .dropFirst(Self.dictionary.count))
    }
  }

  private func blockHead(_ bytes: [UInt8]) -> Int {
    var cursor = ByteCursor(bytes)
    do {
      _ = try cursor.take(4)
      _ = try cursor.varint()
      _ = try cursor.varint()
    } catch { fatalError("a block of the fuzz target does not begin as one") }
    return cursor.at
  }

  private func deflated(_ stream: () throws -> [UInt8]) -> [UInt8] {
    do { return try stream() } catch { fatalError("zlib: \(error)") }
  }

  /// Every file of the index, as an input.
  var seeds: [[UInt8]] {
    Kind.allCases.flatMap { kind in
      byKind[kind.rawValue].enumerated().map { i, place in
        [UInt8(kind.rawValue), UInt8(truncatingIfNeeded: i), UInt8(truncatingIfNeeded: i * 4)]
          + unpacked(files[place].bytes, kind)
      }
    }
  }

  private static let code = TextCode(documents: documents)
  private static var dictionary: [UInt8] { code.dictionary }

  private static let documents: [SearchDocument] = (0..<8).map { i in
    let organ = i.isMultiple(of: 2) ? "示例县住建局" : "示例县人民政府"
    let title = i.isMultiple(of: 3) ? "关于公共租赁住房申请条件的通知" : "公共租赁住房管理办法"
    let clauses = (1..<(3 + i)).map {
      SearchClause(
        anchor: "\($0)", path: ["第\($0)章"],
        text: "第\($0)条 公共租赁住房的申请条件和补贴，PM2.5、COVID-19、IPv6，臺灣同胞，2020年\($0)月，县人民政府第\(i)次会议。",
        continues: $0.isMultiple(of: 3))
    }
    return SearchDocument(
      id: "d\(i)", source: "\(i).txt", url: "d/d\(i)/", title: title, documentNumber: "示府〔2020〕\(i)号",
      numbers: ["示府〔2020〕\(i)号"], organ: organ, date: "202\(i)-01-01",
      validity: i == 1 ? "repealed" : "effective",
      facets: [("organ", [organ]), ("year", ["202\(i)"]), ("validity", [i == 1 ? "repealed" : "effective"])],
      clauses: [SearchClause(anchor: "", text: title)] + clauses)
  }
}
