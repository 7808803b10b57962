/// The name of a tag in lower case: as numbers, because every tag of a page is looked up.
struct HTMLName: Equatable {
  /// Its first eight bytes and the next eight, the first byte lowest. A longer name is `endless`: nothing knows one.
  private var low: UInt64 = 0
  private var high: UInt64 = 0
  private static let endless: UInt64 = .max

  init(_ text: [UInt8], _ range: Range<Int>) {
    self.init(text[range])
  }

  init(_ name: StaticString) {
    self.init(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
  }

  private init(_ bytes: some Collection<UInt8>) {
    guard bytes.count <= 16 else {
      high = Self.endless
      return
    }
    var shift: UInt64 = 0
    for byte in bytes {
      let lower = UInt64(byte | ((0x41...0x5A).contains(byte) ? 0x20 : 0))
      if shift < 64 { low |= lower &<< shift } else { high |= lower &<< (shift &- 64) }
      shift &+= 8
    }
  }

  /// Its bytes; none of a longer name.
  var bytes: [UInt8] {
    guard high != Self.endless else { return [] }
    return (0..<16).map { UInt8(truncatingIfNeeded: ($0 < 8 ? low : high) >> UInt64($0 % 8 * 8)) }
      .filter { $0 != 0 }
  }

  /// For a table of 256 places.
  fileprivate var place: Int { Int(((low ^ (high &* 31)) &* 0x9E37_79B9_7F4A_7C15) &>> 56) }
}

/// What a few names stand for.
struct HTMLNameTable<Value: Sendable>: Sendable {
  private var entries: [(name: HTMLName, value: Value)] = []
  /// Where the search for a name begins: the number of an entry, -1 for none. Entries whose names share a place stand
  /// behind it in free ones.
  private var places = [Int16](repeating: -1, count: 256)

  init(_ groups: [(names: [StaticString], value: Value)]) {
    for (names, value) in groups {
      for name in names {
        let name = HTMLName(name)
        var place = name.place
        while places[place] >= 0 { place = (place + 1) % places.count }
        places[place] = Int16(entries.count)
        entries.append((name, value))
      }
    }
  }

  subscript(name: HTMLName) -> Value? {
    var place = name.place
    while places[place] >= 0 {
      let entry = Int(places[place])
      if entries[entry].name == name { return entries[entry].value }
      place = (place + 1) % places.count
    }
    return nil
  }
}
