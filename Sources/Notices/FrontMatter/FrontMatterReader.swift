import Diagnostics

/// Entries → typed fields; each fault a diagnostic at its place.
struct FrontMatterReader {
  private(set) var result = FrontMatter()
  private(set) var diagnostics: [Diagnostic] = []
  private let path: String

  init(path: String) { self.path = path }

  mutating func read(_ entries: [MetadataEntry]) {
    for entry in entries {
      guard let key = FrontMatterKey(name: entry.key) else {
        readUnknown(entry)
        continue
      }
      if case .none = entry.value { continue }
      if result[key] != nil {
        diagnostics.append(Diagnostic(.frontMatterKeyTwice, entry.key, file: path, range: entry.keyRange))
        continue
      }
      if let value = value(of: entry, as: key) {
        result.fields.append(FrontMatter.Field(key: key, value: value, range: entry.value.range))
      }
    }
  }

  private mutating func readUnknown(_ entry: MetadataEntry) {
    if let near = FrontMatterKey.nearest(to: entry.key) {
      diagnostics.append(
        Diagnostic(.frontMatterKeyMisspelt, entry.key, near, file: path, range: entry.keyRange))
    } else {
      diagnostics.append(Diagnostic(.frontMatterKeyUnknown, entry.key, file: path, range: entry.keyRange))
    }
    if let value = Self.flattened(entry.value) {
      result.extra.append(NamedValue(name: entry.key, value: value))
    }
  }

  /// Any value as one line, for `extra`.
  private static func flattened(_ node: MetadataNode) -> String? {
    switch node {
    case .text(let text, _): text
    case .none: nil
    case .list(let items, _): items.compactMap(flattened).joined(separator: "、")
    case .map(let entries, _):
      entries.map { "\($0.key)：\(flattened($0.value) ?? "")" }.joined(separator: "；")
    }
  }

  // MARK: - Types

  private mutating func value(of entry: MetadataEntry, as key: FrontMatterKey) -> FrontMatter.Value? {
    switch key.shape {
    case .text: text(entry).map { .text($0) }
    case .texts: texts(entry, separators: []).map { .texts($0) }
    case .values: texts(entry, separators: ["、", "，", ",", "；", ";", " ", "\u{3000}"]).map { .texts($0) }
    case .date: date(entry)
    case .flag: flag(entry).map { .flag($0) }
    case .attachments: attachments(entry).map { .attachments($0) }
    case .classifications: classifications(entry).map { .classifications($0) }
    case .language: language(entry).map { .text($0) }
    case .type: type(entry).map { .text($0) }
    case .reason: reason(entry).map { .text($0) }
    }
  }

  private mutating func wrongType(_ entry: MetadataEntry, _ wanted: DiagnosticKind) {
    let shown = Self.flattened(entry.value) ?? ""
    diagnostics.append(
      Diagnostic(wanted, entry.key, String(shown.prefix(60)), file: path, range: entry.value.range))
  }

  private mutating func text(_ entry: MetadataEntry) -> String? {
    guard case .text(let text, _) = entry.value else {
      wrongType(entry, .frontMatterWantsText)
      return nil
    }
    return Self.oneLine(text)
  }

  private mutating func texts(_ entry: MetadataEntry, separators: Set<Unicode.Scalar>) -> [String]? {
    switch entry.value {
    case .text(let text, _):
      return text.unicodeScalars.split { separators.contains($0) }.map { Self.oneLine(String($0)) }
        .filter { !$0.isEmpty }
    case .list(let items, _):
      var values: [String] = []
      for item in items {
        guard case .text(let text, _) = item else {
          wrongType(entry, .frontMatterWantsTexts)
          return nil
        }
        values.append(Self.oneLine(text))
      }
      return values
    case .map, .none:
      wrongType(entry, .frontMatterWantsTexts)
      return nil
    }
  }

  private mutating func date(_ entry: MetadataEntry) -> FrontMatter.Value? {
    guard case .text(let text, _) = entry.value, let (date, time) = TypedDate.read(text) else {
      wrongType(entry, .frontMatterWantsDate)
      return nil
    }
    return .date(date, time: time)
  }

  private mutating func flag(_ entry: MetadataEntry) -> Bool? {
    guard case .text(let text, _) = entry.value, let flag = Self.flags[text.lowercased()] else {
      wrongType(entry, .frontMatterWantsFlag)
      return nil
    }
    return flag
  }

  private static let flags: [String: Bool] = [
    "true": true, "yes": true, "on": true, "是": true, "1": true,
    "false": false, "no": false, "off": false, "否": false, "0": false,
  ]

  private mutating func language(_ entry: MetadataEntry) -> String? {
    guard case .text(let text, _) = entry.value else {
      wrongType(entry, .frontMatterWantsText)
      return nil
    }
    switch text.lowercased() {
    case "zh", "zh-hans", "zh-cn", "zh-hans-cn", "zh-sg", "中文", "简体", "简体中文": return "zh-Hans"
    case "zh-hant", "zh-tw", "zh-hk", "zh-mo", "繁体", "繁體", "繁体中文", "繁體中文": return "zh-Hant"
    case "en", "en-us", "en-gb", "english", "英文", "英语": return "en"
    default:
      let parts = text.split(separator: "-", omittingEmptySubsequences: false)
      let isTag = parts.allSatisfy {
        (1...8).contains($0.utf8.count) && $0.utf8.allSatisfy(Self.isAlphanumeric)
      }
      guard isTag, (2...3).contains(parts[0].utf8.count) else {
        wrongType(entry, .frontMatterWantsLanguage)
        return nil
      }
      return text
    }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }

  private mutating func type(_ entry: MetadataEntry) -> String? {
    guard case .text(let text, _) = entry.value else {
      wrongType(entry, .frontMatterWantsPageType)
      return nil
    }
    switch text.lowercased() {
    case "notice", "公文", "文件": return "notice"
    case "page", "页面", "栏目": return "page"
    default:
      wrongType(entry, .frontMatterWantsPageType)
      return nil
    }
  }

  /// `withdrawn: 内容有误` or just `withdrawn: true`; `false` is as if it were not there.
  private mutating func reason(_ entry: MetadataEntry) -> String? {
    guard let text = text(entry) else { return nil }
    switch Self.flags[text.lowercased()] {
    case true: return ""
    case false: return nil
    case nil: return text
    }
  }

  // MARK: - Structures

  private mutating func attachments(_ entry: MetadataEntry) -> [Attachment]? {
    let items: [MetadataNode] =
      if case .list(let items, _) = entry.value { items } else { [entry.value] }
    var attachments: [Attachment] = []
    for item in items {
      guard let attachment = Self.attachment(item) else {
        wrongType(entry, .frontMatterWantsAttachments)
        continue
      }
      attachments.append(attachment)
    }
    return attachments
  }

  private static func attachment(_ node: MetadataNode) -> Attachment? {
    switch node {
    case .text(let text, _):
      let file = oneLine(text)
      let name = file.split(separator: "/").last.map(String.init) ?? file
      return file.isEmpty
        ? nil
        : Attachment(
          name: withoutExtension(name), file: file, line: node.range.start.line)
    case .map(let entries, _):
      var (label, name, file): (String?, String?, String?)
      for entry in entries {
        guard case .text(let typed, _) = entry.value else { return nil }
        let text = oneLine(typed)
        switch entry.key.lowercased() {
        case "file", "path", "文件", "路径": file = text
        case "name", "title", "名称", "标题": name = text
        case "label", "序号", "标签": label = text
        default: return nil
        }
      }
      guard let shown = name ?? file.map(withoutExtension) else { return nil }
      return Attachment(label: label, name: shown, file: file, line: node.range.start.line)
    case .list, .none:
      return nil
    }
  }

  private static func withoutExtension(_ name: String) -> String {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex,
      (1...5).contains(name[name.index(after: dot)...].utf8.count)
    else { return name }
    return String(name[..<dot])
  }

  private mutating func classifications(_ entry: MetadataEntry) -> [NamedValues]? {
    guard case .map(let axes, _) = entry.value else {
      // One list without the name of its axis is the topics.
      return texts(entry, separators: []).map { [NamedValues(name: "主题分类", values: $0)] }
    }
    return axes.compactMap { axis in
      texts(axis, separators: []).map { NamedValues(name: axis.key, values: $0) }
    }
  }

  /// Line breaks of YAML blocks are layout; ends are trimmed.
  private static func oneLine(_ text: String) -> String {
    if isOneLine(text.utf8) { return text }
    var result = ""
    for line in text.split(whereSeparator: \.isNewline) {
      let line = line.drop { $0.isWhitespace }
      let kept = line.reversed().drop { $0.isWhitespace }.reversed()
      guard !kept.isEmpty else { continue }
      if let last = result.unicodeScalars.last, let first = kept.first?.unicodeScalars.first,
        !(CJK.joins(last.value) || CJK.joins(first.value))
      {
        result += " "
      }
      result += String(kept)
    }
    return result
  }

  /// Without line breaks, and without white space at its ends; most values are, and only signs that hardly any value
  /// has are in doubt.
  private static func isOneLine(_ text: String.UTF8View) -> Bool {
    let space: [UInt8] = [0xE3, 0x80, 0x80]
    return text.allSatisfy { $0 >= 0x20 && $0 != 0xC2 && $0 != 0xE1 && $0 != 0xE2 }
      && text.first != 0x20 && text.last != 0x20 && !text.starts(with: space)
      && !text.suffix(3).elementsEqual(space)
  }
}
