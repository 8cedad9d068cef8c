import BuildspecModel
import Diagnostics

/// Artifacts that the project waits for.
enum MissingArtifact: Rule {
  static let info = RuleInfo(
    "BS626", "missing-artifact", .error,
    summary: "The project has an artifact that the buildspec does not define.",
    why: """
      A build whose project sends its artifact to S3 fails when the buildspec says nothing of \
      artifacts. A secondary artifact that is not defined is a warning. Needs `--project`.
      """,
    bad: """
      version: 0.2
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
      artifacts:
        files:
          - app.jar
      """,
    project: """
      {"source": {"type": "GITHUB"}, "artifacts": {"type": "S3"}}
      """,
    source: "aws/aws-codebuild-docker-images issue 128; CodeBuild API, ProjectArtifacts.")

  static var subject: RuleSubject { .project }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    guard let project = context.project, let type = project.artifactsType,
      !file.buildspec.phases.isEmpty, let root = file.mappingRoot
    else { return [] }
    guard let artifacts = file.buildspec.artifacts else {
      // A key of another kind, or misspelt, has a finding of its own.
      guard type == "S3", root.node.lacks("artifacts") else { return [] }
      return [
        finding(
          "\(project.shown) sends an artifact to S3, and this file has no `artifacts`",
          at: root.firstKey,
          help: "add `artifacts:` with `files:`, or set the project's artifacts to NO_ARTIFACTS",
          codeBuildSays: "CLIENT_ERROR Message: no definition for primary artifacts in buildspec")
      ]
    }
    guard type != "CODEPIPELINE" else { return [] }
    let defined = artifacts.secondary.map(\.identifier.value)
    guard !defined.contains(where: \.hasVariable) else { return [] }
    return (project.secondaryArtifacts ?? []).filter { !defined.contains($0) }.map {
      finding(
        "\(project.shown) has a secondary artifact `\($0.shown)`, which is not defined here",
        at: artifacts.primary.range, severity: .warning,
        help: "define it under `secondary-artifacts`")
    }
  }
}
