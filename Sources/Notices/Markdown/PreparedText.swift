/// What libcmark would get, and what stands in it that can be read without libcmark.
struct PreparedText {
  private(set) var bytes: [UInt8] = []
  /// Each line, empty ones too: the first is line 1.
  private(set) var lines: [PreparedLine] = []
  /// The signs in the lines, in order; those of lines that are not plain say nothing.
  private(set) var marks: [PlainMark] = []
  /// Where the line at hand begins.
  private var start = 0
  private var firstMark = 0

  mutating func reserveCapacity(_ count: Int) {
    bytes.reserveCapacity(count + count / 16)
    lines.reserveCapacity(count / 96)
  }

  mutating func append(_ stretch: ArraySlice<UInt8>) { bytes.append(contentsOf: stretch) }

  mutating func append(spaces count: Int) { bytes.append(contentsOf: repeatElement(0x20, count: count)) }

  mutating func append(_ sentinel: Sentinel) {
    mark(.sentinel(sentinel), behind: 0)
    sentinel.append(to: &bytes)
  }

  /// Says what stands behind the next bytes.
  mutating func mark(_ kind: PlainMark.Kind, behind count: Int) {
    marks.append(PlainMark(at: bytes.count + count, kind: kind))
  }

  /// Ends the line at hand. `isPlain`: everything in it that means something to Markdown is marked.
  mutating func endLine(_ source: Range<Int>, isPlain: Bool) {
    var line = PreparedLine(source: source, text: start..<bytes.count, marks: firstMark..<marks.count)
    line.find(in: bytes, isPlain: isPlain)
    lines.append(line)
    bytes.append(0x0A)
    start = bytes.count
    firstMark = marks.count
  }
}

/// One line of prepared Markdown.
struct PreparedLine {
  enum Kind: Equatable {
    case blank
    /// `## 总则`
    case heading(level: Int, isPlain: Bool)
    /// Running text in which nothing but its marks means something to Markdown.
    case plain
    case other
  }
  /// In the source and in the prepared text.
  let source: Range<Int>
  let text: Range<Int>
  /// In `PreparedText.marks`.
  let marks: Range<Int>
  private(set) var kind = Kind.blank
  /// Where the text of a plain line begins.
  private(set) var start: Int

  init(source: Range<Int>, text: Range<Int>, marks: Range<Int>) {
    self.source = source
    self.text = text
    self.marks = marks
    start = text.lowerBound
  }

  /// No paragraph goes over such a line.
  var endsParagraph: Bool {
    switch kind {
    case .blank, .heading: true
    case .plain, .other: false
    }
  }

  fileprivate mutating func find(in bytes: [UInt8], isPlain: Bool) {
    guard let last = bytes[text].last else { return }
    kind = .other
    // Spaces at the end may ask for a line break.
    let isPlain = isPlain && last > 0x20
    if bytes[start] == 0x23 {
      findHeading(in: bytes, isPlain: isPlain && last != 0x23)
    } else if isPlain, beginsText(bytes) {
      kind = .plain
    }
  }

  private mutating func findHeading(in bytes: [UInt8], isPlain: Bool) {
    let rest = bytes[text].drop { $0 == 0x23 }
    let level = text.count - rest.count
    guard level <= 6, rest.first == 0x20 || rest.first == 0x09 else { return }
    kind = .heading(level: level, isPlain: isPlain)
    start = rest.drop { $0 == 0x20 || $0 == 0x09 }.startIndex
  }

  /// No list, quotation, rule or block of any other kind begins so. Two stars of a plain line are followed by a letter.
  private func beginsText(_ bytes: [UInt8]) -> Bool {
    switch bytes[start] {
    case 0x80..., 0x41...0x5A, 0x61...0x7A, 0x22, 0x26, 0x28, 0x2A: return true
    case 0x30...0x39:
      // `1. ` is an item of a list.
      let behind = bytes[text].first { !(0x30...0x39).contains($0) }
      return behind != 0x2E && behind != 0x29
    default: return false
    }
  }
}

/// A sign in a plain line.
struct PlainMark {
  enum Kind {
    case sentinel(Sentinel)
    /// `&emsp;`
    case emSpace
    /// `**`
    case strongOpen, strongClose
  }
  /// In the prepared text.
  let at: Int
  let kind: Kind
}
