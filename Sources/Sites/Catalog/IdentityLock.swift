import Bytes
import Diagnostics
import Yams

/// `content/ids.lock.yml`: which file has which permanent id. Written by the build, kept under version control.
/// An id that was given once stays reserved after its file is gone, so that no address is ever reused.
public struct IdentityLock: Sendable, Equatable {
  public struct Record: Sendable, Equatable {
    /// Relative to `content/`.
    public var path: String
    /// The first 16 hex digits of the source's SHA-256: finds a file that was moved.
    public var content: String
    /// The same of number and title: finds a file that was moved and edited. Empty when it has neither.
    public var identity: String
  }

  public private(set) var records: [String: Record]

  public init(records: [String: Record] = [:]) { self.records = records }

  /// Reads the lock; an entry that cannot be used is reported and left out.
  public static func read(_ file: SourceFile?) -> Diagnosed<IdentityLock> {
    guard let file else { return Diagnosed(IdentityLock()) }
    let parsed = YAMLFile.read(file)
    var diagnostics = parsed.diagnostics
    guard let yaml = parsed.value, let root = yaml.root else { return Diagnosed(IdentityLock(), diagnostics) }
    guard let mapping = root.mapping else {
      diagnostics.append(
        Diagnostic(.lockEntryInvalid, "–", file: file.path, range: YAMLFile.range(root.mark)))
      return Diagnosed(IdentityLock(), diagnostics)
    }
    var lock = IdentityLock()
    for (key, value) in mapping {
      guard let id = key.string, Identifiers.isValid(id), let entry = record(value) else {
        diagnostics.append(
          Diagnostic(.lockEntryInvalid, key.string ?? "–", file: file.path, range: YAMLFile.range(key.mark)))
        continue
      }
      lock.records[id] = entry
    }
    return Diagnosed(lock, diagnostics)
  }

  private static func record(_ node: Node) -> Record? {
    guard let mapping = node.mapping else { return nil }
    var fields: [String: String] = [:]
    for (key, value) in mapping {
      guard let name = key.string, let scalar = value.scalar else { return nil }
      fields[name] = scalar.string
    }
    guard let path = fields["path"], !path.isEmpty else { return nil }
    return Record(path: path, content: fields["content"] ?? "", identity: fields["identity"] ?? "")
  }

  mutating func set(_ id: String, _ record: Record) { records[id] = record }

  /// The file's text: sorted by id, the same bytes for the same records.
  public var text: String {
    var out = """
      # 本文件由 gongkai 生成并维护：文件的永久编号一经选定不再改变。请一并提交到版本库，不要手工改动。
      # Written by gongkai: a document keeps its id for ever. Keep this file under version control; do not edit.

      """
    for (id, record) in records.sorted(by: { $0.key < $1.key }) {
      out += "\(Self.key(id)):\n  path: \(Self.quoted(record.path))\n  content: \"\(record.content)\"\n"
      if !record.identity.isEmpty { out += "  identity: \"\(record.identity)\"\n" }
    }
    if records.isEmpty { out += "{}\n" }
    return out
  }

  /// Ids are plain scalars but for those that start with `-`.
  private static func key(_ id: String) -> String { id.hasPrefix("-") ? "\"\(id)\"" : id }

  /// JSON's string syntax is YAML's double-quoted one.
  private static func quoted(_ text: String) -> String {
    var writer = JSONWriter()
    writer.string(text)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
