/// Paths of files that editors own. `SourceFile.path` is relative to the project (`content/2017/法治政府.txt`); the
/// catalogue, the lock and the public JSON name files relative to `content/`.
package enum ContentPath {
  package static let root = "content/"

  /// Without the leading `content/`.
  package static func relative(_ path: String) -> String {
    path.hasPrefix(root) ? String(path.dropFirst(root.count)) : path
  }
}

/// A file found in `content/`, as the scan saw it.
public struct ContentFile: Sendable, Hashable {
  /// Relative to the project, as in `SourceFile`: `content/2017/法治政府.txt`.
  public var path: String
  /// Size in bytes.
  public var size: Int
  /// Its first bytes are those of an image.
  public var isImage: Bool
  public init(path: String, size: Int, isImage: Bool = true) {
    self.path = path
    self.size = size
    self.isImage = isImage
  }
}
