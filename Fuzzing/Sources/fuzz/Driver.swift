import Glibc

/// libFuzzer's own main, as a function: `libclang_rt.fuzzer_no_main` has it.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<Int32>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

/// What the process fuzzes; set once, before the driver starts.
nonisolated(unsafe) private var chosen: FuzzTarget?

/// The entry point. SwiftPM renames the main of an executable to `NAME_main` and lets the linker call that, so there is none
/// to be found unless it is spelled out.
///
///     fuzz TARGET [libFuzzer's options] FOLDER …
///     fuzz --dictionary              the words for -dict, on standard output
///     fuzz --seeds TARGET FOLDER     inputs that only the program can make
///     fuzz --show TARGET FILE        the text that an input stands for
@_cdecl("fuzz_main")
public func fuzzMain(
  _ count: Int32, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
) -> Int32 {
  let words = (0..<Int(count)).compactMap { arguments[$0].map { String(cString: $0) } }
  switch words.dropFirst().first {
  case "--dictionary":
    print(FuzzDictionary.text, terminator: "")
    return 0
  case "--seeds" where words.count == 4:
    return FuzzTarget(rawValue: words[2]).map { SeedFiles.write($0.seeds, to: words[3]) } ?? usage()
  case "--show" where words.count == 4:
    guard let target = FuzzTarget(rawValue: words[2]), let bytes = InputFile.read(words[3]) else {
      return usage()
    }
    print(
      String(decoding: target == .header ? HeaderInput.text(bytes) : bytes, as: UTF8.self), terminator: "")
    return 0
  case let name?: return run(name, count, arguments)
  case nil: return usage()
  }
}

/// The name of the target is ours, the driver sees the rest. The driver starts itself again to minimise an input; the
/// environment tells that process its target.
private func run(
  _ name: String, _ count: Int32, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
) -> Int32 {
  var (count, arguments) = (count, arguments)
  if let target = FuzzTarget(rawValue: name) {
    chosen = target
    setenv("GONGKAI_FUZZ_TARGET", name, 1)
    arguments[1] = arguments[0]
    count -= 1
    arguments += 1
  } else if let inherited = getenv("GONGKAI_FUZZ_TARGET") {
    chosen = FuzzTarget(rawValue: String(cString: inherited))
  }
  guard chosen != nil else { return usage() }
  return runDriver(&count, &arguments) { pointer, size in
    chosen?.run(Array(UnsafeBufferPointer(start: pointer, count: size)))
    return 0
  }
}

private func usage() -> Int32 {
  print("fuzz TARGET …, TARGET one of: " + FuzzTarget.allCases.map(\.rawValue).joined(separator: " "))
  return 2
}

enum InputFile {
  static func read(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = fgetc(file), byte != EOF { bytes.append(UInt8(truncatingIfNeeded: byte)) }
    return bytes
  }
}

/// Writes inputs as files named by their place.
enum SeedFiles {
  static func write(_ seeds: [[UInt8]], to folder: String, name: String = "made") -> Int32 {
    for (i, seed) in seeds.enumerated() {
      guard let file = fopen("\(folder)/\(name)-\(i)", "wb") else {
        print("cannot write into \(folder)")
        return 1
      }
      let written = seed.withUnsafeBufferPointer { fwrite($0.baseAddress, 1, $0.count, file) }
      guard fclose(file) == 0, written == seed.count else { return 1 }
    }
    return 0
  }
}
