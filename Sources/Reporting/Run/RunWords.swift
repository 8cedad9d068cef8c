import BuildExecution
import BuildPlanning

/// Sentences that more than one report of a run uses.
enum RunWords {
  /// `buildspec: notice: buildspec.yml:3:5: cache: ...`
  static func notice(_ notice: PlanNotice) -> String { "buildspec: notice: \(text(notice))" }

  /// `buildspec.yml:3:5: cache: ...`
  static func text(_ notice: PlanNotice) -> String {
    let place = notice.place.map { "\($0): " } ?? ""
    return "\(place)\(notice.key): \(notice.message)"
  }

  static func notice(_ step: ArtifactStep) -> String {
    "buildspec: notice: artifacts: \(remark(step) ?? "")"
  }

  /// What the user should know of a step; `nil` when it is only progress.
  static func remark(_ step: ArtifactStep) -> String? {
    switch step {
    case .folderNamed(let path):
      "\(path) is a folder and adds no file; write \(path)/**/* to take its content"
    case .linkLeftOut(let path): "the link \(path) leads out of the source and is left out"
    case .linkNotFollowed(let path):
      "the link \(path) leads to no file and is left out; a ZIP keeps it with enable-symlinks: yes"
    case .collision(let name, let kept, let dropped):
      "\(kept) and \(dropped) are both named \(name); the first one is kept"
    case .skipping(let path): "there is no file \(path)"
    case .secondary, .report, .expandingBase, .expandingFiles, .expanding, .found: nil
    }
  }

  /// What an exit status stands for; `nil` when it is the command's own.
  static func meaning(ofStatus status: Int32) -> String? {
    switch status {
    case 126: "found, but it cannot be executed"
    case 127: "command not found"
    case 129...192: "ended by signal \(status - 128)\(name(ofSignal: status - 128))"
    default: nil
    }
  }

  /// What the end of a command stands for beyond its status; `nil` when that says it all.
  static func meaning(of outcome: ItemOutcome) -> String? {
    switch outcome {
    case .exited(let status): meaning(ofStatus: status)
    case .shellLost: outcome.reason
    }
  }

  /// `command failed with exit status 127 (command not found)`
  static func failure(_ outcome: ItemOutcome) -> String {
    switch outcome {
    case .exited(let status):
      "command failed with exit status \(status)"
        + (meaning(ofStatus: status).map { " (\($0))" } ?? "")
    case .shellLost: "command failed: \(outcome.reason)"
    }
  }

  private static func name(ofSignal signal: Int32) -> String {
    let names: [Int32: String] = [
      1: "SIGHUP", 2: "SIGINT", 3: "SIGQUIT", 6: "SIGABRT", 9: "SIGKILL, often for want of memory",
      11: "SIGSEGV", 13: "SIGPIPE", 14: "SIGALRM", 15: "SIGTERM",
    ]
    return names[signal].map { ", \($0)" } ?? ""
  }
}
