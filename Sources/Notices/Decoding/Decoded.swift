import Diagnostics

/// A file as text: valid UTF-8 in NFC, no byte order mark, lines ended by LF, no control characters but tab and LF.
package struct Decoded: Sendable, Equatable {
  package var text: [UInt8]
  /// `UTF-8`, `UTF-16`, `UTF-32`, `GB18030` or `Big5`.
  package var encoding: String
  /// False when the file is no text at all; `text` is then empty and a diagnostic says what it is.
  package var isText: Bool
  package var diagnostics: [Diagnostic]
  /// The marks of the text, when they are known.
  var marks: TextMarks?

  package init(
    text: [UInt8], encoding: String = "UTF-8", isText: Bool = true, diagnostics: [Diagnostic] = []
  ) {
    self.text = text
    self.encoding = encoding
    self.isText = isText
    self.diagnostics = diagnostics
  }
}
