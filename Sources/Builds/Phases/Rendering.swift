import Diagnostics
import Notices
import Search
import Sites

/// Phase 5: every output of the plan becomes bytes. Pages are written to the stage as they are made, so memory does
/// not grow with the site; results are placed by index, so the number of jobs does not show.
struct Rendering: Sendable {
  let catalog: Catalog
  let plan: SitePlan
  let theme: Theme
  let configuration: SiteConfiguration
  let content: ContentScan
  /// Notices that are still in memory, by path.
  let kept: [String: Notice]
  let stage: Stage
  let disk: Disk
  let jobs: Int
  let progress: Progress
  let interruption: Interruption

  /// Documents in a shard of the index and in a unit of scheduling. Fixed, so that shards do not depend on `jobs`.
  static let sliceSize = 250

  func run() async throws -> RenderedSite {
    let renderer = PageRenderer(catalog: catalog, plan: plan, theme: theme, configuration: configuration)
    let files = Dictionary(content.files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    let slices = try await Slices.map(groups(), jobs: jobs, size: Self.sliceSize) { slice in
      [try self.render(slice, renderer, files)]
    }
    var index: [String] = []
    try SearchIndex.write(shards: slices.map(\.shard)) { file in
      try stage.write(file.path, file.bytes)
      index.append(file.path)
    }
    return RenderedSite(pages: slices.flatMap(\.pages), index: index)
  }

  /// The outputs that need the same notice, so that it is read once.
  private func groups() -> [Range<Int>] {
    var groups: [Range<Int>] = []
    for (index, output) in plan.outputs.enumerated() {
      if let last = groups.last, let notice = output.notice, plan.outputs[last.lowerBound].notice == notice {
        groups[groups.count - 1] = last.lowerBound..<index + 1
      } else {
        groups.append(index..<index + 1)
      }
    }
    return groups
  }

  private struct RenderedSlice: Sendable {
    var pages: [RenderedPage] = []
    var shard: IndexShard
  }

  private func render(
    _ groups: ArraySlice<Range<Int>>, _ renderer: PageRenderer, _ files: [String: ScannedFile]
  ) throws -> RenderedSlice {
    var pages: [RenderedPage] = []
    var documents: [SearchDocument] = []
    for group in groups {
      try interruption.check()
      let notice = try plan.outputs[group.lowerBound].notice.map { try self.notice($0, files) }
      for index in group {
        let output = plan.outputs[index]
        if let copy = output.copy {
          guard let file = files[copy] else { throw Refusal(Diagnostic(.fileChanged, file: copy)) }
          try stage.copy(file, to: output.path)
        } else {
          let rendered = renderer.render(output, notice: notice)
          try stage.write(output.path, rendered.bytes)
          pages.append(RenderedPage(output: index, rendered))
        }
        if let notice, let entry = searchable(output.recipe) {
          documents.append(SearchDocument(notice: notice, entry: entry))
        }
      }
      progress.advance(group.count)
    }
    return RenderedSlice(pages: pages, shard: try IndexShard(documents: documents))
  }

  /// The document that a page shows; a withdrawn one is not to be found.
  private func searchable(_ recipe: Recipe) -> CatalogEntry? {
    let entry: CatalogEntry
    switch recipe {
    case .document(let index): entry = catalog.entries[index]
    case .page(let index): entry = catalog.pages[index]
    default: return nil
    }
    return entry.record.directives.withdrawn == nil ? entry : nil
  }

  /// The notice of a file, read again unless it is in memory. A file that changed since it was catalogued would give
  /// pages that disagree with the lists.
  private func notice(_ path: String, _ files: [String: ScannedFile]) throws -> Notice {
    if let notice = kept[path] { return notice }
    guard let file = files[path] else { throw Refusal(Diagnostic(.fileChanged, file: path)) }
    let notice = try NoticeFile.read(file, disk: disk)
    let entry = catalog.entry(source: path)
    guard entry?.record.source.sha256 == notice.source.sha256 else {
      throw Refusal(Diagnostic(.fileChanged, file: path))
    }
    return notice
  }
}

/// What is kept of a page once it is written.
struct RenderedPage: Sendable {
  /// Index into the plan's outputs.
  var output: Int
  /// Without its bytes.
  var rendered: RenderedOutput

  init(output: Int, _ rendered: RenderedOutput) {
    self.output = output
    self.rendered = rendered
    self.rendered.bytes = []
  }
}

/// What phase 5 hands on.
struct RenderedSite: Sendable {
  /// In the order of the plan.
  var pages: [RenderedPage]
  /// Paths of the files of the search index.
  var index: [String]

  var diagnostics: [Diagnostic] { pages.flatMap(\.rendered.diagnostics) }

  struct CheckResult: Sendable {
    var links: Int
    var diagnostics: [Diagnostic]
  }

  /// Phase 6: reads, never changes.
  func check(_ plan: SitePlan, _ catalog: Catalog) -> CheckResult {
    var check = LinkCheck(plan: plan, catalog: catalog, others: index)
    var links = 0
    for page in pages {
      check.add(plan.outputs[page.output], page.rendered)
      links += page.rendered.links.count
    }
    return CheckResult(links: links, diagnostics: check.diagnostics())
  }
}
