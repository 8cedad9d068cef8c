package import BatchExecution
package import BuildExecution
package import BuildPlanning

/// Version 1 of what is written about the events of a batch itself; see `RunWire` for those of its builds.
package struct BatchWire {
  private let builds: [PlannedBuild]

  package init(builds: [PlannedBuild]) {
    self.builds = builds
  }

  /// An event as one line in UTF-8, without its line feed; `nil` for an event of a build.
  package func line(of event: BatchEvent, at time: Timestamp) -> [UInt8]? {
    guard let (name, member, fields) = fields(of: event) else { return nil }
    let head = RunWire.head(name, time, member: member.map(self.member))
    return JSONValue.object(head + fields).bytes()
  }

  /// The identifier of a build.
  func member(_ build: Int) -> String {
    builds.indices.contains(build) ? builds[build].identifier : "#\(build + 1)"
  }

  private typealias Event = (name: String, member: Int?, fields: RunWire.Fields)

  private func fields(of event: BatchEvent) -> Event? {
    switch event {
    case .batchStarted(let start): ("batchStarted", nil, Self.fields(start))
    case .notice(let notice): ("notice", nil, RunPlanDocument.fields(notice))
    case .buildSkipped(let build, let reason): ("memberSkipped", build, fields(reason))
    case .buildStarted(let build, let start): ("memberStarted", build, Self.fields(start))
    case .buildFinished(let build, let result): ("memberFinished", build, Self.fields(result))
    case .batchFinished(let result): ("batchFinished", nil, fields(result))
    case .build: nil
    }
  }

  private static func fields(_ start: BatchStart) -> RunWire.Fields {
    [
      ("batch", .string(start.identifier)), ("jobs", .number(start.jobs)),
      ("plan", BatchPlanDocument.json(start.plan)),
    ]
  }

  private func fields(_ reason: SkipReason) -> RunWire.Fields {
    let words = BatchWords(names: BuildNames(builds)).skip(reason)
    let (name, parent): (String, Int?) =
      switch reason {
      case .leftOut(.option): ("option", nil)
      case .leftOut(.done): ("done", nil)
      case .leftOut(.unsupported): ("unsupported", nil)
      case .parentFailed(let parent): ("parentFailed", parent)
      case .parentSkipped(let parent): ("parentSkipped", parent)
      case .batchEnded: ("batchEnded", nil)
      }
    return [
      ("message", .string(words)), ("parent", .optional(parent.map(member))),
      ("reason", .string(name)),
    ]
  }

  private static func fields(_ start: BatchBuildStart) -> RunWire.Fields {
    [
      ("readyAt", .string(RunTime.iso(start.readyAt))), ("run", .optional(start.run)),
      ("waitedMicroseconds", .number(Int(start.waited))),
    ]
  }

  private static func fields(_ result: BatchBuildResult) -> RunWire.Fields {
    let exported = result.exportedVariables.sorted { $0.key < $1.key }.map { name, value in
      (key: name, value: JSONValue.string(SecretNames.masked(value, of: name)))
    }
    return [
      ("exportedVariables", .object(exported)), ("failure", .optional(result.failure)),
      ("microseconds", .number(Int(result.microseconds))), ("problem", .optional(result.problem)),
      ("status", .string(result.status.rawValue)),
      ("waitedMicroseconds", .number(Int(result.start.waited))),
    ]
  }

  private func fields(_ result: BatchResult) -> RunWire.Fields {
    let ends = BatchEnds(result, builds: builds)
    return [
      ("criticalMicroseconds", .number(Int(result.criticalTime))),
      ("criticalPath", members(result.criticalPath)), ("done", members(ends.done)),
      ("failed", members(ends.failed)), ("ignored", members(ends.ignored)),
      ("microseconds", .number(Int(result.microseconds))), ("skipped", members(ends.skipped)),
      ("status", .string(result.status.rawValue)), ("stopped", members(ends.stopped)),
      ("stopReason", .optional(result.stopReason.map(Self.text))),
      ("succeeded", members(ends.succeeded)),
      ("waitedMicroseconds", .number(Int(result.waitingTime))),
    ]
  }

  private func members(_ builds: [Int]) -> JSONValue {
    .array(builds.map { .string(member($0)) })
  }

  private static func text(_ reason: StopReason) -> String {
    switch reason {
    case .signal(let number): "signal \(number)"
    case .timeout: "timeout"
    case .batchFailed: "fast-fail"
    case .fault(let message): message
    }
  }
}
