extension ScriptParser {
  mutating func statements(until isEnd: (ScriptToken) -> Bool) throws {
    var last: (keyword: String, terminator: Int)?
    while !isEnd(token) {
      let keyword = token.text
      let start = pieces.count
      let terminator = try statement(isListed: true)
      if let last, terminator != nil, last.keyword == keyword { join(last.terminator, start) }
      last = terminator.map { (keyword, $0) }
    }
  }

  /// The place of the semicolon behind it, when it is a declaration of variables.
  ///
  /// - Parameter isListed: it stands in a list, so functions in it are declared where it stands.
  @discardableResult mutating func statement(isListed: Bool = false) throws -> Int? {
    try deeper { try $0.oneStatement(isListed: isListed) }
  }

  private mutating func oneStatement(isListed: Bool) throws -> Int? {
    if at("{") {
      try block()
    } else if at(";") {
      try advance()
    } else if token.kind == .name {
      return try statementOfWord(isListed: isListed)
    } else {
      try expression()
      try semicolon()
    }
    return nil
  }

  private mutating func statementOfWord(isListed: Bool) throws -> Int? {
    switch token.text {
    case "var": return try declaration(.variable)
    case "const": return try declaration(.lexical)
    case "let" where try beginsDeclaration(): return try declaration(.lexical)
    case "function": try functionDeclaration(isListed: isListed)
    case "async" where try isAsyncFunction():
      try advance()
      try functionDeclaration(isListed: isListed, isAsync: true)
    case "class": try classDeclaration()
    case "if": try conditional()
    case "for": try loop()
    case "while":
      try advance()
      try parenthesised()
      try statement()
    case "do":
      try advance()
      try statement()
      guard try eatWord("while") else { throw ScriptNotUnderstood() }
      try parenthesised()
      try semicolon(isOptional: true)
    case "return", "throw":
      try advance()
      if !at(";"), !at("}"), token.kind != .end, !token.newlineBefore { try expression() }
      try semicolon()
    case "break", "continue":
      try advance()
      if token.kind == .name, !token.newlineBefore { try advance() }
      try semicolon()
    case "debugger":
      try advance()
      try semicolon()
    case "try": try attempt()
    case "switch": try choice()
    case "with": throw ScriptNotUnderstood()
    case "export": try export()
    case "import":
      let next = try next()
      guard next.text == "(" || next.text == "." else { return try declaredImport() }
      try expressionStatement()
    default: try expressionStatement()
    }
    return nil
  }

  private mutating func expressionStatement() throws {
    if !ScriptNames.reserved.contains(token.text), try isNext(":") {
      try advance()
      try advance()
      try statement()
    } else {
      try expression()
      try semicolon()
    }
  }

  mutating func block() throws {
    try expect("{")
    try scope(.block) { try $0.statements(until: Self.isClosing) }
    try expect("}")
  }

  static func isClosing(_ token: ScriptToken) -> Bool {
    token.kind == .end || token.kind == .punctuator && token.text == "}"
  }

  private mutating func parenthesised() throws {
    try expect("(")
    try expression()
    try expect(")")
  }

  // MARK: Declarations

  private mutating func declaration(_ kind: ScriptScopes.Declaration) throws -> Int {
    try advance()
    try declarators(kind)
    return try semicolon()
  }

  private mutating func declarators(_ kind: ScriptScopes.Declaration, allowsIn: Bool = true) throws {
    repeat {
      try target(kind)
      if try eat("=") { try assignment(allowsIn: allowsIn) }
    } while try eat(",")
  }

  /// Whether `let` begins a declaration here: in old scripts it may be a name.
  private func beginsDeclaration() throws -> Bool {
    let next = try next()
    if next.kind == .name { return next.text != "in" && next.text != "instanceof" }
    return next.kind == .punctuator && (next.text == "[" || next.text == "{")
  }

  /// What is declared: a name, or a pattern of names.
  mutating func target(_ kind: ScriptScopes.Declaration) throws {
    try deeper { try $0.oneTarget(kind) }
  }

  private mutating func oneTarget(_ kind: ScriptScopes.Declaration) throws {
    if try eat("[") {
      while !at("]") {
        if try eat(",") { continue }
        _ = try eat("...")
        try initialized(kind)
        if !at("]") { try expect(",") }
      }
      try expect("]")
    } else if try eat("{") {
      while !at("}") {
        try property(kind)
        if !at("}") { try expect(",") }
      }
      try expect("}")
    } else {
      try variable(kind)
    }
  }

  private mutating func property(_ kind: ScriptScopes.Declaration) throws {
    if try eat("...") { return try target(kind) }
    if token.kind == .name, try !isNext(":") {
      try variable(kind, isShorthand: true)
      if try eat("=") { try assignment() }
    } else {
      try key()
      try expect(":")
      try initialized(kind)
    }
  }

  private mutating func initialized(_ kind: ScriptScopes.Declaration) throws {
    try target(kind)
    if try eat("=") { try assignment() }
  }

  /// A function in a block belongs to the block or, in old scripts, to the function around it as well: its name is kept.
  mutating func functionDeclaration(isListed: Bool, isAsync: Bool = false) throws {
    try advance()
    let isGenerator = try eat("*")
    let isInBody = isListed && scopes.isInBody
    if !isInBody { keep(token.text) }
    try variable(isInBody ? .variable : .lexical)
    try function(isAsync: isAsync, isGenerator: isGenerator)
  }

  private mutating func classDeclaration() throws {
    try advance()
    try variable(.lexical)
    try classRest()
  }

  // MARK: Control

  private mutating func conditional() throws {
    repeat {
      try advance()
      try parenthesised()
      try statement()
      guard try eatWord("else") else { return }
    } while atWord("if")
    try statement()
  }

  private mutating func loop() throws {
    try advance()
    if atWord("await") {
      if context.isOutermost { awaitsOutermost = true }
      try advance()
    }
    try expect("(")
    try scope(.block) {
      try $0.loopHead()
      try $0.expect(")")
      try $0.statement()
    }
  }

  private mutating func loopHead() throws {
    if try atWord("var") || atWord("const") || atWord("let") && beginsDeclaration() {
      let kind: ScriptScopes.Declaration = atWord("var") ? .variable : .lexical
      try advance()
      try declarators(kind, allowsIn: false)
    } else if !at(";") {
      try expression(allowsIn: false)
    }
    if try eatWord("of") { return try assignment() }
    if try eatWord("in") { return try expression() }
    try expect(";")
    if !at(";") { try expression() }
    try expect(";")
    if !at(")") { try expression() }
  }

  private mutating func attempt() throws {
    try advance()
    try block()
    if try eatWord("catch") {
      try scope(.caught) {
        if try $0.eat("(") {
          try $0.target(.lexical)
          try $0.expect(")")
        }
        try $0.block()
      }
    }
    if try eatWord("finally") { try block() }
  }

  private mutating func choice() throws {
    try advance()
    try parenthesised()
    try expect("{")
    try scope(.block) {
      while !$0.at("}") {
        if try $0.eatWord("case") {
          try $0.expression()
        } else if try !$0.eatWord("default") {
          throw ScriptNotUnderstood()
        }
        try $0.expect(":")
        try $0.statements {
          Self.isClosing($0) || $0.kind == .name && ($0.text == "case" || $0.text == "default")
        }
      }
    }
    try expect("}")
  }

  // MARK: Modules

  private mutating func export() throws {
    isModule = true
    try advance()
    if try eat("*") {
      if try eatWord("as") { try advance() }
      try source()
    } else if at("{") {
      let names = try specifiers()
      if atWord("from") { try source() } else { try semicolon() }
      for name in names { keep(name) }
    } else if try eatWord("default") {
      try exportDefault()
    } else {
      let start = pieces.count
      try statement(isListed: true)
      keepDeclared(from: start)
    }
  }

  private mutating func exportDefault() throws {
    let isFunction = try atWord("function") || atWord("async") && isAsyncFunction()
    guard isFunction || atWord("class") else {
      try assignment()
      try semicolon()
      return
    }
    let start = pieces.count
    if atWord("class") {
      try advance()
      if token.kind == .name, token.text != "extends" { try variable(.lexical) }
      try classRest()
    } else {
      let isAsync = try eatWord("async")
      try advance()
      let isGenerator = try eat("*")
      if token.kind == .name { try variable(.variable) }
      try function(isAsync: isAsync, isGenerator: isGenerator)
    }
    keepDeclared(from: start)
  }

  /// What is exported where it is declared keeps its name.
  private mutating func keepDeclared(from start: Int) {
    for name in scopes.namesDeclaredOutermost(from: start) { keep(name) }
  }

  /// `{ a, b as c }`: the names before `as`.
  private mutating func specifiers() throws -> [String] {
    var names: [String] = []
    try expect("{")
    while !at("}") {
      if token.kind == .name { names.append(token.text) }
      try advance()
      if try eatWord("as") { try advance() }
      if !at("}") { try expect(",") }
    }
    try expect("}")
    return names
  }

  /// `from './x.js' with { type: 'json' }`
  private mutating func source() throws {
    if token.kind != .string, try !eatWord("from") { throw ScriptNotUnderstood() }
    guard token.kind == .string else { throw ScriptNotUnderstood() }
    try advance()
    if !token.newlineBefore, try eatWord("with") { try expression() }
    try semicolon()
  }

  private mutating func declaredImport() throws -> Int? {
    isModule = true
    try advance()
    if token.kind == .string {
      try source()
      return nil
    }
    if token.kind == .name {
      keep(token.text)
      try variable(.lexical)
      _ = try eat(",")
    }
    if try eat("*") {
      guard try eatWord("as") else { throw ScriptNotUnderstood() }
      keep(token.text)
      try variable(.lexical)
    } else if at("{") {
      try importSpecifiers()
    }
    try source()
    return nil
  }

  private mutating func importSpecifiers() throws {
    try expect("{")
    while !at("}") {
      if try token.kind == .string || next().text == "as" {
        try advance()
        guard try eatWord("as") else { throw ScriptNotUnderstood() }
      }
      keep(token.text)
      try variable(.lexical)
      if !at("}") { try expect(",") }
    }
    try expect("}")
  }
}
