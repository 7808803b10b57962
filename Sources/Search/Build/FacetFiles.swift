/// One file for each facet: its values by number of documents, each with the list of them.
struct FacetFiles {
  static let magic: [UInt8] = [0x47, 0x4B, 0x56, 1]

  let names: [String]
  /// Before compression, in the order of `names`.
  private(set) var contents: [[UInt8]] = []

  init(_ documents: [[(name: String, values: [String])]], _ encoder: inout ListEncoder) {
    var lists: [String: [String: [Int32]]] = [:]
    for (i, facets) in documents.enumerated() {
      for (name, values) in facets {
        for value in values where lists[name]?[value]?.last != Int32(i) {
          lists[name, default: [:]][value, default: []].append(Int32(i))
        }
      }
    }
    names = lists.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    for name in names {
      let values = (lists[name] ?? [:]).sorted {
        $0.value.count == $1.value.count
          ? $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) : $0.value.count > $1.value.count
      }
      var bytes = Self.magic
      bytes.appendVarint(values.count)
      for (value, list) in values {
        let stream = encoder.set(list)
        bytes.appendVarint(value.utf8.count)
        bytes += Array(value.utf8)
        bytes.appendVarint(list.count)
        bytes.appendVarint(stream.count)
        bytes += stream
      }
      contents.append(bytes)
    }
  }
}
