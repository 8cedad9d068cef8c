import BatchExecution
import BuildExecution
import BuildPlanning

/// Sentences that more than one report of a batch uses.
struct BatchWords {
  let names: BuildNames

  /// Names that a list has before it is cut.
  private static let listed = 10

  /// Why a build was not started.
  func skip(_ reason: SkipReason) -> String {
    switch reason {
    case .leftOut(.option(let option)): "left out by \(PlainText.name(option))"
    case .leftOut(.done(let batch)): "has succeeded in \(batch)"
    case .leftOut(.unsupported(let reason)): BuildFailure.firstLine(reason)
    case .parentFailed(let parent): "waits for \(names[parent]), which failed"
    case .parentSkipped(let parent): "waits for \(names[parent]), which was skipped"
    case .batchEnded: "the batch ended before it could start"
    }
  }

  /// `a, b, … and 3 more`.
  func list(_ builds: [Int]) -> String {
    let shown = builds.count > Self.listed + 1 ? builds.prefix(Self.listed) : builds[...]
    let more = builds.count - shown.count
    let list = shown.map { names[$0] }.joined(separator: ", ")
    return more > 0 ? "\(list), … and \(more) more" : list
  }

  /// The end of a batch, such as `SUCCEEDED, 2 of 5 builds were skipped: a, b` or `FAILED: a`.
  func status(_ result: BatchResult, builds: [PlannedBuild]) -> String {
    let ends = BatchEnds(result, builds: builds)
    let cause = cause(result, ends)
    let all = "of \(Self.counted(result.outcomes.count, "build"))"
    var parts: [String] = []
    if !ends.ignored.isEmpty {
      let are = ends.ignored.count == 1 ? "is" : "are"
      parts.append("\(ends.ignored.count) \(all) failed and \(are) ignored: \(list(ends.ignored))")
    }
    if !ends.stopped.isEmpty {
      parts.append("\(ends.stopped.count) \(all) \(Self.were(ends.stopped)) stopped")
    }
    if !ends.skipped.isEmpty {
      let skipped = "\(Self.were(ends.skipped)) skipped: \(list(ends.skipped))"
      parts.append("\(ends.skipped.count) \(all) \(skipped)")
    }
    if !ends.done.isEmpty { parts.append("\(ends.done.count) \(all) had succeeded before") }
    let rest = parts.joined(separator: "; ")
    // Names are separated by commas.
    let separator = rest.isEmpty ? "" : cause.isEmpty ? ", " : "; "
    return result.status.rawValue + cause + separator + rest
  }

  /// `buildspec.yml  build-graph, 5 builds, 2 at once  local:0000`.
  static func head(_ start: BatchStart, style: Style) -> String {
    let plan = start.plan
    let facts =
      "\(plan.kind.rawValue), \(counted(plan.builds.count, "build")), \(start.jobs) at once"
    return style.bold(plan.buildspecPath) + "  \(facts)" + style.dim("  \(start.identifier)")
  }

  static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  private static func were(_ builds: [Int]) -> String { builds.count == 1 ? "was" : "were" }

  private func cause(_ result: BatchResult, _ ends: BatchEnds) -> String {
    let failed = ends.failed.isEmpty ? "" : ": \(list(ends.failed))"
    return switch result.stopReason {
    case .signal(let number): " by signal \(number)" + (failed.isEmpty ? "" : ", failed\(failed)")
    case .fault(let message): ": \(BuildFailure.firstLine(message))"
    case .timeout: failed.isEmpty ? "" : ", failed\(failed)"
    case .batchFailed, nil: failed
    }
  }
}
