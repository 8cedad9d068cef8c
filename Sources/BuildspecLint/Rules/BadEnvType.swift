import BuildspecModel
import Diagnostics

/// Environment types that CodeBuild does not know.
enum BadEnvType: Rule {
  static let info = RuleInfo(
    "BS712", "bad-env-type", .error,
    summary: "`type` names an environment that the API of CodeBuild does not have.",
    why: """
      The API has a fixed set of environment types, and a build with another one is not started. \
      A word that is near none of them may be newer than this tool and is only a warning.
      """,
    bad: """
      version: 0.2
      batch:
        build-list:
          - identifier: linux
            env:
              type: LINUX_CONTAINR
      phases:
        build:
          commands:
            - make
      """,
    good: """
      version: 0.2
      batch:
        build-list:
          - identifier: linux
            env:
              type: LINUX_CONTAINER
      phases:
        build:
          commands:
            - make
      """,
    source: "EnvironmentType of the CodeBuild API, botocore 1.43.11.")

  static var subject: RuleSubject { .batch }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    file.batchEnvironments.compactMap(\.type).compactMap { type in
      guard EnvironmentType(rawValue: type.value) == nil, !type.value.hasVariable else {
        return nil
      }
      let names = EnvironmentType.allCases.map(\.rawValue)
      let meant = Suggestion.nearest(to: type.value, in: names)
      return finding(
        "`\(type.value.shown)` is not an environment type", at: type.range,
        severity: meant == nil ? .warning : .error,
        help: meant.map { "did you mean `\($0)`?" } ?? "the types are \(names.ticked)",
        fix: meant.map { .rename(type.range, to: $0) })
    }
  }
}
