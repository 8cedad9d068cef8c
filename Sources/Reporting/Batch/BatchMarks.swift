import BuildExecution

/// The signs and colors of what became of a build.
struct BatchMarks {
  let style: Style

  func mark(_ status: BuildStatus, isIgnored: Bool = false) -> String {
    if status == .succeeded { return style.green("✓") }
    return isIgnored ? style.yellow("✗") : styled("✗", status)
  }

  var skipped: String { style.dim("-") }

  func styled(_ text: String, _ status: BuildStatus) -> String {
    switch status {
    case .succeeded: style.green(text)
    case .failed, .fault: style.red(text)
    case .stopped, .timedOut: style.yellow(text)
    }
  }
}
