/// The symbols of a segment and what else stands in its texts.
struct Alphabet {
  /// Folded symbols that occur, ascending. A symbol's place here is its number in numeric keys.
  let symbols: [UInt32]
  /// Scalars of the texts that fold to something else, ascending, with what they fold to.
  let variants: [(source: UInt32, target: [UInt32])]
  private var places = [Int32](repeating: 0, count: Int(FoldTable.limit))

  init(shards: [IndexShard]) {
    var used = [Bool](repeating: false, count: Int(FoldTable.limit))
    var varied = used
    for shard in shards {
      for symbol in shard.alphabet { used[Int(symbol)] = true }
      for scalar in shard.variants { varied[Int(scalar)] = true }
    }
    symbols = used.indices.filter { used[$0] }.map(UInt32.init)
    variants = varied.indices.filter { varied[$0] }.map {
      (UInt32($0), FoldTable.standard.variant(UInt32($0)) ?? [])
    }
    for (i, symbol) in symbols.enumerated() { places[Int(symbol)] = Int32(i) }
  }

  /// The numeric key of a shard's key: characters first, then pairs, then mixed pairs.
  func key(_ packed: UInt64) -> Int {
    let first = Int(places[Int(packed >> 18 & 0x3FFFF)])
    let second = Int(places[Int(packed & 0x3FFFF)])
    let size = symbols.count
    switch packed >> 36 {
    case TermClass.character.rawValue: return second
    case TermClass.pair.rawValue: return size + first * size + second
    default: return size + size * size + first * size + second
    }
  }
}
