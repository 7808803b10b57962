/// Joins a line that begins with closing punctuation to the line before it: a link or a field that was copied on a line of
/// its own tore the sentence apart.
enum BrokenLines {
  static func join(_ flow: inout Flow) {
    let lines = flow.lines
    guard lines.contains(where: { begins(flow.buffer, $0) }) else { return }
    var result: [FlowLine] = []
    result.reserveCapacity(lines.count)
    for (i, line) in lines.enumerated() {
      guard let last = result.last, last.block == nil, line.block == nil, last.spans.isEmpty,
        line.spans.isEmpty,
        begins(flow.buffer, line)
          || (isOpen(flow.buffer, last) && i + 1 < lines.count && begins(flow.buffer, lines[i + 1]))
      else {
        result.append(line)
        continue
      }
      result[result.count - 1].become(flow.join([last.range, line.range]), of: [line])
    }
    flow.lines = result
  }

  /// Begins with a mark that can only follow something.
  private static func begins(_ bytes: [UInt8], _ line: FlowLine) -> Bool {
    switch FlowText.first(bytes, line.range) {
    case 0x3002, 0xFF0C, 0xFF1B, 0x3001, 0xFF09, 0x300B, 0x201D, 0xFF1F, 0xFF01: line.range.count > 3
    default: false
    }
  }

  /// Ends in mid-sentence: with an opening mark or a word that wants another.
  private static func isOpen(_ bytes: [UInt8], _ line: FlowLine) -> Bool {
    switch FlowText.last(bytes, line.range) {
    case 0x300A, 0x201C, 0xFF08, 0x7684, 0x548C, 0x4E0E, 0x53CA, 0x5728, 0x5BF9, 0x4E3A, 0x3001: true
    default: false
    }
  }
}
