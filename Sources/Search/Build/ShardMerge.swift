/// Walks several ascending lists of keys at once: a binary heap with one cursor a list.
struct ShardMerge {
  private let keys: [[UInt64]]
  private var at: [Int]
  private var heap: [Int] = []
  /// The lists that hold the key that `next` returned, in order, and where.
  private(set) var current: [(shard: Int, index: Int)] = []

  init(_ keys: [[UInt64]]) {
    self.keys = keys
    at = keys.map { _ in 0 }
    for shard in keys.indices where !keys[shard].isEmpty { push(shard) }
  }

  mutating func next() -> UInt64? {
    current.removeAll(keepingCapacity: true)
    guard let top = heap.first else { return nil }
    let key = keys[top][at[top]]
    while let shard = heap.first, keys[shard][at[shard]] == key {
      current.append((shard, at[shard]))
      at[shard] += 1
      if at[shard] == keys[shard].count {
        heap.swapAt(0, heap.count - 1)
        heap.removeLast()
      }
      sink(0)
    }
    return key
  }

  /// Equal keys come out in order of shards, so that documents ascend.
  private func precedes(_ a: Int, _ b: Int) -> Bool {
    let (x, y) = (keys[a][at[a]], keys[b][at[b]])
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
