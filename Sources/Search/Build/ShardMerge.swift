/// Walks the terms of several shards at once: a binary heap with one cursor a shard.
struct ShardMerge {
  private var cursors: [PackedTerms.Cursor]
  private var heap: [Int] = []
  /// The shards that hold the key that `next` returned, in order, and where their postings lie.
  private(set) var current: [(shard: Int, postings: Range<Int>)] = []

  init(_ terms: [PackedTerms]) {
    cursors = terms.map { PackedTerms.Cursor($0) }
    for shard in cursors.indices where cursors[shard].postings != nil { push(shard) }
  }

  mutating func next() -> UInt64? {
    current.removeAll(keepingCapacity: true)
    guard let top = heap.first else { return nil }
    let key = cursors[top].key
    while let shard = heap.first, cursors[shard].key == key, let postings = cursors[shard].postings {
      current.append((shard, postings))
      cursors[shard].advance()
      if cursors[shard].postings == nil {
        heap.swapAt(0, heap.count - 1)
        heap.removeLast()
      }
      sink(0)
    }
    return key
  }

  /// Equal keys come out in order of shards, so that documents ascend.
  private func precedes(_ a: Int, _ b: Int) -> Bool {
    let (x, y) = (cursors[a].key, cursors[b].key)
    return x == y ? a < b : x < y
  }

  private mutating func push(_ shard: Int) {
    heap.append(shard)
    var i = heap.count - 1
    while i > 0 && precedes(heap[i], heap[(i - 1) / 2]) {
      heap.swapAt(i, (i - 1) / 2)
      i = (i - 1) / 2
    }
  }

  private mutating func sink(_ start: Int) {
    var i = start
    while true {
      var least = i
      for child in [2 * i + 1, 2 * i + 2] where child < heap.count && precedes(heap[child], heap[least]) {
        least = child
      }
      if least == i { return }
      heap.swapAt(i, least)
      i = least
    }
  }
}
