import Diagnostics
import Glibc

/// Holds a folder for one build. The lock belongs to the open file, so the system drops it when the process ends,
/// however it ends: there is no stale lock.
package final class BuildLock: Sendable {
  private let file: Int32

  /// Throws `Refusal` when another process holds the folder; makes the folder when it is missing.
  package init(folder: String, shownAs shown: String, disk: Disk) throws {
    try disk.makeFolders(folder)
    file = try disk.openLock(folder + "/lock")
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      close(file)
      if code == EWOULDBLOCK { throw Refusal(Diagnostic(.buildRunning, shown)) }
      throw DiskError(.lock, folder + "/lock", code)
    }
  }

  deinit { close(file) }
}
