import BuildspecModel
import Diagnostics

/// Recursive patterns whose files all land in one directory.
enum DiscardCollision: Rule {
  static let info = RuleInfo(
    "BS605", "discard-collision", .warning,
    summary: "`discard-paths` puts the files of many directories into one.",
    why: """
      With `discard-paths: yes` every file keeps only its name. Files of the same name from \
      different directories then overwrite each other.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - npm run build
      artifacts:
        files:
          - '**/*'
        discard-paths: yes
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - npm run build
      artifacts:
        files:
          - '**/*'
        base-directory: dist
      """,
    source: "Buildspec reference, artifacts/discard-paths; what wins is not documented.")

  static var subject: RuleSubject { .artifacts }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    guard let artifacts = file.buildspec.artifacts else { return [] }
    return artifacts.sets.compactMap { set in
      guard let discard = set.discardPaths, discard.value,
        let pattern = set.files?.first(where: { isOfEverything($0.value) })
      else { return nil }
      return finding(
        "`discard-paths` lets files of the same name overwrite each other", at: discard.range,
        related: [
          RelatedLocation(range: pattern.range, message: "this pattern takes whole directories")
        ],
        help: "use `base-directory` to leave out the directories above")
    }
  }

  /// Whether the pattern takes files of any name from any depth.
  private static func isOfEverything(_ pattern: String) -> Bool {
    pattern.hasSuffix("**/*") || pattern.hasSuffix("**") || pattern.hasSuffix("**/*.*")
  }
}
