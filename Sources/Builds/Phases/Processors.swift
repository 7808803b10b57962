import Glibc

/// The machine.
enum Processors {
  /// Those that this process may use, at least 1.
  static var count: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}
