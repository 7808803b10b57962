import CPlatform
import Glibc

/// The only door to the disk: thin calls of POSIX that throw `DiskError`. Paths are absolute.
///
/// Foundation is not used because it calls `fsync` for every file it writes, which is 2 to 8 times slower; one
/// `sync` a build does the same for all of them.
package struct Disk: Sendable {
  package enum Operation: String, Sendable {
    case open, read, write, close, list, stat, makeFolder, rename, exchange, link, remove, lock, sync
  }

  /// What lies at a path.
  package struct Status: Sendable, Equatable {
    package enum Kind: Sendable, Equatable { case file, folder, link, other }
    package var kind: Kind
    package var size: Int
    /// The permission bits.
    package var mode: UInt32
    package var device: UInt64
    package var inode: UInt64

    /// No permission to write for anybody: somebody meant it, so it binds the superuser too.
    package var isWriteProtected: Bool { mode & 0o222 == 0 }
  }

  /// Asked before every call: a value of `errno` makes it fail. Tests fill the disk with it.
  package var fault: (@Sendable (Operation, String) -> Int32?)?
  /// The order in which a folder gives its names; tests shuffle it.
  package var listingOrder: (@Sendable ([[UInt8]]) -> [[UInt8]])?

  /// Whether `sync` does anything; tests that build hundreds of sites switch it off.
  package var isDurable = true

  package init() {}

  // MARK: - Looking

  /// What is at `path`, links not followed; `nil` when there is nothing.
  package func status(_ path: String, followLinks: Bool = false) throws -> Status? {
    try check(.stat, path)
    var info = Glibc.stat()
    let result = followLinks ? stat(path, &info) : lstat(path, &info)
    if result != 0 {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw DiskError(.stat, path, errno)
    }
    return Status(info)
  }

  /// The names in a folder, without `.` and `..`, as bytes; sorted, or in the order of `listingOrder`.
  package func names(_ path: RawPath) throws -> [RawPath.Name] {
    try check(.list, path.shown)
    guard let folder = opendir(path.pointer) else { throw DiskError(.list, path.shown, errno) }
    defer { closedir(folder) }
    var names: [RawPath.Name] = []
    while true {
      errno = 0
      guard let entry = readdir(folder) else {
        if errno != 0 { throw DiskError(.list, path.shown, errno) }
        break
      }
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name != [0x2E], name != [0x2E, 0x2E] { names.append(name) }
    }
    names.sort { $0.lexicographicallyPrecedes($1) }
    return listingOrder?(names) ?? names
  }

  /// The names in a folder that are UTF-8, sorted.
  package func list(_ path: String) throws -> [String] {
    try names(RawPath(path)).compactMap { String(validating: $0, as: UTF8.self) }
  }

  /// The path with links and `..` resolved; `nil` when it leads nowhere.
  package func resolve(_ path: String) throws -> String? {
    try check(.stat, path)
    guard let resolved = realpath(path, nil) else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw DiskError(.stat, path, errno)
    }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  // MARK: - Reading

  /// The whole of a regular file; a link at the end of the path is refused (`ELOOP`), a pipe does not block.
  package func read(_ path: String) throws -> [UInt8] {
    try check(.open, path)
    let file = try open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
    defer { close(file) }
    var info = Glibc.stat()
    guard fstat(file, &info) == 0 else { throw DiskError(.stat, path, errno) }
    guard info.st_mode & S_IFMT == S_IFREG else { throw DiskError(.read, path, EINVAL) }
    try check(.read, path)
    let expected = Int(info.st_size)
    var bytes = try [UInt8](unsafeUninitializedCapacity: expected) { buffer, count in
      while count < expected {
        let got = Glibc.read(file, buffer.baseAddress! + count, expected - count)
        if got < 0, errno == EINTR { continue }
        if got < 0 { throw DiskError(.read, path, errno) }
        if got == 0 { break }
        count += got
      }
    }
    // Files of /proc state no size, and a file may grow while it is read.
    var more = [UInt8](repeating: 0, count: 4096)
    while true {
      let got = Glibc.read(file, &more, more.count)
      if got < 0, errno == EINTR { continue }
      if got < 0 { throw DiskError(.read, path, errno) }
      if got == 0 { return bytes }
      bytes.append(contentsOf: more[..<got])
    }
  }

  /// The first bytes of a regular file, at most `count`: what kind of file it is.
  package func head(_ path: String, count: Int) throws -> [UInt8] {
    try check(.open, path)
    let file = try open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
    defer { close(file) }
    try check(.read, path)
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let got = bytes.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress! + filled, count - filled) }
      if got < 0, errno == EINTR { continue }
      if got < 0 { throw DiskError(.read, path, errno) }
      if got == 0 { break }
      filled += got
    }
    return Array(bytes[..<filled])
  }

  // MARK: - Writing

  /// Creates a file that does not exist yet and writes it whole; removes it again when the disk is full.
  package func create(_ path: String, _ bytes: [UInt8]) throws {
    try create(path, pieces: CollectionOfOne(bytes))
  }

  /// The same for bytes that come in pieces; gives how many there were.
  @discardableResult
  package func create(_ path: String, pieces: some Sequence<[UInt8]>) throws -> Int {
    try check(.open, path)
    let file = try open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o666)
    var size = 0
    do {
      try check(.write, path)
      for piece in pieces {
        try piece.withUnsafeBytes { try writeAll(file, $0, path) }
        size += piece.count
      }
    } catch {
      close(file)
      unlink(path)
      throw error
    }
    // Network file systems and quotas report a full disk only here.
    guard close(file) == 0 else { throw DiskError(.close, path, errno) }
    return size
  }

  /// Replaces a file in one step: readers see the old bytes or the new ones, never a part. Does not touch the file
  /// when its bytes are already these. Returns whether it wrote.
  @discardableResult
  package func replace(_ path: String, _ bytes: [UInt8]) throws -> Bool {
    if let status = try status(path), status.kind == .file, status.size == bytes.count,
      try read(path) == bytes
    {
      return false
    }
    let temporary = Self.parent(path) + "/." + Self.name(path) + ".new"
    try remove(temporary)
    try create(temporary, bytes)
    do {
      try flush(temporary)
      try rename(temporary, path)
    } catch {
      unlink(temporary)
      throw error
    }
    return true
  }

  /// Copies a regular file without holding it in memory. Holes stay holes where both file systems have them: an empty file
  /// of two gigabytes takes no room and no time.
  package func copy(_ source: String, to target: String) throws {
    try check(.open, source)
    let input = try open(source, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
    defer { close(input) }
    try check(.open, target)
    let output = try open(target, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o666)
    do {
      try check(.write, target)
      var buffer = [UInt8](repeating: 0, count: 1 << 17)
      var offset = try skipHole(input, 0, output, source)
      while true {
        let got = Glibc.read(input, &buffer, buffer.count)
        if got < 0, errno == EINTR { continue }
        if got < 0 { throw DiskError(.read, source, errno) }
        if got == 0 { break }
        try buffer.withUnsafeBytes { try writeAll(output, .init(rebasing: $0[..<got]), target) }
        offset = try skipHole(input, offset + got, output, source)
      }
      guard ftruncate(output, off_t(offset)) == 0 else { throw DiskError(.write, target, errno) }
    } catch {
      close(output)
      unlink(target)
      throw error
    }
    guard close(output) == 0 else { throw DiskError(.close, target, errno) }
  }

  /// Makes a folder and those above it; fine when it is there.
  package func makeFolders(_ path: String) throws {
    if mkdir(path, 0o777) == 0 { return try check(.makeFolder, path) }
    switch errno {
    case EEXIST:
      guard try status(path, followLinks: true)?.kind == .folder else {
        throw DiskError(.makeFolder, path, ENOTDIR)
      }
    case ENOENT where Self.parent(path) != path:
      try makeFolders(Self.parent(path))
      try makeFolder(path)
    default: throw DiskError(.makeFolder, path, errno)
    }
  }

  /// Makes one folder; fine when it is there.
  package func makeFolder(_ path: String) throws {
    try check(.makeFolder, path)
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw DiskError(.makeFolder, path, errno) }
  }

  package func rename(_ source: String, _ target: String) throws {
    try check(.rename, target)
    guard Glibc.rename(source, target) == 0 else { throw DiskError(.rename, target, errno) }
  }

  /// Swaps two paths in one step. Throws `EINVAL` or `ENOSYS` where the file system or kernel cannot.
  package func exchange(_ first: String, _ second: String) throws {
    try check(.exchange, first)
    let code = gongkai_exchange(first, second)
    guard code == 0 else { throw DiskError(.exchange, first, code) }
  }

  /// A second name for the same file.
  package func link(_ source: String, _ target: String) throws {
    try check(.link, target)
    guard Glibc.link(source, target) == 0 else { throw DiskError(.link, target, errno) }
  }

  /// A symbolic link with the same text as the one at `source`.
  package func copyLink(_ source: String, _ target: String) throws {
    try check(.link, target)
    var text = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    let count = readlink(source, &text, text.count - 1)
    guard count >= 0 else { throw DiskError(.link, source, errno) }
    guard symlink(text, target) == 0 else { throw DiskError(.link, target, errno) }
  }

  /// Removes a file, or a link itself; fine when there is none.
  package func remove(_ path: String) throws {
    try check(.remove, path)
    guard unlink(path) == 0 || errno == ENOENT else { throw DiskError(.remove, path, errno) }
  }

  /// Writes what the kernel still holds of the file system of `folder` to the device; once a build, before the
  /// exchange, so that a power cut cannot leave empty files in a published site.
  package func sync(_ folder: String) throws {
    guard isDurable else { return }
    try check(.sync, folder)
    let code = gongkai_sync(folder)
    guard code == 0 else { throw DiskError(.sync, folder, code) }
  }

  // MARK: - Names

  /// The folder that holds `path`.
  package static func parent(_ path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: 0x2F) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The last name of `path`.
  package static func name(_ path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: 0x2F) else { return path }
    return String(path[path.utf8.index(after: slash)...])
  }

  // MARK: - Calls

  func check(_ operation: Operation, _ path: String) throws {
    if let code = fault?(operation, path) { throw DiskError(operation, path, code) }
  }

  /// `SEEK_DATA` of Linux' unistd.h, which the C library's module does not show.
  private static let seekData: Int32 = 3

  /// Moves both files behind the hole that begins at `offset`, when there is one; returns the new offset.
  private func skipHole(_ input: Int32, _ offset: Int, _ output: Int32, _ path: String) throws -> Int {
    var next = lseek(input, off_t(offset), Self.seekData)
    if next < 0 {
      // No data after this place: the rest is a hole. File systems that know no holes say EINVAL.
      guard errno == ENXIO else { return offset }
      next = lseek(input, 0, SEEK_END)
    }
    guard next > off_t(offset) else { return offset }
    guard lseek(input, next, SEEK_SET) == next, lseek(output, next, SEEK_SET) == next else {
      throw DiskError(.read, path, errno)
    }
    return Int(next)
  }

  private func open(_ path: String, _ flags: Int32, _ mode: mode_t = 0) throws -> Int32 {
    while true {
      let file = Glibc.open(path, flags | O_CLOEXEC, mode)
      if file >= 0 { return file }
      if errno != EINTR { throw DiskError(.open, path, errno) }
    }
  }

  private func writeAll(_ file: Int32, _ bytes: UnsafeRawBufferPointer, _ path: String) throws {
    var rest = bytes
    while !rest.isEmpty {
      let put = Glibc.write(file, rest.baseAddress, rest.count)
      if put < 0, errno == EINTR { continue }
      if put < 0 { throw DiskError(.write, path, errno) }
      rest = .init(rebasing: rest[put...])
    }
  }

  private func flush(_ path: String) throws {
    guard isDurable else { return }
    try check(.sync, path)
    let file = try open(path, O_RDONLY)
    defer { close(file) }
    guard fsync(file) == 0 else { throw DiskError(.sync, path, errno) }
  }
}

extension Disk.Status {
  init(_ info: Glibc.stat) {
    switch info.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    case S_IFLNK: kind = .link
    default: kind = .other
    }
    size = Int(info.st_size)
    mode = UInt32(info.st_mode & 0o7777)
    device = UInt64(info.st_dev)
    inode = UInt64(info.st_ino)
  }
}

extension Disk {
  /// Opens a file to lock, made when it is missing. The caller closes it.
  func openLock(_ path: String) throws -> Int32 {
    try check(.lock, path)
    let file = Glibc.open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw DiskError(.lock, path, errno) }
    return file
  }
}
