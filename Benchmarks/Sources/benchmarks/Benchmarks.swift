/// Runs the benchmarks that are named, or all: `bin/bench [NAME …]`.
@main
struct Benchmarks {
  static let all: [(name: String, run: @Sendable ([String]) throws -> Void)] = [
    ("reader", ReaderBenchmark.run), ("shapes", ShapesBenchmark.run), ("search", SearchBenchmark.run),
  ]

  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let first = arguments.first else {
      for benchmark in all { try benchmark.run([]) }
      return
    }
    guard let benchmark = all.first(where: { $0.name == first }) else {
      print("benchmarks: \(all.map(\.name).joined(separator: ", "))")
      return
    }
    try benchmark.run(Array(arguments.dropFirst()))
  }
}
