import Diagnostics

/// Makes text of a transcript: line ends to LF, invalid sequences to U+FFFD, control characters and byte order marks
/// out. Counts what it changes and notes the first places.
struct TextCleaner {
  private(set) var report = CleaningReport()
  private let bytes: [UInt8]
  private let faults: [Int]
  private var output: [UInt8] = []
  private var at = 0
  /// Where what is kept as it is, and not yet copied, begins.
  private var kept = 0
  private var nextFault = 0
  private var line = 1
  private var lineStart = 0

  init(_ transcript: Transcript) {
    bytes = transcript.bytes
    faults = transcript.faults
  }

  /// The cleaned text. Linear.
  mutating func clean() -> [UInt8] {
    output.reserveCapacity(bytes.count)
    while at < bytes.count {
      let byte = bytes[at]
      if byte >= 0x20 && byte < 0x7F || byte == 0x09 {
        at += 1
      } else if byte == 0x0A {
        keep()
        endLine(consuming: 1)
      } else if byte < 0x80 {
        cleanControl(byte)
      } else {
        cleanSequence()
      }
    }
    keep()
    return output
  }

  /// Copies what was passed over.
  private mutating func keep() {
    if kept < at { output += bytes[kept..<at] }
    kept = at
  }

  private mutating func skip(_ count: Int) {
    at += count
    kept = at
  }

  /// What stands before has been copied.
  private mutating func endLine(consuming count: Int) {
    output.append(0x0A)
    skip(count)
    line += 1
    lineStart = output.count
  }

  private mutating func cleanControl(_ byte: UInt8) {
    keep()
    switch byte {
    case 0x0D where at + 1 < bytes.count && bytes[at + 1] == 0x0A:
      endLine(consuming: 2)
    case 0x0D:
      report.lineEnds.note(line: line, lineStart: lineStart, in: output)
      endLine(consuming: 1)
    case 0x0B, 0x0C:
      // A typed line break of Word, a page break: lines of the page.
      report.lineEnds.note(line: line, lineStart: lineStart, in: output)
      endLine(consuming: 1)
    default:
      report.controls.note(line: line, lineStart: lineStart, in: output)
      skip(1)
    }
  }

  private mutating func cleanSequence() {
    let length = UTF8Sequence.length(at: at, of: bytes)
    guard length > 0 else {
      keep()
      report.invalid.note(line: line, lineStart: lineStart, in: output)
      output += UTF8Sequence.replacement
      skip(1)
      return
    }
    if nextFault < faults.count, faults[nextFault] == at {
      keep()
      report.invalid.note(line: line, lineStart: lineStart, in: output)
      nextFault += 1
    }
    if length == 3 {
      switch (bytes[at], bytes[at + 1], bytes[at + 2]) {
      case (0xEF, 0xBB, 0xBF):
        keep()
        report.marks.note(line: line, lineStart: lineStart, in: output)
        skip(3)
        return
      case (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9):
        keep()
        report.lineEnds.note(line: line, lineStart: lineStart, in: output)
        endLine(consuming: 3)
        return
      case (0xEF, 0xBF, 0xBE), (0xEF, 0xBF, 0xBF), (0xEF, 0xB7, 0x90...0xAF):
        keep()
        report.controls.note(line: line, lineStart: lineStart, in: output)
        skip(3)
        return
      default:
        break
      }
    }
    at += length
  }
}

/// What a cleaner changed.
struct CleaningReport {
  /// A kind of change: how often, and where first.
  struct Tally {
    /// Columns cost a walk along the line, so only the first places are kept.
    static let kept = 10
    var count = 0
    var first: [SourcePosition] = []

    /// Notes a change at the end of the cleaned text so far.
    mutating func note(line: Int, lineStart: Int, in output: [UInt8]) {
      count += 1
      guard first.count < Self.kept else { return }
      let column = 1 + UTF8Scan.count(output, lineStart..<output.count)
      first.append(SourcePosition(line: line, column: column))
    }
  }

  var invalid = Tally()
  var controls = Tally()
  var marks = Tally()
  var lineEnds = Tally()

  func diagnostics(encoding: String, path: String) -> [Diagnostic] {
    var result: [Diagnostic] = []
    for position in invalid.first {
      result.append(Diagnostic(.invalidBytes, encoding, file: path, range: Self.scalar(position)))
    }
    if invalid.count > invalid.first.count {
      result.append(Diagnostic(.invalidBytesMore, "\(invalid.count)", encoding, file: path))
    }
    let others: [(Tally, DiagnosticKind)] = [
      (controls, .controlCharacters), (marks, .byteOrderMarkInside), (lineEnds, .lineEndsUnusual),
    ]
    for (tally, kind) in others {
      guard let first = tally.first.first else { continue }
      result.append(Diagnostic(kind, "\(tally.count)", file: path, range: Self.scalar(first)))
    }
    return result
  }

  private static func scalar(_ position: SourcePosition) -> SourceRange {
    SourceRange(position, SourcePosition(line: position.line, column: position.column + 1))
  }
}
