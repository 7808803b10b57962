import Diagnostics

/// `gongkai rollback`.
package enum Rollback {
  /// Exchanges the site and the one before it. Returns where the site is, as one would write it in the current folder.
  package static func run(
    content: String?, output: String?, in surroundings: Surroundings, disk: Disk
  ) throws -> Diagnosed<String> {
    let project = try Project.locate(content: content, output: output, in: surroundings, disk: disk)
    guard try disk.status(project.state) != nil else { throw Refusal(Diagnostic(.nothingToRollBack)) }
    let lock = try BuildLock(
      folder: project.state, shownAs: surroundings.relative(project.output), disk: disk)
    defer { withExtendedLifetime(lock) {} }
    let publisher = Publisher(project, disk: disk)
    try publisher.recover()
    return Diagnosed(surroundings.relative(project.output), try publisher.rollBack())
  }
}
