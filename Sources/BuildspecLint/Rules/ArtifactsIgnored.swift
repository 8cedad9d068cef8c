import BuildspecModel
import Diagnostics

/// Artifacts of a project that keeps none.
enum ArtifactsIgnored: Rule {
  static let info = RuleInfo(
    "BS627", "artifacts-ignored", .info,
    summary: "The buildspec has `artifacts`, but the project keeps none.",
    why: """
      With NO_ARTIFACTS in the project, CodeBuild ignores the section. Needs `--project`.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - make
      artifacts:
        files:
          - app.jar
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - make
      """,
    project: """
      {"source": {"type": "GITHUB"}, "artifacts": {"type": "NO_ARTIFACTS"}}
      """,
    source: "Buildspec reference, artifacts; CodeBuild API, ProjectArtifacts.")

  static var subject: RuleSubject { .project }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    guard let project = context.project, applies(to: project),
      let artifacts = file.buildspec.artifacts
    else { return [] }
    return [
      finding(
        "\(project.shown) keeps no artifacts, so this is ignored", at: artifacts.primary.range,
        help: "set the type of the project's artifacts, or remove the section")
    ]
  }

  static func applies(to project: BuildProject) -> Bool {
    project.artifactsType == "NO_ARTIFACTS" && project.secondaryArtifacts == []
  }
}
