import Diagnostics

/// Finds the files of `content/` that a document names: attachments, images, links. No path leaves `content/`.
struct FileResolver {
  /// More attachments of one document are a mistake: the first ones are published, the rest is reported.
  static let maximumAttachments = 20_000
  /// Bytes from which an attachment is hard to download.
  static let largeAttachment = 100_000_000

  private let files: [String: ContentFile]
  /// Files by folder, in code point order of their paths.
  private let byFolder: [String: [ContentFile]]
  private let documents: [String: String]
  /// By folder: files that are no documents, by their folded names with and without extension.
  private let byName: [String: [String: ContentFile]]

  init(files: [ContentFile], entries: [CatalogEntry]) {
    self.files = Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    byFolder = Dictionary(grouping: files) { SitePath.folder($0.path) }.mapValues {
      $0.sorted { $0.path < $1.path }
    }
    documents = Dictionary(
      entries.map { ($0.record.source.path, $0.address) }, uniquingKeysWith: { first, _ in first })
    let documents = self.documents
    byName = byFolder.mapValues { Self.names(of: $0.filter { documents[$0.path] == nil }) }
  }

  /// The first file, in the order of paths, for every name.
  private static func names(of files: [ContentFile]) -> [String: ContentFile] {
    var names: [String: ContentFile] = [:]
    for file in files {
      for name in [SitePath.stem(file.path), SitePath.fileName(file.path)].map(TitleFold.fold)
      where names[name] == nil {
        names[name] = file
      }
    }
    return names
  }

  /// Fills `attachments` and `references` of one document.
  func resolve(_ entry: inout CatalogEntry) -> [Diagnostic] {
    var names = OutputNames(folder: entry.address)
    var diagnostics: [Diagnostic] = []
    var taken = Set<String>()
    let own = ownFolder(entry).filter { documents[$0.path] == nil }
    let stems = own.map { (name: TitleFold.fold(SitePath.stem($0.path)), file: $0) }.sorted {
      $0.name < $1.name
    }
    for attachment in entry.record.attachments.prefix(Self.maximumAttachments) {
      var resolved = ResolvedAttachment(label: attachment.label, name: attachment.name)
      let range = attachment.line.map { SourceRange(line: $0) }
      switch find(attachment.file, attachment.label, attachment.name, entry, stems) {
      case .file(let file):
        resolved.file = file
        resolved.address = names.address(of: file)
        taken.insert(file.path)
        if file.size > Self.largeAttachment {
          diagnostics.append(
            Diagnostic(
              .attachmentLarge, file.path, String(file.size / 1_000_000), file: entry.record.source.path,
              range: range))
        }
      case .outside:
        diagnostics.append(
          Diagnostic(
            .attachmentOutside, attachment.file ?? attachment.name, file: entry.record.source.path,
            range: range))
      case .missing:
        if let file = attachment.file {
          diagnostics.append(
            Diagnostic(.attachmentMissing, file, file: entry.record.source.path, range: range))
        }
      }
      entry.attachments.append(resolved)
    }
    for file in own where !taken.contains(file.path) {
      guard entry.attachments.count < Self.maximumAttachments else { break }
      entry.attachments.append(
        ResolvedAttachment(name: SitePath.fileName(file.path), file: file, address: names.address(of: file)))
      taken.insert(file.path)
    }
    let total = max(entry.record.attachments.count, own.count)
    if total > Self.maximumAttachments {
      diagnostics.append(
        Diagnostic(
          .attachmentsTooMany, String(total), String(Self.maximumAttachments), file: entry.record.source.path)
      )
    }
    diagnostics += resolveReferences(&entry, &names)
    return diagnostics
  }

  private func resolveReferences(_ entry: inout CatalogEntry, _ names: inout OutputNames) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for reference in entry.record.references {
      guard case .relative(let path, _) = WebAddress.classify(reference.destination) else { continue }
      let range = SourceRange(line: reference.line)
      guard let target = SitePath.resolve(path, from: entry.record.source.path),
        target.hasPrefix(ContentPath.root)
      else {
        entry.references[reference.destination] = .missing
        diagnostics.append(
          Diagnostic(
            .attachmentOutside, reference.destination, file: entry.record.source.path, range: range))
        continue
      }
      if let address = documents[target] {
        entry.references[reference.destination] = .document(address)
      } else if let file = files[target] {
        // A picture that is none is told as its text alternative; a link to the same file still leads to it.
        if reference.image, !file.isImage {
          entry.brokenImages.insert(reference.destination)
          diagnostics.append(
            Diagnostic(.imageInvalid, reference.destination, file: entry.record.source.path, range: range))
        }
        entry.references[reference.destination] = .file(names.address(of: file))
      } else {
        entry.references[reference.destination] = .missing
        diagnostics.append(
          Diagnostic(
            .referenceMissing, reference.destination, file: entry.record.source.path, range: range))
      }
    }
    return diagnostics
  }

  private enum Found {
    case file(ContentFile)
    case outside
    case missing
  }

  /// A named file by its path; else a file beside the source, or in the folder with the source's name, that bears
  /// the attachment's name or label.
  private func find(
    _ path: String?, _ label: String?, _ name: String, _ entry: CatalogEntry,
    _ stems: [(name: String, file: ContentFile)]
  ) -> Found {
    let source = entry.record.source.path
    if let path {
      guard WebAddress.isClean(path), !path.hasPrefix("/"),
        let target = SitePath.resolve(path, from: source), target.hasPrefix(ContentPath.root)
      else { return .outside }
      return files[target].map { .file($0) } ?? .missing
    }
    let wanted = [name, (label ?? "") + name].map(TitleFold.fold).filter { !$0.isEmpty }
    for folder in [ownFolderPath(entry), SitePath.folder(source)] {
      let found = wanted.compactMap { byName[folder]?[$0] }.min { $0.path < $1.path }
      if let found { return .file(found) }
    }
    if let label, let file = labelled(TitleFold.fold(label), in: stems) { return .file(file) }
    return .missing
  }

  /// The only file whose name begins with a label (`附件1`); `stems` are sorted. Logarithmic.
  private func labelled(_ label: String, in stems: [(name: String, file: ContentFile)]) -> ContentFile? {
    guard !label.isEmpty else { return nil }
    var (low, high) = (0, stems.count)
    while low < high {
      let middle = (low + high) / 2
      if stems[middle].name < label { low = middle + 1 } else { high = middle }
    }
    guard low < stems.count, stems[low].name.hasPrefix(label) else { return nil }
    if low + 1 < stems.count, stems[low + 1].name.hasPrefix(label) { return nil }
    return stems[low].file
  }

  /// `2024/通知/` beside `2024/通知.md` holds files of that document only.
  private func ownFolder(_ entry: CatalogEntry) -> [ContentFile] { byFolder[ownFolderPath(entry)] ?? [] }

  private func ownFolderPath(_ entry: CatalogEntry) -> String {
    let source = entry.record.source.path
    return SitePath.folder(source) + SitePath.stem(source) + "/"
  }
}

/// Gives the copies of a document's files their names beside its page, each once.
struct OutputNames {
  private let folder: String
  private var bySource: [String: String] = [:]
  private var taken: Set<String> = ["index.html", "index.json", "text.txt", "attachments"]

  init(folder: String) { self.folder = folder }

  mutating func address(of file: ContentFile) -> String {
    if let known = bySource[file.path] { return known }
    let ending = SitePath.segment(SitePath.fileExtension(file.path))
    var stem = SitePath.segment(SitePath.stem(file.path))
    while stem.utf8.count + ending.utf8.count > SitePath.maximumSegment - 8 {
      stem.unicodeScalars.removeLast()
    }
    if stem == "source" { stem = "source-file" }
    let hasExtension = !SitePath.fileExtension(file.path).isEmpty
    var name = hasExtension ? "\(stem).\(ending)" : stem
    var suffix = 2
    while !taken.insert(name.lowercased()).inserted {
      name = hasExtension ? "\(stem)-\(suffix).\(ending)" : "\(stem)-\(suffix)"
      suffix += 1
    }
    let address = folder + name
    bySource[file.path] = address
    return address
  }
}
