/// Makes a script or module smaller without changing what it does: comments and white space go, declarations that follow each other
/// become one, variables and private members get short names, and so do properties that a comment declares as the script's own:
/// `/* @mangle-props first second */`.
///
/// Names that others can see stay: exports, globals, other properties, the outermost names of a script that is no module. Comments
/// that hold a licence stay. A script that calls `eval` keeps all names; one that `ScriptParser` does not understand is returned as
/// it came. What a function says of itself (`name`, `toString()`) is not what was typed any more. Time is linear in the bytes but for
/// parentheses nested in each other's default values.
struct ScriptMinifier {
  private let bytes: [UInt8]
  private let pieces: [ScriptParser.Piece]
  /// New names of variables by piece.
  private var variables: [Int: String] = [:]
  /// New names of private members and of the script's own properties.
  private var members: [String: String] = [:]
  private var out: [UInt8] = []
  private var last = ScriptToken.Kind.end

  /// - Parameter byFrequency: short names are made of the letters that the script uses most, which compresses best.
  static func minify(_ bytes: [UInt8], byFrequency: Bool = true) -> [UInt8] {
    do {
      var minifier = ScriptMinifier(bytes, try ScriptParser(bytes), byFrequency: byFrequency)
      minifier.write()
      return minifier.out
    } catch {
      return bytes
    }
  }

  private init(_ bytes: [UInt8], _ parser: ScriptParser, byFrequency: Bool) {
    self.bytes = bytes
    pieces = parser.pieces
    out.reserveCapacity(bytes.count)
    if !parser.evaluates { rename(parser, byFrequency: byFrequency) }
  }

  // MARK: Names

  private mutating func rename(_ parser: ScriptParser, byFrequency: Bool) {
    var scopes = parser.scopes
    let used = Set(scopes.references.map(\.piece))
    var letters = [Int](repeating: 0, count: 256)
    var uses: [String: Int] = [:]
    for (index, piece) in pieces.enumerated() {
      if piece.role == .property || piece.role == .shorthand { uses[piece.token.text, default: 0] += 1 }
      if piece.token.kind == .privateName, piece.role == .plain { uses[piece.token.text, default: 0] += 1 }
      if byFrequency, !used.contains(index), piece.token.kind != .privateName {
        for byte in bytes[piece.token.range] { letters[Int(byte)] += 1 }
      }
    }
    let names = ScriptNames(counts: letters)
    variables = scopes.rename(names)
    // A private member is named by `#` and its name alone: the same new name in all classes is right.
    shorten(uses.filter { $0.key.hasPrefix("#") }, names, prefix: "#", taken: [])
    shorten(
      uses.filter { parser.ownProperties.contains($0.key) }, names, prefix: "",
      taken: Set(uses.keys).subtracting(parser.ownProperties).union(Self.builtIn))
  }

  /// Short properties that objects of the language have.
  private static let builtIn: Set<String> = ["at", "is", "of"]

  private mutating func shorten(
    _ uses: [String: Int], _ names: ScriptNames, prefix: String, taken: Set<String>
  ) {
    var next = 0
    for (name, _) in uses.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      while taken.contains(names.name(next)) { next += 1 }
      members[name] = prefix + names.name(next)
      next += 1
    }
  }

  // MARK: Writing

  private mutating func write() {
    for (index, piece) in pieces.enumerated() {
      for comment in piece.token.licences { write(comment: bytes[comment]) }
      let token = piece.token
      switch piece.role {
      case .joined: break
      case .join: write(",", .punctuator)
      case .terminator:
        if !isClosing(pieces[index + 1].token) { write(";", .punctuator) }
      case .shorthand:
        let key = members[token.text] ?? token.text
        let name = variables[index] ?? token.text
        write(key == name ? key : "\(key):\(name)", .name)
      case .property: write(members[token.text] ?? token.text, token.kind)
      case .plain:
        if let name = variables[index] ?? (token.kind == .privateName ? members[token.text] : nil) {
          write(name, token.kind)
        } else {
          write(bytes[token.range], token.kind)
        }
      }
    }
    if !out.isEmpty { out.append(0x0A) }
  }

  private func isClosing(_ token: ScriptToken) -> Bool {
    token.kind == .end || token.kind == .punctuator && token.text == "}"
  }

  private mutating func write(_ word: String, _ kind: ScriptToken.Kind) { write(Array(word.utf8)[...], kind) }

  private mutating func write(_ word: ArraySlice<UInt8>, _ kind: ScriptToken.Kind) {
    guard let first = word.first else { return }
    if let before = out.last, needsSpace(before, first) { out.append(0x20) }
    out.append(contentsOf: word)
    last = kind
  }

  /// A comment ends its line when it began with two strokes.
  private mutating func write(comment: ArraySlice<UInt8>) {
    if out.last == 0x2F { out.append(0x20) }
    out.append(contentsOf: comment)
    if comment.dropFirst().first == 0x2F { out.append(0x0A) }
    last = .punctuator
  }

  /// Two words, `+ +`, `- -`, a division before a regular expression, what would be a comment in HTML, and a member of a number.
  private func needsSpace(_ before: UInt8, _ first: UInt8) -> Bool {
    if ScriptLexer.isNamePart(first), ScriptLexer.isNamePart(before) || last == .regularExpression {
      return true
    }
    switch (before, first) {
    case (0x2B, 0x2B), (0x2D, 0x2D), (0x2F, 0x2F), (0x3C, 0x21), (0x2D, 0x3E): return true
    case (_, 0x2E): return last == .number
    default: return false
    }
  }
}
