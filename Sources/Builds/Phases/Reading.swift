import Diagnostics
import Notices
import Sites

/// Phase 2: files become values. A reader never fails; what cannot be read at all is left out with a diagnostic.
struct Reading: Sendable {
  let project: Project
  /// Instead of the theme of the configuration.
  let themeName: String?
  /// See `BuildOptions.keptBytes`.
  var keptBytes = 0
  /// See `BuildOptions.offline`.
  var offline = false
  let disk: Disk
  let jobs: Int
  let progress: Progress
  let interruption: Interruption

  func run(_ content: ContentScan) async throws -> Diagnosed<Inputs> {
    let small = content.documents.reduce(0) { $0 + $1.size } <= keptBytes
    var inputs = try await inputs(content, keepsNotices: small)
    if offline { inputs.value.configuration.linksNameFiles = true }
    let name = themeName ?? inputs.value.configuration.theme
    let theme = try ThemeFiles.load(
      name, project, offline: inputs.value.configuration.linksNameFiles, disk: disk)
    inputs.value.theme = theme.value
    inputs.value.themeName = name
    inputs.diagnostics += theme.diagnostics
    return inputs
  }

  /// Everything but the theme.
  func inputs(_ content: ContentScan, keepsNotices: Bool = false) async throws -> Diagnosed<Inputs> {
    var diagnostics: [Diagnostic] = []
    func take<T>(_ diagnosed: Diagnosed<T>) -> T {
      diagnostics += diagnosed.diagnostics
      return diagnosed.value
    }
    let configuration = take(SiteConfiguration.read(try setting(ContentScan.configurationName, content)))
    let lock = take(IdentityLock.read(try setting(ContentScan.lockName, content)))
    let read = try await Slices.map(content.documents, jobs: jobs, size: 16) { slice in
      try slice.map { try self.read($0, keep: keepsNotices) }
    }
    var inputs = Inputs(configuration: configuration, lock: lock)
    inputs.synonyms = take(Synonyms.read(try setting(ContentScan.synonymsName, content)))
    for file in read {
      diagnostics += file.diagnostics
      if let record = file.record { inputs.records.append(record) }
      if let notice = file.notice { inputs.kept[notice.source.path] = notice }
    }
    return Diagnosed(inputs, diagnostics)
  }

  private struct ReadFile: Sendable {
    var record: NoticeRecord?
    var notice: Notice?
    var diagnostics: [Diagnostic]
  }

  private func read(_ file: ScannedFile, keep: Bool) throws -> ReadFile {
    try interruption.check()
    defer { progress.advance(1) }
    if file.size > TextDecoder.sizeLimit {
      let sizes = [file.size, TextDecoder.sizeLimit].map { "\($0 >> 20) MB" }
      return ReadFile(diagnostics: [Diagnostic(.fileTooLarge, sizes[0], sizes[1], file: file.path)])
    }
    let notice: Notice
    do { notice = try NoticeFile.read(file, disk: disk) } catch let error as DiskError {
      return ReadFile(diagnostics: [error.readingDiagnostic(file.path)])
    }
    guard !NoticeFile.isUnusable(notice) else { return ReadFile(diagnostics: notice.diagnostics) }
    return ReadFile(
      record: NoticeRecord(notice: notice), notice: keep ? notice : nil, diagnostics: notice.diagnostics)
  }

  private func setting(_ name: String, _ content: ContentScan) throws -> SourceFile? {
    guard let file = content.setting(name) else { return nil }
    return SourceFile(path: file.path, bytes: try disk.read(file.location))
  }
}

/// What phase 2 hands on.
struct Inputs: Sendable {
  var configuration: SiteConfiguration
  var lock: IdentityLock
  var synonyms = Synonyms()
  /// `nil` when it has faults, which are reported.
  var theme: Theme?
  var themeName = ""
  /// In the order of paths.
  var records: [NoticeRecord] = []
  /// By `SourceFile.path`; empty for large sites.
  var kept: [String: Notice] = [:]

  /// Phase 3.
  func catalog(of content: ContentScan, now: CivilDate, disk: Disk) -> Diagnosed<Catalog> {
    Catalog.collect(
      records: records, configuration: configuration, lock: lock, files: content.contentFiles(disk),
      now: now)
  }

  /// A site made with a broken theme would be broken on every page.
  func requireTheme() throws -> Theme {
    guard let theme else { throw Refusal(Diagnostic(.themeUnusable, themeName)) }
    return theme
  }
}

/// One document's file.
enum NoticeFile {
  static func read(_ file: ScannedFile, disk: Disk) throws -> Notice {
    NoticeReader().read(SourceFile(path: file.path, bytes: try disk.read(file.location)))
  }

  /// Nothing could be made of it, and an error says why.
  static func isUnusable(_ notice: Notice) -> Bool {
    notice.title == nil && notice.parts.allSatisfy { $0.body.isEmpty && $0.title == nil }
      && notice.diagnostics.contains { $0.severity == .error }
  }
}

extension DiskError {
  /// About a file of `content/` that could not be read.
  func readingDiagnostic(_ path: String) -> Diagnostic {
    let why = diagnostic(file: path)
    return Diagnostic(.fileUnreadable, why.message(.chinese), why.message(.english), file: path)
  }
}
