/// Cuts decoded text into its non-empty lines.
enum LineSplitter {
  /// Lines end at LF, CR LF, lone CR, U+2028 and U+2029. Linear; one entry a non-empty line.
  static func split(_ text: [UInt8], _ known: TextMarks? = nil) -> Flow {
    var flow = Flow(buffer: text)
    flow.setMarks(known)
    let marks = flow.marks
    flow.lines.reserveCapacity(text.count / 120 + 8)
    flow.holdsInvisible = false
    var number = 1
    var blank = false
    var at = 0
    var mark = 0
    let end = text.count
    while at < end {
      let look = LineLook(text, marks, &mark, from: at, upTo: end)
      if look.range.isEmpty {
        blank = true
      } else {
        flow.lines.append(FlowLine(look, line: number, blankBefore: blank))
        blank = false
      }
      if look.traits.contains(.invisible) { flow.holdsInvisible = true }
      at = next(text, look.end)
      number += 1
    }
    return flow
  }

  /// Behind the line end.
  private static func next(_ text: [UInt8], _ at: Int) -> Int {
    guard at < text.count else { return at }
    switch text[at] {
    case 0x0A: return at + 1
    case 0x0D: return at + 1 < text.count && text[at + 1] == 0x0A ? at + 2 : at + 1
    default: return at + 3
    }
  }
}
