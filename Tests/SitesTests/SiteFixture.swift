import Bytes
import Diagnostics
import Foundation
import Notices
import Testing

@testable import Sites

/// A small site from plain values: notices in, rendered outputs out.
struct SiteFixture {
  var notices: [Notice] = []
  var files: [ContentFile] = []
  var configuration = SiteConfiguration()
  var lock = IdentityLock()
  var now = CivilDate(iso: "2026-11-23")!

  init() {
    configuration.name = "示例县人民政府"
    configuration.columns = SiteConfiguration.defaultColumns
  }

  static let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Every file below `themes/`.
  static let themeFiles: [SourceFile] = {
    let root = project.appending(path: "themes")
    let paths = FileManager.default.enumerator(atPath: root.path)?.allObjects as? [String] ?? []
    return paths.sorted().compactMap { path in
      guard let data = try? Data(contentsOf: root.appending(path: path)) else { return nil }
      return SourceFile(path: "themes/" + path, bytes: Array(data))
    }
  }()

  static let theme: Theme = {
    let loaded = Theme.load(name: "default", files: themeFiles)
    for diagnostic in loaded.diagnostics { print(describe(diagnostic)) }
    return loaded.value!
  }()

  static func describe(_ diagnostic: Diagnostic) -> String {
    "\(diagnostic.file ?? "-"):\(diagnostic.range?.start.line ?? 0):\(diagnostic.range?.start.column ?? 0) \(diagnostic.id) \(diagnostic.message(.english))"
  }

  var catalog: Diagnosed<Catalog> {
    Catalog.collect(
      records: notices.map(NoticeRecord.init), configuration: configuration, lock: lock, files: files,
      now: now)
  }

  var built: Built { build(Self.theme) }

  func build(_ theme: Theme) -> Built {
    let catalog = self.catalog
    let plan = SitePlan.make(catalog: catalog.value, theme: theme, configuration: configuration)
    let renderer = PageRenderer(
      catalog: catalog.value, plan: plan.value, theme: theme, configuration: configuration)
    var built = Built(
      catalog: catalog.value, plan: plan.value, diagnostics: catalog.diagnostics + plan.diagnostics)
    var check = LinkCheck(plan: plan.value, catalog: catalog.value)
    for output in plan.value.outputs where output.copy == nil {
      let rendered = renderer.render(output, notice: notices.first { $0.source.path == output.notice })
      check.add(output, rendered)
      built.diagnostics += rendered.diagnostics
      built.pages[output.path] = String(decoding: rendered.wholeBytes, as: UTF8.self)
    }
    built.diagnostics += check.diagnostics()
    return built
  }

  struct Built {
    var catalog: Catalog
    var plan: SitePlan
    var diagnostics: [Diagnostic]
    var pages: [String: String] = [:]

    subscript(_ path: String) -> String { pages[path] ?? "" }
    func ids(_ id: String) -> [Diagnostic] { diagnostics.filter { $0.id == id } }
  }
}

extension Notice {
  /// A short notice with one paragraph.
  static func sample(
    _ path: String, title: String? = "关于做好汛期工作的通知", number: String? = nil, date: String? = "2024-05-01",
    body: [Block] = [.paragraph(Paragraph(text: "各镇做好值班。", line: 3))],
    _ change: (inout Notice) -> Void = { _ in }
  ) -> Notice {
    var notice = Notice(
      source: NoticeSource(
        path: "content/" + path, format: .text, encoding: "UTF-8", sha256: SHA256.hex(Array(path.utf8)),
        bytes: 1200))
    notice.title = title
    notice.dates.issued = date.flatMap { CivilDate(iso: $0) }
    var part = Part(role: .main, title: title)
    part.body = body
    notice.parts = [part]
    if let number { notice.documentNumber = DocumentNumber(text: number) }
    change(&notice)
    return notice
  }
}

extension DocumentNumber {
  static func of(_ code: String, _ year: Int, _ serial: Int) -> DocumentNumber {
    DocumentNumber(text: "\(code)〔\(year)〕\(serial)号", code: code, year: year, serial: serial)
  }
}
