import Glibc

/// Whole folders.
extension Disk {
  /// Removes a folder and all below it; links are removed, not followed. Fine when there is none.
  package func removeTree(_ path: String) throws { try removeTree(RawPath(path)) }

  /// Gives a folder, file or link a second place: folders are made, files become hard links (copies where the file
  /// system has no links), symbolic links are made again with the same text. What is there already stays.
  /// Sockets, pipes and devices are left out.
  package func linkTree(_ source: RawPath, _ target: RawPath) throws {
    var info = Glibc.stat()
    try check(.stat, source.shown)
    guard lstat(source.pointer, &info) == 0 else { throw DiskError(.stat, source.shown, errno) }
    switch Status(info).kind {
    case .folder:
      try check(.makeFolder, target.shown)
      guard mkdir(target.pointer, info.st_mode & 0o7777 | 0o700) == 0 || errno == EEXIST else {
        throw DiskError(.makeFolder, target.shown, errno)
      }
      for name in try names(source) { try linkTree(source / name, target / name) }
    case .file: try linkFile(source, target)
    case .link:
      guard let source = source.string, let target = target.string else { return }
      do { try copyLink(source, target) } catch let error as DiskError where error.code == EEXIST {}
    case .other: break
    }
  }

  private func linkFile(_ source: RawPath, _ target: RawPath) throws {
    try check(.link, target.shown)
    if Glibc.link(source.pointer, target.pointer) == 0 || errno == EEXIST { return }
    guard [EXDEV, EPERM, EMLINK, ENOTSUP].contains(errno), let source = source.string,
      let target = target.string
    else { throw DiskError(.link, target.shown, errno) }
    try copy(source, to: target)
  }

  func removeTree(_ path: RawPath) throws {
    try check(.remove, path.shown)
    let pointer = path.pointer
    var info = Glibc.stat()
    guard lstat(pointer, &info) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return }
      throw DiskError(.stat, path.shown, errno)
    }
    guard Status(info).kind == .folder else {
      guard unlink(pointer) == 0 || errno == ENOENT else { throw DiskError(.remove, path.shown, errno) }
      return
    }
    // Folders made read-only on purpose would otherwise stay for ever.
    if info.st_mode & 0o700 != 0o700 { chmod(pointer, 0o700) }
    for name in try names(path) { try removeTree(path / name) }
    guard rmdir(pointer) == 0 || errno == ENOENT else { throw DiskError(.remove, path.shown, errno) }
  }
}
