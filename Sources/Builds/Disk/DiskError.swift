import Diagnostics
import Glibc

/// A system call that failed: which, on what, why.
package struct DiskError: Error, Equatable {
  package var operation: Disk.Operation
  package var path: String
  /// The value of `errno`.
  package var code: Int32

  package init(_ operation: Disk.Operation, _ path: String, _ code: Int32) {
    self.operation = operation
    self.path = path
    self.code = code
  }

  package var isNoPermission: Bool { [EACCES, EPERM, EROFS].contains(code) }

  /// What an editor or an operator is told. `file` is the path to show; the path of the call when absent.
  package func diagnostic(file: String? = nil) -> Diagnostic {
    let shown = file ?? path
    return switch code {
    case ENOSPC, EDQUOT: Diagnostic(.diskFull, shown)
    case EROFS: Diagnostic(.fileSystemReadOnly, shown)
    case EACCES, EPERM: Diagnostic(.permissionDenied, shown, operation.rawValue)
    case EMFILE, ENFILE: Diagnostic(.tooManyOpenFiles, shown)
    default: Diagnostic(.fileOperationFailed, shown, operation.rawValue, String(cString: strerror(code)))
    }
  }
}
