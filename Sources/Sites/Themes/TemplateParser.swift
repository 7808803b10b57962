import Diagnostics

/// Parses the part of mustache that themes may use: variables, sections, inverted sections, comments, partials, parents
/// and blocks. Changed delimiters, pragmas, transforms and dynamic names are refused, because what they print cannot
/// be checked when the theme is loaded. Linear.
struct TemplateParser {
  private static let maximumDepth = 64

  private let file: String
  private let bytes: [UInt8]
  private var at = 0
  private var position = SourcePosition(line: 1)
  private var engine: [UInt8] = []
  private var diagnostics: [Diagnostic] = []

  /// The parsed template, or `nil` and the faults.
  static func parse(_ file: SourceFile) -> Diagnosed<TemplateSource?> {
    guard String(validating: file.bytes, as: UTF8.self) != nil else {
      return Diagnosed(nil, [Diagnostic(.templateSyntax, "UTF-8", file: file.path)])
    }
    var parser = TemplateParser(file)
    let nodes = parser.nodes(until: nil, depth: 0)
    guard parser.diagnostics.isEmpty else { return Diagnosed(nil, parser.diagnostics) }
    return Diagnosed(
      TemplateSource(
        file: file.path, nodes: nodes, engineText: String(decoding: parser.engine, as: UTF8.self)))
  }

  private init(_ file: SourceFile) {
    self.file = file.path
    var bytes = file.bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    self.bytes = bytes
    engine.reserveCapacity(bytes.count + bytes.count / 16)
  }

  private struct Tag {
    var sigil: UInt8
    var name: String
    var position: SourcePosition
    var source: ArraySlice<UInt8>
  }

  private mutating func nodes(until end: Tag?, depth: Int) -> [TemplateNode] {
    var result: [TemplateNode] = []
    guard depth < Self.maximumDepth else {
      fault("nesting > \(Self.maximumDepth)", position)
      return result
    }
    while diagnostics.isEmpty, let tag = nextTag() {
      if tag.sigil == 0x2F {
        guard let end, end.name == tag.name else {
          fault("{{/\(tag.name)}}\(end.map { " ≠ {{/\($0.name)}}" } ?? "")", tag.position)
          return result
        }
        return result
      }
      if let node = node(tag, depth) { result.append(node) }
    }
    if let end, diagnostics.isEmpty { fault("{{\(Self.sigilText(end.sigil))\(end.name)}} …", end.position) }
    return result
  }

  private mutating func node(_ tag: Tag, _ depth: Int) -> TemplateNode? {
    switch tag.sigil {
    case 0x23, 0x5E:
      return .section(
        name: tag.name, inverted: tag.sigil == 0x5E,
        children: nodes(until: tag, depth: depth + 1), at: tag.position)
    case 0x3E: return .partial(name: tag.name, at: tag.position)
    case 0x24:
      return .block(
        TemplateBlock(
          name: tag.name, children: nodes(until: tag, depth: depth + 1),
          at: tag.position))
    case 0x3C:
      let inside = nodes(until: tag, depth: depth + 1)
      var blocks: [TemplateBlock] = []
      for node in inside {
        if case .block(let block) = node {
          blocks.append(block)
        } else {
          fault("{{<\(tag.name)}}: {{$…}}", tag.position)
        }
      }
      return .parent(name: tag.name, blocks: blocks, at: tag.position)
    case 0x21: return nil
    case 0x7B, 0x26: return .variable(name: tag.name, raw: true, at: tag.position)
    default: return .variable(name: tag.name, raw: false, at: tag.position)
    }
  }

  /// Copies text up to the next tag to the engine's source and takes the tag.
  private mutating func nextTag() -> Tag? {
    let start = at
    while at < bytes.count, !(bytes[at] == 0x7B && at + 1 < bytes.count && bytes[at + 1] == 0x7B) {
      advance()
    }
    engine.append(contentsOf: bytes[start..<at])
    guard at < bytes.count else { return nil }
    let opened = position
    let tagStart = at
    advance(2)
    let sigil = at < bytes.count && Self.sigils.contains(bytes[at]) ? bytes[at] : 0
    if sigil != 0 { advance() }
    let closing: [UInt8] = sigil == 0x7B ? [0x7D, 0x7D, 0x7D] : [0x7D, 0x7D]
    let nameStart = at
    while at < bytes.count, !bytes[at...].starts(with: closing) {
      if bytes[at] == 0x7B, sigil != 0x21 { break }
      advance()
    }
    guard at < bytes.count, bytes[at...].starts(with: closing) else {
      fault("{{ … }}", opened)
      return nil
    }
    let name = Self.trimmed(bytes[nameStart..<at])
    advance(closing.count)
    let tag = Tag(sigil: sigil, name: name, position: opened, source: bytes[tagStart..<at])
    guard accept(tag) else { return nil }
    if sigil == 0 {
      engine.append(contentsOf: "{{{\(name)}}}".utf8)
    } else if name.utf8.contains(0x2F) {
      engine.append(contentsOf: "{{\(Self.sigilText(sigil))\(TemplateSource.engineName(name))}}".utf8)
    } else {
      engine.append(contentsOf: tag.source)
    }
    return tag
  }

  private mutating func accept(_ tag: Tag) -> Bool {
    if tag.sigil == 0x21 { return true }
    if tag.sigil == 0x3D || tag.sigil == 0x25 || tag.name.contains("(") || tag.name.contains("*") {
      diagnostics.append(
        Diagnostic(
          .templateDelimiters, String(decoding: tag.source, as: UTF8.self), file: file,
          range: SourceRange(tag.position, tag.position)))
      return false
    }
    let isPath = tag.sigil == 0x3E || tag.sigil == 0x3C || tag.sigil == 0x2F
    let valid =
      !tag.name.isEmpty
      && tag.name.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
          || byte == 0x2E || byte == 0x2D || byte == 0x5F || (isPath && byte == 0x2F)
      }
    if !valid { fault(String(decoding: tag.source, as: UTF8.self), tag.position) }
    return valid
  }

  private mutating func advance(_ count: Int = 1) {
    for _ in 0..<count where at < bytes.count {
      let byte = bytes[at]
      at += 1
      if byte == 0x0A {
        position = SourcePosition(line: position.line + 1)
      } else if byte & 0xC0 != 0x80 {
        position.column += 1
      }
    }
  }

  private mutating func fault(_ text: String, _ place: SourcePosition) {
    diagnostics.append(Diagnostic(.templateSyntax, text, file: file, range: SourceRange(place, place)))
  }

  private static let sigils: Set<UInt8> = [0x23, 0x5E, 0x2F, 0x3E, 0x3C, 0x24, 0x21, 0x7B, 0x26, 0x3D, 0x25]

  private static func sigilText(_ sigil: UInt8) -> String {
    sigil == 0 ? "" : String(Unicode.Scalar(sigil))
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    var slice = bytes
    while let first = slice.first, first == 0x20 || first == 0x09 || first == 0x0A { slice.removeFirst() }
    while let last = slice.last, last == 0x20 || last == 0x09 || last == 0x0A { slice.removeLast() }
    return String(decoding: slice, as: UTF8.self)
  }
}
