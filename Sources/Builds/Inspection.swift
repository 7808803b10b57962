import Bytes
import Diagnostics
import Glibc
import Notices
import Sites

/// `gongkai inspect`: one file through the reader, as the site would show it.
package struct Inspection: Sendable {
  private let file: SourceFile
  private let notice: Notice
  /// The project that the file belongs to.
  private let project: Project?
  private let surroundings: Surroundings
  private let disk: Disk

  /// Reads the file. Throws when it cannot be read; what is wrong with its text is no reason.
  package init(of path: String, in surroundings: Surroundings, disk: Disk) throws {
    let location = surroundings.absolute(path)
    guard let resolved = try disk.resolve(location) else { throw DiskError(.open, path, ENOENT) }
    let place = try Project.holding(location, in: surroundings, disk: disk)
    let shown = place.map { Project.contentName + "/" + $0.relativePath } ?? path
    file = SourceFile(path: shown.nfc, bytes: try disk.read(resolved))
    notice = NoticeReader().read(file)
    project = place?.project
    self.surroundings = surroundings
    self.disk = disk
  }

  /// The public JSON of the document: the bytes of its `index.json` when it is part of a site.
  /// - Parameter at: the day that validity is derived for.
  package func json(at: String?) async throws -> [UInt8] {
    if let project, let catalog = try await catalog(of: project, at: at),
      let entry = catalog.entry(source: file.path)
    {
      return DocumentJSON.bytes(notice: notice, entry: entry, catalog: catalog)
    }
    return NoticeJSON(notice).bytes()
  }

  /// An outline for a person, as wide as the terminal.
  package func tree() -> String {
    let columns = surroundings.variables["COLUMNS"].flatMap { Int($0) } ?? 100
    return NoticeTree(
      notice, language: surroundings.language, width: min(max(columns, 40), 400),
      coloured: surroundings.coloursOutput
    ).text
  }

  /// Proves that no text was lost: nothing when it holds, else one diagnostic a stretch that is not where it should be.
  package func losses() -> [Diagnostic] {
    LosslessCheck.check(file).map { loss in
      let start = SourcePosition(line: loss.line, column: loss.column)
      let end = SourcePosition(line: loss.line, column: loss.column + loss.text.unicodeScalars.count)
      return Diagnostic(
        .textLost, loss.text, loss.field ?? "—", file: file.path, range: SourceRange(start, end))
    }
  }

  /// What `inspect --lossless-check` prints, and whether it holds.
  package func losslessReport() -> (holds: Bool, output: [UInt8]) {
    let losses = losses()
    let shown = ShownPaths(content: project?.content ?? "", in: surroundings, disk: disk)
    if losses.isEmpty {
      return (true, Array((Self.complete.text(surroundings.language, [shown.shown(file.path)]) + "\n").utf8))
    }
    let reporter = TerminalReporter(
      language: surroundings.language, coloured: surroundings.coloursOutput, limitPerKind: .max)
    let text = TextDecoder.decode(file.bytes, path: file.path).text
    return (false, reporter.report(shown.diagnostics(losses), sources: { _ in text }))
  }

  private static let complete = LocalizedText(
    zh: "{0}：没有丢失任何文字", en: "{0}: no text is lost")

  /// Phases 1 to 3 of a build; nothing is written.
  private func catalog(of project: Project, at: String?) async throws -> Catalog? {
    let now = try BuildDay.choose(at: at, in: surroundings)
    let content = try ContentScan.run(project, disk: disk).value
    let reading = Reading(
      project: project, themeName: nil, disk: disk, jobs: Processors.count,
      progress: Progress(style: .silent, language: surroundings.language), interruption: Interruption())
    let inputs = try await reading.inputs(content).value
    return inputs.catalog(of: content, now: now, disk: disk).value
  }
}
