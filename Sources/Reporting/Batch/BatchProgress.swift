import BatchExecution
import BuildExecution
import BuildPlanning

/// What is known of a batch while it goes on, for those who show it.
struct BatchProgress {
  private(set) var builds: [PlannedBuild] = []
  private(set) var names = BuildNames([])
  private(set) var jobs = 0
  /// By number of the build.
  private(set) var running: [Int: BuildProgress] = [:]
  /// Why builds failed, by number of the build.
  private(set) var reasons: [Int: String] = [:]
  private(set) var totals = BatchTotals()
  private(set) var succeeded = 0
  private(set) var failed = 0
  private(set) var skipped = 0

  var waiting: Int { builds.count - running.count - succeeded - failed - skipped }

  mutating func receive(_ event: BatchEvent) {
    switch event {
    case .batchStarted(let start):
      builds = start.plan.builds
      names = BuildNames(builds)
      jobs = start.jobs
    case .buildSkipped: skipped += 1
    case .buildStarted(let build, let start): running[build] = BuildProgress(start)
    case .build(let build, let event):
      running[build]?.receive(event)
      totals.receive(event, of: build)
    case .buildFinished(let build, let result): finish(build, result)
    case .notice, .batchFinished: break
    }
  }

  /// Why a build that ends now has failed; asked before its end is received.
  func failure(of build: Int, at result: BatchBuildResult) -> BuildFailure? {
    let progress = running[build] ?? BuildProgress(result.start)
    return progress.failure(at: result)
  }

  /// See `BuildProgress.lastLine`; empty for a build that does not run.
  mutating func lastLine(of build: Int) -> String { running[build]?.lastLine() ?? "" }

  private mutating func finish(_ build: Int, _ result: BatchBuildResult) {
    let failure = failure(of: build, at: result)
    if let reason = failure?.reason, !reason.isEmpty { reasons[build] = reason }
    if result.status == .succeeded { succeeded += 1 } else { failed += 1 }
    running[build] = nil
  }
}
