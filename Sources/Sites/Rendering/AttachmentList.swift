/// The attachments of a document: the first on its page, all of them on pages of their own when there are many.
enum AttachmentList {
  /// Rows on the document's page.
  static let shownFirst = 50
  /// Rows on a page of their own.
  static let perPage = 500

  static func hasOwnPages(_ entry: CatalogEntry) -> Bool { entry.attachments.count > shownFirst }

  static func pages(of entry: CatalogEntry) -> Int { (entry.attachments.count + perPage - 1) / perPage }

  /// Site path of the folder of the first page.
  static func address(of entry: CatalogEntry) -> String { entry.address + "attachments/" }
}

extension PageRenderer {
  /// One page of the attachments of a document.
  func attachmentsValues(_ entry: CatalogEntry, _ number: Int, _ output: PlannedOutput) -> PageValues {
    let links = links(for: output)
    let address = AttachmentList.address(of: entry)
    let pages = AttachmentList.pages(of: entry)
    let start = (number - 1) * AttachmentList.perPage
    let title = strings(.attachmentsOf, entry.title)
    var page = PageValues(
      title: number == 1 ? title : title + " " + strings(.pageNumber, String(number)),
      section: configuration.title)
    page.breadcrumb = [(entry.title, entry.address)]
    if number > 1 { page.previous = SiteAddress.page(address, number - 1) }
    if number < pages { page.next = SiteAddress.page(address, number + 1) }
    page.own = [
      "title": .text(title), "total": .number(entry.attachments.count), "start": .number(start + 1),
      "document": .text(entry.title), "document_href": .text(links.href(entry.address)),
      "files": .list(
        entry.attachments.dropFirst(start).prefix(AttachmentList.perPage).map { attachmentRow($0, links) }),
    ]
    if pages > 1 { page.own["pagination"] = pagination(address, number, pages, links) }
    return page
  }

  /// One attachment as `PageSchema.attachmentRow`; without a file it has no address.
  func attachmentRow(_ attachment: ResolvedAttachment, _ links: LinkBuilder) -> [String: PageValue] {
    var row: [String: PageValue] = ["label": .optional(attachment.label), "name": .text(attachment.name)]
    if let address = attachment.address, let file = attachment.file {
      row["href"] = .text(links.href(address))
      row["type"] = .text(SitePath.fileExtension(address).uppercased())
      row["size"] = .text(FileSize.text(file.size, strings))
    }
    return row
  }
}
