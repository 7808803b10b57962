import Builds
import Glibc

/// The compiled program as a process of its own.
package struct Program: Sendable {
  package struct Outcome: Sendable {
    /// The exit status; the number of the signal, negative, when one ended it.
    package var status: Int32
    package var output: String
    package var errors: String
  }

  /// A process that runs; its standard error can be read while it does.
  package struct Running: ~Copyable {
    package let id: pid_t
    private let output: Int32
    private let errors: Int32

    fileprivate init(id: pid_t, output: Int32, errors: Int32) {
      self.id = id
      self.output = output
      self.errors = errors
    }

    /// Waits until standard error has the text, or ends.
    package func waitForErrors(containing text: String) {
      var seen: [UInt8] = []
      var buffer = [UInt8](repeating: 0, count: 4096)
      while true {
        let got = read(errors, &buffer, buffer.count)
        if got <= 0 { return }
        seen += buffer[..<got]
        if String(decoding: seen, as: UTF8.self).contains(text) { return }
      }
    }

    package func send(_ signal: Int32) { kill(id, signal) }

    /// Waits for the end and takes what was printed since.
    package consuming func finish() -> Outcome {
      let (output, errors) = Program.drain(self.output, self.errors)
      var status: Int32 = 0
      while waitpid(id, &status, 0) < 0, errno == EINTR {}
      let signal = status & 0x7F
      return Outcome(status: signal != 0 ? -signal : (status >> 8) & 0xFF, output: output, errors: errors)
    }
  }

  /// The program that `GONGKAI_PROGRAM` names (`bin/test` sets it to the one compiled for speed), else the one that was
  /// compiled with the tests and lies beside them.
  package static let path: String = {
    if let named = getenv("GONGKAI_PROGRAM") { return String(cString: named) }
    let tests = realpath("/proc/self/exe", nil)
    defer { free(tests) }
    let folder = tests.map { Disk.parent(String(cString: $0)) } ?? ""
    return folder + "/gongkai"
  }()

  /// Runs to the end.
  package static func run(
    _ arguments: [String], in folder: String, variables: [String: String] = [:]
  ) throws -> Outcome {
    try start(arguments, in: folder, variables: variables).finish()
  }

  /// Starts the program with nothing in its environment but `variables`, `PATH` and `GONGKAI_HOME`.
  package static func start(
    _ arguments: [String], in folder: String, variables: [String: String] = [:]
  ) throws -> Running {
    // `env -C` changes the folder in the child; the process id stays the same.
    let words = ["env", "-C", folder, path] + arguments
    var environment = ["PATH=/usr/bin:/bin", "GONGKAI_HOME=\(Repository.root)"]
    environment += variables.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    let (output, errors) = (try pipe(), try pipe())
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, output.write, 1)
    posix_spawn_file_actions_adddup2(&actions, errors.write, 2)
    var id = pid_t()
    let code = withPointers(words) { words in
      withPointers(environment) { posix_spawn(&id, "/usr/bin/env", &actions, nil, words, $0) }
    }
    close(output.write)
    close(errors.write)
    guard code == 0 else { throw DiskError(.open, path, code) }
    return Running(id: id, output: output.read, errors: errors.read)
  }

  private static func pipe() throws -> (read: Int32, write: Int32) {
    var ends: [Int32] = [0, 0]
    guard Glibc.pipe(&ends) == 0 else { throw DiskError(.open, "pipe", errno) }
    // Another program that starts meanwhile must not keep the pipe open.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  /// Reads both to their ends, whichever has something: a program that fills one pipe must not wait for the other.
  fileprivate static func drain(_ first: Int32, _ second: Int32) -> (String, String) {
    var files = [first, second].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    var texts: [[UInt8]] = [[], []]
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while files.contains(where: { $0.fd >= 0 }) {
      if poll(&files, nfds_t(files.count), -1) < 0, errno != EINTR { break }
      for index in files.indices where files[index].fd >= 0 && files[index].revents != 0 {
        let got = read(files[index].fd, &buffer, buffer.count)
        if got < 0, errno == EINTR { continue }
        // A negative descriptor is passed over from now on.
        if got <= 0 { files[index].fd = -1 } else { texts[index] += buffer[..<got] }
      }
    }
    close(first)
    close(second)
    return (String(decoding: texts[0], as: UTF8.self), String(decoding: texts[1], as: UTF8.self))
  }

  private static func withPointers<T>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> T
  ) -> T {
    let pointers: [UnsafeMutablePointer<CChar>?] = strings.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    return body(pointers)
  }
}
