import Builds
import Diagnostics
import Synchronization

/// A whole project in one string, as a test reads best:
///
///     let site = try Site("""
///       -- content/a.txt --
///       关于…的通知
///       """)
///     let result = await site.build()
///     #expect(try site.page("d/…/index.html").contains("通知"))
///
/// Lines `-- path --` begin files; what follows is their text. The default theme of the repository is used.
package final class Site: Sendable {
  package let folder: TemporaryFolder
  /// What the last build said, for the failure of a test that reads a site which is not there.
  private let said = Mutex<[String]>([])

  package init(_ text: String = "", in parent: String? = nil) throws {
    folder = TemporaryFolder(in: parent)
    try Disk().makeFolders(folder / "content")
    for (path, text) in Self.files(text) { try folder.write(path, text) }
  }

  /// Writes a file of the project anew.
  package func write(_ path: String, _ text: String) throws { try folder.write(path, text) }
  package func write(_ path: String, _ bytes: [UInt8]) throws { try folder.write(path, bytes) }
  package func remove(_ path: String) throws { try folder.remove(path) }

  /// Builds the site; quick, because nothing is synced to the device.
  @discardableResult
  package func build(
    disk: Disk? = nil, variables: [String: String] = [:], _ configure: (inout BuildOptions) -> Void = { _ in }
  ) async -> BuildResult {
    var options = BuildOptions()
    options.at = "2026-01-01"
    configure(&options)
    var disk = disk ?? Disk()
    disk.isDurable = false
    let result = await Build(
      options, in: surroundings(variables), disk: disk,
      progress: Progress(style: .silent, language: .chinese)
    ).run()
    said.withLock { $0 = result.diagnostics.map { "\($0.id): \($0.message(.english))" } }
    return result
  }

  /// Those of a person who stands in the project's folder.
  package func surroundings(_ variables: [String: String] = [:]) -> Surroundings {
    Surroundings(
      currentFolder: folder.path,
      variables: ["GONGKAI_HOME": Repository.root].merging(variables) { $1 })
  }

  /// Gives the project a theme of its own to change.
  package func copyDefaultTheme(as name: String) throws {
    let disk = Disk()
    let source = Repository.root + "/themes/default"
    for file in try FolderScan.files(in: source, shownAs: "themes", disk: disk).value {
      try write("themes/\(name)/" + file.relativePath, try disk.read(file.location))
    }
  }

  /// The text of a file of the site.
  package func page(_ path: String) throws -> String {
    do { return try folder.text("site/" + path) } catch {
      throw Missing(error: error, said: said.withLock { $0 })
    }
  }

  /// Every file of the site by its path.
  package func output() throws -> [String: [UInt8]] {
    do { return try folder.tree("site") } catch { throw Missing(error: error, said: said.withLock { $0 }) }
  }

  /// A file of the site that cannot be read, with what the build before it said.
  package struct Missing: Error {
    var error: any Error
    var said: [String]
  }

  static func files(_ text: String) -> [(path: String, text: String)] {
    var files: [(path: String, text: String)] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("-- "), line.hasSuffix(" --"), line.count > 6 {
        files.append((String(line.dropFirst(3).dropLast(3)), ""))
      } else if !files.isEmpty {
        files[files.count - 1].text += line + "\n"
      }
    }
    return files
  }
}
