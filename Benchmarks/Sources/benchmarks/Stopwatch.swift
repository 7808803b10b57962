/// Processor time of this process, and how it is printed: other work on the machine does not count.
enum Stopwatch {
  /// Seconds that `body` takes on the processor; the best of `rounds`.
  static func best(of rounds: Int, _ body: () -> Void) -> Double {
    var best = Double.infinity
    for _ in 0..<rounds {
      let start = Resources.processorSeconds
      body()
      best = min(best, Resources.processorSeconds - start)
    }
    return best
  }

  static func rounded(_ value: Double, _ digits: Int = 1) -> String {
    let scale = digits == 0 ? 1.0 : digits == 1 ? 10.0 : 100.0
    let text = "\((value * scale).rounded() / scale)"
    return digits == 0 ? String(text.prefix { $0 != "." }) : text
  }

  static func padded(_ text: String, _ width: Int, left: Bool = false) -> String {
    let space = String(repeating: " ", count: max(0, width - text.unicodeScalars.count))
    return left ? text + space : space + text
  }
}
