/// One input file as it was found: where it is, and its bytes.
public struct SourceFile: Sendable, Equatable {
  /// The path relative to the project (`content/2017/法治政府.txt`), `/`-separated, NFC; shown in messages.
  public let path: String
  /// The bytes on disk, undecoded.
  public let bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
