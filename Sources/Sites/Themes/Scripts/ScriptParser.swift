/// Reads a script or module (ECMAScript 2024) as far as its tokens, the ends of its statements and the meaning of its names are
/// concerned. No tree is made: `pieces` are the tokens in their order, with every semicolon that a line end stood for.
///
/// What is not a script by this grammar, and what old scripts may do that a name cannot be followed through (`with`), is thrown.
struct ScriptParser {
  struct Piece {
    enum Role {
      case plain
      /// A semicolon that ends a statement: not needed before a closing brace.
      case terminator
      /// The semicolon between two declarations of one kind, which become one.
      case join
      /// The second keyword of those.
      case joined
      /// `{ a }`, which says `{ a: a }`.
      case shorthand
      /// The name of a property.
      case property
    }

    var token: ScriptToken
    var role = Role.plain
  }

  /// What `await` and `yield` mean here.
  struct Context {
    var isAsync = false
    var isGenerator = false
    var isOutermost = false
  }

  private(set) var pieces: [Piece] = []
  var scopes = ScriptScopes()
  /// It exports, imports or asks for `import.meta`: so its names are its own.
  var isModule = false
  /// It calls `eval`, which may use any name.
  private(set) var evaluates = false

  /// Properties that the script says are its own.
  var ownProperties: Set<String> { lexer.ownProperties }

  private(set) var token: ScriptToken
  private var lexer: ScriptLexer
  var context = Context(isOutermost: true)
  /// `await` outside functions, which only modules have.
  var awaitsOutermost = false
  /// Nothing is recorded while the parser only looks whether parentheses hold parameters.
  private var looksAhead = false
  /// Whether the parentheses at a place hold parameters of an arrow function.
  private var arrows: [Int: Bool] = [:]
  private var depth = 0
  private static let mostDepth = 200

  /// Reads all of it.
  init(_ bytes: [UInt8]) throws {
    lexer = ScriptLexer(bytes)
    token = try lexer.next()
    try statements(until: { $0.kind == .end })
    pieces.append(Piece(token: token))
    if awaitsOutermost && !isModule { throw ScriptNotUnderstood() }
    if !isModule { scopes.keepOutermost() }
    for word in ScriptNames.reserved.union(ScriptNames.contextual) { scopes.keep(word) }
  }

  // MARK: Tokens

  mutating func advance(_ role: Piece.Role = .plain) throws {
    if !looksAhead { pieces.append(Piece(token: token, role: role)) }
    token = try lexer.next()
  }

  func at(_ punctuator: String) -> Bool { token.kind == .punctuator && token.text == punctuator }

  func atWord(_ word: String) -> Bool { token.kind == .name && token.text == word }

  mutating func eat(_ punctuator: String) throws -> Bool {
    guard at(punctuator) else { return false }
    try advance()
    return true
  }

  mutating func eatWord(_ word: String) throws -> Bool {
    guard atWord(word) else { return false }
    try advance()
    return true
  }

  mutating func expect(_ punctuator: String) throws {
    guard try eat(punctuator) else { throw ScriptNotUnderstood() }
  }

  /// The token after this one.
  func next() throws -> ScriptToken {
    var ahead = lexer
    return try ahead.next()
  }

  func isNext(_ punctuator: String) throws -> Bool {
    let it = try next()
    return it.kind == .punctuator && it.text == punctuator
  }

  /// Passes a token by that is not recorded.
  mutating func skip() throws { token = try lexer.next() }

  mutating func rereadAsRegularExpression() throws { token = try lexer.regularExpression(from: token) }

  mutating func rereadAsTemplate() throws { token = try lexer.template(from: token) }

  /// Whether an expression follows this piece of a template.
  var opensExpression: Bool {
    token.range.count > 2 && lexer.bytes[token.range].suffix(2).elementsEqual("${".utf8)
  }

  /// The end of a statement: a semicolon, or where a line end or a brace stands for one. Gives its place among the pieces.
  @discardableResult mutating func semicolon(isOptional: Bool = false) throws -> Int {
    if at(";") {
      try advance(.terminator)
    } else if isOptional || at("}") || token.kind == .end || token.newlineBefore {
      if !looksAhead {
        let place = pieces.last?.token.range.upperBound ?? 0
        pieces.append(
          Piece(token: ScriptToken(kind: .punctuator, text: ";", range: place..<place), role: .terminator))
      }
    } else {
      throw ScriptNotUnderstood()
    }
    return pieces.count - 1
  }

  /// Two declarations of one kind that follow each other become one.
  mutating func join(_ terminator: Int, _ keyword: Int) {
    guard !looksAhead else { return }
    pieces[terminator].role = .join
    pieces[keyword].role = .joined
  }

  // MARK: Names

  /// The name at this place is a variable; `declaration` when it is declared here.
  mutating func variable(_ declaration: ScriptScopes.Declaration? = nil, isShorthand: Bool = false) throws {
    guard token.kind == .name, !ScriptNames.reserved.contains(token.text) else { throw ScriptNotUnderstood() }
    if token.text == "eval" { evaluates = true }
    if !looksAhead { scopes.use(token.text, piece: pieces.count, declaration: declaration) }
    try advance(isShorthand ? .shorthand : .plain)
  }

  mutating func keep(_ name: String) { if !looksAhead { scopes.keep(name) } }

  mutating func scope<Result>(
    _ kind: ScriptScopes.Kind, _ body: (inout Self) throws -> Result
  ) throws -> Result {
    if !looksAhead { scopes.push(kind) }
    let out = try body(&self)
    if !looksAhead { scopes.pop() }
    return out
  }

  /// Runs `body` a level deeper: a script that is nested without end is refused before the stack is.
  mutating func deeper<Result>(_ body: (inout Self) throws -> Result) throws -> Result {
    guard depth < Self.mostDepth else { throw ScriptNotUnderstood() }
    depth += 1
    defer { depth -= 1 }
    return try body(&self)
  }

  /// Whether `async` is before an arrow function here.
  mutating func beginsAsyncArrow() throws -> Bool {
    let next = try next()
    guard atWord("async"), !next.newlineBefore else { return false }
    var ahead = self
    arrows = [:]
    defer { arrows = ahead.arrows }
    try ahead.skip()
    if next.kind == .name { return try ahead.isNext("=>") }
    return ahead.at("(") ? try ahead.holdsParameters() : false
  }

  /// Whether the parentheses here hold parameters of an arrow function. What was found is kept, so that nesting stays cheap.
  mutating func holdsParameters() throws -> Bool {
    let place = token.range.lowerBound
    if let known = arrows[place] { return known }
    var ahead = self
    arrows = [:]
    ahead.looksAhead = true
    let found: Bool
    do {
      try ahead.parameters()
      found = ahead.at("=>") && !ahead.token.newlineBefore
    } catch is ScriptNotUnderstood {
      found = false
    }
    arrows = ahead.arrows
    arrows[place] = found
    return found
  }
}
