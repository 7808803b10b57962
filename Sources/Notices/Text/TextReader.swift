import Diagnostics

/// Plain text → `Notice`: lines, furniture, header, anatomy, tree, anchors.
struct TextReader {
  /// Reads decoded text (UTF-8, LF line ends) into a notice; the trace says which field each stretch went to. The marks of
  /// the text are looked for unless they are known.
  static func read(
    _ text: [UInt8], _ marks: TextMarks? = nil, into notice: inout Notice, tracing: Bool = false
  ) -> ReadingTrace {
    var flow = LineSplitter.split(text, marks)
    FlowRepair.repair(&flow)
    return read(flow, into: &notice, tracing: tracing)
  }

  /// Reads a flow of lines, whatever format they came from.
  static func read(_ source: Flow, into notice: inout Notice, tracing: Bool = false) -> ReadingTrace {
    var flow = source
    var trace = ReadingTrace(isEnabled: tracing)
    let numbers = DocumentNumberParser()
    let found = HeaderReader.read(flow, numbers: numbers, trace: &trace)
    notice.furniture.append(contentsOf: found.furniture)
    var lines: [FlowLine] = []
    lines.reserveCapacity(found.lines.count)
    let crumbs = FurnitureScanner.brokenCrumbs(flow.buffer, found.lines)
    let licence = FurnitureScanner.licenceBox(flow.buffer, found.lines)
    let links = found.lines.count - FurnitureScanner.relatedTitles(flow.buffer, found.lines)
    for (i, line) in found.lines.enumerated() {
      var control = line.block == nil ? FurnitureScanner.reason(flow.buffer, line.range, line.traits) : nil
      if i >= links { control = control ?? .links }
      if control == nil, FurnitureScanner.isLoneControl(flow.buffer, found.lines, i) { control = .control }
      if let reason = i < crumbs ? .navigation : i >= licence && line.block == nil ? .footer : control {
        trace.claim(flow, line.range, .furniture)
        notice.furniture.append(
          Furniture(line: line.line, text: flow.string(line.range), reason: reason.rawValue))
      } else {
        lines.append(line)
      }
    }
    flow.lines = []
    var anatomy = Anatomy(flow: flow, lines: lines, numbers: numbers, trace: trace)
    anatomy.read()
    NoticeAssembly.assemble(anatomy, found.header, into: &notice)
    return anatomy.trace
  }
}
