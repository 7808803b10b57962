import Diagnostics
import Notices

/// What the renderers of text need of the page they write for.
struct TextContext {
  let notice: Notice
  let entry: CatalogEntry
  let catalog: Catalog
  let strings: Strings
  /// Relative path from the page to the site's root.
  let links: LinkBuilder
}

/// `RichText` → HTML. Marks nest; every offset counts Unicode scalars. Linear in text and marks.
struct InlineRenderer {
  let context: TextContext
  private(set) var diagnostics: [Diagnostic] = []

  init(_ context: TextContext) { self.context = context }

  /// Appends the text with its marks.
  mutating func render(_ text: RichText, into html: inout HTML, line: Int, insideLink: Bool = false) {
    guard !text.spans.isEmpty else {
      lines(text.string, into: &html)
      return
    }
    let offsets = Self.utf8Offsets(text.string)
    var cursor = Cursor(bytes: Array(text.string.utf8), offsets: offsets, spans: text.spans)
    run(&cursor, to: offsets.count - 1, into: &html, insideLink, line)
  }

  private struct Cursor {
    let bytes: [UInt8]
    /// Byte offset of every scalar, and of the end.
    let offsets: [Int]
    let spans: [Span]
    var next = 0
    var position = 0

    mutating func take(to end: Int) -> String {
      let limit = max(position, min(end, offsets.count - 1))
      defer { position = limit }
      return String(decoding: bytes[offsets[position]..<offsets[limit]], as: UTF8.self)
    }
  }

  private mutating func run(
    _ cursor: inout Cursor, to end: Int, into html: inout HTML, _ insideLink: Bool, _ line: Int
  ) {
    while cursor.next < cursor.spans.count {
      let span = cursor.spans[cursor.next]
      guard span.start < end else { break }
      cursor.next += 1
      guard span.start >= cursor.position, span.end >= span.start, span.end <= end else { continue }
      lines(cursor.take(to: span.start), into: &html)
      mark(span, &cursor, into: &html, insideLink, line)
    }
    lines(cursor.take(to: end), into: &html)
  }

  private mutating func mark(
    _ span: Span, _ cursor: inout Cursor, into html: inout HTML, _ insideLink: Bool, _ line: Int
  ) {
    switch span.mark {
    case .strong: wrap("<strong>", "</strong>", span, &cursor, &html, insideLink, line)
    case .emphasis: wrap("<em>", "</em>", span, &cursor, &html, insideLink, line)
    case .strikethrough: wrap("<s>", "</s>", span, &cursor, &html, insideLink, line)
    case .superscript: wrap("<sup>", "</sup>", span, &cursor, &html, insideLink, line)
    case .subscript: wrap("<sub>", "</sub>", span, &cursor, &html, insideLink, line)
    case .code: wrap("<code>", "</code>", span, &cursor, &html, insideLink, line)
    case .duty: wrap("<span class=\"duty\">", "</span>", span, &cursor, &html, insideLink, line)
    case .deadline(let duty, let index): deadline(duty, index, span, &cursor, &html, insideLink, line)
    case .citation(let index): citation(index, span, &cursor, &html, insideLink, line)
    case .link(let destination, let title):
      link(destination, title, span, &cursor, &html, insideLink, line)
    case .image(let destination, let title):
      let alternative = cursor.take(to: span.end)
      skipInner(&cursor, to: span.end)
      image(destination, alternative, title, into: &html, line)
    case .footnote(let anchor):
      guard !insideLink else { return run(&cursor, to: span.end, into: &html, insideLink, line) }
      html.markup("<sup class=\"footnote\"><a role=\"doc-noteref\"")
      html.attribute("href", context.links.fragment(anchor))
      html.markup(">")
      run(&cursor, to: span.end, into: &html, true, line)
      html.markup("</a></sup>")
    }
  }

  private mutating func wrap(
    _ open: StaticString, _ close: StaticString, _ span: Span, _ cursor: inout Cursor, _ html: inout HTML,
    _ insideLink: Bool, _ line: Int
  ) {
    html.markup(open)
    run(&cursor, to: span.end, into: &html, insideLink, line)
    html.markup(close)
  }

  private mutating func deadline(
    _ duty: Int, _ index: Int, _ span: Span, _ cursor: inout Cursor, _ html: inout HTML, _ insideLink: Bool,
    _ line: Int
  ) {
    let duties = context.notice.duties
    let deadlines = duties.indices.contains(duty) ? duties[duty].deadlines : []
    guard deadlines.indices.contains(index), let day = deadlines[index].on else {
      wrap("<span class=\"deadline\">", "</span>", span, &cursor, &html, insideLink, line)
      return
    }
    html.markup("<time")
    html.attribute("datetime", day.iso)
    html.markup(">")
    run(&cursor, to: span.end, into: &html, insideLink, line)
    html.markup("</time>")
  }

  /// A document of this site becomes a link, any other stays a marked name. A note says when it is no longer in force.
  private mutating func citation(
    _ index: Int, _ span: Span, _ cursor: inout Cursor, _ html: inout HTML, _ insideLink: Bool, _ line: Int
  ) {
    let targets = context.entry.citationTargets
    guard !insideLink, targets.indices.contains(index), let target = targets[index] else {
      wrap("<cite>", "</cite>", span, &cursor, &html, insideLink, line)
      return
    }
    let entry = context.catalog.entries[target]
    html.markup("<a class=\"cite\"")
    html.attribute("href", context.links.href(entry.address))
    html.markup(">")
    run(&cursor, to: span.end, into: &html, true, line)
    html.markup("</a>")
    if let word = StatusWords(context.strings).ended(entry.validity) {
      html.markup("<span class=\"note\">（")
      html.text(word)
      html.markup("）</span>")
    }
  }

  private mutating func link(
    _ destination: String, _ title: String?, _ span: Span, _ cursor: inout Cursor, _ html: inout HTML,
    _ insideLink: Bool, _ line: Int
  ) {
    guard !insideLink, let href = href(destination, line) else {
      return run(&cursor, to: span.end, into: &html, insideLink, line)
    }
    html.markup("<a")
    html.attribute("href", href)
    if let title, !title.isEmpty { html.attribute("title", title) }
    html.markup(">")
    run(&cursor, to: span.end, into: &html, true, line)
    html.markup("</a>")
  }

  /// The address for an `href`, or `nil` when it may not be a link.
  private mutating func href(_ destination: String, _ line: Int) -> String? {
    switch WebAddress.classify(destination) {
    case .external(let address): return address
    case .fragment(let anchor): return context.links.fragment(anchor)
    case .relative(_, let fragment):
      switch context.entry.references[destination] {
      case .document(let address): return context.links.href(address, fragment)
      case .file(let address): return context.links.href(address, fragment)
      case .missing, nil: return nil
      }
    case .refused:
      diagnostics.append(
        Diagnostic(
          .linkRefused, destination, file: context.entry.record.source.path, range: SourceRange(line: line)))
      return nil
    }
  }

  /// Only files of `content/` are shown: a page asks no other origin for anything.
  mutating func image(
    _ destination: String, _ alternative: String, _ title: String?, into html: inout HTML, _ line: Int
  ) {
    let isBroken = context.entry.brokenImages.contains(destination)
    if case .file(let address)? = context.entry.references[destination], ImageType.isShown(address), !isBroken
    {
      html.markup("<img loading=\"lazy\" decoding=\"async\"")
      html.attribute("src", context.links.href(address))
      html.attribute("alt", alternative)
      if let title, !title.isEmpty { html.attribute("title", title) }
      html.markup(">")
      return
    }
    let label = context.strings(
      .imageLabel, alternative.isEmpty ? SitePath.fileName(destination) : alternative)
    if !isBroken, let href = href(destination, line) {
      html.markup("<a")
      html.attribute("href", href)
      html.markup(">")
      html.text(label)
      html.markup("</a>")
    } else {
      html.markup("<span class=\"note\">")
      html.text(label)
      html.markup("</span>")
    }
  }

  private func skipInner(_ cursor: inout Cursor, to end: Int) {
    while cursor.next < cursor.spans.count, cursor.spans[cursor.next].start < end { cursor.next += 1 }
  }

  private func lines(_ text: String, into html: inout HTML) {
    guard text.utf8.contains(0x0A) else { return html.text(text) }
    var first = true
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if !first { html.markup("<br>\n") }
      first = false
      html.text(line)
    }
  }

  private static func utf8Offsets(_ text: String) -> [Int] {
    var offsets: [Int] = []
    offsets.reserveCapacity(text.utf8.count)
    var at = 0
    for byte in text.utf8 {
      if byte & 0xC0 != 0x80 { offsets.append(at) }
      at += 1
    }
    offsets.append(at)
    return offsets
  }
}

/// Images that browsers show without running anything; SVG is a document and is offered as a link.
enum ImageType {
  static func isShown(_ path: String) -> Bool {
    ["png", "jpg", "jpeg", "gif", "webp", "avif"].contains(SitePath.fileExtension(path))
  }
}
