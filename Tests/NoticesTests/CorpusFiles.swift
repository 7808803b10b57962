import Builds
import TestSupport

/// Files of the shared corpus; the tests that use them run only when `GONGKAI_CORPUS` names it.
enum CorpusFiles {
  /// Absolute paths below a folder, sorted.
  static func paths(_ folder: String) throws -> [String] {
    try FolderScan.files(in: folder, shownAs: folder, disk: Disk()).value.map(\.path).sorted()
  }

  static func bytes(_ path: String) throws -> [UInt8] { try Disk().read(path) }
}
