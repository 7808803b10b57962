import Bytes

extension NoticeSchema {
  /// The format as JSON Schema (2020-12). Nothing but the members that it names is allowed, so that a member that is
  /// forgotten here is found by validating any document.
  /// - Parameter id: where the schema is published; absent in a site without a base address.
  public static func jsonSchema(id: String?) -> [UInt8] {
    var json = JSONWriter(pretty: true)
    json.object { json in
      json.member("$schema", "https://json-schema.org/draft/2020-12/schema")
      if let id { json.member("$id", id) }
      json.member("title", edition)
      members(document, &json)
      json.member(
        "$defs",
        object: { json in
          for definition in definitions {
            json.key(definition.name)
            json.object { json in
              if let only = definition.alternatives.first, definition.alternatives.count == 1 {
                members(only, &json)
              } else {
                json.member(
                  "oneOf",
                  array: { json in
                    for alternative in definition.alternatives { json.object { members(alternative, &$0) } }
                  })
              }
            }
          }
        })
    }
    json.endLine()
    return json.bytes
  }

  private static func members(_ members: [Member], _ json: inout JSONWriter) {
    json.member("type", "object")
    json.member(
      "properties",
      object: { json in
        for member in members {
          json.key(member.name)
          json.object { json in
            shape(member.shape, &json)
            json.member("description", "\(member.zh) · \(member.en)")
          }
        }
      })
    json.member("required", members.filter { !$0.isOptional }.map(\.name))
    json.member("additionalProperties", false)
  }

  private static func shape(_ shape: Shape, _ json: inout JSONWriter) {
    switch shape {
    case .text: json.member("type", "string")
    case .integer: json.member("type", "integer")
    case .truth: json.member("type", "boolean")
    case .day:
      json.member("type", "string")
      json.member("format", "date")
    case .oneOf(let values): json.member("enum", values)
    case .object(let members): self.members(members, &json)
    case .list(let item):
      json.member("type", "array")
      json.member("items", object: { self.shape(item, &$0) })
    case .map(let value):
      json.member("type", "object")
      json.member("additionalProperties", object: { self.shape(value, &$0) })
    case .named(let name): json.member("$ref", "#/$defs/\(name)")
    case .orNull(let shape):
      json.member(
        "anyOf",
        array: { json in
          json.object { self.shape(shape, &$0) }
          json.object { $0.member("type", "null") }
        })
    }
  }
}
