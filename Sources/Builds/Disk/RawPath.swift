/// A path as the system sees it: bytes that need not be UTF-8. Used where a folder's names are taken as they come;
/// everywhere else paths are strings.
package struct RawPath: Sendable, Hashable {
  package typealias Name = [UInt8]
  package var bytes: [UInt8]

  package init(_ path: String) { bytes = Array(path.utf8) }

  package static func / (path: RawPath, name: Name) -> RawPath {
    var path = path
    if path.bytes.last != 0x2F { path.bytes.append(0x2F) }
    path.bytes += name
    return path
  }

  /// For messages; bytes that are not UTF-8 are repaired.
  package var shown: String { String(decoding: bytes, as: UTF8.self) }

  /// The path as a string, when it is one.
  package var string: String? { String(validating: bytes, as: UTF8.self) }

  /// For C: ends in NUL.
  var pointer: [CChar] { bytes.map { CChar(bitPattern: $0) } + [0] }
}
