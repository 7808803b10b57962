import Glibc

/// Properties that did not hold. The input is written down and the run goes on, so that one fault does not hide the next;
/// crashes, hangs and floods are libFuzzer's to catch.
enum Faults {
  /// The input that is being checked.
  nonisolated(unsafe) private static var input: [UInt8] = []
  nonisolated(unsafe) private static var counts: [String: Int] = [:]
  /// Inputs that are kept of each property.
  private static let most = 8

  /// For -minimize_crash=1, which wants crashes, and wants them of every input that has the fault.
  static let stopsAtFirst = getenv("GONGKAI_FUZZ_STOP") != nil

  static func begin(_ bytes: [UInt8]) { input = bytes }

  static func report(_ property: String, _ detail: String) {
    let count = counts[property, default: 0] + 1
    counts[property] = count
    if stopsAtFirst { abort() }
    guard count <= most else { return }
    let line = "FAULT: \(property): \(detail)\n"
    _ = line.withCString { write(STDERR_FILENO, $0, strlen($0)) }
    let folder = getenv("GONGKAI_FUZZ_FINDS").map { String(cString: $0) } ?? "."
    let name = String(property.map { $0 == " " ? "-" : $0 })
    if SeedFiles.write([input], to: folder, name: "fault-\(name)-\(getpid())-\(count)") != 0 { abort() }
  }
}

/// Reports a property that does not hold.
func require(_ holds: Bool, _ property: String, _ detail: @autoclosure () -> Any = "") {
  if !holds { Faults.report(property, "\(detail())") }
}
