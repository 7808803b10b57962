import Bytes
import Diagnostics
import Notices

/// `gongkai inspect`: one file through the reader, as the site would show it.
package struct Inspection: Sendable {
  private let file: ScannedFile
  private let bytes: [UInt8]
  private let notice: Notice
  private let surroundings: Surroundings
  private let disk: Disk

  /// Reads the file. Throws when it cannot be read; what is wrong with its text is no reason.
  package init(of path: String, in surroundings: Surroundings, disk: Disk) throws {
    let location = surroundings.absolute(path)
    guard let resolved = try disk.resolve(location) else { throw DiskError(.open, path, 2) }
    bytes = try disk.read(resolved)
    let relative = try Project.holding(location, in: surroundings, disk: disk)?.relativePath
    let shown = relative.map { Project.contentName + "/" + $0 } ?? path
    file = ScannedFile(
      relativePath: relative ?? path, path: shown.nfc, location: resolved, size: bytes.count)
    notice = NoticeReader().read(SourceFile(path: file.path, bytes: bytes))
    self.surroundings = surroundings
    self.disk = disk
  }

  /// The public JSON of the document.
  package func json(at: String?) async throws -> [UInt8] {
    NoticeJSON(notice).bytes()
  }
}
