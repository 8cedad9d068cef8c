import BuildPlanning

extension RunEvent {
  /// The event with `***` for each secret in its texts. Output is a stream and not masked here.
  func masked(by mask: SecretMask) -> RunEvent {
    switch self {
    case .buildStarted(var start):
      start.plan = start.plan.masked(by: mask)
      return .buildStarted(start)
    case .sourceReady(var ready):
      ready.folder = mask.masked(ready.folder)
      return .sourceReady(ready)
    case .commandStarted(let command, let phase):
      return .commandStarted(command.masked(by: mask), phase: phase)
    case .commandFinished(let result): return .commandFinished(result.masked(by: mask))
    case .phaseFinished(let result): return .phaseFinished(result.masked(by: mask))
    case .notice(let notice): return .notice(notice.masked(by: mask))
    case .runtimeStep(let step): return .runtimeStep(step.masked(by: mask))
    case .cacheStep(let step): return .cacheStep(step.masked(by: mask))
    case .artifactStep(let step): return .artifactStep(step.masked(by: mask))
    case .artifactReady(var artifact):
      artifact.identifier = artifact.identifier.map(mask.masked)
      artifact.name = artifact.name.map(mask.masked)
      artifact.folder = artifact.folder.map(mask.masked)
      artifact.archive = artifact.archive.map(mask.masked)
      return .artifactReady(artifact)
    case .reportReady(var report):
      report.group = mask.masked(report.group)
      report.folder = report.folder.map(mask.masked)
      return .reportReady(report)
    case .parityCompared(let findings):
      return .parityCompared(findings.map { $0.masked(by: mask) })
    case .buildFinished(let result): return .buildFinished(result.masked(by: mask))
    case .phaseStarted, .phaseSkipped, .output: return self
    }
  }
}

extension CommandResult {
  func masked(by mask: SecretMask) -> CommandResult {
    var result = self
    result.command = command.masked(by: mask)
    return result
  }
}

extension PhaseResult {
  func masked(by mask: SecretMask) -> PhaseResult {
    var result = self
    if let context { result.context?.message = mask.masked(context.message) }
    return result
  }
}

extension BuildResult {
  func masked(by mask: SecretMask) -> BuildResult {
    var result = self
    result.phases = phases.map { $0.masked(by: mask) }
    result.failedCommand = failedCommand?.masked(by: mask)
    result.exportedVariables = exportedVariables.mapValues(mask.masked)
    return result
  }
}

extension ArtifactStep {
  func masked(by mask: SecretMask) -> ArtifactStep {
    switch self {
    case .secondary(let text): .secondary(mask.masked(text))
    case .report(let text): .report(mask.masked(text))
    case .expandingBase(let text): .expandingBase(mask.masked(text))
    case .expandingFiles(let base): .expandingFiles(base: mask.masked(base))
    case .expanding(let text): .expanding(mask.masked(text))
    case .skipping(let text): .skipping(mask.masked(text))
    case .folderNamed(let text): .folderNamed(mask.masked(text))
    case .linkLeftOut(let text): .linkLeftOut(mask.masked(text))
    case .linkNotFollowed(let text): .linkNotFollowed(mask.masked(text))
    case .found: self
    case .collision(let name, let kept, let dropped):
      .collision(
        name: mask.masked(name), kept: mask.masked(kept), dropped: mask.masked(dropped))
    }
  }
}

extension CacheStep {
  func masked(by mask: SecretMask) -> CacheStep {
    switch self {
    case .expanded(let text): .expanded(mask.masked(text))
    case .skippingEntry(let text): .skippingEntry(mask.masked(text))
    case .restored(let key): .restored(key: key.map(mask.masked))
    case .missed(let key): .missed(key: key.map(mask.masked))
    case .saved(let key): .saved(key: key.map(mask.masked))
    case .alreadySaved(let key): .alreadySaved(key: key.map(mask.masked))
    case .undefined, .downloading, .unarchiving, .uploading, .nothingToSave: self
    }
  }
}
