import Diagnostics
import Yams

/// YAML → `MetadataNode`; the one place that calls Yams. Anchors with aliases are refused before anything is composed,
/// so a short text cannot stand for a huge value.
package enum MetadataYAML {
  /// Deeper nesting than this is refused; metadata needs three levels.
  package static let depthLimit = 12

  /// The entries of a mapping; `nil` when the text is no mapping or is refused (a diagnostic says which).
  package static func read(_ yaml: [UInt8], path: String) -> Diagnosed<[MetadataEntry]?> {
    if let refusal = refusal(yaml, path: path) { return Diagnosed(nil, [refusal]) }
    do {
      let text = String(decoding: yaml, as: UTF8.self)
      guard let root = try compose(yaml: text, .basic, .default, .utf8) else { return Diagnosed([]) }
      guard case .map(let entries, _) = node(root) else {
        return Diagnosed(nil, [Diagnostic(.frontMatterNotMapping, file: path, range: range(root.mark))])
      }
      return Diagnosed(entries)
    } catch let error as YamlError {
      return Diagnosed(nil, [diagnostic(error, path: path)])
    } catch {
      return Diagnosed(nil, [Diagnostic(.frontMatterInvalid, "\(error)", file: path)])
    }
  }

  // MARK: - Bombs

  private static func refusal(_ yaml: [UInt8], path: String) -> Diagnostic? {
    let shape = YAMLShape(yaml)
    if let offset = shape.alias {
      return Diagnostic(.frontMatterAlias, file: path, range: SourceRange(atByte: offset, of: yaml))
    }
    if let offset = shape.tooDeep {
      return Diagnostic(
        .frontMatterTooDeep, "\(depthLimit)", file: path, range: SourceRange(atByte: offset, of: yaml))
    }
    return nil
  }

  // MARK: - Values

  private static func node(_ node: Node) -> MetadataNode {
    switch node {
    case .scalar(let scalar):
      let place = range(scalar.mark, width: scalar.string.unicodeScalars.count)
      let isPlain = scalar.style == .plain || scalar.style == .any
      return isPlain && ["", "~", "null", "Null", "NULL"].contains(scalar.string)
        ? .none(place) : .text(scalar.string, place)
    case .sequence(let sequence):
      return .list(sequence.map(Self.node), range(sequence.mark))
    case .mapping(let mapping):
      return .map(mapping.map(Self.entry), range(mapping.mark))
    case .alias(let alias):
      return .none(range(alias.mark))
    }
  }

  private static func entry(_ pair: (key: Node, value: Node)) -> MetadataEntry {
    let key = pair.key.scalar?.string ?? ""
    return MetadataEntry(
      key: key, keyRange: range(pair.key.mark, width: key.unicodeScalars.count), value: node(pair.value))
  }

  private static func range(_ mark: Mark?, width: Int = 1) -> SourceRange {
    let start = SourcePosition(line: max(1, mark?.line ?? 1), column: max(1, mark?.column ?? 1))
    return SourceRange(start, SourcePosition(line: start.line, column: start.column + max(1, width)))
  }

  // MARK: - Errors

  private static func diagnostic(_ error: YamlError, path: String) -> Diagnostic {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return Diagnostic(.frontMatterInvalid, problem, file: path, range: range(mark))
    case .duplicatedKeysInMapping(let keys, let context):
      return Diagnostic(
        .frontMatterKeyTwice, keys.joined(separator: " "), file: path, range: range(context.mark))
    case .reader(let problem, _, _, _):
      return Diagnostic(.frontMatterInvalid, problem, file: path)
    default:
      return Diagnostic(.frontMatterInvalid, "\(error)", file: path)
    }
  }
}

/// What a byte scan tells about YAML before it is parsed. Quotes are not followed: it errs towards refusing.
private struct YAMLShape {
  /// Where an alias stands, when there are anchors too.
  var alias: Int?
  /// Where the nesting passes the limit.
  var tooDeep: Int?

  init(_ yaml: [UInt8]) {
    var anchor = false
    var flowDepth = 0
    var blockDepth = 0
    var atValue = true
    for (index, byte) in yaml.enumerated() {
      switch byte {
      case 0x0A:
        (atValue, blockDepth) = (true, 0)
      case 0x20, 0x09:
        break
      // `- `, `? ` and `: ` open a level each when they stand in a row.
      case 0x2D, 0x3F, 0x3A:
        let opens = index + 1 < yaml.count && yaml[index + 1] <= 0x20
        if opens { blockDepth = atValue ? blockDepth + 1 : 1 }
        atValue = opens
      case 0x5B, 0x7B:
        flowDepth += 1
        atValue = true
      case 0x5D, 0x7D:
        flowDepth = max(0, flowDepth - 1)
        atValue = false
      case 0x2C:
        atValue = true
      case 0x26 where atValue && Self.beginsName(yaml, after: index):
        anchor = true
        atValue = true
      case 0x2A where atValue && Self.beginsName(yaml, after: index):
        if alias == nil { alias = index }
        atValue = false
      default:
        atValue = false
      }
      if tooDeep == nil, flowDepth > MetadataYAML.depthLimit || blockDepth > MetadataYAML.depthLimit {
        tooDeep = index
      }
    }
    if !anchor { alias = nil }
  }

  private static func beginsName(_ yaml: [UInt8], after index: Int) -> Bool {
    index + 1 < yaml.count && yaml[index + 1] > 0x20 && yaml[index + 1] != 0x2A
  }
}
