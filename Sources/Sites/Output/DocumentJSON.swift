import Notices

/// `index.json` beside a document's page: the public JSON with what only the site knows.
public enum DocumentJSON {
  /// Deterministic; linear in the size of the document.
  public static func bytes(notice: Notice, entry: CatalogEntry, catalog: Catalog) -> [UInt8] {
    var notice = notice
    notice.source.path = entry.record.path
    var site = NoticeJSON.SiteFields()
    site.id = entry.id
    site.url = "/" + entry.address
    site.status = entry.validity.status == .unknown ? nil : entry.validity.status.rawValue
    site.derived = entry.validity.derived.map { derived in
      NoticeJSON.DerivedValidity(
        status: derived.status.rawValue, on: derived.on,
        evidence: derived.evidence.map {
          .init(document: $0.entry.map { catalog.entries[$0].id }, anchor: $0.anchor, text: $0.text)
        })
    }
    for (index, target) in entry.citationTargets.enumerated() {
      if let target { site.citationTargets[index] = catalog.entries[target].id }
    }
    for (index, attachment) in entry.attachments.enumerated() where index < notice.attachments.count {
      if let address = attachment.address { site.attachmentFiles[index] = SitePath.fileName(address) }
    }
    return NoticeJSON(notice, site: site).bytes()
  }
}
