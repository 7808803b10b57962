import Diagnostics
import Glibc

/// Phase 8: puts a finished stage in the place of the site. At every moment, also after a SIGKILL, `site/` is one
/// complete build, old or new, and the former one can be had back.
///
/// The folders of `project.state`:
///
/// - `stage`: the new site while it is written; after the exchange, for a moment, the old one
/// - `previous`: the site before this one
/// - `old`: the site for a moment, where folders cannot be exchanged
/// - `trash`: what is deleted next
/// - `journal`: exists while folders change places; names the inode that is to be the site
package struct Publisher {
  private let project: Project
  private let disk: Disk

  package init(_ project: Project, disk: Disk) {
    self.project = project
    self.disk = disk
  }

  package var stage: String { project.state + "/stage" }
  private var previous: String { project.state + "/previous" }
  private var old: String { project.state + "/old" }
  private var trash: String { project.state + "/trash" }
  private var journal: String { project.state + "/journal" }

  /// Publishes the stage. Returns what is worth saying about how.
  package func publish() throws -> [Diagnostic] {
    guard try disk.status(project.output) != nil else {
      try disk.makeFolders(Disk.parent(project.output))
      try disk.sync(project.state)
      try disk.rename(stage, project.output)
      return []
    }
    try carryOver(from: project.output, to: stage, replacing: false)
    return try swap(stage)
  }

  /// Exchanges the site and the previous one.
  package func rollBack() throws -> [Diagnostic] {
    guard try disk.status(previous)?.kind == .folder, try disk.status(project.output)?.kind == .folder else {
      throw Refusal(Diagnostic(.nothingToRollBack))
    }
    try carryOver(from: project.output, to: previous, replacing: true)
    return try swap(previous)
  }

  /// Brings a publication that was cut off to its end, and clears away what an ended process left. The lock must be
  /// held.
  package func recover() throws {
    if let wanted = try journaledInode() {
      try restoreOutput(wanted)
      if try disk.status(project.output)?.inode == wanted {
        if try disk.status(old) != nil { try disk.rename(old, stage) }
        if try disk.status(stage) != nil { try keepAsPrevious() }
      }
      try disk.remove(journal)
    }
    for folder in [stage, old, trash] { try disk.removeTree(folder) }
  }

  /// Between two renames there is no site: the one that the journal names is put there, else the one it was.
  private func restoreOutput(_ wanted: UInt64) throws {
    guard try disk.status(project.output) == nil else { return }
    for folder in [stage, previous] where try disk.status(folder)?.inode == wanted {
      return try disk.rename(folder, project.output)
    }
    if try disk.status(old) != nil { try disk.rename(old, project.output) }
  }

  /// Drops the previous site.
  package func forget() throws { try disk.removeTree(previous) }

  // MARK: - Steps

  /// Dot files and `.well-known` at the root of a site are not built: somebody put them there (a git worktree, a
  /// certificate challenge, server settings). They get a second name in the new folder before the exchange, so there
  /// is no moment without them.
  private func carryOver(from old: String, to new: String, replacing: Bool) throws {
    for name in try disk.names(RawPath(old)) where name.first == 0x2E {
      guard name != Array(OutputGuard.marker.utf8) else { continue }
      let target = RawPath(new) / name
      if replacing { try disk.removeTree(target) }
      try disk.linkTree(RawPath(old) / name, target)
    }
  }

  private func swap(_ folder: String) throws -> [Diagnostic] {
    guard let status = try disk.status(folder) else { throw DiskError(.stat, folder, ENOENT) }
    try disk.sync(project.state)
    try disk.replace(journal, Array("\(status.inode)\n".utf8))
    do {
      try disk.exchange(folder, project.output)
    } catch let error as DiskError where [EINVAL, ENOSYS, ENOTSUP].contains(error.code) {
      return try swapInSteps(folder)
    } catch let error as DiskError where [EBUSY, EXDEV].contains(error.code) {
      try disk.remove(journal)
      throw Refusal(Diagnostic(.outputIsMount, project.output))
    }
    return settle { if folder == stage { try keepAsPrevious() } }
  }

  /// Where the file system has no exchange: `recover` completes it from the journal when it is cut off.
  private func swapInSteps(_ folder: String) throws -> [Diagnostic] {
    try disk.removeTree(old)
    try disk.rename(project.output, old)
    do { try disk.rename(folder, project.output) } catch {
      try disk.rename(old, project.output)
      throw error
    }
    let troubles = settle {
      try disk.rename(old, stage)
      try keepAsPrevious()
    }
    return [Diagnostic(.publishedInTwoSteps)] + troubles
  }

  /// What follows once the new site is in its place: trouble is told, but the site is published.
  private func settle(_ steps: () throws -> Void) -> [Diagnostic] {
    do {
      try steps()
      try disk.remove(journal)
      try disk.removeTree(trash)
      return []
    } catch {
      let why = (error as? DiskError)?.diagnostic()
      let fallback = String(describing: error)
      return [
        Diagnostic(.previousNotKept, why?.message(.chinese) ?? fallback, why?.message(.english) ?? fallback)
      ]
    }
  }

  /// The old site, now at `stage`, becomes the previous one.
  private func keepAsPrevious() throws {
    try disk.removeTree(trash)
    if try disk.status(previous) != nil { try disk.rename(previous, trash) }
    try disk.rename(stage, previous)
  }

  private func journaledInode() throws -> UInt64? {
    guard try disk.status(journal)?.kind == .file else { return nil }
    let text = String(decoding: try disk.read(journal), as: UTF8.self)
    return UInt64(text.prefix { $0 != "\n" })
  }
}
