/// Where an index is read from: a folder, an archive, memory.
public protocol IndexSource: Sendable {
  /// The bytes of the file at `path` (`search/root.json`), relative to the site's root; `nil` when there is none.
  func read(_ path: String) throws -> [UInt8]?
}

/// An index that was never written.
public struct MemoryIndex: IndexSource {
  private let files: [String: [UInt8]]

  public init(_ files: [IndexFile]) {
    self.files = Dictionary(files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { $1 })
  }

  public func read(_ path: String) -> [UInt8]? { files[path] }
}
