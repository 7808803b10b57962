import Diagnostics
import Sites

/// Phase 1: what lies in `content/`, told apart by name.
package struct ContentScan: Sendable {
  /// Everything, in the order of paths.
  package var files: [ScannedFile]
  /// What the reader reads.
  package var documents: [ScannedFile]

  package static let configurationName = "site.yml"
  package static let synonymsName = "synonyms.txt"
  package static let lockName = "ids.lock.yml"
  /// Files at the root of `content/` that are about the site and are not published.
  static let settings: Set<String> = [configurationName, lockName, "organisations.yml", synonymsName]
  /// Extensions of documents; a name without any is a document too, everything else an attachment.
  static let documentExtensions: Set<String> = ["txt", "text", "md", "markdown", "html", "htm", ""]

  package static func run(_ project: Project, disk: Disk) throws -> Diagnosed<ContentScan> {
    let found = try FolderScan.files(in: project.content, shownAs: Project.contentName, disk: disk)
    let documents = found.value.filter {
      !settings.contains($0.relativePath) && documentExtensions.contains($0.fileExtension)
    }
    var diagnostics = found.diagnostics
    if documents.isEmpty { diagnostics.append(Diagnostic(.contentEmpty, Project.contentName)) }
    return Diagnosed(ContentScan(files: found.value, documents: documents), diagnostics)
  }

  /// For the catalogue: attachments and images are looked up here. Of files with the name of an image the first bytes
  /// are read; one that cannot be read is taken for what its name says, and copying it tells why.
  package func contentFiles(_ disk: Disk) -> [ContentFile] {
    files.map { file in
      var found = ContentFile(path: file.path, size: file.size)
      if ImageHead.extensions.contains(file.fileExtension) {
        do { found.isImage = ImageHead.isImage(try disk.head(file.location, count: ImageHead.length)) } catch
        {
          found.isImage = true
        }
      }
      return found
    }
  }

  /// A settings file at the root.
  package func setting(_ name: String) -> ScannedFile? { files.first { $0.relativePath == name } }
}
