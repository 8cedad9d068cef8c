import BuildspecModel
import Diagnostics

/// Batches of a project that starts none.
enum BatchNotConfigured: Rule {
  static let info = RuleInfo(
    "BS724", "batch-not-configured", .warning,
    summary: "The buildspec has `batch`, but the project has no settings for batches.",
    why: """
      A batch needs a role of its own in `buildBatchConfig` of the project. Without it no batch can \
      be started, and a normal build ignores the section. Needs `--project`.
      """,
    bad: """
      version: 0.2
      batch:
        build-list:
          - identifier: linux
      phases:
        build:
          commands:
            - make
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - make
      """,
    project: """
      {"source": {"type": "GITHUB"}}
      """,
    source: "CodeBuild user guide, batch builds; CodeBuild API, buildBatchConfig.")

  static var subject: RuleSubject { .batch }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    guard let project = context.project, project.allowsBatches == false,
      let batch = file.buildspec.batch
    else { return [] }
    return [
      finding(
        "\(project.shown) has no settings for batches", at: batch.range,
        help: "set `buildBatchConfig` of the project, or remove the section")
    ]
  }
}
