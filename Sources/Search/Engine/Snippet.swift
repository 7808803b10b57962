/// Cuts a piece out of a clause and marks what was typed.
enum Snippet {
  /// Characters shown, and how many of them before the first mark.
  static let width = 96
  static let lead = 18

  /// Marks every place of `groups` in all of `text`.
  static func mark(_ text: String, _ groups: [[Pattern]]) -> [MarkedText] {
    let scalars = Array(text.unicodeScalars)
    return pieces(scalars, 0..<scalars.count, marks(scalars, groups))
  }

  /// The piece of `text` with the most marks, the first of several.
  static func cut(_ text: String, _ groups: [[Pattern]]) -> [MarkedText] {
    let scalars = Array(text.unicodeScalars)
    let marks = marks(scalars, groups)
    guard scalars.count > width else { return pieces(scalars, 0..<scalars.count, marks) }
    var first = 0
    var most = 0
    for (i, mark) in marks.enumerated() {
      var inside = 0
      for other in marks[i...] where other.upperBound <= mark.lowerBound + width - lead { inside += 1 }
      if inside > most { (first, most) = (mark.lowerBound, inside) }
    }
    var start = max(0, min(first - lead, scalars.count - width))
    // A sentence that begins a little earlier or later is a better place to begin.
    if start > 0 {
      let ends: [Unicode.Scalar] = ["。", "；", "！", "？", "\n", "，", ","]
      let window = max(0, start - lead)..<first
      if let end = window.last(where: { ends[..<5].contains(scalars[$0]) })
        ?? window.last(where: { ends.contains(scalars[$0]) })
      {
        start = end + 1
      }
    }
    while start < scalars.count && scalars[start].value <= 0x20 { start += 1 }
    return pieces(scalars, start..<min(scalars.count, start + width), marks)
  }

  /// Ranges of scalars to mark, ascending, apart from each other.
  private static func marks(_ scalars: [Unicode.Scalar], _ groups: [[Pattern]]) -> [Range<Int>] {
    let text = NormalText(scalars.lazy.map(\.value))
    var marked = [Bool](repeating: false, count: scalars.count)
    for group in groups {
      var found = group.flatMap { $0.ranges(in: text) }
      if found.isEmpty, let typed = group.first { found = parts(of: typed.symbols, in: text) }
      for range in found where !range.isEmpty {
        for i in Int(text.origins[range.lowerBound])...Int(text.origins[range.upperBound - 1]) {
          marked[i] = true
        }
      }
    }
    var out: [Range<Int>] = []
    for i in marked.indices where marked[i] {
      if let last = out.last, last.upperBound == i {
        out[out.count - 1] = last.lowerBound..<i + 1
      } else {
        out.append(i..<i + 1)
      }
    }
    return out
  }

  /// The longest pieces of `typed`, two symbols at least, that stand in the text: what to mark when not all of it does.
  private static func parts(of typed: [UInt32], in text: NormalText) -> [Range<Int>] {
    let symbols = text.symbols
    var out: [Range<Int>] = []
    var i = 0
    while i + 1 < symbols.count {
      var longest = 0
      for j in typed.indices.dropLast() where typed[j] == symbols[i] && typed[j] != 0 {
        var length = 1
        while j + length < typed.count && i + length < symbols.count
          && typed[j + length] == symbols[i + length]
          && typed[j + length] != 0
        { length += 1 }
        longest = max(longest, length)
      }
      if longest > 1 { out.append(i..<i + longest) }
      i += max(1, longest)
    }
    return out
  }

  private static func pieces(
    _ scalars: [Unicode.Scalar], _ range: Range<Int>, _ marks: [Range<Int>]
  ) -> [MarkedText] {
    var out: [MarkedText] = []
    func append(_ range: Range<Int>, marked: Bool, before: String = "", after: String = "") {
      var text = String.UnicodeScalarView()
      for scalar in scalars[range] { text.append(scalar == "\n" || scalar == "\t" ? " " : scalar) }
      let whole = before + String(text) + after
      if !whole.isEmpty { out.append(MarkedText(whole, marked: marked)) }
    }
    var at = range.lowerBound
    var before = range.lowerBound > 0 ? "…" : ""
    for mark in marks where mark.upperBound > range.lowerBound && mark.lowerBound < range.upperBound {
      let from = max(mark.lowerBound, range.lowerBound)
      append(at..<from, marked: false, before: before)
      before = ""
      at = min(mark.upperBound, range.upperBound)
      append(from..<at, marked: true)
    }
    append(
      at..<range.upperBound, marked: false, before: before, after: range.upperBound < scalars.count ? "…" : ""
    )
    return out
  }
}
