/// A decoded text with the place of each of its lines, found once.
struct SourceLines {
  private let text: [UInt8]
  private let starts: [Int]

  /// `text` is UTF-8 with lines ending in LF.
  init(_ text: [UInt8]) {
    self.text = text
    var starts = [0]
    for (index, byte) in text.enumerated() where byte == 0x0A { starts.append(index + 1) }
    self.starts = starts
  }

  /// The bytes of a line, counted from 1, without its end; `nil` when there is no such line.
  func line(_ number: Int) -> ArraySlice<UInt8>? {
    guard number >= 1, number <= starts.count else { return nil }
    let end = number < starts.count ? starts[number] - 1 : text.count
    let line = text[starts[number - 1]..<end]
    return line.last == 0x0D ? line.dropLast() : line
  }
}
