package import BuildPlanning
import BuildspecModel

/// A plan as JSON, version 1: keys sorted, secrets masked, kept apart from the inner types.
package enum RunPlanDocument {
  package static let schemaVersion = 1

  package static func render(_ plan: RunPlan) -> String { json(plan).text(indent: 2) + "\n" }

  static func json(_ plan: RunPlan) -> JSONValue {
    [
      "artifacts": .array(plan.artifacts.map(json)),
      "artifactsFolder": .optional(plan.artifactsFolder),
      "batch": plan.batch.map(json) ?? .null,
      "buildspec": .string(plan.buildspecPath),
      "cache": plan.cache.map(json) ?? .null,
      "container": plan.container.map(json) ?? .null,
      "exportedVariables": strings(plan.exportedVariables),
      "isolatesCommands": .bool(plan.isolatesCommands),
      "namespace": .string(plan.namespace.rawValue),
      "notices": .array(plan.notices.map { .object(fields($0)) }),
      "packaging": .string(plan.packaging.rawValue),
      "offline": .bool(plan.isOffline),
      "phases": .array(plan.phases.map(json)),
      "project": plan.project.map(json) ?? .null,
      "references": .array(plan.references.map(json)),
      "reports": .array(plan.reports.map(json)),
      "runtimes": .array(
        plan.runtimes.map {
          [
            "place": json($0.place), "runtime": .string($0.runtime),
            "version": .string($0.version),
          ]
        }),
      "reportsFolder": .optional(plan.reportsFolder),
      "schemaVersion": .number(schemaVersion),
      "secondarySources": .array(
        plan.secondarySources.map {
          ["directory": .string($0.directory), "identifier": .string($0.identifier)]
        }),
      "shell": .string(plan.shell),
      "source": [
        "directory": .string(plan.source.directory), "inPlace": .bool(plan.source.isInPlace),
      ],
      "timeoutSeconds": plan.timeoutSeconds.map { .number($0) } ?? .null,
      "variables": .array(plan.variables.map(json)),
      "version": .optional(plan.version),
    ]
  }

  static func json(_ place: PlanPlace) -> JSONValue {
    [
      "column": .number(place.column), "end": .number(place.end), "line": .number(place.line),
      "path": .string(place.path), "start": .number(place.start),
    ]
  }

  static func fields(_ notice: PlanNotice) -> [(key: String, value: JSONValue)] {
    [
      ("key", .string(notice.key)), ("message", .string(notice.message)),
      ("place", notice.place.map(json) ?? .null),
    ]
  }

  private static func json(_ container: PlannedContainer) -> JSONValue {
    [
      "bindsSource": .bool(container.bindsSource),
      "computeType": .optional(container.computeType),
      "engine": .string(container.engine.rawValue),
      "engineSocket": .bool(container.hasEngineSocket), "image": .string(container.image),
      "keep": .optional(container.keep?.rawValue),
      "memoryGiB": container.limits.map { .number($0.memory) } ?? .null,
      "network": .optional(container.network), "platform": .optional(container.platform),
      "privileged": .bool(container.isPrivileged),
      "processors": container.limits.map { .number($0.processors) } ?? .null,
      "pull": .string(container.pull.rawValue),
    ]
  }

  private static func json(_ phase: PlannedPhase) -> JSONValue {
    [
      "commands": .array(phase.commands.map(json)), "finally": .array(phase.finally.map(json)),
      "name": .string(phase.name.rawValue), "onFailure": .string(phase.onFailure.rawValue),
      "place": phase.place.map(json) ?? .null, "retry": phase.retry.map(json) ?? .null,
      "runAs": .optional(phase.runAs),
      "skippedBy": .optional(phase.skippedBy),
    ]
  }

  private static func json(_ retry: PlannedRetry) -> JSONValue {
    ["count": .number(retry.count), "pattern": .string(retry.pattern)]
  }

  private static func json(_ command: PlannedCommand) -> JSONValue {
    [
      "index": .number(command.index), "place": json(command.place), "text": .string(command.text),
    ]
  }

  private static func json(_ variable: PlannedVariable) -> JSONValue {
    var text: JSONValue = .null
    var atRun: JSONValue = .null
    switch variable.value {
    case .text(let value): text = .string(SecretNames.masked(value, of: variable.name))
    case .atRun(let value): atRun = .string(value.rawValue)
    case .secret, .fetched: text = .string(SecretNames.mask)
    }
    return [
      "atRun": atRun, "name": .string(variable.name),
      "origin": .string(variable.origin.description),
      "overrides": strings(variable.overrides.map(\.description)),
      "secret": .bool(variable.value.isSecret), "value": text,
    ]
  }

  private static func json(_ reference: PlannedReference) -> JSONValue {
    [
      "name": .string(reference.name), "place": reference.place.map(json) ?? .null,
      "reference": .string(reference.reference), "store": .string(reference.store.rawValue),
    ]
  }

  private static func json(_ project: PlannedProject) -> JSONValue {
    [
      "artifactsType": .optional(project.artifactsType),
      "computeType": .optional(project.computeType),
      "environmentType": .optional(project.environmentType), "image": .optional(project.image),
      "keepsCache": .optional(project.keepsCache), "name": .optional(project.name),
      "overridesArtifactName": .optional(project.overridesArtifactName),
      "privileged": .optional(project.isPrivileged),
      "secondaryArtifacts": project.secondaryArtifacts.map(strings) ?? .null,
    ]
  }

  private static func json(_ artifact: PlannedArtifact) -> JSONValue {
    [
      "baseDirectory": .optional(artifact.baseDirectory?.text),
      "discardPaths": .bool(artifact.discardPaths),
      "enableSymlinks": .bool(artifact.enableSymlinks),
      "excludePaths": strings(artifact.excludePaths.map(\.text)),
      "files": artifact.files.map { strings($0.map(\.text)) } ?? .null,
      "identifier": .optional(artifact.identifier), "name": .optional(artifact.name?.text),
      "place": json(artifact.place), "s3Prefix": .optional(artifact.s3Prefix?.text),
    ]
  }

  private static func json(_ cache: PlannedCache) -> JSONValue {
    [
      "action": .optional(cache.action), "fallbackKeys": strings(cache.fallbackKeys.map(\.text)),
      "key": .optional(cache.key?.text), "paths": strings(cache.paths.map(\.text)),
    ]
  }

  private static func json(_ report: PlannedReport) -> JSONValue {
    [
      "baseDirectory": .optional(report.baseDirectory), "discardPaths": .bool(report.discardPaths),
      "fileFormat": .optional(report.fileFormat), "files": strings(report.files),
      "name": .string(report.name),
    ]
  }

  private static func json(_ batch: PlannedBatch) -> JSONValue {
    [
      "count": batch.count.map { .number($0) } ?? .null, "identifiers": strings(batch.identifiers),
      "kind": .string(batch.kind),
    ]
  }

  private static func strings(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }
}
