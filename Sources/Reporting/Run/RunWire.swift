package import BuildExecution
import BuildPlanning

/// Version 1 of what is written about an event: kept apart from the inner types, which may change.
package enum RunWire {
  package static let schemaVersion = 1

  package typealias Fields = [(key: String, value: JSONValue)]

  /// An event as one line in UTF-8, without its line feed. The bytes of output are not in it.
  /// - Parameter member: identifier of the build in its batch; `nil` outside of one.
  package static func line(
    of event: RunEvent, at time: Timestamp, member: String? = nil
  ) -> [UInt8] {
    let (name, fields) = fields(of: event)
    return JSONValue.object(head(name, time, member: member) + fields).bytes()
  }

  /// What each line begins with.
  package static func head(
    _ event: String, _ time: Timestamp, member: String? = nil
  ) -> Fields {
    let head: Fields = [
      ("event", .string(event)), ("schemaVersion", .number(schemaVersion)),
      ("time", .string(RunTime.iso(time))),
    ]
    return head + (member.map { [("member", .string($0))] } ?? [])
  }

  static func fields(of event: RunEvent) -> (name: String, fields: Fields) {
    switch event {
    case .buildStarted(let start):
      (
        "buildStarted",
        [("build", .string(start.identifier)), ("plan", RunPlanDocument.json(start.plan))]
      )
    case .sourceReady(let ready):
      (
        "sourceReady",
        [
          ("copiedFiles", ready.copiedFiles.map { .number($0) } ?? .null),
          ("folder", .string(ready.folder)),
        ]
      )
    case .phaseStarted(let phase): ("phaseStarted", [("phase", .string(phase.rawValue))])
    case .phaseSkipped(let phase, let option):
      ("phaseSkipped", [("option", .string(option)), ("phase", .string(phase.rawValue))])
    case .commandStarted(let command, let phase):
      ("commandStarted", RunWire.command(command, phase) + [("text", .string(command.text))])
    case .output: ("output", [])
    case .commandFinished(let result): ("commandFinished", RunWire.result(result))
    case .phaseFinished(let result): ("phaseFinished", RunWire.phase(result))
    case .notice(let notice): ("notice", RunPlanDocument.fields(notice))
    case .runtimeStep(let step): ("runtimeStep", RunWire.step(step))
    case .cacheStep(let step): ("cacheStep", RunWire.step(step))
    case .artifactStep(let step): ("artifactStep", RunWire.step(step))
    case .artifactReady(let artifact): ("artifactReady", RunWire.artifact(artifact))
    case .reportReady(let report): ("reportReady", RunWire.report(report))
    case .parityCompared(let findings): ("parityCompared", RunWire.parity(findings))
    case .buildFinished(let result): ("buildFinished", RunWire.build(result))
    }
  }

  private static func command(_ command: PlannedCommand, _ phase: BuildPhase) -> Fields {
    [
      ("index", .number(command.index)), ("list", .string(command.list.rawValue)),
      ("phase", .string(phase.rawValue)), ("place", RunPlanDocument.json(command.place)),
    ]
  }

  private static func result(_ result: CommandResult) -> Fields {
    var fields = command(result.command, result.phase)
    fields.append(("microseconds", .number(Int(result.finishedAt.since(result.startedAt)))))
    fields.append(("stopped", .bool(result.wasStopped)))
    switch result.outcome {
    case .exited(let status): fields.append(("exitStatus", .number(Int(status))))
    case .shellLost: fields.append(("exitStatus", .null))
    }
    fields.append(("meaning", .optional(RunWords.meaning(of: result.outcome))))
    return fields
  }

  package static func phase(_ result: PhaseResult) -> Fields {
    [
      ("code", .optional(result.context?.code)), ("message", .optional(result.context?.message)),
      ("microseconds", .number(Int(result.microseconds))),
      ("phase", .string(result.phase.rawValue)), ("status", .string(result.status.rawValue)),
    ]
  }

  private static func step(_ step: ArtifactStep) -> Fields {
    switch step {
    case .report(let name): [("group", .string(name)), ("step", .string("report"))]
    case .secondary(let name): [("identifier", .string(name)), ("step", .string("secondary"))]
    case .expandingBase(let path): [("path", .string(path)), ("step", .string("expandingBase"))]
    case .expandingFiles(let base): [("path", .string(base)), ("step", .string("expandingFiles"))]
    case .expanding(let path): [("path", .string(path)), ("step", .string("expanding"))]
    case .skipping(let path): [("path", .string(path)), ("step", .string("skipping"))]
    case .folderNamed(let path): [("path", .string(path)), ("step", .string("folderNamed"))]
    case .linkLeftOut(let path): [("path", .string(path)), ("step", .string("linkLeftOut"))]
    case .linkNotFollowed(let path):
      [("path", .string(path)), ("step", .string("linkNotFollowed"))]
    case .found(let count): [("files", .number(count)), ("step", .string("found"))]
    case .collision(let name, let kept, let dropped):
      [
        ("dropped", .string(dropped)), ("kept", .string(kept)), ("name", .string(name)),
        ("step", .string("collision")),
      ]
    }
  }

  package static func artifact(_ artifact: ArtifactResult) -> Fields {
    [
      ("archive", .optional(artifact.archive)), ("files", .number(artifact.fileCount)),
      ("folder", .optional(artifact.folder)),
      ("identifier", .optional(artifact.identifier)), ("name", .optional(artifact.name)),
    ]
  }

  package static func report(_ report: ReportResult) -> Fields {
    [
      ("files", .number(report.fileCount)), ("folder", .optional(report.folder)),
      ("format", .string(report.format)), ("group", .string(report.group)),
    ]
  }

  /// What is the same is only counted.
  private static func parity(_ findings: [ParityFinding]) -> Fields {
    func listed(_ parity: Parity) -> JSONValue {
      .array(findings.filter { $0.parity == parity }.map(RunParityDocument.json))
    }
    return [
      ("approximated", listed(.approximated)),
      ("same", .number(findings.count { $0.parity == .same })), ("skipped", listed(.skipped)),
    ]
  }

  /// The first command that failed the build, or null.
  package static func failed(_ result: CommandResult?) -> JSONValue {
    guard let result else { return .null }
    return .object(self.result(result) + [("text", .string(result.command.text))])
  }

  private static func build(_ result: BuildResult) -> Fields {
    let exported = result.exportedVariables.sorted { $0.key < $1.key }.map { name, value in
      (key: name, value: JSONValue.string(SecretNames.masked(value, of: name)))
    }
    return [
      ("exportedVariables", .object(exported)),
      ("failedCommand", failed(result.failedCommand)),
      ("microseconds", .number(Int(result.microseconds))),
      ("status", .string(result.status.rawValue)),
    ]
  }
}
