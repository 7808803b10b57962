import Diagnostics

/// Says no before anything is built when the output cannot be replaced, or must not be.
enum OutputGuard {
  /// Marks a folder that this program built and may replace.
  static let marker = ".gongkai-site"

  static func check(_ project: Project, in surroundings: Surroundings, disk: Disk) throws {
    let shown = surroundings.relative(project.output)
    try refuseOverlap(project, shown: shown, surroundings, disk)
    guard let status = try disk.status(project.output) else { return }
    switch status.kind {
    case .link: throw Refusal(Diagnostic(.outputIsLink, shown))
    case .file, .other: throw Refusal(Diagnostic(.outputIsFile, shown))
    case .folder: break
    }
    if status.isWriteProtected { throw Refusal(Diagnostic(.outputWriteProtected, shown)) }
    if try disk.status(project.output + "/" + marker) != nil { return }
    let names = try disk.names(RawPath(project.output))
    if let stranger = names.first(where: { $0.first != 0x2E }) {
      let name = Printable.text(String(decoding: stranger, as: UTF8.self))
      throw Refusal(Diagnostic(.outputNotOurs, shown, name))
    }
  }

  /// The output may not be, hold or lie in the documents or themes, nor hold the project.
  private static func refuseOverlap(
    _ project: Project, shown: String, _ surroundings: Surroundings, _ disk: Disk
  ) throws {
    let output = try real(project.output, disk)
    for folder in [project.content, project.root + "/themes", project.state] {
      let other = try real(folder, disk)
      if holds(other, output) || holds(output, other) {
        throw Refusal(Diagnostic(.outputOverlaps, shown, surroundings.relative(folder)))
      }
    }
    if holds(output, try real(project.root, disk)) {
      throw Refusal(Diagnostic(.outputOverlaps, shown, surroundings.relative(project.root)))
    }
  }

  private static func holds(_ folder: String, _ path: String) -> Bool {
    path == folder || folder == "/" || path.hasPrefix(folder + "/")
  }

  /// With links of the part that exists resolved.
  private static func real(_ path: String, _ disk: Disk) throws -> String {
    if let resolved = try disk.resolve(path) { return resolved }
    guard path != "/" else { return path }
    let parent = try real(Disk.parent(path), disk)
    return (parent == "/" ? "" : parent) + "/" + Disk.name(path)
  }
}
