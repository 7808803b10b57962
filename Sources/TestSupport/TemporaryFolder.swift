import Builds
import Glibc

/// A folder of a test, removed with the value.
package final class TemporaryFolder: Sendable {
  /// Absolute, links resolved.
  package let path: String
  private let disk = Disk()

  /// - Parameter parent: where to make it; `/dev/shm` keeps tests with many files off the disk.
  package init(in parent: String? = nil) {
    let base = parent ?? getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(base)/gongkai-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { fatalError("no temporary folder in \(base): errno \(errno)") }
    let made = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    path =
      realpath(made, nil).map { resolved in
        defer { free(resolved) }
        return String(cString: resolved)
      } ?? made
  }

  deinit { try? disk.removeTree(path) }

  package static func / (folder: TemporaryFolder, path: String) -> String { folder.path + "/" + path }

  /// Writes a file, whatever is there, and the folders above it.
  package func write(_ path: String, _ bytes: [UInt8]) throws {
    try disk.makeFolders(Disk.parent(self / path))
    try disk.remove(self / path)
    try disk.create(self / path, bytes)
  }

  package func write(_ path: String, _ text: String) throws { try write(path, Array(text.utf8)) }

  package func remove(_ path: String) throws { try disk.removeTree(self / path) }

  package func link(_ path: String, to target: String) throws {
    try disk.makeFolders(Disk.parent(self / path))
    guard symlink(target, self / path) == 0 else { throw DiskError(.link, path, errno) }
  }

  package func exists(_ path: String) -> Bool { (try? disk.status(self / path)) != nil }

  package func bytes(_ path: String) throws -> [UInt8] { try disk.read(self / path) }

  package func text(_ path: String) throws -> String { String(decoding: try bytes(path), as: UTF8.self) }

  /// Every file below a folder by its path; symbolic links are given as `→ target`.
  package func tree(_ folder: String = "") throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    try collect(RawPath(folder.isEmpty ? path : self / folder), "", &files)
    return files
  }

  private func collect(_ folder: RawPath, _ relative: String, _ files: inout [String: [UInt8]]) throws {
    for name in try disk.names(folder) {
      let path = folder / name
      let shown = (relative.isEmpty ? "" : relative + "/") + String(decoding: name, as: UTF8.self)
      switch try disk.status(path.shown)?.kind {
      case .folder: try collect(path, shown, &files)
      case .file: files[shown] = try disk.read(path.shown)
      case .link: files[shown] = Array("→".utf8)
      default: continue
      }
    }
  }
}
