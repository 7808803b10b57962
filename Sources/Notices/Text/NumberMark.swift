/// The number that a line begins with.
package struct NumberMark: Equatable, Sendable {
  /// How the number is printed: finer than the public family, so that `1.` and `1）` may be two levels of one text.
  package enum Shape: Int, CaseIterable, Sendable {
    case volume, subvolume, chapter, division, article
    case han, hanParenthesised, hanHalf
    case digit, digitComma, digitBare, decimal2, decimal3, decimal4
    case digitParenthesised, digitHalf, circled

    package var family: NumberFamily {
      switch self {
      case .volume: .volume
      case .subvolume: .subvolume
      case .chapter: .chapter
      case .division: .division
      case .article: .article
      case .han: .han
      case .hanParenthesised, .hanHalf: .hanParenthesised
      case .digit, .digitComma, .digitBare: .digit
      case .decimal2: .decimal
      case .decimal3, .decimal4: .decimalDeep
      case .digitParenthesised, .digitHalf: .digitParenthesised
      case .circled: .circled
      }
    }

    /// Families of laws, which always nest in this order.
    package var isStatutory: Bool { rawValue <= Shape.article.rawValue }
  }

  package var shape: Shape
  package var ordinal: Int
  /// 2 of 第十七条之二; 0 when there is none.
  package var suffix: Int = 0
  /// `3.1.2`; empty for the other shapes.
  package var components = Components()
  /// The printed number with its delimiter: `一、` `（一）` `1.` `第十七条之一`.
  package var printed: Range<Int>
  /// Where the text after the number begins.
  package var content: Int

  /// Up to five numbers of at most three digits, in one word: marks are copied for every line.
  package struct Components: RandomAccessCollection, Equatable, Sendable {
    /// Twelve bits a number, the first one lowest.
    private var packed: UInt64 = 0
    package private(set) var count = 0

    package init(_ numbers: [Int] = []) { for number in numbers { append(number) } }

    package var startIndex: Int { 0 }
    package var endIndex: Int { count }

    package subscript(index: Int) -> Int {
      precondition(index >= 0 && index < count)
      return Int(packed >> UInt64(12 * index) & 0xFFF)
    }

    package mutating func append(_ number: Int) {
      precondition(count < 5 && number >= 0 && number < 1000)
      packed |= UInt64(number) << UInt64(12 * count)
      count += 1
    }
  }
}
