/// A place in a text: 1-based line, 1-based column counted in Unicode scalars of the decoded line.
public struct SourcePosition: Sendable, Hashable, Comparable {
  public var line: Int
  public var column: Int

  public init(line: Int, column: Int = 1) {
    self.line = line
    self.column = column
  }

  public static func < (a: SourcePosition, b: SourcePosition) -> Bool {
    (a.line, a.column) < (b.line, b.column)
  }
}

/// A half-open stretch of a text; `end` is the position after the last scalar.
public struct SourceRange: Sendable, Hashable {
  public var start: SourcePosition
  public var end: SourcePosition

  public init(_ start: SourcePosition, _ end: SourcePosition) {
    self.start = start
    self.end = max(start, end)
  }

  /// A whole line of `width` scalars.
  public init(line: Int, width: Int = 0) {
    self.init(SourcePosition(line: line), SourcePosition(line: line, column: width + 1))
  }
}
