package import BuildPlanning

/// The plan of a batch for people: a tree of builds with what each has of its own.
package enum BatchPlanText {
  package static func render(_ plan: BatchPlan, style: Style) -> String {
    let rows = BatchPlanTree(plan).rows
    let width = min(48, rows.map(\.width).max() ?? 0)
    var text = style.bold(title(plan)) + "\n"
    for row in rows {
      let build = plan.builds[row.number]
      let notes = notes(row, build, plan).joined(separator: "; ")
      text += "  " + row.prefix + (build.leftOut == nil ? row.name : style.dim(row.name))
      if !notes.isEmpty {
        text += String(repeating: " ", count: max(0, width - row.width) + 2) + style.dim(notes)
      }
      text += "\n"
    }
    let notices = RunPlanText.section("notices", plan.notices.map(RunPlanText.words), style)
    return text + (notices.isEmpty ? "" : "\n" + notices)
  }

  /// `buildspec.yml: build-graph of 5 builds, 2 of them left out, fast-fail`.
  private static func title(_ plan: BatchPlan) -> String {
    let count = plan.builds.count
    let leftOut = plan.builds.count { $0.leftOut != nil }
    var parts = ["\(plan.kind.rawValue) of \(count) \(count == 1 ? "build" : "builds")"]
    if leftOut > 0 { parts.append("\(leftOut) of them left out") }
    if plan.failsFast { parts.append("fast-fail") }
    return "\(plan.buildspecPath): \(parts.joined(separator: ", "))"
  }

  private static func notes(
    _ row: BatchPlanTree.Row, _ build: PlannedBuild, _ plan: BatchPlan
  ) -> [String] {
    var own = environment(build)
    if build.ignoresFailure { own.append("ignore-failure") }
    if build.wantsDebugSession { own.append("debug-session") }
    func names(_ numbers: [Int]) -> String {
      numbers.map { PlainText.label(plan.builds[$0].identifier) }.joined(separator: ", ")
    }
    return [
      own.joined(separator: ", "),
      row.isBelowParent || build.parents.isEmpty ? "" : "after: \(names(build.parents))",
      row.isBelowParent && !row.others.isEmpty ? "also after: \(names(row.others))" : "",
      build.leftOut.map { "left out: \(PlainText.label($0.words))" } ?? "",
    ].filter { !$0.isEmpty }
  }

  private static func environment(_ build: PlannedBuild) -> [String] {
    let environment = build.environment
    let texts = [
      build.buildspec, environment.image, environment.type, environment.computeType,
      environment.fleet.map { "fleet \($0)" },
      environment.isPrivileged == true ? "privileged" : nil,
      build.shard.map { "shard \($0.number) of \($0.count)" },
    ].compactMap(\.self)
    let variables = environment.variables.map {
      "\($0.name)=\(SecretNames.masked($0.value, of: $0.name))"
    }
    return (texts + variables).map { PlainText.name($0, limit: 80) }
  }
}
