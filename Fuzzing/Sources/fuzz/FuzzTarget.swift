/// What can be fuzzed.
enum FuzzTarget: String, CaseIterable {
  /// Bytes as a plain text file: decoding, front matter, header, anatomy, numbering, extraction.
  case text
  /// Bytes as a Markdown file.
  case markdown
  /// Bytes as an HTML file.
  case html
  /// Bytes that choose labels, separators and values of a header, so that every input is one.
  case header
  /// Bytes as one file of a search index, behind a right magic and checksum; then whole queries.
  case index
  /// Bytes as a query to a whole index.
  case query

  /// Runs one input. What must never happen traps, and the driver keeps the input.
  func run(_ bytes: [UInt8]) {
    Faults.begin(bytes)
    switch self {
    case .text: ReaderProperties.check(bytes, path: "content/a.txt", lossless: true)
    case .markdown: ReaderProperties.check(bytes, path: "content/a.md", lossless: false)
    case .html: ReaderProperties.check(bytes, path: "content/a.html", lossless: false)
    case .header: ReaderProperties.check(HeaderInput.text(bytes), path: "content/a.txt", lossless: true)
    case .index: DamagedIndex.shared.ask(bytes)
    case .query: DamagedIndex.shared.ask(query: bytes)
    }
  }

  /// Inputs that a folder of documents cannot give.
  var seeds: [[UInt8]] {
    switch self {
    case .text, .markdown, .html: []
    case .header: HeaderInput.seeds
    case .index: DamagedIndex.shared.seeds
    case .query: DamagedIndex.queries.map { Array($0.utf8) }
    }
  }
}
