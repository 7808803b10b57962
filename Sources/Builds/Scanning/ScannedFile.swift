/// A file that was found, not read yet.
package struct ScannedFile: Sendable, Equatable {
  /// Below the scanned folder: `2017/法治政府.txt`, NFC.
  package var relativePath: String
  /// For messages and as `SourceFile.path`: the folder's name and the relative path.
  package var path: String
  /// Where the bytes are: absolute, links resolved, as the disk spells it.
  package var location: String
  /// In bytes, when it was scanned.
  package var size: Int

  /// In lower case without the dot; empty when there is none.
  package var fileExtension: String {
    let name = Disk.name(relativePath)
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }
}
