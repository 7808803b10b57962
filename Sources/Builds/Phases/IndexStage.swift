import Bytes
import Search

/// Writes the files of the search index into the stage; for a copy without a server also as scripts, because a page that was
/// opened from a disk may run scripts beside it but not read files.
struct IndexStage: Sendable {
  let stage: Stage
  let scripts: Bool

  func write(_ file: IndexFile) throws {
    try stage.write(file.path, file.bytes)
    guard scripts, let dot = file.path.lastIndex(of: ".") else { return }
    try stage.write(file.path[..<dot] + ".js", Array("gongkaiFile(\"\(Base64.encode(file.bytes))\")\n".utf8))
  }
}
