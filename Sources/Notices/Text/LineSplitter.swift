/// Cuts decoded text into its non-empty lines.
package enum LineSplitter {
  /// Lines end at LF, CR LF, lone CR, U+2028 and U+2029. Linear; one entry a non-empty line.
  package static func split(_ text: [UInt8]) -> Flow {
    var flow = Flow(buffer: text)
    flow.lines.reserveCapacity(text.count / 120 + 8)
    var number = 1
    var start = 0
    var blank = false
    var at = 0
    let end = text.count
    func close(_ flow: inout Flow, _ upTo: Int) {
      let range = FlowText.trimmed(text, start..<upTo)
      if range.isEmpty {
        blank = true
      } else {
        flow.lines.append(FlowLine(range: range, line: number, blankBefore: blank))
        blank = false
      }
    }
    while at < end {
      let byte = text[at]
      if byte == 0x0A {
        close(&flow, at)
        at += 1
      } else if byte == 0x0D {
        close(&flow, at)
        at += at + 1 < end && text[at + 1] == 0x0A ? 2 : 1
      } else if byte == 0xE2, at + 2 < end, text[at + 1] == 0x80, text[at + 2] & 0xFE == 0xA8 {
        close(&flow, at)
        at += 3
      } else {
        at += 1
        continue
      }
      number += 1
      start = at
    }
    if start < end { close(&flow, end) }
    return flow
  }
}
