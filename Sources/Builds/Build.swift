import Diagnostics
import Notices
import Search
import Sites

/// One build from the files to the published site: eight phases, each a function from values to values. Only scan and
/// read look at the input, only stage and publish write.
package struct Build {
  let options: BuildOptions
  let surroundings: Surroundings
  let disk: Disk
  let progress: Progress
  let interruption: Interruption

  package init(
    _ options: BuildOptions, in surroundings: Surroundings, disk: Disk, progress: Progress,
    interruption: Interruption = Interruption()
  ) {
    self.options = options
    self.surroundings = surroundings
    self.disk = disk
    self.progress = progress
    self.interruption = interruption
  }

  /// Builds and publishes. Never throws: what stopped it is in the diagnostics, and the old site is then untouched.
  package func run() async -> BuildResult {
    let started = ContinuousClock.now
    var result = BuildResult(status: .nothingPublished)
    do {
      try await build(&result)
    } catch let refusal as Refusal {
      result.diagnostics += refusal.diagnostics
    } catch let failure as DiskError {
      result.diagnostics.append(failure.diagnostic(file: surroundings.relative(failure.path)))
    } catch let failure as SearchError {
      result.diagnostics.append(failure.diagnostic())
    } catch {
      result.diagnostics.append(Diagnostic(.unexpectedFailure, String(describing: error)))
    }
    progress.clear()
    result.diagnostics = Diagnostic.inReportOrder(result.diagnostics)
    result.phases = progress.reports
    let time = ContinuousClock.now - started
    result.seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
    return result
  }

  private func build(_ result: inout BuildResult) async throws {
    let project = try Project.locate(
      content: options.content, output: options.output, in: surroundings, disk: disk)
    result.output = project.output
    result.content = project.content
    result.themes = project.themes
    let now = try BuildDay.choose(at: options.at, in: surroundings)
    try OutputGuard.check(project, in: surroundings, disk: disk)
    let locks = try lock(project)
    defer { withExtendedLifetime(locks) {} }
    let publisher = Publisher(project, disk: disk)
    try publisher.recover()
    if options.clean { try publisher.forget() }

    let planned = try await understand(project, now: now, &result)
    let stage = try Stage(folder: publisher.stage, disk: disk)
    do {
      try await fill(stage, planned, &result)
      try decide(result)
      result.diagnostics += keepIDs(planned.catalog.lock, project)
      result.diagnostics += try await progress.phase(.publish) {
        try publisher.publish()
      } count: { _ in
        stage.fileCount
      }
    } catch {
      // What cannot be removed now goes at the start of the next build; the error that counts is the first.
      try? stage.remove()
      throw error
    }
    result.files = stage.fileCount
    result.bytes = stage.byteCount
    result.status = result.count(.error) == 0 ? .built : .builtWithErrors
  }

  /// Everything that is known before the first page is made.
  private struct Planned {
    var content: ContentScan
    var inputs: Inputs
    var theme: Theme
    var catalog: Catalog
    var plan: SitePlan
  }

  /// Phases 1 to 4: from the disk to the plan.
  private func understand(
    _ project: Project, now: CivilDate, _ result: inout BuildResult
  ) async throws -> Planned {
    let content = try await progress.phase(.scan) {
      try ContentScan.run(project, disk: disk)
    } count: {
      $0.value.documents.count
    }
    result.diagnostics += content.diagnostics
    let inputs = try await progress.phase(.read, of: content.value.documents.count) {
      try await reading(project).run(content.value)
    } count: {
      $0.value.records.count
    }
    result.diagnostics += inputs.diagnostics
    let catalog = await progress.phase(.collect) {
      inputs.value.catalog(of: content.value, now: now, disk: disk)
    } count: {
      $0.value.entries.count + $0.value.pages.count
    }
    result.diagnostics += catalog.diagnostics
    result.documents = catalog.value.entries.count + catalog.value.pages.count
    let theme = try inputs.value.requireTheme()
    let plan = await progress.phase(.plan) {
      SitePlan.make(catalog: catalog.value, theme: theme, configuration: inputs.value.configuration)
    } count: {
      $0.value.outputs.count
    }
    result.diagnostics += plan.diagnostics
    return Planned(
      content: content.value, inputs: inputs.value, theme: theme, catalog: catalog.value, plan: plan.value)
  }

  /// Phases 5 to 7: from the plan to a complete stage.
  private func fill(_ stage: Stage, _ planned: Planned, _ result: inout BuildResult) async throws {
    let plan = planned.plan
    let rendering = Rendering(
      catalog: planned.catalog, plan: plan, theme: planned.theme,
      configuration: planned.inputs.configuration, synonyms: planned.inputs.synonyms,
      content: planned.content, kept: planned.inputs.kept,
      stage: stage, disk: disk, jobs: jobs, progress: progress, interruption: interruption)
    let rendered = try await progress.phase(.render, of: plan.outputs.count) {
      try await rendering.run()
    } count: {
      $0.pages.count
    }
    result.diagnostics += rendered.diagnostics
    let checked = await progress.phase(.check) {
      rendered.check(plan, planned.catalog)
    } count: {
      $0.links
    }
    result.diagnostics += checked.diagnostics
    try await progress.phase(.stage) {
      try stage.verify(planned: plan.outputs.map(\.path) + rendered.index)
    } count: {
      stage.fileCount
    }
  }

  /// The last moment to publish nothing.
  private func decide(_ result: BuildResult) throws {
    let errors = result.count(.error)
    if options.strict, errors > 0 { throw Refusal(Diagnostic(.strictRefusal, String(errors))) }
    try interruption.check()
  }

  private var jobs: Int { options.jobs ?? Processors.count }

  /// One build at a time for a site, and for the ids that are kept with the documents.
  private func lock(_ project: Project) throws -> [BuildLock] {
    let shown = surroundings.relative(project.output)
    var locks = [try BuildLock(folder: project.state, shownAs: shown, disk: disk)]
    let own = project.root + "/" + Project.stateName
    if own != project.state {
      // A project on a read-only disk may still be built to another place: nobody can change its ids then.
      do {
        let shown = surroundings.relative(project.root)
        locks.append(try BuildLock(folder: own, shownAs: shown, disk: disk))
      } catch let error as DiskError where error.isNoPermission {}
    }
    return locks
  }

  private func reading(_ project: Project) -> Reading {
    Reading(
      project: project, themeName: options.theme, keptBytes: options.keptBytes, offline: options.offline,
      disk: disk, jobs: jobs,
      progress: progress,
      interruption: interruption)
  }

  /// Kept before the site is published: a build that is killed in between has chosen the same ids next time.
  private func keepIDs(_ lock: IdentityLock, _ project: Project) -> [Diagnostic] {
    let path = project.content + "/" + ContentScan.lockName
    do {
      try disk.replace(path, Array(lock.text.utf8))
      return []
    } catch {
      let why = (error as? DiskError)?.diagnostic().message(surroundings.language)
      return [Diagnostic(.idsNotKept, "content/" + ContentScan.lockName, why ?? String(describing: error))]
    }
  }
}
