import Diagnostics

/// Markdown as people paste it → Markdown that libcmark reads as they meant it, line for line.
///
/// Taken out and listed: VuePress containers, comments, footnotes. Neutralised: HTML (the few tags of a safe list become
/// sentinels, the rest stays text), indentation that would make code of a clause, nesting without end. Repaired:
/// emphasis beside full-width punctuation. Every line keeps its number. Linear.
struct MarkdownPreparation {
  /// What libcmark gets.
  private(set) var text = PreparedText()
  private(set) var furniture: [Furniture] = []
  private(set) var footnotes: [Footnote] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// Addresses of `<a href>`, by the index that stands in the text.
  private(set) var addresses: [String] = []

  struct Footnote {
    var label: String
    var text: [UInt8]
    var line: Int
  }

  private let source: [UInt8]
  private let path: String
  private var line = 0
  /// Of the line at hand.
  private var isPlain = false
  private var fence: Fence?
  private var isInComment = false
  private var containers: [Container] = []
  private var list = ListContext()
  private var isInFootnote = false
  private var reportedDepth = false
  private var unknownTags = 0
  private var firstUnknownTag: SourceRange?

  private struct Fence {
    var byte: UInt8
    var length: Int
    var line: Int
  }

  private struct Container {
    /// `::: tabs`
    var isTabs = false
    /// Everything inside is page furniture (a table of contents, the link to the original).
    var swallows: Bool
  }

  init(_ source: [UInt8], path: String) {
    self.source = source
    self.path = path
    text.reserveCapacity(source.count)
    for range in LineRanges(source) {
      line += 1
      isPlain = false
      prepare(range)
      text.endLine(range, isPlain: isPlain)
    }
    report()
  }

  private mutating func report() {
    if let fence {
      diagnostics.append(
        Diagnostic(.markdownFenceOpen, file: path, range: SourceRange(line: fence.line, width: fence.length)))
    }
    if let firstUnknownTag {
      diagnostics.append(Diagnostic(.htmlAsText, "\(unknownTags)", file: path, range: firstUnknownTag))
    }
  }

  private mutating func prepare(_ range: Range<Int>) {
    let start = range.lowerBound + source[range].prefix { $0 == 0x20 || $0 == 0x09 }.count
    if start == range.upperBound {
      list.blankLine()
      return
    }
    let content = start..<range.upperBound
    if fence != nil || opensFence(content) {
      copyFenced(range, content)
    } else if isInComment || hasPrefix("<!--", content) {
      skipComment(range, content)
    } else if hasPrefix(":::", content) {
      container(content)
    } else if isSwallowing, source[start] != 0x23 {
      drop(content, "table of contents")
    } else if hasPrefix("@tab", content) || isContentsMark(content) {
      drop(content, "markup")
    } else if let footnote = footnoteLabel(content) {
      footnotes.append(
        Footnote(label: footnote.label, text: Array(source[footnote.end..<range.upperBound]), line: line))
      isInFootnote = true
      return
    } else if isInFootnote, start > range.lowerBound, let last = footnotes.indices.last {
      footnotes[last].text += [0x0A] + source[content]
      return
    } else {
      copyLine(range, content)
    }
    isInFootnote = false
  }

  private func hasPrefix(_ prefix: StaticString, _ range: Range<Int>) -> Bool {
    source[range].starts(with: UnsafeBufferPointer(start: prefix.utf8Start, count: prefix.utf8CodeUnitCount))
  }

  private mutating func drop(_ range: Range<Int>, _ reason: String) {
    furniture.append(
      Furniture(line: line, text: String(decoding: source[range], as: UTF8.self), reason: reason))
  }

  // MARK: - Fences and comments

  private func opensFence(_ content: Range<Int>) -> Bool {
    guard let byte = source[content].first, byte == 0x60 || byte == 0x7E else { return false }
    let run = source[content].prefix { $0 == byte }.count
    return run >= 3
      && (byte == 0x7E || !source[(content.lowerBound + run)..<content.upperBound].contains(0x60))
  }

  private mutating func copyFenced(_ range: Range<Int>, _ content: Range<Int>) {
    let byte = source[content.lowerBound]
    let run = source[content].prefix { $0 == byte }.count
    if let open = fence {
      let rest = source[(content.lowerBound + run)..<content.upperBound]
      if byte == open.byte, run >= open.length, rest.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { fence = nil }
    } else {
      fence = Fence(byte: byte, length: run, line: line)
    }
    text.append(source[range])
  }

  /// A comment is no text of the document; what follows it on its last line is.
  private mutating func skipComment(_ range: Range<Int>, _ content: Range<Int>) {
    isInComment = true
    guard let end = source[content].firstOffset(of: Array("-->".utf8)) else {
      drop(content, "markup comment")
      return
    }
    isInComment = false
    drop(content.lowerBound..<end + 3, "markup comment")
    let rest = end + 3..<range.upperBound
    if !rest.isEmpty { prepare(rest) }
  }

  // MARK: - Containers and footnotes

  /// `::: tip 修订信息` … `:::`. The title of a container is text, unless it names what every page of the kind has.
  private mutating func container(_ content: Range<Int>) {
    let words = source[content].drop { $0 == 0x3A }.split(maxSplits: 1) { $0 == 0x20 || $0 == 0x09 }
    guard let kind = words.first else {
      drop(content, "markup")
      close()
      return
    }
    let title = words.count > 1 ? words[1] : source[content.upperBound..<content.upperBound]
    let swallows = holds("目录", title) || holds("原文链接", title)
    containers.append(
      Container(
        isTabs: kind.elementsEqual("tabs".utf8), swallows: swallows || isSwallowing))
    let isFurniture = swallows || title.isEmpty || holds("修订信息", title) || kind.elementsEqual("tabs".utf8)
    if isFurniture || isSwallowing {
      drop(content, "markup")
    } else {
      drop(content.lowerBound..<title.startIndex, "markup")
      text.append(title)
    }
  }

  private func holds(_ word: StaticString, _ title: ArraySlice<UInt8>) -> Bool {
    UTF8Scan.find(word, in: source, title.startIndex..<title.endIndex) != nil
  }

  /// What stands inside a container that swallows does so too: the innermost knows.
  private var isSwallowing: Bool { containers.last?.swallows == true }

  /// One `:::` ends a swallowed container with all inside it: tabs in it often have no end of their own.
  private mutating func close() {
    if isSwallowing, let outermost = containers.firstIndex(where: \.swallows) {
      containers.removeSubrange(outermost...)
    } else if containers.popLast()?.isTabs == true {
      // Tabs inside a container share its closing mark: only one `:::` is written for both.
      _ = containers.popLast()
    }
  }

  private func isContentsMark(_ content: Range<Int>) -> Bool {
    guard content.count < 16 else { return false }
    let mark = source[content].filter { $0 != 0x5B && $0 != 0x5D && $0 != 0x20 }.map { $0 | 0x20 }
    return source[content].first == 0x5B && mark.elementsEqual("toc".utf8)
  }

  /// `[^1]: 说明`: libcmark takes it for a link definition and drops it.
  private func footnoteLabel(_ content: Range<Int>) -> (label: String, end: Int)? {
    guard hasPrefix("[^", content) else { return nil }
    guard let close = source[content].prefix(64).firstIndex(of: 0x5D), close > content.lowerBound + 2,
      close + 1 < content.upperBound, source[close + 1] == 0x3A
    else { return nil }
    return (String(decoding: source[content.lowerBound + 2..<close], as: UTF8.self), close + 2)
  }

  // MARK: - Lines of text

  private mutating func copyLine(_ range: Range<Int>, _ content: Range<Int>) {
    // A heading ends a container that was never closed.
    if source[content.lowerBound] == 0x23, isSwallowing { close() }
    let indent = ListContext.columns(source, range.lowerBound..<content.lowerBound)
    let width = list.indent(of: source, content, columns: indent)
    text.append(spaces: width)
    var rest = content
    if let tooDeep = list.depthOverflow(source, content) {
      text.append(source[content.lowerBound..<tooDeep])
      text.append(.joint)
      rest = tooDeep..<content.upperBound
      if !reportedDepth {
        reportedDepth = true
        let column = 1 + UTF8Scan.count(source, range.lowerBound..<tooDeep)
        let start = SourcePosition(line: line, column: column)
        let place = SourceRange(start, SourcePosition(line: line, column: column + 1))
        diagnostics.append(
          Diagnostic(.markdownTooDeep, "\(ListContext.depthLimit)", file: path, range: place))
      }
    }
    if let attributes = attributes(rest) {
      drop(attributes, "markup")
      rest = rest.lowerBound..<attributes.lowerBound
    }
    var inline = InlinePreparation(source, rest, addresses: addresses.count)
    inline.noDefinitionAt = falseDefinition(rest)
    inline.copy(to: &text)
    isPlain = inline.isPlain
    addresses += inline.addresses
    if let tag = inline.firstUnknownTag, firstUnknownTag == nil {
      let column = 1 + UTF8Scan.count(source, range.lowerBound..<tag)
      firstUnknownTag = SourceRange(
        SourcePosition(line: line, column: column), SourcePosition(line: line, column: column + 1))
    }
    unknownTags += inline.unknownTags
  }

  /// `[说明]: 数据截至年底`: to libcmark the definition of a link, which it drops; an address has a dot, a slash or `#`.
  private func falseDefinition(_ range: Range<Int>) -> Int? {
    guard source[range.lowerBound] == 0x5B, let close = source[range].prefix(1000).firstIndex(of: 0x5D),
      close + 1 < range.upperBound, source[close + 1] == 0x3A
    else { return nil }
    let address = source[(close + 2)..<range.upperBound].drop { $0 == 0x20 || $0 == 0x09 }
      .prefix { $0 > 0x20 }
    let isAddress =
      address.contains { $0 == 0x2E || $0 == 0x2F || $0 == 0x23 } && !address.contains { $0 >= 0x80 }
    return isAddress ? nil : close + 1
  }

  /// `## 第二章 总则{align="center"}`, `[附表](a.pdf){target="_blank"}`
  private func attributes(_ range: Range<Int>) -> Range<Int>? {
    guard source[range.upperBound - 1] == 0x7D, let open = source[range].lastIndex(of: 0x7B),
      source[range.lowerBound] == 0x23 || (open > range.lowerBound && source[open - 1] == 0x29)
    else { return nil }
    let inside = source[open + 1..<range.upperBound - 1]
    let isAttributes =
      inside.allSatisfy { $0 < 0x80 } && inside.contains { $0 == 0x3D || $0 == 0x23 || $0 == 0x2E }
    return isAttributes ? open..<range.upperBound : nil
  }
}
