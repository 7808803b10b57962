import Builds

/// Files of the repository that tests make and compare: snapshots, generated pages.
package enum Recorded {
  /// Whether the file at `path` (relative to the repository) holds these bytes. With `GONGKAI_RECORD=1` it is written
  /// first.
  package static func matches(_ path: String, _ bytes: [UInt8]) throws -> Bool {
    let disk = Disk()
    let file = Repository.root + "/" + path
    if Repository.isRecording {
      try disk.makeFolders(Disk.parent(file))
      try disk.replace(file, bytes)
    }
    guard try disk.status(file) != nil else { return false }
    return try disk.read(file) == bytes
  }

  package static func matches(_ path: String, _ text: String) throws -> Bool {
    try matches(path, Array(text.utf8))
  }

  /// Removes a recorded file that nothing makes any more.
  package static func remove(_ path: String) throws { try Disk().remove(Repository.root + "/" + path) }
}
