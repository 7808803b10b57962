import Diagnostics
import Yams

/// A YAML file as a tree with marks. Scalars stay the strings that were typed: nothing is guessed to be a number,
/// a date or a truth value. Limits on size and depth come before the parser, so that no input can exhaust it.
struct YAMLFile {
  /// Larger files are refused; a configuration is some kilobytes.
  static let maximumBytes = 4_000_000
  static let maximumDepth = 64

  let path: String
  /// `nil` for an empty file.
  let root: Node?

  /// The tree, or the one diagnostic that says why there is none.
  static func read(_ file: SourceFile) -> Diagnosed<YAMLFile?> {
    guard file.bytes.count <= maximumBytes else {
      return Diagnosed(
        nil,
        [Diagnostic(.configurationTooLarge, String(file.bytes.count), String(maximumBytes), file: file.path)])
    }
    var bytes = file.bytes[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      return Diagnosed(nil, [Diagnostic(.configurationEncoding, file: file.path)])
    }
    if let line = lineTooDeep(bytes) {
      return Diagnosed(
        nil,
        [
          Diagnostic(
            .configurationTooDeep, String(maximumDepth), file: file.path, range: SourceRange(line: line))
        ])
    }
    do {
      return Diagnosed(YAMLFile(path: file.path, root: try Yams.compose(yaml: text)))
    } catch let error as YamlError {
      return Diagnosed(nil, [diagnostic(error, file.path)])
    } catch {
      return Diagnosed(nil, [Diagnostic(.configurationSyntax, String(describing: error), file: file.path)])
    }
  }

  /// The first line whose flow or compact nesting or indentation exceeds what a configuration needs.
  private static func lineTooDeep(_ bytes: ArraySlice<UInt8>) -> Int? {
    var line = 1
    var open = 0
    var leading = true
    var indent = 0
    var dashes = 0
    for byte in bytes {
      switch byte {
      case 0x0A:
        line += 1
        leading = true
        indent = 0
        dashes = 0
      case 0x20 where leading: indent += 1
      case 0x2D where leading, 0x3F where leading: dashes += 1
      case 0x5B, 0x7B:
        open += 1
        leading = false
      case 0x5D, 0x7D:
        open = max(0, open - 1)
        leading = false
      default: leading = false
      }
      if open > maximumDepth || dashes > maximumDepth || indent > maximumDepth * 8 { return line }
    }
    return nil
  }

  private static func diagnostic(_ error: YamlError, _ path: String) -> Diagnostic {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return Diagnostic(.configurationSyntax, problem, file: path, range: range(mark))
    case .duplicatedKeysInMapping(let keys, let context):
      return Diagnostic(
        .configurationDuplicateKey, keys.sorted().joined(separator: ", "), file: path,
        range: range(context.mark))
    case .reader(let problem, _, _, _):
      return Diagnostic(.configurationSyntax, problem, file: path)
    default:
      return Diagnostic(.configurationSyntax, "YAML", file: path)
    }
  }

  static func range(_ mark: Mark?) -> SourceRange? {
    guard let mark else { return nil }
    let start = SourcePosition(line: max(1, mark.line), column: max(1, mark.column))
    return SourceRange(start, start)
  }
}
