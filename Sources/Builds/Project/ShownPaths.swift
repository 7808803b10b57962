import Diagnostics

/// Diagnostics name files `content/…` and `themes/…`; a person stands in some folder. Paths are rewritten as one would
/// type them there, so that an editor or a terminal can open them.
package struct ShownPaths: Sendable {
  private let content: String
  private let themes: [String]
  private let surroundings: Surroundings
  private let disk: Disk

  /// - Parameters:
  ///   - content: absolute; empty when no project was found.
  ///   - themes: folders of themes, absolute, the first that has a file wins.
  package init(content: String, themes: [String] = [], in surroundings: Surroundings, disk: Disk) {
    self.content = content
    self.themes = themes
    self.surroundings = surroundings
    self.disk = disk
  }

  package func diagnostics(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    diagnostics.map { diagnostic in
      var diagnostic = diagnostic
      diagnostic.file = diagnostic.file.map(shown)
      return diagnostic
    }
  }

  package func shown(_ path: String) -> String {
    if let inner = below(Project.contentName, path), !content.isEmpty {
      return surroundings.relative(content + "/" + inner)
    }
    guard let inner = below("themes", path) else { return path }
    let places = themes.map { $0 + "/" + inner }
    let place = places.first { place in
      // A place that cannot be looked at is not the one that was read.
      (try? disk.status(place)) != nil
    }
    return place.map(surroundings.relative) ?? path
  }

  private func below(_ folder: String, _ path: String) -> String? {
    path.hasPrefix(folder + "/") ? String(path.dropFirst(folder.count + 1)) : nil
  }
}
