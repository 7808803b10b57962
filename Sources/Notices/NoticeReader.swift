import Bytes
import Diagnostics

/// Bytes → `Notice`. Reading never fails: what is not understood stays as text, what is removed is listed in
/// `furniture`, what is uncertain is a diagnostic.
public struct NoticeReader: Sendable {
  public init() {}

  /// Reads one file; linear in its size. The format follows the file name: `.md`/`.markdown` is Markdown,
  /// `.html`/`.htm` is HTML, anything else is plain text.
  public func read(_ file: SourceFile) -> Notice { trace(file, tracing: false).notice }

  /// Reads one file and tells which field each stretch of it went to. Front matter is not part of the text.
  package func trace(_ file: SourceFile, tracing: Bool = true) -> (
    notice: Notice, text: [UInt8], trace: ReadingTrace
  ) {
    let decoded = TextDecoder.decode(file.bytes, path: file.path)
    var notice = Notice(
      source: NoticeSource(
        path: file.path, format: Self.format(of: file.path), encoding: decoded.encoding,
        sha256: SHA256.hex(file.bytes), bytes: file.bytes.count))
    notice.diagnostics = decoded.diagnostics
    guard decoded.isText else { return (notice, [], ReadingTrace(isEnabled: tracing)) }
    let (frontMatter, text, marks) = splitFrontMatter(decoded, of: &notice)
    let trace = readBody(text, marks, into: &notice, tracing: tracing)
    if notice.source.format != .html {
      notice.language = LanguageDetector.language(of: text) ?? notice.language
    }
    frontMatter.apply(to: &notice)
    Extraction.fill(&notice)
    frontMatter.askAboutDate(&notice)
    return (notice, text, trace)
  }

  private static func format(of path: String) -> NoticeSource.Format {
    let name = path.lowercased()
    if name.hasSuffix(".md") || name.hasSuffix(".markdown") { return .markdown }
    return name.hasSuffix(".html") || name.hasSuffix(".htm") ? .html : .text
  }

  private func readBody(_ text: [UInt8], _ marks: TextMarks?, into notice: inout Notice, tracing: Bool)
    -> ReadingTrace
  {
    let reading: MarkdownReader.Reading
    switch notice.source.format {
    case .text: return TextReader.read(text, marks, into: &notice, tracing: tracing)
    case .markdown: reading = MarkdownReader.read(text, marks, path: notice.source.path)
    case .html: reading = HTMLReader.read(text, path: notice.source.path)
    }
    notice.furniture += reading.furniture
    notice.diagnostics += reading.diagnostics
    var flow = reading.flow
    if notice.source.format == .html {
      // What the page shows, not its markup.
      let shown = Array(flow.buffer[flow.sourceEnd...].prefix(16_384))
      notice.language = LanguageDetector.language(of: shown) ?? notice.language
    }
    FlowRepair.unglue(&flow)
    return TextReader.read(flow, into: &notice, tracing: tracing)
  }

  /// Takes the front matter off; its lines stay as empty lines, so that places are those of the file.
  private func splitFrontMatter(_ decoded: Decoded, of notice: inout Notice) -> (
    FrontMatter, text: [UInt8], marks: TextMarks?
  ) {
    let split = FrontMatterSplit(decoded.text, path: notice.source.path)
    notice.diagnostics += split.diagnostics
    guard let yaml = split.yaml else { return (FrontMatter(), decoded.text, decoded.marks) }
    let read = FrontMatter.read(yaml, path: notice.source.path)
    notice.diagnostics += read.diagnostics
    if read.diagnostics.contains(where: { $0.kind == .frontMatterNotMapping }) {
      return (FrontMatter(), decoded.text, decoded.marks)
    }
    if read.value[.withdrawn] == nil, split.body.allSatisfy({ $0 == 0x0A || $0 == 0x20 || $0 == 0x09 }) {
      notice.diagnostics.append(Diagnostic(.fileEmpty, file: notice.source.path))
    }
    return (read.value, split.body, nil)
  }
}
