package import BuildPlanning

/// How near a build comes to one on the service, as JSON, version 1.
package enum RunParityDocument {
  package static let schemaVersion = 1

  package static func render(_ plan: RunPlan) -> String {
    let value: JSONValue = [
      "buildspec": .string(plan.buildspecPath),
      "engine": .string(plan.container?.engine.rawValue ?? "host"),
      "entries": .array(plan.parity.map(json)), "image": .optional(plan.container?.image),
      "schemaVersion": .number(schemaVersion),
    ]
    return value.text(indent: 2) + "\n"
  }

  static func json(_ finding: ParityFinding) -> JSONValue {
    [
      "key": .string(finding.key), "parity": .string(finding.parity.rawValue),
      "place": finding.place.map(RunPlanDocument.json) ?? .null,
      "reason": .optional(finding.reason), "topic": .string(finding.topic.rawValue),
    ]
  }
}
