import Diagnostics
import Synchronization

/// The new site while it is written, beside the old one. Files may be written from several tasks.
package final class Stage: Sendable {
  package let folder: String
  private let disk: Disk
  private let written = Mutex(Written())

  private struct Written {
    var folders: Set<String> = []
    var files: Set<String> = []
    var bytes = 0
  }

  /// An empty stage at `folder`; what is left of an earlier one goes away.
  package init(folder: String, disk: Disk) throws {
    self.folder = folder
    self.disk = disk
    try disk.removeTree(folder)
    try disk.makeFolders(folder)
    do {
      let marker = Array("Built by gongkai; replaced as a whole.\n".utf8)
      try disk.create(folder + "/" + OutputGuard.marker, marker)
    } catch {
      try disk.removeTree(folder)
      throw error
    }
  }

  package var fileCount: Int { written.withLock { $0.files.count } }
  package var byteCount: Int { written.withLock { $0.bytes } }

  /// Writes a file that is not there yet. `path` is relative; one that could leave the stage is refused.
  package func write(_ path: String, _ bytes: [UInt8]) throws {
    try write(path, pieces: CollectionOfOne(bytes))
  }

  /// Writes a file as it is made: only one piece is in memory.
  package func write(_ path: String, pieces: some Sequence<[UInt8]>) throws {
    note(path, try disk.create(try prepare(path), pieces: pieces))
  }

  /// Copies a file of `content/` into the stage.
  package func copy(_ source: ScannedFile, to path: String) throws {
    let target = try prepare(path)
    try disk.copy(source.location, to: target)
    note(path, source.size)
  }

  /// Throws `Refusal` unless the stage holds exactly `planned` (and the marker).
  package func verify(planned: [String]) throws {
    var expected = Set(planned)
    expected.insert(OutputGuard.marker)
    var surplus: [String] = []
    try walk(RawPath(folder), "") { if expected.remove($0) == nil { surplus.append($0) } }
    if let first = surplus.min() { throw Refusal(Diagnostic(.stageDiffers, "+ " + first)) }
    if let first = expected.min() { throw Refusal(Diagnostic(.stageDiffers, "- " + first)) }
  }

  /// Gives a folder that was written another name.
  package func rename(_ old: String, to new: String) throws {
    for path in [old, new] where !OutputPath.isSafe(path) {
      throw Refusal(Diagnostic(.outputPathUnsafe, Printable.text(path)))
    }
    try disk.rename(folder + "/" + old, folder + "/" + new)
    written.withLock { written in
      func renamed(_ path: String) -> String {
        path == old || path.hasPrefix(old + "/") ? new + path.dropFirst(old.count) : path
      }
      written.files = Set(written.files.map(renamed))
      written.folders = Set(written.folders.map(renamed))
    }
  }

  /// The files below a folder, in order.
  package func files(below folder: String) -> [String] {
    written.withLock { $0.files.filter { $0.hasPrefix(folder) } }.sorted()
  }

  package func remove() throws { try disk.removeTree(folder) }

  private func walk(_ folder: RawPath, _ relative: String, _ visit: (String) -> Void) throws {
    for name in try disk.names(folder) {
      let path = relative.isEmpty ? "" : relative + "/"
      let child = path + String(decoding: name, as: UTF8.self)
      switch try disk.status((folder / name).shown)?.kind {
      case .folder: try walk(folder / name, child, visit)
      default: visit(child)
      }
    }
  }

  private func prepare(_ path: String) throws -> String {
    guard OutputPath.isSafe(path) else {
      throw Refusal(Diagnostic(.outputPathUnsafe, Printable.text(path)))
    }
    let parent = path.contains("/") ? Disk.parent(path) : ""
    if !parent.isEmpty, !written.withLock({ $0.folders.contains(parent) }) {
      try disk.makeFolders(folder + "/" + parent)
      written.withLock { _ = $0.folders.insert(parent) }
    }
    return folder + "/" + path
  }

  private func note(_ path: String, _ bytes: Int) {
    written.withLock {
      $0.files.insert(path)
      $0.bytes += bytes
    }
  }
}

/// Paths of files in a site.
enum OutputPath {
  /// Relative, every name printable UTF-8 of 1 to 255 bytes that is neither `.` nor `..` and has no backslash.
  static func isSafe(_ path: String) -> Bool {
    !path.isEmpty && path.utf8.count < 3000
      && path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { name in
        !name.isEmpty && name != "." && name != ".." && name.utf8.count <= FileNameRule.longestName
          && !name.utf8.contains(0x5C) && !name.unicodeScalars.contains(where: Printable.isUnsafe)
      }
  }
}
