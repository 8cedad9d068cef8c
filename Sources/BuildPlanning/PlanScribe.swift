import BuildspecModel
import Diagnostics

/// Copies the parts of a buildspec into the plan, with their places.
struct PlanScribe {
  let source: SourceText

  func phase(_ name: PhaseName, _ phase: Phase?, skippedBy: String?) -> PlannedPhase {
    guard let phase else { return PlannedPhase(name: name, skippedBy: skippedBy) }
    return PlannedPhase(
      name: name, place: place(phase.nameRange), skippedBy: skippedBy,
      commands: (phase.commands ?? []).map { command($0, .commands) },
      finally: (phase.finally ?? []).map { command($0, .finally) },
      onFailure: policy(phase.onFailure?.value), retry: retry(phase.onFailure?.value))
  }

  /// They count in the install phase of version 0.2 alone.
  func runtimes(_ buildspec: Buildspec) -> [PlannedRuntime] {
    guard !buildspec.isVersion01 else { return [] }
    return (buildspec.phase(.install)?.runtimeVersions ?? []).map {
      PlannedRuntime(
        runtime: $0.runtime.value, version: $0.version.value, place: place($0.runtime.range))
    }
  }

  func artifacts(_ artifacts: Artifacts?) -> [PlannedArtifact] {
    guard let artifacts else { return [] }
    let secondary = artifacts.secondary.map {
      artifact($0.set, identifier: $0.identifier.value)
    }
    // With secondary artifacts alone there is no primary one, as in CodePipeline.
    let hasPrimary = artifacts.primary.files != nil || secondary.isEmpty
    return (hasPrimary ? [artifact(artifacts.primary, identifier: nil)] : []) + secondary
  }

  func cache(_ cache: CacheSection) -> PlannedCache {
    PlannedCache(
      paths: (cache.paths ?? []).map(text), key: cache.key.map(text),
      fallbackKeys: cache.fallbackKeys.map(text), action: cache.action?.value,
      place: place(cache.range))
  }

  func report(_ group: ReportGroup) -> PlannedReport {
    PlannedReport(
      name: group.name.value, files: (group.files ?? []).map(\.value),
      fileFormat: group.fileFormat?.value, baseDirectory: group.baseDirectory?.value,
      discardPaths: group.discardPaths?.value ?? false)
  }

  func batch(_ batch: Batch) -> PlannedBatch? {
    func listed(_ kind: String, _ builds: [BatchBuild]) -> PlannedBatch {
      let identifiers = builds.compactMap { $0.identifier?.value }
      return PlannedBatch(kind: kind, identifiers: identifiers, count: builds.count)
    }
    if let graph = batch.graph { return listed("build-graph", graph) }
    if let list = batch.list { return listed("build-list", list) }
    if let matrix = batch.matrix {
      return PlannedBatch(kind: "build-matrix", identifiers: [], count: matrix.buildCount)
    }
    return batch.fanout.map {
      PlannedBatch(kind: "build-fanout", identifiers: [], count: $0.buildCount)
    }
  }

  private func artifact(_ set: ArtifactSet, identifier: String?) -> PlannedArtifact {
    PlannedArtifact(
      identifier: identifier, files: set.files?.map(text),
      baseDirectory: set.baseDirectory.map(text),
      excludePaths: set.excludePaths.map(text), discardPaths: set.discardPaths?.value ?? false,
      enableSymlinks: set.enableSymlinks?.value ?? false,
      name: set.name.map(text), s3Prefix: set.s3Prefix.map(text), place: place(set.range))
  }

  private func command(_ command: Command, _ list: PlannedCommand.List) -> PlannedCommand {
    PlannedCommand(
      text: command.text, list: list, index: command.index, place: place(command.range))
  }

  private func policy(_ text: String?) -> FailurePolicy {
    switch text.flatMap({ OnFailure($0) }) {
    case .abort: .abort
    case .continue: .continue
    case .retry, nil: .standard
    }
  }

  private func retry(_ text: String?) -> PlannedRetry? {
    guard case .retry(let count, let pattern) = text.flatMap({ OnFailure($0) }) else { return nil }
    return PlannedRetry(count: count, pattern: pattern)
  }

  private func text(_ value: Located<String>) -> PlannedText {
    PlannedText(text: value.value, place: place(value.range))
  }

  private func place(_ range: SourceRange) -> PlanPlace { PlanPlace(range, in: source) }
}
