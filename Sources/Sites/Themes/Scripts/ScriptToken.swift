/// A word of a script.
struct ScriptToken: Sendable {
  enum Kind: Sendable {
    /// An identifier or a keyword: which of the two depends on the place.
    case name
    /// `#name`
    case privateName
    case number
    case string
    /// A piece of a template: from `` ` `` or `}` to `` ` `` or `${`.
    case template
    case regularExpression
    case punctuator
    case end
  }

  var kind: Kind
  /// What names and punctuators say; empty for all else.
  var text = ""
  /// Where it stands in the bytes.
  var range: Range<Int>
  var newlineBefore = false
  /// Comments before it that hold a licence.
  var licences: [Range<Int>] = []
}

/// Thrown where a script is not understood; it is then published as it came.
struct ScriptNotUnderstood: Error {}
