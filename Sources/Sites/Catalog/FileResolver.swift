import Diagnostics

/// Finds the files of `content/` that a document names: attachments, images, links. No path leaves `content/`.
struct FileResolver {
  /// A document with more attachments than this shows the first ones and reports the rest.
  static let maximumAttachments = 2_000
  /// Bytes from which an attachment is hard to download.
  static let largeAttachment = 100_000_000

  private let files: [String: ContentFile]
  /// Files by folder, in code point order of their paths.
  private let byFolder: [String: [ContentFile]]
  private let documents: [String: String]

  init(files: [ContentFile], entries: [CatalogEntry]) {
    self.files = Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    byFolder = Dictionary(grouping: files) { SitePath.folder($0.path) }.mapValues {
      $0.sorted { $0.path < $1.path }
    }
    documents = Dictionary(
      entries.map { ($0.record.source.path, $0.address) }, uniquingKeysWith: { first, _ in first })
  }

  /// Fills `attachments` and `references` of one document.
  func resolve(_ entry: inout CatalogEntry) -> [Diagnostic] {
    var names = OutputNames(folder: entry.address)
    var diagnostics: [Diagnostic] = []
    var taken = Set<String>()
    for attachment in entry.record.attachments.prefix(Self.maximumAttachments) {
      var resolved = ResolvedAttachment(label: attachment.label, name: attachment.name)
      switch find(attachment.file, attachment.label, attachment.name, entry) {
      case .file(let file):
        resolved.file = file
        resolved.address = names.address(of: file)
        taken.insert(file.path)
        if file.size > Self.largeAttachment {
          diagnostics.append(
            Diagnostic(
              .attachmentLarge, file.path, String(file.size / 1_000_000), file: entry.record.source.path))
        }
      case .outside:
        diagnostics.append(
          Diagnostic(.attachmentOutside, attachment.file ?? attachment.name, file: entry.record.source.path))
      case .missing:
        if let file = attachment.file {
          diagnostics.append(Diagnostic(.attachmentMissing, file, file: entry.record.source.path))
        }
      }
      entry.attachments.append(resolved)
    }
    for file in ownFolder(entry) where !taken.contains(file.path) && !documents.keys.contains(file.path) {
      guard entry.attachments.count < Self.maximumAttachments else { break }
      entry.attachments.append(
        ResolvedAttachment(name: SitePath.fileName(file.path), file: file, address: names.address(of: file)))
      taken.insert(file.path)
    }
    let total = entry.record.attachments.count
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
  private func find(_ path: String?, _ label: String?, _ name: String, _ entry: CatalogEntry) -> Found {
    let source = entry.record.source.path
    if let path {
      guard WebAddress.isClean(path), !path.hasPrefix("/"),
        let target = SitePath.resolve(path, from: source), target.hasPrefix(ContentPath.root)
      else { return .outside }
      return files[target].map { .file($0) } ?? .missing
    }
    let wanted = Set([name, (label ?? "") + name].map(TitleFold.fold).filter { !$0.isEmpty })
    let beside = byFolder[SitePath.folder(source)] ?? []
    let own = ownFolder(entry)
    for candidate in own + beside where !documents.keys.contains(candidate.path) {
      if wanted.contains(TitleFold.fold(SitePath.stem(candidate.path)))
        || wanted.contains(TitleFold.fold(SitePath.fileName(candidate.path)))
      {
        return .file(candidate)
      }
    }
    if let label {
      let folded = TitleFold.fold(label)
      let matches = own.filter { TitleFold.fold(SitePath.stem($0.path)).hasPrefix(folded) }
      if matches.count == 1 { return .file(matches[0]) }
    }
    return .missing
  }

  /// `2024/通知/` beside `2024/通知.md` holds files of that document only.
  private func ownFolder(_ entry: CatalogEntry) -> [ContentFile] {
    let source = entry.record.source.path
    return byFolder[SitePath.folder(source) + SitePath.stem(source) + "/"] ?? []
  }
}

/// Gives the copies of a document's files their names beside its page, each once.
struct OutputNames {
  private let folder: String
  private var bySource: [String: String] = [:]
  private var taken: Set<String> = ["index.html", "index.json", "text.txt"]

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
