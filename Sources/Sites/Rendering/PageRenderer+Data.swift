import Bytes

extension PageRenderer {
  /// The page that lists the data sets and explains every field in both languages.
  func dataValues(_ output: PlannedOutput) -> PageValues {
    let links = links(for: output)
    let data = OpenData(self)
    var page = PageValues(title: strings(.openData), section: configuration.title)
    page.own = [
      "title": .text(page.title), "licence": .optional(configuration.licence),
      "licence_address": .optional(configuration.licenceAddress),
      "dcat": .text(links.href(SiteAddress.dcat)),
      "files": .list(
        data.datasets.flatMap { set in
          set.files.map { file in
            [
              "name": .text(set.title), "href": .text(links.href(file.path)),
              "file": .text(SitePath.fileName(file.path)),
              "format": .text(SitePath.fileExtension(file.path).uppercased()), "rows": .number(set.rows),
            ]
          }
        }),
      "fields": .list(
        OpenData.columns.map {
          ["key": .text($0.key), "name": .text($0.name), "zh": .text($0.zh), "en": .text($0.en)]
        }),
    ]
    return page
  }
}
