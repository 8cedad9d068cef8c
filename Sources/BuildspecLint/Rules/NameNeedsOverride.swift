import BuildspecModel
import Diagnostics

/// Names of artifacts that do not count.
enum NameNeedsOverride: Rule {
  static let info = RuleInfo(
    "BS607", "name-needs-override", .info,
    summary: "`artifacts.name` is set, but the project does not take it.",
    why: """
      CodeBuild takes the name from the buildspec only when `overrideArtifactName` of the project \
      is true; the console calls it semantic versioning. Needs `--project`.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - make
      artifacts:
        name: shop-$CODEBUILD_BUILD_NUMBER
        files:
          - app.jar
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
      {"source": {"type": "GITHUB"}, "artifacts": {"type": "S3", "overrideArtifactName": false}}
      """,
    source: "Buildspec reference, artifacts/name; CodeBuild API, overrideArtifactName.")

  static var subject: RuleSubject { .project }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    guard let project = context.project, project.overridesArtifactName == false,
      project.artifactsType == "S3", let name = file.buildspec.artifacts?.primary.name
    else { return [] }
    return [
      finding(
        "\(project.shown) does not take this name", at: name.range,
        help: "set `overrideArtifactName` of the project's artifacts, or remove the name")
    ]
  }
}
