import BuildspecModel
import Diagnostics

/// Sizes that the project does not allow in a batch.
enum ComputeNotAllowed: Rule {
  static let info = RuleInfo(
    "BS725", "compute-not-allowed", .warning,
    summary: "A build of the batch asks for a size that the project does not allow.",
    why: """
      `computeTypesAllowed` of the project lists the sizes that the builds of a batch may have. \
      Needs `--project`.
      """,
    bad: """
      version: 0.2
      batch:
        build-list:
          - identifier: linux
            env:
              compute-type: BUILD_GENERAL1_LARGE
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
              compute-type: BUILD_GENERAL1_SMALL
      phases:
        build:
          commands:
            - make
      """,
    project: """
      {
        "source": {"type": "GITHUB"},
        "buildBatchConfig": {
          "restrictions": {"computeTypesAllowed": ["BUILD_GENERAL1_SMALL"]}
        }
      }
      """,
    source: "CodeBuild API, BatchRestrictions.")

  static var subject: RuleSubject { .batch }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    guard let project = context.project, let allowed = project.batch.computeTypes,
      let batch = file.buildspec.batch
    else { return [] }
    let types =
      file.batchEnvironments.compactMap(\.computeType) + (batch.matrix?.computeTypes ?? [])
    return types.compactMap { type in
      guard !allowed.contains(type.value), ComputeType(rawValue: type.value) != nil else {
        return nil
      }
      return finding(
        "\(project.shown) does not allow `\(type.value)` in a batch", at: type.range,
        help: "it allows \(allowed.ticked)")
    }
  }
}
