import Diagnostics

/// Bytes of a file → text. Never fails: what cannot be read is replaced and reported with its place, what is no
/// text is refused with a diagnostic that says what it is.
package enum TextDecoder {
  /// The largest file that is read, in bytes. The longest law of the country has 1.5 MB.
  package static let sizeLimit = 64 << 20
  /// A longer line, in bytes, is reported: the line ends were probably lost.
  package static let longLine = 1 << 20

  /// Decodes one file. Linear in its size; valid UTF-8 that needs no change is passed on without a copy.
  package static func decode(_ bytes: [UInt8], path: String, sizeLimit: Int = sizeLimit) -> Decoded {
    if bytes.count > sizeLimit {
      return refused(
        Diagnostic(.fileTooLarge, megabytes(bytes.count), megabytes(sizeLimit), file: path))
    }
    if let format = BinaryFormat(of: bytes) {
      return refused(Diagnostic(.fileNotText, format.name, file: path))
    }
    var survey: TextSurvey?
    let guess: EncodingGuess
    if let marked = EncodingGuess.marked(bytes) {
      guess = marked
    } else {
      let found = TextSurvey(bytes)
      guess = .unmarked(bytes, found.traits)
      if guess == .utf8(mark: 0) { survey = found }
    }
    guard let transcript = guess.transcribe(bytes) else {
      return refused(Diagnostic(.fileNotText, BinaryFormat.unknownName, file: path))
    }
    return tidy(transcript, survey ?? TextSurvey(transcript.bytes), path: path)
  }

  /// Line ends, control characters, normal form; then what the finished text tells about its history.
  private static func tidy(
    _ transcript: Transcript, _ survey: TextSurvey, path: String
  ) -> Decoded {
    let traits = survey.traits
    var decoded = Decoded(text: transcript.bytes, encoding: transcript.encoding)
    decoded.marks = survey.marks
    if let note = transcript.note { decoded.diagnostics.append(Diagnostic(note, file: path)) }
    if traits.needsCleaning || !transcript.faults.isEmpty {
      var cleaner = TextCleaner(transcript)
      decoded.text = cleaner.clean()
      decoded.marks = nil
      decoded.diagnostics += cleaner.report.diagnostics(encoding: transcript.encoding, path: path)
    }
    if traits.mayNeedNormalizing {
      normalize(&decoded, path: path)
    }
    if isBlank(decoded.text) {
      decoded.diagnostics.append(Diagnostic(.fileEmpty, file: path))
      return decoded
    }
    // What cleaning put in has to be looked for as well.
    if traits.mayHaveHistory || traits.losesCharacters || traits.mayNeedNormalizing
      || !transcript.faults.isEmpty
      || TextHistory.isMostlyASCII(decoded.text)
    {
      decoded.diagnostics += TextHistory(decoded.text).diagnostics(path: path)
    }
    return decoded
  }

  private static func refused(_ diagnostic: Diagnostic) -> Decoded {
    Decoded(text: [], isText: false, diagnostics: [diagnostic])
  }

  private static func normalize(_ decoded: inout Decoded, path: String) {
    guard let (text, first) = NormalForm.composed(decoded.text) else { return }
    decoded.text = text
    decoded.marks = nil
    decoded.diagnostics.append(
      Diagnostic(.textNormalized, file: path, range: SourceRange(atByte: first, of: text)))
  }

  private static func isBlank(_ text: [UInt8]) -> Bool {
    text.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A }
  }

  private static func megabytes(_ bytes: Int) -> String {
    let tenths = (bytes * 10 + (1 << 19)) >> 20
    return "\(tenths / 10).\(tenths % 10) MB"
  }
}
