/// Which variable each name of a script means. Declarations may follow their uses, so names are resolved when all is read.
struct ScriptScopes: Sendable {
  enum Kind: Sendable {
    /// A script, the body of a function, a static block: `var` ends here.
    case body
    /// Parameters of a function, around its body.
    case parameters
    /// The parameter of `catch`, around its block.
    case caught
    case block
  }

  enum Declaration: Sendable { case variable, lexical, parameter }

  struct Scope: Sendable {
    var kind: Kind
    var parent: Int?
    /// Symbols by name.
    var symbols: [String: Int] = [:]
    /// Symbols that were declared here, in their order.
    var own: [Int] = []
  }

  struct Symbol: Sendable {
    var name: String
    var scope: Int
    var uses = 0
  }

  struct Reference: Sendable {
    var name: String
    var scope: Int
    /// The place among the pieces of the script.
    var piece: Int
    /// The symbol that a `var` declares further out.
    var declares: Int?
  }

  /// So many of the shortest names are not for the outermost scope: functions that look alike then get the same ones, which
  /// compresses better.
  private static let leftToInner = 8

  private(set) var scopes: [Scope] = [Scope(kind: .body)]
  private(set) var symbols: [Symbol] = []
  private(set) var references: [Reference] = []
  /// Names that stay as they are wherever they occur.
  private(set) var kept: Set<String> = []
  private var current = 0

  mutating func push(_ kind: Kind) {
    scopes.append(Scope(kind: kind, parent: current))
    current = scopes.count - 1
  }

  mutating func pop() {
    if let parent = scopes[current].parent { current = parent }
  }

  /// A use of a name; `declaration` when it is also declared here.
  mutating func use(_ name: String, piece: Int, declaration: Declaration? = nil) {
    let symbol = declaration.map { declare(name, $0) }
    references.append(Reference(name: name, scope: current, piece: piece, declares: symbol))
  }

  /// The scope at hand is the body of a function or the outermost one.
  var isInBody: Bool { scopes[current].kind == .body }

  /// What was declared in the outermost scope from that piece on.
  func namesDeclaredOutermost(from piece: Int) -> [String] {
    references.reversed().prefix { $0.piece >= piece }.filter { $0.scope == 0 && $0.declares != nil }.map(
      \.name)
  }

  mutating func keep(_ name: String) { kept.insert(name) }

  /// Keeps the names of the outermost scope, which other scripts may use.
  mutating func keepOutermost() {
    for symbol in scopes[0].own { kept.insert(symbols[symbol].name) }
  }

  private mutating func declare(_ name: String, _ declaration: Declaration) -> Int {
    var target = current
    if declaration == .variable {
      while scopes[target].kind != .body, let parent = scopes[target].parent { target = parent }
    }
    if let known = scopes[target].symbols[name] { return known }
    // A variable of a body that is called like a parameter is that parameter, or begins with its value.
    if scopes[target].kind == .body, let parent = scopes[target].parent, scopes[parent].kind == .parameters,
      let parameter = scopes[parent].symbols[name]
    {
      scopes[target].symbols[name] = parameter
      return parameter
    }
    symbols.append(Symbol(name: name, scope: target))
    scopes[target].symbols[name] = symbols.count - 1
    scopes[target].own.append(symbols.count - 1)
    return symbols.count - 1
  }

  private func symbol(_ name: String, from scope: Int) -> Int? {
    var at: Int? = scope
    while let scope = at {
      if let symbol = scopes[scope].symbols[name] { return symbol }
      at = scopes[scope].parent
    }
    return nil
  }

  /// New names by piece. A symbol never gets the name of something else that its scope or a scope inside it uses.
  mutating func rename(_ letters: ScriptNames) -> [Int: String] {
    let meant = resolve()
    let outer = symbolsFromOutside(meant)
    var names: [String?] = symbols.map { kept.contains($0.name) ? $0.name : nil }
    for scope in scopes.indices {
      var taken = kept
      for symbol in outer[scope] { if let name = names[symbol] { taken.insert(name) } }
      if let parent = scopes[scope].parent,
        scopes[parent].kind == .parameters || scopes[parent].kind == .caught
      {
        for symbol in scopes[parent].own { if let name = names[symbol] { taken.insert(name) } }
      }
      let isOutermost = scope == 0
      let order =
        isOutermost
        ? scopes[scope].own.sorted { (symbols[$1].uses, $0) < (symbols[$0].uses, $1) } : scopes[scope].own
      var next = isOutermost ? Self.leftToInner : 0
      for symbol in order where names[symbol] == nil {
        var name = letters.name(next)
        while taken.contains(name) {
          next += 1
          name = letters.name(next)
        }
        next += 1
        names[symbol] = name
      }
    }
    var out: [Int: String] = [:]
    for (reference, symbol) in zip(references, meant) {
      if let symbol, let name = names[symbol], name != reference.name { out[reference.piece] = name }
    }
    return out
  }

  /// The symbol of each reference. Names without one belong to the browser and are kept; so are those that mean one variable where
  /// they are declared and another where they are assigned (`catch (e) { var e = 1 }`).
  private mutating func resolve() -> [Int?] {
    references.map { reference in
      guard let found = symbol(reference.name, from: reference.scope) else {
        kept.insert(reference.name)
        return nil
      }
      if let declared = reference.declares, declared != found { kept.insert(reference.name) }
      symbols[found].uses += 1
      return found
    }
  }

  /// For each scope the symbols of scopes around it that are used in it or in a scope inside it.
  private func symbolsFromOutside(_ meant: [Int?]) -> [Set<Int>] {
    var out = [Set<Int>](repeating: [], count: scopes.count)
    for (reference, symbol) in zip(references, meant) {
      guard let symbol else { continue }
      var at: Int? = reference.scope
      while let scope = at, scope != symbols[symbol].scope {
        if !out[scope].insert(symbol).inserted { break }
        at = scopes[scope].parent
      }
    }
    return out
  }
}
