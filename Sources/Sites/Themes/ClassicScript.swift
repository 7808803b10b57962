/// Scripts for pages that are opened from a disk. Browsers refuse modules there (their origin is opaque), but run classic
/// scripts: so each module becomes one, in a function of its own, and `import()` loads a script and takes what it exports.
///
/// Modules of themes may use `export` in front of declarations and lists, `import('./x.js')` and `import.meta.url`; static
/// imports cannot be converted.
public struct ClassicScript: Sendable {
  /// The classic script.
  public let bytes: [UInt8]
  /// The first line that could not be converted; `nil` when all is well.
  public let unsupported: Int?

  /// Converts a module, or wraps a script that is none. Linear in its size.
  public init(_ module: [UInt8]) {
    let text = String(decoding: module, as: UTF8.self)
    var names: [(local: String, exported: String)] = []
    var lines: [String] = []
    var fault: Int?
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      var line = String(line)
      if line.hasPrefix("export ") {
        let rest = line.dropFirst("export ".count)
        if rest.hasPrefix("{"), let found = Self.list(rest) {
          names += found
          line = ""
        } else if let name = Self.declared(rest) {
          names.append((name, name))
          line = String(rest)
        } else {
          fault = fault ?? index + 1
        }
      } else if Self.isStaticImport(line) {
        fault = fault ?? index + 1
      }
      lines.append(
        line.replacing("import(", with: "gongkaiImport(").replacing(
          "import.meta.url", with: "gongkaiScript.src"))
    }
    let exports = names.map { $0.local == $0.exported ? $0.local : "\($0.exported): \($0.local)" }
    let body = lines.joined(separator: "\n")
    bytes = Array(
      (Self.opening + body + "\ngongkaiScript.exports = { \(exports.joined(separator: ", ")) }\n})()\n").utf8)
    unsupported = fault
  }

  /// A page that loads modules, made to load classic scripts once it is read, which is when modules run. Text of documents
  /// cannot contain a tag: it is escaped.
  public static func page(_ html: [UInt8]) -> [UInt8] {
    let module = Array("<script type=\"module\"".utf8)
    let classic = Array("<script defer".utf8)
    var out: [UInt8] = []
    out.reserveCapacity(html.count)
    var at = 0
    while at < html.count {
      if html[at] == module[0], html[at...].starts(with: module) {
        out += classic
        at += module.count
      } else {
        out.append(html[at])
        at += 1
      }
    }
    return out
  }

  private static let opening = """
    (() => { 'use strict'
    const gongkaiScript = document.currentScript
    const gongkaiImport = path => new Promise((resolve, reject) => {
      const it = document.createElement('script')
      it.src = new URL(path, gongkaiScript.src).href
      it.onload = () => it.exports ? resolve(it.exports) : reject(new Error(it.src))
      it.onerror = () => reject(new Error(it.src))
      document.head.append(it)
    })

    """

  /// `const open = …`, `class Engine {`, `async function f(`.
  private static func declared(_ rest: Substring) -> String? {
    for keyword in ["const ", "let ", "var ", "class ", "function ", "async function "]
    where rest.hasPrefix(keyword) {
      let name = rest.dropFirst(keyword.count).prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "$" }
      return name.isEmpty ? nil : String(name)
    }
    return nil
  }

  /// `{ a, b as c }` on one line.
  private static func list(_ rest: Substring) -> [(local: String, exported: String)]? {
    guard let end = rest.firstIndex(of: "}") else { return nil }
    var out: [(String, String)] = []
    for item in rest[rest.index(after: rest.startIndex)..<end].split(separator: ",") {
      let words = item.split(whereSeparator: \.isWhitespace).map(String.init)
      switch words.count {
      case 1: out.append((words[0], words[0]))
      case 3 where words[1] == "as": out.append((words[0], words[2]))
      default: return nil
      }
    }
    return out
  }

  private static func isStaticImport(_ line: String) -> Bool {
    ["import {", "import *", "import '", "import \""].contains(where: line.hasPrefix)
      || line.hasPrefix("import ") && line.contains(" from ")
  }
}
