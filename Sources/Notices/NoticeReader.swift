import Bytes
import Diagnostics

/// Bytes → `Notice`. Reading never fails: what is not understood stays as text, what is removed is listed in
/// `furniture`, what is uncertain is a diagnostic.
public struct NoticeReader: Sendable {
  public init() {}

  /// Reads one file; linear in its size. The format follows the file name: `.md`/`.markdown` is Markdown,
  /// `.html`/`.htm` is HTML, anything else is plain text.
  public func read(_ file: SourceFile) -> Notice { trace(file, tracing: false).notice }

  /// Reads one file and tells which field each stretch of it went to.
  package func trace(_ file: SourceFile, tracing: Bool = true) -> (notice: Notice, text: [UInt8], trace: ReadingTrace) {
    let decoded = TextDecoder.decode(file.bytes, path: file.path)
    var notice = Notice(
      source: NoticeSource(
        path: file.path, format: .text, encoding: decoded.encoding,
        sha256: SHA256.hex(file.bytes), bytes: file.bytes.count))
    notice.diagnostics = decoded.diagnostics
    let trace = TextReader.read(decoded.text, into: &notice, tracing: tracing)
    Extraction.fill(&notice)
    return (notice, decoded.text, trace)
  }
}
