import Diagnostics

/// Cuts the lines of a document into its parts and each part into title, number, addressee, body, signature and notes.
///
/// One pass with a bounded look ahead; what fits no rule is body. Header fields and furniture have been taken out before.
struct Anatomy {
  private(set) var flow: Flow
  var lines: [FlowLine]
  var parts: [PartDraft] = []
  var attachments: [Attachment] = []
  var furniture: [Furniture] = []
  var diagnostics: [Diagnostic] = []
  var trace: ReadingTrace
  /// What stood under 内容概述 above the document.
  var summary: String?
  /// The title of a forwarding notice that has no text of its own on the page.
  var wrapperTitle: String?
  /// Folded titles that the parts read so far say they carry, not yet met.
  var carried: [[UInt8]] = []
  let numbers: DocumentNumberParser

  var bytes: [UInt8] { flow.buffer }
  var at = 0
  var part = PartDraft(role: .main, line: 1)

  init(flow: Flow, lines: [FlowLine], numbers: DocumentNumberParser, trace: ReadingTrace) {
    self.flow = flow
    self.lines = lines
    self.numbers = numbers
    self.trace = trace
  }

  /// Reads all lines into `parts`.
  mutating func read() {
    part = PartDraft(role: .main, line: lines.first?.line ?? 1)
    readHead()
    while at < lines.count {
      let isInMiddle =
        !part.isSigned && !part.isEmpty && (!parts.isEmpty || part.body.count > Self.longestIntroduction)
      if isInMiddle, Self.isSentence(flow.buffer, lines[at]) {
        appendBody(at)
        at += 1
        continue
      }
      if startsPart() { continue }
      if readAttachments() { continue }
      if readContents() { continue }
      if restartHead() { continue }
      if readLateAddressee() { continue }
      if readSignature() { continue }
      if readAfterSignature() { continue }
      appendBody(at)
      at += 1
    }
    finishPart()
  }

  /// A sentence: it ends in a full stop or a semicolon and begins with nothing that a label or a note begins with. In the
  /// middle of a part none of the rules could take it; most lines are such.
  private static func isSentence(_ bytes: [UInt8], _ line: FlowLine) -> Bool {
    guard line.range.count > 40, line.block == nil else { return false }
    let last = FlowText.last(bytes, line.range)
    guard last == 0x3002 || Scalars.isSemicolon(last) else { return false }
    let first = FlowText.first(bytes, line.range)
    return first != 0x9644 && first != 0x3010 && !Scalars.isOpenParenthesis(first)
  }

  /// Lines that may stand between the title of a page and the head of the document.
  static let longestIntroduction = 8

  var partIndex: Int { parts.count }

  mutating func appendBody(_ i: Int) {
    trace.claim(flow, lines[i].range, .body(partIndex))
    part.body.append(lines[i])
  }

  mutating func drop(_ i: Int, _ reason: FurnitureScanner.Reason) {
    trace.claim(flow, lines[i].range, .furniture)
    furniture.append(
      Furniture(line: lines[i].line, text: flow.string(lines[i].range), reason: reason.rawValue))
  }
}
