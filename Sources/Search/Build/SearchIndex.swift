import Bytes

/// Merges shards into the files of an index.
public enum SearchIndex {
  static let format = "gongkai/search/6"

  /// Where the files of a segment go until it is complete and has a name.
  public static let unnamed = "search/new"

  /// The files of the index over all documents of `shards`, which are in catalogue order. The same documents and options
  /// give the same bytes, however they are cut into shards.
  ///
  /// Everything but `search/root.json` lies under a name made of its content and never changes.
  public static func files(shards: [IndexShard], options: SearchOptions = SearchOptions()) throws
    -> [IndexFile]
  {
    var files: [IndexFile] = []
    try write(shards: shards, options: options) {
      files.append($0)
    } rename: { old, new in
      for i in files.indices where files[i].path.hasPrefix(old + "/") {
        files[i].path = new + files[i].path.dropFirst(old.count)
      }
    }
    return files
  }

  /// Hands the files of the index to `emit` one after another, `search/root.json` last. Those of the segment come below
  /// `unnamed`; once all of them were emitted, `rename` is told to give that folder its name.
  public static func write(
    shards: [IndexShard], options: SearchOptions = SearchOptions(), emit: (IndexFile) throws -> Void,
    rename: (_ old: String, _ new: String) throws -> Void
  ) throws {
    let segment = try withoutActuallyEscaping(emit) { emit in
      try Segment(shards: shards, options: options) { path, bytes in
        try emit(IndexFile(path: "\(unnamed)/\(path)", bytes: bytes))
      }
    }
    let name = segment.name
    var document = 0
    for entry in shards.lazy.flatMap(\.documents) {
      for file in entry.files(document: document) { try emit(file) }
      document += 1
    }
    try rename(unnamed, "search/\(name)")
    let fold = try Zlib.compress(FoldTable.standardBytes, level: 9)
    let foldName = "fold-\(SHA256.hex(fold).prefix(8)).bin"
    try emit(IndexFile(path: "search/\(foldName)", bytes: fold))
    let root = root(segment, name: name, fold: foldName, options: options)
    try emit(IndexFile(path: "search/root.json", bytes: root))
  }

  private static func root(_ segment: Segment, name: String, fold: String, options: SearchOptions) -> [UInt8]
  {
    var json = JSONWriter()
    json.object { root in
      root.member("format", format)
      root.member("fold", fold)
      root.key("segments")
      root.array { segments in
        segments.object {
          $0.member("id", name)
          $0.member("documents", segment.documents)
        }
      }
      root.member("facets", segment.facetNames)
      root.key("synonyms")
      root.array { groups in
        for group in foldedSynonyms(options.synonyms) {
          groups.array { words in for word in group { words.string(word) } }
        }
      }
    }
    json.endLine()
    return json.bytes
  }

  /// Synonyms as the engines compare them: folded, runs only, each once, groups of at least two.
  private static func foldedSynonyms(_ groups: [[String]]) -> [[String]] {
    groups.map { group in
      var words: [String] = []
      for word in group {
        let symbols = NormalText(word).symbols
        guard !symbols.isEmpty, !symbols.contains(0) else { continue }
        let folded = String(String.UnicodeScalarView(symbols.compactMap(Unicode.Scalar.init)))
        if !words.contains(folded) { words.append(folded) }
      }
      return words
    }.filter { $0.count > 1 }
  }
}
