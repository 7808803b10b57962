/// What each character becomes before it is indexed or looked for: width, case, accents, compatibility forms and
/// traditional characters folded, everything that is no letter a separator. Never the C library's or a browser's tables:
/// the builder and both engines must agree for ever.
///
/// The layout is in docs/search-format.md, "fold.bin".
struct FoldTable: Sendable {
  /// One value for each code point below `limit`: a `Symbol`, or `expansion | start << 5 | count` into `expansions`.
  private let direct: [UInt32]
  private let expansions: [UInt32]

  static let limit: UInt32 = 0x40000
  private static let expansion: UInt32 = 0x8000_0000

  /// The table that is compiled in.
  static let standard: FoldTable = {
    guard let table = try? FoldTable(bytes: standardBytes) else { preconditionFailure("FoldData is damaged") }
    return table
  }()

  /// The bytes of `fold.bin`, not compressed.
  static var standardBytes: [UInt8] {
    Zlib.decompress(decodeBase64(FoldData.base64), limit: FoldData.size) ?? []
  }

  init(bytes: [UInt8]) throws {
    var cursor = ByteCursor(bytes)
    guard try Array(cursor.take(4)) == [0x47, 0x4B, 0x46, 1] else { throw ByteCursor.Truncated() }
    var direct = [UInt32](repeating: Symbol.separator, count: Int(Self.limit))
    func fill(_ cursor: inout ByteCursor, _ value: (Int) -> UInt32) throws {
      var at = 0
      for _ in 0..<(try cursor.count()) {
        let start = at + (try cursor.varint())
        at = start + (try cursor.varint())
        guard at <= 0x110000 else { throw ByteCursor.Truncated() }
        for c in start..<max(start, min(at, Int(Self.limit))) { direct[c] = value(c) }
      }
    }
    try fill(&cursor) { UInt32($0) }
    try fill(&cursor) { _ in Symbol.dropped }
    for c in Symbol.spaces { direct[Int(c)] = Symbol.space }
    direct[0x2E] = Symbol.stop

    let count = try cursor.count()
    var sources: [Int] = []
    var at = 0
    for _ in 0..<count {
      at += try cursor.varint()
      guard at < Self.limit else { throw ByteCursor.Truncated() }
      sources.append(at)
    }
    let lengths = Array(try cursor.take(count))
    var expansions: [UInt32] = []
    func target(_ previous: inout Int) throws -> UInt32 {
      previous += try cursor.zigzag()
      switch previous {
      case 0x20: return Symbol.separator
      case 0x2E: return Symbol.stop
      case 0x30..<Int(Self.limit): return UInt32(previous)
      default: throw ByteCursor.Truncated()
      }
    }
    var previous = 0
    for i in 0..<count where lengths[i] == 1 { direct[sources[i]] = try target(&previous) }
    previous = 0
    for i in 0..<count where lengths[i] != 1 {
      guard lengths[i] < 32 else { throw ByteCursor.Truncated() }
      direct[sources[i]] = Self.expansion | UInt32(expansions.count) << 5 | UInt32(lengths[i])
      for _ in 0..<lengths[i] { expansions.append(try target(&previous)) }
    }
    self.direct = direct
    self.expansions = expansions
  }

  /// Hands the symbols that `scalar` folds to, in order, to `body`.
  @inline(__always)
  func fold(_ scalar: UInt32, _ body: (UInt32) -> Void) {
    guard scalar < Self.limit else {
      return body(0xE0000...0xE01EF ~= scalar ? Symbol.dropped : Symbol.separator)
    }
    let value = direct[Int(scalar)]
    if value & Self.expansion == 0 { return body(value) }
    let start = Int((value & ~Self.expansion) >> 5)
    for i in start..<start + Int(value & 31) { body(expansions[i]) }
  }

  /// What `scalar` folds to, when that is not itself and not a mere separator.
  func variant(_ scalar: UInt32) -> [UInt32]? {
    var symbols: [UInt32] = []
    fold(scalar) { symbols.append($0) }
    let mere = symbols.allSatisfy { $0 == Symbol.separator || $0 == Symbol.space }
    if symbols == [scalar] || mere && !symbols.isEmpty { return nil }
    return symbols
  }
}

/// The values between letters, all below the first letter.
enum Symbol {
  /// Anything that is no letter: ends a word and a run.
  static let separator: UInt32 = 0
  /// White space: ends a word, but a run goes on when a Han character stands on either side.
  static let space: UInt32 = 1
  /// A character that leaves no trace.
  static let dropped: UInt32 = 2
  /// U+002E, a letter between two digits and a separator elsewhere.
  static let stop: UInt32 = 0x2E
  static let firstLetter: UInt32 = 0x30

  static let spaces: [UInt32] =
    [0x09, 0x20, 0xA0, 0x1680, 0x202F, 0x205F, 0x3000] + Array(0x2000...0x200A)

  /// Characters of scripts that are written without spaces; every pair of neighbours is a term.
  @inline(__always)
  static func isHan(_ c: UInt32) -> Bool {
    switch c {
    case 0..<0x3005: false
    case 0x4E00...0x9FFF, 0x3400...0x4DBF: true
    case 0x3005, 0x3007, 0x3021...0x3029, 0x3041...0x3096, 0x309D...0x309F, 0x30A1...0x30FA, 0x30FC...0x30FF:
      true
    case 0x3105...0x312F, 0x31A0...0x31BF, 0x31F0...0x31FF, 0xAC00...0xD7A3, 0xF900...0xFAFF: true
    case 0x20000...0x3FFFF: true
    default: false
    }
  }

  @inline(__always)
  static func isDigit(_ c: UInt32) -> Bool { c &- 0x30 < 10 }
}
