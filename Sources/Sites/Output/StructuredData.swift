import Bytes
import Notices

/// schema.org data for search engines; only what the document states.
enum StructuredData {
  /// `Legislation` with number, dates, issuers and force. The JSON writer escapes `<`, so it may stand in a script element.
  static func legislation(_ entry: CatalogEntry, _ renderer: PageRenderer) -> HTML {
    var json = JSONWriter()
    let record = entry.record
    json.object {
      $0.member("@context", "https://schema.org")
      $0.member("@type", "Legislation")
      $0.member("name", entry.title)
      $0.member("inLanguage", record.language)
      if let url = renderer.absolute(entry.address) {
        $0.member("@id", url)
        $0.member("url", url)
      }
      if let number = record.documentNumber { $0.member("legislationIdentifier", number.text) }
      if let kind = record.kind { $0.member("legislationType", kind) }
      if let day = record.dates.issued { $0.member("legislationDate", day.iso) }
      if let day = record.dates.effective { $0.member("legislationDateOfApplicability", day.iso) }
      if let day = record.dates.published { $0.member("datePublished", day.iso) }
      if let summary = record.summary { $0.member("abstract", summary) }
      if !record.issuers.isEmpty {
        $0.key("legislationPassedBy")
        $0.array { for name in record.issuers { organisation(name, &$0) } }
      }
      if let publisher = record.publisher {
        $0.key("publisher")
        organisation(publisher, &$0)
      }
      if let force = force(entry.validity) { $0.member("legislationLegalForce", force) }
    }
    return HTML.rendered(String(decoding: json.bytes, as: UTF8.self))
  }

  /// `WebSite` with the office behind it and the search box, for the home page.
  static func site(_ renderer: PageRenderer) -> HTML {
    let configuration = renderer.configuration
    var json = JSONWriter()
    json.object { json in
      json.member("@context", "https://schema.org")
      json.member("@type", "WebSite")
      json.member("name", FeedIdentity.title(configuration))
      json.member("inLanguage", configuration.language)
      if let description = configuration.description { json.member("description", description) }
      if let url = renderer.absolute("") {
        json.member("@id", url)
        json.member("url", url)
        json.member(
          "potentialAction",
          object: {
            $0.member("@type", "SearchAction")
            $0.member("target", (renderer.absolute(SiteAddress.search) ?? "") + "?q={search_term_string}")
            $0.member("query-input", "required name=search_term_string")
          })
      }
      if let sponsor = configuration.footer.sponsor {
        json.key("publisher")
        office(sponsor, configuration.footer, &json)
      }
    }
    return HTML.rendered(String(decoding: json.bytes, as: UTF8.self))
  }

  /// `GovernmentService` for a guide to a service (办事指南, 服务指南): who offers it, where it is described.
  static func service(_ entry: CatalogEntry, _ renderer: PageRenderer) -> HTML {
    var json = JSONWriter()
    let record = entry.record
    json.object { json in
      json.member("@context", "https://schema.org")
      json.member("@type", "GovernmentService")
      json.member("name", entry.title)
      if let url = renderer.absolute(entry.address) {
        json.member("@id", url)
        json.member("url", url)
      }
      if let number = record.documentNumber { json.member("identifier", number.text) }
      if let summary = record.summary { json.member("description", summary) }
      if let organ = record.publisher ?? record.issuers.first {
        json.key("provider")
        organisation(organ, &json)
      }
      json.member(
        "availableChannel",
        object: { json in
          json.member("@type", "ServiceChannel")
          json.member("availableLanguage", record.language)
          if let url = renderer.absolute(entry.address) { json.member("serviceUrl", url) }
        })
    }
    return HTML.rendered(String(decoding: json.bytes, as: UTF8.self))
  }

  /// Whether a document is a guide to a service rather than a rule: its catalogue, kind or title says so.
  static func isService(_ record: NoticeRecord) -> Bool {
    let words = ["办事指南", "服务指南", "办理指南"]
    return words.contains { word in
      record.kind == word || record.catalog.contains { $0.contains(word) }
        || record.displayTitle.contains(word)
    }
  }

  private static func office(
    _ name: String, _ footer: SiteConfiguration.Footer, _ json: inout JSONWriter
  ) {
    json.object { json in
      json.member("@type", "GovernmentOrganization")
      json.member("name", name)
      if let phone = footer.phone { json.member("telephone", phone) }
      if let email = footer.email { json.member("email", email) }
      if let address = footer.address { json.member("address", address) }
    }
  }

  private static func organisation(_ name: String, _ json: inout JSONWriter) {
    json.object {
      $0.member("@type", "GovernmentOrganization")
      $0.member("name", name)
    }
  }

  /// Said only when declared and derived states agree.
  private static func force(_ validity: Validity) -> String? {
    guard validity.statuses.count == 1 else { return nil }
    switch validity.status {
    case .effective: return "https://schema.org/InForce"
    case .amended: return "https://schema.org/PartiallyInForce"
    case .repealed, .expired: return "https://schema.org/NotInForce"
    case .unknown: return nil
    }
  }
}
