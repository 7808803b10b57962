/// Takes comments and needless white space out of a style sheet, so that a theme's source may be as readable as it
/// likes. Nothing else changes: no value is rewritten, no rule is moved or merged.
///
/// Strings, `url(…)` and escapes stay as they are, and so do comments that begin with `/*!`, which by custom hold a
/// licence. A sheet with an open string, comment or address is returned as it came. Linear in the bytes.
struct StyleSheetMinifier {
  private let bytes: [UInt8]
  private var at = 0
  private var out: [UInt8] = []
  /// White space or a comment was passed since the last byte that was written.
  private var spaced = false
  /// A comment alone was passed: it parts two tokens without being a combinator.
  private var parted = false

  static func minify(_ bytes: [UInt8]) -> [UInt8] {
    var minifier = StyleSheetMinifier(bytes)
    return minifier.run() ? minifier.out : bytes
  }

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    out.reserveCapacity(bytes.count)
  }

  private mutating func run() -> Bool {
    while at < bytes.count {
      switch bytes[at] {
      case 0x20, 0x09, 0x0A, 0x0C, 0x0D:
        spaced = true
        at += 1
      case 0x2F where bytes[at...].starts(with: "/*".utf8):
        guard comment() else { return false }
      case let quote where quote == 0x22 || quote == 0x27:
        guard let end = stringEnd(quote) else { return false }
        write(bytes[at..<end])
        at = end
      case 0x5C where at + 1 < bytes.count:
        write(bytes[at..<(at + 2)])
        at += 2
      case let byte:
        if startsAddress {
          guard let end = bytes[at...].firstIndex(of: 0x29) else { return false }
          write(bytes[at...end])
          at = end + 1
        } else {
          write(bytes[at...at], punctuation: byte)
          at += 1
        }
      }
    }
    if !out.isEmpty { out.append(0x0A) }
    return true
  }

  private mutating func comment() -> Bool {
    var end = at + 2
    while end + 1 < bytes.count, bytes[end] != 0x2A || bytes[end + 1] != 0x2F { end += 1 }
    guard end + 1 < bytes.count else { return false }
    if bytes[at + 2] == 0x21 {
      write(bytes[at...(end + 1)])
    } else {
      parted = true
    }
    at = end + 2
    return true
  }

  /// The offset behind the closing mark; `nil` when the line ends first.
  private func stringEnd(_ quote: UInt8) -> Int? {
    var index = at + 1
    while index < bytes.count {
      switch bytes[index] {
      case quote: return index + 1
      case 0x5C: index += 2
      case 0x0A, 0x0C, 0x0D: return nil
      default: index += 1
      }
    }
    return nil
  }

  /// `url(` before an address without marks, which may hold `//` and `;`.
  private var startsAddress: Bool {
    guard bytes[at] | 0x20 == 0x75, at + 4 < bytes.count else { return false }
    let name = bytes[at..<(at + 4)].map { $0 | 0x20 }
    guard name.starts(with: "url".utf8), bytes[at + 3] == 0x28,
      !(out.last.map(Self.isName) ?? false) || spaced
    else { return false }
    let first = bytes[(at + 4)...].first { ![0x20, 0x09, 0x0A, 0x0C, 0x0D].contains($0) }
    return first != 0x22 && first != 0x27
  }

  /// Appends with a space before it where one is needed.
  private mutating func write(_ piece: ArraySlice<UInt8>, punctuation: UInt8? = nil) {
    let last = out.last
    if spaced {
      if needsSpace(before: punctuation, after: last) { out.append(0x20) }
    } else if parted, let last, Self.isName(last), piece.first.map(Self.isName) ?? false {
      out.append(contentsOf: "/**/".utf8)
    }
    if punctuation == 0x7D, out.last == 0x3B, !isEscaped, out.dropLast().last != 0x20 { out.removeLast() }
    out.append(contentsOf: piece)
    spaced = false
    parted = false
  }

  /// A space is kept unless a mark beside it makes it meaningless. `--empty: ;` keeps its only white space, which
  /// older browsers take for the value; `a :hover`, `1px + 2px` and `and (` mean something else without theirs.
  private func needsSpace(before next: UInt8?, after last: UInt8?) -> Bool {
    guard let last else { return false }
    if !isEscaped {
      if last == 0x3A { return next == 0x3B || next == 0x7D }
      if "{};,(>".utf8.contains(last) { return false }
    }
    guard let next else { return true }
    return !"{};,)>".utf8.contains(next)
  }

  /// Whether the last byte that was written belongs to an escape such as `\,`.
  private var isEscaped: Bool {
    out.count >= 2 && out[out.count - 2] == 0x5C
  }

  private static func isName(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte == 0x2D || byte == 0x5F || byte == 0x25 || (0x30...0x39).contains(byte)
      || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
