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
