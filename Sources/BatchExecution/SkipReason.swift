package import BuildPlanning

/// Why a build of a batch was never started.
package enum SkipReason: Hashable, Sendable {
  /// The plan leaves it out.
  case leftOut(LeftOut)
  /// It waits for this build, which failed.
  case parentFailed(Int)
  /// It waits for this build, which was not run.
  case parentSkipped(Int)
  /// The batch ended early: another build failed and `fast-fail` is on, or somebody stopped it.
  case batchEnded
}
