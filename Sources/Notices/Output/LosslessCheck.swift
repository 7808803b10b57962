import Diagnostics

/// Proves that reading lost nothing: every scalar of the source that is not white space went, in source order, to a field
/// of the notice, and stands there.
///
/// The reader's trace says which field each stretch went to; the check does not believe it. It compares the text of the
/// claimed stretches with what the finished notice holds in that field. Structure may stand for text: the colon behind an
/// addressee or a label, the words of a known header label, `附件` and the number in front of an attachment's name.
public struct LosslessCheck: Sendable {
  /// A stretch of the source that is not where it should be.
  public struct Loss: Sendable, Equatable {
    /// 1-based line, and column in Unicode scalars.
    public var line: Int
    public var column: Int
    /// The text that is missing, shortened.
    public var text: String
    /// The field that should hold it; `nil` when no field claims it.
    public var field: String?
  }

  /// What was lost; empty for a faithful reading. Linear in the size of the file.
  public static func check(_ file: SourceFile) -> [Loss] {
    let (notice, text, trace) = NoticeReader().trace(file)
    guard notice.source.format == .text else { return RenderedLosslessCheck.check(notice, text) }
    return TracedLosslessCheck(notice, text, trace).losses()
  }
}

/// The check for plain text, by the reader's trace.
struct TracedLosslessCheck {
  private let notice: Notice
  private let text: [UInt8]
  private let claims: [ReadingTrace.Claim]
  private static let mostLosses = 50

  init(_ notice: Notice, _ text: [UInt8], _ trace: ReadingTrace) {
    self.notice = notice
    self.text = text
    claims = trace.claims.sorted {
      ($0.source.lowerBound, $0.source.upperBound) < ($1.source.lowerBound, $1.source.upperBound)
    }
  }

  func losses() -> [LosslessCheck.Loss] {
    var result = unclaimed()
    for (field, claims) in byField()
    where !FieldMatch.holds(notice, field, claims.map { Array(text[$0.source]) }) {
      guard result.count < Self.mostLosses, let first = claims.first else { break }
      result.append(loss(first.source, field: "\(field)"))
    }
    return result
  }

  /// Stretches that no field claims, and stretches claimed twice.
  private func unclaimed() -> [LosslessCheck.Loss] {
    var result: [LosslessCheck.Loss] = []
    var at = 0
    for claim in claims {
      if claim.source.lowerBound > at { appendGap(at..<claim.source.lowerBound, &result) }
      if claim.source.lowerBound < at,
        !solid(claim.source.lowerBound..<min(at, claim.source.upperBound)).isEmpty
      {
        result.append(loss(claim.source, field: "claimed twice, \(claim.field)"))
      }
      at = max(at, claim.source.upperBound)
    }
    appendGap(at..<text.count, &result)
    return result
  }

  private func appendGap(_ range: Range<Int>, _ result: inout [LosslessCheck.Loss]) {
    guard result.count < Self.mostLosses, !solid(range).isEmpty else { return }
    result.append(loss(FlowText.trimmed(text, range), field: nil))
  }

  /// Claims by field, fields in the order in which they first occur.
  private func byField() -> [(ReadingTrace.Field, [ReadingTrace.Claim])] {
    var order: [ReadingTrace.Field: Int] = [:]
    var groups: [(ReadingTrace.Field, [ReadingTrace.Claim])] = []
    for claim in claims {
      if let i = order[claim.field] {
        groups[i].1.append(claim)
      } else {
        order[claim.field] = groups.count
        groups.append((claim.field, [claim]))
      }
    }
    return groups
  }

  private func solid(_ range: Range<Int>) -> [UInt8] { Solid.text(text, range) }

  private func loss(_ range: Range<Int>, field: String?) -> LosslessCheck.Loss {
    var line = 1
    var start = 0
    for i in 0..<range.lowerBound where text[i] == 0x0A {
      line += 1
      start = i + 1
    }
    let column = UTF8Scan.count(text, start..<range.lowerBound) + 1
    let sample = String(
      String(decoding: text[range], as: UTF8.self).unicodeScalars.prefix(40).map(Character.init))
    return LosslessCheck.Loss(line: line, column: column, text: sample, field: field)
  }
}

/// Text without layout: what the checks compare.
enum Solid {
  static func text(_ bytes: [UInt8], _ range: Range<Int>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(range.count)
    var cursor = Cursor(bytes, range)
    while !cursor.isAtEnd {
      let at = cursor.at
      if Scalars.isLayout(cursor.next()) { continue }
      result.append(contentsOf: bytes[at..<cursor.at])
    }
    return result
  }

  static func text(_ string: String) -> [UInt8] {
    let bytes = Array(string.utf8)
    return text(bytes, 0..<bytes.count)
  }
}
