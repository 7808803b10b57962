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
  let synonyms: Synonyms
  let content: ContentScan
  /// Notices that are still in memory, by path.
  let kept: [String: Notice]
  let stage: Stage
  let disk: Disk
  let jobs: Int
  let progress: Progress
  let interruption: Interruption

  /// Groups of outputs in a unit of scheduling, and so about four times the documents in a shard of the index. Fixed, so that
  /// shards do not depend on `jobs`; larger for large sites, because terms repeat in every shard.
  private var sliceSize: Int { plan.outputs.count > 40_000 ? 1000 : 250 }

  func run() async throws -> RenderedSite {
    let renderer = PageRenderer(catalog: catalog, plan: plan, theme: theme, configuration: configuration)
    let files = Dictionary(content.files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    let index = IndexStage(stage: stage, scripts: configuration.linksNameFiles)
    let options = try searchOptions(files)
    let slices = try await Slices.map(groups(), jobs: jobs, size: sliceSize) { slice in
      [try self.render(slice, renderer, files, options, index)]
    }
    try SearchIndex.write(shards: slices.map(\.shard), options: options) {
      try index.write($0)
    } rename: {
      try stage.rename($0, to: $1)
    }
    let planned = Set(plan.outputs.map(\.path))
    return RenderedSite(
      pages: slices.flatMap(\.pages), index: stage.files(below: "search/").filter { !planned.contains($0) })
  }

  /// How the index is laid out: decided before the first block is made.
  private func searchOptions(_ files: [String: ScannedFile]) throws -> SearchOptions {
    let extents = (catalog.entries + catalog.pages).filter(\.isSearchable).map(\.record.extent)
    let most = configuration.mostSearchFiles.map { configuration.linksNameFiles ? $0 / 2 : $0 }
    let shift = SearchOptions.blockShift(
      clauses: extents.map(\.clauses), characters: extents.reduce(0) { $0 + $1.characters },
      mostFiles: most)
    return SearchOptions(
      blockShift: shift, synonyms: synonyms.groups, mostFiles: most, textCode: try textCode(files))
  }

  /// How the text blocks write their characters: some documents, evenly spread over the index, are looked at.
  private func textCode(_ files: [String: ScannedFile]) throws -> TextCode {
    let documents = plan.outputs.compactMap { output in
      output.notice.flatMap { notice in searchable(output.recipe).map { (notice, $0) } }
    }
    return TextCode(
      sample: try TextCode.sample(of: documents.count).map { place in
        let (path, entry) = documents[place]
        return SearchDocument(
          notice: try notice(path, files), entry: entry, namesFiles: configuration.linksNameFiles)
      })
  }

  /// A unit of work: outputs that need the same notice, and the place of its document in the index.
  private struct Group: Sendable {
    var outputs: Range<Int>
    var document: Int
  }

  /// The outputs that need the same notice, so that it is read once.
  private func groups() -> [Group] {
    var groups: [Group] = []
    var documents = 0
    for (index, output) in plan.outputs.enumerated() {
      if let last = groups.last, let notice = output.notice,
        plan.outputs[last.outputs.lowerBound].notice == notice
      {
        groups[groups.count - 1].outputs = last.outputs.lowerBound..<index + 1
      } else {
        groups.append(Group(outputs: index..<index + 1, document: documents))
      }
      if output.notice != nil, searchable(output.recipe) != nil { documents += 1 }
    }
    return groups
  }

  private struct RenderedSlice: Sendable {
    var pages: [RenderedPage] = []
    var shard: IndexShard
  }

  private func render(
    _ groups: ArraySlice<Group>, _ renderer: PageRenderer, _ files: [String: ScannedFile],
    _ options: SearchOptions, _ index: IndexStage
  ) throws -> RenderedSlice {
    var pages: [RenderedPage] = []
    var documents: [SearchDocument] = []
    for group in groups {
      try interruption.check()
      let notice = try plan.outputs[group.outputs.lowerBound].notice.map { try self.notice($0, files) }
      for index in group.outputs {
        let output = plan.outputs[index]
        if let copy = output.copy {
          guard let file = files[copy] else { throw Refusal(Diagnostic(.fileChanged, file: copy)) }
          try stage.copy(file, to: output.path)
        } else {
          var rendered = renderer.render(output, notice: notice)
          if configuration.linksNameFiles && output.path.hasSuffix(".html") {
            rendered.bytes = ClassicScript.page(rendered.bytes)
          }
          try stage.write(output.path, pieces: rendered.parts)
          pages.append(RenderedPage(output: index, rendered, plan))
        }
        if let notice, let entry = searchable(output.recipe) {
          documents.append(
            SearchDocument(notice: notice, entry: entry, namesFiles: configuration.linksNameFiles))
        }
      }
      progress.advance(group.outputs.count)
    }
    let shard = try IndexShard(
      documents: documents, options: options, first: groups.first?.document ?? 0, emit: index.write)
    return RenderedSlice(pages: pages, shard: shard)
  }

  /// The document that a page shows; a withdrawn one is not to be found.
  private func searchable(_ recipe: Recipe) -> CatalogEntry? {
    let entry: CatalogEntry
    switch recipe {
    case .document(let index): entry = catalog.entries[index]
    case .page(let index): entry = catalog.pages[index]
    default: return nil
    }
    return entry.isSearchable ? entry : nil
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
  /// Addresses inside the site that it refers to.
  var linkCount: Int
  /// Without its bytes, and of its links only those that are not known to be good.
  var rendered: RenderedOutput

  init(output: Int, _ rendered: RenderedOutput, _ plan: SitePlan) {
    self.output = output
    linkCount = rendered.links.count
    self.rendered = rendered
    self.rendered.bytes = []
    self.rendered.pieces = nil
    self.rendered.links = LinkCheck.open(plan.outputs[output], rendered, plan)
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
      links += page.linkCount
    }
    return CheckResult(links: links, diagnostics: check.diagnostics())
  }
}
