import BatchExecution
import BuildExecution
import BuildPlanning

/// The end of a batch for people: its builds, what they have left, and where the time went.
struct BatchSummary {
  let progress: BatchProgress
  let result: BatchResult
  let style: Style
  /// Whether every build is in the table, however many there are.
  let isComplete: Bool

  /// Builds, report groups or variables that are all told; of more only some.
  private static let limit = 30
  /// Microseconds of waiting that are worth a word.
  private static let wait: Int64 = 100_000
  /// Builds at each end of a critical path that are told when it is long.
  private static let pathEnd = 5

  private var names: BuildNames { progress.names }
  private var words: BatchWords { BatchWords(names: names) }
  private var ends: BatchEnds { BatchEnds(result, builds: progress.builds) }

  /// All of it, with the status as the last line.
  var lines: [String] { [table, totals, exports, times].flatMap { $0 } + [status] }

  /// Only what did not go well.
  var troubleLines: [String] {
    let ends = ends
    return rows(limited(ends.failed + ends.ignored) + limited(ends.skipped)) + [status]
  }

  private var status: String {
    let text = words.status(result, builds: progress.builds)
    let word = result.status.rawValue
    return BatchMarks(style: style).styled(word, result.status) + text.dropFirst(word.count)
  }

  // MARK: Builds

  private var table: [String] {
    let count = result.outcomes.count
    if isComplete || count <= Self.limit { return rows(Array(0..<count)) }
    let ends = ends
    let path = Set(result.criticalPath.prefix(Self.limit))
    let shown = Set(
      limited(ends.failed) + limited(ends.ignored) + limited(ends.stopped)
        + limited(ends.skipped)
    ).union(path)
    let counts = [
      (ends.succeeded, "succeeded"), (ends.failed + ends.ignored, "failed"),
      (ends.stopped, "stopped"), (ends.skipped, "skipped"), (ends.done, "had succeeded before"),
    ].filter { !$0.0.isEmpty }.map { "\($0.0.count) \($0.1)" }
    return rows(shown.sorted()) + [style.dim("  \(count) builds: \(list(counts))")]
  }

  private func limited(_ builds: [Int]) -> [Int] { Array(builds.prefix(Self.limit)) }

  private func rows(_ builds: [Int]) -> [String] {
    BatchTable(
      result: result, progress: progress, style: style, mentionedWait: Self.wait
    ).rows(builds)
  }

  // MARK: What builds have left

  private var totals: [String] {
    let groups = progress.totals.reports.sorted { $0.key < $1.key }
    var lines = groups.prefix(Self.limit).map { group, files in
      "  report \(PlainText.name(group)): \(counted(files, option: "--reports"))"
    }
    if groups.count > Self.limit {
      lines.append("  … and \(groups.count - Self.limit) more report groups")
    }
    let artifacts = progress.totals.artifacts
    if !artifacts.builds.isEmpty {
      lines.append("  artifacts: \(counted(artifacts, option: "--artifacts"))")
    }
    return lines
  }

  private func counted(_ files: BatchTotals.Files, option: String) -> String {
    let note = files.areOnlyFound ? ", found, not written without \(option)" : ""
    return "\(BatchWords.counted(files.count, "file")) of "
      + "\(BatchWords.counted(files.builds.count, "build"))\(note)"
  }

  private var exports: [String] {
    let lines = result.outcomes.enumerated().flatMap { build, outcome -> [String] in
      guard case .built(let end) = outcome else { return [] }
      return end.exportedVariables.sorted { $0.key < $1.key }.map { name, value in
        let shown = PlainText.name(SecretNames.masked(value, of: name))
        return "  \(names.padded(build))  exported \(PlainText.name(name))=\(shown)"
      }
    }
    if isComplete || lines.count <= Self.limit { return lines }
    return lines.prefix(Self.limit) + [
      "  … and \(lines.count - Self.limit) more exported variables"
    ]
  }

  // MARK: Time

  private var times: [String] {
    let built = result.outcomes.compactMap { outcome -> Int64? in
      guard case .built(let end) = outcome else { return nil }
      return end.microseconds
    }
    guard !built.isEmpty else { return [] }
    let sum = RunTime.duration(built.reduce(0, +))
    var lines = [style.dim("  critical path: \(path)")]
    lines.append(
      style.dim(
        "  \(BatchWords.counted(built.count, "build")) in \(RunTime.duration(result.microseconds)), "
          + "\(sum) one after the other"))
    if result.waitingTime > Self.wait {
      let time = RunTime.duration(result.waitingTime)
      lines.append(
        style.dim(
          "  lost to the limit of \(BatchWords.counted(progress.jobs, "build")) at once (-j): "
            + "\(time), in which builds of the critical path waited for a slot"))
    }
    return result.criticalPath.isEmpty ? Array(lines.dropFirst()) : lines
  }

  /// `a 1.20 s → b 3.00 s, together 4.20 s`.
  private var path: String {
    var steps = result.criticalPath.map { build in
      guard result.outcomes.indices.contains(build), case .built(let end) = result.outcomes[build]
      else { return names[build] }
      return "\(names[build]) \(RunTime.duration(end.microseconds))"
    }
    if steps.count == 1 { return steps[0] }
    let hidden = steps.count - 2 * Self.pathEnd
    if hidden > 1 {
      let middle = Self.pathEnd..<(steps.count - Self.pathEnd)
      steps.replaceSubrange(middle, with: ["… \(hidden) more …"])
    }
    return steps.joined(separator: " → ") + ", together \(RunTime.duration(result.criticalTime))"
  }

  private func list(_ parts: [String]) -> String { parts.joined(separator: ", ") }
}
