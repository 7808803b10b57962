import Bytes
import Notices

extension PageRenderer {
  /// The page that lists the data sets and explains every field in both languages.
  func dataValues(_ output: PlannedOutput) -> PageValues {
    let links = links(for: output)
    let catalogue = DataCatalogue(self)
    var page = PageValues(title: strings(.openData), section: configuration.title)
    page.own = [
      "title": .text(page.title), "licence": .optional(configuration.licence),
      "licence_address": .optional(configuration.licenceAddress),
      "dcat": .text(links.href(SiteAddress.dcat)), "schema": .text(links.href(SiteAddress.schema)),
      "sets": .list(
        catalogue.sets.map { set in
          [
            "id": .text(set.id), "name": .text(set.title), "rows": .number(set.rows),
            "files": files(set, catalogue, links),
          ]
        }),
      "fields": .list(
        OpenData.columns.map {
          ["key": .text($0.key), "name": .text($0.name), "zh": .text($0.zh), "en": .text($0.en)]
        }),
      "duty_fields": catalog.duties.count == 0
        ? nil
        : .items(
          DutyData.columns.map {
            ["key": .text($0.key), "name": .text($0.name), "zh": .text($0.zh), "en": .text($0.en)]
          }),
      "document_fields": .list(
        DocumentFields.all.map {
          ["path": .text($0.path), "type": .text($0.type), "zh": .text($0.zh), "en": .text($0.en)]
        }),
    ].compactMapValues { $0 }
    return page
  }

  private func files(_ set: DataCatalogue.DataSet, _ catalogue: DataCatalogue, _ links: LinkBuilder)
    -> PageValue
  {
    .list(
      set.files.map { file in
        let digest = catalogue.digest(file)
        return [
          "href": .text(links.href(file.path)), "file": .text(SitePath.fileName(file.path)),
          "format": .text(SitePath.fileExtension(file.path).uppercased()),
          "size": .text(FileSize.text(digest.size, strings)), "sha256": .text(digest.sha256),
        ]
      })
  }
}

/// The members of the documents' JSON in the order in which they are written, one row each: `parts[].signature.date`.
enum DocumentFields {
  struct Row: Sendable {
    var path: String
    var type: String
    var zh: String
    var en: String
  }

  static let all: [Row] = {
    var all = rows(NoticeSchema.document, "")
    for definition in NoticeSchema.definitions {
      for members in definition.alternatives {
        var name = definition.name
        if definition.alternatives.count > 1, case .oneOf(let kinds)? = members.first?.shape {
          name += "(\(kinds.joined()))"
        }
        all += rows(members, name + ".")
      }
    }
    return all
  }()

  private static func rows(_ members: [NoticeSchema.Member], _ prefix: String) -> [Row] {
    members.flatMap { member -> [Row] in
      let (type, inner, mark) = describe(member.shape)
      let row = Row(
        path: prefix + member.name, type: type + (member.isOptional ? "?" : ""), zh: member.zh, en: member.en)
      return [row] + rows(inner, prefix + member.name + mark + ".")
    }
  }

  /// The type in words of JSON Schema, the members inside, and what stands between the names.
  private static func describe(_ shape: NoticeSchema.Shape) -> (String, [NoticeSchema.Member], String) {
    switch shape {
    case .text: return ("string", [], "")
    case .integer: return ("integer", [], "")
    case .truth: return ("boolean", [], "")
    case .day: return ("date", [], "")
    case .oneOf(let values): return (values.joined(separator: " | "), [], "")
    case .object(let members): return ("object", members, "")
    case .list(let item):
      let (type, inner, mark) = describe(item)
      return (type + "[]", inner, "[]" + mark)
    case .map(let value):
      let (type, inner, mark) = describe(value)
      return ("{ … : \(type) }", inner, "{}" + mark)
    case .named(let name): return (name, [], "")
    case .orNull(let shape):
      let (type, inner, mark) = describe(shape)
      return (type + " | null", inner, mark)
    }
  }
}
