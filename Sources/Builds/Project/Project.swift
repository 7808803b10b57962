import Diagnostics

/// Where the things of one site lie. All paths are absolute.
package struct Project: Sendable, Equatable {
  /// The folder that holds `content/`.
  package var root: String
  package var content: String
  /// Where themes are looked for, in this order.
  package var themes: [String]
  /// The site.
  package var output: String
  /// Locks, the stage and the previous site: on the file system of the site, so that folders can be exchanged.
  package var state: String

  /// The name of the folder of the documents.
  package static let contentName = "content"
  package static let stateName = ".gongkai"

  /// The project of `content` when it is given, else of the first folder with `content/` in it, from the current
  /// folder upwards.
  package static func locate(
    content: String? = nil, output: String? = nil, in surroundings: Surroundings, disk: Disk
  ) throws -> Project {
    let content = try content.map(surroundings.absolute) ?? find(in: surroundings, disk: disk)
    guard try disk.status(content, followLinks: true)?.kind == .folder else {
      throw Refusal(Diagnostic(.contentNotFolder, surroundings.relative(content)))
    }
    let root = Disk.parent(content)
    let output = output.map(surroundings.absolute) ?? root + "/site"
    return Project(
      root: root, content: content, themes: try themeFolders(root, surroundings, disk), output: output,
      state: stateFolder(of: output, root: root))
  }

  private static func find(in surroundings: Surroundings, disk: Disk) throws -> String {
    var folder = surroundings.currentFolder
    while true {
      let content = (folder == "/" ? "" : folder) + "/" + contentName
      if try disk.status(content, followLinks: true)?.kind == .folder { return content }
      if folder == "/" { throw Refusal(Diagnostic(.projectNotFound, surroundings.currentFolder)) }
      folder = Disk.parent(folder)
    }
  }

  /// The project's own themes come before those of the program (`$GONGKAI_HOME/themes`, else found above the
  /// executable).
  private static func themeFolders(_ root: String, _ surroundings: Surroundings, _ disk: Disk) throws
    -> [String]
  {
    var folders = [root + "/themes"]
    if let home = surroundings.variables["GONGKAI_HOME"], !home.isEmpty {
      folders.append(surroundings.absolute(home) + "/themes")
    } else if var folder = surroundings.executable {
      while folder != "/" {
        folder = Disk.parent(folder)
        let themes = (folder == "/" ? "" : folder) + "/themes"
        if try disk.status(themes + "/default/theme.yml") != nil {
          folders.append(themes)
          break
        }
      }
    }
    return folders.count == 2 && folders[0] == folders[1] ? [folders[0]] : folders
  }

  /// `.gongkai` of the project for a site inside it; for one elsewhere a hidden folder beside the site, because only
  /// folders of one file system can be exchanged.
  private static func stateFolder(of output: String, root: String) -> String {
    let inside = output.hasPrefix(root == "/" ? "/" : root + "/")
    return inside
      ? root + "/" + stateName : Disk.parent(output) + "/." + Disk.name(output) + stateName
  }

  /// The project that a file belongs to: the nearest folder named `content` above it.
  package static func holding(
    _ file: String, in surroundings: Surroundings, disk: Disk
  ) throws -> (project: Project, relativePath: String)? {
    var folder = Disk.parent(file)
    while folder != "/" {
      if Disk.name(folder) == contentName {
        let project = try locate(content: folder, in: surroundings, disk: disk)
        return (project, String(file.dropFirst(folder.count + 1)))
      }
      folder = Disk.parent(folder)
    }
    return nil
  }
}

/// A command cannot do what it was asked to; the diagnostic says why.
package struct Refusal: Error, Equatable {
  package var diagnostics: [Diagnostic]
  package init(_ diagnostics: Diagnostic...) { self.diagnostics = diagnostics }
}
