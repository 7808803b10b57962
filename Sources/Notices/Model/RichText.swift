/// Running text and the marks on it.
public struct RichText: Sendable, Equatable, ExpressibleByStringLiteral {
  /// Plain text, as printed, without layout-only spaces at its ends. `\n` is a hard line break.
  public var string: String
  /// Sorted by start, then longer first; properly nested, never crossing.
  public var spans: [Span]

  public init(_ string: String, spans: [Span] = []) {
    self.string = string
    self.spans = spans
  }
  public init(stringLiteral value: String) { self.init(value) }

  public var isEmpty: Bool { string.isEmpty }
}

/// A mark on a stretch of text. Offsets count Unicode scalars from the start of the text.
public struct Span: Sendable, Equatable {
  public enum Mark: Sendable, Equatable {
    /// Index into `Notice.citations`.
    case citation(Int)
    /// Index into `Notice.duties`.
    case duty(Int)
    /// Index into `Notice.duties[duty].deadlines`.
    case deadline(duty: Int, Int)
    case strong
    case emphasis
    case strikethrough
    case superscript
    case `subscript`
    case code
    /// The destination as written; the renderer decides what is allowed.
    case link(destination: String, title: String?)
    case image(destination: String, title: String?)
    /// A reference to the footnote with this anchor; the text is the printed mark.
    case footnote(String)
  }
  public var start: Int
  public var end: Int
  public var mark: Mark
  public init(_ mark: Mark, start: Int, end: Int) {
    self.mark = mark
    self.start = start
    self.end = end
  }
}
