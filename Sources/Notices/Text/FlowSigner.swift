extension Flow {
  /// `部　长　　钟　山` → `部长 钟山`: letters set apart are joined, office and name keep one space.
  func compactSigner(_ range: Range<Int>) -> String {
    var words: [[UInt8]] = []
    var gaps: [Int] = []
    var gap = 0
    var cursor = Cursor(buffer, range)
    var word: [UInt8] = []
    while !cursor.isAtEnd {
      let at = cursor.at
      if Scalars.isLayout(cursor.next()) {
        if !word.isEmpty {
          words.append(word)
          gaps.append(0)
          word = []
        }
        gap += 1
        if !gaps.isEmpty { gaps[gaps.count - 1] = gap }
      } else {
        gap = 0
        word.append(contentsOf: buffer[at..<cursor.at])
      }
    }
    if !word.isEmpty { words.append(word) }
    // The widest gap separates the office from the name.
    let widest = gaps.prefix(max(0, words.count - 1)).max() ?? 0
    var result: [UInt8] = []
    for (i, word) in words.enumerated() {
      result.append(contentsOf: word)
      if i < words.count - 1, gaps[i] == widest { result.append(0x20) }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
