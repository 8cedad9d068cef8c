package import BuildspecModel
import Diagnostics

/// Makes the plan of a batch. It works on values alone: it reads no file and starts no process.
package enum BatchPlanner {
  /// The plan of a file's `batch`, with all its builds.
  /// - Parameter isOnHost: whether the builds run on this machine itself and not in containers.
  /// - Returns: `nil` when the file has no builds of a batch, or has what no batch can be made of: builds
  ///   without a name of their own, that wait for each other or for others than these, or are too many.
  ///   Lint tells of all that.
  package static func plan(_ file: BuildspecFile, isOnHost: Bool) -> BatchPlan? {
    guard let batch = file.buildspec.batch, let kind = kind(of: batch),
      batch.buildCount <= Batch.buildLimit,
      let builds = builds(batch, kind, BatchScribe(source: file.source)), !builds.isEmpty
    else { return nil }
    var plan = BatchPlan(
      buildspecPath: file.source.path, kind: kind, failsFast: batch.fastFail?.value ?? false,
      builds: builds)
    plan.notices = BatchNotices.collect(file, plan, isOnHost: isOnHost)
    return plan
  }

  /// `nil` when the file names none, or several.
  private static func kind(of batch: Batch) -> BatchKind? {
    let kinds = [
      batch.list.map { _ in BatchKind.list }, batch.graph.map { _ in .graph },
      batch.matrix.map { _ in .matrix }, batch.fanout.map { _ in .fanout },
    ].compactMap(\.self)
    return kinds.count == 1 ? kinds.first : nil
  }

  private static func builds(
    _ batch: Batch, _ kind: BatchKind, _ scribe: BatchScribe
  ) -> [PlannedBuild]? {
    switch kind {
    case .list: batch.list.flatMap(scribe.list)
    case .graph: batch.graph.flatMap(scribe.graph)
    case .matrix: batch.matrix.map { MatrixPlanner($0, scribe).builds() }
    case .fanout: batch.fanout.flatMap(scribe.fanout)
    }
  }
}
