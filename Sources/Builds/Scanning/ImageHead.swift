/// Tells images from files that only bear the name of one, by their first bytes.
enum ImageHead {
  /// Bytes that are enough.
  static let length = 512

  static let extensions: Set<String> = ["png", "jpg", "jpeg", "gif", "webp", "avif", "bmp", "svg"]

  /// Whether a browser would draw a file that begins so. SVG is text: its root element is looked for.
  static func isImage(_ head: [UInt8]) -> Bool {
    for start in starts where head.starts(with: start) { return true }
    if head.count >= 12, head.starts(with: Array("RIFF".utf8)), head[8..<12].elementsEqual("WEBP".utf8) {
      return true
    }
    if head.count >= 12, head[4..<8].elementsEqual("ftyp".utf8), head[8..<10].elementsEqual("av".utf8) {
      return true
    }
    return String(decoding: head, as: UTF8.self).contains("<svg")
  }

  /// PNG, JPEG, GIF, BMP.
  private static let starts: [[UInt8]] = [
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], [0xFF, 0xD8, 0xFF], Array("GIF8".utf8),
    Array("BM".utf8),
  ]
}
