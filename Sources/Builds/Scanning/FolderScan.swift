import Bytes
import Diagnostics
import Glibc

/// Phase 1: the files below a folder, sorted by the bytes of their NFC paths, whatever order the disk lists them in.
///
/// Nothing outside the folder is reached: links that lead out are refused, links to folders are not followed, so
/// loops cannot occur. What is refused is a diagnostic; the rest is scanned.
package struct FolderScan {
  /// Deeper folders are refused; real trees have 3 to 6 levels.
  static let deepest = 40
  /// More files than that are a mistake (a home folder dropped into `content/`).
  static let mostFiles = 2_000_000

  private let disk: Disk
  private let root: String
  private let shownName: String
  private var files: [(scanned: ScannedFile, order: [UInt8])] = []
  private var diagnostics: [Diagnostic] = []

  /// All files below `folder` (absolute). `shownName` stands for the folder in paths of messages.
  package static func files(
    in folder: String, shownAs shownName: String, disk: Disk
  ) throws -> Diagnosed<[ScannedFile]> {
    guard let root = try disk.resolve(folder) else { throw DiskError(.list, folder, ENOENT) }
    var scan = FolderScan(disk: disk, root: root, shownName: shownName)
    try scan.walk(RawPath(root), relative: "", depth: 0)
    return scan.result()
  }

  private init(disk: Disk, root: String, shownName: String) {
    self.disk = disk
    self.root = root
    self.shownName = shownName
  }

  private mutating func walk(_ folder: RawPath, relative: String, depth: Int) throws {
    let names: [RawPath.Name]
    do { names = try disk.names(folder) } catch let error as DiskError where depth > 0 {
      return diagnostics.append(error.readingDiagnostic(shown(relative)))
    }
    for name in names where files.count <= Self.mostFiles {
      let path = relative.isEmpty ? display(name) : relative + "/" + display(name)
      switch FileNameRule.verdict(name) {
      case .ignore: continue
      case .refuse(let kind):
        note(kind, path)
        continue
      case .readWith(let kind): note(kind, path)
      case .read: break
      }
      do { try visit(folder / name, relative: path, depth: depth) } catch let error as DiskError {
        diagnostics.append(error.readingDiagnostic(shown(path)))
      }
    }
  }

  private mutating func visit(_ path: RawPath, relative: String, depth: Int) throws {
    guard let location = path.string, let status = try disk.status(location) else { return }
    switch status.kind {
    case .file: add(relative, location, status.size)
    case .folder where depth + 1 >= Self.deepest: note(.folderTooDeep, relative)
    case .folder: try walk(path, relative: relative, depth: depth + 1)
    case .link: try visitLink(location, relative: relative)
    case .other: note(.notARegularFile, relative)
    }
  }

  private mutating func visitLink(_ location: String, relative: String) throws {
    let target: String?
    do { target = try disk.resolve(location) } catch let error as DiskError where error.code == ELOOP {
      return note(.linkLoop, relative)
    }
    guard let target else { return note(.linkBroken, relative) }
    guard target.utf8.starts(with: (root == "/" ? "/" : root + "/").utf8) else {
      return target == root ? note(.linkToFolder, relative) : note(.linkLeavesFolder, relative)
    }
    guard let status = try disk.status(target) else { return note(.linkBroken, relative) }
    switch status.kind {
    case .file: add(relative, target, status.size)
    case .folder: note(.linkToFolder, relative)
    case .link, .other: note(.notARegularFile, relative)
    }
  }

  private mutating func add(_ relative: String, _ location: String, _ size: Int) {
    let path = relative.nfc
    if files.count == Self.mostFiles { note(.tooManyFiles, "") }
    let scanned = ScannedFile(relativePath: path, path: shown(path), location: location, size: size)
    files.append((scanned, Array(path.utf8)))
  }

  /// Sorted; of two names that are the same in NFC the one whose bytes on disk come first is kept.
  private func result() -> Diagnosed<[ScannedFile]> {
    var diagnostics = diagnostics
    let sorted = files.prefix(Self.mostFiles).sorted { a, b in
      a.order == b.order
        ? a.scanned.location.utf8.lexicographicallyPrecedes(b.scanned.location.utf8)
        : a.order.lexicographicallyPrecedes(b.order)
    }
    var kept: [ScannedFile] = []
    kept.reserveCapacity(sorted.count)
    for (file, _) in sorted {
      if kept.last?.relativePath == file.relativePath {
        diagnostics.append(Diagnostic(.fileNamesCollide, file: file.path))
      } else {
        kept.append(file)
      }
    }
    return Diagnosed(kept, Diagnostic.inReportOrder(diagnostics))
  }

  private mutating func note(_ kind: DiagnosticKind, _ relative: String) {
    diagnostics.append(Diagnostic(kind, file: shown(relative)))
  }

  private func shown(_ relative: String) -> String {
    relative.isEmpty ? shownName : shownName + "/" + relative.nfc
  }

  private func display(_ name: RawPath.Name) -> String { String(decoding: name, as: UTF8.self) }
}
