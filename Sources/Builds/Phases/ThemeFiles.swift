import Diagnostics
import Sites

/// Finds the files of themes: those of the project come before those of the program, theme by theme.
enum ThemeFiles {
  /// More bytes in one file is a mistake.
  static let largestFile = 16 << 20

  static func load(_ name: String, _ project: Project, offline: Bool = false, disk: Disk) throws -> Diagnosed<
    Theme?
  > {
    var files: [SourceFile] = []
    var diagnostics: [Diagnostic] = []
    var names = Set<String>()
    for folder in project.themes {
      guard try disk.status(folder, followLinks: true)?.kind == .folder else { continue }
      let scanned = try FolderScan.files(in: folder, shownAs: "themes", disk: disk)
      diagnostics += scanned.diagnostics
      let here = Set(scanned.value.map { themeName(of: $0) })
      for file in scanned.value where !names.contains(themeName(of: file)) {
        guard file.size <= largestFile else {
          diagnostics.append(Diagnostic(.themeFileTooLarge, file: file.path))
          continue
        }
        files.append(SourceFile(path: file.path, bytes: try disk.read(file.location)))
      }
      names.formUnion(here)
    }
    let theme = Theme.load(name: name, files: files, offline: offline)
    return Diagnosed(theme.value, diagnostics + theme.diagnostics)
  }

  private static func themeName(of file: ScannedFile) -> String {
    guard let slash = file.relativePath.firstIndex(of: "/") else { return "" }
    return String(file.relativePath[..<slash])
  }
}
