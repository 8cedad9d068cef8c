import BuildspecLint
import Diagnostics

/// What a `lint` was asked to do.
struct LintRequest {
  enum Threshold: String, CaseIterable {
    case error, warning, info, never
  }

  /// Where the config file is.
  enum Config: Equatable {
    case nearest, none
    case file(String)
  }

  /// Files and folders; empty for the current folder.
  var paths: [String]
  /// Formats and where they go; empty for text on standard output.
  var outputs: [ReportTarget] = []
  var showsStatistics = false
  /// Whether to name the files instead of linting them.
  var listsFiles = false
  var color = ColorChoice.auto
  var failOn = Threshold.error
  var standardInputName = "buildspec.yml"
  var config = Config.nearest
  /// Rules that were chosen by flags.
  var rules = RuleChoice()
  /// What the flags say of the project.
  var project = ProjectChoice()
  /// `nil` when no flag says it.
  var shellCheck: ShellCheckMode?
  var honorsIgnores = true
  /// Path of a baseline whose findings are not reported.
  var baseline: String?
  var change = LintChange.none
}

extension LintRequest.Threshold {
  func isReached(by severity: Severity) -> Bool {
    switch self {
    case .error: severity >= .error
    case .warning: severity >= .warning
    case .info: true
    case .never: false
    }
  }
}
