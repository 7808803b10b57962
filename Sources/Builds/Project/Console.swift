import Glibc

/// Standard output and standard error. Nobody reading (a closed pipe) is not a fault of the command.
package enum Console {
  package static func out(_ bytes: [UInt8]) { write(1, bytes) }
  package static func out(_ text: String) { write(1, Array(text.utf8)) }
  package static func error(_ bytes: [UInt8]) { write(2, bytes) }
  package static func error(_ text: String) { write(2, Array(text.utf8)) }

  /// A reader that goes away ends the writing, not the process in the middle of a publication.
  package static func surviveClosedPipes() { signal(SIGPIPE, SIG_IGN) }

  private static func write(_ file: Int32, _ bytes: [UInt8]) {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let put = Glibc.write(file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if put < 0, errno == EINTR { continue }
        if put <= 0 { return }
        rest = rest[(rest.startIndex + put)...]
      }
    }
  }
}
