import Builds
import Glibc

/// The repository that the tests were compiled from.
package enum Repository {
  /// Absolute.
  package static let root: String = {
    // Sources/TestSupport/Repository.swift
    Disk.parent(Disk.parent(Disk.parent(#filePath)))
  }()

  /// The folder of the shared corpus, when `GONGKAI_CORPUS` names it.
  package static var corpus: String? { getenv("GONGKAI_CORPUS").map { String(cString: $0) } }

  /// Whether snapshots and generated pages are written anew: `GONGKAI_RECORD=1`.
  package static var isRecording: Bool {
    getenv("GONGKAI_RECORD").map { String(cString: $0) == "1" } ?? false
  }

  /// Files below a folder of the repository with an extension, sorted, relative to the repository.
  package static func files(below folder: String, extension suffix: String) throws -> [String] {
    try FolderScan.files(in: root + "/" + folder, shownAs: folder, disk: Disk()).value
      .map(\.path).filter { $0.hasSuffix("." + suffix) }
  }

  package static func text(_ path: String) throws -> String {
    String(decoding: try Disk().read(root + "/" + path), as: UTF8.self)
  }
}
