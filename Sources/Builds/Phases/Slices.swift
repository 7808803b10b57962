/// Parallel work with results in the order of the input: 1 job and N jobs give the same array.
package enum Slices {
  /// Applies `body` to contiguous slices of `items`, at most `jobs` at a time, and joins what they return by the
  /// index of the slice. A slice has at most `size` items. An error of any slice ends the work.
  ///
  /// A slice is a unit of scheduling (about 2 µs each) and of memory: what its items allocate can be reused.
  package static func map<Item: Sendable, Result: Sendable>(
    _ items: [Item], jobs: Int, size: Int = 32,
    _ body: @escaping @Sendable (ArraySlice<Item>) throws -> [Result]
  ) async throws -> [Result] {
    let starts = Array(stride(from: 0, to: items.count, by: max(size, 1)))
    let slice = { (index: Int) in items[starts[index]..<min(starts[index] + size, items.count)] }
    if jobs <= 1 || starts.count <= 1 {
      var joined: [Result] = []
      for index in starts.indices { joined += try body(slice(index)) }
      return joined
    }
    return try await withThrowingTaskGroup(of: (Int, [Result]).self) { group in
      var results = [[Result]?](repeating: nil, count: starts.count)
      var next = 0
      func add() {
        guard next < starts.count else { return }
        let (index, part) = (next, slice(next))
        group.addTask { (index, try body(part)) }
        next += 1
      }
      for _ in 0..<jobs { add() }
      while let (index, part) = try await group.next() {
        results[index] = part
        add()
      }
      return results.flatMap { $0 ?? [] }
    }
  }
}
