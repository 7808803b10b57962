/// Objects and classes.
extension ScriptParser {
  /// A name, string, number or expression in brackets before a value.
  mutating func key() throws {
    switch token.kind {
    case .name, .privateName: try advance(.property)
    case .string, .number: try advance()
    default:
      try expect("[")
      try assignment()
      try expect("]")
    }
  }

  mutating func object() throws {
    try expect("{")
    while !at("}") {
      try member(of: .object)
      if !at("}") { try expect(",") }
    }
    try expect("}")
  }

  /// What follows the name of a class.
  mutating func classRest() throws {
    if try eatWord("extends") { try value() }
    try expect("{")
    while !at("}") {
      if try eat(";") { continue }
      try member(of: .class)
    }
    try expect("}")
  }

  private enum Owner { case object, `class` }

  private mutating func member(of owner: Owner) throws {
    if owner == .object, try eat("...") { return try assignment() }
    var isAsync = false
    var isStatic = false
    while let modifier = try modifier(of: owner), !(modifier == "static" && isStatic) {
      try advance()
      isStatic = isStatic || modifier == "static"
      isAsync = isAsync || modifier == "async"
      if modifier == "static", at("{") { return try staticBlock() }
    }
    let isGenerator = try eat("*")
    let isName = token.kind == .name
    let isPlain = isName && !isAsync && !isGenerator
    if owner == .object, isPlain, try endsShorthand() {
      try variable(isShorthand: true)
      if try eat("=") { try assignment() }
      return
    }
    try key()
    if at("(") {
      try function(isAsync: isAsync, isGenerator: isGenerator)
    } else if owner == .object {
      try expect(":")
      try assignment()
    } else {
      if try eat("=") { try fieldValue() }
      try semicolon()
    }
  }

  /// `get`, `set`, `async` or `static`, when it is not itself the name of a member.
  private func modifier(of owner: Owner) throws -> String? {
    guard token.kind == .name, ["get", "set", "async", "static"].contains(token.text) else { return nil }
    if token.text == "static", owner == .object { return nil }
    let next = try next()
    if token.text == "async", next.newlineBefore { return nil }
    switch next.kind {
    case .name, .privateName, .string, .number: return token.text
    case .punctuator:
      let begins = next.text == "[" || next.text == "*" && (token.text == "async" || token.text == "static")
      return begins || next.text == "{" && token.text == "static" ? token.text : nil
    default: return nil
    }
  }

  private func endsShorthand() throws -> Bool {
    let next = try next()
    return next.kind == .punctuator && [",", "}", "="].contains(next.text)
  }

  private mutating func fieldValue() throws {
    let outer = context
    context = Context()
    try assignment()
    context = outer
  }

  private mutating func staticBlock() throws {
    let outer = context
    context = Context()
    try expect("{")
    try scope(.body) { try $0.statements(until: Self.isClosing) }
    try expect("}")
    context = outer
  }
}
