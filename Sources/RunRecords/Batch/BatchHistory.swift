import BuildExecution
package import BuildPlanning
import SystemPackage

/// What earlier runs of a batch tell of it. A record that cannot be read is passed over.
package struct BatchHistory: Sendable {
  private let folders: [RunFolder]
  private let buildspec: FilePath

  /// Records that are looked at.
  private static let depth = 5

  /// - Parameter buildspec: of the batch, as the user named it.
  /// - Throws: `FileProblem`.
  package init(_ batches: RunsFolder, buildspec: String) throws {
    folders = Array(try batches.runs().prefix(Self.depth))
    self.buildspec = FilePath(buildspec).lexicallyNormalized()
  }

  /// The last run; `nil` when there is no record.
  package var latest: BatchOverview? {
    for folder in folders { if let overview = overview(folder) { return overview } }
    return nil
  }

  /// Microseconds that builds took when they succeeded last, by identifier. No more records are read
  /// than that takes.
  package func durations(of plan: BatchPlan) -> [String: Int64] {
    var unknown = Set(plan.builds.map(\.identifier))
    var durations: [String: Int64] = [:]
    for folder in folders where !unknown.isEmpty {
      for build in overview(folder)?.builds ?? [] where build.status == .succeeded {
        guard let time = build.microseconds else { continue }
        if unknown.remove(build.identifier) != nil { durations[build.identifier] = time }
      }
    }
    return durations
  }

  private func overview(_ folder: RunFolder) -> BatchOverview? {
    guard let overview = (try? BatchOverview(folder)) ?? nil,
      FilePath(overview.buildspec).lexicallyNormalized() == buildspec,
      overview.status != .inProgress
    else { return nil }
    return overview
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
