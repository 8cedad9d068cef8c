import BuildspecModel
import Diagnostics

/// Variables with a name that CodeBuild keeps for itself.
enum ReservedPrefix: Rule {
  static let info = RuleInfo(
    "BS501", "reserved-prefix", .warning,
    summary: "The name of a variable starts with `CODEBUILD_`.",
    why: """
      The prefix is reserved for CodeBuild, which documents two names that users may set: \
      CODEBUILD_CONFIG_AUTO_DISCOVER and CODEBUILD_CONFIG_AUTO_DISCOVER_DIR.
      """,
    bad: """
      version: 0.2
      env:
        variables:
          CODEBUILD_STAGE: test
      phases:
        build:
          commands:
            - make
      """,
    good: """
      version: 0.2
      env:
        variables:
          STAGE: test
      phases:
        build:
          commands:
            - make
      """,
    source: "CodeBuild user guide, environment variables: do not set names with this prefix.")

  static var subject: RuleSubject { .variables }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    file.environmentEntries.compactMap { entry in
      guard !BuiltInVariableTable.maySet(entry.name.value) else { return nil }
      return finding(
        "names that start with `CODEBUILD_` belong to CodeBuild", at: entry.name.range,
        help: "give `\(entry.name.value.shown)` another name")
    }
  }
}
