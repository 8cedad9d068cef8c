import BatchExecution
import BuildExecution
import BuildPlanning
import Reporting
import RunRecords

/// Builds the builds of a batch with what `run` is made of.
final class BatchBuilds: BatchBuilder {
  private let batch: BatchJob
  private let stream: BatchStream
  /// Where their records go; `nil` records nothing.
  private let runs: RunsFolder?
  private let recordLimit: Int?
  /// Where artifacts wait to be combined.
  private let combination: ArtifactCombination?
  private let host: Host
  /// What can wait until other builds have their turn.
  private let cleanup = Cleanup()

  init(
    _ batch: BatchJob, stream: BatchStream, runs: RunsFolder?, recordLimit: Int?,
    combination: ArtifactCombination?, host: Host
  ) {
    self.batch = batch
    self.stream = stream
    self.runs = runs
    self.recordLimit = recordLimit
    self.combination = combination
    self.host = host
  }

  func run(
    _ build: Int, stop: StopControl, onStart: (String?) -> Void
  ) async -> BatchBuildEnd {
    guard var job = batch.job(of: build) else {
      onStart(nil)
      return BatchBuildEnd(status: .fault)
    }
    if let combination { job.artifacts = combination.staging }
    let recording = RunRecording(
      RunSubject(job.plan, mask: SecretMask(job.secrets.values)), in: runs, limit: recordLimit,
      host: host)
    onStart(recording.id)
    let events = recording.stream(to: stream.sink(of: build))
    let runner = Runner(
      host: host, engine: BuildEngine.of(job.plan, host: host), events: events, stop: stop)
    do {
      let result = try await runner.run(job, cleanup: cleanup)
      let status = ExitStatus.of(result.status, result.stopReason)
      cleanup.add { await recording.finish(exitStatus: status) }
      return end(of: result, events)
    } catch {
      let reason = events.masked("\(error)")
      await recording.finish(exitStatus: ExitStatus.fault.rawValue, reason: reason)
      return BatchBuildEnd(status: .fault, problem: reason)
    }
  }

  /// Returns when nothing is left to do.
  func finish() async { await cleanup.finish() }

  func complete(_ builds: [Int]) throws -> PlanNotice? {
    guard let combination else { return nil }
    let identifiers = builds.map { batch.plan.builds[$0].identifier }
    guard let combined = try combination.combine(identifiers) else { return nil }
    let message = "those of all builds, \(combined.fileCount) files, are in \(combined.place)"
    return PlanNotice(key: "artifacts", message: message, place: nil)
  }

  private func end(of result: BuildResult, _ events: EventStream) -> BatchBuildEnd {
    var end = BatchBuildEnd(status: result.status, exportedVariables: result.exportedVariables)
    if case .fault(let message) = result.stopReason { end.problem = events.masked(message) }
    if let failed = result.failedCommand, result.status == .failed {
      end.failure = events.masked("\(failed.command.place): \(failed.outcome.reason)")
    } else if result.status == .failed {
      let context = result.phases.lazy.compactMap(\.context).first
      end.failure = context.map { events.masked($0.message) }
    }
    return end
  }
}
