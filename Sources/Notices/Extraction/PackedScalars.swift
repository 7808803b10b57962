/// Texts in one array of scalars: each folded, and above it, in the same four bytes, how it was printed.
///
/// The one file of the passes that works on buffers by pointer.
struct PackedScalars: Sendable {
  private(set) var words: [UInt32] = []
  /// Where each text ends in `words`, and what it signals.
  private(set) var texts: [(end: Int, signals: Signals)] = []

  /// The bits of a word that are the folded scalar.
  static let folded: UInt32 = 0xFF_FFFF
  static let printingShift: UInt32 = 24
  /// Set in the words of scalars that signal one of `Signals.marks`, or `Signals.life`: scans for these look for one bit.
  static let mark: UInt32 = 1 << 31
  static let life: UInt32 = 1 << 30

  init(_ strings: [String]) {
    let room = strings.reduce(0) { $0 + $1.utf8.count }
    texts.reserveCapacity(strings.count)
    words = Array(unsafeUninitializedCapacity: room) { words, filled in
      for var string in strings {
        let read = string.withUTF8 { PackedScalars.read($0, areValid: true, into: words[filled...]) }
        filled += read.count
        texts.append((filled, read.signals))
      }
    }
  }

  /// Reads UTF-8; a byte that is not UTF-8 becomes U+FFFD.
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    bytes.withUnsafeBufferPointer { bytes in
      words = Array(unsafeUninitializedCapacity: range.count) { words, filled in
        let read = PackedScalars.read(
          UnsafeBufferPointer(rebasing: bytes[range]), areValid: false, into: words[...])
        filled = read.count
        texts = [(filled, read.signals)]
      }
    }
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
    String(unsafeUninitializedCapacity: words.count * 4) { bytes in
      var at = 0
      for word in words {
        let scalar = folded ? word & PackedScalars.folded : printed(word)
        if scalar >= 0x800, scalar < 0xD800 {
          bytes[at] = UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12)
          bytes[at + 1] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F)
          bytes[at + 2] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
          at += 3
          continue
        }
        for byte in UTF8.encode(Unicode.Scalar(scalar) ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter {
          bytes[at] = byte
          at += 1
        }
      }
      return at
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
    let printing = (word & ~(mark | life)) >> printingShift
    if printing == 0 { return word & folded }
    return printing == 1 ? (word & folded) + 0xFEE0 : spaces[Int(printing) - 2]
  }

  // MARK: Reading

  /// Packs the scalars of UTF-8; gives how many there are and what they signal. There is room for one a byte.
  @inline(__always)
  private static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, areValid: Bool,
    into words: Slice<UnsafeMutableBufferPointer<UInt32>>
  ) -> (count: Int, signals: Signals) {
    let words = UnsafeMutableBufferPointer(rebasing: words)
    guard let base = bytes.baseAddress else { return (0, Signals(rawValue: 0)) }
    let table = ScalarClasses.table
    return table.byScalar.withUnsafeBufferPointer { byScalar in
      table.classes.withUnsafeBufferPointer { classes in
        var (at, index, signals) = (0, 0, UInt64(0))
        while at < bytes.count {
          // Two at once where both are three bytes and nothing special.
          while areValid, at &+ 8 <= bytes.count {
            let eight = UInt64(littleEndian: UnsafeRawPointer(base + at).loadUnaligned(as: UInt64.self))
            guard eight & 0xF000_00F0 == 0xE000_00E0 else { break }
            let (one, two) = (scalar(eight), scalar(eight &>> 24))
            guard byScalar[Int(one)] | byScalar[Int(two)] == 0 else { break }
            words[index] = one
            words[index &+ 1] = two
            index &+= 2
            at &+= 6
          }
          guard at < bytes.count else { break }
          let (scalar, length): (UInt32, Int)
          let first = UInt32(bytes[at])
          if first & 0xF0 == 0xE0, areValid || isTriple(bytes, at) {
            let (second, third) = (UInt32(bytes[at &+ 1]), UInt32(bytes[at &+ 2]))
            // The bits that say what kind of byte it is are taken off all at once.
            (scalar, length) = (first << 12 &+ second << 6 &+ third &- 0xE2080, 3)
            // Most scalars are three bytes and nothing special.
            if byScalar[Int(scalar & 0xFFFF)] == 0 {
              words[index] = scalar
              index &+= 1
              at &+= 3
              continue
            }
          } else {
            (scalar, length) = first < 0x80 ? (first, 1) : decodeRare(bytes, at, first)
          }
          let kind = scalar < 0x10000 ? Int(byScalar[Int(scalar)]) : 0
          words[index] = scalar &+ classes[kind].packing
          signals |= classes[kind].signals
          index &+= 1
          at &+= length
        }
        return (index, Signals(rawValue: signals))
      }
    }
  }

  /// The scalar whose three bytes are the lowest.
  @inline(__always)
  private static func scalar(_ bytes: UInt64) -> UInt32 {
    let low = UInt32(truncatingIfNeeded: bytes)
    return (low & 0xF) << 12 | (low >> 8 & 0x3F) << 6 | low >> 16 & 0x3F
  }

  private static func isTriple(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    at + 3 <= bytes.count && bytes[at + 1] & 0xC0 == 0x80 && bytes[at + 2] & 0xC0 == 0x80
  }

  /// All other scalars, and bytes that are no text.
  @inline(never)
  private static func decodeRare(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ first: UInt32)
    -> (scalar: UInt32, length: Int)
  {
    let length = length(lead: first)
    guard length > 1, at + length <= bytes.count else { return (0xFFFD, 1) }
    var scalar = first & (0xFF >> UInt32(length + 1))
    for offset in 1..<length {
      let byte = UInt32(bytes[at + offset])
      guard byte & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      scalar = scalar << 6 | byte & 0x3F
    }
    return (scalar, length)
  }
}
