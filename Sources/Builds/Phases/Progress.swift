import Diagnostics
import Synchronization

/// Tells how a build is getting on: a line that updates itself on a terminal, one line a finished phase elsewhere.
package final class Progress: Sendable {
  package enum Style: Sendable { case silent, lines, terminal }

  private struct State {
    var phase: Phase?
    var total = 0
    var done = 0
    var started = ContinuousClock.now
    var drawn = ContinuousClock.now
    var reports: [PhaseReport] = []
  }

  private let style: Style
  private let language: MessageLanguage
  private let write: @Sendable ([UInt8]) -> Void
  private let state = Mutex(State())

  package init(
    style: Style, language: MessageLanguage, write: @escaping @Sendable ([UInt8]) -> Void = { _ in }
  ) {
    self.style = style
    self.language = language
    self.write = write
  }

  /// The phases that have ended.
  package var reports: [PhaseReport] { state.withLock { $0.reports } }

  /// Runs a phase; `count` is asked afterwards for what it handled.
  package func phase<T>(
    _ phase: Phase, of total: Int = 0, _ body: () async throws -> T, count: (T) -> Int
  ) async rethrows -> T {
    begin(phase, of: total)
    let value = try await body()
    end(count(value))
    return value
  }

  /// So many more of the phase's things are done. Called from any task.
  package func advance(_ count: Int) {
    let line: String? = state.withLock { state in
      state.done += count
      let now = ContinuousClock.now
      guard style == .terminal, now - state.drawn > .milliseconds(80), let phase = state.phase else {
        return nil
      }
      state.drawn = now
      return "\r\u{1B}[K\(heading(phase)) \(state.done)/\(state.total)"
    }
    if let line { write(Array(line.utf8)) }
  }

  /// Takes the updating line away, so that something else can be printed.
  package func clear() { if style == .terminal { write(Array("\r\u{1B}[K".utf8)) } }

  private func begin(_ phase: Phase, of total: Int) {
    let now = ContinuousClock.now
    state.withLock { state in
      state.phase = phase
      state.total = total
      state.done = 0
      state.started = now
      state.drawn = now
    }
    if style == .terminal { write(Array("\r\u{1B}[K\(heading(phase)) …".utf8)) }
  }

  private func end(_ count: Int) {
    let report: PhaseReport? = state.withLock { state in
      guard let phase = state.phase else { return nil }
      let time = ContinuousClock.now - state.started
      let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
      let report = PhaseReport(phase: phase, count: count, seconds: seconds)
      state.reports.append(report)
      return report
    }
    guard let report, style != .silent else { return }
    let start = style == .terminal ? "\r\u{1B}[K" : ""
    write(Array((start + line(report) + "\n").utf8))
  }

  private func heading(_ phase: Phase) -> String {
    "[\(phase.rawValue)/\(Phase.allCases.count)] \(phase.name(language))"
  }

  private func line(_ report: PhaseReport) -> String {
    let head = heading(report.phase)
    let padding = String(repeating: " ", count: max(1, 14 - DisplayWidth.of(head)))
    let unit = report.phase.unit(language)
    return head + padding
      + Self.counted.text(language, [String(report.count), unit, Self.duration(report.seconds, language)])
  }

  private static let counted = LocalizedText(zh: "{0} {1}，{2}", en: "{0} {1}, {2}")

  /// `1.24 秒`, `38 毫秒`.
  package static func duration(_ seconds: Double, _ language: MessageLanguage) -> String {
    if seconds < 1 {
      let milliseconds = Int((seconds * 1000).rounded())
      return LocalizedText(zh: "{0} 毫秒", en: "{0} ms").text(language, [String(milliseconds)])
    }
    let hundredths = Int((seconds * 100).rounded())
    let fraction = hundredths % 100
    let text = "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
    return LocalizedText(zh: "{0} 秒", en: "{0} s").text(language, [text])
  }
}
