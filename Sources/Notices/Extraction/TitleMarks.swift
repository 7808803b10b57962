/// A title in book-title marks.
struct TitleMark: Equatable {
  /// With the marks.
  var outer: Range<Int>
  /// Without them.
  var inner: Range<Int>
}

/// Finds the outermost 《…》 of a text with a real stack, so that nested 《〈〉》, `《…<A>和<B>…》` and doubled marks hold
/// together. A mark without its partner is passed over. Linear.
struct TitleMarks {
  private(set) var marks: [TitleMark] = []
  /// Places of marks without a partner.
  private(set) var unpaired: [Int] = []

  /// Longer stretches between marks are no title but a lost closing mark.
  static let longest = 300

  init(_ text: ScalarText) {
    guard !text.signals.isDisjoint(with: [.titleOpen, .titleClose]) else { return }
    var open: [Int] = []
    var rest = text.all
    while let at = text.first(PackedScalars.mark, in: rest) {
      rest = at + 1..<text.count
      switch text[at] {
      case 0x300A:
        open.append(at)
      case 0x300B:
        guard let start = open.popLast() else {
          unpaired.append(at)
          continue
        }
        guard at - start <= TitleMarks.longest else {
          unpaired += [start, at]
          continue
        }
        while let last = marks.last, last.outer.lowerBound > start { marks.removeLast() }
        marks.append(TitleMark(outer: start..<at + 1, inner: start + 1..<at))
      default:
        break
      }
    }
    unpaired += open
    unpaired.sort()
    marks.removeAll { text.trimmed($0.inner).isEmpty }
    for index in marks.indices { marks[index] = TitleMarks.trimmed(marks[index], text) }
  }

  /// `《《A》》` is one title.
  private static func trimmed(_ mark: TitleMark, _ text: ScalarText) -> TitleMark {
    var inner = text.trimmed(mark.inner)
    while inner.count > 2, text[inner.lowerBound] == 0x300A, text[inner.upperBound - 1] == 0x300B {
      var depth = 0
      let wraps = inner.allSatisfy { at in
        if text[at] == 0x300A { depth += 1 }
        if text[at] == 0x300B { depth -= 1 }
        return depth > 0 || at == inner.upperBound - 1
      }
      guard wraps else { break }
      inner = text.trimmed(inner.lowerBound + 1..<inner.upperBound - 1)
    }
    return TitleMark(outer: mark.outer, inner: inner)
  }
}
