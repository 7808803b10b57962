import Diagnostics

/// What an editor declared at the top of a file, read by type.
package struct FrontMatter: Sendable, Equatable {
  package enum Value: Sendable, Equatable {
    case text(String)
    case texts([String])
    case date(CivilDate, time: String?)
    case flag(Bool)
    case attachments([Attachment])
    case classifications([NamedValues])
  }

  package struct Field: Sendable, Equatable {
    package var key: FrontMatterKey
    package var value: Value
    /// The place of the value.
    package var range: SourceRange
  }

  /// In the order of the file, each key at most once.
  package var fields: [Field] = []
  /// Keys that are not known, under their own name.
  package var extra: [NamedValue] = []

  package init() {}

  package subscript(key: FrontMatterKey) -> Field? { fields.first { $0.key == key } }

  /// Reads the YAML between the fences.
  package static func read(_ yaml: [UInt8], path: String) -> Diagnosed<FrontMatter> {
    let typed = FrontMatterTyping(yaml, path: path)
    let read = MetadataYAML.read(typed.yaml, path: path)
    var reader = FrontMatterReader(path: path)
    reader.read(read.value ?? FrontMatterTyping.plainEntries(of: typed.yaml))
    return Diagnosed(reader.result, typed.diagnostics + read.diagnostics + reader.diagnostics)
  }
}
