package import BuildPlanning
import BuildspecModel

/// A plan for people: sections with aligned columns.
package enum RunPlanText {
  package static func render(_ plan: RunPlan, style: Style) -> String {
    var sections = [head(plan, style)]
    sections += plan.phases.map { phase($0, style) }
    if !plan.variables.isEmpty {
      sections.append(section("environment", variableRows(plan), style))
    }
    let toFetch = plan.isOffline ? "to be given, since nothing is fetched" : "to fetch"
    sections.append(section(toFetch, referenceRows(plan), style))
    sections += plan.artifacts.map { artifact($0, plan, style) }
    sections.append(section("exported variables", plan.exportedVariables, style))
    sections.append(section("cache", cacheRows(plan), style))
    sections += plan.reports.map { section("report \($0.name)", reportRows($0), style) }
    sections.append(section("batch", batchRows(plan), style))
    sections.append(section("notices", plan.notices.map(words), style))
    return sections.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// One row for each variable: name, value, origin.
  static func variableRows(_ plan: RunPlan) -> [String] {
    columns(
      plan.variables.map { variable in
        let value =
          switch variable.value {
          case .text(let text): oneLine(SecretNames.masked(text, of: variable.name))
          case .atRun(let value): value.rawValue
          case .secret, .fetched: SecretNames.mask
          }
        let losers = variable.overrides.map(\.description).joined(separator: ", ")
        let over = losers.isEmpty ? "" : ", over \(losers)"
        return [variable.name, value, "(\(variable.origin)\(over))"]
      })
  }

  private static func head(_ plan: RunPlan, _ style: Style) -> String {
    var rows = [
      ["version", plan.version ?? "none"],
      ["source", plan.source.directory + (plan.source.isInPlace ? " (in place)" : " (copied)")],
    ]
    rows += plan.secondarySources.map { ["source", "\($0.identifier)=\($0.directory) (copied)"] }
    let isolation = plan.isolatesCommands ? " (a new one for each command)" : ""
    rows.append(["shell", plan.shell + isolation])
    if let container = plan.container { rows += containerRows(container) }
    if !plan.runtimes.isEmpty {
      let list = plan.runtimes.map { "\($0.runtime) \($0.version)" }.joined(separator: ", ")
      rows.append(["runtimes", list])
    }
    if let seconds = plan.timeoutSeconds { rows.append(["timeout", "\(seconds) s"]) }
    return section(plan.buildspecPath, columns(rows), style)
  }

  private static func containerRows(_ container: PlannedContainer) -> [[String]] {
    var rows = [
      ["engine", container.engine.rawValue],
      ["image", "\(container.image) (pull: \(container.pull.rawValue))"],
    ]
    if let platform = container.platform { rows.append(["platform", platform]) }
    if let type = container.computeType, let limits = container.limits {
      rows.append(["compute type", "\(type) (\(limits.processors) CPUs, \(limits.memory) GiB)"])
    }
    if let network = container.network { rows.append(["network", network]) }
    var extras: [String] = []
    if container.isPrivileged { extras.append("privileged") }
    if container.hasEngineSocket { extras.append("socket of the engine") }
    if container.bindsSource { extras.append("source is mounted") }
    if let keep = container.keep { extras.append("kept: \(keep.rawValue)") }
    if !extras.isEmpty { rows.append(["container", list(extras)]) }
    return rows
  }

  private static func phase(_ phase: PlannedPhase, _ style: Style) -> String {
    var title = phase.name.logName
    if let option = phase.skippedBy { title += " (left out by \(option))" }
    if let user = phase.runAs { title += " (as \(user))" }
    if phase.onFailure != .standard { title += " (on failure: \(phase.onFailure.rawValue))" }
    if let retry = phase.retry {
      title +=
        " (on failure: up to \(retry.count) retries of the build when \(retry.pattern) matches)"
    }
    var rows = phase.commands.flatMap { command($0, style) }
    if !phase.finally.isEmpty {
      rows.append("finally:")
      rows += phase.finally.flatMap { command($0, style) }
    }
    return section(title, rows.isEmpty ? ["(no commands)"] : rows, style)
  }

  private static func command(_ command: PlannedCommand, _ style: Style) -> [String] {
    var lines = command.text.split(separator: "\n", omittingEmptySubsequences: false)
    while lines.last?.isEmpty == true { lines.removeLast() }
    let first = "$ \(lines.first ?? "")  " + style.dim(command.place.description)
    return [first] + lines.dropFirst().map { "> \($0)" }
  }

  private static func artifact(
    _ artifact: PlannedArtifact, _ plan: RunPlan, _ style: Style
  ) -> String {
    var rows = [["files", artifact.files.map { list($0.map(\.text)) } ?? "(none given)"]]
    if let base = artifact.baseDirectory { rows.append(["base-directory", base.text]) }
    if !artifact.excludePaths.isEmpty {
      rows.append(["exclude-paths", list(artifact.excludePaths.map(\.text))])
    }
    if artifact.discardPaths { rows.append(["discard-paths", "yes"]) }
    if let name = artifact.name { rows.append(["name", name.text]) }
    if artifact.enableSymlinks { rows.append(["enable-symlinks", "yes"]) }
    if let prefix = artifact.s3Prefix { rows.append(["s3-prefix", prefix.text]) }
    rows.append(["written to", place(of: artifact, plan) ?? "nowhere, without --artifacts"])
    let title = artifact.identifier.map { "artifact \($0)" } ?? "artifacts"
    return section(title, columns(rows), style)
  }

  private static func place(of artifact: PlannedArtifact, _ plan: RunPlan) -> String? {
    guard let root = plan.artifactsFolder else { return nil }
    if plan.packaging == .zip { return "\(root), as a ZIP archive" }
    return artifact.identifier.map { "\(root)/\($0)" } ?? root
  }

  private static func referenceRows(_ plan: RunPlan) -> [String] {
    columns(
      plan.references.map { reference in
        let origin = reference.place?.description ?? "project"
        return [reference.name, reference.store.rawValue, reference.reference, "(\(origin))"]
      })
  }

  private static func cacheRows(_ plan: RunPlan) -> [String] {
    guard let cache = plan.cache else { return [] }
    var rows = [["paths", list(cache.paths.map(\.text))]]
    if let key = cache.key { rows.append(["key", key.text]) }
    if !cache.fallbackKeys.isEmpty {
      rows.append(["fallback-keys", list(cache.fallbackKeys.map(\.text))])
    }
    if let action = cache.action { rows.append(["action", action]) }
    return columns(rows)
  }

  private static func reportRows(_ report: PlannedReport) -> [String] {
    var rows = [["files", list(report.files)], ["file-format", report.fileFormat ?? "JUNITXML"]]
    if let base = report.baseDirectory { rows.append(["base-directory", base]) }
    if report.discardPaths { rows.append(["discard-paths", "yes"]) }
    return columns(rows)
  }

  private static func batchRows(_ plan: RunPlan) -> [String] {
    guard let batch = plan.batch else { return [] }
    let count = batch.count.map { "\($0) builds" } ?? "an unknown number of builds"
    return ["\(batch.kind): \(count)"] + batch.identifiers
  }

  /// `buildspec.yml:3:5: cache: ...`
  static func words(_ notice: PlanNotice) -> String {
    (notice.place.map { "\($0): " } ?? "") + "\(notice.key): \(notice.message)"
  }

  static func section(_ title: String, _ rows: [String], _ style: Style) -> String {
    guard !rows.isEmpty else { return "" }
    return style.bold(title) + "\n" + rows.map { "  \($0)\n" }.joined()
  }

  private static func list(_ texts: [String]) -> String { texts.joined(separator: ", ") }

  private static func oneLine(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { PlainText.name(String($0)) }
      .joined(separator: "\\n")
  }

  /// Rows whose cells but the last are padded to the same width.
  static func columns(_ rows: [[String]]) -> [String] {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      // One long value must not push all the others to the right.
      min(40, rows.compactMap { $0.indices.contains(column) ? $0[column].count : nil }.max() ?? 0)
    }
    return rows.map { row in
      row.enumerated().map { column, cell in
        guard column < row.count - 1 else { return cell }
        return cell + String(repeating: " ", count: max(0, widths[column] - cell.count) + 2)
      }.joined()
    }
  }
}
