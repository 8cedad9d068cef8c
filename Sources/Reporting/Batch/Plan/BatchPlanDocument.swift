package import BuildPlanning

/// The plan of a batch as JSON, version 1: keys sorted, secrets masked, kept apart from the inner types.
package enum BatchPlanDocument {
  package static let schemaVersion = 1

  package static func render(_ plan: BatchPlan) -> String { json(plan).text(indent: 2) + "\n" }

  static func json(_ plan: BatchPlan) -> JSONValue {
    [
      "builds": .array(plan.builds.map { json($0, plan) }),
      "buildspec": .string(plan.buildspecPath),
      "count": .number(plan.builds.count),
      "failFast": .bool(plan.failsFast),
      "kind": .string(plan.kind.rawValue),
      "leftOut": .number(plan.builds.count { $0.leftOut != nil }),
      "notices": .array(plan.notices.map { .object(RunPlanDocument.fields($0)) }),
      "schemaVersion": .number(schemaVersion),
    ]
  }

  private static func json(_ build: PlannedBuild, _ plan: BatchPlan) -> JSONValue {
    [
      "buildspec": .optional(build.buildspec),
      "debugSession": .bool(build.wantsDebugSession),
      "dependsOn": .array(build.parents.map { .string(plan.builds[$0].identifier) }),
      "environment": json(build.environment),
      "identifier": .string(build.identifier),
      "ignoreFailure": .bool(build.ignoresFailure),
      "leftOut": build.leftOut.map {
        ["kind": .string($0.kind), "reason": .string($0.words)]
      } ?? .null,
      "place": build.place.map(RunPlanDocument.json) ?? .null,
      "shard": build.shard.map { ["count": .number($0.count), "number": .number($0.number)] }
        ?? .null,
    ]
  }

  private static func json(_ environment: BatchBuildEnvironment) -> JSONValue {
    [
      "computeType": .optional(environment.computeType), "fleet": .optional(environment.fleet),
      "image": .optional(environment.image), "privileged": .optional(environment.isPrivileged),
      "type": .optional(environment.type),
      "variables": .array(
        environment.variables.map {
          [
            "name": .string($0.name), "place": RunPlanDocument.json($0.place),
            "value": .string(SecretNames.masked($0.value, of: $0.name)),
          ]
        }),
    ]
  }
}
