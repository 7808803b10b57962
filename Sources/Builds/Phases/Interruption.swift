import Diagnostics
import Glibc
import Synchronization

/// Whether the build was asked to stop. Phases look between two files and throw; the usual way out then cleans up.
package final class Interruption: Sendable {
  private let asked = Atomic<Bool>(false)

  package init() {}

  package func ask() { asked.store(true, ordering: .relaxed) }

  package var isAsked: Bool { asked.load(ordering: .relaxed) }

  /// Throws `Refusal` once somebody asked.
  package func check() throws {
    if isAsked { throw Refusal(Diagnostic(.buildInterrupted)) }
  }

  /// Turns SIGINT, SIGTERM and SIGHUP into a question; a second signal ends the process at once. Call before other
  /// threads start: they inherit the mask that keeps the signals for the waiting thread.
  package func listenToSignals() {
    var signals = sigset_t()
    sigemptyset(&signals)
    for signal in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, signal) }
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    var thread = pthread_t()
    let box = Unmanaged.passRetained(self).toOpaque()
    pthread_create(
      &thread, nil,
      { box in
        let interruption = Unmanaged<Interruption>.fromOpaque(box!).takeRetainedValue()
        var signals = sigset_t()
        sigemptyset(&signals)
        for signal in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, signal) }
        var signal: Int32 = 0
        sigwait(&signals, &signal)
        interruption.ask()
        pthread_sigmask(SIG_UNBLOCK, &signals, nil)
        while true { pause() }
      }, box)
    pthread_detach(thread)
  }
}
