/// Repairs what copying did to the lines: paragraphs run together, paragraphs broken over many lines.
enum FlowRepair {
  static func repair(_ flow: inout Flow) {
  }
}
