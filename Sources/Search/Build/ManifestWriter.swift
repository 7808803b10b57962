/// Writes `m.bin`, before compression.
struct ManifestWriter {
  static let magic: [UInt8] = [0x47, 0x4B, 0x4D, 1]

  private(set) var bytes = ManifestWriter.magic

  init(
    sizes: [UInt8], clauses: Int, options: SearchOptions, terms: TermFiles, alphabet: Alphabet,
    sunk: (count: Int, stream: [UInt8])
  ) {
    for value in [sizes.count, clauses, options.blockShift] { bytes.appendVarint(value) }
    bytes += sizes
    bytes.appendVarint(alphabet.symbols.count)
    var last: UInt32 = 0
    for symbol in alphabet.symbols {
      bytes.appendVarint(Int(symbol - last))
      last = symbol
    }
    for count in terms.rows { bytes.appendVarint(count) }
    bytes.appendVarint(terms.labels.count)
    bytes += terms.labels.starts
    append(options.textCode, alphabet)
    append(alphabet.variants)
    bytes.appendVarint(sunk.count)
    append(sunk.stream)
    append(options.textCode.dictionary)
  }

  private mutating func append(_ bytes: [UInt8]) {
    self.bytes.appendVarint(bytes.count)
    self.bytes += bytes
  }

  /// The group of each symbol, then the units that are none.
  private mutating func append(_ code: TextCode, _ alphabet: Alphabet) {
    for symbol in alphabet.symbols { bytes.append(UInt8(code.group(of: symbol))) }
    let symbols = Set(alphabet.symbols)
    let others = code.groups.joined().filter { !symbols.contains(UInt32($0)) }.sorted()
    bytes.appendVarint(others.count)
    var last: UInt16 = 0
    for unit in others {
      bytes.appendVarint(Int(unit - last))
      bytes.append(UInt8(code.group(of: UInt32(unit))))
      last = unit
    }
  }

  private mutating func append(_ variants: [(source: UInt32, target: [UInt32])]) {
    bytes.appendVarint(variants.count)
    var last: UInt32 = 0
    for (source, target) in variants {
      bytes.appendVarint(Int(source - last))
      last = source
      let target = target.filter { $0 != Symbol.dropped }
      bytes.append(UInt8(target.count))
      for symbol in target { bytes.appendVarint(Int(symbol < Symbol.stop ? 0x20 : symbol)) }
    }
  }
}
