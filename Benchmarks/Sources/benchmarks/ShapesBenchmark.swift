import Diagnostics
import Glibc
import Notices

/// Time against size for the shapes that could make a reader slow, as a table for `docs/benchmarks.md`.
///
///     benchmarks shapes [LARGEST MB] [WORD …]     shapes whose names have one of the words
///
/// The exponent is that of time = c · size^exponent between the two largest sizes: 1 is linear, 2 quadratic.
enum ShapesBenchmark {
  struct Shape: Sendable {
    var name: String
    var path = "content/a.txt"
    var head = ""
    /// One more piece of the text, by its index.
    var piece: @Sendable (Int) -> [UInt8]
    var tail = ""

    init(
      _ name: String, path: String = "content/a.txt", head: String = "", tail: String = "",
      _ piece: @escaping @Sendable (Int) -> String
    ) {
      self.init(bytes: name, path: path, head: head, tail: tail) { Array(piece($0).utf8) }
    }

    init(
      bytes name: String, path: String = "content/a.txt", head: String = "", tail: String = "",
      _ piece: @escaping @Sendable (Int) -> [UInt8]
    ) {
      self.name = name
      self.path = path
      self.head = head
      self.piece = piece
      self.tail = tail
    }
  }

  /// A shape that takes longer is not tried at the next size.
  private static let patience = 60.0

  static func run(_ arguments: [String]) {
    let largest = arguments.compactMap(Double.init).first ?? 20
    let words = arguments.filter { Double($0) == nil }
    let sizes = [0.3125, 1.25, 5, 20].filter { $0 <= largest }
    print("| shape | " + sizes.map { "\($0) MB" }.joined(separator: " | ") + " | exponent |")
    print("|---|" + String(repeating: "---:|", count: sizes.count + 1))
    for shape in Shapes.all where words.isEmpty || words.contains(where: { shape.name.contains($0) }) {
      print(row(shape, sizes))
    }
  }

  private static func row(_ shape: Shape, _ sizes: [Double]) -> String {
    var times: [(size: Double, seconds: Double)] = []
    var cells: [String] = []
    for size in sizes {
      if let last = times.last, last.seconds > patience {
        cells.append("–")
        continue
      }
      let file = SourceFile(path: shape.path, bytes: bytes(of: shape, size: Int(size * 1e6)))
      let seconds = Stopwatch.best(of: size < 2 ? 3 : 1) { _ = NoticeReader().read(file) }
      times.append((Double(file.bytes.count), max(seconds, 1e-6)))
      cells.append(Stopwatch.rounded(seconds, 2))
    }
    var exponent = ""
    if let (after, before) = times.last.flatMap({ last in times.dropLast().last.map { (last, $0) } }) {
      exponent = Stopwatch.rounded(log(after.seconds / before.seconds) / log(after.size / before.size), 2)
    }
    return "| \(shape.name) | " + cells.joined(separator: " | ") + " | \(exponent) |"
  }

  private static func bytes(of shape: Shape, size: Int) -> [UInt8] {
    var result = Array(shape.head.utf8)
    var index = 0
    while result.count < size {
      result += shape.piece(index)
      index += 1
    }
    return result + Array(shape.tail.utf8)
  }
}
