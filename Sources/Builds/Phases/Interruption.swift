import CPlatform
import Diagnostics
import Synchronization

/// Whether the build was asked to stop. Phases look between two files and throw; the usual way out then cleans up.
package final class Interruption: Sendable {
  private let asked = Atomic<Bool>(false)
  private let listens: Bool

  /// - Parameter listeningToSignals: SIGINT, SIGTERM and SIGHUP of this process ask as well; a second signal ends it
  ///   at once.
  package init(listeningToSignals: Bool = false) {
    listens = listeningToSignals
    if listeningToSignals { gongkai_catch_signals() }
  }

  package func ask() { asked.store(true, ordering: .relaxed) }

  package var isAsked: Bool {
    asked.load(ordering: .relaxed) || (listens && gongkai_caught_signal() != 0)
  }

  /// Throws `Refusal` once somebody asked.
  package func check() throws {
    if isAsked { throw Refusal(Diagnostic(.buildInterrupted)) }
  }
}
