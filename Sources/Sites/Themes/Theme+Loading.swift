import Diagnostics
import Mustache

extension Theme {
  /// Loads `themes/<name>/` and the themes it extends.
  /// - Parameter files: everything below `themes/`, with paths such as `themes/default/templates/home.mustache`.
  /// - Parameter offline: for a site that is opened from a disk: scripts become classic ones.
  /// - Returns: `nil` when anything is wrong with it: a site made with a broken theme would be broken on every page.
  public static func load(name: String, files: [SourceFile], offline: Bool = false) -> Diagnosed<
    Theme?
  > {
    var loader = ThemeLoader(files: files, offline: offline)
    let theme = loader.load(name)
    let failed = loader.diagnostics.contains { $0.severity == .error }
    return Diagnosed(failed ? nil : theme, loader.diagnostics)
  }
}

/// Gathers the files of a theme and its ancestors: the nearest theme that has a file wins.
struct ThemeLoader {
  private let files: [String: SourceFile]
  private let offline: Bool
  private(set) var diagnostics: [Diagnostic] = []

  init(files: [SourceFile], offline: Bool = false) {
    self.offline = offline
    self.files = Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  mutating func load(_ name: String) -> Theme? {
    guard let chain = chain(name) else { return nil }
    var templates: [String: TemplateSource] = [:]
    var assets: [String: SourceFile] = [:]
    var texts: [String: [String: String]] = [:]
    for theme in chain.reversed() {
      for (path, file) in below("themes/\(theme)/") {
        if let template = between(path, "templates/", ".mustache") {
          if let source = parse(file) {
            templates[template] = source
            templates["\(theme)/\(template)"] = source
          }
        } else if let language = between(path, "strings/", ".yml") {
          let read = Strings.read(file, language: language)
          diagnostics += read.diagnostics
          texts[language, default: [:]].merge(read.value) { $1 }
        } else if let asset = between(path, "assets/", "") {
          assets[asset] = file
        }
      }
    }
    let languages = Dictionary(
      uniqueKeysWithValues: texts.map { ($0.key, Strings(language: $0.key, texts: $0.value)) })
    let published = AssetPublisher.publish(assets, offline: offline)
    diagnostics += published.diagnostics
    checkStrings(languages, of: name)
    diagnostics += TemplateCheck.check(
      templates, strings: Set(texts.values.flatMap(\.keys)), assets: published.value, theme: name)
    guard let library = library(templates) else { return nil }
    return Theme(name: name, assets: published.value, library: library, languages: languages)
  }

  /// The theme and its ancestors, nearest first.
  private mutating func chain(_ name: String) -> [String]? {
    var chain: [String] = []
    var next: String? = name
    while let theme = next {
      guard let file = files["themes/\(theme)/theme.yml"] else {
        diagnostics.append(
          Diagnostic(.themeMissing, theme, file: chain.last.map { "themes/\($0)/theme.yml" }))
        return nil
      }
      guard !chain.contains(theme) else {
        diagnostics.append(Diagnostic(.themeCycle, theme, file: file.path))
        return nil
      }
      chain.append(theme)
      next = parent(file)
    }
    return chain
  }

  private mutating func parent(_ file: SourceFile) -> String? {
    let parsed = YAMLFile.read(file)
    diagnostics += parsed.diagnostics
    guard let root = parsed.value?.root else { return nil }
    var reader = MappingReader(
      root, of: file.path,
      keys: [("名称", "name"), ("继承", "extends"), ("说明", "description"), ("版本", "version")])
    _ = (reader.text("名称"), reader.text("说明"), reader.text("版本"))
    let parent = reader.text("继承")
    diagnostics += reader.diagnostics
    return parent
  }

  /// Sorted, with the rest of the path.
  private func below(_ folder: String) -> [(String, SourceFile)] {
    files.values.filter { $0.path.hasPrefix(folder) }.map { (String($0.path.dropFirst(folder.count)), $0) }
      .sorted { $0.0 < $1.0 }
  }

  private func between(_ path: String, _ prefix: String, _ suffix: String) -> String? {
    guard path.hasPrefix(prefix), path.hasSuffix(suffix) else { return nil }
    let name = path.dropFirst(prefix.count).dropLast(suffix.count)
    return name.isEmpty || SitePath.fileName(path).hasPrefix(".") ? nil : String(name)
  }

  private mutating func parse(_ file: SourceFile) -> TemplateSource? {
    let parsed = TemplateParser.parse(file)
    diagnostics += parsed.diagnostics
    return parsed.value
  }

  private mutating func checkStrings(_ languages: [String: Strings], of theme: String) {
    if languages.isEmpty { diagnostics.append(Diagnostic(.stringsLanguageMissing, "zh-Hans")) }
    let all = Set(StringKey.allCases.map(\.rawValue)).union(languages.values.flatMap(\.keys)).sorted()
    for (language, strings) in languages.sorted(by: { $0.key < $1.key }) {
      for key in all where !strings.has(key) {
        diagnostics.append(
          Diagnostic(.stringMissing, "strings/\(language).yml", key, file: "themes/\(theme)/theme.yml"))
      }
    }
  }

  private mutating func library(_ templates: [String: TemplateSource]) -> MustacheLibrary? {
    var compiled: [String: MustacheTemplate] = [:]
    for (name, source) in templates.sorted(by: { $0.key < $1.key }) {
      do {
        compiled[TemplateSource.engineName(name)] = try MustacheTemplate(string: source.engineText)
      } catch let error as MustacheTemplate.ParserError {
        let place = SourcePosition(line: error.context.lineNumber)
        diagnostics.append(
          Diagnostic(.templateSyntax, "\(error.error)", file: source.file, range: SourceRange(place, place)))
      } catch {
        diagnostics.append(Diagnostic(.templateSyntax, "\(error)", file: source.file))
      }
    }
    return compiled.count == templates.count ? MustacheLibrary(templates: compiled) : nil
  }
}
