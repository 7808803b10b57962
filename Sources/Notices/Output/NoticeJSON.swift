import Bytes
import Diagnostics

/// The public JSON of a notice: names and order of `docs/document.md`. Absent values are `null` or `[]`.
///
/// Offsets of spans count Unicode scalars. What only a whole site knows is handed in.
public struct NoticeJSON: Sendable {
  /// What the site adds to a notice.
  public struct SiteFields: Sendable {
    public var id: String?
    public var url: String?
    /// `effective`, `amended`, `repealed`, `expired`; `nil` is `unknown`.
    public var status: String?
    /// What the status follows from, when it was not only declared.
    public var derived: DerivedValidity?
    /// Id of the document that a citation names, by index of the citation.
    public var citationTargets: [Int: String] = [:]
    /// Published file of an attachment, by index of the attachment.
    public var attachmentFiles: [Int: String] = [:]

    public init() {}
  }

  /// A status that follows from the text, on a day.
  public struct DerivedValidity: Sendable {
    public struct Evidence: Sendable {
      /// Id of the document that says it; `nil`: this one.
      public var document: String?
      public var anchor: String?
      public var text: String
      public init(document: String? = nil, anchor: String?, text: String) {
        self.document = document
        self.anchor = anchor
        self.text = text
      }
    }
    public var status: String
    public var on: CivilDate?
    public var evidence: [Evidence]
    public init(status: String, on: CivilDate?, evidence: [Evidence]) {
      self.status = status
      self.on = on
      self.evidence = evidence
    }
  }

  private let notice: Notice
  private let site: SiteFields
  private let language: MessageLanguage

  public init(_ notice: Notice, site: SiteFields = SiteFields(), language: MessageLanguage = .chinese) {
    self.notice = notice
    self.site = site
    self.language = language
  }

  /// The bytes, with a line feed at the end. Linear in the size of the notice.
  public func bytes(pretty: Bool = true) -> [UInt8] {
    var json = JSONWriter(pretty: pretty)
    json.object { json in
      json.member("schema", "gongkai/document/1")
      json.member("id", site.id)
      json.member("url", site.url)
      source(&json)
      json.member("language", notice.language)
      identity(&json)
      dates(&json)
      validity(&json)
      catalogue(&json)
      json.key("parts")
      json.array { json in for part in notice.parts { self.part(part, &json) } }
      attachments(&json)
      duties(&json)
      citations(&json)
      furniture(&json)
      diagnostics(&json)
    }
    json.endLine()
    return json.bytes
  }

  // MARK: Header

  private func source(_ json: inout JSONWriter) {
    json.key("source")
    json.object { json in
      json.member("path", notice.source.path)
      json.member("format", notice.source.format.rawValue)
      json.member("encoding", notice.source.encoding)
      json.member("sha256", notice.source.sha256)
      json.member("bytes", notice.source.bytes)
    }
  }

  private func identity(_ json: inout JSONWriter) {
    json.member("title", notice.title)
    json.member("altTitles", notice.altTitles)
    json.member("kind", notice.kind)
    number("documentNumber", notice.documentNumber, &json)
    json.member("otherNumbers", notice.otherNumbers)
    json.member("indexNumber", notice.indexNumber)
    json.member("publisher", notice.publisher)
    json.member("issuers", notice.issuers)
  }

  private func number(_ name: String, _ number: DocumentNumber?, _ json: inout JSONWriter) {
    json.key(name)
    guard let number else { return json.null() }
    json.object { json in
      json.member("text", number.text)
      json.member("code", number.code)
      json.member("year", number.year)
      json.member("serial", number.serial)
    }
  }

  private func dates(_ json: inout JSONWriter) {
    json.key("dates")
    json.object { json in
      json.member("issued", notice.dates.issued?.iso)
      json.member("published", notice.dates.published?.iso)
      json.member("effective", notice.dates.effective?.iso)
      json.member("expires", notice.dates.expires?.iso)
    }
  }

  private func validity(_ json: inout JSONWriter) {
    json.key("validity")
    json.object { json in
      json.member("declared", notice.declaredValidity)
      json.member("status", site.status ?? "unknown")
      json.key("derived")
      guard let derived = site.derived else { return json.null() }
      json.object { json in
        json.member("status", derived.status)
        json.member("on", derived.on?.iso)
        json.key("evidence")
        json.array { json in
          for evidence in derived.evidence {
            json.object { json in
              if let document = evidence.document { json.member("document", document) }
              json.member("anchor", evidence.anchor)
              json.member("text", evidence.text)
            }
          }
        }
      }
    }
  }

  private func catalogue(_ json: inout JSONWriter) {
    json.member("disclosure", notice.disclosure)
    json.member("catalog", notice.catalog)
    json.key("classifications")
    json.object { json in
      for (name, values) in merged(notice.classifications) { json.member(name, values) }
    }
    json.member("keywords", notice.keywords)
    json.member("summary", notice.summary)
    json.member("provenance", notice.provenance)
    json.key("extra")
    json.object { json in
      var seen: [String: Int] = [:]
      for field in notice.extra {
        seen[field.name, default: 0] += 1
        let count = seen[field.name, default: 1]
        json.member(count == 1 ? field.name : "\(field.name) (\(count))", field.value)
      }
    }
  }

  /// One member a name, values in order.
  private func merged(_ fields: [NamedValues]) -> [(String, [String])] {
    var result: [(String, [String])] = []
    for field in fields {
      if let i = result.firstIndex(where: { $0.0 == field.name }) {
        result[i].1.append(contentsOf: field.values)
      } else {
        result.append((field.name, field.values))
      }
    }
    return result
  }

  // MARK: Parts

  private func part(_ part: Part, _ json: inout JSONWriter) {
    json.object { json in
      json.member("role", part.role.rawValue)
      json.member("label", part.label)
      json.member("title", part.title)
      number("documentNumber", part.documentNumber, &json)
      json.member("addressee", part.addressee)
      json.key("body")
      json.array { json in BlockJSON.write(part.body, &json) }
      json.key("signature")
      if let signature = part.signature {
        json.object { json in
          json.member("organs", signature.organs)
          json.member("signers", signature.signers)
          json.member("date", signature.date?.iso)
        }
      } else {
        json.null()
      }
      json.member("notes", part.notes)
    }
  }

  private func attachments(_ json: inout JSONWriter) {
    json.key("attachments")
    json.array { json in
      for (i, attachment) in notice.attachments.enumerated() {
        json.object { json in
          json.member("label", attachment.label)
          json.member("name", attachment.name)
          json.member("file", site.attachmentFiles[i] ?? attachment.file)
        }
      }
    }
  }

  // MARK: Extracted

  private func duties(_ json: inout JSONWriter) {
    json.key("duties")
    json.array { json in
      for duty in notice.duties {
        json.object { json in
          json.member("anchor", duty.anchor)
          json.member("task", duty.task)
          json.member("clause", duty.clause)
          json.key("organs")
          json.array { json in
            for organ in duty.organs {
              json.object { json in
                json.member("name", organ.name)
                json.member("role", organ.role.rawValue)
                json.member("collective", organ.collective)
              }
            }
          }
          json.member("open", duty.open)
          json.key("deadlines")
          json.array { json in
            for deadline in duty.deadlines {
              json.object { json in
                json.member("text", deadline.text)
                json.member("kind", deadline.kind.rawValue)
                json.member("on", deadline.on?.iso)
              }
            }
          }
          json.key("targets")
          json.array { json in
            for target in duty.targets { json.object { $0.member("text", target) } }
          }
          json.member("inherited", duty.inherited)
        }
      }
    }
  }

  private func citations(_ json: inout JSONWriter) {
    json.key("citations")
    json.array { json in
      for (i, citation) in notice.citations.enumerated() {
        json.object { json in
          json.member("anchor", citation.anchor)
          json.member("text", citation.text)
          json.member("title", citation.title)
          json.member("number", citation.number)
          json.member("target", site.citationTargets[i])
          json.member("kind", citation.kind.rawValue)
        }
      }
    }
  }

  private func furniture(_ json: inout JSONWriter) {
    json.key("furniture")
    json.array { json in
      for item in notice.furniture {
        json.object { json in
          json.member("line", item.line)
          json.member("text", item.text)
          json.member("reason", item.reason)
        }
      }
    }
  }

  private func diagnostics(_ json: inout JSONWriter) {
    json.key("diagnostics")
    json.array { json in
      for diagnostic in notice.diagnostics {
        json.object { json in
          json.member("id", diagnostic.id)
          json.member("severity", diagnostic.severity.rawValue)
          json.key("range")
          if let range = diagnostic.range {
            json.object { json in
              position("start", range.start, &json)
              position("end", range.end, &json)
            }
          } else {
            json.null()
          }
          json.member("message", diagnostic.message(language))
          json.member("fix", diagnostic.fix(language))
        }
      }
    }
  }

  private func position(_ name: String, _ position: SourcePosition, _ json: inout JSONWriter) {
    json.key(name)
    json.object { json in
      json.member("line", position.line)
      json.member("column", position.column)
    }
  }
}
