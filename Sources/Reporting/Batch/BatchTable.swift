import BatchExecution
import BuildExecution
import BuildPlanning

/// Builds of a batch that has ended, one a row: mark, name, status, time, waiting, reason.
struct BatchTable {
  let result: BatchResult
  let progress: BatchProgress
  let style: Style
  /// Microseconds of waiting for a slot above which it is told.
  let mentionedWait: Int64

  private struct Row {
    var mark: String
    var build: Int
    var status: String
    var time = ""
    var wait = ""
    var reason = ""
  }

  func rows(_ builds: [Int]) -> [String] {
    let rows = builds.filter { result.outcomes.indices.contains($0) }.map(row)
    let widths = (
      status: width(rows.map(\.status)), time: width(rows.map(\.time)),
      wait: width(rows.map(\.wait))
    )
    return rows.map { row in
      var cells = ["  \(row.mark) \(progress.names.padded(row.build))"]
      cells.append(DisplayWidth.pad(row.status, to: widths.status))
      cells.append(Self.blank(widths.time - row.time.utf8.count) + dim(row.time))
      if widths.wait > 0 {
        cells.append(dim(row.wait) + Self.blank(widths.wait - row.wait.utf8.count))
      }
      if !row.reason.isEmpty { cells.append(row.reason) }
      return Self.trimmed(cells.joined(separator: "  "))
    }
  }

  private static func blank(_ columns: Int) -> String { String(repeating: " ", count: columns) }

  private func dim(_ text: String) -> String { text.isEmpty ? "" : style.dim(text) }

  private func width(_ cells: [String]) -> Int { cells.map(DisplayWidth.of).max() ?? 0 }

  private func row(_ build: Int) -> Row {
    switch result.outcomes[build] {
    case .skipped(let reason):
      Row(
        mark: BatchMarks(style: style).skipped, build: build, status: "SKIPPED",
        reason: BatchWords(names: progress.names).skip(reason))
    case .built(let end): row(build, end)
    }
  }

  private func row(_ build: Int, _ end: BatchBuildResult) -> Row {
    let ignores = progress.builds.indices.contains(build) && progress.builds[build].ignoresFailure
    let isIgnored = ignores && ![.succeeded, .stopped].contains(end.status)
    var reasons = [progress.reasons[build] ?? ""].filter { !$0.isEmpty }
    if isIgnored { reasons.append("(ignored)") }
    return Row(
      mark: BatchMarks(style: style).mark(end.status, isIgnored: isIgnored), build: build,
      status: end.status.rawValue, time: RunTime.duration(end.microseconds),
      wait: end.start.waited > mentionedWait ? "waited \(RunTime.duration(end.start.waited))" : "",
      reason: reasons.joined(separator: " "))
  }

  private static func trimmed(_ text: String) -> String {
    String(text.reversed().drop { $0 == " " }.reversed())
  }
}
