import BuildPlanning

extension RunPlan {
  /// The plan with `***` for each secret that somebody has written into the buildspec.
  func masked(by mask: SecretMask) -> RunPlan {
    var plan = self
    for index in plan.phases.indices {
      plan.phases[index].commands = plan.phases[index].commands.map { $0.masked(by: mask) }
      plan.phases[index].finally = plan.phases[index].finally.map { $0.masked(by: mask) }
    }
    for index in plan.variables.indices {
      plan.variables[index].value = plan.variables[index].value.masked(by: mask)
    }
    for index in plan.references.indices {
      plan.references[index].reference = mask.masked(plan.references[index].reference)
    }
    plan.artifacts = artifacts.map { $0.masked(by: mask) }
    plan.artifactsFolder = artifactsFolder.map(mask.masked)
    plan.reportsFolder = reportsFolder.map(mask.masked)
    plan.cache = cache.map { $0.masked(by: mask) }
    plan.reports = reports.map { $0.masked(by: mask) }
    plan.notices = notices.map { $0.masked(by: mask) }
    plan.parity = parity.map { $0.masked(by: mask) }
    return plan
  }
}

extension PlannedCommand {
  func masked(by mask: SecretMask) -> PlannedCommand {
    var command = self
    command.text = mask.masked(text)
    return command
  }
}

extension PlanNotice {
  func masked(by mask: SecretMask) -> PlanNotice {
    var notice = self
    notice.key = mask.masked(key)
    notice.message = mask.masked(message)
    return notice
  }
}

extension ParityFinding {
  func masked(by mask: SecretMask) -> ParityFinding {
    var finding = self
    finding.key = mask.masked(key)
    return finding
  }
}

extension PlannedValue {
  fileprivate func masked(by mask: SecretMask) -> PlannedValue {
    if case .text(let text) = self { .text(mask.masked(text)) } else { self }
  }
}

extension PlannedText {
  fileprivate func masked(by mask: SecretMask) -> PlannedText {
    PlannedText(text: mask.masked(text), place: place)
  }
}

extension PlannedArtifact {
  fileprivate func masked(by mask: SecretMask) -> PlannedArtifact {
    var artifact = self
    artifact.files = files?.map { $0.masked(by: mask) }
    artifact.baseDirectory = baseDirectory?.masked(by: mask)
    artifact.excludePaths = excludePaths.map { $0.masked(by: mask) }
    artifact.name = name?.masked(by: mask)
    artifact.s3Prefix = s3Prefix?.masked(by: mask)
    return artifact
  }
}

extension PlannedCache {
  fileprivate func masked(by mask: SecretMask) -> PlannedCache {
    var cache = self
    cache.paths = paths.map { $0.masked(by: mask) }
    cache.key = key?.masked(by: mask)
    cache.fallbackKeys = fallbackKeys.map { $0.masked(by: mask) }
    return cache
  }
}

extension PlannedReport {
  fileprivate func masked(by mask: SecretMask) -> PlannedReport {
    var report = self
    report.files = files.map(mask.masked)
    report.baseDirectory = baseDirectory.map(mask.masked)
    return report
  }
}
