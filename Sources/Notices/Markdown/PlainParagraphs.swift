/// Parts of a text that libcmark need not read: what it gets has a stub where each of them stands.
///
/// Most paragraphs and headings of a notice hold nothing that means something to Markdown but a few signs that the
/// preparation has marked. A run of such lines with nothing but empty lines or headings around it is a paragraph wherever it
/// stands; one heading stands for any number of them in a row. Blocks, and everything that libcmark has rules for, stay with
/// libcmark.
struct PlainParagraphs {
  enum Piece {
    case node(MarkdownNode)
    /// Plain paragraphs and headings: indices of lines, from the first one on.
    case plain(Range<Int>)
  }

  /// The prepared text with stubs, line for line.
  private var text: [UInt8] = []
  /// The lines that each stub stands for.
  private var stubs: [Range<Int>] = []

  /// The blocks of a prepared text. Linear.
  static func parse(_ prepared: PreparedText) -> [Piece] {
    let plain = PlainParagraphs(prepared)
    // Where a block of code goes on over empty lines, a stub is code.
    return plain.pieces(CommonMark.parse(plain.text).children) ?? withoutStubs(prepared)
  }

  /// The blocks when libcmark reads all of them.
  static func withoutStubs(_ prepared: PreparedText) -> [Piece] {
    CommonMark.parse(prepared.bytes).children.map { .node($0) }
  }

  private init(_ prepared: PreparedText) {
    let lines = prepared.lines
    var isOpen = false
    var index = 0
    while index < lines.count {
      if let end = Self.end(of: lines, at: index) {
        if isOpen, let last = stubs.popLast() {
          stubs.append(last.lowerBound..<end)
        } else {
          stubs.append(index..<end)
        }
        isOpen = true
        index = end
      } else {
        if lines[index].kind != .blank { isOpen = false }
        index += 1
      }
    }
    write(prepared)
  }

  /// Where the plain paragraph or heading ends that begins with a line; `nil` when none does.
  private static func end(of lines: [PreparedLine], at index: Int) -> Int? {
    if case .heading(_, let isPlain) = lines[index].kind { return isPlain ? index + 1 : nil }
    guard lines[index].kind == .plain, index == 0 || lines[index - 1].endsParagraph else { return nil }
    var end = index + 1
    while end < lines.count, lines[end].kind == .plain { end += 1 }
    return end == lines.count || lines[end].endsParagraph ? end : nil
  }

  private mutating func write(_ prepared: PreparedText) {
    var copied = 0
    for stub in stubs {
      text += prepared.bytes[copied..<prepared.lines[stub.lowerBound].text.lowerBound]
      text += "# ".utf8
      Sentinel.plain.append(to: &text)
      text.append(contentsOf: repeatElement(0x0A, count: stub.count))
      copied = prepared.lines[stub.upperBound - 1].text.upperBound + 1
    }
    text += prepared.bytes[copied...]
  }

  /// The nodes with the plain lines in place of their stubs; `nil` when a stub is missing.
  private func pieces(_ nodes: [MarkdownNode]) -> [Piece]? {
    var found = 0
    let pieces = nodes.map { node -> Piece in
      guard node.isStub, found < stubs.count, node.firstLine == stubs[found].lowerBound + 1 else {
        return .node(node)
      }
      found += 1
      return .plain(stubs[found - 1])
    }
    return found == stubs.count ? pieces : nil
  }
}

extension MarkdownNode {
  fileprivate var isStub: Bool {
    guard inlines.count == 1, case .text(let text) = inlines[0] else { return false }
    return Sentinel.read(text, at: 0) == .plain
  }
}
