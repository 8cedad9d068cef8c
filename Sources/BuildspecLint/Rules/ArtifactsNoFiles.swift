import BuildspecModel
import Diagnostics
import YAMLSyntax

/// `artifacts` without `files`.
enum ArtifactsNoFiles: Rule {
  static let info = RuleInfo(
    "BS601", "artifacts-no-files", .error,
    summary: "`artifacts` has no `files`.",
    why: """
      When the project expects artifacts, UPLOAD_ARTIFACTS fails after the whole build has run. \
      The reference requires `files` also next to secondary artifacts; builds in CodePipeline \
      are seen to go without.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - make
      artifacts:
        base-directory: target
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - make
      artifacts:
        base-directory: target
        files:
          - app.jar
      """,
    source: "Buildspec reference, artifacts/files; aws/aws-codebuild-docker-images issue 128.")

  static var subject: RuleSubject { .artifacts }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    guard let artifacts = file.buildspec.artifacts, artifacts.primary.files == nil,
      let node = file.document.root?["artifacts"], node.lacks("files", slips: ["paths"])
    else { return [] }
    let hasSecondary = node["secondary-artifacts"]?.mapping?.isEmpty == false
    return [
      finding(
        hasSecondary
          ? "`artifacts` has secondary artifacts, but no `files` of its own"
          : "`artifacts` has no `files`",
        at: artifacts.primary.range, severity: hasSecondary ? .warning : .error,
        help: hasSecondary
          ? "add `files:` unless every output of the pipeline is a secondary artifact"
          : "add `files:` with what the build hands on",
        codeBuildSays: "CLIENT_ERROR Message: no definition for primary artifacts in buildspec")
    ]
  }
}
