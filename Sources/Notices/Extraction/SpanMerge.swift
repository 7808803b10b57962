/// Joins marks of the source (emphasis, links) and marks of the passes so that they nest and never cross.
enum SpanMerge {
  /// `old` stays as it is; a new span that would cross another, or lie in a link, is left out.
  static func merged(_ old: [Span], adding new: [Span]) -> [Span] {
    let new = new.contains { $0.start >= $0.end } ? new.filter { $0.start < $0.end } : new
    // Most come in order.
    if old.isEmpty, new.indices.dropFirst().allSatisfy({ new[$0 - 1].end <= new[$0].start }) { return new }
    let all = old.map { (span: $0, isOld: true) } + new.map { (span: $0, isOld: false) }
    let order = all.indices.sorted { a, b in
      let (x, y) = (all[a].span, all[b].span)
      return (x.start, -x.end, a) < (y.start, -y.end, b)
    }
    var dropped = Set<Int>()
    var open: [Int] = []
    for index in order {
      let span = all[index].span
      while let top = open.last, all[top].span.end <= span.start { open.removeLast() }
      var crosses = false
      for top in open.reversed() where !dropped.contains(top) && all[top].span.end < span.end {
        if all[index].isOld, !all[top].isOld { dropped.insert(top) } else { crosses = true }
      }
      let inLink = open.contains { isLink(all[$0].span) && !dropped.contains($0) }
      if !all[index].isOld, crosses || (inLink && !isDeadline(span)) {
        dropped.insert(index)
      } else {
        open.append(index)
      }
    }
    return order.filter { !dropped.contains($0) }.map { all[$0].span }
  }

  private static func isLink(_ span: Span) -> Bool {
    if case .link = span.mark { return true }
    return false
  }

  private static func isDeadline(_ span: Span) -> Bool {
    if case .deadline = span.mark { return true }
    return false
  }
}
