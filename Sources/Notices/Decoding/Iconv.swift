import Diagnostics
import Glibc

/// The character set conversion of the C library; the one place that calls it.
enum Iconv {
  /// Converts to UTF-8, each byte that cannot be decoded to U+FFFD. `nil` when the C library lacks the character
  /// set. Linear in the size.
  static func transcribe(
    _ bytes: ArraySlice<UInt8>, from charset: String, named name: String, note: DiagnosticKind
  ) -> Transcript? {
    guard let converter = iconv_open("UTF-8", charset), Int(bitPattern: converter) != -1 else { return nil }
    defer { iconv_close(converter) }
    var transcript = Transcript(bytes: [], encoding: name, note: note)
    transcript.bytes.reserveCapacity(bytes.count * 3 / 2)
    var input = Array(bytes)
    var at = 0
    var room = [UInt8](repeating: 0, count: 1 << 16)
    while at < input.count {
      let step = convert(converter, &input, from: at, into: &room)
      transcript.bytes += room[..<step.written]
      at += step.read
      if step.error == EILSEQ || step.error == EINVAL {
        transcript.addFault()
        at += 1
      }
    }
    return transcript
  }

  private static func convert(
    _ converter: iconv_t, _ input: inout [UInt8], from at: Int, into room: inout [UInt8]
  ) -> (read: Int, written: Int, error: Int32) {
    let left = input.count - at
    let space = room.count
    return input.withUnsafeMutableBytes { input in
      room.withUnsafeMutableBytes { room in
        var source = input.baseAddress.map { ($0 + at).assumingMemoryBound(to: CChar.self) }
        var target = room.baseAddress?.assumingMemoryBound(to: CChar.self)
        var sourceLeft = left
        var targetLeft = space
        let failed = iconv(converter, &source, &sourceLeft, &target, &targetLeft) == -1
        return (left - sourceLeft, space - targetLeft, failed ? errno : 0)
      }
    }
  }
}
