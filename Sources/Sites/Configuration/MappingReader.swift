import Diagnostics
import Notices
import Yams

/// A key of a configuration file: its name and the English alias.
typealias MappingKey = (name: String, alias: String)

/// Takes typed values out of a YAML mapping and notes everything that is not as it should be, each with line and column.
struct MappingReader {
  let path: String
  var diagnostics: [Diagnostic] = []
  private var values: [String: Node] = [:]

  /// Unknown keys are reported at once, with the nearest known one.
  init(_ node: Node, of path: String, keys: [MappingKey]) {
    self.path = path
    guard let mapping = node.mapping else {
      note(.configurationWrongType, node, Self.describe(node), "mapping")
      return
    }
    for (key, value) in mapping {
      let name = key.string ?? ""
      if let known = keys.first(where: { $0.name == name || $0.alias == name }) {
        if values.updateValue(value, forKey: known.name) != nil {
          note(.configurationDuplicateKey, key, name)
        }
      } else if let near = NearMiss.nearest(to: name, in: keys.flatMap({ [$0.name, $0.alias] })) {
        note(.configurationUnknownKeyNear, key, name, near)
      } else {
        note(.configurationUnknownKey, key, name, keys.map(\.name).joined(separator: "、"))
      }
    }
  }

  /// A scalar that is not empty, trimmed.
  mutating func text(_ key: String) -> String? {
    guard let node = values[key] else { return nil }
    guard let scalar = node.scalar else {
      note(.configurationWrongType, node, key, "text")
      return nil
    }
    let value = trimmed(scalar.string)
    return value.isEmpty || (scalar.style == .plain && (value == "~" || value == "null")) ? nil : value
  }

  /// A sequence of scalars; a single scalar counts as one.
  mutating func texts(_ key: String) -> [String]? {
    guard let node = values[key] else { return nil }
    if let scalar = node.scalar { return scalar.string.isEmpty ? [] : [trimmed(scalar.string)] }
    guard let sequence = node.sequence else {
      note(.configurationWrongType, node, key, "list")
      return nil
    }
    var result: [String] = []
    for item in sequence {
      if let scalar = item.scalar {
        result.append(trimmed(scalar.string))
      } else {
        note(.configurationWrongType, item, key, "text")
      }
    }
    return result
  }

  mutating func integer(_ key: String, _ range: ClosedRange<Int>) -> Int? {
    guard let node = values[key], let text = text(key) else { return nil }
    guard let value = Int(text), range.contains(value) else {
      note(.configurationValue, node, key, text, "\(range.lowerBound)–\(range.upperBound)")
      return nil
    }
    return value
  }

  mutating func truth(_ key: String) -> Bool? {
    guard let node = values[key], let text = text(key) else { return nil }
    switch text {
    case "true", "是", "yes": return true
    case "false", "否", "no": return false
    default:
      note(.configurationValue, node, key, text, "true / false")
      return nil
    }
  }

  mutating func choice(_ key: String, _ allowed: [String]) -> String? {
    guard let node = values[key], let text = text(key) else { return nil }
    guard allowed.contains(text) else {
      note(.configurationValue, node, key, text, allowed.joined(separator: " / "))
      return nil
    }
    return text
  }

  /// A list of words, each one of `allowed`; the others are reported and left out.
  mutating func choices(_ key: String, _ allowed: [String]) -> [String]? {
    guard let node = values[key], let words = texts(key) else { return nil }
    return words.filter { word in
      if allowed.contains(word) { return true }
      note(.configurationValue, node, key, word, allowed.joined(separator: " / "))
      return false
    }
  }

  /// `YYYY-MM-DD`.
  mutating func day(_ key: String) -> CivilDate? {
    guard let node = values[key], let text = text(key) else { return nil }
    guard let day = CivilDate(iso: text) else {
      note(.configurationValue, node, key, text, "2026-01-31")
      return nil
    }
    return day
  }

  /// Where the value of a key begins.
  func line(of key: String) -> Int? { values[key]?.mark.map { max(1, $0.line) } }

  /// An address on the web.
  mutating func address(_ key: String) -> String? {
    guard let node = values[key], let text = text(key) else { return nil }
    guard text.hasPrefix("https://") || text.hasPrefix("http://"), WebAddress.isClean(text) else {
      note(.configurationValue, node, key, text, "https://…")
      return nil
    }
    return text
  }

  /// The address of the site's root; a final `/` is added, a query or fragment refused.
  mutating func baseAddress(_ key: String) -> String? {
    guard let node = values[key], let text = address(key) else { return nil }
    guard !text.contains("?"), !text.contains("#"), text.split(separator: "/").count >= 2 else {
      note(.configurationValue, node, key, text, "https://www.example.gov.cn/")
      return nil
    }
    return text.hasSuffix("/") ? text : text + "/"
  }

  mutating func sequence(_ key: String) -> [Node]? {
    guard let node = values[key] else { return nil }
    guard let sequence = node.sequence else {
      note(.configurationWrongType, node, key, "list")
      return nil
    }
    return Array(sequence)
  }

  mutating func mapping(_ key: String, keys: [MappingKey]) -> MappingReader? {
    guard let node = values[key] else { return nil }
    guard node.mapping != nil else {
      note(.configurationWrongType, node, key, "mapping")
      return nil
    }
    return MappingReader(node, of: path, keys: keys)
  }

  private mutating func note(_ kind: DiagnosticKind, _ node: Node, _ arguments: String...) {
    var diagnostic = Diagnostic(kind, file: path, range: YAMLFile.range(node.mark))
    diagnostic.arguments = arguments
    diagnostics.append(diagnostic)
  }

  private static func describe(_ node: Node) -> String { node.scalar?.string ?? "–" }

  private func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[first...last])
  }
}

extension NearMiss {
  /// The name of `names` that a mistyped one most likely means; upper and lower case do not count.
  static func nearest(to name: String, in names: [String]) -> String? {
    nearest(to: name.lowercased(), among: names.map { Known(name: $0, folded: $0.lowercased()) })
  }
}
