/// Keys under which a document number is found however it is typed.
enum DocumentNumberKey {
  /// A number split as `机关代字 年 序号`, in folded symbols.
  struct Parsed: Equatable {
    var code: [UInt32]
    var year: [UInt32]
    var serial: [UInt32]
  }

  /// The keys to index a number under: the whole, and year with serial alone.
  static func keys(of number: String) -> [[UInt8]] {
    let symbols = NormalText(number).symbols
    guard symbols.count <= 64, symbols.contains(where: Symbol.isDigit) else { return [] }
    var out = [key(of: symbols)]
    if let parsed = parse(symbols), !parsed.code.isEmpty { out.append(key(of: parsed.year + parsed.serial)) }
    return out
  }

  /// The key of a typed number: separators, 第 before a digit and a final 号 left out.
  static func key(of symbols: [UInt32]) -> [UInt8] {
    var out = [LabelClass.number]
    for symbol in compact(symbols) { out.appendSymbol(symbol) }
    return out
  }

  /// Reads `code? year 第? serial 号?` with or without brackets and spaces; `nil` when it is not that.
  static func parse(_ symbols: [UInt32]) -> Parsed? {
    let text = compact(symbols)
    guard let digit = text.firstIndex(where: { Symbol.isDigit($0) }) else { return nil }
    let digits = text[digit...]
    guard digit <= 24, digits.allSatisfy(Symbol.isDigit), (5...10).contains(digits.count) else { return nil }
    let year = Array(digits.prefix(4))
    guard year[0] == 0x31 && year[1] == 0x39 || year[0] == 0x32 && year[1] == 0x30 else { return nil }
    let code = Array(text[..<digit])
    guard code.isEmpty || code.contains(where: Symbol.isHan) else { return nil }
    // Without a code, only a typed border between year and serial tells a number from any other digits.
    if code.isEmpty && symbols.firstIndex(of: 0) != 4 { return nil }
    return Parsed(code: code, year: year, serial: Array(digits.dropFirst(4)))
  }

  private static func compact(_ symbols: [UInt32]) -> [UInt32] {
    var out: [UInt32] = []
    let letters = symbols.filter { $0 != 0 }
    for (i, symbol) in letters.enumerated() {
      let next = i + 1 < letters.count ? letters[i + 1] : 0
      if symbol == 0x7B2C && Symbol.isDigit(next) { continue }  // 第
      if symbol == 0x53F7 && next == 0 && i > 0 && Symbol.isDigit(letters[i - 1]) { continue }  // 号
      out.append(symbol)
    }
    return out
  }
}
