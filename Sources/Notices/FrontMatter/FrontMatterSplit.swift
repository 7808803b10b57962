import Diagnostics

/// Text divided into front matter (`---` … `---` at the very top) and the document below it.
package struct FrontMatterSplit: Sendable, Equatable {
  /// The lines between the fences, preceded by one empty line, so that line numbers are those of the file; `nil`
  /// when the text has no front matter.
  package var yaml: [UInt8]?
  /// The text with each line of the front matter emptied: line numbers are those of the file.
  package var body: [UInt8]
  package var diagnostics: [Diagnostic]

  /// Front matter of more bytes is refused: it is metadata, not text.
  package static let sizeLimit = 65_536

  /// Linear in the size of the text; without front matter the text is passed on without a copy.
  package init(_ text: [UInt8], path: String) {
    yaml = nil
    body = text
    diagnostics = []
    var lines = LineRanges(text)
    var first = lines.next()
    while let line = first, line.isEmpty { first = lines.next() }
    guard let opening = first, Self.isFence(text[opening]), opening.lowerBound < Self.sizeLimit else {
      return
    }
    var closing: Range<Int>?
    while closing == nil, let line = lines.next() {
      if Self.isFence(text[line]) || text[line].elementsEqual("...".utf8) { closing = line }
    }
    let openLine = text[..<opening.lowerBound].count { $0 == 0x0A } + 1
    let range = SourceRange(line: openLine, width: opening.count)
    guard let closing else {
      diagnostics.append(Diagnostic(.frontMatterUnclosed, file: path, range: range))
      return
    }
    let content = opening.upperBound..<closing.lowerBound
    guard content.count <= Self.sizeLimit else {
      // Two rules far apart in a long text are no front matter; only something that begins like it is worth a word.
      if Self.beginsLikeYAML(text[content]) {
        diagnostics.append(
          Diagnostic(.frontMatterTooLarge, "\(content.count)", "\(Self.sizeLimit)", file: path, range: range))
      }
      return
    }
    yaml = [UInt8](repeating: 0x0A, count: openLine - 1) + text[content]
    body = Self.emptyLines(text[..<closing.upperBound]) + text[closing.upperBound...]
  }

  private static func isFence(_ line: ArraySlice<UInt8>) -> Bool {
    line.starts(with: "---".utf8) && line.dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  private static func beginsLikeYAML(_ content: ArraySlice<UInt8>) -> Bool {
    guard let line = content.split(separator: 0x0A, maxSplits: 1).first else { return false }
    return line.firstOffset(of: Array(": ".utf8)) != nil || line.last == 0x3A
  }

  private static func emptyLines(_ lines: ArraySlice<UInt8>) -> [UInt8] {
    [UInt8](repeating: 0x0A, count: lines.count { $0 == 0x0A })
  }
}

/// The lines of a text as ranges without their LF; the last line needs none.
struct LineRanges: IteratorProtocol, Sequence {
  private let text: [UInt8]
  private var start = 0

  init(_ text: [UInt8]) { self.text = text }

  mutating func next() -> Range<Int>? {
    guard start < text.count else { return nil }
    let end = ByteSearch.first(0x0A, in: text.span, start..<text.count) ?? text.count
    defer { start = end + 1 }
    return start..<end
  }
}
