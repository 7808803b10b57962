/// How Han characters are read, without tones.
public enum Pinyin {
  /// The most common syllable of each Han character, words of letters and digits in lower case as they are, everything
  /// else left out: `宁发〔2017〕10号` → `ning fa 2017 10 hao`. Traditional characters are read like their simplified form.
  public static func syllables(of text: String) -> [String] {
    var out: [String] = []
    var word = ""
    for symbol in NormalText(text).symbols {
      if Symbol.isHan(symbol) || symbol == 0 {
        if !word.isEmpty { out.append(word) }
        word = ""
        if let reading = readings(symbol).first { out.append(reading) }
      } else if let scalar = Unicode.Scalar(symbol) {
        word.unicodeScalars.append(scalar)
      }
    }
    if !word.isEmpty { out.append(word) }
    return out
  }

  /// The common readings of a folded character, the usual one first; empty when it has none.
  static func readings(_ symbol: UInt32) -> [String] { PinyinTable.standard.readings(symbol) }
}

/// The table of `PinyinData`, spread out once.
struct PinyinTable: Sendable {
  /// Every syllable, sorted.
  let names: [String]
  /// Where the readings of U+4E00 + i begin in `indices`; one more at the end.
  private let starts: [Int32]
  private let indices: [Int16]

  static let standard: PinyinTable = {
    let bytes = Zlib.decompress(decodeBase64(PinyinData.base64), limit: PinyinData.size) ?? []
    guard let table = try? PinyinTable(bytes) else { preconditionFailure("PinyinData is damaged") }
    return table
  }()

  private init(_ bytes: [UInt8]) throws {
    var cursor = ByteCursor(bytes)
    guard try Array(cursor.take(4)) == [0x47, 0x4B, 0x50, 1] else { throw ByteCursor.Truncated() }
    var names: [String] = []
    for _ in 0..<(try cursor.count()) {
      names.append(String(decoding: try cursor.take(cursor.byte()), as: UTF8.self))
    }
    var starts: [Int32] = [0]
    var indices: [Int16] = []
    for _ in 0..<(try cursor.count()) {
      for _ in 0..<(try cursor.byte()) {
        let index = try cursor.byte() | (try cursor.byte()) << 8
        guard index < names.count else { throw ByteCursor.Truncated() }
        indices.append(Int16(index))
      }
      starts.append(Int32(indices.count))
    }
    (self.names, self.starts, self.indices) = (names, starts, indices)
  }

  func readings(_ symbol: UInt32) -> [String] {
    let i = symbol == 0x3007 ? starts.count - 2 : Int(symbol) - 0x4E00
    guard i >= 0, i < starts.count - 1 else { return [] }
    return indices[Int(starts[i])..<Int(starts[i + 1])].map { names[Int($0)] }
  }
}
