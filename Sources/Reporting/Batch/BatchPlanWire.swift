import BuildPlanning

/// A plan of a batch inside of its first event.
enum BatchPlanWire {
  static func json(_ plan: BatchPlan) -> JSONValue {
    [
      "buildspec": .string(plan.buildspecPath),
      "builds": .array(plan.builds.map { json($0, plan) }),
      "fastFail": .bool(plan.failsFast), "kind": .string(plan.kind.rawValue),
      "notices": .array(plan.notices.map { .object(RunPlanDocument.fields($0)) }),
    ]
  }

  private static func json(_ build: PlannedBuild, _ plan: BatchPlan) -> JSONValue {
    let parents = build.parents.filter(plan.builds.indices.contains)
    return [
      "buildspec": .optional(build.buildspec),
      "debugSession": .bool(build.wantsDebugSession),
      "dependsOn": .array(parents.map { .string(plan.builds[$0].identifier) }),
      "environment": json(build.environment), "identifier": .string(build.identifier),
      "ignoreFailure": .bool(build.ignoresFailure),
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
