import BuildspecModel
import Diagnostics

/// Secondary artifacts that the project does not have.
enum ArtifactNotInProject: Rule {
  static let info = RuleInfo(
    "BS625", "artifact-not-in-project", .warning,
    summary: "The project has no secondary artifact of this identifier.",
    why: """
      The project says where each secondary artifact goes, found by its identifier. Needs \
      `--project`; projects of a pipeline are left out, since the pipeline names the artifacts.
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
        secondary-artifacts:
          reprots:
            files:
              - reports/**/*
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
        secondary-artifacts:
          reports:
            files:
              - reports/**/*
      """,
    project: """
      {
        "source": {"type": "GITHUB"},
        "artifacts": {"type": "S3"},
        "secondaryArtifacts": [{"type": "S3", "artifactIdentifier": "reports"}]
      }
      """,
    source: "Buildspec reference, artifacts/secondary-artifacts.")

  static var subject: RuleSubject { .project }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    guard let project = context.project, let known = project.secondaryArtifacts,
      let type = project.artifactsType, type != "CODEPIPELINE",
      !ArtifactsIgnored.applies(to: project), let artifacts = file.buildspec.artifacts
    else { return [] }
    return artifacts.secondary.compactMap { artifact in
      let name = artifact.identifier.value
      guard !known.contains(name), !name.hasVariable else { return nil }
      return finding(
        "\(project.shown) has no secondary artifact `\(name.shown)`",
        at: artifact.identifier.range, help: help(name, known))
    }
  }

  private static func help(_ name: String, _ known: [String]) -> String {
    if let meant = Suggestion.nearest(to: name, in: known) { return "did you mean `\(meant)`?" }
    return known.isEmpty ? "it has no secondary artifacts" : "it has \(known.ticked)"
  }
}
