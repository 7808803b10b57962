import CMark
import Diagnostics
import Notices

/// Bytes → document, in megabytes a second on one core, beside libcmark alone on the same bytes.
///
/// The two take turns, so that a machine whose speed changes is as fast for the one as for the other, and there are rounds
/// enough that some fall into its fast moments.
enum ReaderBenchmark {
  private static let rounds = 30

  static func run(_ arguments: [String]) {
    let corpus = Corpus.load()
    let bytes = corpus.documents.reduce(0) { $0 + $1.bytes.count }
    print("\(corpus.documents.count) documents, \(megabytes(bytes)) MB: \(corpus.name)")
    var notices = 0
    for (name, suffix) in [("text", ".txt"), ("Markdown", ".md"), ("HTML", ".html"), ("all", "")] {
      let documents = corpus.documents.filter { $0.path.hasSuffix(suffix) }
      let size = documents.reduce(0) { $0 + $1.bytes.count }
      guard size > 0 else { continue }
      var (reading, cmark) = (Double.infinity, Double.infinity)
      for _ in 0..<rounds {
        reading = min(reading, Stopwatch.best(of: 1) { notices += read(documents) })
        cmark = min(cmark, Stopwatch.best(of: 1) { notices += parse(documents) })
      }
      print(
        Stopwatch.padded(name, 10, left: true), Stopwatch.padded(megabytes(size), 7), "MB",
        " reader", Stopwatch.padded(rate(size, reading), 7), "MB/s",
        " libcmark alone", Stopwatch.padded(rate(size, cmark), 7), "MB/s",
        " ratio", Stopwatch.padded(Stopwatch.rounded(reading / cmark), 5))
    }
    print("peak memory \(Resources.peakMegabytes) MB")
    // Uses the results, so that none of the work can be left out.
    if notices == 0 { print("nothing was read") }
  }

  private static func read(_ documents: [Corpus.Document]) -> Int {
    let reader = NoticeReader()
    return documents.reduce(0) { $0 + reader.read(SourceFile(path: $1.path, bytes: $1.bytes)).parts.count }
  }

  private static func parse(_ documents: [Corpus.Document]) -> Int {
    var count = 0
    for document in documents {
      document.bytes.withUnsafeBytes { buffer in
        let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
        guard let node = cmark_parse_document(start, buffer.count, CMARK_OPT_DEFAULT) else { return }
        count += Int(cmark_node_get_end_line(node)) > 0 ? 1 : 0
        cmark_node_free(node)
      }
    }
    return count
  }

  private static func megabytes(_ bytes: Int) -> String { Stopwatch.rounded(Double(bytes) / 1e6, 2) }

  private static func rate(_ bytes: Int, _ seconds: Double) -> String {
    Stopwatch.rounded(Double(bytes) / 1e6 / seconds)
  }
}
