import BuildExecution
import Reporting

extension RunSummary {
  static let schemaVersion = 1

  /// The text of `run.json`.
  func document() -> String {
    let document: JSONValue = [
      "schemaVersion": .number(Self.schemaVersion),
      "id": .string(id.description),
      "status": .string(status.text),
      "exitStatus": exitStatus.map { .number(Int($0)) } ?? .null,
      "reason": .optional(reason),
      "startedAt": .string(RunTime.iso(startedAt)),
      "finishedAt": .optional(finishedAt.map(RunTime.iso)),
      "microseconds": finishedAt.map { .number(Int($0.since(startedAt))) } ?? .null,
      "build": .optional(build),
      "buildspec": .string(subject.buildspec),
      "engine": .string(subject.engine),
      "image": .optional(subject.image),
      "shell": .optional(subject.shell),
      "source": source,
      "tool": toolDocument,
      "phases": .array(phases.map { .object(RunWire.phase($0)) }),
      "failedCommand": RunWire.failed(failedCommand),
      "exportedVariables": .array(exportedVariables.map { .string($0) }),
      "artifacts": .array(artifacts.map { .object(RunWire.artifact($0)) }),
      "reports": .array(reports.map { .object(RunWire.report($0)) }),
      "output": outputDocument,
      "recordProblem": .optional(problem),
    ]
    return document.text(indent: 2) + "\n"
  }

  private var source: JSONValue {
    [
      "directory": .string(subject.directory), "inPlace": .bool(subject.isInPlace),
      "version": .optional(subject.sourceVersion),
    ]
  }

  private var toolDocument: JSONValue {
    [
      "machine": .string(tool.process.machine), "process": .number(Int(tool.process.process)),
      "version": .string(tool.version),
    ]
  }

  private var outputDocument: JSONValue {
    [
      "bytes": .number(output.written), "recordedBytes": .number(output.recorded),
      "truncated": .bool(output.recorded < output.written),
    ]
  }
}
