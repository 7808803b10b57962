import Diagnostics
import Notices
import Search

/// Words that stand for each other in searches, from `content/synonyms.txt`: one group a line, words joined by `=`
/// (`社保 = 社会保险`); what follows `#` at the beginning of a line, or after a space, is a comment.
public struct Synonyms: Sendable, Equatable {
  /// As typed, in the order of the file; each group has at least two words that differ for the search.
  public var groups: [[String]] = []

  public init() {}

  /// More groups slow down every query: each is looked for in each word that is typed.
  static let mostGroups = 2000
  /// The longest word that a query is compared with, in symbols.
  static let longestWord = 32

  /// Reads the file. A line that cannot be used is left out with a diagnostic; the others stand. Linear in its size.
  public static func read(_ file: SourceFile?) -> Diagnosed<Synonyms> {
    var synonyms = Synonyms()
    guard let file else { return Diagnosed(synonyms) }
    let decoded = TextDecoder.decode(file.bytes, path: file.path)
    var diagnostics = decoded.diagnostics
    let lines = String(decoding: decoded.text, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      var reader = LineReader(Array(line.unicodeScalars), number: index + 1, path: file.path)
      let group = reader.group()
      diagnostics += reader.diagnostics
      guard !group.isEmpty else { continue }
      guard synonyms.groups.count < mostGroups else {
        diagnostics.append(
          Diagnostic(
            .synonymsTooMany, String(mostGroups), file: file.path, range: SourceRange(line: index + 1)))
        break
      }
      synonyms.groups.append(group)
    }
    return Diagnosed(synonyms, diagnostics)
  }

  /// One line, word by word.
  private struct LineReader {
    let scalars: [Unicode.Scalar]
    let number: Int
    let path: String
    var diagnostics: [Diagnostic] = []

    init(_ scalars: [Unicode.Scalar], number: Int, path: String) {
      var end = scalars.count
      for (i, scalar) in scalars.enumerated() where scalar == "#" || scalar == "＃" {
        if i == 0 || Self.isSpace(scalars[i - 1]) {
          end = i
          break
        }
      }
      self.scalars = Array(scalars[..<end])
      self.number = number
      self.path = path
    }

    /// The words of a usable line; empty for a blank one and for one with a fault.
    mutating func group() -> [String] {
      let parts = scalars.indices.split(omittingEmptySubsequences: false) {
        scalars[$0] == "=" || scalars[$0] == "＝"
      }
      let whole = trimmed(0..<scalars.count)
      guard !whole.isEmpty else { return [] }
      guard parts.count > 1 else {
        note(.synonymAlone, whole, text(whole))
        return []
      }
      var words: [String] = []
      var folded = Set<String>()
      for part in parts {
        let range = trimmed(part.startIndex..<part.endIndex)
        let word = text(range)
        switch SynonymWord.check(word, longest: Synonyms.longestWord) {
        case .empty: note(.synonymEmpty, range.isEmpty ? part.startIndex..<part.startIndex : range, word)
        case .divided: note(.synonymDivided, range, word)
        case .tooLong: note(.synonymTooLong, range, word, String(Synonyms.longestWord))
        case .word(let symbols):
          if folded.insert(symbols).inserted {
            words.append(word)
          } else {
            note(.synonymRepeated, range, word)
          }
        }
      }
      return words.count > 1 ? words : []
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
      var (low, high) = (range.lowerBound, range.upperBound)
      while low < high && Self.isSpace(scalars[low]) { low += 1 }
      while low < high && Self.isSpace(scalars[high - 1]) { high -= 1 }
      return low..<high
    }

    private func text(_ range: Range<Int>) -> String {
      String(String.UnicodeScalarView(scalars[range]))
    }

    private mutating func note(_ kind: DiagnosticKind, _ range: Range<Int>, _ arguments: String...) {
      var diagnostic = Diagnostic(
        kind, file: path,
        range: SourceRange(
          SourcePosition(line: number, column: range.lowerBound + 1),
          SourcePosition(line: number, column: range.upperBound + 1)))
      diagnostic.arguments = arguments
      diagnostics.append(diagnostic)
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }
  }
}
