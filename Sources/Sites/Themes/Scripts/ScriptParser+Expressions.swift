extension ScriptParser {
  mutating func expression(allowsIn: Bool = true) throws {
    repeat { try assignment(allowsIn: allowsIn) } while try eat(",")
  }

  mutating func assignment(allowsIn: Bool = true) throws {
    try deeper { try $0.oneAssignment(allowsIn: allowsIn) }
  }

  private static let assigns: Set<String> = [
    "=", "+=", "-=", "*=", "/=", "%=", "**=", "<<=", ">>=", ">>>=", "&=", "|=", "^=", "&&=", "||=", "??=",
  ]

  private mutating func oneAssignment(allowsIn: Bool) throws {
    if context.isGenerator, atWord("yield") { return try yielding(allowsIn: allowsIn) }
    if try arrowFunction(allowsIn: allowsIn) { return }
    try operation(allowsIn: allowsIn)
    if try eat("?") {
      try assignment()
      try expect(":")
      try assignment(allowsIn: allowsIn)
    } else if token.kind == .punctuator, Self.assigns.contains(token.text) {
      try advance()
      try assignment(allowsIn: allowsIn)
    }
  }

  private mutating func yielding(allowsIn: Bool) throws {
    try advance()
    let ends = token.kind == .punctuator && [")", "]", "}", ",", ";", ":"].contains(token.text)
    if token.kind == .end || token.newlineBefore || ends || atWord("in") || atWord("of") { return }
    _ = try eat("*")
    try assignment(allowsIn: allowsIn)
  }

  private static let operators: Set<String> = [
    "+", "-", "*", "/", "%", "**", "<", ">", "<=", ">=", "==", "!=", "===", "!==", "&", "|", "^", "&&", "||",
    "??", "<<",
    ">>", ">>>",
  ]

  /// Operands and what stands between them; which binds first does not matter here.
  private mutating func operation(allowsIn: Bool) throws {
    while true {
      try operand()
      let isOperator =
        token.kind == .punctuator && Self.operators.contains(token.text) || atWord("instanceof")
        || allowsIn && atWord("in")
      guard isOperator else { return }
      try advance()
    }
  }

  private mutating func operand() throws {
    while try beginsOperand() {
      if atWord("await"), context.isOutermost { awaitsOutermost = true }
      try advance()
    }
    try value()
    if at("++") || at("--"), !token.newlineBefore { try advance() }
  }

  /// `new` among them: where its arguments end does not matter here.
  private func beginsOperand() throws -> Bool {
    switch token.kind {
    case .punctuator: return ["!", "~", "+", "-", "++", "--"].contains(token.text)
    case .name:
      switch token.text {
      case "typeof", "void", "delete": return true
      case "new": return try !isNext(".")
      case "await": return context.isAsync || context.isOutermost
      default: return false
      }
    default: return false
    }
  }

  /// A value and what hangs on it: `a.b[c](d)?.e` and a template.
  mutating func value() throws {
    try primary()
    while true {
      if try eat("?.") {
        if token.kind == .name || token.kind == .privateName { try advance(.property) }
      } else if try eat(".") {
        guard token.kind == .name || token.kind == .privateName else { throw ScriptNotUnderstood() }
        try advance(.property)
      } else if try eat("[") {
        try expression()
        try expect("]")
      } else if at("(") {
        try elements(until: ")")
      } else if token.kind == .template {
        try template()
      } else {
        return
      }
    }
  }

  private mutating func primary() throws {
    switch token.kind {
    case .number, .string, .privateName: try advance()
    case .template: try template()
    case .name: try primaryWord()
    case .punctuator:
      switch token.text {
      case "(":
        try advance()
        try expression()
        try expect(")")
      case "[": try elements(until: "]")
      case "{": try object()
      case "/", "/=":
        try rereadAsRegularExpression()
        try advance()
      default: throw ScriptNotUnderstood()
      }
    case .regularExpression, .end: throw ScriptNotUnderstood()
    }
  }

  private mutating func primaryWord() throws {
    switch token.text {
    case "this", "super", "null", "true", "false": try advance()
    case "new":  // new.target
      try advance()
      try expect(".")
      try advance()
    case "import":
      try advance()
      if try eat(".") {
        if atWord("meta") { isModule = true }
        try advance()
      } else if !at("(") {
        throw ScriptNotUnderstood()
      }
    case "function": try functionExpression()
    case "async" where try isAsyncFunction():
      try advance()
      try functionExpression(isAsync: true)
    case "class":
      try advance()
      try scope(.block) {
        if $0.token.kind == .name, $0.token.text != "extends" { try $0.variable(.lexical) }
        try $0.classRest()
      }
    default: try variable()
    }
  }

  /// Values between brackets or parentheses, some of them left out.
  private mutating func elements(until closing: String) throws {
    try advance()
    while !at(closing) {
      if try eat(",") { continue }
      _ = try eat("...")
      try assignment()
      if !at(closing) { try expect(",") }
    }
    try expect(closing)
  }

  private mutating func template() throws {
    while opensExpression {
      try advance()
      try expression()
      guard at("}") else { throw ScriptNotUnderstood() }
      try rereadAsTemplate()
    }
    try advance()
  }

  // MARK: Functions

  func isAsyncFunction() throws -> Bool {
    let next = try next()
    return next.kind == .name && next.text == "function" && !next.newlineBefore
  }

  private mutating func functionExpression(isAsync: Bool = false) throws {
    try advance()
    let isGenerator = try eat("*")
    try scope(.block) {
      if $0.token.kind == .name { try $0.variable(.lexical) }
      try $0.function(isAsync: isAsync, isGenerator: isGenerator)
    }
  }

  /// Parameters and body.
  mutating func function(isAsync: Bool = false, isGenerator: Bool = false) throws {
    let outer = context
    context = Context(isAsync: isAsync, isGenerator: isGenerator)
    try scope(.parameters) {
      try $0.parameters()
      try $0.functionBody()
    }
    context = outer
  }

  mutating func parameters() throws {
    try expect("(")
    while !at(")") {
      _ = try eat("...")
      try target(.parameter)
      if try eat("=") { try assignment() }
      if !at(")") { try expect(",") }
    }
    try expect(")")
  }

  private mutating func functionBody() throws {
    try expect("{")
    try scope(.body) { try $0.statements(until: Self.isClosing) }
    try expect("}")
  }

  /// An arrow function, if there is one here.
  private mutating func arrowFunction(allowsIn: Bool) throws -> Bool {
    if at("(") {
      guard try holdsParameters() else { return false }
      try arrowRest(isAsync: false, allowsIn: allowsIn)
      return true
    }
    guard token.kind == .name else { return false }
    let next = try next()
    if next.kind == .punctuator, next.text == "=>", !next.newlineBefore {
      try arrowRest(isAsync: false, allowsIn: allowsIn)
      return true
    }
    guard try beginsAsyncArrow() else { return false }
    try advance()
    try arrowRest(isAsync: true, allowsIn: allowsIn)
    return true
  }

  private mutating func arrowRest(isAsync: Bool, allowsIn: Bool) throws {
    let outer = context
    context = Context(isAsync: isAsync)
    try scope(.parameters) {
      if $0.at("(") { try $0.parameters() } else { try $0.variable(.parameter) }
      try $0.expect("=>")
      if $0.at("{") { try $0.functionBody() } else { try $0.assignment(allowsIn: allowsIn) }
    }
    context = outer
  }
}
