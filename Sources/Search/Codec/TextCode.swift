/// How the characters of text blocks are written as bytes before they are deflated: the most frequent UTF-16 units in one
/// byte, others in two, the rest in three (docs/search-format.md, "Text block"). Deflate finds more in fewer bytes: a
/// fifth less than of UTF-16.
public struct TextCode: Sendable, Equatable {
  /// Units of the first group take one byte, those of the others two: 15 bytes of 256 units each.
  static let single = 240
  static let escape: UInt8 = 255
  static let groupSizes = [240, 256, 512, 1024, 2048]
  /// The group of a unit that has no number.
  static let none = groupSizes.count
  /// Documents that are looked at for a code; more change little.
  static let sampleSize = 128

  /// The units of each group, ascending.
  let groups: [[UInt16]]
  /// What stands before the text of every block when it is deflated, in this code.
  private(set) var dictionary: [UInt8] = []
  /// For each unit its number, or `unknown`.
  private let numbers: [UInt16]
  private static let unknown = UInt16.max

  /// The code in which every unit takes three bytes.
  public init() { self.init(groups: []) }

  /// The code of an index of `documents`: made from `sampleSize` of them, evenly spread, or all when there are fewer.
  public init(documents: [SearchDocument]) {
    self.init(sample: Self.sample(of: documents.count).map { documents[$0] })
  }

  /// The places of the documents that a code is made from, in an index of `count` documents.
  public static func sample(of count: Int) -> [Int] {
    let size = min(count, sampleSize)
    return (0..<size).map { $0 * count / size }
  }

  /// Counts the units of `sample` as blocks have them, then looks for what is often said in them.
  public init(sample: [SearchDocument]) {
    let texts = sample.map {
      TextBlock.plain($0, clauses: $0.indexedClauses, shift: TextBlock.sampleShift).flatMap { $0 }
    }
    self.init(groups: Self.groups(of: texts))
    dictionary = TextDictionary.make(of: texts.map(encode))
  }

  private static func groups(of texts: [[UInt16]]) -> [[UInt16]] {
    var counts = [Int](repeating: 0, count: 1 << 16)
    for text in texts { for unit in text { counts[Int(unit)] += 1 } }
    let order = counts.indices.filter { counts[$0] > 0 }.sorted {
      counts[$0] == counts[$1] ? $0 < $1 : counts[$0] > counts[$1]
    }
    var groups: [[UInt16]] = []
    var rest = order.map { UInt16($0) }[...]
    for size in groupSizes {
      groups.append(rest.prefix(size).sorted())
      rest = rest.dropFirst(size)
    }
    return groups
  }

  private init(groups: [[UInt16]]) {
    self.groups = groups
    var numbers = [UInt16](repeating: Self.unknown, count: 1 << 16)
    for (number, unit) in Self.numbered(groups) { numbers[Int(unit)] = number }
    self.numbers = numbers
  }

  /// The numbers of the units: those of the first group from 0, all others from `single`.
  private static func numbered(_ groups: [[UInt16]]) -> [(UInt16, UInt16)] {
    var out: [(UInt16, UInt16)] = []
    for (g, group) in groups.enumerated() {
      let start = g == 0 ? 0 : single + groups[1..<g].reduce(0) { $0 + $1.count }
      for (i, unit) in group.enumerated() { out.append((UInt16(start + i), unit)) }
    }
    return out
  }

  /// The group of each unit, `none` when it has no number.
  func group(of unit: UInt32) -> Int {
    guard unit < 1 << 16 else { return Self.none }
    return groups.firstIndex { $0.partition { $0 < UInt16(unit) } < $0.partition { $0 <= UInt16(unit) } }
      ?? Self.none
  }

  func encode(_ units: [UInt16]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(units.count * 2)
    for unit in units {
      let number = Int(numbers[Int(unit)])
      if number < Self.single {
        out.append(UInt8(truncatingIfNeeded: number))
      } else if number < Int(Self.unknown) {
        let rest = number - Self.single
        out.append(UInt8(truncatingIfNeeded: Self.single + rest >> 8))
        out.append(UInt8(truncatingIfNeeded: rest))
      } else {
        out.append(Self.escape)
        out.append(UInt8(truncatingIfNeeded: unit >> 8))
        out.append(UInt8(truncatingIfNeeded: unit))
      }
    }
    return out
  }
}

/// Reads what `TextCode` wrote.
struct TextDecoding: Sendable {
  /// The units by their numbers; 0, which is in no text, where there is none.
  private let units: [UInt16]

  /// From the groups of units, each ascending; `nil` when they are too many.
  init?(groups: [[UInt16]]) {
    let others = groups.dropFirst().reduce(0) { $0 + $1.count }
    guard groups.first?.count ?? 0 <= TextCode.single, others <= 15 << 8 else { return nil }
    var units = groups.first ?? []
    units += [UInt16](repeating: 0, count: TextCode.single - units.count)
    for group in groups.dropFirst() { units += group }
    self.units = units
  }

  /// `nil` when a code is cut short or stands for nothing.
  func decode(_ bytes: [UInt8]) -> [UInt16]? {
    var out: [UInt16] = []
    out.reserveCapacity(bytes.count)
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      if byte == TextCode.escape {
        guard at + 2 < bytes.count else { return nil }
        out.append(UInt16(bytes[at + 1]) << 8 | UInt16(bytes[at + 2]))
        at += 3
        continue
      }
      var number = Int(byte)
      at += 1
      if number >= TextCode.single {
        guard at < bytes.count else { return nil }
        number = TextCode.single + (number - TextCode.single) << 8 + Int(bytes[at])
        at += 1
      }
      guard number < units.count, units[number] != 0 else { return nil }
      out.append(units[number])
    }
    return out
  }
}
