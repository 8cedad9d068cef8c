import BuildspecModel
import Diagnostics
import YAMLSyntax

/// Files in which nothing would run.
enum NoCommandsAtAll: Rule {
  static let info = RuleInfo(
    "BS304", "no-commands-at-all", .warning,
    summary: "No phase has a command.",
    why: "The build would succeed without doing anything.",
    bad: """
      version: 0.2
      phases:
        install:
          runtime-versions:
            nodejs: 22
      """,
    good: """
      version: 0.2
      phases:
        install:
          runtime-versions:
            nodejs: 22
        build:
          commands:
            - npm ci
      """,
    source: "Buildspec reference, phases.")

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    let phases = file.buildspec.phases
    guard !phases.isEmpty, file.buildspec.batch == nil,
      phases.allSatisfy({ $0.commands?.isEmpty != false && $0.finally?.isEmpty != false }),
      !isSaid(file), let key = file.document.root?.pair("phases")?.key
    else { return [] }
    return [
      finding(
        "no phase has a command", at: key.range,
        help: "add `commands:` to a phase, usually to `build`")
    ]
  }

  /// Commands that cannot be read, and phases that have none, have findings of their own.
  private static func isSaid(_ file: BuildspecFile) -> Bool {
    file.problems.contains { problem in
      switch problem.kind {
      case .command, .unknownKey, .wrongType:
        problem.section == .phase || problem.section == .phases
      case .noValue(let key): key == "commands" || problem.section == .phases
      default: false
      }
    }
  }
}
