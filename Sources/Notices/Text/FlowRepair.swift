/// Repairs what copying did to the lines. The source text stays as it is; only where lines begin and end changes.
enum FlowRepair {
  /// Paragraphs broken over many lines are joined, paragraphs run together on one line are taken apart.
  static func repair(_ flow: inout Flow) {
    FlattenedLines.split(&flow)
    GappedLines.split(&flow)
    BrokenLines.join(&flow)
    WrappedLines.join(&flow)
    unglue(&flow)
  }

  /// The repairs that paragraphs of any format need.
  static func unglue(_ flow: inout Flow) {
    GluedEnds.split(&flow)
    GluedUnits.split(&flow)
  }
}
