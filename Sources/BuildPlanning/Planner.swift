package import BuildspecModel
package import Diagnostics

/// Makes the plan of a build. It works on values alone: it reads no file and starts no process.
package enum Planner {
  /// The plan of a file, with a notice for each part of it that is left out.
  package static func plan(_ file: BuildspecFile, request: RunRequest) -> RunPlan {
    var plan = plan(file.buildspec, source: file.source, request: request)
    plan.notices += ProblemNotices.collect(file.problems, source: file.source)
    plan.notices = NoticeCollector.sorted(plan.notices)
    return plan
  }

  package static func plan(
    _ buildspec: Buildspec, source: SourceText, request: RunRequest
  ) -> RunPlan {
    var request = request
    if var environment = request.batchBuild?.environment {
      if !request.honorsBatchType { environment.type = nil }
      request.container?.take(environment)
    }
    let scribe = PlanScribe(source: source)
    let env = buildspec.env
    let environment = EnvironmentPlanner.plan(env, request: request, source: source)
    let parity = ParityFinder.find(buildspec, request: request, source: source)
    let notices =
      NoticeCollector.collect(buildspec, request: request, source: source)
      + ParityFinder.notices(parity, isOnHost: request.container == nil)
    return RunPlan(
      buildspecPath: source.path,
      version: buildspec.version?.value,
      source: PlannedSource(directory: request.source.directory, isInPlace: request.isInPlace),
      secondarySources: request.secondarySources.map {
        PlannedSecondarySource(identifier: $0.identifier, directory: $0.facts.directory)
      },
      container: request.container,
      shell: ShellChoice.program(for: env?.shell?.value) ?? ShellChoice.standard,
      isolatesCommands: buildspec.isVersion01,
      phases: phases(buildspec, request, scribe),
      variables: environment.variables,
      references: environment.references,
      isOffline: request.isOffline,
      exportedVariables: env?.exportedVariables.map(\.value) ?? [],
      runtimes: scribe.runtimes(buildspec),
      artifacts: scribe.artifacts(buildspec.artifacts),
      artifactsFolder: request.artifactsFolder,
      packaging: request.packaging,
      namespace: request.namespace,
      reportsFolder: request.reportsFolder,
      cache: buildspec.cache.map(scribe.cache),
      reports: buildspec.reports.map(scribe.report),
      // One of its builds is no batch, and there may be thousands of them.
      batch: request.batchBuild == nil ? buildspec.batch.flatMap(scribe.batch) : nil,
      timeoutSeconds: request.timeoutSeconds ?? request.project?.timeoutMinutes.map { $0 * 60 },
      project: request.project.map(PlannedProject.init),
      notices: NoticeCollector.sorted(notices),
      parity: parity)
  }
  private static func phases(
    _ buildspec: Buildspec, _ request: RunRequest, _ scribe: PlanScribe
  ) -> [PlannedPhase] {
    PhaseName.allCases.map { name in
      var phase = scribe.phase(
        name, buildspec.phase(name), skippedBy: request.selection.option(skipping: name))
      if request.container != nil {
        phase.runAs = (buildspec.phase(name)?.runAs ?? buildspec.runAs)?.value
      }
      return phase
    }
  }
}
