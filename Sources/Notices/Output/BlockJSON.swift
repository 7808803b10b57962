import Bytes

/// Blocks as JSON: `type` first, then what the type has.
enum BlockJSON {
  static func write(_ blocks: [Block], _ json: inout JSONWriter) {
    for block in blocks { json.object { json in write(block, &json) } }
  }

  private static func write(_ block: Block, _ json: inout JSONWriter) {
    switch block {
    case .section(let it): section(it, &json)
    case .paragraph(let it):
      json.member("type", "paragraph")
      json.member("anchor", it.anchor)
      json.member("label", it.label)
      text(it.text, &json)
    case .list(let it):
      json.member("type", "list")
      json.member("anchor", it.anchor)
      json.member("ordered", it.ordered)
      json.member("start", it.ordered ? it.start : nil)
      json.key("items")
      json.array { json in
        for item in it.items {
          json.object { json in
            json.key("children")
            json.array { json in write(item, &json) }
          }
        }
      }
    case .table(let it): table(it, &json)
    case .quote(let it):
      json.member("type", "quote")
      json.member("anchor", it.anchor)
      json.key("children")
      json.array { json in write(it.children, &json) }
    case .preformatted(let it):
      json.member("type", "preformatted")
      json.member("anchor", it.anchor)
      json.member("language", it.language)
      json.member("text", it.text)
    case .image(let it):
      json.member("type", "image")
      json.member("anchor", it.anchor)
      json.member("destination", it.destination)
      json.member("alternative", it.alternative)
      json.member("title", it.title)
    case .rule: json.member("type", "rule")
    }
  }

  private static func section(_ it: Section, _ json: inout JSONWriter) {
    json.member("type", "section")
    json.member("anchor", it.anchor)
    if !it.aliases.isEmpty { json.member("aliases", it.aliases) }
    json.member("level", it.level)
    json.member("family", it.family?.rawValue)
    json.member("number", it.number)
    json.member("ordinal", it.ordinal)
    if it.suffix > 0 { json.member("suffix", it.suffix) }
    json.member("heading", it.heading?.string)
    json.member("headingEnd", it.headingEnd)
    if let spans = it.heading?.spans, !spans.isEmpty { self.spans("headingSpans", spans, &json) }
    json.member("runIn", it.runIn)
    json.key("children")
    json.array { json in write(it.children, &json) }
  }

  private static func table(_ it: Table, _ json: inout JSONWriter) {
    json.member("type", "table")
    json.member("anchor", it.anchor)
    json.member("caption", it.caption)
    json.member("alignments", it.alignments.map(\.rawValue))
    json.key("head")
    json.array { json in cells(it.head, &json) }
    json.key("rows")
    json.array { json in
      for row in it.rows { json.array { json in cells(row, &json) } }
    }
  }

  private static func cells(_ cells: [RichText], _ json: inout JSONWriter) {
    for cell in cells { json.object { json in text(cell, &json) } }
  }

  private static func text(_ text: RichText, _ json: inout JSONWriter) {
    json.member("text", text.string)
    spans("spans", text.spans, &json)
  }

  private static func spans(_ name: String, _ spans: [Span], _ json: inout JSONWriter) {
    json.key(name)
    json.array { json in
      for span in spans {
        json.object { json in
          json.member("kind", kind(span.mark))
          json.member("start", span.start)
          json.member("end", span.end)
          switch span.mark {
          case .citation(let i), .duty(let i): json.member("ref", i)
          case .deadline(let duty, let i):
            json.member("ref", duty)
            json.member("deadline", i)
          case .link(let destination, let title), .image(let destination, let title):
            json.member("destination", destination)
            json.member("title", title)
          case .footnote(let anchor): json.member("anchor", anchor)
          case .strong, .emphasis, .strikethrough, .code, .superscript, .`subscript`: break
          }
        }
      }
    }
  }

  private static func kind(_ mark: Span.Mark) -> String {
    switch mark {
    case .citation: "citation"
    case .duty: "duty"
    case .deadline: "deadline"
    case .strong: "strong"
    case .emphasis: "emphasis"
    case .strikethrough: "strikethrough"
    case .superscript: "superscript"
    case .`subscript`: "subscript"
    case .code: "code"
    case .link: "link"
    case .image: "image"
    case .footnote: "footnote"
    }
  }
}
