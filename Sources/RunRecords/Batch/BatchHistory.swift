import BuildExecution
package import BuildPlanning
import SystemPackage

/// What earlier runs of a batch tell of it.
package struct BatchHistory: Sendable {
  /// The last run; `nil` when there is no record.
  package private(set) var latest: BatchOverview?
  /// Microseconds that builds took when they succeeded last, by identifier.
  package private(set) var durations: [String: Int64] = [:]

  /// Records that are looked at.
  private static let depth = 5

  /// - Parameter buildspec: of the batch, as the user named it.
  /// - Throws: `FileProblem`. A record that cannot be read is passed over.
  package init(_ batches: RunsFolder, buildspec: String) throws {
    let path = FilePath(buildspec).lexicallyNormalized()
    for folder in try batches.runs().prefix(Self.depth) {
      guard let overview = (try? BatchOverview(folder)) ?? nil,
        FilePath(overview.buildspec).lexicallyNormalized() == path, overview.status != .inProgress
      else { continue }
      latest = latest ?? overview
      for build in overview.builds where build.status == .succeeded {
        guard let time = build.microseconds else { continue }
        durations[build.identifier] = durations[build.identifier] ?? time
      }
    }
  }
}

extension BatchOverview {
  /// The plan without the builds that succeeded in this run: they count as done.
  package func leavingOutDone(_ plan: BatchPlan) -> BatchPlan {
    let done = succeeded
    var plan = plan
    for number in plan.builds.indices where done.contains(plan.builds[number].identifier) {
      plan.builds[number].leftOut = .done(id.description)
    }
    return plan
  }
}
