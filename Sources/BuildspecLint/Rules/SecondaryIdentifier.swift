import BuildspecModel
import Diagnostics
import YAMLSyntax

/// Secondary artifacts that cannot be found or that hold nothing.
enum SecondaryIdentifier: Rule {
  static let info = RuleInfo(
    "BS606", "secondary-identifier", .error,
    summary: "A secondary artifact has no files, or a name that no artifact can have.",
    why: """
      The identifier must be that of an artifact in the project, which has letters, digits and \
      underscores, or the name of an output in CodePipeline, which may also have hyphens.
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
          test reports:
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
          test_reports:
            files:
              - reports/**/*
      """,
    source: "Buildspec reference, artifacts/secondary-artifacts; CodeBuild console, identifiers.")

  static var subject: RuleSubject { .artifacts }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    guard let artifacts = file.buildspec.artifacts, !artifacts.secondary.isEmpty else { return [] }
    return artifacts.secondary.compactMap { checkName($0.identifier) } + withoutFiles(file)
  }

  private static func checkName(_ identifier: Located<String>) -> Diagnostic? {
    let name = identifier.value
    guard !name.hasVariable, let bad = Identifier.firstBad(in: name) else { return nil }
    return finding(
      "`\(name.shown)` is no identifier of an artifact: it holds `\(bad)`", at: identifier.range,
      severity: Identifier.hasOnlyHyphens(name) ? .warning : .error,
      help: Identifier.hasOnlyHyphens(name)
        ? "only outputs of CodePipeline may have hyphens in their names"
        : "use letters, digits and underscores")
  }

  private static func withoutFiles(_ file: BuildspecFile) -> [Diagnostic] {
    let entries = file.document.root?["artifacts"]?["secondary-artifacts"]?.mapping ?? []
    return entries.compactMap { entry in
      guard entry.value.lacks("files", slips: ["paths"]) else { return nil }
      return finding(
        "the secondary artifact `\((entry.key.scalar?.text ?? "").shown)` has no `files`",
        at: entry.key.range, help: "add `files:` with what it holds")
    }
  }
}
