/// Texts in one array of scalars: each folded, and above it, in the same four bytes, how it was printed.
///
/// The one file of the passes that works on buffers by pointer.
struct PackedScalars: Sendable {
  private(set) var words: [UInt32] = []
  /// Where each text stands in `words`, and what it signals.
  private(set) var texts: [Stretch] = []

  struct Stretch {
    var start: Int
    var count: Int
    var signals: Signals
  }

  /// The bits of a word that are the folded scalar.
  static let folded: UInt32 = 0xFF_FFFF
  static let printingShift: UInt32 = 24
  /// Set in the words of scalars that signal one of `Signals.marks`, of `Signals.life`, of `Signals.dates`: scans for these
  /// look for one bit.
  static let mark: UInt32 = 1 << 31
  static let life: UInt32 = 1 << 30
  static let date: UInt32 = 1 << 29

  init(_ strings: [String]) {
    let room = strings.reduce(0) { $0 + $1.utf8.count }
    texts.reserveCapacity(strings.count)
    words = Array(unsafeUninitializedCapacity: room) { words, filled in
      for var string in strings {
        let read = string.withUTF8 { PackedScalars.read($0, areValid: true, into: words[filled...]) }
        texts.append(Stretch(start: filled, count: read.count, signals: read.signals))
        filled += read.count
      }
    }
  }

  /// A text by itself.
  static func text(_ string: String) -> ScalarText {
    var (string, signals) = (string, Signals())
    let words = [UInt32](unsafeUninitializedCapacity: string.utf8.count) { words, filled in
      (filled, signals) = string.withUTF8 { PackedScalars.read($0, areValid: true, into: words[...]) }
    }
    return ScalarText(words, Stretch(start: 0, count: words.count, signals: signals))
  }

  /// Reads UTF-8; a byte that is not UTF-8 becomes U+FFFD.
  static func text(_ bytes: [UInt8], _ range: Range<Int>) -> ScalarText {
    var signals = Signals()
    let words = [UInt32](unsafeUninitializedCapacity: range.count) { words, filled in
      (filled, signals) = bytes.withUnsafeBufferPointer {
        PackedScalars.read(UnsafeBufferPointer(rebasing: $0[range]), areValid: false, into: words[...])
      }
    }
    return ScalarText(words, Stretch(start: 0, count: words.count, signals: signals))
  }

  /// How many of the bytes before `end` the scalar at `index` was read from.
  static func length(_ bytes: [UInt8], at index: Int, end: Int) -> Int {
    let length = length(lead: UInt32(bytes[index]))
    guard index + length <= end else { return 1 }
    return bytes[index + 1..<index + length].allSatisfy { $0 & 0xC0 == 0x80 } ? length : 1
  }

  /// How many bytes a first byte announces; 1 for one that begins nothing longer.
  private static func length(lead: UInt32) -> Int {
    lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1
  }

  /// The text of a stretch of packed scalars, as printed or folded.
  static func string(_ words: ArraySlice<UInt32>, folded: Bool) -> String {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: words.count * 4) { bytes in
      var at = 0
      for word in words {
        let scalar = folded ? word & PackedScalars.folded : printed(word)
        if scalar >= 0x800, scalar < 0xD800 {
          bytes[at] = UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12)
          bytes[at &+ 1] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F)
          bytes[at &+ 2] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
          at &+= 3
          continue
        }
        for byte in UTF8.encode(Unicode.Scalar(scalar) ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter {
          bytes[at] = byte
          at &+= 1
        }
      }
      // What was encoded here is well-formed.
      return String(
        copying: UTF8Span(unchecked: Swift.Span(_unsafeElements: UnsafeBufferPointer(rebasing: bytes[..<at])))
      )
    }
  }

  // MARK: Printing

  /// Spaces that fold to U+0020, by their printing from 2 on. 0 is printed as it reads, 1 in full width.
  static let spaces: [UInt32] = [0x09, 0xA0, 0x3000, 0x202F] + (0x2000...0x200A)

  static func printing(of scalar: UInt32) -> UInt32 {
    if ScalarText.fold(scalar) == scalar { return 0 }
    return spaces.firstIndex(of: scalar).map { UInt32($0) + 2 } ?? 1
  }

  @inline(__always)
  private static func printed(_ word: UInt32) -> UInt32 {
    let printing = (word & ~(mark | life | date)) >> printingShift
    if printing == 0 { return word & folded }
    return printing == 1 ? (word & folded) + 0xFEE0 : spaces[Int(printing) - 2]
  }

  // MARK: Reading

  /// Packs the scalars of UTF-8; gives how many there are and what they signal. There is room for one a byte.
  private static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, areValid: Bool,
    into words: Slice<UnsafeMutableBufferPointer<UInt32>>
  ) -> (count: Int, signals: Signals) {
    guard let base = bytes.baseAddress,
      let words = UnsafeMutableBufferPointer(rebasing: words).baseAddress
    else { return (0, Signals()) }
    return ScalarClasses.all.table.withUnsafeBytes { table in
      var (from, to, signals) = (UnsafeRawPointer(base), words, UInt64(0))
      let end = from + bytes.count
      let lastFour = end - 14
      @inline(__always) func put(_ scalar: UInt) {
        let (word, signal) = ScalarClasses.look(table, scalar)
        to.pointee = word
        to += 1
        signals |= signal
      }
      while from < end {
        // Most scalars are three bytes: four at once, or two.
        while from <= lastFour {
          let (early, late) = (eight(from), eight(from + 6))
          guard areTriples(early) else { break }
          let two = twoScalars(early)
          put(UInt(two & 0xFFFF))
          put(UInt(two &>> 24))
          from += 6
          guard areTriples(late) else { break }
          let more = twoScalars(late)
          put(UInt(more & 0xFFFF))
          put(UInt(more &>> 24))
          from += 6
        }
        guard from < end else { break }
        let (scalar, length) = decode(from, end, areValid: areValid)
        if scalar < 0x10000 {
          put(UInt(scalar))
        } else {
          to.pointee = scalar
          to += 1
        }
        from += length
      }
      return (to - words, Signals(rawValue: signals))
    }
  }

  @inline(__always)
  private static func eight(_ from: UnsafeRawPointer) -> UInt64 {
    UInt64(littleEndian: from.loadUnaligned(as: UInt64.self))
  }

  /// Whether the six lowest bytes are two sequences of three.
  @inline(__always)
  private static func areTriples(_ bytes: UInt64) -> Bool {
    bytes & 0xC0_C0F0_C0C0F0 == 0x80_80E0_8080E0
  }

  /// The scalars of two sequences of three bytes, 24 bits from each other.
  @inline(__always)
  private static func twoScalars(_ bytes: UInt64) -> UInt64 {
    (bytes & 0x0F_00000F) &<< 12 | bytes &>> 2 & 0xFC0_000FC0 | bytes &>> 16 & 0x3F_00003F
  }

  /// The scalar that begins at a place, and its length; a byte that is not UTF-8 is U+FFFD.
  @inline(__always)
  private static func decode(_ from: UnsafeRawPointer, _ end: UnsafeRawPointer, areValid: Bool) -> (
    scalar: UInt32, length: Int
  ) {
    let first = UInt32(from.load(as: UInt8.self))
    if first < 0x80 { return (first, 1) }
    guard first & 0xF0 == 0xE0, areValid || isTriple(from, end) else { return decodeRare(from, end, first) }
    let second = UInt32(from.load(fromByteOffset: 1, as: UInt8.self))
    let third = UInt32(from.load(fromByteOffset: 2, as: UInt8.self))
    // The bits that say what kind of byte it is are taken off all at once.
    return (first << 12 &+ second << 6 &+ third &- 0xE2080, 3)
  }

  private static func isTriple(_ from: UnsafeRawPointer, _ end: UnsafeRawPointer) -> Bool {
    from + 3 <= end && continues(from + 1) && continues(from + 2)
  }

  private static func continues(_ byte: UnsafeRawPointer) -> Bool { byte.load(as: UInt8.self) & 0xC0 == 0x80 }

  /// All other scalars, and bytes that are no text.
  @inline(never)
  private static func decodeRare(_ from: UnsafeRawPointer, _ end: UnsafeRawPointer, _ first: UInt32) -> (
    scalar: UInt32, length: Int
  ) {
    let length = length(lead: first)
    guard length > 1, from + length <= end else { return (0xFFFD, 1) }
    var scalar = first & (0xFF >> UInt32(length + 1))
    for offset in 1..<length {
      guard continues(from + offset) else { return (0xFFFD, 1) }
      scalar = scalar << 6 | UInt32(from.load(fromByteOffset: offset, as: UInt8.self)) & 0x3F
    }
    return (scalar, length)
  }
}

extension PackedScalars: RandomAccessCollection {
  var startIndex: Int { 0 }
  var endIndex: Int { texts.count }
  subscript(_ index: Int) -> ScalarText { ScalarText(words, texts[index]) }

  /// What a text signals and how long it is can be asked without making it.
  func signals(_ index: Int) -> Signals { texts[index].signals }
  func length(_ index: Int) -> Int { texts[index].count }
}
