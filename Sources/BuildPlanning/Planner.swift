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
    let scribe = PlanScribe(source: source)
    let env = buildspec.env
    return RunPlan(
      buildspecPath: source.path,
      version: buildspec.version?.value,
      source: PlannedSource(directory: request.source.directory, isInPlace: request.isInPlace),
      container: request.container,
      shell: ShellChoice.program(for: env?.shell?.value) ?? ShellChoice.standard,
      isolatesCommands: buildspec.isVersion01,
      phases: PhaseName.allCases.map { name in
        var phase = scribe.phase(
          name, buildspec.phase(name), skippedBy: request.selection.option(skipping: name))
        if request.container != nil {
          phase.runAs = (buildspec.phase(name)?.runAs ?? buildspec.runAs)?.value
        }
        return phase
      },
      variables: EnvironmentPlanner.plan(env, request: request, source: source),
      references: scribe.references(env),
      exportedVariables: env?.exportedVariables.map(\.value) ?? [],
      runtimes: buildspec.phases.flatMap(\.runtimeVersions).map {
        PlannedRuntime(runtime: $0.runtime.value, version: $0.version.value)
      },
      artifacts: scribe.artifacts(buildspec.artifacts),
      artifactsFolder: request.artifactsFolder,
      cache: buildspec.cache.map(scribe.cache),
      reports: buildspec.reports.map(scribe.report),
      batch: buildspec.batch.flatMap(scribe.batch),
      timeoutSeconds: request.timeoutSeconds,
      notices: NoticeCollector.collect(buildspec, request: request, source: source))
  }
}
